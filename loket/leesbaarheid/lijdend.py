"""Passive sentences: a form of "worden" with a participle, or "is … door" with one."""

from __future__ import annotations

import re

from loket.domain.lezen.taal import woordenset
from loket.leesbaarheid.zinnen import Zin

_WORDEN = woordenset("word wordt worden werd werden geworden")
_ZIJN = woordenset("is zijn was waren")

_DEEL = re.compile(r"[,;:()–—]|\b(?:maar|want|dat|als|omdat|zodat|terwijl|voordat|nadat|tot|om)\b")
_WOORD = re.compile(r"[a-zà-ÿ]+")

# A weak participle: -d, or -t after a sound without voice ("gemaakt", not "betaalt").
_ZWAK = re.compile(r"\w{0,8}?(?:ge|be|ver|ont|her|mis|onder|over)\w{2,24}?(?:d|[ckpstfx]t|cht)")
_STERK = re.compile(
    r"\w{0,8}?(?:ge|be|ver|ont|her|onder|over)"
    r"(?:nomen|geven|lezen|schreven|sproken|vonden|holpen|dwongen|zien|keken|kozen|sloten|lopen|laten|houden|boden|"
    r"wezen|roepen|vangen|grepen|wogen|trokken|worven|broken|stolen|volen|dragen|slagen|daan|stoken|worpen|zonden|"
    r"bonden|wonnen|drogen|schoven|beden|vochten|zeten|meten|raden|blazen|schonken|wassen|vallen|hangen)"
)
_GEEN_DEELWOORD = woordenset(
    "bed beeld behoud beleid beloofd bereid bericht beroemd besluit bent bewust bezit bekend bedoeld gebed "
    "gebied gebit gedicht geduld geeft geest geld geldt gelooft geluid geniet genot gerecht gerust "
    "geschikt getuigt gevecht gewend geweld gewicht gezicht gezond "
    "gezind goed onderwijst overheid overkant verband verdriet "
    "verhaalt verkeerd verdacht verstand vertrouwd verwant herfst hert vergezicht geheid oud overal overlast "
    "mist misschien onderdeel afstand bijstand overheidsgeld gemeenschap verwend bezorgd verliefd "
    "ingewikkeld onderweg oudst benieuwd gehaast gespannen geboren bekwaam gericht"
)


def is_lijdend(zin: Zin) -> bool:
    """Whether the sentence is passive in one of its parts.

    A rule of thumb without a parser: it looks for the auxiliary and the participle in the same part of the
    sentence. "Ze wordt beter" and "hij is gekomen" are not passive, "hij is geholpen door een tolk" is.
    """
    return any(_deel_is_lijdend(_WOORD.findall(deel)) for deel in _DEEL.split(zin.tekst.lower()))


def _deel_is_lijdend(woorden: list[str]) -> bool:
    if not any(_is_deelwoord(woord) for woord in woorden):
        return False
    heeft = set(woorden)
    # "door" at the end belongs to the verb: "het gesprek is gestart en gaat door"
    return bool(heeft & _WORDEN) or ("door" in woorden[:-1] and bool(heeft & _ZIJN))


def _is_deelwoord(woord: str) -> bool:
    if len(woord) > 40 or woord in _GEEN_DEELWOORD:
        return False
    return bool(_ZWAK.fullmatch(woord) or _STERK.fullmatch(woord))
