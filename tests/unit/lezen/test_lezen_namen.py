"""Names told in passing: taken where the sentence says whose they are, left alone everywhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.lezen.namen import (
    LANGSTE_NAAM,
    Genoemd,
    vind_diensten,
    vind_eigen_naam,
    vind_naam_kind,
    vind_verblijf,
    zonder_eigen_dienst,
)


@pytest.mark.parametrize(
    ("zin", "naam"),
    [
        ("Hallo, ik heet Amina", "Amina"),
        ("ik heet amina en ik ben 15", "Amina"),
        ("Mijn naam is Jan De Smet. Ik heb hulp nodig.", "Jan De Smet"),
        ("mijn naam is Fatima El Amrani", "Fatima El Amrani"),
        ("m'n naam is Tom van den Berg, mijn zoon is acht", "Tom van den Berg"),
        ("mn naam is lotte", "Lotte"),
        ("Ik heet Anne-Sophie", "Anne-Sophie"),
        ("Ik heet Éric", "Éric"),
        ("noem mij maar Jo", "Jo"),
        ("Beste, ik ben Karen Peeters van CLB Kompas in Mechelen.", "Karen Peeters"),
        ("Ik ben Vlaams en mijn man niet", None),
        ("mijn naam is niet belangrijk", None),
        ("mijn naam is geheim", None),
        ("ik heet liever niets", None),
        ("mijn broer heet Tom", None),
        ("Amina zit in de leefgroep", None),
        ("ik ben Tom", None),
        ("", None),
    ],
)
def test_the_name_of_who_writes(zin: str, naam: str | None) -> None:
    assert vind_eigen_naam(zin) == naam


def test_ik_ben_counts_when_it_was_marked_a_name() -> None:
    zin = "Ik ben Tom, de papa van Lien"
    assert vind_eigen_naam(zin, Genoemd(personen=("Tom", "Lien"))) == "Tom"
    assert vind_eigen_naam(zin, Genoemd(personen=("Lien",))) is None
    assert vind_eigen_naam("ik ben moe van Lien", Genoemd(personen=("Lien",))) is None


@pytest.mark.parametrize(
    ("zin", "naam"),
    [
        ("mijn zoon Tom is 12", "Tom"),
        ("Mijn dochter heet lien", "Lien"),
        ("onze dochter Marie-Lou zit in Gent", "Marie-Lou"),
        ("Voor mijn cliënt Younes, 15 jaar", "Younes"),
        ("mijn jongste zoontje Sam huilt veel", "Sam"),
        ("een cliëntoverleg voor Noor Demets, 14 jaar", "Noor Demets"),
        ("Betreft: Sami El Idrissi (15 j)", "Sami El Idrissi"),
        ("bemiddeling voor Gent", None),
        ("voor een jongen, 14 jaar", None),
        ("voor Noor, 14 jaar, en voor Sami, 15 jaar", None),
        ("mijn zoon zit in Gent", None),
        ("MIJN ZOON IS BOOS", None),
        ("mijn zoon Tom en mijn dochter Lien", None),
        ("mijn broer Tom", None),
        ("Tom is mijn begeleider", None),
    ],
)
def test_the_name_of_the_child(zin: str, naam: str | None) -> None:
    assert vind_naam_kind(zin) == naam


@pytest.mark.parametrize(
    ("zin", "diensten"),
    [
        ("Het CLB en het OCMW zijn ermee bezig", ("CLB", "OCMW")),
        ("we hebben een thuisbegeleidster en een psychologe", ("thuisbegeleiding", "psycholoog")),
        ("we hebben geen psycholoog meer, wel pleegzorg", ("pleegzorg",)),
        ("mijn mama en mijn papa", ()),
        ("kind en gezin kwam langs", ("Kind en Gezin",)),
    ],
)
def test_services(zin: str, diensten: tuple[str, ...]) -> None:
    assert vind_diensten(zin) == diensten


def test_marked_organisations_are_services_too() -> None:
    genoemd = Genoemd(organisaties=("De Wissel", "CLB", "CLB Noord"))
    assert vind_diensten("het CLB Noord en De Wissel en de huisarts", genoemd) == (
        "huisarts",
        "De Wissel",
        "CLB Noord",
    )


@pytest.mark.parametrize(
    ("zin", "plaatsen", "verblijf"),
    [
        ("wij wonen al lang Gent", ("Gent",), "Gent"),
        ("maandag komt Amina naar Gent", ("Gent",), None),
        ("hij woont tussen Gent en Aalst", ("Gent", "Aalst"), None),
        ("hij woont ver weg", (), None),
    ],
)
def test_the_place_where_someone_stays(zin: str, plaatsen: tuple[str, ...], verblijf: str | None) -> None:
    assert vind_verblijf(zin, Genoemd(plaatsen=plaatsen)) == verblijf


@given(st.text(max_size=300), st.lists(st.text(max_size=80), max_size=3))
def test_any_text(zin: str, namen: list[str]) -> None:
    genoemd = Genoemd(tuple(namen), tuple(namen), tuple(namen))
    for naam in (vind_eigen_naam(zin, genoemd), vind_naam_kind(zin)):
        assert naam is None or 0 < len(naam) <= LANGSTE_NAAM
    diensten = vind_diensten(zin, genoemd)
    assert len(diensten) == len(set(diensten))


@given(st.text(alphabet="ik heetmijnA zo", max_size=4000))
def test_a_long_text_is_read_in_time(zin: str) -> None:
    vind_eigen_naam(zin)
    vind_naam_kind(zin)


@pytest.mark.parametrize(
    ("tekst", "rest"),
    [
        (
            "Ik ben Jo van CLB Kompas in Mechelen. Het gaat over Noor uit Lier.",
            "Het gaat over Noor uit Lier.",
        ),
        ("Wij werken voor een dienst in Gent. Hij woont in Aalst.", "Hij woont in Aalst."),
        (
            "ik ben Jo en ik woon in een leefgroep in Mechelen",
            "ik ben Jo en ik woon in een leefgroep in Mechelen",
        ),
        ("ik ben 15 en kom uit Deurne", "ik ben 15 en kom uit Deurne"),
    ],
)
def test_where_the_writer_works_is_not_where_the_young_person_lives(tekst: str, rest: str) -> None:
    assert zonder_eigen_dienst(tekst) == rest
