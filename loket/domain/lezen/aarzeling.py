"""Who hesitates or is afraid: "ik durf niet goed", "ik ben bang dat mama het te weten komt"."""

from __future__ import annotations

import re
from enum import StrEnum

from loket.domain.lezen.taal import normaliseer

MEESTE_WOORDEN = 25
"""A longer message tells a story, of which fear may be a part."""


class Aarzeling(StrEnum):
    """What holds somebody back."""

    BANG = "bang"
    TWIJFEL = "twijfel"


_BANG = re.compile(
    r"\b(?:bang|schrik|angst|angstig|benauwd|zenuwachtig)\b"
    r"|\b(?:durf|durven|durft) (?:\w+ ){0,6}?niet\b|\bniet (?:\w+ )?(?:durf|durven)\b"
    r"|\b(?:dat|dit|het|vind|is) (?:\w+ ){0,4}?(?:eng|spannend)\b"
    r"|\bwat als (?:\w+ ){1,3}?(?:het|dit|dat|er|boos|kwaad|achter)\b"
    r"|\bals (?:\w+ ){1,3}?(?:het|dit|dat) (?:weet|weten|hoort|horen|ontdekt|leest)\b"
)
_NIET_BANG = re.compile(r"\b(?:niet|geen|nooit) (?:\w+ )?(?:bang|schrik|angst|zenuwachtig)\b")
_TWIJFEL = re.compile(
    r"\b(?:twijfel|twijfelen|twijfels)\b|\bniet (?:zo |helemaal |echt )?zeker\b"
    r"|\bik weet (?:\w+ )?(?:nog )?niet(?: (?:zo|echt|goed|meer|eigenlijk|nog))*(?: of (?:ik|het|dat)\b.*)?$"
    r"|\b(?:moet|wil|zal) (?:er )?(?:ik )?(?:er )?(?:nog )?(?:eens )?(?:even )?(?:over )?nadenken\b"
)


def lees_aarzeling(tekst: str) -> Aarzeling | None:
    """What a short message says of fear or doubt; None for none, and for who says not to be afraid."""
    kaal = normaliseer(tekst)
    if len(kaal.split()) > MEESTE_WOORDEN or _NIET_BANG.search(kaal):
        return None
    if _BANG.search(kaal):
        return Aarzeling.BANG
    return Aarzeling.TWIJFEL if _TWIJFEL.search(kaal) else None
