"""After an aanvraag was sent: how it stands, answering the loket, withdrawing; through the trained model."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from uuid import uuid4

from loket.domain.begrippen import Regio
from loket.domain.medewerker import Functie, Medewerker
from loket.domain.nummer import Nummer
from tests.conversation.gesprekken import AKKOORD, kantoor, praat, tot_toestemming
from tests.stapel import Stapel

STAAT = "Hoe staat het met mijn aanvraag?"
LOKET = Medewerker(uuid4(), "Medewerker", Functie.MEDEWERKER, frozenset({Regio.OOST_VLAANDEREN}))
CODE = re.compile(r"code is ([A-Z2-9]{4}-[A-Z2-9]{4})\b")
NUMMER = re.compile(r"nummer is (\S+)\. ")


def verstuurd(stapel: Stapel) -> tuple[str, str]:
    """Number and code of a new aanvraag in Gent."""
    gesprek = stapel.begin()
    tot_toestemming(gesprek)
    praat(gesprek, AKKOORD)
    nummer, code = NUMMER.search(gesprek.tekst), CODE.search(gesprek.tekst)
    assert nummer, gesprek.tekst
    assert code, gesprek.tekst
    assert STAAT in gesprek.knoppen
    return nummer[1], code[1]


def test_number_and_code_tell_how_it_stands_and_nothing_that_was_written(stapel: Stapel) -> None:
    nummer, code = verstuurd(stapel)
    gesprek = stapel.begin()
    praat(gesprek, "is er al nieuws over mijn aanvraag")
    assert "nummer" in gesprek.items[-1]["text"]
    praat(gesprek, f"het is {nummer.lower()} denk ik", code.lower().replace("-", " "))

    assert "veilig aangekomen" in gesprek.tekst
    assert "Ten laatste op" in gesprek.tekst
    assert "Aanvraag intrekken" in gesprek.knoppen
    assert "weekend" not in gesprek.tekst
    assert "0498" not in gesprek.tekst


def test_an_unknown_number_and_a_wrong_code_get_the_same_answer(stapel: Stapel) -> None:
    nummer, _ = verstuurd(stapel)
    gesprek = stapel.begin()
    fout = praat(gesprek, STAAT, "AV-26-42", nummer, "AAAA-BBBB")
    assert "horen niet bij elkaar" in fout
    onbekend = praat(gesprek, STAAT, str(Nummer(2019, 1)), "AAAA-BBBB")
    assert onbekend == fout


def test_a_question_of_the_loket_is_answered_once(stapel: Stapel) -> None:
    nummer, code = verstuurd(stapel)
    with kantoor(stapel) as geopend:
        geopend.dossiers.vraag_meer(LOKET, nummer, "Op welke school zit je?", datetime.now(UTC))
        vraagcode = geopend.vrager.toestand(nummer, code, datetime.now(UTC)).vraagcode
    assert vraagcode

    gesprek = stapel.begin()
    praat(gesprek, "ik heb een code gekregen van het loket", vraagcode)
    assert "Op welke school zit je?" in gesprek.tekst
    praat(gesprek, "Het Atheneum van Gent", "nee")
    assert "ik stuur niets" in gesprek.tekst
    praat(gesprek, "Antwoorden op het loket", vraagcode, "Het Atheneum van Gent", "ja")
    assert "Je antwoord is bij het loket" in gesprek.tekst
    praat(gesprek, "Antwoorden op het loket", vraagcode)
    assert "Misschien is ze al gebruikt" in gesprek.tekst

    with kantoor(stapel) as geopend:
        beeld = geopend.dossiers.open(LOKET, nummer, datetime.now(UTC))
        assert "Het Atheneum van Gent" in str(beeld)


def test_the_status_leads_to_the_open_question(stapel: Stapel) -> None:
    nummer, code = verstuurd(stapel)
    with kantoor(stapel) as geopend:
        geopend.dossiers.vraag_meer(LOKET, nummer, "Wie helpt je nu?", datetime.now(UTC))
    gesprek = stapel.begin()
    praat(gesprek, STAAT, nummer, code)
    assert "Wie helpt je nu?" in gesprek.tekst
    praat(gesprek, "ik wil niet meer leven")
    assert gesprek.items[0]["custom"]["soort"] == "gevaar"


def test_withdrawing_asks_for_a_clear_yes(stapel: Stapel) -> None:
    nummer, code = verstuurd(stapel)
    gesprek = stapel.begin()
    praat(gesprek, "ik wil mijn aanvraag intrekken", nummer, code, "nee")
    assert "ik verander niets" in gesprek.tekst
    praat(gesprek, "Aanvraag intrekken", nummer, code, "ja")
    assert "gestopt" in gesprek.tekst
    praat(gesprek, STAAT, nummer, code)
    assert "gestopt" in gesprek.tekst
    assert "Aanvraag intrekken" not in gesprek.knoppen
