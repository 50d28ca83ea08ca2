"""Danger: what must be seen, and what must not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tabellen import lees_tabel

from loket.contacten import HULPLIJNEN
from loket.domain.gevaar import ANTWOORDEN, LIJNEN, SLOT, Gevaar, antwoord_op, lijnen_voor, vind_gevaar

MAP = Path(__file__).parent.parent / "gevaar"
WEL = [(tekst.replace("\\u200b", "\u200b"), soorten) for tekst, soorten in lees_tabel(MAP / "wel.txt")]
NIET = [tekst for naam in ("niet.txt", "niet_regels.txt") for (tekst,) in lees_tabel(MAP / naam)]


@pytest.mark.parametrize(("tekst", "soorten"), WEL)
def test_danger_is_seen(tekst: str, soorten: str) -> None:
    assert {Gevaar(soort) for soort in soorten.split()} <= vind_gevaar(tekst)


@pytest.mark.parametrize("tekst", NIET)
def test_near_misses_are_let_be(tekst: str) -> None:
    assert vind_gevaar(tekst) == frozenset()


def test_the_tables_are_large_and_cover_every_kind() -> None:
    assert len(set(WEL)) >= 150
    assert len(set(NIET)) >= 150
    assert {soort for _, soorten in WEL for soort in soorten.split()} == set(Gevaar)


@given(
    st.sampled_from(WEL), st.sampled_from(["hallo. ", "ik ben 15 en woon in Gent, ", "mag ik iets vragen? "])
)
def test_danger_is_seen_inside_a_story_and_in_any_case(rij: tuple[str, str], begin: str) -> None:
    tekst, soorten = rij
    gevonden = vind_gevaar(begin + tekst.upper() + "!!")
    assert {Gevaar(soort) for soort in soorten.split()} <= gevonden


@pytest.mark.parametrize("vooraf", [0, 1, 3_790, 3_800, 4_000, 7_600, 19_000])
def test_danger_is_seen_late_in_a_long_story(vooraf: int) -> None:
    assert Gevaar.GEWELD in vind_gevaar("en toen " * (vooraf // 8) + " mijn vader slaat mij")


@given(st.sampled_from(NIET), st.sampled_from(WEL))
def test_a_figure_of_speech_does_not_hide_danger(niet: str, wel: tuple[str, str]) -> None:
    assert vind_gevaar(f"{niet}. En ook dit nog even. {wel[0]}")


@pytest.mark.parametrize("gevaar", Gevaar)
def test_every_kind_has_lines_and_short_warm_words(gevaar: Gevaar) -> None:
    assert LIJNEN[gevaar]
    assert set(LIJNEN[gevaar]) <= set(HULPLIJNEN)
    for zin in (ANTWOORDEN[gevaar] + " " + SLOT).replace("?", ".").split("."):
        assert len(zin.split()) <= 20
    assert antwoord_op([gevaar]).endswith(SLOT)
    assert lijnen_voor([gevaar]) == LIJNEN[gevaar]


def test_several_kinds_are_joined_most_urgent_first() -> None:
    soorten = frozenset((Gevaar.ZELFVERWONDING, Gevaar.ONMIDDELLIJK, Gevaar.GEWELD))
    assert lijnen_voor(soorten)[0] == "noodnummer"
    assert len(set(lijnen_voor(soorten))) == len(lijnen_voor(soorten))
    assert antwoord_op(soorten).startswith(ANTWOORDEN[Gevaar.ONMIDDELLIJK])
    assert antwoord_op(()) == ""
    assert lijnen_voor(()) == ()


@given(st.text())
def test_any_text(tekst: str) -> None:
    assert vind_gevaar(tekst) <= set(Gevaar)


@pytest.mark.parametrize(
    "brok",
    [
        "slaat ",
        "wil ",
        "dood ",
        "mezelf ",
        "a ",
        "x",
        "\x00",
        "\u202e",
        "ik niet meer ",
        "zelfmoor",
        "👍",
        "pillen de ",
        "a" * 15 + " ",
    ],
)
def test_a_hundred_thousand_characters(brok: str) -> None:
    vind_gevaar((brok * 100_000)[:100_000])
