"""The word vectors on disk give what those in memory give, or are left alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from bot.nlu.encoder import bewaar_tabel, encoder, lees_tabel_van, tabel_in

ZINNEN = ["wa kost da", "mijn zoon wil niet meer naar huis", "je ne comprends pas", "😀"]


@pytest.fixture
def map(tmp_path: Path) -> Iterator[Path]:
    """A folder with the table; the encoder is as it was afterwards."""
    tabel = encoder().table
    bewaar_tabel(tmp_path)
    yield tmp_path
    encoder().table = tabel


def in_geheugen() -> bool:
    """Whether the table is one that the encoder made itself."""
    return bool(encoder().table.flags.owndata)


def test_a_sentence_has_the_same_vector_with_the_table_on_disk(map: Path) -> None:
    voor = encoder().encode(ZINNEN)
    assert lees_tabel_van(map)
    assert not in_geheugen()
    assert np.array_equal(encoder().encode(ZINNEN), voor)


def test_several_processes_read_one_table_that_nobody_can_change(map: Path) -> None:
    assert lees_tabel_van(map)
    with pytest.raises(ValueError, match="read-only"):
        encoder().table[0, 0] = 1


def test_it_is_written_once_and_leaves_nothing_half_written(map: Path) -> None:
    [pad] = map.iterdir()
    toen = pad.stat().st_mtime_ns
    bewaar_tabel(map)
    assert [pad] == list(map.iterdir())
    assert pad.stat().st_mtime_ns == toen


@pytest.mark.parametrize(
    "maak",
    [
        lambda pad: pad.unlink(),
        lambda pad: pad.write_bytes(b""),
        lambda pad: pad.write_bytes(pad.read_bytes()[:-1]),
        lambda pad: np.save(pad, np.zeros((3, 4), np.uint8)),
        lambda pad: np.save(pad, np.zeros(encoder().table.shape, np.uint8)),
        lambda pad: np.save(pad, encoder().table.astype(np.int16)),
        lambda pad: np.save(pad, np.array([{"a": 1}], object), allow_pickle=True),
    ],
    ids=["none", "empty", "cut short", "another shape", "other numbers", "another type", "no numbers"],
)
def test_a_table_that_is_not_this_one_is_not_read(map: Path, maak: object) -> None:
    assert callable(maak)
    maak(tabel_in(map))
    assert not lees_tabel_van(map)
    assert in_geheugen()


def test_who_does_not_use_the_encoder_does_not_load_it(map: Path) -> None:
    zelf = encoder()
    encoder.cache_clear()
    try:
        assert not lees_tabel_van(map)
        assert encoder.cache_info().currsize == 0
    finally:
        encoder().table = zelf.table
