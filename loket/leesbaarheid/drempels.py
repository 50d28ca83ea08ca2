"""How hard a text may be, for whom. The one place for thresholds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Publiek(StrEnum):
    """Who reads the text. A young person and a parent read the same plain Dutch."""

    IEDEREEN = "iedereen"
    HULPVERLENER = "hulpverlener"


@dataclass(frozen=True, slots=True)
class Drempels:
    """What a text may be at most.

    `woorden_per_zin`: of one sentence. `gemiddeld`: words a sentence over the text. `flesch`: the lowest
    Flesch-Douma score. Averages say little about a few words, so `gemiddeld` and `flesch` count from
    `gemiddeld_vanaf` words on. `zipf`: how common a word must be (log10 of its frequency per billion words;
    3 is once in a million, 4 ten times). `lijdend`: passive sentences in one text. `vakwoorden`: whether
    words of the profession may stand without explanation.
    """

    woorden_per_zin: int
    gemiddeld: float
    flesch: float
    gemiddeld_vanaf: int
    zipf: float
    lijdend: int
    vakwoorden: bool


DREMPELS: Mapping[Publiek, Drempels] = MappingProxyType(
    {
        Publiek.IEDEREEN: Drempels(
            woorden_per_zin=20,
            gemiddeld=12,
            flesch=60,
            gemiddeld_vanaf=30,
            zipf=3.5,
            lijdend=0,
            vakwoorden=False,
        ),
        Publiek.HULPVERLENER: Drempels(
            woorden_per_zin=25,
            gemiddeld=15,
            flesch=30,
            gemiddeld_vanaf=30,
            zipf=3.0,
            lijdend=1,
            vakwoorden=True,
        ),
    }
)
"""60 on Douma's scale is ordinary Dutch, for who left primary school (`beoordeling.flesch_douma`).

Words such as "bemiddeling" and "voorzitter" cost points that cannot be saved, so a short answer that
holds them cannot do better than 60. A helper's text may be hard, but not very hard, which is below 30.
"""
