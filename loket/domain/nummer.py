"""The number of an aanvraag: `AV-2026-000042-K`, with a letter that catches mistakes in writing it over.

The letter is the ten digits (year and sequence) as one number, modulo 23. 23 is a prime above 10, so
every single wrong digit and every swap of two neighbouring digits gives another letter, without
exception. I, O and Q are no check letters: people read them as 1 and 0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
LAATSTE_VOLGNUMMER = 999_999

_VORM = re.compile(r"AV([0-9]{4})([0-9]{6})([A-Z])")
_TUSSEN = re.compile(r"[\s.\-\u2010-\u2015\u2212/_]+")


class OngeldigNummer(ValueError):
    """The text is not the number of an aanvraag, or the check letter does not fit."""


@dataclass(frozen=True, slots=True, order=True)
class Nummer:
    """A number, taken apart. `volgnummer` counts from 1, each year anew, without gaps."""

    jaar: int
    volgnummer: int

    def __post_init__(self) -> None:
        if not (1000 <= self.jaar <= 9999 and 1 <= self.volgnummer <= LAATSTE_VOLGNUMMER):
            raise OngeldigNummer("jaar of volgnummer valt buiten het bereik")

    @property
    def letter(self) -> str:
        """The check letter."""
        return LETTERS[(self.jaar * 1_000_000 + self.volgnummer) % len(LETTERS)]

    def __str__(self) -> str:
        return f"AV-{self.jaar:04}-{self.volgnummer:06}-{self.letter}"


NUMMER_IN_ZIN = re.compile(
    r"\bAV[\s.-]?[0-9]{4}(?:[\s.-]?[0-9]{6}|[\s.-][0-9]{1,5})[\s.-]?[A-Z]\b", re.IGNORECASE
)
"""A number inside a sentence; without the zeros too, where it is written in parts ("av 2026 5 u")."""
_IN_DELEN = re.compile(r"AV[\s.-]?([0-9]{4})[\s.-]([0-9]{1,5})[\s.-]?([A-Z])", re.IGNORECASE)


def noemt_nummer(tekst: str) -> bool:
    """Whether the number of an aanvraag stands in a text, right or not."""
    return NUMMER_IN_ZIN.search(tekst[:1000]) is not None


def lees_nummer(tekst: str) -> Nummer:
    """Read a number as people write it: small letters, spaces, other or no dashes, without the zeros.

    Raises OngeldigNummer when it is none or when the check letter does not fit.
    """
    kaal = _TUSSEN.sub("", tekst).upper()
    vorm = _VORM.fullmatch(kaal) or _IN_DELEN.fullmatch(tekst.strip())
    if vorm is None:
        raise OngeldigNummer("dit heeft niet de vorm van een nummer")
    nummer = Nummer(int(vorm[1]), int(vorm[2]))
    if nummer.letter != vorm[3].upper():
        raise OngeldigNummer("de letter op het einde klopt niet")
    return nummer
