"""A question with only a pronoun is about what was told last: through the model, with real conversations."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

from loket.kennis import laad_kennis
from tests.nlu.helften import HELFTEN, rijen, toets

with warnings.catch_warnings():  # what Rasa itself imports is old
    warnings.simplefilter("ignore")
    from rasa.shared.core.events import ActiveLoop, Event, SlotSet, UserUttered
    from rasa.shared.core.slots import AnySlot
    from rasa.shared.core.trackers import DialogueStateTracker
    from rasa.shared.nlu.constants import TEXT
    from rasa.shared.nlu.training_data.message import Message

    from bot.nlu.herkenner import Herkenner
    from bot.nlu.proef import component_uit, lees
    from bot.nlu.verband import Verband, verband_van

KENNIS = laad_kennis()
OVER = {id: onderwerp.over for id, onderwerp in KENNIS.items()}
GRENZEN = {"gekozen": (40, 1), "uitgehouden": (32, 5)}
"""Of the 43 in each half at least so many right, at most so many wrong."""


def gesprek(*events: Event) -> DialogueStateTracker:
    """A conversation in which this happened; a topic by its id was asked about and told."""
    return DialogueStateTracker.from_events("g", list(events), [AnySlot("onderwerp", [{}])])


def verteld(*ids: str) -> list[Event]:
    return [event for id in ids for event in (UserUttered("vraag"), SlotSet("onderwerp", id))]


@pytest.fixture(scope="module")
def herkenner(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Herkenner:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return component_uit(Herkenner, model, tmp_path_factory.mktemp("verband"))


def begrepen(herkenner: Herkenner, tekst: str, tracker: DialogueStateTracker | None) -> str:
    bericht = Message({TEXT: tekst})
    herkenner.process([bericht], tracker)
    return lees(bericht.as_dict(only_output_properties=True)).label.removeprefix("vraag/")


@pytest.mark.parametrize("deel", HELFTEN)
def test_a_pronoun_means_what_was_told_last(herkenner: Herkenner, deel: str) -> None:
    """`gekozen`: the half on which the weights were chosen; the other half was looked at in totals only."""
    apart = rijen("vervolg.csv", deel)
    gezien = [begrepen(herkenner, rij["zin"], gesprek(*verteld(rij["eerst"]))) for rij in apart]
    toets(apart, gezien, GRENZEN[deel])


@pytest.mark.parametrize(
    ("eerst", "zin", "onderwerp"),
    [
        # A general topic in between keeps the subject.
        (("wat_is_clientoverleg", "kost"), "en wie zit daar dan bij", "wie_zit_erbij"),
        (("erkenning", "voorzitter_worden"), "hoeveel verdient ge daarmee", "voorzitter_vergoeding"),
        # Who names another subject means that; a button means itself; what is understood stays so.
        (("erkenning",), "hoelang duurt een bemiddeling", "hoelang"),
        (("charter",), "Wat komt eruit?", "resultaat"),
        (("voorzitter_worden",), "wie leest dit", "wie_leest_dit"),
        (("voorzitter_worden",), "bedankt", "bedanken"),
    ],
)
def test_the_subject_goes_on_until_another_is_named(
    herkenner: Herkenner, eerst: tuple[str, ...], zin: str, onderwerp: str
) -> None:
    assert begrepen(herkenner, zin, gesprek(*verteld(*eerst))) == onderwerp


@pytest.mark.parametrize("zin", ["amai", "asdf jkl", "mijn broer is stom", "ik zal eens zien", "pff"])
def test_what_asks_nothing_is_no_question_about_the_subject(herkenner: Herkenner, zin: str) -> None:
    alleen = begrepen(herkenner, zin, None)
    assert begrepen(herkenner, zin, gesprek(*verteld("voorzitter_worden"))) == alleen


@pytest.mark.parametrize(
    ("events", "verband"),
    [
        ([], None),
        (verteld("tolk"), Verband("tolk", "tolk")),
        (verteld("werkplan", "kost"), Verband("kost", "werkplan")),
        (verteld("kost"), None),
        # Told twice in a row: who asks on is not helped by it a third time.
        (verteld("tolk", "tolk"), None),
        (verteld("tolk", "werkplan", "tolk"), Verband("tolk", "tolk")),
        ([*verteld("werkplan"), SlotSet("onderwerp", "advies")], None),
        ([*verteld("werkplan"), *(UserUttered("ok") for _ in range(5))], None),
        ([*verteld("werkplan"), UserUttered("ok")], Verband("werkplan", "werkplan")),
        # In a form only right after the explanation: then the form asked something itself.
        ([ActiveLoop("aanvraag_form"), *verteld("werkplan")], Verband("werkplan", "werkplan")),
        ([ActiveLoop("aanvraag_form"), *verteld("werkplan"), UserUttered("Gent")], None),
    ],
)
def test_what_a_conversation_is_about(events: list[Event], verband: Verband | None) -> None:
    assert verband_van(gesprek(*events), OVER) == verband
