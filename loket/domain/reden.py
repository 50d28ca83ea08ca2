"""Why an outcome is what it is: a rule that spoke, what it weighs, and the text it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from loket.domain.bron import Bron, lees_bron


class JaNee(StrEnum):
    """An answer to a yes/no question; not knowing is an answer too."""

    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"


class Gewicht(StrEnum):
    """What a reason does to the outcome; a note (`WEET`) does nothing."""

    VOOR = "voor"
    TEGEN = "tegen"
    OPEN = "open"
    WEET = "weet"


@dataclass(frozen=True, slots=True)
class Reden:
    """One rule that spoke: what it says to a person, and which text says so."""

    code: str
    gewicht: Gewicht
    tekst: str
    bronnen: tuple[Bron, ...]


def reden(code: str, gewicht: Gewicht, tekst: str, *bronnen: str) -> Reden:
    """A reason with its sources written short ("D 2.2")."""
    return Reden(code, gewicht, tekst, tuple(lees_bron(bron) for bron in bronnen))


def per_code(redenen: Iterable[Reden]) -> Mapping[str, Reden]:
    """The reasons by code."""
    return {reden.code: reden for reden in redenen}
