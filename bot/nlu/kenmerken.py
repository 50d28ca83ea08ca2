"""What a text looks like to the classifier: vectors, n-grams of two spellings, words, word fields."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from bot.nlu.encoder import encoder
from bot.nlu.spelling import Spelling
from bot.nlu.telling import Snijder, Telling, letters, woorden, woordparen
from bot.nlu.woordvelden import velden
from loket.domain.lezen.taal import zonder_accenten
from loket.domain.lezen.vraagvorm import zinnen

MAX_TEKENS = 600
"""A longer message is looked at from both ends: the question stands at the start or at the end."""
MEESTE_VRAGEN = 4
"""Of more questions in one message the last ones are looked at."""
ENKELE = 100
"""More texts than the longest message has pieces: that is training, when all processors may help."""
GEWICHTEN: Mapping[str, float] = {
    "letters": 1.0,
    "letters_ruw": 0.5,
    "woorden": 0.5,
    "velden": 1.0,
    "vector": 1.0,
    "vector_ruw": 1.0,
}
"""How much each kind of feature counts in the likeness of two texts; 0 leaves it out."""
_VECTOREN = ("vector", "vector_ruw")
_SNIJDERS: Mapping[str, Snijder] = {
    "letters": letters,
    "letters_ruw": letters,
    "woorden": woordparen,
    "velden": woorden,
}


_laatste: dict[str, NDArray[np.float32]] = {}
"""The vectors of the texts that were asked for last: danger and topic look at the same message, and learn
from the same examples."""


def vectoren(teksten: Sequence[str]) -> NDArray[np.float32]:
    """Sentence vectors, one row a text."""
    uniek = dict.fromkeys(teksten)
    nieuw = [tekst for tekst in uniek if tekst not in _laatste]
    bekend = {tekst: _laatste[tekst] for tekst in uniek if tekst in _laatste}
    if nieuw:
        zinnen = encoder()
        zinnen.threads = 1 if len(nieuw) <= ENKELE else os.cpu_count()
        bekend |= zip(nieuw, zinnen.encode([tekst or " " for tekst in nieuw]), strict=True)
    _laatste.clear()
    _laatste.update(bekend)
    return np.vstack([bekend[tekst] for tekst in teksten])


def inkorten(tekst: str) -> str:
    """At most MAX_TEKENS characters: the begin and the end of a long story."""
    if len(tekst) <= MAX_TEKENS:
        return tekst
    helft = MAX_TEKENS // 2
    return f"{tekst[:helft]} {tekst[-helft:]}"


def vraagzinnen(tekst: str) -> list[str]:
    """The sentences of a longer text that may be its question; empty for a single sentence.

    "Mijn zoon is acht. Hij is vaak boos. Mag hij mee?" → ["Mag hij mee?"]. Without a question mark the
    last sentence: "kzit hier al lang. wa kost da" → ["wa kost da"].
    """
    alle = zinnen(tekst)
    if len(alle) < 2:
        return []
    return [zin for zin in alle if zin.endswith("?")][-MEESTE_VRAGEN:] or alle[-1:]


class Kenmerken:
    """Turns texts into two matrices, sparse and dense; the product of two rows is their likeness, 0-1.

    `richtingen`: of the vectors so many directions are kept, those in which the examples differ most. The
    others change no outcome, and cost memory and time with every message (docs/performance.md).
    `herstel`: typing errors are mended, beside the text as it was typed (bot/nlu/spelling.py).
    """

    def __init__(
        self, gewichten: Mapping[str, float] = GEWICHTEN, *, richtingen: int = 256, herstel: bool = False
    ) -> None:
        onbekend = set(gewichten) - set(GEWICHTEN)
        if onbekend:
            raise ValueError(f"unknown kind of feature: {', '.join(sorted(onbekend))}")
        totaal = sum(gewichten.values())
        if totaal <= 0:
            raise ValueError("at least one kind of feature needs a weight above zero")
        self._gewicht = {naam: (gewicht / totaal) ** 0.5 for naam, gewicht in gewichten.items() if gewicht}
        self._tellingen = {n: Telling(snij) for n, snij in _SNIJDERS.items() if n in self._gewicht}
        self._aantal = richtingen
        self._herstel = herstel
        self._spelling = Spelling(())
        self._richtingen: NDArray[np.float32] = np.zeros((0, 0), np.float32)

    def leer(self, teksten: Sequence[str]) -> None:
        """Learn which n-grams, words and fields there are, and how rare each is."""
        self._spelling = Spelling(teksten if self._herstel else ())
        for naam, telling in self._tellingen.items():
            telling.leer([self._vorm(naam, tekst) for tekst in teksten])
        dicht = self._dicht([inkorten(tekst) for tekst in teksten])
        _, richtingen = np.linalg.eigh((dicht.T @ dicht).astype(np.float64))  # the smallest first
        self._richtingen = np.ascontiguousarray(richtingen[:, ::-1][:, : self._aantal], np.float32)

    def van(self, teksten: Sequence[str]) -> tuple[csr_matrix, NDArray[np.float32]]:
        """The features of texts, one row a text."""
        kort = [inkorten(tekst) for tekst in teksten]
        ijl = self._ijl(kort) if self._tellingen else csr_matrix((len(kort), 1), dtype=np.float32)
        return ijl, self._dicht(kort) @ self._richtingen

    def _dicht(self, teksten: Sequence[str]) -> NDArray[np.float32]:
        """The vectors, weighed and side by side; all spellings go through the encoder together."""
        vormen = {
            naam: [self._vorm(naam, tekst) for tekst in teksten]
            for naam in _VECTOREN
            if naam in self._gewicht
        }
        if not vormen:
            return np.zeros((len(teksten), 1), np.float32)
        rijen = vectoren(list(chain.from_iterable(vormen.values())))
        delen = zip(np.split(rijen, len(vormen)), vormen, strict=True)
        return np.hstack([deel * self._gewicht[naam] for deel, naam in delen]).astype(np.float32)

    def _ijl(self, teksten: Sequence[str]) -> csr_matrix:
        """What the countings say, weighed and side by side."""
        nummers, waarden, eindes = [], [], [0]
        for tekst in teksten:
            aantal, begin = 0, 0
            for naam, telling in self._tellingen.items():
                nummer, waarde = telling.van(self._vorm(naam, tekst))
                nummers.append(nummer + begin)
                waarden.append(waarde * self._gewicht[naam])
                aantal += len(nummer)
                begin += len(telling)
            eindes.append(eindes[-1] + aantal)
        breedte = sum(map(len, self._tellingen.values()))
        delen = (np.concatenate(waarden).astype(np.float32), np.concatenate(nummers), eindes)
        return csr_matrix(delen, shape=(len(teksten), breedte))

    def _vorm(self, naam: str, tekst: str) -> str:
        """The text in the spelling that this kind of feature looks at."""
        match naam:
            case "letters_ruw":
                return zonder_accenten(tekst)
            case "vector_ruw":
                return tekst
            case "velden":
                return " ".join(velden(self._spelling.herstel(tekst)))
            case _:
                return self._spelling.herstel(tekst)
