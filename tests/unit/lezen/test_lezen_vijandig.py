"""Hostile texts: every reader answers them, and looks no further than its cap."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loket.domain.lezen.bereik import lees_bereik, vind_beltijd, vind_bereik
from loket.domain.lezen.instemming import lees_ja_nee
from loket.domain.lezen.leeftijd import lees_leeftijd, vind_leeftijd
from loket.domain.lezen.taal import normaliseer
from loket.domain.lezen.uitkomst import MEESTE_TEKENS
from loket.domain.lezen.wensen import lees_wens

VANDAAG = date(2026, 3, 20)
LEZERS: dict[str, Callable[[str], object]] = {
    "normaliseer": normaliseer,
    "lees_ja_nee": lees_ja_nee,
    "lees_wens": lees_wens,
    "lees_leeftijd": lambda tekst: lees_leeftijd(tekst, VANDAAG),
    "vind_leeftijd_zelf": lambda tekst: vind_leeftijd(tekst, VANDAAG, over_zichzelf=True),
    "vind_leeftijd_ander": lambda tekst: vind_leeftijd(tekst, VANDAAG, over_zichzelf=False),
    "lees_bereik": lees_bereik,
    "vind_bereik": vind_bereik,
    "vind_beltijd": vind_beltijd,
}
BROKKEN = (
    "\x00", "\u202e", "\u2060/restart", "👩‍👩‍👧‍👦", "ﷺ", "a\u0301" * 5, "<script>alert(1)</script>",
    "' OR 1=1 --", "{{7*7}}", "%s",
    "/intent{\"a\":1}", "15 ", "0470 ", "12/03/", "a@", "@", "niet ", "ik ben ", "mijn zoon ", "ik word a ",
    "bel na ", ", ", "((((", "----",
    "+32 ", "jaar ", " een", "a", " ", "als x ", "9", "½", "\ud800",
)  # fmt: skip


@pytest.mark.parametrize("naam", LEZERS)
@pytest.mark.parametrize("brok", BROKKEN)
def test_a_hundred_thousand_characters(naam: str, brok: str) -> None:
    LEZERS[naam]((brok * 100_000)[:100_000])


@pytest.mark.parametrize("naam", LEZERS)
@given(stukken=st.lists(st.sampled_from(BROKKEN) | st.text(max_size=20), max_size=40))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_mixture(naam: str, stukken: list[str]) -> None:
    LEZERS[naam]("".join(stukken))


@pytest.mark.parametrize("naam", LEZERS)
def test_nothing_past_the_cap_is_looked_at(naam: str) -> None:
    begin = "x " * (MEESTE_TEKENS // 2)
    assert LEZERS[naam](begin + " bel 0470 12 34 56 na vier uur, ik ben 15, mijn zoon is 9") == LEZERS[naam](
        begin
    )
