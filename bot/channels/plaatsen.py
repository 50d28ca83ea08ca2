"""What someone who types a place may mean: a help, never a must."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable

from loket.domain.routing import Plaats, Plaatsen

HOOGSTENS = 6
_KORTST = 2


def voorstellen(plaatsen: Plaatsen) -> Callable[[str], list[str]]:
    """A function from the first letters of a place, or digits of its postcode, to at most six places.

    Each reads as `routing.zoek` understands it. Fewer than two letters give nothing.
    """
    namen = sorted(plaatsen.per_naam)
    codes = sorted(plaatsen.per_postcode)

    def stel_voor(begin: str) -> list[str]:
        letters = _letters(begin)
        if len(letters) < _KORTST:
            return []
        if letters.isdigit():
            gevonden = [
                plaats.leesbaar
                for code in _met_begin(codes, letters)
                for plaats in plaatsen.per_postcode[code]
            ]
        else:
            gevonden = [
                regel
                for naam in sorted(_met_begin(namen, letters), key=len)
                for regel in _regels(plaatsen.per_naam[naam])
            ]
        return list(dict.fromkeys(gevonden))[:HOOGSTENS]

    return stel_voor


def _regels(onder_een_naam: tuple[Plaats, ...]) -> list[str]:
    """A city with many postcodes is one line; two villages of one name are two."""
    if len({plaats.gemeente for plaats in onder_een_naam}) == 1:
        return [onder_een_naam[0].naam if len(onder_een_naam) > 1 else onder_een_naam[0].leesbaar]
    return [plaats.leesbaar for plaats in onder_een_naam]


def _met_begin(gesorteerd: list[str], begin: str) -> list[str]:
    # All that begins with `begin` stands together; the last code point closes the range.
    return gesorteerd[bisect_left(gesorteerd, begin) : bisect_left(gesorteerd, begin + "\U0010ffff")]


def _letters(tekst: str) -> str:
    kaal = unicodedata.normalize("NFKD", tekst).lower()
    return "".join(teken for teken in kaal if teken.isalnum())
