"""Typing errors: a word that is no word becomes the word of the examples that it nearly is.

Only for likeness to the examples, beside the text as it was typed; never shown, never for yes or no.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA
from wordfreq import zipf_frequency

from loket.domain.lezen.taal import normaliseer

KORTSTE = 5
"""A shorter word is left as it is: too many real words lie one letter away."""
LANG = 9
"""From here on two errors in one word are mended."""
BESTAAT = 2.0
"""A word this frequent in Dutch (Zipf scale, 0-8) is a word, whether the examples have it or not."""


class Spelling:
    """Knows the words of the examples."""

    def __init__(self, teksten: Iterable[str]) -> None:
        woorden = Counter(woord for tekst in teksten for woord in normaliseer(tekst).split())
        self._bekend = frozenset(woorden)
        # The most frequent first: of two words that lie as near, that one is taken.
        self._woorden: dict[str, list[str]] = {}
        for woord, _ in woorden.most_common():
            if len(woord) >= KORTSTE:
                self._woorden.setdefault(woord[0], []).append(woord)
        self._gezien: dict[str, str] = {}

    def herstel(self, tekst: str) -> str:
        """The text in plain words (see `normaliseer`), typing errors mended.

        "is het verplcht voor mn broer" → "is het verplicht voor mijn broer".
        """
        return " ".join(map(self._woord, normaliseer(tekst).split()))

    def _woord(self, woord: str) -> str:
        if len(woord) < KORTSTE or not woord.isalpha() or woord in self._bekend:
            return woord
        if woord not in self._gezien:
            if len(self._gezien) > 10_000:  # what people type has no end; memory has
                self._gezien.clear()
            self._gezien[woord] = self._naaste(woord)
        return self._gezien[woord]

    def _naaste(self, woord: str) -> str:
        if _bestaat(woord):
            return woord
        grens = 2 if len(woord) >= LANG else 1
        kandidaten = self._woorden.get(woord[0], ())
        beste = process.extractOne(woord, kandidaten, scorer=OSA.distance, score_cutoff=grens)
        return beste[0] if beste else woord


def _bestaat(woord: str) -> bool:
    return zipf_frequency(woord, "nl") >= BESTAAT
