"""Names of people, places and organisations in a message, by spaCy's Dutch model where it is installed.

The model is published on its makers' release page only, so it may be absent: then spaCy's blank Dutch
pipeline would give tokens and no entities, and the patterns and the list of places do without. That pipeline
is not made until somebody asks for it: it takes a second of a start, and spaCy itself 40 MB.
"""

from __future__ import annotations

import importlib.metadata
import json
import logging
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.geleerd import Trainbaar
from bot.nlu.spacy_model import heeft

if TYPE_CHECKING:
    from spacy.language import Language

TAAL = "nl"
VERSIE = importlib.metadata.version("spacy")
LEEG = "blank"
SOORTEN = frozenset(("PERSON", "GPE", "ORG"))
_ANDERE_NAMEN = {"PER": "PERSON", "LOC": "GPE"}
BESTAND = "spacy.json"
MEESTE_TEKENS = 4000
logger = logging.getLogger(__name__)


class VerkeerdModel(Exception):
    """The installed spaCy model cannot be used. The message says which one, and what to do."""


@dataclass(frozen=True, slots=True)
class Model:
    """Which spaCy model is used."""

    naam: str
    versie: str

    def __str__(self) -> str:
        return self.naam if self.naam == LEEG else f"{self.naam} {self.versie}"


def is_er(naam: str) -> bool:
    """Whether there is a model of that name: an installed package, or a folder."""
    return heeft(naam) or Path(naam).is_dir()


def laad_spacy(naam: str) -> Language:
    """The installed model, or the blank Dutch pipeline. Raises VerkeerdModel."""
    import spacy  # noqa: PLC0415 - heavy, and used only where there is a model

    if not is_er(naam):
        return spacy.blank(TAAL)
    try:
        nlp = spacy.load(naam)
    except (OSError, ValueError) as fout:
        raise VerkeerdModel(
            f"Het spaCy-model {naam} past niet bij spaCy {VERSIE}: installeer het opnieuw met "
            f"`python -m bot.nlu.spacy_model`, of verwijder het. ({fout})"
        ) from fout
    if nlp.lang != TAAL:
        raise VerkeerdModel(f"Het spaCy-model {naam} is voor de taal {nlp.lang!r}, niet voor {TAAL!r}.")
    return nlp


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class SpacyNl(Trainbaar, EntityExtractorMixin):
    """Sets the entities PERSON, GPE and ORG on a message. "Training" records which model was there."""

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self.model = Model(LEEG, VERSIE)
        if is_er(config["model"]):
            meta = self.nlp.meta
            self.model = Model(f"{meta['lang']}_{meta['name']}", str(meta["version"]))

    @cached_property
    def nlp(self) -> Language:
        """The pipeline. Raises VerkeerdModel."""
        return laad_spacy(self._config["model"])

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`model`: the package, or the folder, of a spaCy model."""
        return {"model": "nl_core_news_sm"}

    def train(self, training_data: TrainingData) -> Resource:  # noqa: ARG002  # nothing is learnt from it
        """Record the model that is installed now."""
        with self._opslag.write_to(self._bron) as map:
            (map / BESTAND).write_text(json.dumps(asdict(self.model)), encoding="utf-8")
        return self._bron

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003
        **_kwargs: Any,
    ) -> SpacyNl:
        """The component; another model than at training is reported, and is safe: only entities use it.

        Raises VerkeerdModel when what is installed cannot give Dutch entities at all.
        """
        onderdeel = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as map:
            toen = Model(**json.loads((map / BESTAND).read_text(encoding="utf-8")))
        if toen != onderdeel.model:
            logger.warning(
                "spaCy: bij het trainen was het model %s er, nu is het %s. Namen en plaatsen kunnen anders "
                "herkend worden; train opnieuw (`make train`) om dit te herstellen.",
                toen,
                onderdeel.model,
            )
        return onderdeel

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the entities that the model finds."""
        for bericht in messages:
            gevonden = self._entiteiten(bericht.get(TEXT) or "")
            if gevonden:
                bericht.set(ENTITIES, [*(bericht.get(ENTITIES) or []), *gevonden], add_to_output=True)
        return messages

    def _entiteiten(self, tekst: str) -> list[dict[str, Any]]:
        if self.model.naam == LEEG:
            return []
        return [
            {
                "entity": soort,
                "value": stuk.text,
                "start": stuk.start_char,
                "end": stuk.end_char,
                "extractor": type(self).__name__,
            }
            for stuk in self.nlp(tekst[:MEESTE_TEKENS]).ents
            if (soort := _ANDERE_NAMEN.get(stuk.label_, stuk.label_)) in SOORTEN
        ]
