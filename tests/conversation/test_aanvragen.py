"""Whole dialogues through the trained model and the running service, up to the mailbox and the record."""

from __future__ import annotations

import re
import warnings
from pathlib import Path

import pytest
from sqlalchemy import func, select

from loket.domain.aanvraag import Status
from loket.domain.begrippen import Aanvraagsoort, Instrument, Regio, Rol
from loket.domain.gesprek.knoppen import AL_VERTELD
from loket.domain.gevaar import JA_GEVAAR, NEE_GEVAAR, VERDER
from loket.store.tabellen import AanvraagRij, PostRij
from tests.conversation.gesprekken import (
    AKKOORD,
    GENOEG,
    KLOPT,
    NUMMER,
    in_register,
    kantoor,
    mails_over,
    pdf_tekst,
    praat,
    sla_over_tot_overzicht,
    tot_toestemming,
    verstuur,
)
from tests.stapel import Stapel

with warnings.catch_warnings():  # what Rasa itself imports is old
    warnings.simplefilter("ignore")
    from bot.nlu.gevaar import Gevaarherkenner
    from bot.nlu.proef import component_uit, config_van

VERHAAL = "Mijn begeleidster beslist alles zonder mij en nu wil ik niet meer met haar praten."


def test_a_girl_of_15_who_wants_bemiddeling_with_her_begeleider_in_deurne(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    assert "chatbot, geen mens" in gesprek.tekst
    assert "gratis" in gesprek.tekst
    praat(gesprek, "Ik ben een jongere", "wat is bemiddeling?")
    assert "bemiddelaar" in gesprek.tekst
    praat(
        gesprek,
        "ik wil bemiddeling met mijn begeleidster",
        "2100",
        "0470 12 34 56",
        "mijn stiefvader",
        "bel mij maar na vier uur",
        VERHAAL,
    )
    nummer = verstuur(gesprek)
    assert "Antwerpen" in gesprek.tekst
    assert "03 240 61 66" in gesprek.tekst

    aanvraag = in_register(stapel, nummer)
    assert (aanvraag.soort, aanvraag.rol, aanvraag.regio) == (
        Aanvraagsoort.BEMIDDELING,
        Rol.JONGERE,
        Regio.ANTWERPEN,
    )
    assert aanvraag.kort
    assert aanvraag.antwoorden["verhaal"].tekst == VERHAAL

    (mail,) = mails_over(stapel, nummer)
    assert mail.kop.aan == "bemiddeling@provincieantwerpen.be"
    assert "0470" not in mail.kop.onderwerp
    for inhoud in (mail.tekst, pdf_tekst(mail)):
        vlak = " ".join(inhoud.split())
        assert nummer in vlak
        assert VERHAAL in vlak
        assert "0470 12 34 56" in vlak
        assert "mijn stiefvader" in vlak
        assert vlak.lower().index("veilig contact") < vlak.index(VERHAAL)


def test_a_father_in_halle_for_clientoverleg_with_three_services(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "Ik ben een ouder of opvoeder thuis", "ik wil cliëntoverleg voor mijn zoon", "in Halle")
    assert any("1500" in knop for knop in gesprek.knoppen)
    assert any("2980" in knop for knop in gesprek.knoppen)
    praat(
        gesprek,
        next(knop for knop in gesprek.knoppen if "1500" in knop),
        "jan.peeters@example.com",
        "Nee, niemand",
        "Het maakt niet uit",
        "Drie diensten komen thuis en niemand weet wat de ander doet.",
    )
    assert "bevestiging" in gesprek.tekst
    praat(gesprek, "ja, dat mag")
    praat(gesprek, "Karel", "Wout", "hij is 9")
    praat(
        gesprek,
        "nee",
        "drie diensten",
        "ja",
        "ja zeker",
        "het CLB, thuisbegeleiding en een psycholoog",
        "nee",
    )
    assert "Wie gaat akkoord" in gesprek.tekst
    praat(gesprek, "De jongere en de ouders")
    sla_over_tot_overzicht(gesprek)
    praat(gesprek, KLOPT, AKKOORD)
    nummer = NUMMER.search(gesprek.tekst)
    assert nummer

    aanvraag = in_register(stapel, nummer[0])
    assert (aanvraag.soort, aanvraag.rol, aanvraag.regio) == (
        Aanvraagsoort.CLIENTOVERLEG,
        Rol.OUDER,
        Regio.VLAAMS_BRABANT,
    )
    assert not aanvraag.kort
    mails = mails_over(stapel, nummer[0], 2)
    naar = {mail.kop.aan: mail for mail in mails}
    assert set(naar) == {"clientoverleg@vlaamsbrabant.be", "jan.peeters@example.com"}
    loket, bevestiging = naar["clientoverleg@vlaamsbrabant.be"], naar["jan.peeters@example.com"]
    assert "Cliëntoverleg Past. - Het overzicht is weg" in " ".join(loket.tekst.split())
    assert "draaiboek, 2.2" in pdf_tekst(loket)
    for geheim in ("Wout", "diensten", "Halle", "CLB"):
        assert geheim not in bevestiging.tekst + bevestiging.html
    assert not bevestiging.bijlagen


def test_a_helper_on_behalf_of_a_client(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "ik ben hulpverlener", "wat zegt artikel 30?")
    assert "12 juli 2013" in gesprek.tekst
    assert "Bron: draaiboek, 6.1" in str(gesprek.items)
    praat(
        gesprek,
        "namens een cliënt wil ik een cliëntoverleg aanvragen",
        "9000 Gent",
        "09 233 12 34",
        "Nee, niemand",
        "tijdens de kantooruren",
        "Gezin met twee kinderen, vier diensten, geen afstemming.",
    )
    nummer = verstuur(gesprek)

    aanvraag = in_register(stapel, nummer)
    assert (aanvraag.rol, aanvraag.regio) == (Rol.HULPVERLENER, Regio.OOST_VLAANDEREN)
    (mail,) = mails_over(stapel, nummer)
    assert mail.kop.aan == "clientoverleg@oost-vlaanderen.be"


def test_for_a_next_client_a_helper_need_not_tell_how_to_be_reached_again(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "ik ben hulpverlener", "namens een cliënt wil ik een cliëntoverleg aanvragen", "9000 Gent")
    praat(
        gesprek,
        "09 233 12 34",
        "Mijn ouders",
        "tijdens de kantooruren",
        "Vier diensten rond een meisje van 15.",
    )
    eerste = verstuur(gesprek)

    praat(gesprek, "ik wil nog een cliëntoverleg aanvragen voor een andere cliënt")
    overgenomen = next(item["text"] for item in gesprek.items if "neem ik over" in item["text"])
    assert "09 233 12 34" in overgenomen
    assert "Gent" not in overgenomen
    praat(gesprek, "8000 Brugge")
    assert "Is er iemand die dit zeker niet mag weten?" in gesprek.tekst
    praat(gesprek, "Nee, niemand", "Een jongen van 9 en drie diensten.")
    tweede = verstuur(gesprek)

    aanvraag = in_register(stapel, tweede)
    assert tweede != eerste
    assert (aanvraag.rol, aanvraag.regio) == (Rol.HULPVERLENER, Regio.WEST_VLAANDEREN)
    assert "09 233 12 34" in str(aanvraag.antwoorden["bereik"])
    assert aanvraag.antwoorden["verhaal"].tekst == "Een jongen van 9 en drie diensten."
    assert aanvraag.antwoorden["wie_niet"].waarde == "niemand"


def test_of_who_is_no_helper_nothing_stays_for_a_next_aanvraag(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    tot_toestemming(gesprek)
    praat(gesprek, AKKOORD, "Aanvraag bemiddeling", "Gent")
    assert "neem ik over" not in gesprek.tekst
    assert "Hoe kan het loket je veilig bereiken?" in gesprek.tekst


GEPLAKT = (
    "Beste, ik ben Karen Peeters van CLB Kompas in Mechelen. Graag vraag ik een cliëntoverleg aan voor "
    "Sami El Idrissi (15 jaar), die in begeleiding is bij het CAW en bij een thuisbegeleidingsdienst. "
    "De diensten werken naast elkaar en de ouders zien het overzicht niet meer. Mijn nummer is "
    "0470 12 34 56. Alvast bedankt, Karen Peeters"
)


def test_a_mail_of_a_helper_pasted_whole_begins_the_aanvraag(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, GEPLAKT)
    assert "Waar verblijft de jongere nu?" in gesprek.tekst
    for gelezen in ("0470 12 34 56", "15 jaar", "Sami", "Karen Peeters", "hulpverlener"):
        assert gelezen in gesprek.tekst
    assert "Verblijft in" not in gesprek.tekst  # the CLB is in Mechelen, the young person perhaps not

    praat(gesprek, "9000 Gent", "Nee, niemand", "tijdens de kantooruren")
    assert "Wat is er aan de hand?" in gesprek.tekst
    praat(gesprek, AL_VERTELD)
    aanvraag = in_register(stapel, verstuur(gesprek))
    assert (aanvraag.soort, aanvraag.rol, aanvraag.regio) == (
        Aanvraagsoort.CLIENTOVERLEG,
        Rol.HULPVERLENER,
        Regio.OOST_VLAANDEREN,
    )
    assert aanvraag.antwoorden["verhaal"].tekst == GEPLAKT
    assert aanvraag.antwoorden["naam_jongere"].tekst.startswith("Sami")


def test_a_conflict_with_the_sociale_dienst_is_advised_against_and_never_refused(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(
        gesprek,
        "Ik ben een jongere",
        "Wat past bij mij?",
        "ja",
        "met de sociale dienst van de jeugdrechtbank",
    )
    praat(gesprek, "ja", "ja")
    while "Dit is mijn raad" not in gesprek.tekst:
        gesprek.zeg("weet ik niet")
    assert "Bemiddeling past hier wellicht niet" in gesprek.tekst
    assert "eigen opdracht" in gesprek.tekst
    assert "omzendbrief, 2" in str(gesprek.items)
    assert "Aanvraag bemiddeling" in gesprek.knoppen

    praat(
        gesprek,
        "Aanvraag bemiddeling",
        "Brugge",
        "0498 76 54 32",
        "Nee, niemand",
        "altijd",
        "Ze luisteren niet.",
    )
    nummer = verstuur(gesprek)
    aanvraag = in_register(stapel, nummer)
    assert aanvraag.regio is Regio.WEST_VLAANDEREN
    assert "Past niet" in str(aanvraag.onderdelen[-1])


def test_someone_in_namur_is_told_kindly_and_a_person_gets_the_aanvraag(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "Ik ben een jongere", "Aanvraag bemiddeling", "Namur")
    assert "buiten Vlaanderen en Brussel" in gesprek.tekst
    assert "0800 900 33" in gesprek.tekst
    praat(gesprek, "Toch verdergaan", "0498 76 54 32", "Nee, niemand", "altijd", "Ik wil terug naar huis.")
    nummer = verstuur(gesprek)

    assert in_register(stapel, nummer).regio is None
    (mail,) = mails_over(stapel, nummer)
    with kantoor(stapel) as geopend:
        assert mail.kop.aan == geopend.loketten.zonder_regio.email(Instrument.BEMIDDELING)


def test_i_do_not_know_everywhere_still_arrives(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "weet ik niet", "Aanvraag cliëntoverleg", "weet ik niet", "weet ik niet", "geen idee")
    assert "bereiken" in gesprek.tekst
    praat(gesprek, "kweet ni")
    assert "bereiken" in gesprek.tekst, "without a way to reach the person nobody can answer"
    praat(gesprek, "0498 76 54 32")
    sla_over_tot_overzicht(gesprek, "weet ik niet")
    praat(gesprek, KLOPT, AKKOORD)
    nummer = NUMMER.search(gesprek.tekst)
    assert nummer

    aanvraag = in_register(stapel, nummer[0])
    assert aanvraag.regio is None
    assert aanvraag.antwoorden["verhaal"].status is Status.WEET_NIET
    mails_over(stapel, nummer[0])


def test_back_change_interrupt_and_resume(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "Ik ben een jongere", "Aanvraag bemiddeling", "Gent", "terug")
    assert "Je antwoordde" in gesprek.tekst
    praat(gesprek, "Hasselt", "wat kost dat eigenlijk?")
    assert "niets" in gesprek.tekst
    assert "bereiken" in gesprek.items[-1]["text"], "the form goes on where it was"
    praat(gesprek, "waarom vraag je dat?")
    assert "antwoorden" in gesprek.tekst
    praat(gesprek, "0498 76 54 32", "stop")
    assert "Wis alles" in gesprek.knoppen
    praat(gesprek, "Ik ga later verder", "wat is een werkplan?")
    assert "werkplan" in gesprek.tekst
    praat(gesprek, "verder met mijn aanvraag")
    assert "verder waar je gestopt was" in gesprek.tekst
    praat(
        gesprek,
        "Nee, niemand",
        "altijd",
        "Ruzie over het weekend.",
        GENOEG,
        "Iets wijzigen",
        "Verblijft in",
        "Genk",
    )
    praat(gesprek, KLOPT, AKKOORD)
    nummer = NUMMER.search(gesprek.tekst)
    assert nummer

    aanvraag = in_register(stapel, nummer[0])
    assert aanvraag.regio is Regio.LIMBURG
    assert "Genk" in str(aanvraag.onderdelen)
    assert "Hasselt" not in str(aanvraag.onderdelen)


def test_who_stops_leaves_nothing_behind(stapel: Stapel) -> None:
    voor = _bewaard(stapel)
    gesprek = stapel.begin()
    praat(gesprek, "Ik ben een jongere", "Aanvraag bemiddeling", "Gent", "stop", "Wis alles")
    assert "gewist" in gesprek.tekst

    assert gesprek.vraag("hallo?").status_code == 401, "the conversation no longer exists"
    assert _bewaard(stapel) == voor


def _bewaard(stapel: Stapel) -> list[int]:
    """How many aanvragen and mails there are, those that left included."""
    with kantoor(stapel) as geopend, geopend.database.lees() as sessie:
        return [
            sessie.scalars(select(func.count()).select_from(soort)).one() for soort in (AanvraagRij, PostRij)
        ]


def test_not_agreeing_sends_nothing(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    tot_toestemming(gesprek)
    praat(gesprek, "ik ga ni akkoord")

    assert not NUMMER.search(gesprek.tekst)
    assert "Wis alles" in gesprek.knoppen


def test_sending_twice_makes_one_aanvraag(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    tot_toestemming(gesprek)
    eerste = gesprek.vraag(AKKOORD, "11111111-1111-4111-8111-111111111111").json()
    tweede = gesprek.vraag(AKKOORD, "11111111-1111-4111-8111-111111111111").json()
    assert eerste == tweede
    nummer = NUMMER.search(str(eerste))
    assert nummer

    praat(gesprek, AKKOORD)
    assert not NUMMER.search(gesprek.tekst), "consent alone, with nothing to send, makes no new aanvraag"
    assert len(mails_over(stapel, nummer[0])) == 1


@pytest.mark.parametrize(
    ("zin", "lijn"),
    [("mijn vader slaat mij", "1712"), ("ik wil niet meer leven", "1813"), ("ik heb pillen genomen", "112")],
)
@pytest.mark.parametrize("waar", ["begin", "formulier", "advies"])
def test_danger_is_answered_first_everywhere(stapel: Stapel, waar: str, zin: str, lijn: str) -> None:
    gesprek = stapel.begin()
    if waar == "formulier":
        praat(gesprek, "Ik ben een jongere", "Aanvraag bemiddeling")
    elif waar == "advies":
        praat(gesprek, "Ik ben een jongere", "Wat past bij mij?")
    praat(gesprek, zin)

    assert gesprek.items[0]["custom"]["soort"] == "gevaar"
    assert lijn in [rij["nummer"] for rij in gesprek.items[0]["custom"]["lijnen"]]
    assert gesprek.knoppen, "the conversation can go on"


ONZEKER = (
    "het is thuis echt niet te doen als hij thuiskomt",
    "ik hou het hier niet meer vol",
    "hij laat mij niet met rust en ik ben bang",
    "ik durf niet naar huis",
    "ik wil hier gewoon weg en nooit meer terugkomen",
    "ze weent elke nacht en wil niet zeggen waarom",
    "hij wordt zo kwaad dat iedereen stil moet zijn",
    "ik kan niet meer",
)
"""Sentences of which a few are neither surely danger nor surely not; which ones, the model says."""


@pytest.fixture(scope="module")
def onzeker(model: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A sentence that the model is not sure about."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        herkenner = component_uit(Gevaarherkenner, model, tmp_path_factory.mktemp("gevaar"))
    config = config_van("bot.nlu.gevaar.Gevaarherkenner")
    return next(z for z in ONZEKER if config["vermoeden"] <= herkenner.oordeel(z).kans < config["zeker"])


@pytest.mark.parametrize(("antwoord", "daarna"), [("ja", "Niemand|hoeft|moedig|dringend"), ("nee", VERDER)])
def test_perhaps_danger_in_the_middle_of_a_form(
    stapel: Stapel, onzeker: str, antwoord: str, daarna: str
) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "Ik ben een jongere", "Aanvraag bemiddeling", "Gent", "0498 76 54 32", "Nee, niemand")
    praat(gesprek, "altijd", onzeker)
    assert gesprek.knoppen == [JA_GEVAAR, NEE_GEVAAR]
    assert gesprek.items[-1]["custom"]["lijnen"]

    praat(gesprek, antwoord)
    assert re.search(daarna, gesprek.items[0]["text"])
    assert len(gesprek.items) > 1, "the next question follows"
    nummer = verstuur(gesprek)
    assert onzeker in str(in_register(stapel, nummer).onderdelen), "what was told is not lost"


@pytest.mark.parametrize("antwoord", [JA_GEVAAR, NEE_GEVAAR, "ja", "nee"])
def test_perhaps_danger_outside_a_form(stapel: Stapel, onzeker: str, antwoord: str) -> None:
    gesprek = stapel.begin()
    praat(gesprek, onzeker)
    lijnen = gesprek.items[-1]["custom"]["lijnen"]
    assert gesprek.knoppen[-2:] == [JA_GEVAAR, NEE_GEVAAR]

    praat(gesprek, antwoord)
    if antwoord.lower().startswith("ja"):
        assert gesprek.items[0]["custom"]["soort"] == "gevaar"
        assert gesprek.items[0]["custom"]["lijnen"] == lijnen
    else:
        assert gesprek.items[0]["text"].startswith(VERDER)
    assert "Aanvraag doen" in gesprek.knoppen, "the conversation can go on"
