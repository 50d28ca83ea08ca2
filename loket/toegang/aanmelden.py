"""Signing in, staying in, going out. A session is a random token; only its hash is kept.

The road in: name and password → a code of the app (or a recovery code) → in. Whoever got a temporary
password goes to the set-up page instead: an own password, the app, recovery codes. At each step the
token is a new one, so a token that someone planted or saw before is worth nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from loket.domain.medewerker import Medewerker
from loket.store.database import Database, RegisterFout
from loket.store.versleuteling import Kluis
from loket.toegang import codes, wachtwoord
from loket.toegang.accounts import medewerker_van, schoon
from loket.toegang.remmen import Remmen
from loket.toegang.tabellen import HerstelcodeRij, MedewerkerRij, SessieRij

HALFWEG = timedelta(minutes=15)
"""How long someone may take between the password and the code."""
_BIJHOUDEN = timedelta(minutes=1)  # a visit is noted at most this often


class Stap(StrEnum):
    """How far a browser is."""

    CODE = "code"
    OPZETTEN = "opzetten"
    BINNEN = "binnen"


class Geweigerd(Exception):
    """Name, password or code is wrong, or it is too soon. `wacht_tot` is set when waiting is needed."""

    def __init__(self, wacht_tot: datetime | None = None) -> None:
        super().__init__()
        self.wacht_tot = wacht_tot


class NietAangemeld(Exception):
    """This token opens nothing (any more)."""


@dataclass(frozen=True, slots=True)
class Sessie:
    """Who is in (or halfway) with a token, and how the account stands."""

    medewerker: Medewerker
    gebruikersnaam: str
    stap: Stap
    begonnen_op: datetime
    einde_op: datetime
    """When this session ends at the latest."""


Noteer = Callable[[Medewerker, str, datetime], None]
"""Writes down what someone did with an account: the person, a code such as "aangemeld", when."""


def _niets(_wie: Medewerker, _wat: str, _nu: datetime) -> None:
    return None


class Duur(NamedTuple):
    """How long a session lives: `stil` while it is not used, `hoogstens` at all."""

    stil: timedelta
    hoogstens: timedelta


class Toegang:
    """The door. `peper` is 32 secret bytes; when they change, forms that are open must be loaded anew."""

    def __init__(
        self,
        database: Database,
        kluis: Kluis,
        peper: bytes,
        *,
        duur: Duur,
        noteer: Noteer = _niets,
    ) -> None:
        self._database = database
        self._kluis = kluis
        self._peper = peper
        self._stil, self._hoogstens = duur
        self._noteer = noteer
        self._remmen = Remmen(peper)

    def csrf(self, token: str) -> str:
        """What every form of this browser must carry."""
        return hmac.new(self._peper, f"csrf:{token}".encode(), hashlib.sha256).hexdigest()

    def aanmelden(self, naam: str, geheim: str, adres: str, nu: datetime) -> tuple[str, Stap]:
        """The first step: name and password. Returns a token that goes no further than the next step.

        Raises Geweigerd, the same for a wrong name, a wrong password and a blocked account.
        """
        kort = schoon(naam)
        self._tel(kort, adres, nu)
        with self._database.lees() as sessie:
            gevonden = sessie.execute(
                select(MedewerkerRij.id, MedewerkerRij.wachtwoord).where(MedewerkerRij.gebruikersnaam == kort)
            ).one_or_none()
        id_, hash_ = gevonden or (None, None)
        goed = wachtwoord.klopt(hash_, geheim)
        with self._database.schrijf() as sessie:
            self._ruim_op(sessie, nu)
            rij = sessie.get(MedewerkerRij, id_) if id_ else None
            if not goed or rij is None or hash_ != rij.wachtwoord or rij.geblokkeerd_op:
                raise Geweigerd
            if rij.tijdelijk_tot and rij.tijdelijk_tot <= nu:
                raise Geweigerd
            opzetten = rij.tijdelijk_tot is not None or rij.totp is None
            if hash_ and wachtwoord.is_oud(hash_):
                rij.wachtwoord = wachtwoord.hash_van(geheim)
            self._remmen.neem_terug(sessie, kort, adres)
            stap = Stap.OPZETTEN if opzetten else Stap.CODE
            return self._nieuw(sessie, rij, stap, nu), stap

    def geef_code(self, token: str, code: str, adres: str, nu: datetime) -> str:
        """The second step: a code of the app, or a recovery code. Returns the token of who is in.

        Raises Geweigerd or NietAangemeld. A code that was used before is wrong.
        """
        halfweg = self.sessie(token, nu)
        if halfweg is None or halfweg.stap is not Stap.CODE:
            raise NietAangemeld
        kort = halfweg.gebruikersnaam
        self._tel(kort, adres, nu)
        with self._database.schrijf() as sessie:
            rij = sessie.get(MedewerkerRij, halfweg.medewerker.id)
            if rij is None or rij.totp is None:
                raise NietAangemeld
            wat = "aangemeld"
            if not self._neem_code(rij, code, nu):
                if not self._neem_herstelcode(sessie, rij, code, nu):
                    raise Geweigerd
                wat = "aangemeld_met_herstelcode"
            self._remmen.gelukt(sessie, kort, adres)
            sessie.execute(delete(SessieRij).where(SessieRij.hash == _hash(token)))
            rij.laatst_binnen_op = nu
            nieuw = self._nieuw(sessie, rij, Stap.BINNEN, nu)
        self._noteer(halfweg.medewerker, wat, nu)
        return nieuw

    def sessie(self, token: str, nu: datetime) -> Sessie | None:
        """Who this token belongs to; None when it is unknown, too old, or its owner may not come in."""
        with self._database.lees() as sessie:
            gevonden = self._levend(sessie, token, nu)
            if gevonden is None:
                return None
            rij, van = gevonden
            laatst, stap = rij.laatst_op, Stap(rij.stap)
            uit = Sessie(medewerker_van(van), van.gebruikersnaam, stap, rij.begonnen_op, self._einde(rij))
        if nu - laatst >= _BIJHOUDEN:
            # a full disk must not close the desk to who only reads: then the session is just not prolonged
            with contextlib.suppress(RegisterFout), self._database.schrijf() as sessie:
                sessie.execute(update(SessieRij).where(SessieRij.hash == _hash(token)).values(laatst_op=nu))
        return uit

    def geheim_om_op_te_zetten(self, token: str, nu: datetime) -> str:
        """The secret for the app, the same each time this set-up page is shown. Raises NietAangemeld."""
        with self._database.schrijf() as sessie:
            rij, _ = self._moet(sessie, token, nu, Stap.OPZETTEN)
            if rij.totp is None:
                rij.totp = self._kluis.sluit(codes.maak_geheim().encode())
            return self._kluis.open(rij.totp).decode()

    def zet_op(self, token: str, nieuw: str, code: str, nu: datetime) -> tuple[str, tuple[str, ...]]:
        """End the set-up: an own password, and a first code of the app. Returns a token of who is in,
        and the recovery codes, to be shown once. Raises NietAangemeld, Geweigerd or ZwakWachtwoord."""
        with self._database.lees() as sessie:
            _, van = self._moet(sessie, token, nu, Stap.OPZETTEN)
            oud, naam = van.wachtwoord, van.gebruikersnaam
        wachtwoord.keur(nieuw, naam)
        if wachtwoord.klopt(oud, nieuw):
            raise wachtwoord.ZwakWachtwoord("Dit is het wachtwoord dat je kreeg. Kies er zelf een ander.")
        hash_ = wachtwoord.hash_van(nieuw)
        with self._database.schrijf() as sessie:
            rij, van = self._moet(sessie, token, nu, Stap.OPZETTEN)
            stap = codes.juiste_stap(self._kluis.open(rij.totp).decode(), code, nu) if rij.totp else None
            if stap is None:
                raise Geweigerd
            van.wachtwoord, van.tijdelijk_tot = hash_, None
            van.totp, van.totp_stap, van.laatst_binnen_op = rij.totp, stap, nu
            herstel = self._geef_herstelcodes(sessie, van)
            sessie.execute(delete(SessieRij).where(SessieRij.medewerker_id == van.id))
            binnen = self._nieuw(sessie, van, Stap.BINNEN, nu)
            wie = medewerker_van(van)
        self._noteer(wie, "account_opgezet", nu)
        return binnen, herstel

    def wijzig_wachtwoord(self, token: str, oud: str, nieuw: str, adres: str, nu: datetime) -> str:
        """Change the password and end every other session. Returns a new token for this one.

        Raises NietAangemeld, Geweigerd (the old one is wrong) or ZwakWachtwoord.
        """
        wie = self._bevestig(token, oud, adres, nu)
        wachtwoord.keur(nieuw, wie.gebruikersnaam)
        hash_ = wachtwoord.hash_van(nieuw)
        with self._database.schrijf() as sessie:
            _, van = self._moet(sessie, token, nu, Stap.BINNEN)
            van.wachtwoord = hash_
            sessie.execute(delete(SessieRij).where(SessieRij.medewerker_id == van.id))
            verder = self._nieuw(sessie, van, Stap.BINNEN, nu)
        self._noteer(wie.medewerker, "wachtwoord_gewijzigd", nu)
        return verder

    def nieuwe_herstelcodes(self, token: str, geheim: str, adres: str, nu: datetime) -> tuple[str, ...]:
        """New recovery codes; the old ones stop working. Raises NietAangemeld or Geweigerd."""
        wie = self._bevestig(token, geheim, adres, nu)
        with self._database.schrijf() as sessie:
            _, van = self._moet(sessie, token, nu, Stap.BINNEN)
            herstel = self._geef_herstelcodes(sessie, van)
        self._noteer(wie.medewerker, "herstelcodes_vernieuwd", nu)
        return herstel

    def aantal_herstelcodes(self, medewerker: Medewerker) -> int:
        """How many recovery codes are left."""
        with self._database.lees() as sessie:
            return len(
                sessie.scalars(
                    select(HerstelcodeRij.hash).where(
                        HerstelcodeRij.medewerker_id == medewerker.id, HerstelcodeRij.gebruikt_op.is_(None)
                    )
                ).all()
            )

    def aantal_sessies(self, medewerker: Medewerker, nu: datetime) -> int:
        """In how many browsers this person is signed in."""
        with self._database.lees() as sessie:
            rijen = sessie.scalars(
                select(SessieRij).where(
                    SessieRij.medewerker_id == medewerker.id, SessieRij.stap == Stap.BINNEN.value
                )
            ).all()
            return sum(self._leeft(rij, nu) for rij in rijen)

    def afmelden(self, token: str) -> None:
        """End this session; one that is gone already is no error."""
        with self._database.schrijf() as sessie:
            sessie.execute(delete(SessieRij).where(SessieRij.hash == _hash(token)))

    def overal_afmelden(self, medewerker: Medewerker, nu: datetime) -> None:
        """End every session of this person."""
        with self._database.schrijf() as sessie:
            sessie.execute(delete(SessieRij).where(SessieRij.medewerker_id == medewerker.id))
        self._noteer(medewerker, "overal_afgemeld", nu)

    def _bevestig(self, token: str, geheim: str, adres: str, nu: datetime) -> Sessie:
        """Who is in, asked for the password once more."""
        wie = self.sessie(token, nu)
        if wie is None or wie.stap is not Stap.BINNEN:
            raise NietAangemeld
        self._tel(wie.gebruikersnaam, adres, nu)
        with self._database.lees() as sessie:
            van = sessie.get(MedewerkerRij, wie.medewerker.id)
            hash_ = van.wachtwoord if van else None
        if not wachtwoord.klopt(hash_, geheim):
            raise Geweigerd
        with self._database.schrijf() as sessie:
            self._remmen.gelukt(sessie, wie.gebruikersnaam, adres)
        return wie

    def _tel(self, naam: str, adres: str, nu: datetime) -> None:
        """Count an attempt as failed before it is looked at, so that many at once gain nothing."""
        with self._database.schrijf() as sessie:
            wacht_tot = self._remmen.wacht_tot(sessie, naam, adres, nu)
            if wacht_tot is None:
                self._remmen.mislukt(sessie, naam, adres, nu)
        if wacht_tot:
            raise Geweigerd(wacht_tot)

    def _neem_code(self, rij: MedewerkerRij, code: str, nu: datetime) -> bool:
        stap = codes.juiste_stap(self._kluis.open(rij.totp).decode(), code, nu) if rij.totp else None
        if stap is None or stap <= rij.totp_stap:
            return False
        rij.totp_stap = stap
        return True

    def _neem_herstelcode(self, sessie: Session, rij: MedewerkerRij, code: str, nu: datetime) -> bool:
        hash_ = codes.hash_herstelcode(rij.id, code)
        gevonden = sessie.get(HerstelcodeRij, hash_)
        if gevonden is None or gevonden.medewerker_id != rij.id or gevonden.gebruikt_op:
            return False
        gevonden.gebruikt_op = nu
        return True

    def _geef_herstelcodes(self, sessie: Session, rij: MedewerkerRij) -> tuple[str, ...]:
        sessie.execute(delete(HerstelcodeRij).where(HerstelcodeRij.medewerker_id == rij.id))
        herstel = codes.maak_herstelcodes()
        sessie.add_all(
            HerstelcodeRij(
                hash=codes.hash_herstelcode(rij.id, code),
                medewerker_id=rij.id,
                gebruikt_op=None,
            )
            for code in herstel
        )
        return herstel

    def _nieuw(self, sessie: Session, rij: MedewerkerRij, stap: Stap, nu: datetime) -> str:
        token = secrets.token_urlsafe(32)
        sessie.add(
            SessieRij(
                hash=_hash(token),
                medewerker_id=rij.id,
                stap=stap.value,
                totp=None,
                begonnen_op=nu,
                laatst_op=nu,
            )
        )
        return token

    def _moet(self, sessie: Session, token: str, nu: datetime, stap: Stap) -> tuple[SessieRij, MedewerkerRij]:
        gevonden = self._levend(sessie, token, nu)
        if gevonden is None or gevonden[0].stap != stap.value:
            raise NietAangemeld
        return gevonden

    def _levend(self, sessie: Session, token: str, nu: datetime) -> tuple[SessieRij, MedewerkerRij] | None:
        rij = sessie.get(SessieRij, _hash(token))
        if rij is None or not self._leeft(rij, nu):
            return None
        van = sessie.get(MedewerkerRij, rij.medewerker_id)
        return None if van is None or van.geblokkeerd_op else (rij, van)

    def _leeft(self, rij: SessieRij, nu: datetime) -> bool:
        return rij.begonnen_op <= nu < self._einde(rij) and nu - rij.laatst_op < self._stil

    def _einde(self, rij: SessieRij) -> datetime:
        return rij.begonnen_op + (self._hoogstens if rij.stap == Stap.BINNEN.value else HALFWEG)

    def _ruim_op(self, sessie: Session, nu: datetime) -> None:
        sessie.execute(delete(SessieRij).where(SessieRij.begonnen_op < nu - self._hoogstens))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
