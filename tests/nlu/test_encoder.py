"""An encoder from disk gives what one in memory gives; what is not whole is left alone."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot.nlu.encoder import Tabel, _bestanden, bewaar, uit_map, uit_pakket

ZINNEN = ["wa kost da", "mijn zoon wil niet meer naar huis", "je ne comprends pas", "😀"]


@pytest.fixture(scope="module")
def bewaard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what `bewaar` wrote; not to be changed."""
    map = tmp_path_factory.mktemp("models")
    bewaar(map)
    return map


@pytest.fixture
def map(bewaard: Path, tmp_path: Path) -> Path:
    """A folder with the same, to be changed."""
    for pad in bewaard.iterdir():
        (tmp_path / pad.name).write_bytes(pad.read_bytes())
    return tmp_path


def test_a_sentence_has_the_same_vector_from_disk(bewaard: Path) -> None:
    van_schijf = uit_map(bewaard)
    assert van_schijf is not None
    assert isinstance(van_schijf.table, Tabel)
    assert np.array_equal(van_schijf.encode(ZINNEN), uit_pakket().encode(ZINNEN))


def test_several_processes_read_one_table_that_nobody_can_change(bewaard: Path) -> None:
    van_schijf = uit_map(bewaard)
    assert van_schijf is not None
    with pytest.raises(TypeError, match="item assignment"):
        van_schijf.table[0, 0] = 1
    rij = van_schijf.table[np.array([0])]
    rij += 1
    assert not np.array_equal(van_schijf.table[np.array([0])], rij)


def test_rows_that_are_gone_are_an_error_and_no_vector(map: Path) -> None:
    van_schijf = uit_map(map)
    assert van_schijf is not None
    laatste = van_schijf.table.shape[0] - 1
    assert van_schijf.table[np.array([laatste, 0])].any(axis=1).all()
    tabel = _bestanden(map)[1]
    os.truncate(tabel, tabel.stat().st_size - 1)
    with pytest.raises(OSError, match=f"row {laatste}"):
        van_schijf.table[np.array([0, laatste])]


def test_it_is_written_once_and_leaves_nothing_half_written(map: Path) -> None:
    def stand() -> dict[str, int]:
        return {pad.name: pad.stat().st_mtime_ns for pad in map.iterdir()}

    toen = stand()
    assert len(toen) == 2
    bewaar(map)
    assert stand() == toen


def _bits(pad: Path) -> None:
    inhoud = bytearray(pad.read_bytes())
    inhoud[-1000] ^= 1
    pad.write_bytes(inhoud)


SCHADE: dict[str, Callable[[Path], Any]] = {
    "none": Path.unlink,
    "empty": lambda pad: pad.write_bytes(b""),
    "cut short": lambda pad: pad.write_bytes(pad.read_bytes()[:-2000]),
    "one bit": _bits,
    "another shape": lambda pad: np.save(pad.open("wb"), np.zeros((3, 4), np.uint8)),
    "other names": lambda pad: np.savez(pad.open("wb"), a=np.zeros(3)),
    "no numbers": lambda pad: np.save(pad.open("wb"), np.array([{"a": 1}], object), allow_pickle=True),
}


@pytest.mark.parametrize("welk", [0, 1], ids=["weights", "table"])
@pytest.mark.parametrize("schade", SCHADE.values(), ids=SCHADE)
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_what_is_not_whole_is_not_read_and_is_written_anew(
    map: Path, schade: Callable[[Path], Any], welk: int
) -> None:
    schade(_bestanden(map)[welk])
    assert uit_map(map) is None
    bewaar(map)
    assert uit_map(map) is not None
