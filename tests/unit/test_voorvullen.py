"""What is told before the questions fills the aanvraag: by patterns, and by what a language model marked."""

from __future__ import annotations

from dataclasses import replace

from loket.domain.gesprek import begin
from loket.domain.gesprek.stand import Lijst, Stap
from loket.domain.lezen.namen import Genoemd
from tests.unit.praatje import OMGEVING, Praatje

ID = "0f0e0d0c-0b0a-4908-8706-050403020100"


def gestart(zin: str, genoemd: Genoemd) -> Stap:
    omgeving = replace(OMGEVING, genoemd=lambda tekst: genoemd if tekst == zin else Genoemd())
    return begin(Lijst.AANVRAAG, ID, {}, [zin], omgeving)


def test_a_name_that_was_told_is_noted_and_said() -> None:
    zin = "Ik heet Amina, ik ben 15 en ik wil een cliëntoverleg"
    praatje = Praatje(gezegd=[zin])
    assert praatje.stand.antwoorden["naam"].tekst == "Amina"
    assert "• Naam: Amina" in praatje.tekst


def test_the_childs_name_and_the_services_are_noted() -> None:
    zin = "Mijn zoon Younes heeft het CLB en een psycholoog, ik wil een cliëntoverleg"
    antwoorden = Praatje(gezegd=[zin]).stand.antwoorden
    assert antwoorden["naam_jongere"].tekst == "Younes"
    assert antwoorden["welke_diensten"].tekst == "CLB, psycholoog"
    assert "naam" not in antwoorden


def test_of_one_service_the_question_is_asked() -> None:
    assert "welke_diensten" not in Praatje(gezegd=["ik wil een overleg met het CLB"]).stand.antwoorden


def test_what_was_marked_fills_what_the_patterns_leave() -> None:
    zin = "Ik ben Jo, we wonen al jaren Gent en De Wissel en het CLB helpen. Ik wil een cliëntoverleg"
    genoemd = Genoemd(("Jo",), ("Gent",), ("De Wissel",))
    stap = gestart(zin, genoemd)
    assert stap.stand.antwoorden["naam"].tekst == "Jo"
    assert "Gent" in stap.stand.antwoorden["verblijf"].tekst
    assert stap.stand.antwoorden["welke_diensten"].tekst == "CLB, De Wissel"
    # Without the model: less is filled, nothing wrong.
    zonder = gestart(zin, Genoemd()).stand.antwoorden
    assert zonder.keys() & {"naam", "verblijf", "welke_diensten"} == set()


def test_somebody_elses_name_fills_nothing() -> None:
    zin = "maandag komt Amina naar Gent, ik wil bemiddeling"
    antwoorden = gestart(zin, Genoemd(("Amina",), ("Gent",), ())).stand.antwoorden
    assert antwoorden.keys() & {"naam", "naam_jongere", "verblijf"} == set()
