"""The sentences that danger is measured on: `ontwikkeling` to build with, `uitgehouden` to measure with.

Written before the rules were read, and split by a hash of the sentence. The failures on `uitgehouden` are
not to be looked at one by one: then it would measure nothing any more.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

from loket.domain.gevaar import Gevaar

MAP = Path(__file__).parent


class Zin(NamedTuple):
    """A sentence, the kinds of danger it speaks of (none for a near-miss) and its language."""

    tekst: str
    soorten: frozenset[Gevaar]
    taal: str


def lees_zinnen(naam: str) -> list[Zin]:
    """All sentences of a set."""
    with (MAP / f"{naam}.csv").open(encoding="utf-8", newline="") as bestand:
        return [
            Zin(
                rij["tekst"],
                frozenset(Gevaar(soort) for soort in rij["soort"].split(",") if soort),
                rij["taal"],
            )
            for rij in csv.DictReader(bestand)
        ]
