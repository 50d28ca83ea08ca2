"""People who are upset, in a hurry, or who write dialect: through the whole service."""

from __future__ import annotations

import pytest

from loket.contacten import laad_loketten
from loket.domain.begrippen import Regio
from loket.settings import PROJECT
from tests.conversation.gesprekken import GENOEG, KLOPT, KORTE_WEG, praat
from tests.stapel import Gesprek, Stapel

LOKETTEN = laad_loketten(PROJECT / "contacten" / "loketten.yml")


def is_gewist(gesprek: Gesprek) -> bool:
    return gesprek.vraag("hallo").status_code == 401


@pytest.mark.parametrize("voor", [(), KORTE_WEG[:3], (*KORTE_WEG, GENOEG), (*KORTE_WEG, GENOEG, KLOPT)])
@pytest.mark.parametrize(
    "wis", ["help sofie komt binnen wis alles", "ze komt terug wis", "wis alles aub snel"]
)
def test_who_wipes_because_somebody_comes_is_asked_nothing(
    stapel: Stapel, voor: tuple[str, ...], wis: str
) -> None:
    gesprek = stapel.begin()
    praat(gesprek, *voor, wis)
    assert [item["text"] for item in gesprek.items] == [
        "Klaar. Je gesprek is gewist. Je kan altijd opnieuw beginnen."
    ]
    assert is_gewist(gesprek)


@pytest.mark.parametrize(
    "voor", [KORTE_WEG[:3], (*KORTE_WEG, GENOEG, "Iets wijzigen"), (*KORTE_WEG, GENOEG, KLOPT)]
)
def test_wiping_is_asked_once_everywhere(stapel: Stapel, voor: tuple[str, ...]) -> None:
    gesprek = stapel.begin()
    praat(gesprek, *voor, "wis mijn gesprek")
    assert gesprek.knoppen == ["Ja, wis alles", "Nee, niets wissen"]
    praat(gesprek, "ja")
    assert is_gewist(gesprek)


def test_a_story_is_not_met_with_a_menu(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "hij luistert nooit ofz altijd straf om niks wtf")
    assert gesprek.tekst.startswith("Goed dat je het vertelt.")
    assert gesprek.knoppen[0] == "Wat past bij mij?"
    praat(gesprek, "ja")
    assert "Wie ben je?" in gesprek.tekst


def test_who_says_that_there_is_no_danger_is_not_asked_again(stapel: Stapel) -> None:
    gesprek, gevraagd = stapel.begin(), 0
    for zin in (
        'Tis nie te gelovn. de leefgroep van min zeune wil der mee stoppn omdat em "lastig" is. k zien kwoad',
        "ba nink wuk e rare vrage. der is geen gevaar. t goat over de leefgroep die der mee stopt",
        "nee verdomme! k vroagn of da zomo mag, der mee stopn?",
        "k ee geen gedacht wadde. gie zegt et moa. k wil da ze der nie mee stoppn",
        "ja da zeg ik toch net, ze willen em buiten",
        "der is gin gevaar, k wille gewoon da ze der nie mee stoppn",
    ):
        praat(gesprek, zin)
        gevraagd += any(item["custom"]["soort"] == "gevaar" for item in gesprek.items)
    assert gevraagd <= 1


def test_a_clear_sign_after_a_no_is_answered_all_the_same(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "ik eet al dagen niks meer", "nee hoor", "ik wil niet meer leven")
    assert gesprek.items[0]["custom"]["soort"] == "gevaar"
    assert "1813" in str(gesprek.items[0]["custom"]["lijnen"])


def test_denying_danger_is_no_danger(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "ik eet al dagen niks meer", "niemand denkt aan de dood")
    assert gesprek.tekst.startswith("Goed, dan gaan we gewoon verder.")


def test_a_joke_is_taken_back(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "ik wil dood", "was een grapje")
    assert gesprek.tekst.startswith("Oké. De lijnen hierboven blijven er")


@pytest.mark.parametrize(
    ("zin", "regio"),
    [
        ("welk loket is voor Vilvoorde", Regio.VLAAMS_BRABANT),
        ("wat is het telefoonnummer van het loket in Gent", Regio.OOST_VLAANDEREN),
    ],
)
def test_who_names_a_place_gets_that_loket(stapel: Stapel, zin: str, regio: Regio) -> None:
    gesprek = stapel.begin()
    praat(gesprek, zin)
    assert LOKETTEN[regio].telefoon in gesprek.tekst
    assert all(LOKETTEN[ander].telefoon not in gesprek.tekst for ander in Regio if ander is not regio)


def test_a_mail_address_is_in_no_language(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, *KORTE_WEG[:3], "j.dm@example.org")
    assert "Hello" not in gesprek.tekst
    assert "Tolk" not in gesprek.tekst


def test_a_co_is_a_clientoverleg(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "wat is een CO?")
    assert gesprek.items[0]["custom"]["onderwerp"] == "wat_is_clientoverleg"


def test_the_same_answer_is_not_given_a_third_time(stapel: Stapel) -> None:
    gesprek, gezegd = stapel.begin(), []
    for zin in ("kan er een tolk bij zijn?", "moet die neutraal zijn", "wie leidt dat", "en wie kiest die"):
        praat(gesprek, zin)
        gezegd.append(gesprek.items[0]["text"])
    assert len(set(gezegd)) > 2
