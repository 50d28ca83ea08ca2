"""The components of the pipeline as Rasa calls them."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

with warnings.catch_warnings():  # what Rasa itself imports is old
    warnings.simplefilter("ignore")
    import spacy
    from rasa.engine.graph import ExecutionContext, GraphSchema
    from rasa.engine.storage.local_model_storage import LocalModelStorage
    from rasa.engine.storage.resource import Resource
    from rasa.shared.nlu.constants import TEXT
    from rasa.shared.nlu.training_data.message import Message
    from rasa.shared.nlu.training_data.training_data import TrainingData

    from bot.nlu.spacy_model import installeer
    from bot.nlu.spacy_nl import Model, SpacyNl, VerkeerdModel, laad_spacy
    from bot.nlu.taalherkenning import Taalherkenner


def test_the_component_sets_the_language_in_the_output() -> None:
    berichten = [Message({TEXT: "I need help with my daughter"}), Message({TEXT: "hoe vraag ik hulp"})]
    uit = Taalherkenner().process(berichten)
    assert [bericht.as_dict(only_output_properties=True).get("taal") for bericht in uit] == ["en", None]


def _spacy(map: Path, model: str) -> tuple[dict[str, str], LocalModelStorage, Resource, ExecutionContext]:
    return {"model": model}, LocalModelStorage(map), Resource("spacy"), ExecutionContext(GraphSchema({}))


@pytest.fixture
def klein_model(tmp_path: Path) -> str:
    """A small Dutch pipeline on disk: the real loading code loads it."""
    nlp = spacy.blank("nl")
    nlp.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "GPE", "pattern": "Gent"},
            {"label": "PER", "pattern": "Amina"},
            {"label": "DATE", "pattern": "maandag"},
        ]
    )
    nlp.meta["name"] = "klein"
    nlp.meta["version"] = "1.2.3"
    nlp.to_disk(tmp_path / "klein")
    return str(tmp_path / "klein")


def test_spacy_sets_people_places_and_organisations(klein_model: str, tmp_path: Path) -> None:
    argumenten = _spacy(tmp_path, klein_model)
    SpacyNl.create(*argumenten).train(TrainingData())
    onderdeel = SpacyNl.load(*argumenten)
    assert onderdeel.model == Model("nl_klein", "1.2.3")
    bericht = Message({TEXT: "maandag komt Amina naar Gent"})
    onderdeel.process([bericht])
    assert [(e["entity"], e["value"], e["start"], e["end"]) for e in bericht.get("entities")] == [
        ("PERSON", "Amina", 13, 18),
        ("GPE", "Gent", 24, 28),
    ]


def test_without_a_model_there_are_no_entities(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    argumenten = _spacy(tmp_path, str(tmp_path / "er-niet"))
    SpacyNl.create(*argumenten).train(TrainingData())
    onderdeel = SpacyNl.load(*argumenten)
    assert onderdeel.model.naam == "blank"
    bericht = Message({TEXT: "Amina woont in Gent"})
    onderdeel.process([bericht])
    assert bericht.get("entities") is None
    assert caplog.text == ""


def test_another_model_than_at_training_is_said(
    klein_model: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    SpacyNl.create(*_spacy(tmp_path, klein_model)).train(TrainingData())
    SpacyNl.load(*_spacy(tmp_path, str(tmp_path / "er-niet")))
    assert "bij het trainen was het model nl_klein 1.2.3 er, nu is het blank" in caplog.text


def test_a_model_for_another_language_is_refused(tmp_path: Path) -> None:
    spacy.blank("fr").to_disk(tmp_path / "frans")
    with pytest.raises(VerkeerdModel, match="'fr'"):
        laad_spacy(str(tmp_path / "frans"))


def test_installing_the_model_goes_on_when_the_release_is_away(tmp_path: Path) -> None:
    assert installeer(adres=(tmp_path / "er-niet.whl").as_uri(), seconden=60) is False
