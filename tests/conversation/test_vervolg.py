"""Short follow-up questions keep their subject: after an explanation, in a form, after an advice."""

from __future__ import annotations

import pytest

from actions.kennis import NIETS_MEER
from loket.kennis import laad_kennis
from tests.conversation.gesprekken import praat
from tests.stapel import Gesprek, Stapel

KENNIS = laad_kennis()


def onderwerpen(gesprek: Gesprek) -> list[str]:
    """The topics of the last answers."""
    return [item["custom"].get("onderwerp", "") for item in gesprek.items]


@pytest.mark.parametrize(
    ("eerst", "dan", "onderwerp"),
    [
        ("Wat is cliëntoverleg?", "waarom?", "waarom_clientoverleg"),
        ("Wat is cliëntoverleg?", "meer", "wat_is_clientoverleg"),
        ("Wat is cliëntoverleg?", "leg eens makkelijker uit", "wat_is_clientoverleg"),
        ("Wat is cliëntoverleg?", "en voor bemiddeling?", "wat_is_bemiddeling"),
        ("Wat is cliëntoverleg?", "en hoelang duurt dat?", "hoelang"),
        ("Wat is cliëntoverleg?", "en wat kost dat?", "kost"),
        ("Wat is bemiddeling?", "waarom?", "wat_is_bemiddeling"),
        ("Wat is bemiddeling?", "en bij een cliëntoverleg?", "wat_is_clientoverleg"),
        ("Wie leidt een cliëntoverleg?", "en bij bemiddeling dan?", "wie_leidt_bemiddeling"),
        ("Wat is een werkplan?", "vertel eens meer", "werkplan"),
        ("Wat is een werkplan?", "ik snap da ni", "werkplan"),
        ("Hoelang duurt het?", "makkelijker aub", "hoelang"),
        ("Wat kost het?", "wablief?", "kost"),
    ],
)
def test_after_an_explanation(stapel: Stapel, eerst: str, dan: str, onderwerp: str) -> None:
    gesprek = stapel.begin()
    praat(gesprek, eerst, dan)

    assert onderwerpen(gesprek) == [onderwerp], gesprek.tekst
    if "makkelijker" in dan or "wablief" in dan or "snap" in dan:
        assert gesprek.tekst.startswith(KENNIS[onderwerp].makkelijk)


@pytest.mark.parametrize(
    ("eerst", "dan", "onderwerp"),
    [
        (["Wie leidt een cliëntoverleg?"], "is die neutraal", "voorzitter_onpartijdig"),
        (["Hoe word je voorzitter?"], "hoeveel verdient ge daarmee", "voorzitter_vergoeding"),
        (["Wat is een erkende cliëntenorganisatie?"], "hoe lang duurt da", "erkenning_termijn"),
        (["Wat is de JO-lijn?"], "is da gratis", "jo_lijn"),
        (["Wat is bemiddeling?"], "wie doet dat", "wie_leidt_bemiddeling"),
        (["Wat is cliëntoverleg?", "wa kost da"], "en wie zit daar dan bij", "wie_zit_erbij"),
    ],
)
def test_a_pronoun_means_what_was_told_last(
    stapel: Stapel, eerst: list[str], dan: str, onderwerp: str
) -> None:
    gesprek = stapel.begin()
    praat(gesprek, *eerst, dan)

    assert onderwerpen(gesprek) == [onderwerp], gesprek.tekst


def test_who_asks_on_about_the_same_gets_all_there_is(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "Wie leidt een cliëntoverleg?", "wie kiest die")
    onderwerp = KENNIS["wie_leidt_clientoverleg"]

    assert gesprek.tekst == f"{onderwerp.tekst(None)}\n{onderwerp.meer_voor(None)}"
    assert "Meer weten" not in gesprek.knoppen


def test_a_pronoun_inside_a_form_after_an_explanation(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "Ik ben een jongere", "Aanvraag bemiddeling")
    vraag = gesprek.tekst.splitlines()[-1]
    praat(gesprek, "Wat is een werkplan?", "wie krijgt dat")

    assert onderwerpen(gesprek)[0] == "wie_krijgt_werkplan", gesprek.tekst
    assert gesprek.tekst.endswith(vraag)


def test_a_question_at_the_end_of_the_story_in_the_aanvraag(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "Ik ben een ouder of opvoeder thuis", "Aanvraag cliëntoverleg", "Gent")
    while "Wat is er aan de hand?" not in gesprek.tekst:
        praat(gesprek, "sla over" if "Sla over" in gesprek.knoppen else "0498 76 54 32")
    verhaal = (
        "awel onze zoon zit nu al lang in een leefgroep en het loopt van geen kanten, "
        "de begeleidster zegt altijd iets anders als de school en wij staan ertussen. "
        "Nu willen ze een overleg, wa kost da eigelijk?"
    )
    praat(gesprek, verhaal)

    assert onderwerpen(gesprek)[0] == "kost", gesprek.tekst
    assert "Wat is er aan de hand?" not in gesprek.tekst
    assert gesprek.items[-1]["custom"]["formulier"] == "aanvraag"


def test_more_is_told_once_and_then_what_is_near(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    eerste = praat(gesprek, "Wat is cliëntoverleg?", "meer")
    tweede = praat(gesprek, "meer")

    assert eerste.startswith(KENNIS["wat_is_clientoverleg"].meer[None])
    assert tweede.startswith(NIETS_MEER)
    assert KENNIS["werkplan"].titel in gesprek.knoppen
    assert "Ik wil een mens spreken" in gesprek.knoppen


@pytest.mark.parametrize(
    "zin", ["waarom?", "meer", "leg eens makkelijker uit", "en hoe zit dat bij dat andere?"]
)
def test_without_a_subject_it_asks_which(stapel: Stapel, zin: str) -> None:
    gesprek = stapel.begin()
    praat(gesprek, zin)

    assert gesprek.tekst.startswith(("Waarover", "Wat wil je makkelijker"))
    assert "Wat is bemiddeling?" in gesprek.knoppen


def test_inside_a_form_after_an_explanation_and_the_form_goes_on(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "Ik ben een jongere", "Aanvraag bemiddeling")
    vraag = gesprek.tekst.splitlines()[-1]

    for zin, onderwerp in (
        ("Wat is een werkplan?", "werkplan"),
        ("leg eens makkelijker uit", "werkplan"),
        ("meer", "werkplan"),
        ("Wie leidt een cliëntoverleg?", "wie_leidt_clientoverleg"),
        ("en bij bemiddeling?", "wie_leidt_bemiddeling"),
    ):
        praat(gesprek, zin)
        assert onderwerpen(gesprek)[0] == onderwerp, gesprek.tekst
        assert gesprek.tekst.endswith(vraag)
    praat(gesprek, "waarom?")
    assert onderwerpen(gesprek)[0] == "", "why this question, as always"


def test_the_source_on_demand(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "Wat is een werkplan?", "waar staat dat?")

    assert KENNIS["werkplan"].bron in gesprek.tekst


ADVIES = (
    "Ik ben een jongere",
    "Wat past bij mij?",
    "ja",
    "Een hulpverlener of dienst",
    "ja",
    "ja",
    "nee",
    "Twee of meer",
)


def met_advies(stapel: Stapel) -> Gesprek:
    gesprek = stapel.begin()
    praat(gesprek, *ADVIES)
    for _ in range(10):
        if "Dit is mijn raad" in gesprek.tekst:
            return gesprek
        praat(gesprek, "weet ik niet")
    raise AssertionError(gesprek.tekst)


@pytest.mark.parametrize(
    "zin",
    ["waarom past dat bij mij?", "waarom raad je dat aan", "waarom?", "hoezo", "hoe kom je daarbij", "meer"],
)
def test_after_an_advice_why_is_explained_with_its_source_and_the_same_buttons(
    stapel: Stapel, zin: str
) -> None:
    gesprek = met_advies(stapel)
    knoppen = gesprek.knoppen
    praat(gesprek, zin)

    assert gesprek.tekst.startswith("Cliëntoverleg"), "the reasons first"
    assert gesprek.tekst.index("Dit past wel:") < gesprek.tekst.index("Dit volgt uit wat je vertelde:")
    assert "• Conflict over de hulp: Ja" in gesprek.tekst
    assert "Er is een conflict en de hulp loopt daardoor gevaar." in gesprek.tekst
    assert "omzendbrief" in "".join(item["custom"].get("bron", "") for item in gesprek.items)
    assert gesprek.knoppen == knoppen


def test_why_this_instrument_or_why_not(stapel: Stapel) -> None:
    gesprek = met_advies(stapel)
    praat(gesprek, "waarom bemiddeling?")
    assert "Bemiddeling" in gesprek.tekst
    assert "Cliëntoverleg" not in gesprek.tekst
    praat(gesprek, "en waarom geen overleg?")
    assert "Cliëntoverleg" in gesprek.tekst
    praat(gesprek, "waarom?")
    assert "Andere redenen heb ik niet" in gesprek.tekst
    assert "0800 900 33" in gesprek.tekst


def test_an_advice_in_simpler_words(stapel: Stapel) -> None:
    gesprek = met_advies(stapel)
    knoppen = gesprek.knoppen
    praat(gesprek, "waarom?", "leg eens makkelijker uit")

    assert "Bemiddeling: dat past bij jou. " + KENNIS["wat_is_bemiddeling"].makkelijk in gesprek.tekst
    assert gesprek.knoppen == knoppen


def test_yes_to_the_offer_at_the_end_of_an_advice_takes_it(stapel: Stapel) -> None:
    gesprek = met_advies(stapel)
    praat(gesprek, "ja")

    assert gesprek.items[0]["custom"]["formulier"] == "aanvraag"


def test_why_this_advice_also_inside_the_aanvraag_that_follows(stapel: Stapel) -> None:
    gesprek = met_advies(stapel)
    praat(gesprek, "Aanvraag bemiddeling")
    vraag = gesprek.items[-1]["text"]
    praat(gesprek, "waarom raadde je dat aan?")

    assert "Er is een conflict en de hulp loopt daardoor gevaar." in gesprek.tekst
    assert gesprek.tekst.endswith(vraag)


@pytest.mark.parametrize(
    ("zin", "begin"),
    [
        ("waarom past dat bij mij?", "Ik gaf je nog geen raad"),
        ("waarom bemiddeling?", KENNIS["wanneer_bemiddeling"].tekst(None)),
        ("waarom cliëntoverleg?", KENNIS["waarom_clientoverleg"].tekst(None)),
    ],
)
def test_why_without_an_advice(stapel: Stapel, zin: str, begin: str) -> None:
    gesprek = stapel.begin()
    praat(gesprek, zin)

    assert gesprek.tekst.startswith(begin)
    assert "Wat past bij mij?" in gesprek.knoppen


def test_why_before_the_advice_is_given(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "Ik ben een jongere", "Wat past bij mij?")
    vraag = gesprek.tekst.splitlines()[-1]
    praat(gesprek, "waarom raad je dat aan?")

    assert "na deze vragen" in gesprek.tekst
    assert gesprek.tekst.endswith(vraag)
