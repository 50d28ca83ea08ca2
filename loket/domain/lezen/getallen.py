"""Whole numbers, in figures and in words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from loket.domain.lezen.taal import normaliseer
from loket.domain.lezen.uitkomst import Onleesbaar

_EENHEDEN = "nul een twee drie vier vijf zes zeven acht negen".split()  # noqa: SIM905
_TIENTALLEN = {
    20: "twintig",
    30: "dertig",
    40: "veertig",
    50: "vijftig",
    60: "zestig",
    70: "zeventig",
    80: "tachtig",
    90: "negentig",
}


def _telwoorden() -> dict[str, int]:
    woorden = {woord: waarde for waarde, woord in enumerate(_EENHEDEN)}
    woorden |= {"tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15}
    woorden |= {"zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19, "honderd": 100}
    woorden |= {"eentje": 1, "tweetal": 2, "drietal": 3, "viertal": 4, "vijftal": 5}
    woorden |= {"zeuven": 7, "zeuventien": 17, "neuge": 9, "viertien": 14, "achtien": 18, "vijvtien": 15}
    for tiental, naam in _TIENTALLEN.items():
        woorden[naam] = tiental
        for eenheid in range(1, 10):
            woorden[f"{_EENHEDEN[eenheid]}en{naam}"] = tiental + eenheid
    return woorden


TELWOORDEN: Mapping[str, int] = _telwoorden()
"""Whole numbers in words, also as people misspell them."""
GEEN = frozenset({"geen", "niemand", "geen enkele", "nul", "geen een"})
_VERBETERD = re.compile(r"\b(?:nee|neen|sorry|wacht|bedoel)\b(?=.*\w)")
_DAARVAN = re.compile(r"\b(?:en|maar|waarvan) (?=(?:\w+ ){0,2}(?:daarvan|van hen|ervan|recent))")
MEESTE_TEKENS_ANTWOORD = 200
"""A longer text is a story, not a count."""


def lees_aantal(tekst: str) -> int | Onleesbaar:
    """How many, in an answer to "hoeveel?": "9", "negen", "we zijn met 9", "niemand" (0).

    No number, a fraction, or more than one number is `Onleesbaar`.
    """
    kaal = normaliseer(tekst[:MEESTE_TEKENS_ANTWOORD])
    if kaal in GEEN:
        return 0
    if re.search(r"\d[.,]\d|-\s*\d|\d\s*[%/]", tekst):
        return Onleesbaar("Ik heb een heel getal nodig. Typ bijvoorbeeld 9.")
    # "nee dertien" corrects; "vier, en twee daarvan recent" answers first.
    woorden = _DAARVAN.split(_VERBETERD.split(kaal)[-1])[0].split()
    getallen = {int(woord) for woord in woorden if woord.isdecimal() and len(woord) <= 4}
    # "een" beside a number is an article: "een bestuur van negen".
    telwoorden = {TELWOORDEN[woord] for woord in woorden if woord in TELWOORDEN and woord != "een"}
    gevonden = getallen | telwoorden or ({1} if "een" in woorden else set())
    if len(gevonden) == 1:
        return gevonden.pop()
    if gevonden:
        return Onleesbaar("Ik lees meer dan één getal. Typ er één, bijvoorbeeld 9.")
    return Onleesbaar("Ik lees daar geen getal in. Typ bijvoorbeeld 9, of zeg: weet ik niet.")
