"""What the components that train share: Rasa makes them, keeps what they learnt, and loads it again."""

from __future__ import annotations

import pickle
from typing import Any, ClassVar, Self

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.model import CODE, vingerafdruk
from loket.settings import PROJECT


class Trainbaar(GraphComponent):
    """A component of ours that keeps something of its training, and knows where."""

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._opslag = model_storage
        self._bron = resource

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003
    ) -> Self:
        """A new, untrained component."""
        return cls(config, model_storage, resource)


class Geleerd(IntentClassifier, Trainbaar):
    """A classifier of ours. A subclass names its file and the attributes that hold what it learnt."""

    BESTAND: ClassVar[str]
    GELEERD: ClassVar[tuple[str, ...]]
    BRONNEN: ClassVar[tuple[str, ...]] = CODE

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:  # noqa: ARG003
        """Rasa uses what was learnt before when class, settings and training data are the same.
        That is too little: a component leans on other code too, and learns from more."""
        return vingerafdruk(PROJECT, cls.BRONNEN)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003
        **_kwargs: Any,
    ) -> Self:
        """What was learnt, from a model that this project trained itself (pickle runs what it loads)."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as map:
            geleerd = pickle.loads((map / cls.BESTAND).read_bytes())  # noqa: S301 - see above
        for naam, waarde in zip(cls.GELEERD, geleerd, strict=True):
            setattr(component, naam, waarde)
        return component

    def bewaar(self) -> Resource:
        """Keep what was learnt, for `load`."""
        with self._opslag.write_to(self._bron) as map:
            geleerd = tuple(getattr(self, naam) for naam in self.GELEERD)
            (map / self.BESTAND).write_bytes(pickle.dumps(geleerd, protocol=pickle.HIGHEST_PROTOCOL))
        return self._bron

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing to add to training data: no later component learns from the outcome."""
        return training_data
