"""Short follow-up questions keep their subject: after an explanation, in a form, after an advice."""

from __future__ import annotations

import pytest

from actions.kennis import NIETS_MEER
from loket.kennis import laad_kennis
from tests.conversation.gesprekken import praat
from tests.stapel import Gesprek, Stapel

KENNIS = laad_kennis()


def onderwerpen(gesprek: Gesprek) -> list[str]:
    """The topics of the last answers."""
    return [item["custom"].get("onderwerp", "") for item in gesprek.items]


@pytest.mark.parametrize(
    ("eerst", "dan", "onderwerp"),
    [
        ("Wat is cliëntoverleg?", "waarom?", "waarom_clientoverleg"),
        ("Wat is cliëntoverleg?", "meer", "wat_is_clientoverleg"),
        ("Wat is cliëntoverleg?", "leg eens makkelijker uit", "wat_is_clientoverleg"),
        ("Wat is cliëntoverleg?", "en voor bemiddeling?", "wat_is_bemiddeling"),
        ("Wat is cliëntoverleg?", "en hoelang duurt dat?", "hoelang"),
        ("Wat is cliëntoverleg?", "en wat kost dat?", "kost"),
        ("Wat is bemiddeling?", "waarom?", "wat_is_bemiddeling"),
        ("Wat is bemiddeling?", "en bij een cliëntoverleg?", "wat_is_clientoverleg"),
        ("Wie leidt een cliëntoverleg?", "en bij bemiddeling dan?", "wie_leidt_bemiddeling"),
        ("Wat is een werkplan?", "vertel eens meer", "werkplan"),
        ("Wat is een werkplan?", "ik snap da ni", "werkplan"),
        ("Hoelang duurt het?", "makkelijker aub", "hoelang"),
        ("Wat kost het?", "wablief?", "kost"),
    ],
)
def test_after_an_explanation(stapel: Stapel, eerst: str, dan: str, onderwerp: str) -> None:
    gesprek = stapel.begin()
    praat(gesprek, eerst, dan)

    assert onderwerpen(gesprek) == [onderwerp], gesprek.tekst
    if "makkelijker" in dan or "wablief" in dan or "snap" in dan:
        assert gesprek.tekst.startswith(KENNIS[onderwerp].makkelijk)


def test_more_is_told_once_and_then_what_is_near(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    eerste = praat(gesprek, "Wat is cliëntoverleg?", "meer")
    tweede = praat(gesprek, "meer")

    assert eerste.startswith(KENNIS["wat_is_clientoverleg"].meer[None])
    assert tweede.startswith(NIETS_MEER)
    assert KENNIS["werkplan"].titel in gesprek.knoppen
    assert "Ik wil een mens spreken" in gesprek.knoppen


@pytest.mark.parametrize(
    "zin", ["waarom?", "meer", "leg eens makkelijker uit", "en hoe zit dat bij dat andere?"]
)
def test_without_a_subject_it_asks_which(stapel: Stapel, zin: str) -> None:
    gesprek = stapel.begin()
    praat(gesprek, zin)

    assert gesprek.tekst.startswith(("Waarover", "Wat wil je makkelijker"))
    assert "Wat is bemiddeling?" in gesprek.knoppen


def test_inside_a_form_after_an_explanation_and_the_form_goes_on(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "Ik ben een jongere", "Aanvraag bemiddeling")
    vraag = gesprek.tekst.splitlines()[-1]

    for zin, onderwerp in (
        ("Wat is een werkplan?", "werkplan"),
        ("leg eens makkelijker uit", "werkplan"),
        ("meer", "werkplan"),
        ("Wie leidt een cliëntoverleg?", "wie_leidt_clientoverleg"),
        ("en bij bemiddeling?", "wie_leidt_bemiddeling"),
    ):
        praat(gesprek, zin)
        assert onderwerpen(gesprek)[0] == onderwerp, gesprek.tekst
        assert gesprek.tekst.endswith(vraag)
    praat(gesprek, "waarom?")
    assert onderwerpen(gesprek)[0] == "", "why this question, as always"


def test_the_source_on_demand(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "Wat is een werkplan?", "waar staat dat?")

    assert KENNIS["werkplan"].bron in gesprek.tekst
