"""The whole road through the running service: from the chat to the desk, and back to who asked."""

from __future__ import annotations

import html
import re
import uuid
from datetime import UTC, datetime

import pyotp
import requests

from loket.desk.bureau import Bureau
from loket.domain.begrippen import Regio
from loket.domain.medewerker import Functie
from tests.conversation.gesprekken import kantoor, praat
from tests.conversation.test_opvolging import STAAT, verstuurd
from tests.stapel import Stapel

WACHTWOORD = "kameel lepel onweer zes"


class Desk:
    """A worker's browser: keeps its cookie, follows redirects, fills in the form of the page it is on."""

    def __init__(self, stapel: Stapel) -> None:
        self._url = f"{stapel.url}/loket"
        self._http = requests.Session()
        self.pagina = ""

    def haal(self, pad: str) -> str:
        return self._lees(self._http.get(self._url + pad, timeout=60))

    def stuur(self, pad: str, **velden: str) -> str:
        """Send a form; its hidden fields are those of the page."""
        verborgen = dict(
            re.findall(r'<input type="hidden" name="(csrf|versie)" value="([^"]*)">', self.pagina)
        )
        return self._lees(self._http.post(self._url + pad, data=verborgen | velden, timeout=60))

    def _lees(self, antwoord: requests.Response) -> str:
        assert antwoord.status_code == 200, f"{antwoord.status_code} {antwoord.url}"
        self.pagina = html.unescape(antwoord.text)
        return self.pagina

    def sluit(self) -> None:
        self._http.close()


def _account(stapel: Stapel, naam: str) -> str:
    """An account that is set up; returns a code on paper, for the code on the phone was just used."""
    nu = datetime.now(UTC)
    with kantoor(stapel) as geopend:
        bureau = Bureau.open(geopend, lambda _van, _tot: [])
        tijdelijk = bureau.accounts.voeg_toe(
            naam, "An", Functie.MEDEWERKER, frozenset({Regio.OOST_VLAANDEREN}), nu
        )
        token, _ = bureau.toegang.aanmelden(naam, tijdelijk, "::1", nu)
        geheim = bureau.toegang.geheim_om_op_te_zetten(token, nu)
        _, op_papier = bureau.toegang.zet_op(token, WACHTWOORD, pyotp.TOTP(geheim).at(nu), nu)
    return op_papier[0]


def test_from_the_chat_by_the_desk_back_to_the_chat(stapel: Stapel) -> None:
    """A young person asks, the loket asks something back and decides, the young person reads it and says
    how it went; nothing goes by mail, for only a phone number was given."""
    nummer, code = verstuurd(stapel)
    naam = f"an.{uuid.uuid4().hex[:8]}"
    op_papier = _account(stapel, naam)
    desk = Desk(stapel)
    desk.haal("/aanmelden")
    desk.stuur("/aanmelden", naam=naam, wachtwoord=WACHTWOORD)
    assert nummer in desk.stuur("/aanmelden/code", code=op_papier), "it stands in the list"
    pad = f"/aanvraag/{nummer}"
    assert "Ruzie over het weekend." in desk.haal(pad)
    assert "Mail niets." in desk.pagina

    desk.haal(f"{pad}/meer-vragen")
    desk.stuur(f"{pad}/meer-vragen", vraag="Op welke school zit je?", stap="verstuur")
    vraagcode = re.search(r"\b([A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4})\b", desk.pagina)
    assert vraagcode, "the worker tells the code over the phone"
    gesprek = stapel.begin()
    praat(gesprek, "Antwoorden op het loket", vraagcode[1], "Het Atheneum van Gent", "ja")
    assert "Je antwoord is bij het loket" in gesprek.tekst
    assert "Het Atheneum van Gent" in desk.haal(pad)

    desk.haal(f"{pad}/niet-ontvankelijk")
    reden = re.search(r'name="reden" value="(\w+)"', desk.pagina)
    assert reden
    desk.stuur(f"{pad}/niet-ontvankelijk", stap="brief", reden=reden[1])
    brief = "Dag,\n\nWij kunnen hier niet bemiddelen. Praat met je begeleider, of bel de JO-lijn.\n\nGroeten"
    desk.stuur(f"{pad}/niet-ontvankelijk", stap="voorbeeld", reden=reden[1], brief=brief)
    desk.stuur(f"{pad}/niet-ontvankelijk", stap="verstuur", reden=reden[1], brief=brief)
    assert "Bewaard. Breng het nu zelf over aan de aanvrager." in desk.pagina

    gesprek = stapel.begin()
    praat(gesprek, STAAT, nummer, code)
    assert "Wij kunnen hier niet bemiddelen." in gesprek.tekst
    assert "Ben je tevreden over hoe het tot nu ging?" in gesprek.tekst
    assert {"Ja", "Deels", "Nee"} <= set(gesprek.knoppen)
    praat(gesprek, "Deels")
    assert "Dank je om dat te zeggen." in gesprek.tekst
    assert "0800 900 33" in str(gesprek.items), "who is not content hears where to go"
    praat(gesprek, STAAT, nummer, code)
    assert "Wij kunnen hier niet bemiddelen." in gesprek.tekst
    assert "Ben je tevreden" not in gesprek.tekst, "asked once"
    desk.sluit()


def test_danger_comes_before_the_question_how_it_went(stapel: Stapel) -> None:
    nummer, code = verstuurd(stapel)
    nu = datetime.now(UTC)
    with kantoor(stapel) as geopend:
        bureau = Bureau.open(geopend, lambda _van, _tot: [])
        naam = f"bo.{uuid.uuid4().hex[:8]}"
        bureau.accounts.voeg_toe(naam, "Bo", Functie.MEDEWERKER, frozenset({Regio.OOST_VLAANDEREN}), nu)
        geopend.dossiers.verklaar_niet_ontvankelijk(bureau.accounts.zoek(naam), nummer, "Dag.", [], nu)
    gesprek = stapel.begin()
    praat(gesprek, STAAT, nummer, code)
    praat(gesprek, "dan wil ik niet meer leven")
    assert gesprek.items[0]["custom"]["soort"] == "gevaar"
