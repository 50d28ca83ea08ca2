"""The register: the record of every aanvraag. Once `neem_op` returns, it is safe on disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import bindparam, exists, insert, select, update
from sqlalchemy.orm import Session

from loket.domain.aanvraag import Aanvraag
from loket.domain.begrippen import Regio
from loket.domain.dossier.gebeurtenis import PostSoort
from loket.domain.nummer import Nummer, OngeldigNummer, lees_nummer
from loket.domain.werkdagen import BRUSSEL
from loket.store.archief import Archief, nieuwe_post
from loket.store.tabellen import AanvraagRij, DossierRij, TellerRij
from loket.store.vorm import naar_bytes, van_bytes

_NUMMER = select(AanvraagRij.nummer).where(AanvraagRij.id == bindparam("van"))
_TEL = (
    update(TellerRij)
    .where(TellerRij.jaar == bindparam("dit"))
    .values(laatste=TellerRij.laatste + 1)
    .returning(TellerRij.laatste)
    .execution_options(synchronize_session=False)
)


class OnbekendeAanvraag(KeyError):
    """There is no aanvraag with this number or id."""


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """The receipt of an aanvraag. With `nummer` and `volgcode` the asker finds it again. `nieuw` is False
    when this id was recorded before."""

    nummer: str
    volgcode: str
    nieuw: bool


@dataclass(frozen=True, slots=True)
class Dossier:
    """A recorded aanvraag, decrypted, with what the office added to it. The aanvraag's region is the one
    whose loket has it now."""

    nummer: str
    ingediend_op: datetime
    bewaren_tot: date
    aanvraag: Aanvraag


class Register:
    """Records aanvragen and reads them back."""

    def __init__(self, archief: Archief) -> None:
        self._archief = archief
        self._database = archief.database
        self._kluis = archief.kluis
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
        ontvangst = self._neem_op(aanvraag, nu)
        if ontvangst.nieuw:
            for seintje in self._luisteraars:
                seintje()
        return ontvangst

    def _neem_op(self, aanvraag: Aanvraag, nu: datetime) -> Ontvangst:
        inhoud = self._kluis.sluit(naar_bytes(aanvraag))
        voorwerk = self._archief.voorwerk(aanvraag)
        volgcode = self._archief.merker.volgcode(aanvraag.id)
        with self._database.schrijf() as sessie:
            if bestaand := sessie.scalar(_NUMMER, {"van": aanvraag.id}):
                return Ontvangst(bestaand, volgcode, nieuw=False)
            nummer = _volgend_nummer(sessie, nu.astimezone(BRUSSEL).year)
            rij = AanvraagRij(
                id=aanvraag.id,
                nummer=str(nummer),
                jaar=nummer.jaar,
                volgnummer=nummer.volgnummer,
                soort=aanvraag.soort.value,
                regio=aanvraag.regio.value if aanvraag.regio else None,
                kort=aanvraag.kort,
                ingediend_op=nu,
                bewaren_tot=nu.astimezone(BRUSSEL).date(),
                inhoud=inhoud,
            )
            soorten = [PostSoort.LOKET, *([PostSoort.BEVESTIGING] if aanvraag.bevestiging_naar else [])]
            post = [nieuwe_post(soort, rij.id, nu, self._archief.mail_domein) for soort in soorten]
            # In this order and at once: a session that must find out what to write first takes twice as long.
            sessie.bulk_save_objects([rij, *self._archief.begin(rij, aanvraag, voorwerk), *post])
            return Ontvangst(str(nummer), volgcode, nieuw=True)

    def vul_aan(self) -> int:
        """Give a dossier to aanvragen that were recorded before there were dossiers; returns how many."""
        zonder = ~exists().where(DossierRij.aanvraag_id == AanvraagRij.id)
        with self._database.lees() as sessie:
            ids = list(sessie.scalars(select(AanvraagRij.id).where(zonder)))
        for aanvraag_id in ids:
            with self._database.lees() as sessie:
                aanvraag = self._archief.aanvraag(sessie.get_one(AanvraagRij, aanvraag_id))
            voorwerk = self._archief.voorwerk(aanvraag)
            with self._database.schrijf() as sessie:
                rij = sessie.get(AanvraagRij, aanvraag_id)
                if rij is not None and sessie.get(DossierRij, aanvraag_id) is None:
                    sessie.add_all(self._archief.begin(rij, aanvraag, voorwerk))
        return len(ids)

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
            dossier = sessie.get_one(DossierRij, rij.id)
            aanvraag = replace(
                van_bytes(self._kluis.open(rij.inhoud)), regio=Regio(dossier.regio) if dossier.regio else None
            )
            return Dossier(rij.nummer, rij.ingediend_op, rij.bewaren_tot, aanvraag)

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


def _volgend_nummer(sessie: Session, jaar: int) -> Nummer:
    """The next number of this year. Given back when the transaction fails, so there are no gaps."""
    laatste = sessie.scalar(_TEL, {"dit": jaar})
    if laatste is None:
        laatste = 1
        sessie.execute(insert(TellerRij).values(jaar=jaar, laatste=laatste))
    return Nummer(jaar, laatste)
