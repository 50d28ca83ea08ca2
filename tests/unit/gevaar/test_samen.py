"""Words near each other: what a line of a table means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.gevaar.samen import Woordgroepen, lees_teken, staat_er
from loket.domain.gevaar.soorten import Gevaar

GROEPEN = {"SLAAN": "slaat sla*", "WIE": "mij ons *dochter", "SPEL": "spel"}


def gezien(regel: str, zin: str) -> bool:
    teken = lees_teken((Gevaar.GEWELD,), regel)
    return staat_er(teken, Woordgroepen(GROEPEN, [teken]).plaatsen(zin.split()))


@pytest.mark.parametrize(
    ("regel", "zin", "uit"),
    [
        ("SLAAN + WIE @2", "hij slaat mij", True),
        ("SLAAN + WIE @2", "mij slaat hij", True),
        ("SLAAN + WIE @2", "hij slaat en dan zegt hij mij", False),
        ("SLAAN + WIE @2", "hij slaat mijn kleindochter", True),
        ("SLAAN > WIE @2", "mij slaat hij", False),
        ("SLAAN > WIE @2", "slaat hij mij", True),
        ("SLAAN > op > WIE @4", "hij slaat weer op ons", True),
        ("SLAAN > op > WIE @4", "op ons slaat hij", False),
        ("SLAAN + WIE @2 - SPEL", "hij slaat mij in het spel", False),
        ("SLAAN + WIE @2 - SPEL", "een spel en heel veel later op de avond slaat hij mij", True),
        ("striem* @0", "er staan striemen op zijn rug", True),
        ("striem* @0", "niets te zien", False),
    ],
)
def test_a_line_means_what_it_says(regel: str, zin: str, uit: bool) -> None:
    assert gezien(regel, zin) is uit


@pytest.mark.parametrize("regel", ["SLAAN", "SLAAN + WIE", "SLAAN + WIE > SPEL @2", "SLAAN @", ""])
def test_a_line_that_is_written_wrong_is_refused(regel: str) -> None:
    with pytest.raises(ValueError, match="not a sign"):
        lees_teken((Gevaar.GEWELD,), regel)


def test_a_group_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no such group"):
        Woordgroepen(GROEPEN, [lees_teken((Gevaar.GEWELD,), "SLAN + WIE @2")])


@given(st.lists(st.sampled_from(["hij", "slaat", "mij", "ons", "spel", "op", "en", "dan"]), max_size=30))
def test_in_order_is_never_more_than_in_any_order(woorden: list[str]) -> None:
    zin = " ".join(woorden)
    assert gezien("SLAAN + WIE @3", zin) or not gezien("SLAAN > WIE @3", zin)
