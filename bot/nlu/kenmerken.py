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
Vormen = Mapping[str, list[str]]
"""The same texts, in the spelling that each kind of features looks at."""
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
        vormen = self._vormen(teksten)
        for naam, telling in self._tellingen.items():
            telling.leer(vormen[naam])
        dicht = self._dicht(vormen)
        _, richtingen = np.linalg.eigh((dicht.T @ dicht).astype(np.float64))  # the smallest first
        self._richtingen = np.ascontiguousarray(richtingen[:, ::-1][:, : self._aantal], np.float32)

    def van(self, teksten: Sequence[str]) -> tuple[csr_matrix, NDArray[np.float32]]:
        """The features of texts, one row a text."""
        vormen = self._vormen(teksten)
        ijl = self._ijl(vormen) if self._tellingen else csr_matrix((len(teksten), 1), dtype=np.float32)
        return ijl, self._dicht(vormen) @ self._richtingen

    def _vormen(self, teksten: Sequence[str]) -> Vormen:
        """The texts in each spelling, by the kind of features that looks at it."""
        kort = [inkorten(tekst) for tekst in teksten]
        hersteld = [self._spelling.herstel(tekst) for tekst in kort]
        vormen = dict.fromkeys(self._gewicht, hersteld)
        if "velden" in vormen:
            vormen["velden"] = [" ".join(velden(tekst.split())) for tekst in hersteld]
        if "letters_ruw" in vormen:
            vormen["letters_ruw"] = [zonder_accenten(tekst) for tekst in kort]
        if "vector_ruw" in vormen:
            vormen["vector_ruw"] = kort
        return vormen

    def _dicht(self, vormen: Vormen) -> NDArray[np.float32]:
        """The vectors, weighed and side by side; all spellings go through the encoder together."""
        namen = [naam for naam in _VECTOREN if naam in vormen]
        if not namen:
            return np.zeros((len(next(iter(vormen.values()))), 1), np.float32)
        rijen = vectoren(list(chain.from_iterable(vormen[naam] for naam in namen)))
        delen = zip(np.split(rijen, len(namen)), namen, strict=True)
        return np.hstack([deel * self._gewicht[naam] for deel, naam in delen]).astype(np.float32)

    def _ijl(self, vormen: Vormen) -> csr_matrix:
        """What the countings say, weighed and side by side."""
        nummers, waarden, eindes = [], [], [0]
        for vorm in zip(*(vormen[naam] for naam in self._tellingen), strict=True):
            aantal, begin = 0, 0
            for tekst, (naam, telling) in zip(vorm, self._tellingen.items(), strict=True):
                nummer, waarde = telling.van(tekst)
                nummers.append(nummer + begin)
                waarden.append(waarde * self._gewicht[naam])
                aantal += len(nummer)
                begin += len(telling)
            eindes.append(eindes[-1] + aantal)
        breedte = sum(map(len, self._tellingen.values()))
        delen = (np.concatenate(waarden).astype(np.float32), np.concatenate(nummers), eindes)
        return csr_matrix(delen, shape=(len(eindes) - 1, breedte))
