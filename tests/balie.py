"""The desk on a real database, served in this process: much faster than the whole service."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pyotp
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.web import adres_van, fouten, zet_koppen
from loket.desk.app import maak_bureau
from loket.desk.bezoek import BASIS
from loket.desk.bureau import Bureau
from loket.domain.begrippen import Regio
from loket.domain.duidelijkheid import Duidelijkheid
from loket.domain.medewerker import Functie, Medewerker
from loket.kantoor import Kantoor
from loket.settings import lees_instellingen
from loket.toegang.accounts import medewerker_van
from loket.toegang.tabellen import MedewerkerRij
from tests.opslag import opslag

NU = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)  # a Tuesday morning
WACHTWOORD = "kameel lepel onweer zes"


class Klok:
    """A clock that stands still until it is moved."""

    def __init__(self, nu: datetime = NU) -> None:
        self.nu = nu

    def __call__(self) -> datetime:
        return self.nu

    def vooruit(self, **duur: float) -> None:
        self.nu += timedelta(**duur)


@dataclass(frozen=True)
class Pas:
    """What someone needs to come in, and who that is."""

    naam: str
    geheim: str
    herstel: tuple[str, ...]
    wie: Medewerker


class Balie:
    """An office with its desk. `url` is set once it is served; it ends in /loket."""

    def __init__(self, datamap: Path, klok: Klok | None = None, **omgeving: str) -> None:
        self.klok = klok or Klok()
        waarden = {"LOKET_DATAMAP": str(datamap)} | opslag(datamap) | omgeving
        self.kantoor = Kantoor.open(lees_instellingen(waarden))
        self.duidelijk: list[Duidelijkheid] = []  # what the chat counted
        self.bureau = Bureau.open(self.kantoor, lambda _van, _tot: self.duidelijk, self.klok)
        self.toegestaan = True  # what the limiter says
        self.url = ""
        self._server: TestServer | None = None

    async def begin(self) -> None:
        """Serve it as the service does, on a free port."""
        app = web.Application(middlewares=[fouten(list)], client_max_size=256 * 1024)
        app.on_response_prepare.append(zet_koppen)
        bureau = maak_bureau(
            self.bureau, adres_van=partial(adres_van, proxies=()), mag=lambda _: self.toegestaan
        )
        app.add_subapp(BASIS, bureau)
        self._server = TestServer(app)
        await self._server.start_server()
        self.url = str(self._server.make_url(BASIS))

    async def einde(self) -> None:
        """Stop serving and close the database."""
        if self._server is not None:
            await self._server.close()
        self.kantoor.sluit()

    def account(self, naam: str, functie: Functie = Functie.MEDEWERKER, *regios: Regio) -> Pas:
        """An account that is set up."""
        eigen = frozenset(regios or (() if functie is Functie.BEHEERDER else (Regio.ANTWERPEN,)))
        tijdelijk = self.bureau.accounts.voeg_toe(naam, naam.title(), functie, eigen, self.klok.nu)
        token, _ = self.bureau.toegang.aanmelden(naam, tijdelijk, "::1", self.klok.nu)
        geheim = self.bureau.toegang.geheim_om_op_te_zetten(token, self.klok.nu)
        _, herstel = self.bureau.toegang.zet_op(token, WACHTWOORD, self.code(geheim), self.klok.nu)
        self.klok.vooruit(seconds=60)  # the next code is another one
        with self.kantoor.database.lees() as sessie:
            rij = sessie.query(MedewerkerRij).filter_by(gebruikersnaam=naam).one()
            return Pas(naam, geheim, herstel, medewerker_van(rij))

    def code(self, geheim: str) -> str:
        """What the app on the phone shows now."""
        return pyotp.TOTP(geheim).at(self.klok.nu)

    def binnen(self, pas: Pas) -> str:
        """A token of who signed in."""
        self.klok.vooruit(seconds=60)
        token, _ = self.bureau.toegang.aanmelden(pas.naam, WACHTWOORD, "::1", self.klok.nu)
        return self.bureau.toegang.geef_code(token, self.code(pas.geheim), "::1", self.klok.nu)
