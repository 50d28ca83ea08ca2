"""Recognising a whole short message as one of a set of known sentences, typing errors included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from rapidfuzz.distance import OSA

from loket.domain.lezen.taal import normaliseer, woordenset

MEESTE_TEKENS_OPDRACHT = 200
"""A message longer than this is no command and no bare yes or no."""

_T = TypeVar("_T")
_DUBBEL = re.compile(r"([b-df-hj-np-tv-z])\1+")

# Words that change nothing in a short answer.
STOPWOORDEN = woordenset(
    "eh euh euhm uh uhm hm hmm mm he hoor eens even gewoon alsjeblieft bedankt sorry nu dan seg amai "
    "pf pff oei ah aha ach o oh hallo hey hoi lol haha xd man joh dus"
)
# A typing error away from a word in a table, and yet another word.
_ANDERE_WOORDEN = woordenset(
    "stompen stoppel stoppels stopte stapte stappen storen sturen duur vuur buur stuurt stoer "
    "vragen vraagt dragen bellen gellen praten raten mensen wens wenst weent meet weer beet "
    "terugkomt trug idool ideeen klaar waar daar naar volgen volgden vergeet vergeef wissel wist "
    "goede goud moed boete juist juiste geen neen been steen zeer zever eens geens"
)


def _lijkt(woord: str, bekend: str) -> bool:
    """Whether `woord` is `bekend` with one typing error; short words only as they are."""
    if woord == bekend:
        return True
    if len(bekend) < 5 or len(woord) < 4 or woord in _ANDERE_WOORDEN or woord.isdigit():
        return False
    grens = 1 if len(bekend) < 9 else 2
    return woord[0] == bekend[0] and OSA.distance(woord, bekend, score_cutoff=grens) <= grens


class Zinnen(Generic[_T]):
    """Known sentences and what each means. Spelling is compared word by word.

    Short words ("niet", "geen", "ik") must be right: one letter there turns the meaning round.
    """

    def __init__(self, zinnen: Mapping[_T, Iterable[str]]) -> None:
        self._precies: dict[str, _T] = {}
        self._aaneen: dict[str, _T] = {}
        # A typing error is never in the first letter of a word: see `_lijkt`.
        self._op_begin: dict[str, list[tuple[tuple[str, ...], _T]]] = {}
        for betekenis, teksten in zinnen.items():
            for tekst in teksten:
                for woorden in {
                    tuple(normaliseer(tekst).split()),
                    zonder_stopwoorden(normaliseer(tekst).split()),
                }:
                    sleutel = " ".join(woorden)
                    eerder = self._precies.setdefault(sleutel, betekenis)
                    if eerder != betekenis:
                        raise ValueError(f"{tekst!r} has two meanings: {eerder} and {betekenis}")
                    self._aaneen[_samen(sleutel)] = betekenis
                    self._op_begin.setdefault(_begin(woorden), []).append((woorden, betekenis))

    def kent(self, tekst: str) -> bool:
        """Whether the message is one of the sentences word for word, fillers ("goh", "hoor") aside."""
        woorden = normaliseer(tekst).split()
        return any(" ".join(vorm) in self._precies for vorm in (woorden, zonder_stopwoorden(woorden)))

    def zoek(self, tekst: str) -> _T | None:
        """The meaning of the whole message, or None. Longer than 200 characters: None."""
        if len(tekst) > MEESTE_TEKENS_OPDRACHT:
            return None
        woorden = tuple(normaliseer(tekst).split())
        for vorm in (woorden, zonder_stopwoorden(woorden)):
            if not vorm:
                continue
            sleutel = " ".join(vorm)
            if sleutel in self._precies:
                return self._precies[sleutel]
            if len(_samen(sleutel)) >= 4 and _samen(sleutel) in self._aaneen:
                return self._aaneen[_samen(sleutel)]
            for bekend, betekenis in self._op_begin.get(_begin(vorm), ()):
                if all(map(_lijkt, vorm, bekend)):
                    return betekenis
        return None


def _begin(woorden: tuple[str, ...]) -> str:
    """The first letter of each word."""
    return "".join(woord[0] for woord in woorden)


def _samen(sleutel: str) -> str:
    """Written together and without doubled consonants: "sla over" is "slaover", "stopp" is "stop"."""
    return _DUBBEL.sub(r"\1", sleutel.replace(" ", ""))


def zonder_stopwoorden(woorden: Iterable[str]) -> tuple[str, ...]:
    """The words without fillers; all of them when only fillers would be left out."""
    alle = tuple(woorden)
    return tuple(woord for woord in alle if woord not in STOPWOORDEN) or alle
