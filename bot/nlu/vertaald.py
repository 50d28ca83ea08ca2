"""Examples in other languages (data/anderstalig, a file for each): what people ask who hardly speak Dutch.

Both recognisers learn from them. They are kept apart from Rasa's own examples: a Dutch message need not be
compared with them to know its topic, and stock Rasa cannot tell which language an example is in.
"""

from __future__ import annotations

import csv
from typing import NamedTuple

from bot.model import bronnen
from loket.settings import PROJECT

PATROON = "data/anderstalig/*.csv"
"""What a component leans on that learns from them: for its `BRONNEN`."""


class Vertaald(NamedTuple):
    """A text, its full label (`vraag/kost`) and its language (ISO 639-1)."""

    tekst: str
    label: str
    taal: str


def voorbeelden() -> list[Vertaald]:
    """All of them, by language."""
    gelezen: list[Vertaald] = []
    for bestand in bronnen(PROJECT, (PATROON,)):
        with bestand.open(encoding="utf-8", newline="") as geopend:
            rijen = csv.DictReader(geopend)
            gelezen += [Vertaald(rij["tekst"], rij["label"], bestand.stem) for rij in rijen]
    return gelezen
