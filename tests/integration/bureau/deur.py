"""The door of the desk, on a real database."""

from __future__ import annotations

from dataclasses import dataclass

import pyotp

from loket.domain.begrippen import Regio
from loket.domain.medewerker import Functie
from loket.store.database import Database
from loket.toegang.aanmelden import Toegang
from loket.toegang.accounts import Accounts
from tests.integration.kantoor.hulp import Klok

WACHTWOORD = "kameel lepel onweer zes"
ADRES = "192.0.2.7"


@dataclass
class Deur:
    """Accounts, sessions and a clock, and the short roads that most tests take."""

    database: Database
    accounts: Accounts
    toegang: Toegang
    klok: Klok

    def nieuw(self, naam: str = "an", functie: Functie = Functie.MEDEWERKER, *regios: Regio) -> str:
        """An account with a temporary password, that is returned."""
        eigen = frozenset(regios or (() if functie is Functie.BEHEERDER else (Regio.ANTWERPEN,)))
        return self.accounts.voeg_toe(naam, naam.title(), functie, eigen, self.klok.nu)

    def klaar(self, naam: str = "an", functie: Functie = Functie.MEDEWERKER, *regios: Regio) -> Pas:
        """An account that is set up; returns its app's secret, its codes and a token of who is in."""
        tijdelijk = self.nieuw(naam, functie, *regios)
        token, _ = self.toegang.aanmelden(naam, tijdelijk, ADRES, self.klok.nu)
        geheim = self.toegang.geheim_om_op_te_zetten(token, self.klok.nu)
        token, herstel = self.toegang.zet_op(token, WACHTWOORD, self.code(geheim), self.klok.nu)
        self.klok.vooruit(seconds=60)  # so that the next code is another one
        return Pas(naam, geheim, herstel, token)

    def code(self, geheim: str) -> str:
        return pyotp.TOTP(geheim).at(self.klok.nu)

    def binnen(self, pas: Pas) -> str:
        """Sign in on another browser."""
        token, _ = self.toegang.aanmelden(pas.naam, WACHTWOORD, ADRES, self.klok.nu)
        return self.toegang.geef_code(token, self.code(pas.geheim), ADRES, self.klok.nu)


@dataclass(frozen=True)
class Pas:
    naam: str
    geheim: str
    herstel: tuple[str, ...]
    token: str
