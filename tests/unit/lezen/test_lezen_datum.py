"""Dates as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.lezen.datum import MAANDEN, Datum, in_woorden, lees_datum, maandnaam
from loket.domain.lezen.uitkomst import Onleesbaar

VANDAAG = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("3 mei 2019", date(2019, 5, 3)),
        ("twaalf maart tweeduizend achttien", date(2018, 3, 12)),
        ("op twaalf maart 2018", date(2018, 3, 12)),
        ("12 maart 2018 denk ik, of nee 2 mei 2018", date(2018, 5, 2)),
        ("3 Mei 2019.", date(2019, 5, 3)),
        ("03/05/2019", date(2019, 5, 3)),
        ("3/5/2019", date(2019, 5, 3)),
        ("3-5-19", date(2019, 5, 3)),
        ("3.5.2019", date(2019, 5, 3)),
        ("3 5 2019", date(2019, 5, 3)),
        ("2019-05-03", date(2019, 5, 3)),
        ("op 3 mei 2019 opgericht", date(2019, 5, 3)),
        ("de 3e van mei 2019", date(2019, 5, 3)),
        ("3e mei 2019", date(2019, 5, 3)),
        ("1 febr. '98", date(1998, 2, 1)),
        ("29/02/2024", date(2024, 2, 29)),
        ("gisteren", date(2026, 3, 19)),
        ("vandaag", VANDAAG),
        ("20/03/2026", VANDAAG),
    ],
)
def test_a_whole_date(tekst: str, dag: date) -> None:
    gelezen = lees_datum(tekst, VANDAAG)
    assert isinstance(gelezen, Datum)
    assert gelezen.volledig == dag


@pytest.mark.parametrize(
    ("tekst", "datum", "leesbaar"),
    [
        ("mei 2019", Datum(2019, 5), "mei 2019"),
        ("opgericht in tweeduizend twaalf", Datum(2012), "2012"),
        ("in sept 2019", Datum(2019, 9), "september 2019"),
        ("05/2019", Datum(2019, 5), "mei 2019"),
        ("2019", Datum(2019), "2019"),
        ("sinds 2009 denk ik", Datum(2009), "2009"),
        ("maart 2026", Datum(2026, 3), "maart 2026"),
    ],
)
def test_a_part_of_a_date(tekst: str, datum: Datum, leesbaar: str) -> None:
    gelezen = lees_datum(tekst, VANDAAG)
    assert gelezen == datum
    assert gelezen.leesbaar == leesbaar
    assert gelezen.volledig is None


@pytest.mark.parametrize(
    ("tekst", "woord"),
    [
        ("31/02/2019", "bestaat niet"),
        ("29/02/2023", "bestaat niet"),
        ("0/5/2019", "bestaat niet"),
        ("13/2019", "bestaat niet"),
        ("21/03/2026", "nog komen"),
        ("april 2026", "nog komen"),
        ("2031", "nog komen"),
    ],
)
def test_what_cannot_be_is_explained(tekst: str, woord: str) -> None:
    gelezen = lees_datum(tekst, VANDAAG)
    assert isinstance(gelezen, Onleesbaar)
    assert woord in gelezen.reden


@pytest.mark.parametrize("tekst", ["", "lang geleden", "9", "tussen 2009 en 2011", "0470 12 34 56", "😀"])
def test_no_date(tekst: str) -> None:
    assert lees_datum(tekst, VANDAAG) is None


@given(st.dates(date(1900, 1, 1), VANDAAG))
def test_what_is_shown_is_read_back(dag: date) -> None:
    for tekst in (in_woorden(dag), f"{dag:%d/%m/%Y}", dag.isoformat()):
        gelezen = lees_datum(tekst, VANDAAG)
        assert isinstance(gelezen, Datum)
        assert gelezen.volledig == dag


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(tekst: str) -> None:
    gelezen = lees_datum(tekst, VANDAAG)
    if isinstance(gelezen, Datum):
        assert (gelezen.jaar, gelezen.maand or 1, gelezen.dag or 1) <= (2026, 3, 20)


def test_every_month_has_a_name() -> None:
    assert [MAANDEN[maandnaam(nummer)] for nummer in range(1, 13)] == list(range(1, 13))
