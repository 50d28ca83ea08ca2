"""Yes/no and wishes, row by row."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tabellen import lees_tabel

from loket.domain.lezen.instemming import is_kaal_antwoord, lees_ja_nee
from loket.domain.lezen.wensen import Wens, lees_wens

HIER = Path(__file__).parent
INSTEMMING = lees_tabel(HIER / "instemming.txt")
WENSEN = lees_tabel(HIER / "wensen.txt")


@pytest.mark.parametrize(("tekst", "soort"), INSTEMMING)
def test_yes_no_doubt(tekst: str, soort: str) -> None:
    assert (lees_ja_nee(tekst) or "-") == soort


@pytest.mark.parametrize(("tekst", "wens"), WENSEN)
def test_wish(tekst: str, wens: str) -> None:
    assert (lees_wens(tekst) or "-") == wens


def test_the_tables_are_large_and_cover_every_outcome() -> None:
    assert len(INSTEMMING) > 150
    assert len(WENSEN) > 150
    assert {soort for _, soort in INSTEMMING} == {"ja", "nee", "twijfel", "-"}
    assert {wens for _, wens in WENSEN} == {*Wens, "-"}


@pytest.mark.parametrize("rij", INSTEMMING, ids=lambda rij: rij[0])
def test_a_yes_or_a_no_never_skips_or_stops_a_question(rij: tuple[str, str]) -> None:
    tekst, soort = rij
    if soort in ("ja", "nee"):
        assert lees_wens(tekst) is None


def test_a_long_story_is_neither() -> None:
    verhaal = "ja " + "en toen zei hij weer iets anders " * 20
    assert lees_ja_nee(verhaal) is None
    assert lees_wens("stop " * 60) is None


@given(st.sampled_from([rij[0] for rij in INSTEMMING + WENSEN]), st.text(max_size=60))
def test_any_text_is_read(begin: str, rest: str) -> None:
    lees_ja_nee(begin + " " + rest)
    lees_wens(begin + " " + rest)


@given(st.sampled_from([rij for rij in INSTEMMING if rij[1] == "nee"]))
def test_a_no_never_turns_into_a_yes_by_case_or_marks(rij: tuple[str, str]) -> None:
    assert lees_ja_nee(rij[0].upper() + " !!!") == "nee"
    assert lees_ja_nee("  " + rij[0].capitalize() + ".") == "nee"


@pytest.mark.parametrize(
    ("tekst", "kaal"),
    [
        ("ni echt", True),
        ("liever niet", True),
        ("ja maar nee", True),
        ("kweet ni", True),
        ("ja elke nacht", False),
        ("nee hij slaat haar", False),
        ("nee nooit meer", False),
        ("", False),
    ],
)
def test_a_bare_answer_tells_nothing_besides(tekst: str, kaal: bool) -> None:
    assert is_kaal_antwoord(tekst) is kaal
