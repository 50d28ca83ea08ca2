"""The components of the pipeline as Rasa calls them."""

from __future__ import annotations

import json
import socket
import warnings
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

with warnings.catch_warnings():  # what Rasa itself imports is old
    warnings.simplefilter("ignore")
    import spacy
    from rasa.engine.graph import ExecutionContext, GraphSchema
    from rasa.engine.storage.local_model_storage import LocalModelStorage
    from rasa.engine.storage.resource import Resource
    from rasa.shared.nlu.constants import TEXT
    from rasa.shared.nlu.training_data.message import Message
    from rasa.shared.nlu.training_data.training_data import TrainingData

    from bot.model import bronnen, vingerafdruk
    from bot.nlu import kenmerken
    from bot.nlu.encoder import encoder
    from bot.nlu.gevaar import Gevaarherkenner
    from bot.nlu.herkenner import Herkenner
    from bot.nlu.proef import begrijp, component_uit
    from bot.nlu.spacy_model import VERSIE, bereikbaar, eenmaal, heeft
    from bot.nlu.spacy_nl import Model, SpacyNl, VerkeerdModel, laad_spacy
    from bot.nlu.taalherkenning import Taalherkenner
    from bot.rasa_server import OPWARMERS
    from loket.settings import PROJECT
    from loket.talen import Woordenlijsten, andere_taal


def test_the_component_sets_the_language_in_the_output(tmp_path: Path) -> None:
    argumenten = ({}, LocalModelStorage(tmp_path), Resource("talen"), ExecutionContext(GraphSchema({})))
    Taalherkenner.create(*argumenten).train(TrainingData())
    berichten = [Message({TEXT: "I need help with my daughter"}), Message({TEXT: "hoe vraag ik hulp"})]
    uit = Taalherkenner.load(*argumenten).process(berichten)
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
    assert [stuk.text for stuk in onderdeel.nlp("Amina woont in Gent.")] == [
        "Amina",
        "woont",
        "in",
        "Gent",
        ".",
    ]


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


def test_a_model_that_this_spacy_cannot_run_is_refused_with_what_to_do(klein_model: str) -> None:
    config = Path(klein_model) / "config.cfg"
    config.write_text(
        config.read_text(encoding="utf-8").replace('"entity_ruler"', '"iets_nieuws"'), encoding="utf-8"
    )
    with pytest.raises(VerkeerdModel, match="installeer het opnieuw"):
        laad_spacy(klein_model)


def test_a_newer_model_of_the_same_name_is_said(
    klein_model: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    SpacyNl.create(*_spacy(tmp_path, klein_model)).train(TrainingData())
    meta = Path(klein_model) / "meta.json"
    meta.write_text(meta.read_text(encoding="utf-8").replace("1.2.3", "1.3.0"), encoding="utf-8")
    SpacyNl.load(*_spacy(tmp_path, klein_model))
    assert "het model nl_klein 1.2.3 er, nu is het nl_klein 1.3.0" in caplog.text


def test_the_model_is_tried_once_and_quietly(tmp_path: Path) -> None:
    weg, merk = (tmp_path / "er-niet.whl").as_uri(), tmp_path / "geprobeerd"
    assert "going on without" in eenmaal(weg, "er_is_geen_pakket_zo", merk)
    assert merk.read_text(encoding="utf-8") == VERSIE
    assert eenmaal(weg, "er_is_geen_pakket_zo", merk) == ""
    # Another version is tried again; a model that is there is not.
    merk.write_text("0.0.0", encoding="utf-8")
    assert "going on without" in eenmaal(weg, "er_is_geen_pakket_zo", merk)
    assert eenmaal(weg, "spacy", tmp_path / "ander") == ""
    assert not (tmp_path / "ander").exists()


def test_what_does_not_answer_costs_little() -> None:
    with socket.socket() as stil:  # it takes the connection and never answers
        stil.bind(("127.0.0.1", 0))
        stil.listen(1)
        assert not bereikbaar(f"http://127.0.0.1:{stil.getsockname()[1]}/model.whl", seconden=0.2)


def test_make_run_tries_the_model() -> None:
    doel = (Path(__file__).parents[2] / "Makefile").read_text(encoding="utf-8").partition("\nrun:")[2]
    regels = doel.partition("\n\n")[0].splitlines()
    assert [regel.split()[-1] for regel in regels if "-m bot" in regel] == [
        "bot.nlu.spacy_model",
        "bot.model",
        "bot",
    ]


@pytest.fixture
def pakket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A small Dutch pipeline as an importable package, as the makers of spaCy publish theirs."""
    nlp = spacy.blank("nl")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PER", "pattern": "Amina"}])  # type: ignore[attr-defined]
    nlp.meta.update(name="core_news_proef", version="3.8.9")
    naam, map = "nl_core_news_proef", tmp_path / "site"
    (map / naam).mkdir(parents=True)
    nlp.to_disk(map / naam / f"{naam}-3.8.9")
    (map / naam / "meta.json").write_text(json.dumps(nlp.meta), encoding="utf-8")
    (map / naam / "__init__.py").write_text(
        "from pathlib import Path\n"
        "from spacy.util import load_model_from_init_py\n"
        "def load(**overrides):\n"
        "    return load_model_from_init_py(__file__, **overrides)\n",
        encoding="utf-8",
    )
    info = map / f"{naam}-3.8.9.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {naam}\nVersion: 3.8.9\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(map))
    return naam


def test_an_installed_package_is_loaded_and_recorded(pakket: str, tmp_path: Path) -> None:
    assert heeft(pakket)
    argumenten = _spacy(tmp_path, pakket)
    SpacyNl.create(*argumenten).train(TrainingData())
    onderdeel = SpacyNl.load(*argumenten)
    assert onderdeel.model == Model(pakket, "3.8.9")
    bericht = Message({TEXT: "ik ben Amina"})
    onderdeel.process([bericht])
    assert [(e["entity"], e["value"]) for e in bericht.get("entities")] == [("PERSON", "Amina")]


def test_what_warms_up_is_no_example(model: Path, tmp_path: Path) -> None:
    """Else the vectors would load while the first person waits."""
    encoder.cache_clear()
    kenmerken._laatste.clear()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Rasa's, about its own domain format
        delen = [
            component_uit(soort, model, tmp_path / soort.__name__) for soort in (Gevaarherkenner, Herkenner)
        ]
    begrijp(delen, OPWARMERS[:1])
    assert encoder.cache_info().currsize == 1
    assert andere_taal(OPWARMERS[1], Woordenlijsten().gewoon) == "fr"


def test_what_was_learnt_before_is_used_again_only_when_its_code_and_sentences_are_the_same() -> None:
    """Rasa's cache knows the class alone: without the rest a change would train nothing anew."""
    for soort, leunt_op in (
        (Herkenner, {"bot/nlu/kenmerken.py", "bot/nlu/gelijkenis.py", "loket/domain/lezen/taal.py"}),
        (Herkenner, {"data/anderstalig/tr.csv"}),
        (Gevaarherkenner, {"bot/nlu/kenmerken.py", "data/gevaar/achtste.csv", "data/anderstalig/tr.csv"}),
        (Taalherkenner, {"loket/talen.py", "loket/domain/andere_taal.py"}),
    ):
        gezien = {str(pad.relative_to(PROJECT)) for pad in bronnen(PROJECT, soort.BRONNEN)}
        assert leunt_op <= gezien
        assert soort.fingerprint_addon({}) == vingerafdruk(PROJECT, soort.BRONNEN)


def test_a_text_that_was_just_asked_for_is_not_worked_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Danger and topic look at the same message, each in a spelling of its own beside the one as typed."""
    zinnen = encoder()
    gevraagd: list[list[str]] = []

    class Teller:
        @staticmethod
        def encode(teksten: list[str]) -> NDArray[np.float32]:
            gevraagd.append(teksten)
            uit: NDArray[np.float32] = zinnen.encode(teksten)
            return uit

    monkeypatch.setattr(kenmerken, "encoder", Teller)
    samen = kenmerken.vectoren(["mn dochter", "mijn dochter", "mn dochter"])
    assert samen[0] == pytest.approx(samen[2])
    weer = kenmerken.vectoren(["mn dochter", "een dochter"])
    assert weer[0] == pytest.approx(samen[0])
    assert gevraagd == [["mn dochter", "mijn dochter"], ["een dochter"]]
    assert set(kenmerken._laatste) == {"mn dochter", "een dochter"}  # and no older message
