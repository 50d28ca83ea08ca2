"""The question that is asked when there may be danger, and its answers."""

import csv
from pathlib import Path

import pytest

from loket.contacten import HULPLIJNEN
from loket.domain.gevaar import (
    JA_GEVAAR,
    NEE_GEVAAR,
    Gevaar,
    lees_antwoord,
    lijnen_voor,
    ontkent_gevaar,
    vraag_naar,
)
from loket.domain.uiting import Soort
from loket.settings import PROJECT


@pytest.mark.parametrize("gevaar", Gevaar)
def test_the_question_shows_the_lines_at_once(gevaar: Gevaar) -> None:
    uiting = vraag_naar([gevaar])
    assert uiting.lijnen == lijnen_voor([gevaar])
    assert uiting.soort is Soort.GEVAAR
    assert uiting.knoppen == (JA_GEVAAR, NEE_GEVAAR)
    assert "aan niemand door" in uiting.tekst
    for zin in uiting.tekst.replace("?", ".").split("."):
        assert len(zin.split()) <= 20


def test_of_more_kinds_the_most_urgent_is_asked_about_with_all_lines() -> None:
    soorten = (Gevaar.GEWELD, Gevaar.ZELFDODING)
    assert vraag_naar(soorten).tekst == vraag_naar([Gevaar.ZELFDODING]).tekst
    assert set(vraag_naar(soorten).lijnen) == set(lijnen_voor(soorten))


def test_without_a_kind_there_are_lines_too() -> None:
    assert set(vraag_naar([]).lijnen) <= set(HULPLIJNEN)
    assert vraag_naar([]).lijnen


@pytest.mark.parametrize(
    ("tekst", "is_gevaar"),
    [
        (JA_GEVAAR, True),
        ("ja", True),
        ("ja er is gevaar!", True),
        (NEE_GEVAAR, False),
        ("nee hoor", False),
        ("Gent", None),
        ("misschien", None),
        ("", None),
    ],
)
def test_the_answer_is_read(tekst: str, is_gevaar: bool | None) -> None:
    assert lees_antwoord(tekst) is is_gevaar


@pytest.mark.parametrize(
    ("tekst", "is_gevaar"), [(JA_GEVAAR, True), (NEE_GEVAAR, False), ("ja", None), ("nee", None)]
)
def test_later_on_only_the_buttons_answer_it(tekst: str, is_gevaar: bool | None) -> None:
    assert lees_antwoord(tekst, gevraagd=False) is is_gevaar


@pytest.mark.parametrize(
    ("tekst", "is_gevaar"),
    [
        ("huh nee ik wil ni dood", False),
        ("ba nink der is geen gevaar", False),
        ("geen gevaar ok", False),
        ("niemand denkt aan de dood", False),
        ("ik heb toch geen zelfmoord gezegd??", False),
        ("der is geen gevaar. t goat over de leefgroep die der mee stopt", False),
        ("nee maar soms wel", None),
        ("niemand wil mij nog", None),
        ("geen gevaar, maar soms denk ik eraan", None),
        ("nee, wat is dat voor een vraag?", None),
    ],
)
def test_a_denial_in_own_words(tekst: str, is_gevaar: bool | None) -> None:
    assert lees_antwoord(tekst) is is_gevaar


@pytest.mark.parametrize("bestand", sorted((PROJECT / "data" / "gevaar").glob("*.csv")), ids=lambda p: p.stem)
def test_no_danger_is_taken_for_a_denial(bestand: Path) -> None:
    with bestand.open(encoding="utf-8", newline="") as open_bestand:
        gevaren = [rij["tekst"] for rij in csv.DictReader(open_bestand) if rij["soort"]]
    assert [tekst for tekst in gevaren if ontkent_gevaar(tekst)] == []
