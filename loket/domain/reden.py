"""Why an outcome is what it is: a rule that spoke, what it weighs, and the text it rests on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
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


def in_groepen(
    redenen: Collection[Reden], koppen: Mapping[Gewicht, str], regel: Callable[[Reden], str]
) -> list[str]:
    """The reasons as lines of text (`regel`), those of one weight together under its heading, in the order of
    `koppen`. A weight that no reason has gets no heading.
    """
    per_gewicht = {gewicht: [regel(r) for r in redenen if r.gewicht is gewicht] for gewicht in koppen}
    return [zin for gewicht, groep in per_gewicht.items() if groep for zin in (koppen[gewicht], *groep)]


def per_code(redenen: Iterable[Reden]) -> Mapping[str, Reden]:
    """The reasons by code."""
    return {reden.code: reden for reden in redenen}
