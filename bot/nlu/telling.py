"""What a text is made of, and how rare each of those pieces is among the examples: TF-IDF.

Outcomes are those of scikit-learn's TfidfVectorizer (sublinear, L2); what was learnt takes a trie and a row
of numbers instead of a dictionary of a hundred thousand strings, and the server need not load scikit-learn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from marisa_trie import Trie
from numpy.typing import NDArray

Snijder = Callable[[str], Iterable[str]]
"""Cuts a text to pieces. A function of a module: it is kept with the model."""
KORTSTE, LANGSTE = 2, 5
"""Letters in a piece of a word, the space around the word included."""


def letters(tekst: str) -> Iterator[str]:
    """The pieces of each word: "ok" → " o", "ok", "k ", " ok", "ok ", " ok "."""
    for woord in tekst.lower().split():
        rand = f" {woord} "
        for lengte in range(KORTSTE, min(LANGSTE, len(rand)) + 1):
            for begin in range(len(rand) - lengte + 1):
                yield rand[begin : begin + lengte]


def woorden(tekst: str) -> list[str]:
    """The words."""
    return tekst.lower().split()


def woordparen(tekst: str) -> list[str]:
    """The words, and each with the next."""
    enkel = woorden(tekst)
    return [*enkel, *map(" ".join, pairwise(enkel))]


class Telling:
    """Counts pieces that were in the examples, and weighs them by how rare they are there."""

    def __init__(self, snijder: Snijder) -> None:
        self._snijder = snijder
        self._nummers = Trie()
        self._zeldzaam: NDArray[np.float32] = np.zeros(0, np.float32)

    def __len__(self) -> int:
        """How many pieces it knows."""
        return len(self._zeldzaam)

    def leer(self, teksten: Sequence[str]) -> None:
        """Learn which pieces there are, and in how many of the texts each is."""
        aantallen = Counter(stuk for tekst in teksten for stuk in set(self._snijder(tekst)))
        self._nummers = Trie(aantallen)
        op_nummer = np.empty(len(aantallen), np.float32)
        for stuk, aantal in aantallen.items():
            op_nummer[self._nummers[stuk]] = aantal
        self._zeldzaam = np.log((1 + len(teksten)) / (1 + op_nummer)) + 1

    def van(self, tekst: str) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """The numbers of the known pieces in a text, and their weights; together of length 1, or none."""
        gevonden = map(self._nummers.get, self._snijder(tekst))
        telling = Counter(nummer for nummer in gevonden if nummer is not None)
        nummers = np.fromiter(telling.keys(), np.int32, len(telling))
        gewichten = np.log(np.fromiter(telling.values(), np.float32, len(telling))) + 1
        gewichten *= self._zeldzaam[nummers]
        return nummers, gewichten / (np.linalg.norm(gewichten) or np.float32(1))
