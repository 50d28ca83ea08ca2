"""Watching over what waits: reminding a loket, escalating, letting a question lapse."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from loket.domain.begrippen import Aanvraagsoort
from loket.domain.dossier.gebeurtenis import Gebeurtenis, PostSoort, Soort
from loket.domain.dossier.toestand import GESLOTEN, Staat, WachtOp
from loket.domain.werkdagen import BRUSSEL
from loket.mail.postbus import Postbus
from loket.store.archief import RANG, Archief
from loket.store.tabellen import AanvraagRij, DossierRij

PER_RONDE = 500
BIJNA_GEWIST = timedelta(days=30)
"""How long before an undecided aanvraag is deleted the alarm comes."""


@dataclass(frozen=True, slots=True)
class Ronde:
    """What a round did."""

    herinnerd: int = 0
    geescaleerd: int = 0
    verlopen: int = 0


class Bewaking:
    """Looks at what is due and does what the terms ask. Safe to run in several processes at once."""

    def __init__(self, archief: Archief, postbus: Postbus) -> None:
        self._archief = archief
        self._postbus = postbus

    def ronde(self, nu: datetime) -> Ronde:
        """One round: whatever fell due by `nu`. Doing it again at once does nothing."""
        with self._archief.database.lees() as sessie:
            ids = list(
                sessie.scalars(
                    select(DossierRij.aanvraag_id)
                    .where(DossierRij.bewaak_op <= nu)
                    .order_by(DossierRij.bewaak_op)
                    .limit(PER_RONDE)
                )
            )
        gedaan = [self._een(aanvraag_id, nu) for aanvraag_id in ids]
        self._waarschuw_voor_wissen(nu)
        return Ronde(
            gedaan.count(Soort.HERINNERD), gedaan.count(Soort.GEESCALEERD), gedaan.count(Soort.VRAAG_VERLOPEN)
        )

    def _een(self, aanvraag_id: UUID, nu: datetime) -> Soort | None:
        archief = self._archief
        with archief.database.schrijf() as sessie:
            rij = sessie.get(AanvraagRij, aanvraag_id)
            if rij is None:
                return None
            dossier = archief.dossier(sessie, aanvraag_id)
            toestand = archief.herreken(sessie, rij, dossier)
            if toestand.bewaak_op is None or toestand.bewaak_op > nu:
                return None  # something happened since it was found
            if toestand.wacht_op is WachtOp.VRAGER:
                archief.voeg_toe(sessie, rij, dossier, Gebeurtenis(Soort.VRAAG_VERLOPEN, nu))
                return Soort.VRAAG_VERLOPEN
            herinnerd = archief.is_gebeurd(sessie, aanvraag_id, Soort.HERINNERD, sinds=toestand.sinds)
            soort = Soort.GEESCALEERD if herinnerd else Soort.HERINNERD
            nieuw = archief.voeg_toe(sessie, rij, dossier, Gebeurtenis(soort, nu))
            if soort is Soort.HERINNERD:
                archief.post(sessie, PostSoort.HERINNERING, rij, nu, nieuw)
            else:
                archief.post(sessie, PostSoort.ESCALATIE, rij, nu, nieuw)
                self._postbus.alarm_in(sessie, "niet-geopend", nu, nummer=rij.nummer)
            return soort

    def _waarschuw_voor_wissen(self, nu: datetime) -> None:
        """An aanvraag that was opened and never decided will be deleted: a person must hear it first."""
        grens = nu.astimezone(BRUSSEL).date() + BIJNA_GEWIST
        with self._archief.database.lees() as sessie:
            nummers = list(
                sessie.scalars(
                    select(AanvraagRij.nummer)
                    .join(DossierRij, DossierRij.aanvraag_id == AanvraagRij.id)
                    .where(AanvraagRij.bewaren_tot <= grens, DossierRij.mag_weg)
                    .where(DossierRij.staat.not_in([staat.value for staat in GESLOTEN]))
                    # follows from the state, and is found without looking at all that is closed
                    .where(DossierRij.rang.in_([RANG[WachtOp.LOKET], RANG[WachtOp.VRAGER]]))
                    .where(DossierRij.soort != Aanvraagsoort.LIDMAATSCHAP.value)
                    .where(DossierRij.staat != Staat.NIEUW.value)
                    .limit(PER_RONDE)
                )
            )
        for nummer in nummers:
            self._postbus.alarm("bijna-gewist-en-niet-beslist", nu, nummer=nummer)
