"""Second thoughts through the whole stack: coming back, taking an offer, correcting, what was told before."""

from __future__ import annotations

import re

import pytest

from tests.conversation.gesprekken import NUMMER, praat
from tests.stapel import Gesprek, Stapel

VERHAAL = (
    "mijn begeleidster en de school zeggen elk iets anders, niemand luistert naar mij, "
    "en ik weet al lang niet meer wie nu eigenlijk wat doet"
)


def overzicht(gesprek: Gesprek) -> str:
    return str([item["custom"].get("onderdelen") for item in gesprek.items])


@pytest.mark.parametrize(
    "zin", ["ik ben er weer, gaan we verder?", "ik was daarnet bezig met een aanvraag en wil nu voortdoen"]
)
def test_who_comes_back_goes_on_where_it_was(stapel: Stapel, zin: str) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "Ik ben een jongere", "Aanvraag bemiddeling", "Gent", "Ik ga later verder")
    praat(gesprek, "hallo")
    assert gesprek.knoppen[0] == "Verder met mijn aanvraag"

    praat(gesprek, zin)
    assert "bereiken" in gesprek.items[-1]["text"]


def test_who_comes_back_to_nothing_gets_the_menu(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "ik ben terug, gaan we verder")
    assert "Wat past bij mij?" in gesprek.knoppen


def test_a_yes_after_an_explanation_asks_for_more(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "wat is cliëntoverleg?")
    assert "Meer weten" in gesprek.knoppen

    praat(gesprek, "ja doe maar")
    assert len(gesprek.items) == 1
    assert "Meer weten" not in gesprek.knoppen
    assert "vertrouwenspersoon" in gesprek.tekst


def test_and_for_the_other_instrument(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "wat kost dat?", "en voor bemiddeling?")
    assert "over allebei" in gesprek.tekst
    assert "kost niets" in gesprek.tekst

    praat(gesprek, "wat is een complexe situatie?", "en voor bemiddeling?")
    assert "weet ik niet" in gesprek.tekst


def test_a_story_told_before_is_offered_and_corrected_in_own_words(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, VERHAAL, "Aanvraag cliëntoverleg", "Ik ben een jongere", "Mechelen", "0470 12 34 56")
    praat(gesprek, "niemand behalve mijn ex", "Het maakt niet uit")
    assert "Neem wat ik al vertelde" in gesprek.knoppen

    praat(gesprek, "dat heb ik daarnet al verteld", "Zo is het genoeg, stuur maar")
    assert "wie nu eigenlijk wat doet" in overzicht(gesprek)
    assert "behalve mijn ex" in overzicht(gesprek)

    praat(gesprek, "ik woon eigenlijk in hasselt, niet in mechelen")
    assert "Hasselt (Limburg)" in overzicht(gesprek)
    assert "Mechelen" not in overzicht(gesprek)

    praat(gesprek, "Ja, dit klopt")
    assert "loket van Limburg" in gesprek.tekst
    praat(gesprek, "neen wacht daar nog even mee")
    assert "Wil je stoppen" in gesprek.tekst
    assert not NUMMER.search(gesprek.tekst)


def test_a_number_in_a_sentence_asks_how_it_stands(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "hoe zit het met aanvraag av 2026 5 u code zglw av4s")
    assert "horen niet bij elkaar" in gesprek.tekst


def test_who_asks_what_one_would_do_hears_the_advice_again(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "Wat past bij mij?", "Ik ben een jongere", "nee", "nee", "leefgroep, clb en de psycholoog")
    praat(gesprek, "ja", "ja", "nee", "ik en mama, papa ni", "15")
    eerst = gesprek.tekst
    assert re.search("Cliëntoverleg past", eerst)

    praat(gesprek, "wat zou gij doen in mijn plaats?")
    assert gesprek.tekst == eerst
    praat(gesprek, "Wat past bij mij?")
    assert "korte vragen" in gesprek.tekst


@pytest.mark.parametrize("zin", ["wacht mama komt", "stop mama is hier"])
def test_somebody_comes(stapel: Stapel, zin: str) -> None:
    gesprek = stapel.begin()
    praat(gesprek, zin)
    assert [item["text"][:20] for item in gesprek.items] == ["Wil je dit hele gesp"]

    gesprek = stapel.begin()
    praat(gesprek, "Ik ben een jongere", "Aanvraag bemiddeling", zin)
    assert gesprek.knoppen[0] == "Wis alles"
    assert len(gesprek.items) == 1
