"""How many syllables a Dutch word has.

Hyphenation is not syllables: it never leaves one letter alone ("idee" is not broken, and has two). So
pyphen's pieces are taken, and in each piece the vowel sounds are counted.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_MEESTE_LETTERS = 60
"""Longer is no word; pyphen is not asked then."""
_KLANK = re.compile(
    r"ieu|eeu|oei|aai|ooi|eau|aeu|aa|ee|oo|uu|ie|ei|ij|eu|ui|oe|ou|au|ai|oi|[aeiouyàáâäèéêëìíîïòóôöùúûüÿ]"
)
_J = re.compile(r"y(?=[aeou])")
_AFWIJKEND = {
    "team": 1, "teams": 1, "mail": 1, "mails": 1, "mailt": 1, "site": 1, "sites": 1, "website": 2,
    "websites": 2, "online": 2, "offline": 2, "update": 2, "case": 1, "game": 1, "games": 1, "gamen": 2,
    "chat": 1, "file": 1, "privacy": 3, "level": 2, "smartphone": 2, "feedback": 2, "baby": 2,
    "office": 2, "date": 1, "software": 2, "coach": 1, "coachen": 2, "coaching": 2, "jeans": 1, "facebook": 2,
    "youtube": 2,
}  # fmt: skip
"""Loan words that are not said as Dutch reads them."""


@lru_cache(maxsize=1)
def _deler() -> Any:
    import pyphen  # noqa: PLC0415 - 5 MB of patterns, for who writes a letter

    return pyphen.Pyphen(lang="nl_NL")


def lettergrepen(woord: str) -> int:
    """The number of syllables, at least 1. A word joined by hyphens is counted part by part."""
    aantal = 0
    for deel in re.split(r"[-\u2011'’ ]", woord.lower()):
        if not deel:
            continue
        if deel in _AFWIJKEND:
            aantal += _AFWIJKEND[deel]
            continue
        # qu is kw; a y before a vowel is a consonant
        schoon = _J.sub("j", deel.replace("qu", "kw").replace("ĳ", "ij"))
        stukken = _deler().inserted(schoon).split("-") if len(schoon) <= _MEESTE_LETTERS else [schoon]
        aantal += sum(_klanken(stuk) for stuk in stukken)
    return max(aantal, 1)


def _klanken(stuk: str) -> int:
    return len(_KLANK.findall(stuk))
