"""Typing errors: a word that is no word becomes the word of the examples that it nearly is.

Only for likeness to the examples, beside the text as it was typed; never shown, never for yes or no.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from marisa_trie import Trie
from rapidfuzz import process
from rapidfuzz.distance import OSA

from loket.domain.lezen.taal import normaliseer

KORTSTE = 5
"""A shorter word is left as it is: too many real words lie one letter away."""
LANG = 9
"""From here on two errors in one word are mended."""
BESTAAT = 700
"""A word at least this frequent in Dutch is a word, whether the examples have it or not: a hundred times in
a billion words (2 on the Zipf scale), in wordfreq's negative centibels."""


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
        # wordfreq itself keeps 33 MB in memory for this
        self._bestaat = Trie(_bestaande()) if woorden else Trie()
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
        if woord in self._bestaat:
            return woord
        grens = 2 if len(woord) >= LANG else 1
        kandidaten = self._woorden.get(woord[0], ())
        beste = process.extractOne(woord, kandidaten, scorer=OSA.distance, score_cutoff=grens)
        return beste[0] if beste else woord


def _bestaande() -> Iterator[str]:
    """The words that are not mended because they exist."""
    from wordfreq import get_frequency_list  # noqa: PLC0415 - only training needs it

    for woorden in get_frequency_list("nl", "large")[: BESTAAT + 1]:
        yield from (woord for woord in woorden if len(woord) >= KORTSTE and woord.isalpha())
