"""What a message is about, and whether that is sure enough to answer.

Sentence vectors know that two sentences mean the same; n-grams survive typing errors; word fields know
the words of the domain. A text gets the label of the examples that it looks like (bot/nlu/gelijkenis.py).
What is in another language is compared with the examples of data/anderstalig too, and without Dutch spelling.
Why so: docs/decisions/0003-rules-and-a-linear-classifier.md; how good: docs/nlu.md.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Optional

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT, INTENT_RESPONSE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.model import CODE
from bot.nlu import vertaald
from bot.nlu.geleerd import Geleerd
from bot.nlu.gelijkenis import Gelijkenis, Gemeten, Getallen, leer
from bot.nlu.kenmerken import GEWICHTEN, Kenmerken, vraagzinnen
from bot.nlu.taalherkenning import EIGENSCHAP as TAAL
from bot.nlu.verband import Verband, in_verband, onderwerpen_over, titels, verband_van
from loket.domain.lezen.instemming import Instemming, is_kaal_antwoord, lees_ja_nee
from loket.domain.lezen.instrument import vraagt_aan
from loket.domain.lezen.meekijken import iemand_komt
from loket.domain.lezen.taal import normaliseer
from loket.domain.lezen.vervolg import lees_vervolg
from loket.domain.lezen.verwijzing import naamdelen
from loket.domain.lezen.vraagvorm import slotvraag, vraag_na_verhaal
from loket.domain.lezen.wensen import Wens, lees_wens
from loket.domain.nummer import noemt_nummer
from loket.domain.onthouden import Onthouden

logger = logging.getLogger(__name__)

BUITEN = "buiten_bereik"
"""Where sentences in a language land that the encoder does not know: then that is no understanding."""
HOOGSTENS = 0.999
"""How sure what is likely can be; only what is literally known is beyond doubt."""
ANDERSTALIG = {"vector_ruw": 1.0, "letters_ruw": 0.5}
"""Of a text in another language and of the examples only what was written: Dutch normalisation and mended
spelling would make Dutch of foreign words, and nonsense of the sentence."""
NAAST_VERTAALD = 3
"""Of topics without examples in other languages, one in so many of the Dutch ones stands beside those."""
ALLEEN = 0.5
"""How much a question that leans on what was told before says by itself, beside the same with its subject."""
ZELFDE = 0.1
"""How much nearer a topic about that subject is, and how much further what was told just now: who asks on
seldom wants the same once more. Chosen on half of tests/nlu/vervolg.csv."""
VRAAG = "vraag/"
_INSTEMMING: Mapping[Instemming | None, str] = {Instemming.JA: "bevestigen", Instemming.NEE: "ontkennen"}
_TREKT_IN = re.compile(r"\b(?:intrek\w*|trek\w*|stop\w*|annul\w*|schrap\w*)\b")
"""Beside the number of an aanvraag: it must stop. Without one of these: how does it stand?"""
IN_VERHAAL = 0.5
"""How much the question in a story says beside all of it: by itself it may be about anything ("mag hij dat,
op die leeftijd?"). Chosen on half of tests/nlu/vers.csv and on tests/nlu/verhalen.csv."""
LANG_VERHAAL = 60
"""In a story of more words its question is lost among what it tells: there it counts twice. Chosen on made-up
stories of 160 words; tests/nlu/verhalen.csv has none so long."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Herkenner(Geleerd):
    """Intent and topic of a message, or `nlu_fallback` when neither is sure.

    Trained on the full labels (`vraag/kost`). Gives Rasa's own shapes: `intent`, `intent_ranking`, and
    for a topic `response_selector`, as Rasa's ResponseSelector would. This is the one place that decides
    whether it is sure. A message whose intent an earlier component decided is left as it is.
    """

    BESTAND = "herkenner.pickle"
    BRONNEN = (*CODE, vertaald.PATROON)
    GELEERD = (
        *("_kenmerken", "_model", "_kenmerken_anders", "_anders", "_letterlijk"),
        *("_over", "_naamdelen", "_titels"),
    )

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._kenmerken = Kenmerken({**GEWICHTEN, **config["gewichten"]}, herstel=True)
        self._model: Gelijkenis | None = None
        self._kenmerken_anders = Kenmerken(ANDERSTALIG)
        self._anders: Gelijkenis | None = None
        self._letterlijk: dict[str, str] = {}
        self._over: dict[str, str] = {}
        self._naamdelen: frozenset[str] = frozenset()
        self._titels: frozenset[str] = frozenset()
        # As rows of numbers: with the labels beside each of them they would take twenty times the memory.
        self._onthouden: Onthouden[Getallen] = Onthouden()
        self._onthouden_verband: Onthouden[Getallen] = Onthouden()
        self._onthouden_anders: Onthouden[Getallen] = Onthouden()

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`gewichten`: weights of the kinds of features, where they differ from `kenmerken.GEWICHTEN`.
        `breedte` and `demping`: see `gelijkenis.leer`. `drempel`: below this the message is not understood;
        none: the threshold at which, by leave-one-out, at most `fout_hoogstens` of the answers are wrong.
        `drempel_anders`: the same for a message in another language (leave-one-out says little there: a
        topic has five examples in a language, all in other words). `zonder`: intents that rules decide; their
        examples are left out.
        """
        return {
            "gewichten": {},
            "breedte": 1.0,
            "demping": 0.1,
            "fout_hoogstens": 0.03,
            "drempel": None,
            "drempel_anders": 0.7,
            "ranking_length": 10,
            "zonder": ["gevaar"],
        }

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example that has an intent, and keep what was learnt."""
        teksten, labels = self.voorbeelden(training_data)
        self._model = self._leer(self._kenmerken, teksten, labels)
        nederlands = list(zip(teksten, labels, strict=True))
        anders = [(v.tekst, v.label) for v in vertaald.voorbeelden()]
        # Dutch last: what is a sentence in two languages means what it means here.
        self._letterlijk = {normaliseer(tekst): label for tekst, label in anders + nederlands}
        vertaalde_labels = {label for _, label in anders}
        anders += [paar for paar in nederlands if paar[1] not in vertaalde_labels][::NAAST_VERTAALD]
        self._anders = self._leer(self._kenmerken_anders, *zip(*anders, strict=True))
        self._over = onderwerpen_over(training_data.responses)
        self._naamdelen = naamdelen(self._over.values())
        self._titels = titels(training_data.responses)
        self._onthouden, self._onthouden_anders = Onthouden(), Onthouden()
        self._onthouden_verband = Onthouden()
        logger.info("Herkenner, leave-one-out: %s", self._model.gemeten)
        return self.bewaar()

    def _leer(self, kenmerken: Kenmerken, teksten: Sequence[str], labels: Sequence[str]) -> Gelijkenis:
        kenmerken.leer(teksten)
        return leer(
            kenmerken.van(teksten),
            labels,
            breedte=self._config["breedte"],
            demping=self._config["demping"],
            fout_hoogstens=self._config["fout_hoogstens"],
        )

    def voorbeelden(self, training_data: TrainingData) -> tuple[list[str], list[str]]:
        """The texts to learn from and their full labels."""
        met_intent = [
            v
            for v in training_data.intent_examples
            if v.get(TEXT) and v.get(INTENT) not in self._config["zonder"]
        ]
        return [v.get(TEXT) for v in met_intent], [
            v.get(INTENT_RESPONSE_KEY) or v.get(INTENT) for v in met_intent
        ]

    @property
    def gemeten(self) -> Gemeten | None:
        """What leave-one-out said at training."""
        return self._model.gemeten if self._model else None

    @property
    def drempel(self) -> float:
        """Below this probability of the best label the message is not understood."""
        vast = self._config["drempel"]
        return float(vast) if vast is not None else self._model.gemeten.drempel if self._model else 1.0

    def process(
        self,
        messages: list[Message],
        tracker: Optional[DialogueStateTracker] = None,  # noqa: UP045 - Rasa's own check knows no other form
    ) -> list[Message]:
        """Set intent, ranking and topic on each message that has no decided intent yet. With the conversation
        (`tracker`) a question that leans on what was told last is read as one about that.
        """
        verband = verband_van(tracker, self._over)
        for bericht in messages:
            if (
                bericht.get(TEXT)
                and not (bericht.get(INTENT) or {}).get("beslist")
                and self._model is not None
            ):
                anders = bool(bericht.get(TAAL))
                drempel = self._config["drempel_anders"] if anders else self.drempel
                per_label = self._per_label(bericht.get(TEXT), self._model, anders=anders)
                if verband and not anders:
                    per_label = self._verbonden(bericht.get(TEXT), self._model, verband, per_label)
                self._zet(bericht, per_label, drempel, anders=anders)
                if not anders and (vraag := vraag_na_verhaal(bericht.get(TEXT))):
                    slot = self._slotvraag(vraag, self._model)
                    bericht.set("slotvraag", slot, add_to_output=True)
        return messages

    def _slotvraag(self, vraag: str, model: Gelijkenis) -> dict[str, Any]:
        """The topic of the question at the end of a story, and how sure that is: in a form the story is an
        answer, and its question wants one.
        """
        per_label = _bij_naam(model, self._onthouden.van(vraag, partial(_kansen, model, self._kenmerken)))
        beste = max((label for label in per_label if label.startswith(VRAAG)), key=per_label.__getitem__)
        return {"onderwerp": beste.removeprefix(VRAAG), "zekerheid": per_label[beste]}

    def _verbonden(
        self, tekst: str, model: Gelijkenis, verband: Verband, alleen: Mapping[str, float]
    ) -> Mapping[str, float]:
        """The probability of each label for a message after `verband`; as it stands (`alleen`) when it does
        not lean on that, is a button's text, or is surely something else than a question.
        """
        beste = max(alleen, key=alleen.__getitem__)
        zeker = alleen[beste] >= self.drempel
        if tekst in self._titels or (zeker and not beste.startswith(VRAAG)):
            return alleen
        samen = in_verband(tekst, verband, self._naamdelen, zeker=zeker)
        if samen is None:
            return alleen
        # The same words after something else are another question.
        sleutel = "\0".join((tekst, *samen))
        kansen = self._onthouden_verband.van(sleutel, lambda _: self._kansen_samen(tekst, model, samen))
        return _bij_naam(model, kansen)

    def _kansen_samen(self, tekst: str, model: Gelijkenis, verband: Verband) -> Getallen:
        """What the text says by itself and with its subject named adds up, for the topics."""
        alleen, genoemd = model.scores(self._kenmerken.van([tekst, f"{tekst} {verband.over}"]))
        onderwerpen = [
            label.removeprefix(VRAAG) if label.startswith(VRAAG) else None for label in model.labels
        ]
        zelfde = np.array([self._over.get(id or "", "") == verband.over for id in onderwerpen])
        verteld = np.array([id == verband.laatste for id in onderwerpen])
        samen = ALLEEN * alleen + genoemd + ZELFDE * zelfde - ZELFDE * verteld
        is_onderwerp = np.array([id is not None for id in onderwerpen])
        kansen: Getallen = model.waarschijnlijk(np.where(is_onderwerp, samen, alleen)[None])[0]
        return kansen

    def _per_label(self, tekst: str, model: Gelijkenis, *, anders: bool) -> Mapping[str, float]:
        """The probability of each label; `anders`: the text is in another language than Dutch.

        A button says its own text: what is literally an example is that, without doubt. So is a short
        question about what was told last ("waarom?"), a bare yes or no ("jep"), and the wish to wipe.
        """
        kaal = normaliseer(tekst)
        letterlijk = self._letterlijk.get(kaal) or lees_vervolg(tekst) or _door_regel(tekst, kaal)
        if letterlijk in model.labels:
            return {label: 1.0 if label == letterlijk else 0.0 for label in model.labels}
        if anders and self._anders is not None:
            model, kenmerken, onthouden = self._anders, self._kenmerken_anders, self._onthouden_anders
        else:
            kenmerken, onthouden = self._kenmerken, self._onthouden
        return _bij_naam(model, onthouden.van(tekst, partial(_kansen, model, kenmerken)))

    def _zet(self, bericht: Message, per_label: Mapping[str, float], drempel: float, *, anders: bool) -> None:
        beste = max(per_label, key=per_label.__getitem__)
        rangorde = _rangorde(per_label, beste)
        if per_label[beste] < drempel or (anders and beste == BUITEN):
            terugval = {"name": DEFAULT_NLU_FALLBACK_INTENT_NAME, "confidence": 1.0 - per_label[beste]}
            rangorde.insert(0, terugval)
        rangorde = rangorde[: self._config["ranking_length"]]
        bericht.set(INTENT, rangorde[0], add_to_output=True)
        bericht.set("intent_ranking", rangorde, add_to_output=True)
        bericht.set("response_selector", _onderwerpen(per_label), add_to_output=True)


def _kansen(model: Gelijkenis, kenmerken: Kenmerken, tekst: str) -> Getallen:
    """The probability of each of the model's labels.

    A story is about many things, the question in it about one: what both say adds up. Of more questions
    the one that is clearest counts; in a long story the one at its end.
    """
    scores = model.scores(kenmerken.van([tekst]))
    if len(tekst.split()) > LANG_VERHAAL and (vraag := slotvraag(tekst)):
        scores += 2 * model.scores(kenmerken.van([vraag]))
    elif zinnen := vraagzinnen(tekst):
        vragen = model.scores(kenmerken.van(zinnen))
        scores += IN_VERHAAL * vragen[model.waarschijnlijk(vragen).max(axis=1).argmax()]
    kansen: Getallen = model.waarschijnlijk(scores)[0]
    return kansen


def _door_regel(tekst: str, kaal: str) -> str | None:
    """The intent of a bare yes or no in whatever words, of the wishes to wipe, to leave because somebody
    comes, and to go on, and of a longer text that asks for an instrument in so many words; else None.
    """
    wens = lees_wens(tekst)
    if wens is Wens.WISSEN or iemand_komt(tekst):
        return "gesprek_wissen"
    if wens is Wens.HERVATTEN:
        return "verdergaan"
    if noemt_nummer(tekst):
        return "aanvraag_intrekken" if _TREKT_IN.search(kaal) else "aanvraag_opvolgen"
    if vraagt_aan(tekst):
        return "aanvraag_doen"
    return _INSTEMMING.get(lees_ja_nee(kaal)) if is_kaal_antwoord(kaal) else None


def _bij_naam(model: Gelijkenis, kansen: Getallen) -> Mapping[str, float]:
    return dict(zip(model.labels, np.minimum(kansen, HOOGSTENS).tolist(), strict=True))


def _rangorde(per_label: Mapping[str, float], beste: str) -> list[dict[str, Any]]:
    """The intents by probability; that of the best label first, however the topics of another add up."""
    per_intent: dict[str, float] = {}
    for label, kans in per_label.items():
        naam = label.partition("/")[0]
        per_intent[naam] = per_intent.get(naam, 0.0) + kans
    eerste = beste.partition("/")[0]
    volgorde = sorted(per_intent, key=lambda naam: (naam != eerste, -per_intent[naam]))
    hoogstens = 1.0 if per_label[beste] == 1.0 else HOOGSTENS
    return [{"name": naam, "confidence": min(per_intent[naam], hoogstens)} for naam in volgorde]


def _onderwerpen(per_label: Mapping[str, float]) -> dict[str, Any]:
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
