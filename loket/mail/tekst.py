"""Making what a person typed fit to show: in a mail, and in a PDF that has only so many letters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

LETTERTYPES = Path(__file__).parent / "lettertypes"
VERVANGER = "\N{WHITE SQUARE}"
LANGSTE_WOORD = 40
_BREEKPLEK = "\N{ZERO WIDTH SPACE}"
_LANG_WOORD = re.compile(rf"\S{{{LANGSTE_WOORD + 1},}}")

# Characters that only steer the direction of text. They can make a line read as something else.
_STUREND = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def toonbaar(tekst: str) -> str:
    """The text without what no one can see: control characters (except line break and tab), lone
    surrogates, noncharacters and direction overrides. All line ends become `\\n`."""
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n")
    tekst = tekst.replace("\x0b", "\n").replace("\x0c", "\n").replace("\x85", "\n")
    tekst = tekst.replace("\u2028", "\n").replace("\u2029", "\n")
    return "".join(teken for teken in tekst if teken in "\n\t" or not _onzichtbaar(teken))


def een_regel(tekst: str) -> str:
    """As `toonbaar`, on one line: for titles and headers."""
    return " ".join(toonbaar(tekst).split())


def tekenbaar(tekst: str) -> tuple[str, int]:
    """The text as the PDF can draw it, and how many characters could not be drawn (shown as a square).

    Words longer than LANGSTE_WOORD get places to break, so that they stay on the page.
    """
    tekens = _tekens()
    uit: list[str] = []
    weg = 0
    for teken in unicodedata.normalize("NFC", toonbaar(tekst)).replace("\t", "    "):
        if teken == "\n" or ord(teken) in tekens:
            uit.append(teken)
        elif unicodedata.category(teken) in {"Cf", "Mn", "Me"}:
            continue  # joins or marks another character; nothing to see by itself
        elif unicodedata.category(teken) == "Zs":
            uit.append(" ")
        else:
            uit.append(VERVANGER)
            weg += 1
    return _LANG_WOORD.sub(lambda woord: _breek(woord[0]), "".join(uit)), weg


def _onzichtbaar(teken: str) -> bool:
    soort = unicodedata.category(teken)
    return soort in {"Cc", "Cs", "Co"} or teken in _STUREND or (ord(teken) & 0xFFFE) == 0xFFFE


def _breek(woord: str) -> str:
    return _BREEKPLEK.join(woord[i : i + LANGSTE_WOORD] for i in range(0, len(woord), LANGSTE_WOORD))


@cache
def _tekens() -> frozenset[int]:
    """Every character that one of our fonts can draw in running text."""
    tekens: set[int] = set()
    for naam in ("OpenSans-Regular.ttf", "DejaVuSans.ttf"):
        with TTFont(LETTERTYPES / naam, lazy=True) as letter:
            tekens |= set(letter.getBestCmap())
    return frozenset(tekens - set(range(0x20)))
