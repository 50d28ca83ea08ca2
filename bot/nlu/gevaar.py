"""Signs of danger come before everything: explicit rules, and what looks like sentences about danger.

The rules (loket/domain/gevaar) are precise on the words they know and blind to others. The second stage
compares a message with the sentences of data/gevaar, about danger and about what only sounds like it.
Both together decide: surely danger, perhaps (then the assistant asks), or not. docs/gevaar.md says how well.
"""

from __future__ import annotations

import csv
import re
import textwrap
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from marisa_trie import Trie
from numpy.typing import NDArray
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.model import CODE
from bot.nlu import vertaald
from bot.nlu.geleerd import Geleerd
from bot.nlu.gelijkenis import Gelijkenis, leer
from bot.nlu.kenmerken import GEWICHTEN, Kenmerken
from loket.domain.gevaar import JA_GEVAAR, NEE_GEVAAR, Gevaar, op_volgorde, vind_gevaar
from loket.domain.lezen.alledaags import is_alledaags
from loket.domain.lezen.meekijken import iemand_komt
from loket.domain.lezen.taal import normaliseer
from loket.domain.lezen.vervolg import lees_vervolg
from loket.domain.lezen.vraagvorm import zinnen as in_zinnen
from loket.domain.lezen.wensen import Wens, lees_wens, wist_in_haast
from loket.domain.onthouden import Onthouden
from loket.settings import PROJECT

ZINNEN = PROJECT / "data" / "gevaar"
GEEN = "geen"
STUK = 300
"""A text is compared in pieces of at most so many characters: one sentence in a long story counts as much."""
MEESTE_STUKKEN = 40
"""So many pieces are compared, more than the longest message has; the rules read all of any text."""
WEINIG_WOORDEN = 2
"""What so few words look like is no ground for more than a question: "me pa"."""
KORTSTE_ZIN = 3
"""A sentence of fewer words says too little by itself."""
AANDEEL = 0.2
"""A kind with this share of the likelihood of danger is answered too: its lines may be the right ones."""


class Zin(NamedTuple):
    """A sentence, the kinds of danger it speaks of (none for what only sounds like it) and its language."""

    tekst: str
    soorten: frozenset[Gevaar]
    taal: str


class Oordeel(NamedTuple):
    """How likely danger is (0-1), the kinds it would be, and whether the rules see it."""

    kans: float
    soorten: frozenset[Gevaar]
    volgens_regels: bool = False


def lees_zinnen(bestand: Path) -> list[Zin]:
    """The sentences of a file with the columns tekst, soort (kinds with commas) and taal."""
    with bestand.open(encoding="utf-8", newline="") as open_bestand:
        return [
            Zin(
                rij["tekst"],
                frozenset(Gevaar(soort) for soort in rij["soort"].split(",") if soort),
                rij["taal"],
            )
            for rij in csv.DictReader(open_bestand)
        ]


def stukken(tekst: str) -> Iterator[str]:
    """A text in whole sentences, together at most as long as is looked at in one go."""
    stuk = ""
    for zin in re.split(r"(?<=[.!?…])\s+|\n+", tekst.strip()):
        for deel in textwrap.wrap(zin, STUK, break_long_words=False, break_on_hyphens=False):
            if stuk and len(stuk) + len(deel) >= STUK:
                yield stuk
                stuk = ""
            stuk = f"{stuk} {deel}".strip()
    yield stuk


def steekproef(teksten: Iterable[str], elke: int) -> list[str]:
    """About one text in `elke`, each chosen by itself: a text more or less leaves the choice of the others
    as it was, so what is learnt from them does not change with it.
    """
    return [tekst for tekst in teksten if zlib.crc32(tekst.encode("utf-8", "replace")) % elke == 0]


def losse_zinnen(tekst: str) -> list[str]:
    """The sentences of a text of more than one, those of a few words left out; the last ones first."""
    alle = in_zinnen(tekst)
    lang = [zin[:STUK] for zin in reversed(alle) if len(zin.split()) >= KORTSTE_ZIN]
    return lang if len(alle) > 1 else []


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Gevaarherkenner(Geleerd):
    """Says of each message which kinds of danger it speaks of, and whether that is sure.

    Sets `gevaar`: `{"zeker": [kinds], "vermoeden": [kinds], "opnieuw": bool}`, at most one of the lists
    filled. `opnieuw`: it is asked about also when that was done lately. What is sure has the intent `gevaar`,
    decided: no later component changes it.
    """

    BESTAND = "gevaar.pickle"
    GELEERD = ("_kenmerken", "_model", "_bekend")
    BRONNEN = (*CODE, "data/gevaar/*.csv", vertaald.PATROON)

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._kenmerken = Kenmerken({**GEWICHTEN, **config["gewichten"]}, richtingen=config["richtingen"])
        self._model: Gelijkenis | None = None
        self._bekend = Trie()
        self._onthouden: Onthouden[Oordeel] = Onthouden()

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`gewichten`, `breedte`, `demping`: as in the recogniser (bot/nlu/herkenner.py). `richtingen`: see
        `Kenmerken`; what sounds like danger lies close to it, so more than there. `elke` and `elke_anders`:
        one in so many ordinary examples is learnt from, and of those in other languages. `regels`: how much
        the log-odds rise when the rules see danger too. `zeker` and `vermoeden`: from these probabilities it
        is danger, or is asked about; `opnieuw`: is asked about once more. `los`: from this probability one
        sentence of a longer text counts by itself.
        """
        return {
            "gewichten": {},
            "breedte": 0.25,
            "demping": 0.02,
            "richtingen": 384,
            "elke": 3,
            "elke_anders": 4,
            "regels": 2.0,
            "zeker": 0.9,
            "vermoeden": 0.25,
            "opnieuw": 0.4,
            "los": 0.5,
        }

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the sentences in data/gevaar and from ordinary messages, and keep what was learnt."""
        zinnen = [zin for bestand in sorted(ZINNEN.glob("*.csv")) for zin in lees_zinnen(bestand)]
        self.leer(zinnen, self.gewone(training_data), self.anderstalige())
        return self.bewaar()

    @staticmethod
    def gewone(training_data: TrainingData) -> list[str]:
        """The ordinary messages in the training data."""
        return [v.get(TEXT) for v in training_data.intent_examples if v.get(INTENT) != "gevaar"]

    @staticmethod
    def anderstalige() -> list[str]:
        """Ordinary messages in other languages."""
        return [v.tekst for v in vertaald.voorbeelden()]

    def leer(self, zinnen: Sequence[Zin], gewoon: Sequence[str], anders: Sequence[str]) -> None:
        """Learn from sentences about danger and what sounds like it, and from ordinary messages, also
        (`anders`) in other languages: else what it hardly understands is what it asks about.
        """
        self._onthouden = Onthouden()
        self._bekend = Trie(map(normaliseer, (*gewoon, *anders, JA_GEVAAR, NEE_GEVAAR)))
        alledaags = [
            *steekproef(gewoon, self._config["elke"]),
            *steekproef(anders, self._config["elke_anders"]),
        ]
        teksten = [*(zin.tekst for zin in zinnen), *alledaags]
        labels = [*(_label(zin.soorten) for zin in zinnen), *(GEEN for _ in alledaags)]
        self._kenmerken.leer(teksten)
        self._model = leer(
            self._kenmerken.van(teksten),
            labels,
            breedte=self._config["breedte"],
            demping=self._config["demping"],
            fout_hoogstens=0.02,
        )

    def process(self, messages: list[Message]) -> list[Message]:
        """Set `gevaar` on every message, and the intent on those that are surely about danger."""
        for bericht in messages:
            kans, soorten, volgens_regels = self._onthouden.van(bericht.get(TEXT) or "", self.oordeel)
            zeker = kans >= self._config["zeker"]
            rij = [soort.value for soort in op_volgorde(soorten)]
            misschien = not zeker and kans >= self._config["vermoeden"]
            gevaar = {
                "zeker": rij if zeker else [],
                "vermoeden": rij if misschien else [],
                "opnieuw": misschien and (volgens_regels or kans >= self._config["opnieuw"]),
            }
            bericht.set("gevaar", gevaar, add_to_output=True)
            if zeker:
                intent = {"name": "gevaar", "confidence": 1.0, "beslist": True}
                bericht.set(INTENT, intent, add_to_output=True)
                bericht.set("intent_ranking", [intent], add_to_output=True)
        return messages

    def oordeel(self, tekst: str) -> Oordeel:
        """How likely a text speaks of danger, by both stages. The surest piece of a long text counts, and a
        sentence in it that is clear by itself: "ruzie over mijn uren. soms denk ik, waarvoor doe ik het nog".

        What the rules see is asked about at least, however harmless it looks by likeness: a question in vain
        costs less than a danger that was let go. A short everyday answer ("ni echt") and a bare "en voor
        bemiddeling?" look like anything, and tell nothing that could be danger. Who must wipe at once is
        not shown help lines first.
        """
        if wist_in_haast(tekst):
            return Oordeel(0.0, frozenset())
        regels = vind_gevaar(tekst)
        if not tekst.strip() or self._model is None or (not regels and self._is_bekend(tekst)):
            return Oordeel(1.0 if regels else 0.0, regels, bool(regels))
        geheel = list(stukken(tekst))[:MEESTE_STUKKEN]
        los = losse_zinnen(tekst)[: MEESTE_STUKKEN - len(geheel)]
        kansen = self._model.kansen(self._kenmerken.van([*geheel, *los]))
        kans = 1 - kansen[:, self._model.labels.index(GEEN)]
        # A sentence counts by itself only when it is clear.
        kans[len(geheel) :][kans[len(geheel) :] < self._config["los"]] = 0
        hoogste = float(kans.max())
        hoog = kansen[kans >= hoogste / 2]
        soorten = frozenset().union(*(_soorten(rij, self._model.labels) for rij in hoog))
        if len(tekst.split()) <= WEINIG_WOORDEN:
            hoogste = min(hoogste, self._config["vermoeden"])
        gewogen = max(self._met_regels(hoogste), self._config["vermoeden"]) if regels else hoogste
        return Oordeel(gewogen, regels | soorten, bool(regels))

    def _is_bekend(self, tekst: str) -> bool:
        bekend = normaliseer(tekst) in self._bekend or lees_wens(tekst) in (Wens.WISSEN, Wens.HERVATTEN)
        bekend = bekend or (iemand_komt(tekst) and "help" not in normaliseer(tekst).split())
        return bekend or is_alledaags(tekst) or lees_vervolg(tekst) is not None

    def _met_regels(self, kans: float) -> float:
        macht = float(np.exp(self._config["regels"]))
        return kans * macht / (kans * macht + 1 - kans)


def _label(soorten: frozenset[Gevaar]) -> str:
    """The most urgent kind; the recogniser knows one label a sentence."""
    return next((soort.value for soort in op_volgorde(soorten)), GEEN)


def _soorten(rij: NDArray[np.float64], labels: Sequence[str]) -> frozenset[Gevaar]:
    """The likeliest kind, and any other that has a fair share in how likely danger is."""
    per_soort = {Gevaar(label): kans for label, kans in zip(labels, rij, strict=True) if label != GEEN}
    grens = min(max(per_soort.values()), AANDEEL * sum(per_soort.values()))
    return frozenset(soort for soort, kans in per_soort.items() if kans >= grens)
