"""Which language a message is in, when that is surely another one than Dutch."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.geleerd import Geleerd
from loket.domain.andere_taal import is_onzin
from loket.domain.onthouden import Onthouden
from loket.talen import Woordenlijsten, andere_taal

EIGENSCHAP = "taal"
"""The key in the outcome of a parse: an ISO 639-1 code; absent for Dutch and when unsure."""
ONZIN = "onzin"
"""True for a message that is made of no words of any language."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Taalherkenner(Geleerd):
    """Sets `taal` on a message, the ISO code of another language, and `onzin`. It changes nothing else.

    At training it makes its lists of words: making them takes seconds and much memory, using them neither.
    """

    BESTAND = "talen.pickle"
    GELEERD = ("_lijsten",)

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._lijsten: Woordenlijsten | None = None
        self._onthouden: Onthouden[tuple[str | None, bool]] = Onthouden()

    def train(self, training_data: TrainingData) -> Resource:  # noqa: ARG002 - the languages are given
        """Make the lists, and keep them."""
        self._lijsten = Woordenlijsten()
        return self.bewaar()

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the language on each message, and whether it is language at all."""
        for bericht in messages:
            taal, onzin = self._onthouden.van(bericht.get(TEXT) or "", self._taal)
            bericht.set(EIGENSCHAP, taal, add_to_output=True)
            bericht.set(ONZIN, onzin, add_to_output=True)
        return messages

    def _taal(self, tekst: str) -> tuple[str | None, bool]:
        """The other language that a text is in, and whether it is nonsense."""
        if self._lijsten is None:
            return None, False
        taal = andere_taal(tekst, self._lijsten.gewoon)
        return taal, is_onzin(tekst, taal, self._lijsten.gewoon)
