"""Who must not know of it, said in passing: "mijn stiefvader mag dit niet weten", "zeg niets tegen mama"."""

from __future__ import annotations

import re

from loket.domain.lezen.taal import normaliseer, woordenset
from loket.domain.lezen.uitkomst import MEESTE_TEKENS
from loket.domain.lezen.vraagvorm import begint_als_vraag, werkwoord_voorop, zinnen, zonder_aanloop

OUDERS = woordenset(
    "ouders mama papa moeder vader ma pa pap mam mams stiefvader stiefmoeder pleegmoeder pleegvader"
)
MENSEN = OUDERS | woordenset(
    "ex man vrouw vriend vriendin partner broer zus oma opa tante nonkel buur buren hij zij ze hem haar hen"
)
_ANDEREN = woordenset(
    "school leerkracht juf meester directeur directrice klas begeleider begeleidster begeleiders opvoeder "
    "opvoedster opvoeders leefgroep consulent consulente clb ocj voogd pleegouders grootouders oom nicht "
    "neef familie leerlingen psycholoog dokter iemand niemand iedereen mag mogen weten weet stiefpa stiefma "
    "stiefbroer stiefzus pleegma pleegpa bomma bompa meter peter dienst hulpverlener hulpverleners"
)
_LIDWOORD = woordenset("de het een mijn onze ons zijn haar hun die alle")
_WIE = "|".join(sorted(MENSEN))
_HET = r"(?:het|dit|dat|hier|er|hiervan|ervan|niets|iets|deze|aanvraag)"
_MAG = r"\b(?!(?:ik|je|jij|u|ge|gij|we|wij|wat|dat|dit|het|wie)\b)\w+ (?:mag|mogen) (?:\w+ ){0,2}?"
_PATRONEN = (
    rf"{_MAG}{_HET} (?:\w+ ){{0,3}}?(?:niet|niets|nooit) (?:\w+ ){{0,2}}?"
    r"(?:weten|horen|lezen|vernemen|achter komen|achterkomen)\b",
    rf"{_MAG}(?:niets|niet) (?:\w+ ){{0,2}}?(?:weten|vernemen)\b",
    rf"\bniemand (?:anders )?mag {_HET} (?:\w+ )?weten\b",
    rf"\b(?:zeg|zegt|vertel|vertelt) (?:\w+ ){{0,3}}?(?:niet|niets|nooit) (?:\w+ ){{0,2}}?(?:aan|tegen) "
    rf"(?:\w+ )?(?:{_WIE})\b",
    rf"\b(?:niet|niets) (?:aan|tegen) (?:\w+ )?(?:{_WIE}) (?:zeggen|vertellen)\b",
    rf"\bzonder dat (?:\w+ )?(?:{_WIE}) (?:\w+ )?{_HET} (?:\w+ )?(?:weet|weten)\b",
)
_GEHEIM = re.compile("|".join(f"(?:{patroon})" for patroon in _PATRONEN))
_BEGROETING = re.compile(r"^(?:hey|hallo|hoi|dag|yo|he)\b[\s,!]*", re.I)
_DELEN = re.compile(r"[,;]\s*(?:maar\s+|en\s+)?|\s+maar\s+", re.I)
LANGSTE = 120
"""In characters: a longer sentence tells more than who must not know."""


def vind_geheim(tekst: str) -> str:
    """The part of a text that says who must not know, as it was typed; "" for none and for a question."""
    for zin in zinnen(tekst[:MEESTE_TEKENS]):
        if zin.rstrip().endswith("?") or begint_als_vraag(zin) or werkwoord_voorop(zonder_aanloop(zin)):
            continue
        delen = [deel for deel in _DELEN.split(zin) if _GEHEIM.search(normaliseer(deel))]
        if delen and len(delen[0]) <= LANGSTE:
            return _BEGROETING.sub("", delen[0].strip(" .!"))
    return ""


def noemt_iemand(tekst: str) -> bool:
    """Whether a text says who: by a word for people, by a name behind its first word, or because it begins as
    a name for something does: "de mensen van het internaat".
    """
    woorden = normaliseer(tekst).split()
    naam = any(woord[:1].isupper() and not woord.isupper() for woord in tekst.split()[1:])
    begint_zo = not _LIDWOORD.isdisjoint(woorden[:1])
    return naam or begint_zo or not (MENSEN | _ANDEREN).isdisjoint(woorden)
