"""What the assistant says in one go: a text with buttons and what a channel may show around it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from loket.domain.aanvraag import Onderdeel


class Soort(StrEnum):
    """What kind of reply this is, so that a channel can show it fittingly."""

    ANTWOORD = "antwoord"
    VRAAG = "vraag"
    OVERZICHT = "overzicht"
    GEVAAR = "gevaar"
    ONTVANGST = "ontvangst"
    FOUT = "fout"


class Invoer(StrEnum):
    """What the person will probably type: a hint for the keyboard of a phone."""

    TEKST = "tekst"
    LANG = "lang"
    TELEFOON = "telefoon"
    EMAIL = "email"
    PLAATS = "plaats"
    GETAL = "getal"
    DATUM = "datum"


@dataclass(frozen=True, slots=True)
class Uiting:
    """One reply. A button is its own text: pressing it says that text, so typing it does the same.

    `voortgang` is (number of this question, expected total). `bron` is the small source line.
    `onderwerp` is the id of the topic that it explains. `lijnen` are keys of help lines whose numbers
    must be shown. `meerdere`: several buttons may be chosen together, and are then said in one message.
    """

    tekst: str
    knoppen: tuple[str, ...] = ()
    soort: Soort = Soort.ANTWOORD
    bron: str = ""
    voortgang: tuple[int, int] | None = None
    onderdelen: tuple[Onderdeel, ...] = ()
    invoer: Invoer | None = None
    lijnen: tuple[str, ...] = ()
    meerdere: bool = False
    onderwerp: str = ""
