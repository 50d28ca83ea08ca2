"""The register: the record of every aanvraag. Once `neem_op` returns, it is safe on disk."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import delete, exists, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from loket.domain.aanvraag import Aanvraag
from loket.domain.nummer import Nummer, OngeldigNummer, lees_nummer
from loket.store.database import Database, RegisterStuk
from loket.store.tabellen import AanvraagRij, PostRij, TellerRij
from loket.store.versleuteling import Kluis
from loket.store.vorm import naar_bytes, van_bytes

BRUSSEL = ZoneInfo("Europe/Brussels")


class OnbekendeAanvraag(KeyError):
    """There is no aanvraag with this number or id."""


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """The receipt of an aanvraag. `nieuw` is False when this id was recorded before."""

    nummer: str
    nieuw: bool


@dataclass(frozen=True, slots=True)
class Dossier:
    """A recorded aanvraag, decrypted, with what the office added to it."""

    nummer: str
    ingediend_op: datetime
    bewaren_tot: date
    aanvraag: Aanvraag


class Register:
    """Records aanvragen and reads them back."""

    def __init__(self, database: Database, kluis: Kluis, bewaren: timedelta, mail_domein: str) -> None:
        self._database = database
        self._kluis = kluis
        self._bewaren = bewaren
        self._mail_domein = mail_domein
        self._luisteraars: list[Callable[[], None]] = []

    def bij_opname(self, seintje: Callable[[], None]) -> None:
        """Call `seintje` (from any thread) after each new aanvraag, so that mail leaves at once."""
        self._luisteraars.append(seintje)

    def neem_op(self, aanvraag: Aanvraag, nu: datetime) -> Ontvangst:
        """Record an aanvraag and the mails it asks for, in one transaction.

        `nu` has a time zone; its year in Belgium is the year of the number. The same `aanvraag.id` again
        gives the same number and writes nothing, also when asked by two threads or processes at once.
        Raises RegisterBezet, RegisterVol or RegisterStuk; then nothing was written.
        """
        try:
            ontvangst = self._neem_op(aanvraag, nu)
        except IntegrityError:
            # Two writers with the same id, or the first two of a year, on a database that lets
            # writers in together. The winner's record is there now, so the second time it is found.
            try:
                ontvangst = self._neem_op(aanvraag, nu)
            except IntegrityError as fout:
                raise RegisterStuk(type(fout.orig).__name__) from None
        if ontvangst.nieuw:
            for seintje in self._luisteraars:
                seintje()
        return ontvangst

    def _neem_op(self, aanvraag: Aanvraag, nu: datetime) -> Ontvangst:
        inhoud = self._kluis.sluit(naar_bytes(aanvraag))
        with self._database.schrijf() as sessie:
            if bestaand := sessie.get(AanvraagRij, aanvraag.id):
                return Ontvangst(bestaand.nummer, nieuw=False)
            nummer = _volgend_nummer(sessie, nu.astimezone(BRUSSEL).year)
            sessie.add(
                AanvraagRij(
                    id=aanvraag.id,
                    nummer=str(nummer),
                    jaar=nummer.jaar,
                    volgnummer=nummer.volgnummer,
                    soort=aanvraag.soort.value,
                    regio=aanvraag.regio.value if aanvraag.regio else None,
                    kort=aanvraag.kort,
                    ingediend_op=nu,
                    bewaren_tot=nu.astimezone(BRUSSEL).date() + self._bewaren,
                    inhoud=inhoud,
                )
            )
            sessie.flush()
            sessie.add(nieuwe_post("loket", aanvraag.id, nu, self._mail_domein))
            if aanvraag.bevestiging_naar:
                sessie.add(nieuwe_post("bevestiging", aanvraag.id, nu, self._mail_domein))
            return Ontvangst(str(nummer), nieuw=True)

    def wis_verlopen(self, vandaag: date) -> int:
        """Delete the aanvragen whose end date has passed; returns how many.

        One that still has a mail to deliver stays: what no loket received is never deleted.
        """
        nog_post = exists().where(PostRij.aanvraag_id == AanvraagRij.id, PostRij.verzonden_op.is_(None))
        with self._database.schrijf() as sessie:
            verlopen = list(
                sessie.scalars(select(AanvraagRij.id).where(AanvraagRij.bewaren_tot < vandaag, ~nog_post))
            )
            sessie.execute(delete(AanvraagRij).where(AanvraagRij.id.in_(verlopen)))
        return len(verlopen)

    def lees(self, sleutel: str | UUID) -> Aanvraag:
        """The aanvraag with this number (as people write it) or id, decrypted.

        Raises OnbekendeAanvraag, VerkeerdeSleutel or a RegisterFout.
        """
        return self.dossier(sleutel).aanvraag

    def dossier(self, sleutel: str | UUID) -> Dossier:
        """As `lees`, with the number and the dates."""
        if isinstance(sleutel, UUID):
            vraag = select(AanvraagRij).where(AanvraagRij.id == sleutel)
        else:
            try:
                nummer = str(lees_nummer(sleutel))
            except OngeldigNummer:
                raise OnbekendeAanvraag from None
            vraag = select(AanvraagRij).where(AanvraagRij.nummer == nummer)
        with self._database.lees() as sessie:
            rij = sessie.scalars(vraag).one_or_none()
            if rij is None:
                raise OnbekendeAanvraag
            return Dossier(
                rij.nummer, rij.ingediend_op, rij.bewaren_tot, van_bytes(self._kluis.open(rij.inhoud))
            )

    def controleer_sleutel(self) -> None:
        """Raise VerkeerdeSleutel when the newest aanvraag cannot be opened with the keys we have."""
        with self._database.lees() as sessie:
            inhoud = sessie.scalars(
                select(AanvraagRij.inhoud)
                .order_by(AanvraagRij.jaar.desc(), AanvraagRij.volgnummer.desc())
                .limit(1)
            ).one_or_none()
        if inhoud is not None:
            self._kluis.open(inhoud)


def nieuwe_post(soort: str, aanvraag_id: UUID | None, nu: datetime, domein: str) -> PostRij:
    """A mail for the outbox. Its Message-ID is fixed here, so that each attempt carries the same one."""
    post_id = uuid.uuid4()
    return PostRij(
        id=post_id,
        aanvraag_id=aanvraag_id,
        soort=soort,
        message_id=f"<{post_id}@{domein}>",
        aangemaakt_op=nu,
        volgende_poging_op=nu,
        pogingen=0,
    )


def _volgend_nummer(sessie: Session, jaar: int) -> Nummer:
    """The next number of this year. Given back when the transaction fails, so there are no gaps."""
    teller = sessie.scalars(select(TellerRij).where(TellerRij.jaar == jaar).with_for_update()).one_or_none()
    if teller is None:
        teller = TellerRij(jaar=jaar, laatste=0)
        sessie.add(teller)
    teller.laatste += 1
    return Nummer(jaar, teller.laatste)
