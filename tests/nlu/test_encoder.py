"""An encoder from disk gives what one in memory gives; what is not whole is left alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot.nlu.encoder import _bestanden, bewaar, uit_map, uit_pakket

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
    assert not van_schijf.table.flags.owndata
    assert np.array_equal(van_schijf.encode(ZINNEN), uit_pakket().encode(ZINNEN))


def test_several_processes_read_one_table_that_nobody_can_change(bewaard: Path) -> None:
    van_schijf = uit_map(bewaard)
    assert van_schijf is not None
    with pytest.raises(ValueError, match="read-only"):
        van_schijf.table[0, 0] = 1


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
