"""Which of the two instruments a text names, whatever language it is written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from loket.domain.begrippen import Instrument
from loket.domain.lezen.taal import normaliseer
from loket.domain.lezen.vraagvorm import slotvraag, zinnen

_NAMEN: Mapping[Instrument, re.Pattern[str]] = {
    Instrument.CLIENTOVERLEG: re.compile("overleg"),
    # Other languages have a word for mediation; a cliëntoverleg goes by its Dutch name. Arabic and Persian
    # write what comes before a word onto it, the others may not have letters before: "immédiatement".
    Instrument.BEMIDDELING: re.compile(
        "bemiddel|وساط|وسيط|میانجی|"
        r"\b(?:mediat[eio]|mediac|mediaz|medier|vermittl|arabul|ndermjetes|dhexdhexaad|"
        "медиа[цт]|медіа[цт]|посредни|посередни)"
    ),
}


def genoemde_instrumenten(tekst: str) -> frozenset[Instrument]:
    """Every instrument that a text names: none, one or both."""
    kaal = normaliseer(tekst)
    return frozenset(instrument for instrument, naam in _NAMEN.items() if naam.search(kaal))


LANG = 12
"""In words: a shorter message is understood as a whole."""
_HULP = r"(?:client\s?overleg|overleg|bemiddeling)"
_WIL = "(?:wil|willen|wens|wensen|zou|zouden|wou|wouden)"
_VRAAGT_AAN = re.compile(
    rf"\b(?:vraag|vragen|dien|dienen) (?:ik|wij|we)\b.*\b{_HULP}\b"
    rf"|\b(?:ik|wij|we) (?:\w+ )?(?:vraag|vragen|dien|dienen)\b.*\b{_HULP}\b.*\b(?:aan|in)\b"
    rf"|\b(?:{_WIL} (?:ik|wij|we)|(?:ik|wij|we) {_WIL})\b.*\b{_HULP}\b.*\baan(?:vragen| te vragen)\b"
)
_WIL_HULP = re.compile(
    rf"\b(?:{_WIL} (?:ik|wij|we)|(?:ik|wij|we) {_WIL}) "
    rf"(?:(?:een|graag|toch|ook|liever|echt|dus|gewoon|nu) ){{0,3}}{_HULP}\b"
    r"(?!.*\b(?:stop|weiger|annul|intrek|uitstel)\w*)"
)
"""Without "aanvragen", in a part of a sentence: "mijn pa mag dit niet weten, ik wil bemiddeling met haar"."""
_DEEL = re.compile(r"[,;]|\s(?:maar|want|dus)\s", re.I)
_GEEN_AANVRAAG = re.compile(
    r"\b(?:niet|geen|nooit|nog|al|hoe|of|als|kan|kunnen|mag|mogen|weten|waarom|wanneer|vorig\w*|destijds|later|"
    r"misschien)\b"
)
"""With one of these a sentence asks about an aanvraag or tells of one: "ik vraag mij af of …"."""


def vraagt_aan(tekst: str) -> bool:
    """Whether a longer text, a pasted mail, says in so many words that the writer asks for an instrument
    ("Graag vraag ik een cliëntoverleg aan voor Noor, 14 jaar.") and ends with no question.
    """
    if len(tekst.split()) < LANG or "?" in tekst or slotvraag(tekst):
        return False
    heel = zinnen(tekst)
    delen = [deel for zin in heel for deel in _DEEL.split(zin)]
    return _zegt(_VRAAGT_AAN, heel) or _zegt(_WIL_HULP, delen)


def _zegt(patroon: re.Pattern[str], delen: Iterable[str]) -> bool:
    kaal = map(normaliseer, delen)
    return any(patroon.search(deel) and not _GEEN_AANVRAAG.search(deel) for deel in kaal)
