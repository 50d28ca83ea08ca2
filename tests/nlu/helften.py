"""Questions in two halves: of what was chosen on it shows what is missed, of the other half how much."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from bench.nlu import juist

HELFTEN = ("gekozen", "uitgehouden")
Rij = dict[str, str]


def rijen(bestand: str, deel: str) -> list[Rij]:
    """One half of a file in this folder: questions (`zin`) and the topics that are right, with | between."""
    with (Path(__file__).parent / bestand).open(encoding="utf-8", newline="") as open_bestand:
        return [rij for rij in csv.DictReader(open_bestand) if rij["deel"] == deel]


def toets(vragen: Sequence[Rij], labels: Sequence[str], grenzen: tuple[int, int]) -> None:
    """Fail when fewer are right, or more are wrong, than `grenzen` say; not understood is neither, and right
    for what is out of scope.
    """
    mis = [
        (rij, label)
        for rij, label in zip(vragen, labels, strict=True)
        if not juist(rij["onderwerp"], label) and label not in rij["onderwerp"].split("|")
    ]
    fout = [paar for paar in mis if paar[1] != "nlu_fallback"]
    (deel,) = {rij["deel"] for rij in vragen}
    minstens, hoogstens = grenzen

    assert len(vragen) - len(mis) >= minstens, mis if deel == "gekozen" else len(mis)
    assert len(fout) <= hoogstens, fout if deel == "gekozen" else len(fout)
