"""The two dialogues about the Cliëntenforum, through the trained model, up to the mailbox and the record."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from loket.domain.begrippen import Aanvraagsoort
from loket.domain.erkenning import termijnen
from loket.domain.lezen.datum import in_woorden
from tests.conversation.gesprekken import AKKOORD, KLOPT, NUMMER, in_register, mails_over, pdf_tekst, praat
from tests.stapel import Gesprek, Stapel

LID = "Lidmaatschap aanvragen"
ERKENNING = "Voldoen wij aan de voorwaarden?"
MOTIVATIE = "Wij willen dat ouders meer gehoord worden in de jeugdhulp."
GOED = ("Een vzw", "nee", "ouders", *["ja"] * 8, "ja", "9 mensen", "3", "2")


def tot_overzicht(gesprek: Gesprek) -> None:
    praat(gesprek, "Ouders Samen", "Een cliëntenorganisatie zonder erkenning", MOTIVATIE)
    assert gesprek.items[-1]["custom"]["invoer"] == "datum", "the widget shows its date picker"
    praat(
        gesprek, "3 mei 2019", "0123.456.749", "https://ouders.example/statuten", "An", "an@example.com", "ja"
    )
    assert KLOPT in gesprek.knoppen


def test_a_membership_request_goes_to_the_clientenforum(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "hoe word ik lid van het cliëntenforum?")
    assert LID in gesprek.knoppen
    praat(gesprek, LID)
    tot_overzicht(gesprek)
    praat(gesprek, KLOPT)
    assert "naar het Cliëntenforum" in gesprek.tekst
    praat(gesprek, AKKOORD)
    gevonden = NUMMER.search(gesprek.tekst)
    assert gevonden, gesprek.tekst
    assert "info@clientenforum.be" in gesprek.tekst
    praat(gesprek, "Afspraken tussen de leden van het forum")
    assert "charter" in gesprek.tekst

    aanvraag = in_register(stapel, gevonden[0])
    assert (aanvraag.soort, aanvraag.regio) == (Aanvraagsoort.LIDMAATSCHAP, None)
    assert aanvraag.antwoorden["motivatie"].tekst == MOTIVATIE
    naar = {mail.kop.aan: mail for mail in mails_over(stapel, gevonden[0], 2)}
    assert set(naar) == {"info@clientenforum.be", "an@example.com"}
    forum, bevestiging = naar["info@clientenforum.be"], naar["an@example.com"]
    for inhoud in (forum.tekst, pdf_tekst(forum)):
        vlak = " ".join(inhoud.split())
        for deel in (
            "Ouders Samen",
            MOTIVATIE,
            "3 mei 2019",
            "0123.456.749",
            "ouders.example/statuten",
            "An",
        ):
            assert deel in vlak
    assert MOTIVATIE not in forum.kop.onderwerp + bevestiging.tekst
    assert "info@clientenforum.be" in bevestiging.tekst


def test_wrong_answers_danger_a_question_and_a_change_on_the_way(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, LID, "Ouders Samen", "Een overheid")
    assert "kunnen geen lid zijn" in gesprek.tekst
    praat(gesprek, MOTIVATIE, "3 mei 2099")
    assert "nog komen" in gesprek.tekst
    praat(gesprek, "mei 2019")
    assert "welke dag" in gesprek.tekst
    praat(gesprek, "weet ik niet", "0123.456.748")
    assert "cijfer fout" in gesprek.tekst
    praat(gesprek, "0123.456.749", "wat is het charter?")
    assert "afspraken" in gesprek.items[0]["text"]
    assert "Statuten" in gesprek.items[-1]["text"], "the form goes on where it was"
    praat(gesprek, "ik wil niet meer leven")
    assert gesprek.items[0]["custom"]["soort"] == "gevaar"
    assert "Statuten" in gesprek.items[-1]["text"], "danger is no answer to this"
    praat(
        gesprek,
        "Ik mail ze later",
        "An",
        "an@example.com",
        "nee",
        "Iets wijzigen",
        "Opgericht op",
        "4/5/2019",
    )
    assert KLOPT in gesprek.knoppen
    assert "4 mei 2019" in str(gesprek.items)
    praat(gesprek, KLOPT, "nee")
    assert "Wis alles" in gesprek.knoppen
    assert not NUMMER.search(gesprek.tekst)


def test_an_aanvraag_waits_while_something_else_is_asked(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "Ik ben een jongere", "Aanvraag bemiddeling", "Gent", ERKENNING)
    assert "bewaar ik" in gesprek.tekst
    assert "Wat voor vereniging" in gesprek.tekst
    praat(gesprek, "stop", "Ik ga later verder")
    assert "Verder met de erkenning" in gesprek.knoppen
    praat(gesprek, "Verder met mijn aanvraag")
    assert "bereiken" in gesprek.items[-1]["text"], "the place is still known"
    praat(gesprek, "Verder met de erkenning")
    assert "Wat voor vereniging" in gesprek.items[-1]["text"]


def test_the_check_for_recognition_with_its_dates(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, "wat zijn de voorwaarden voor erkenning?")
    assert ERKENNING in gesprek.knoppen
    praat(gesprek, ERKENNING, *GOED)

    vandaag = datetime.now(ZoneInfo("Europe/Brussels")).date()
    dagen = termijnen(vandaag)
    assert "voldoet je vereniging aan alle voorwaarden" in gesprek.tekst
    assert "(bestuur)" in gesprek.tekst, "the part of the text behind each reason"
    for dag in (vandaag, dagen.ontvankelijk, dagen.beslissing, dagen.verslag):
        assert in_woorden(dag) in gesprek.tekst
    assert "participatie@opgroeien.be" in gesprek.tekst
    assert "lidmaatschap en erkenning, termijnen en verslag" in str(gesprek.items)
    assert LID in gesprek.knoppen


def test_the_check_explains_what_is_missing_and_what_is_not_known(stapel: Stapel) -> None:
    gesprek = stapel.begin()
    praat(gesprek, ERKENNING, "feitelijke vereniging", "weet ik niet", "waarom vraag je dat?")
    assert "jongeren of ouders" in gesprek.tekst
    praat(gesprek, "jongeren en ouders", *["ja"] * 8, "ja", "10", "12")
    assert "daarnet 10" in gesprek.tekst
    praat(gesprek, "3", "3")
    for deel in ("Dit ontbreekt nog:", "geen rechtspersoon", "één op de drie", "Dit zoek je nog uit:"):
        assert deel in gesprek.tekst


@pytest.mark.parametrize(
    ("zin", "vraag"),
    [
        ("wij willen het lidmaatschap aanvragen voor onze vzw", "Hoe heet je organisatie?"),
        ("kan je nakijken of onze vereniging erkend kan worden", "Wat voor vereniging is het?"),
    ],
)
def test_free_text_starts_the_form(stapel: Stapel, zin: str, vraag: str) -> None:
    gesprek = stapel.begin()
    praat(gesprek, zin)
    assert vraag in gesprek.tekst
