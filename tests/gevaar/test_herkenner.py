"""The danger component of the trained model: what it must see, leave be, and survive."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bench.nlu import rijen
from bot.nlu.gevaar import STUK, Gevaarherkenner, stukken
from bot.nlu.proef import config_van
from loket.domain.gesprek.stand import VRAGEN
from loket.domain.gevaar import JA_GEVAAR, NEE_GEVAAR, Gevaar

CONFIG = config_van("bot.nlu.gevaar.Gevaarherkenner")


def verwerkt(herkenner: Gevaarherkenner, tekst: str) -> Message:
    bericht = Message({TEXT: tekst})
    herkenner.process([bericht])
    return bericht


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("ik wil niet meer leven", Gevaar.ZELFDODING),
        ("mijn stiefvader slaat mij", Gevaar.GEWELD),
        ("ik snij mezelf elke dag", Gevaar.ZELFVERWONDING),
        ("mijn oom raakt mij aan onder mijn kleren", Gevaar.MISBRUIK),
        ("ik ben weggelopen en ik slaap op straat", Gevaar.ONMIDDELLIJK),
        ("je veux mourir", Gevaar.ZELFDODING),
        ("my dad beats me", Gevaar.GEWELD),
    ],
)
def test_plain_words_are_sure(herkenner: Gevaarherkenner, tekst: str, soort: Gevaar) -> None:
    bericht = verwerkt(herkenner, tekst)
    assert soort.value in bericht.get("gevaar")["zeker"]
    assert bericht.get("gevaar")["vermoeden"] == []
    assert bericht.get("intent") == {"name": "gevaar", "confidence": 1.0, "beslist": True}


def test_ordinary_messages_are_left_alone(herkenner: Gevaarherkenner) -> None:
    """Of the held-out messages about topics few are asked about, and hardly any is answered as danger."""
    kansen = [herkenner.oordeel(rij["tekst"]).kans for rij in rijen()]
    assert sum(kans >= CONFIG["vermoeden"] for kans in kansen) <= 0.04 * len(kansen)
    assert sum(kans >= CONFIG["zeker"] for kans in kansen) <= 0.01 * len(kansen)


@pytest.mark.parametrize(
    "tekst",
    [
        *sorted({keuze.titel for vragen in VRAGEN.values() for vraag in vragen for keuze in vraag.keuzes}),
        "0498 12 34 56",
        "Sint-Niklaas",
        "na 16 uur, liefst per sms",
        "niet bellen als mijn vader thuis is",
        JA_GEVAAR,
        NEE_GEVAAR,
    ],
)
def test_what_forms_get_is_never_asked_about(herkenner: Gevaarherkenner, tekst: str) -> None:
    bericht = verwerkt(herkenner, tekst)
    assert bericht.get("gevaar") == {"zeker": [], "vermoeden": [], "opnieuw": False}


@pytest.mark.parametrize("plaats", [0, 3, 40])
def test_danger_is_seen_anywhere_in_a_long_story(herkenner: Gevaarherkenner, plaats: int) -> None:
    zinnen = ["We willen graag samen aan tafel zitten om afspraken te maken."] * 40
    zinnen.insert(plaats, "Mijn man heeft mij gisteren weer van de trap geduwd.")
    assert herkenner.oordeel(" ".join(zinnen)).kans >= CONFIG["vermoeden"]


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=3_000))
def test_any_text_is_judged(herkenner: Gevaarherkenner, tekst: str) -> None:
    oordeel = herkenner.oordeel(tekst)
    assert 0 <= oordeel.kans <= 1
    assert oordeel.soorten <= set(Gevaar)


@given(st.text(alphabet="ab .!?\n", max_size=3_000))
def test_pieces_keep_every_word_in_order(tekst: str) -> None:
    delen = list(stukken(tekst))
    assert " ".join(delen).split() == tekst.split()
    assert all(len(deel) <= STUK or len(deel.split()) == 1 for deel in delen)
