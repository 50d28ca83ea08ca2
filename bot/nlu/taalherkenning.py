"""Which language a message is in, when that is surely another one than Dutch."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from loket.talen import andere_taal

EIGENSCHAP = "taal"
"""The key in the outcome of a parse: an ISO 639-1 code; absent for Dutch and when unsure."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Taalherkenner(GraphComponent):
    """Sets `taal` on a message: the ISO code of another language. It changes nothing else."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],  # noqa: ARG003
        model_storage: ModelStorage,  # noqa: ARG003
        resource: Resource,  # noqa: ARG003
        execution_context: ExecutionContext,  # noqa: ARG003
    ) -> Taalherkenner:
        """There is nothing to configure."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the language on each message."""
        for bericht in messages:
            bericht.set(EIGENSCHAP, andere_taal(bericht.get(TEXT) or ""), add_to_output=True)
        return messages
