"""Looking up an aanvraag that was sent: a lost number or code is no wrong one."""

from __future__ import annotations

import pytest

from loket.domain.gesprek.knoppen import WEET_NIET
from loket.domain.gesprek.stand import Afloop, Lijst
from loket.domain.vragen.opvolging import CODE, GEEN_NUMMER, gegeven
from tests.unit.praatje import Praatje

NUMMER = "AV-2026-000042-J"


@pytest.mark.parametrize("lijst", [Lijst.OPVOLGING, Lijst.INTREKKEN])
@pytest.mark.parametrize("zin", ["kweet da nummer ni", "ik ben dat kwijt", WEET_NIET])
def test_who_lost_the_number_hears_whom_to_call(lijst: Lijst, zin: str) -> None:
    praatje = Praatje(lijst)
    assert WEET_NIET in praatje.gezegd[-1].knoppen
    praatje.zeg(zin)

    assert praatje.gezegd[0].tekst == GEEN_NUMMER
    assert praatje.vraag == "nummer"


def test_who_lost_the_code_too() -> None:
    praatje = Praatje(Lijst.OPVOLGING).zeg(NUMMER, "die heb ik nooit opgeschreven")

    assert praatje.gezegd[0].tekst == CODE.zonder


def test_a_wrong_number_is_looked_at_again() -> None:
    assert "klopt niet" in Praatje(Lijst.OPVOLGING).zeg("AV-2026-000042-X").tekst


@pytest.mark.parametrize(
    "zinnen",
    [
        ("Hoe staat het? AV-2026-000042-J en GV6V-BCZ3",),
        ("AV-2026-000042-J", "sorry het is GV6V-BCZ3"),
        ("av-2026-000042-j code gv6v-bcz3",),
    ],
)
def test_number_and_code_are_found_in_a_sentence(zinnen: tuple[str, ...]) -> None:
    praatje = Praatje(Lijst.OPVOLGING).zeg(*zinnen)

    assert praatje.afloop is Afloop.KLAAR
    assert (gegeven(praatje.stand.antwoorden, "volgcode")).upper() == "GV6V-BCZ3"
    assert "BCZ3" not in praatje.tekst.upper()


def test_what_may_be_two_codes_is_asked() -> None:
    praatje = Praatje(Lijst.OPVOLGING).zeg(NUMMER, "ABCD-EFGH of ABCD-EFGK")

    assert praatje.vraag == "volgcode"
