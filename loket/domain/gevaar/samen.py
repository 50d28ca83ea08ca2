"""Signs that are words near each other: "SLAAN + WIE @4" is a word of each group within 4 steps.

One line of a table is one sign:

    SLAAN + WIE @4            in any order
    WIL > DOOD @5             in this order
    SPRING > HOOG @6 - ZAAK   not where a word of the group ZAAK stands close by

A word in capitals names a group of words, any other stands for itself; `*` at an end is "whatever follows"
(or precedes). "nietmeer" is the two words "niet meer" (see `verbind`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from loket.domain.gevaar.soorten import Gevaar

ROND = 5
"""How many words before and after a sign a word of `zonder` still takes it away: not a whole story."""

_REGEL = re.compile(r"(?P<delen>[^@]+) @(?P<stappen>\d+)(?: - (?P<zonder>.+))?")


@dataclass(frozen=True)
class Teken:
    """One sign: `delen` within `stappen` words of each other, and nothing of `zonder` close by."""

    gevaren: tuple[Gevaar, ...]
    delen: tuple[str, ...]
    stappen: int
    op_volgorde: bool
    zonder: tuple[str, ...]
    nodig: frozenset[str]


def lees_teken(gevaren: tuple[Gevaar, ...], regel: str) -> Teken:
    """One line of a table. Raises ValueError when it is not written as the module says."""
    gevonden = _REGEL.fullmatch(regel)
    if gevonden is None or ("+" in regel and ">" in regel):
        raise ValueError(f"not a sign: {regel!r}")
    op_volgorde = ">" in regel
    delen = tuple(deel.strip() for deel in gevonden["delen"].split(">" if op_volgorde else "+"))
    zonder = tuple((gevonden["zonder"] or "").split())
    return Teken(gevaren, delen, int(gevonden["stappen"]), op_volgorde, zonder, frozenset(delen))


class Woordgroepen:
    """Which groups, and which single words of the signs, a word belongs to."""

    def __init__(self, groepen: Mapping[str, str], tekens: Iterable[Teken]) -> None:
        self._heel: dict[str, set[str]] = {}
        self._begin: dict[str, set[str]] = {}
        self._eind: dict[str, set[str]] = {}
        for naam, woorden in groepen.items():
            for woord in woorden.split():
                self._zet(woord, naam)
        for teken in tekens:
            for deel in (*teken.delen, *teken.zonder):
                if not deel.isupper():
                    self._zet(deel, deel)
                elif deel not in groepen:
                    raise ValueError(f"no such group of words: {deel}")

    def _zet(self, woord: str, naam: str) -> None:
        kaal = woord.strip("*")
        if woord.endswith("*"):
            self._begin.setdefault(kaal, set()).add(naam)
        elif woord.startswith("*"):
            self._eind.setdefault(kaal, set()).add(naam)
        else:
            self._heel.setdefault(kaal, set()).add(naam)

    def plaatsen(self, woorden: Sequence[str]) -> dict[str, list[int]]:
        """Where each group stands in a sentence; at each place once."""
        uit: dict[str, list[int]] = {}
        for plaats, woord in enumerate(woorden):
            namen = set(self._heel.get(woord, ()))
            for lengte in range(2, min(len(woord), 18) + 1):
                namen |= self._begin.get(woord[:lengte], set())
                namen |= self._eind.get(woord[-lengte:], set())
            for naam in namen:
                uit.setdefault(naam, []).append(plaats)
        return uit


def staat_er(teken: Teken, plaatsen: Mapping[str, list[int]]) -> bool:
    """Whether a sentence with these places holds the sign, with none of the other words about it."""
    if not teken.nodig <= plaatsen.keys():
        return False
    rijen = [plaatsen[deel] for deel in teken.delen]
    zonder = [plaatsen[naam] for naam in teken.zonder if naam in plaatsen]
    beginnen = rijen[0] if teken.op_volgorde else sorted({plaats for rij in rijen for plaats in rij})
    zoek = _op_rij if teken.op_volgorde else _bijeen
    for begin in beginnen:
        eind = zoek(begin, rijen, teken.stappen)
        if eind is not None and not any(_tussen(rij, begin - ROND, eind + ROND) for rij in zonder):
            return True
    return False


def _op_rij(begin: int, rijen: Sequence[list[int]], stappen: int) -> int | None:
    """Where the last word stands when the words follow each other from `begin`; None when they do not."""
    nu = begin
    for rij in rijen[1:]:
        volgende = bisect_right(rij, nu)
        if volgende == len(rij) or rij[volgende] > begin + stappen:
            return None
        nu = rij[volgende]
    return nu


def _bijeen(begin: int, rijen: Sequence[list[int]], stappen: int) -> int | None:
    """Where the last word stands when each has a place from `begin` on; None when one has none."""
    eind = begin
    for rij in rijen:
        plek = bisect_left(rij, begin)
        if plek == len(rij) or rij[plek] > begin + stappen:
            return None
        eind = max(eind, rij[plek])
    return eind


def _tussen(rij: Sequence[int], eerste: int, laatste: int) -> bool:
    plek = bisect_left(rij, eerste)
    return plek < len(rij) and rij[plek] <= laatste
