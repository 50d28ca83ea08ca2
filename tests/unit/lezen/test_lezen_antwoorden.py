"""Yes/no and wishes, row by row."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tabellen import lees_tabel

from loket.domain.lezen.instemming import begint_met_ja, is_kaal_antwoord, lees_feit, lees_ja_nee
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


FEITEN = [
    ("wel ja, k zegge al tien keers", "ja"),
    ("joat omda min zeune ne kom gesmetn ee nor den begeleider", "ja"),
    ("joak da zien ik", "ja"),
    ("ja hij luistert nooit naar mij", "ja"),
    ("Ja zeker, ik ben het overzicht kwijt en mijn man ook", "ja"),
    ("nee ni met mama he alleen met sofie en soms ook met tom", "nee"),
    ("nink, der is niet vele", "nee"),
    ("evet", "ja"),
    ("hayır", "nee"),
    ("так", "ja"),
    ("لا", "nee"),
    ("ja maar niet echt", "twijfel"),
    ("ja niet echt eigenlijk", "twijfel"),
    ("nee maar ze dreigen wel", "twijfel"),
    ("ja wat is dat", "-"),
    ("ja maar wat bedoel je daar dan mee?", "-"),
    ("ruzie met iedereen die hier komt", "-"),
]


@pytest.mark.parametrize(("tekst", "soort"), FEITEN)
def test_what_follows_a_yes_about_a_fact_may_be_long(tekst: str, soort: str) -> None:
    assert (lees_feit(tekst) or "-") == soort


@pytest.mark.parametrize("rij", INSTEMMING, ids=lambda rij: rij[0])
def test_a_fact_is_read_as_agreement_is_but_for_what_follows(rij: tuple[str, str]) -> None:
    """A yes never becomes a no or the other way round."""
    if rij[1] in ("ja", "nee"):
        assert lees_feit(rij[0]) == rij[1]


def test_who_agrees_may_say_it_at_length() -> None:
    assert lees_ja_nee("ja stuur maar, allez, ik ga akkoord") == "ja"
    assert lees_ja_nee("ja, maar niet mijn vader") == "twijfel"
    assert lees_ja_nee("ja ik ga akkoord, maar mijn vader weet het nog niet") != "ja"


@pytest.mark.parametrize(
    ("tekst", "neemt_aan"),
    [
        ("ja, stelt u die vragen dan maar", True),
        ("ja korte vragen is goe", True),
        ("joa doe ma", True),
        ("graag", True),
        ("ja maar wat kost dat", False),
        ("ja maar niet nu", False),
        ("nee liever niet", False),
        ("ja?", False),
        ("ja en mijn zoon is dertien en hij wil niet meer naar school gaan", False),
        ("", False),
    ],
)
def test_an_offer_is_taken(tekst: str, neemt_aan: bool) -> None:
    assert begint_met_ja(tekst) is neemt_aan
