"""Runs the components of the pipeline outside a Rasa model, for benches and tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.importers.utils import training_data_from_paths
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.herkenner import Herkenner

C = TypeVar("C", bound=GraphComponent)
PROJECT = Path(__file__).parents[2]
DATA = PROJECT / "data" / "nlu"


@dataclass(frozen=True, slots=True)
class Begrepen:
    """What a message was understood as: the full label (`vraag/kost`) or `nlu_fallback`."""

    label: str
    beste: str
    zekerheid: float


def trainingsdata(map: Path = DATA) -> TrainingData:
    """The project's own examples."""
    return training_data_from_paths([str(pad) for pad in sorted(map.glob("**/*.yml"))], "nl")


def config_van(onderdeel: str) -> dict[str, Any]:
    """What config.yml says of a component of the pipeline."""
    pijplijn = yaml.safe_load((PROJECT / "config.yml").read_text(encoding="utf-8"))["pipeline"]
    return next(
        {k: v for k, v in stap.items() if k != "name"} for stap in pijplijn if stap["name"] == onderdeel
    )


def getrainde_herkenner(map: Path, data: TrainingData, config: dict[str, Any] | None = None) -> Herkenner:
    """A recogniser trained on `data` and loaded again from `map`, as Rasa would."""
    opslag, bron = LocalModelStorage(map), Resource("herkenner")
    context = ExecutionContext(GraphSchema({}))
    alles = {**Herkenner.get_default_config(), **(config or {})}
    Herkenner.create(alles, opslag, bron, context).train(data)
    return Herkenner.load(alles, opslag, bron, context)


def component_uit(soort: type[C], model: Path, map: Path) -> C:
    """A trained component of a model (`models/….tar.gz`), unpacked in `map`."""
    map.mkdir(exist_ok=True)
    opslag, gegevens = LocalModelStorage.from_model_archive(map, model)
    gemaakt = next(k for k in gegevens.predict_schema.nodes.values() if k.uses is soort)
    assert gemaakt.resource is not None  # noqa: S101  # a trained component has one
    alles = {**soort.get_default_config(), **gemaakt.config}
    component: C = soort.load(alles, opslag, gemaakt.resource, ExecutionContext(GraphSchema({})))
    return component


def begrijp(componenten: Iterable[Any], teksten: Sequence[str]) -> list[Begrepen]:
    """Each text through the components, one message at a time."""
    stappen = list(componenten)
    uit = []
    for tekst in teksten:
        bericht = Message({TEXT: tekst})
        for stap in stappen:
            stap.process([bericht])
        uit.append(lees(bericht.as_dict(only_output_properties=True)))
    return uit


def lees(uitkomst: dict[str, Any]) -> Begrepen:
    """The outcome of Rasa's parse as one label."""
    rangorde = [plek for plek in uitkomst["intent_ranking"] if plek["name"] != "nlu_fallback"]
    beste, zekerheid = rangorde[0]["name"], float(rangorde[0]["confidence"])
    keuze = uitkomst.get("response_selector", {}).get(beste)
    if keuze:
        beste, zekerheid = (
            keuze["response"]["intent_response_key"],
            float(keuze["response"]["confidence"]),
        )
    naam = uitkomst["intent"]["name"]
    return Begrepen(naam if naam == "nlu_fallback" else beste, beste, zekerheid)
