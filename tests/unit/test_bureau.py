from __future__ import annotations

import re
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loket.desk.bezoek import eigen_pad
from loket.desk.cijfers import veilige_cel
from loket.desk.grafiek import Balk, balken
from loket.desk.weergave import dag, termijn, tijdstip

NU = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)  # half past ten in Belgium


@given(st.text(max_size=80))
@settings(max_examples=200)
def test_wherever_someone_wants_to_go_it_is_the_desk(naar: str) -> None:
    assert re.fullmatch(r"/loket(/[\w/-]*)?(\?[\w=&-]*)?", eigen_pad(naar), re.ASCII)
    assert re.fullmatch(r"/loket(/[\w/-]*)?(\?[\w=&-]*)?", eigen_pad("/loket" + naar), re.ASCII)


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(begin: str) -> None:
    assert veilige_cel(f"{begin}SOM(A1)") == f"'{begin}SOM(A1)"
    assert veilige_cel("gewoon") == "gewoon"
    assert veilige_cel(-3) == -3


@pytest.mark.parametrize(
    ("einde", "tekst"),
    [
        (datetime(2026, 11, 24, 23, tzinfo=UTC), "vandaag nog"),  # midnight in Belgium, after today
        (datetime(2026, 11, 25, 23, tzinfo=UTC), "tegen morgen"),
        (datetime(2026, 11, 29, 23, tzinfo=UTC), "nog 5 dagen"),
        (datetime(2026, 11, 23, 23, tzinfo=UTC), "1 dag te laat"),
        (datetime(2026, 11, 20, 23, tzinfo=UTC), "4 dagen te laat"),
    ],
)
def test_a_term_ends_at_midnight_after_its_last_day(einde: datetime, tekst: str) -> None:
    assert termijn(einde, NU) == tekst


def test_days_are_those_of_belgium() -> None:
    assert tijdstip(datetime(2026, 6, 30, 22, 5, tzinfo=UTC)) == "1 juli 2026 om 00.05 uur"
    assert dag(datetime(2026, 11, 23, 22, 59, tzinfo=UTC)) == "23 november 2026"


@given(
    st.lists(
        st.builds(Balk, st.text(max_size=40), st.none() | st.integers(0, 10_000), st.text(max_size=20)),
        max_size=8,
    )
)
def test_a_chart_is_well_formed_and_stays_within_its_frame(reeks: list[Balk]) -> None:
    leesbaar = [
        Balk(*("".join(c for c in deel if c.isprintable()) if isinstance(deel, str) else deel
               for deel in (balk.naam, balk.waarde, balk.tekst)))
        for balk in reeks
    ]  # fmt: skip
    tekening = ElementTree.fromstring(str(balken("<titel> & meer", leesbaar)))
    assert len(tekening.findall("rect")) == len(reeks)
    for balk in tekening.findall("rect"):
        assert float(balk.attrib["x"]) + float(balk.attrib["width"]) <= 520
