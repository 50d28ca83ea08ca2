"""Ages, in answers and in passing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.lezen.leeftijd import Leeftijd, lees_leeftijd, vind_leeftijd
from loket.domain.lezen.uitkomst import Onleesbaar

VANDAAG = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("tekst", "jaren"),
    [
        ("15", 15),
        ("15 jaar", 15),
        ("15j", 15),
        ("15 jr", 15),
        ("vijftien", 15),
        ("Vijftien.", 15),
        ("15 jaar oud", 15),
        ("ik ben 15", 15),
        ("kben 15", 15),
        ("'k ben vijftien", 15),
        ("net 15 geworden", 15),
        ("hij is negen", 9),
        ("mijn zoon is 9 jaar", 9),
        ("twaalf", 12),
        ("eenentwintig", 21),
        ("drie en twintig", 23),
        ("zeventien jaar", 17),
        ("zeuventien", 17),
        ("een jaar", 1),
        ("één jaar", 1),
        ("0", 0),
        ("100", 100),
        ("120", 120),
        ("18+", 18),
        ("mijn dochter van 9 slaapt slecht", 9),
        ("١٥", 15),
    ],
)
def test_plain_age(tekst: str, jaren: int) -> None:
    assert lees_leeftijd(tekst, VANDAAG) == Leeftijd(jaren)


@pytest.mark.parametrize(
    ("tekst", "jaren", "ongeveer", "opmerking"),
    [
        ("bijna 16", 15, True, "wordt 16"),
        ("bijna zestien jaar", 15, True, "wordt 16"),
        ("ik ben bijna 16", 15, True, "wordt 16"),
        ("ik word volgende maand 16", 15, True, "wordt 16"),
        ("ze wordt in mei 12", 11, True, "wordt 12"),
        ("15,5", 15, False, "15 en een half"),
        ("15.5 jaar", 15, False, "15 en een half"),
        ("15½", 15, False, "15 en een half"),
        ("twaalf en half", 12, False, "12 en een half"),
        ("twaalf en een half", 12, False, "12 en een half"),
        ("zeven maanden", 0, False, "7 maanden"),
        ("18 maanden", 1, False, "18 maanden"),
        ("3 weken", 0, False, "3 weken"),
        ("15 of 16", 15, True, "15 of 16"),
        ("ongeveer 12", 12, True, "ongeveer 12"),
        ("rond de 12 denk ik", 12, True, "ongeveer 12"),
        ("geboren in 2011", 15, True, "geboren in 2011"),
        ("2011", 15, True, "geboren in 2011"),
        ("maart 2011", 15, True, "geboren in maart 2011"),
        ("juni 2011", 14, True, "geboren in juni 2011"),
    ],
)
def test_age_with_a_remark(tekst: str, jaren: int, ongeveer: bool, opmerking: str) -> None:
    assert lees_leeftijd(tekst, VANDAAG) == Leeftijd(jaren, None, ongeveer, opmerking)


@pytest.mark.parametrize(
    ("tekst", "geboren", "jaren"),
    [
        ("12/03/2011", date(2011, 3, 12), 15),
        ("20/03/2011", date(2011, 3, 20), 15),
        ("21/03/2011", date(2011, 3, 21), 14),
        ("12-3-2011", date(2011, 3, 12), 15),
        ("12.03.2011", date(2011, 3, 12), 15),
        ("12 3 2011", date(2011, 3, 12), 15),
        ("12/03/11", date(2011, 3, 12), 15),
        ("12/03/98", date(1998, 3, 12), 28),
        ("2011-03-12", date(2011, 3, 12), 15),
        ("12 maart 2011", date(2011, 3, 12), 15),
        ("12 mrt 2011", date(2011, 3, 12), 15),
        ("ik ben geboren op 12 maart 2011", date(2011, 3, 12), 15),
        ("29/02/2012", date(2012, 2, 29), 14),
    ],
)
def test_birth_date(tekst: str, geboren: date, jaren: int) -> None:
    assert lees_leeftijd(tekst, VANDAAG) == Leeftijd(jaren, geboren)


@pytest.mark.parametrize(
    ("tekst", "woord"),
    [
        ("31/02/2011", "bestaat niet"),
        ("29/02/2011", "bestaat niet"),
        ("12/13/2011", "bestaat niet"),
        ("0/0/2011", "bestaat niet"),
        ("12/03/2031", "nog komen"),
        ("21/03/2026", "nog komen"),
        ("geboren in 2031", "nog komen"),
        ("12/03/1850", "120"),
        ("130", "120"),
        ("999 jaar", "120"),
        ("-5", "nul"),
        ("12 en 14", "meer dan één"),
    ],
)
def test_what_cannot_be_is_explained(tekst: str, woord: str) -> None:
    uit = lees_leeftijd(tekst, VANDAAG)
    assert isinstance(uit, Onleesbaar)
    assert woord in uit.reden


@pytest.mark.parametrize(
    "tekst", ["", "blauw", "weet ik niet", "2100", "9000 Gent", "0470 12 34 56", "een meisje", "?", "ja"]
)
def test_no_age(tekst: str) -> None:
    assert lees_leeftijd(tekst, VANDAAG) is None


@pytest.mark.parametrize(
    ("zin", "zelf", "jaren"),
    [
        ("ik ben 15 en woon in Deurne 2100, bel mij maar na vier uur", True, 15),
        ("Hallo ik ben Noor, ik ben 15 en ik wil hulp", True, 15),
        ("kben 14 en kwil hulp", True, 14),
        ("ik ben vijftien en half", True, 15),
        ("ik ben bijna 16 jaar en woon bij mijn mama", True, 15),
        ("ik ben een meisje van 15 uit Gent", True, 15),
        ("hallo, 15 jaar, meisje", True, 15),
        ("als 16-jarige wil ik zelf kiezen", True, 16),
        ("ik word in mei 16 en woon in Gent", True, 15),
        ("mijn zoon van 9 slaapt niet", False, 9),
        ("mijn zoon van 9", False, 9),
        ("een cliëntoverleg voor Noor Demets, 14 jaar, ze woont in Hasselt", False, 14),
        ("Betreft: Sami El Idrissi (15 j)", False, 15),
        ("hij is veertien jaar", False, 14),
        ("mijn dochter Lotte (13) wil niet meer naar school", False, 13),
        ("mijn 9-jarige zoon", False, 9),
        ("onze dochter is bijna 12 en luistert niet", False, 11),
        ("Noor is 14 jaar en woont bij mij", False, 14),
        ("een cliënt van 16 jaar wil bemiddeling", False, 16),
        ("hij is geboren op 12/3/2011 in Gent", False, 15),
        ("mijn zoon van 14 zit al twee jaar in een leefgroep", False, 14),
        ("mijn zoon Amir is al 15 jaar", False, 15),
        ("mijn zoon is 15 jaar geworden", False, 15),
    ],
)
def test_age_in_passing(zin: str, zelf: bool, jaren: int) -> None:
    uit = vind_leeftijd(zin, VANDAAG, over_zichzelf=zelf)
    assert uit is not None
    assert uit.jaren == jaren


@pytest.mark.parametrize("zelf", [True, False])
@pytest.mark.parametrize(
    "zin",
    [
        "wij hebben al 15 jaar begeleiding",
        "bel mij na vier uur",
        "er zijn 2 diensten en 3 begeleiders",
        "ik ben 2 keer weggelopen",
        "ik ben 3 dagen weg geweest",
        "ik ben om 15 uur thuis",
        "ik ben 15 minuten te laat",
        "ik ben 15 km van huis",
        "ik ben een meisje",
        "ik ben een van de twee",
        "ik woon in 2100 Deurne",
        "0470 12 34 56",
        "mijn mama is 45 jaar",
        "mijn zoon heeft 3 begeleiders",
        "mijn zoon is 2 keer weggelopen",
        "hij is 14 dagen weg",
        "het is 15 jaar geleden",
        "kamer 12, verdieping 3",
        "mijn zoon van 9 en mijn dochter van 12",
        "artikel 30 van het decreet",
        "onze zoon zit al twee jaar in een leefgroep",
        "mijn dochter zit 3 jaar in een instelling",
        "mijn zoon wacht al 2 jaar op hulp",
        "mijn zoon heeft 2 jaar gewacht",
        "mijn zoon is 2 jaar geleden verhuisd",
        "ons kind krijgt al vier jaar begeleiding",
    ],
)
def test_other_numbers_are_no_age(zin: str, zelf: bool) -> None:
    assert vind_leeftijd(zin, VANDAAG, over_zichzelf=zelf) is None


def test_the_child_is_not_the_writer() -> None:
    zin = "ik ben 15 en mijn zusje is 9"
    assert vind_leeftijd(zin, VANDAAG, over_zichzelf=True) == Leeftijd(15)
    assert vind_leeftijd(zin, VANDAAG, over_zichzelf=False) == Leeftijd(9)


@given(st.integers(0, 120))
def test_every_age_in_figures(jaren: int) -> None:
    assert lees_leeftijd(f"{jaren} jaar", VANDAAG) == Leeftijd(jaren)


@given(st.dates(min_value=date(1907, 1, 1), max_value=VANDAAG))
def test_every_birth_date(geboren: date) -> None:
    for vorm in (geboren.isoformat(), f"{geboren.day}/{geboren.month}/{geboren.year}"):
        uit = lees_leeftijd(vorm, VANDAAG)
        assert isinstance(uit, Leeftijd)
        assert uit.geboortedatum == geboren
        assert geboren.replace(year=geboren.year + uit.jaren, day=min(geboren.day, 28)) <= VANDAAG


@given(st.text(), st.booleans())
def test_any_text(tekst: str, zelf: bool) -> None:
    uit = lees_leeftijd(tekst, VANDAAG)
    if isinstance(uit, Leeftijd):
        assert 0 <= uit.jaren <= 120
    vind_leeftijd(tekst, VANDAAG, over_zichzelf=zelf)
