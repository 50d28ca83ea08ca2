"""The accounts: made, listed, reset and blocked on the command line."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from loket.domain.begrippen import Regio
from loket.domain.medewerker import Functie, Medewerker
from loket.store.database import Database
from loket.toegang import codes, wachtwoord
from loket.toegang.tabellen import HerstelcodeRij, MedewerkerRij, SessieRij

TIJDELIJK = timedelta(hours=72)
"""How long a password that was handed out works."""

_NAAM = re.compile(r"[a-z0-9][a-z0-9._@-]{0,78}[a-z0-9]")


class AccountFout(ValueError):
    """That account cannot be made or changed. The message is one sentence in Dutch."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account as the operator sees it."""

    id: UUID
    gebruikersnaam: str
    naam: str
    functie: Functie
    regios: frozenset[Regio]
    klaar: bool
    """Whether its owner chose a password and set up the app."""
    laatst_binnen_op: datetime | None
    geblokkeerd_op: datetime | None
    herstelcodes: int
    """How many recovery codes are left."""


def schoon(gebruikersnaam: str) -> str:
    """The account's name as it is kept: without spaces around, in small letters."""
    return gebruikersnaam.strip().casefold()[:80]


def regios_van(rij: MedewerkerRij) -> frozenset[Regio]:
    """The regions of an account's row."""
    return frozenset(Regio(deel) for deel in rij.regios.split(",") if deel)


def medewerker_van(rij: MedewerkerRij) -> Medewerker:
    """The person of an account's row."""
    return Medewerker(rij.id, rij.naam, Functie(rij.functie), regios_van(rij))


class Accounts:
    """The accounts in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def voeg_toe(
        self, gebruikersnaam: str, naam: str, functie: Functie, regios: frozenset[Regio], nu: datetime
    ) -> str:
        """Make an account; returns the temporary password. Raises AccountFout."""
        kort = schoon(gebruikersnaam)
        if not _NAAM.fullmatch(kort):
            raise AccountFout("Een gebruikersnaam heeft letters, cijfers, punten of een @, zoals an.peeters.")
        _keur(naam, functie, regios)
        geheim = codes.maak_code()
        with self._database.schrijf() as sessie:
            if sessie.scalar(select(MedewerkerRij.id).where(MedewerkerRij.gebruikersnaam == kort)):
                raise AccountFout(f"Er is al een account met de naam {kort}.")
            sessie.add(
                MedewerkerRij(
                    id=uuid.uuid4(),
                    gebruikersnaam=kort,
                    naam=_op_een_regel(naam),
                    functie=functie.value,
                    regios=_als_tekst(regios),
                    wachtwoord=wachtwoord.hash_van(geheim),
                    tijdelijk_tot=nu + TIJDELIJK,
                    aangemaakt_op=nu,
                )
            )
        return geheim

    def wijzig(
        self,
        gebruikersnaam: str,
        *,
        naam: str | None = None,
        functie: Functie | None = None,
        regios: frozenset[Regio] | None = None,
    ) -> Medewerker:
        """Change what is given; it counts from the next page on, for who is in as well. An operator has no
        regions: becoming one drops them. Returns who it is now. Raises AccountFout."""
        with self._database.schrijf() as sessie:
            rij = _vind(sessie, gebruikersnaam)
            wordt = functie or Functie(rij.functie)
            oud = frozenset[Regio]() if functie is Functie.BEHEERDER else regios_van(rij)
            nieuw = oud if regios is None else regios
            _keur(rij.naam if naam is None else naam, wordt, nieuw)
            if naam is not None:
                rij.naam = _op_een_regel(naam)
            rij.functie, rij.regios = wordt.value, _als_tekst(nieuw)
            return medewerker_van(rij)

    def wis(self, gebruikersnaam: str) -> Medewerker:
        """Delete an account; who was in with it is out. Returns who it was. Raises AccountFout."""
        with self._database.schrijf() as sessie:
            rij = _vind(sessie, gebruikersnaam)
            wie = medewerker_van(rij)
            sessie.delete(rij)  # its sessions and codes follow
            return wie

    def zoek(self, gebruikersnaam: str) -> Medewerker:
        """Who has this account. Raises AccountFout."""
        with self._database.lees() as sessie:
            return medewerker_van(_vind(sessie, gebruikersnaam))

    def zet_terug(self, gebruikersnaam: str, nu: datetime) -> str:
        """Start an account anew: a new temporary password, no app, no codes, signed out everywhere."""
        geheim = codes.maak_code()
        with self._database.schrijf() as sessie:
            rij = _vind(sessie, gebruikersnaam)
            rij.wachtwoord, rij.tijdelijk_tot = wachtwoord.hash_van(geheim), nu + TIJDELIJK
            rij.totp = None
            rij.geblokkeerd_op = None
            sessie.execute(delete(HerstelcodeRij).where(HerstelcodeRij.medewerker_id == rij.id))
            sessie.execute(delete(SessieRij).where(SessieRij.medewerker_id == rij.id))
        return geheim

    def blokkeer(self, gebruikersnaam: str, nu: datetime) -> None:
        """Let nobody in with this account, from now on. Raises AccountFout."""
        with self._database.schrijf() as sessie:
            rij = _vind(sessie, gebruikersnaam)
            rij.geblokkeerd_op = rij.geblokkeerd_op or nu
            sessie.execute(delete(SessieRij).where(SessieRij.medewerker_id == rij.id))

    def deblokkeer(self, gebruikersnaam: str) -> None:
        """Let the owner in again, with the same password and app. Raises AccountFout."""
        with self._database.schrijf() as sessie:
            _vind(sessie, gebruikersnaam).geblokkeerd_op = None

    def lijst(self) -> list[Account]:
        """All accounts, by name."""
        with self._database.lees() as sessie:
            codes = dict(
                sessie.execute(
                    select(HerstelcodeRij.medewerker_id, func.count())
                    .where(HerstelcodeRij.gebruikt_op.is_(None))
                    .group_by(HerstelcodeRij.medewerker_id)
                )
                .tuples()
                .all()
            )
            return [
                Account(
                    rij.id,
                    rij.gebruikersnaam,
                    rij.naam,
                    Functie(rij.functie),
                    regios_van(rij),
                    rij.tijdelijk_tot is None and rij.totp is not None,
                    rij.laatst_binnen_op,
                    rij.geblokkeerd_op,
                    codes.get(rij.id, 0),
                )
                for rij in sessie.scalars(select(MedewerkerRij).order_by(MedewerkerRij.gebruikersnaam))
            ]

    def medewerkers(self, regio: Regio | None) -> list[Medewerker]:
        """Who may be given an aanvraag of this region (None: the shared queue), by name."""
        with self._database.lees() as sessie:
            allen = [
                medewerker_van(rij)
                for rij in sessie.scalars(
                    select(MedewerkerRij)
                    .where(MedewerkerRij.geblokkeerd_op.is_(None))
                    .order_by(MedewerkerRij.naam)
                )
            ]
        return [medewerker for medewerker in allen if medewerker.ziet(regio)]


def _keur(naam: str, functie: Functie, regios: frozenset[Regio]) -> None:
    if not naam.strip():
        raise AccountFout("Geef ook de naam van de medewerker.")
    if functie is Functie.BEHEERDER and regios:
        raise AccountFout("Een beheerder leest geen aanvragen en heeft dus geen regio.")
    if functie is not Functie.BEHEERDER and not regios:
        raise AccountFout("Een medewerker hoort bij minstens één regio.")


def _op_een_regel(naam: str) -> str:
    return " ".join(naam.split())[:80]


def _als_tekst(regios: frozenset[Regio]) -> str:
    return ",".join(sorted(regio.value for regio in regios))


def _vind(sessie: Session, gebruikersnaam: str) -> MedewerkerRij:
    rij = sessie.scalars(
        select(MedewerkerRij).where(MedewerkerRij.gebruikersnaam == schoon(gebruikersnaam))
    ).one_or_none()
    if rij is None:
        raise AccountFout(f"Er is geen account met de naam {schoon(gebruikersnaam)}.")
    return rij
