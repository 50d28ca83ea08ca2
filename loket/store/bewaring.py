"""Keeping no longer than needed: what has had its time becomes one anonymous row of figures, and is
deleted."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, exists, or_, select
from sqlalchemy.orm import Session

from loket.domain.begrippen import Aanvraagsoort
from loket.domain.nummer import OngeldigNummer, lees_nummer
from loket.domain.werkdagen import BRUSSEL
from loket.mail.postbus import Postbus
from loket.store.archief import Archief
from loket.store.register import OnbekendeAanvraag
from loket.store.tabellen import AanvraagRij, AlarmRij, DossierRij, PostRij, RondeRij
from loket.store.vrager import wis_oude_pogingen

PER_RONDE = 500
STILSTAND = timedelta(days=7)
"""A longer time without a round is strange: the service stood still, or the clock jumped."""
BEDENKTIJD = timedelta(days=3)
"""How long nothing is deleted afterwards, so that a person can look."""
NAAM = "bewaring"


class Bewaring:
    """Deletes what may go. The figures keep a row without a link to it (`CijferRij`)."""

    def __init__(self, archief: Archief, postbus: Postbus) -> None:
        self._archief = archief
        self._postbus = postbus

    def ronde(self, nu: datetime) -> int:
        """Delete what passed its last day; returns how many. Never what no loket opened, what must still be
        delivered to someone, or what has a mail that must still leave; and nothing for a while after the
        clock jumped (`BEDENKTIJD`): a wrong clock would delete everything."""
        if self._moet_wachten(nu):
            return 0
        vandaag = nu.astimezone(BRUSSEL).date()
        nog_post = exists().where(
            PostRij.aanvraag_id == AanvraagRij.id,
            PostRij.verzonden_op.is_(None),
            PostRij.gestopt_op.is_(None),
        )
        with self._archief.database.lees() as sessie:
            ids = list(
                sessie.scalars(
                    select(AanvraagRij.id)
                    .join(DossierRij, DossierRij.aanvraag_id == AanvraagRij.id)
                    .where(AanvraagRij.bewaren_tot < vandaag, ~nog_post)
                    .where(or_(DossierRij.mag_weg, DossierRij.soort == Aanvraagsoort.LIDMAATSCHAP.value))
                    .limit(PER_RONDE)
                )
            )
        aantal = 0
        for aanvraag_id in ids:
            with self._archief.database.schrijf() as sessie:
                rij = sessie.get(AanvraagRij, aanvraag_id)
                if rij is None:
                    continue
                # the rows are made anew: what counts is what happened, up to this moment
                toestand = self._archief.herreken(sessie, rij, self._archief.dossier(sessie, aanvraag_id))
                wacht = sessie.scalar(select(nog_post).where(AanvraagRij.id == aanvraag_id))
                if toestand.mag_weg and toestand.bewaren_tot < vandaag and not wacht:
                    self._wis(sessie, rij, nu, "dienst")
                    aantal += 1
        with self._archief.database.schrijf() as sessie:
            wis_oude_pogingen(sessie, nu)
        return aantal

    def _moet_wachten(self, nu: datetime) -> bool:
        with self._archief.database.schrijf() as sessie:
            vorige = sessie.get(RondeRij, NAAM, with_for_update=True)
            if vorige is None:
                sessie.add(RondeRij(naam=NAAM, op=nu, wacht_tot=None))
                return False
            sprong = nu - vorige.op
            if sprong > STILSTAND:
                vorige.wacht_tot = nu + BEDENKTIJD
                self._postbus.alarm_in(sessie, "klok-of-stilstand", nu)
            elif sprong < -STILSTAND:
                vorige.wacht_tot = None  # it was set right again
                self._postbus.alarm_in(sessie, "klok-of-stilstand", nu)
            vorige.op = nu
            return vorige.wacht_tot is not None and nu < vorige.wacht_tot

    def wis(self, nummer: str, nu: datetime, wie: str) -> None:
        """Delete one aanvraag now, because its person asks it, whatever its state. Raises
        OnbekendeAanvraag."""
        try:
            gelezen = str(lees_nummer(nummer))
        except OngeldigNummer:
            raise OnbekendeAanvraag from None
        with self._archief.database.schrijf() as sessie:
            rij = sessie.scalars(select(AanvraagRij).where(AanvraagRij.nummer == gelezen)).one_or_none()
            if rij is None:
                raise OnbekendeAanvraag
            self._archief.herreken(sessie, rij, self._archief.dossier(sessie, rij.id))
            sessie.flush()
            self._wis(sessie, rij, nu, wie)

    def _wis(self, sessie: Session, rij: AanvraagRij, nu: datetime, wie: str) -> None:
        self._archief.audit.schrijf(sessie, nu, wie, "gewist", rij.nummer)
        aanvraag_id: UUID = rij.id
        sessie.execute(delete(AlarmRij).where(AlarmRij.nummer == rij.nummer))
        sessie.flush()
        sessie.execute(delete(AanvraagRij).where(AanvraagRij.id == aanvraag_id))  # the rest follows
