"""Signs of danger come before everything: decided by explicit rules, not by a probability."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from loket.domain.gevaar import vind_gevaar


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Gevaarherkenner(GraphComponent):
    """Gives a message with signs of danger the intent `gevaar`, decided: no later component changes it."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],  # noqa: ARG003
        model_storage: ModelStorage,  # noqa: ARG003
        resource: Resource,  # noqa: ARG003
        execution_context: ExecutionContext,  # noqa: ARG003
    ) -> Gevaarherkenner:
        """There is nothing to configure."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent on the messages with signs of danger."""
        for bericht in messages:
            if vind_gevaar(bericht.get(TEXT) or ""):
                intent = {"name": "gevaar", "confidence": 1.0, "beslist": True}
                bericht.set(INTENT, intent, add_to_output=True)
                bericht.set("intent_ranking", [intent], add_to_output=True)
        return messages
