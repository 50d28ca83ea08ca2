"""The asker's side of the record: how the aanvraag stands, withdrawing it, answering a question.

Number and code together open it. Whether the number is unknown or the code is wrong, the answer is the same
(`OnbekendOfFout`), and after ten wrong codes for a number within an hour it is `TeVaak`, also for a number
that does not exist. All methods raise a RegisterFout when the database fails. `nu` has a zone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from loket.contacten import Loketten
from loket.domain.begrippen import Aanvraagsoort, Regio
from loket.domain.dossier.brief import LANGSTE_BRIEF
from loket.domain.dossier.fouten import NietMogelijk, OnbekendOfFout, OngeldigeInvoer, TeVaak
from loket.domain.dossier.gebeurtenis import Gebeurtenis, PostSoort, Soort
from loket.domain.dossier.handeling import Handeling, mogelijk
from loket.domain.dossier.toestand import Staat, Toestand, WachtOp
from loket.domain.dossier.uitleg import uitleg
from loket.domain.nummer import OngeldigNummer, lees_nummer
from loket.domain.vragen.opvolging import Tevreden
from loket.store.archief import Archief
from loket.store.dossiers import stop_post
from loket.store.merken import kale_code
from loket.store.tabellen import AanvraagRij, CijferRij, DossierRij, GebeurtenisRij, PogingRij, PostRij

FOUTE_CODES = 10
FOUTE_CODES_IN = timedelta(hours=1)
AANVRAGER = "aanvrager"


@dataclass(frozen=True, slots=True)
class OpenVraag:
    """A question of the loket that waits for an answer."""

    nummer: str
    vraag: str
    gesteld_op: datetime


@dataclass(frozen=True, slots=True)
class VragerToestand:
    """How the asker's aanvraag stands.

    `zinnen` says it in plain Dutch. `termijn` is the last day by which the loket means to act, None when it
    is not the loket's turn. `brief` is the letter with the decision. `vraag` is the loket's open question,
    and `vraagcode` the code to answer it with. `oordeelcode` lets a decided one be judged, once; None when it
    was, or is not decided.
    """

    nummer: str
    soort: Aanvraagsoort
    staat: Staat
    sinds: datetime
    termijn: date | None
    zinnen: tuple[str, ...]
    mag_intrekken: bool
    brief: str | None
    vraag: OpenVraag | None
    vraagcode: str | None
    oordeelcode: str | None
    loket: str
    telefoon: str | None
    email: str


class VragerLoket:
    """What an asker can do from the chat, with number and code."""

    def __init__(self, archief: Archief, loketten: Loketten) -> None:
        self._archief = archief
        self._database = archief.database
        self._loketten = loketten

    def toestand(self, nummer: str, code: str, nu: datetime) -> VragerToestand:
        """How it stands. Raises OnbekendOfFout, TeVaak."""
        with self._open(nummer, code, nu) as (sessie, rij, dossier):
            self._archief.audit.schrijf(sessie, nu, AANVRAGER, "nagevraagd", rij.nummer)
            return self._toestand(sessie, rij, dossier)

    def trek_in(self, nummer: str, code: str, nu: datetime) -> VragerToestand:
        """Withdraw it: nothing more is sent, and the loket hears it when it had it already. Doing it twice
        changes nothing. Raises OnbekendOfFout, TeVaak, NietMogelijk (the loket already said no)."""
        with self._open(nummer, code, nu) as (sessie, rij, dossier):
            toestand = self._archief.toestand(sessie, rij, dossier)
            if toestand.staat is not Staat.INGETROKKEN:
                if Handeling.INTREKKEN not in mogelijk(toestand):
                    raise NietMogelijk(toestand.staat.naam)
                self._trek_in(sessie, rij, dossier, toestand, nu)
            return self._toestand(sessie, rij, dossier)

    def open_vraag(self, code: str, nu: datetime) -> OpenVraag:
        """The question that goes with a one-time code. Raises OnbekendOfFout."""
        del nu
        with self._database.lees() as sessie:
            rij, _, gesteld = self._vraag_bij(sessie, code)
            return OpenVraag(rij.nummer, self._archief.open_gebeurtenis(gesteld).tekst, gesteld.op)

    def beantwoord(self, code: str, antwoord: str, nu: datetime) -> None:
        """Answer it, in the asker's own words; the code works once. The loket gets a mail that says so.

        Raises OnbekendOfFout, OngeldigeInvoer.
        """
        antwoord = antwoord.strip()
        if not antwoord:
            raise OngeldigeInvoer("Ik zag geen antwoord. Typ gerust een paar woorden.")
        if len(antwoord) > LANGSTE_BRIEF:
            raise OngeldigeInvoer("Je antwoord is te lang. Kan je het korter zeggen?")
        with self._database.schrijf() as sessie:
            rij, dossier, _ = self._vraag_bij(sessie, code)
            stop_post(sessie, rij.id, nu, [PostSoort.VRAAG])
            gebeurtenis = Gebeurtenis(Soort.BEANTWOORD, nu, wie=AANVRAGER, tekst=antwoord)
            nieuw = self._archief.voeg_toe(sessie, rij, dossier, gebeurtenis)
            self._archief.post(sessie, PostSoort.ANTWOORD, rij, nu, nieuw)
            self._archief.audit.schrijf(sessie, nu, AANVRAGER, "beantwoord", rij.nummer)

    def oordeel(self, code: str, oordeel: Tevreden) -> None:
        """Count how content the asker is, once for each code. The code is the random number of a row of
        figures: it holds nothing, and leads to nothing but that row. An unknown or used one does nothing."""
        if not re.fullmatch(r"[0-9]{1,19}", code, re.ASCII) or int(code) >= 1 << 63:
            return
        with self._database.schrijf() as sessie:
            sessie.execute(
                update(CijferRij)
                .where(CijferRij.id == int(code), CijferRij.tevreden.is_(None))
                .values(tevreden=oordeel.value)
            )

    def _oordeelcode(self, sessie: Session, aanvraag_id: UUID) -> str | None:
        gevonden = sessie.scalar(
            select(CijferRij.id).where(CijferRij.aanvraag_id == aanvraag_id, CijferRij.tevreden.is_(None))
        )
        return None if gevonden is None else str(gevonden)

    def _trek_in(
        self, sessie: Session, rij: AanvraagRij, dossier: DossierRij, toestand: Toestand, nu: datetime
    ) -> None:
        loket_heeft_het = toestand.geopend_op is not None or bool(
            sessie.scalars(
                select(PostRij.id)
                .where(PostRij.aanvraag_id == rij.id, PostRij.soort == PostSoort.LOKET.value)
                # one that a worker is sending at this moment may arrive
                .where(PostRij.verzonden_op.is_not(None) | PostRij.geclaimd_door.is_not(None))
                .limit(1)
            ).first()
        )
        stop_post(sessie, rij.id, nu, [soort for soort in PostSoort if soort is not PostSoort.ALARM])
        nieuw = self._archief.voeg_toe(
            sessie, rij, dossier, Gebeurtenis(Soort.INGETROKKEN, nu, wie=AANVRAGER)
        )
        if loket_heeft_het:
            self._archief.post(sessie, PostSoort.INGETROKKEN, rij, nu, nieuw)
        self._archief.audit.schrijf(sessie, nu, AANVRAGER, "ingetrokken", rij.nummer)

    @contextmanager
    def _open(
        self, nummer: str, code: str, nu: datetime
    ) -> Iterator[tuple[Session, AanvraagRij, DossierRij]]:
        """The aanvraag of this number and code. A wrong code is counted, for any number alike."""
        try:
            gelezen = str(lees_nummer(nummer))
        except OngeldigNummer:
            raise OnbekendOfFout from None
        merk = self._archief.merker.merk("poging", gelezen.encode())
        with self._database.schrijf() as sessie:
            pogingen = sessie.get(PogingRij, merk, with_for_update=True)
            if pogingen is not None and abs(nu - pogingen.vanaf) >= FOUTE_CODES_IN:  # either way: clocks jump
                sessie.delete(pogingen)
                sessie.flush()
                pogingen = None
            if pogingen is not None and pogingen.aantal >= FOUTE_CODES:
                raise TeVaak
            rij = sessie.scalars(select(AanvraagRij).where(AanvraagRij.nummer == gelezen)).one_or_none()
            # an unknown number costs the same work
            goed = self._archief.merker.is_volgcode(rij.id if rij else UUID(int=0), code)
            if rij is not None and goed:
                yield sessie, rij, self._archief.dossier(sessie, rij.id)
                return
            if pogingen is None:
                sessie.add(PogingRij(merk=merk, vanaf=nu, aantal=1))
            else:
                pogingen.aantal += 1
        raise OnbekendOfFout  # after the count was written

    def _vraag_bij(self, sessie: Session, code: str) -> tuple[AanvraagRij, DossierRij, GebeurtenisRij]:
        merken = self._archief.merker.merken("vraag", kale_code(code).encode())
        dossier = sessie.scalars(
            select(DossierRij).where(DossierRij.vraag_merk.in_(merken)).with_for_update()
        ).one_or_none()
        if dossier is None:
            raise OnbekendOfFout
        rij = sessie.get_one(AanvraagRij, dossier.aanvraag_id)
        return rij, dossier, self._gesteld(sessie, rij.id)

    def _gesteld(self, sessie: Session, aanvraag_id: UUID) -> GebeurtenisRij:
        return self._laatste(sessie, aanvraag_id, Soort.MEER_GEVRAAGD)

    def _laatste(self, sessie: Session, aanvraag_id: UUID, *soorten: Soort) -> GebeurtenisRij:
        return sessie.scalars(
            select(GebeurtenisRij)
            .where(
                GebeurtenisRij.aanvraag_id == aanvraag_id,
                GebeurtenisRij.soort.in_([soort.value for soort in soorten]),
            )
            .order_by(GebeurtenisRij.volg.desc())
            .limit(1)
        ).one()

    def _toestand(self, sessie: Session, rij: AanvraagRij, dossier: DossierRij) -> VragerToestand:
        t = self._archief.toestand(sessie, rij, dossier)
        soort = Aanvraagsoort(rij.soort)
        loket = self._loketten.ontvanger(soort, Regio(dossier.regio) if dossier.regio else None)
        brief = vraag = code = None
        if t.staat in (Staat.ONTVANKELIJK, Staat.NIET_ONTVANKELIJK):
            besluit = self._laatste(sessie, rij.id, Soort.ONTVANKELIJK, Soort.NIET_ONTVANKELIJK)
            brief = self._archief.open_gebeurtenis(besluit).tekst
        if t.vraag_open:
            gesteld = self._gesteld(sessie, rij.id)
            vraag = OpenVraag(rij.nummer, self._archief.open_gebeurtenis(gesteld).tekst, gesteld.op)
            code = self._archief.merker.vraagcode(rij.id, gesteld.volg)
        # the term ends at midnight: the last day is the one before
        dag = (t.termijn - timedelta(days=1)).date() if t.termijn and t.wacht_op is WachtOp.LOKET else None
        return VragerToestand(
            nummer=rij.nummer,
            soort=soort,
            staat=t.staat,
            sinds=t.sinds,
            termijn=dag if t.staat in (Staat.NIEUW, Staat.IN_BEHANDELING) else None,
            zinnen=uitleg(soort, t.staat),
            mag_intrekken=Handeling.INTREKKEN in mogelijk(t),
            brief=brief,
            vraag=vraag,
            vraagcode=code,
            oordeelcode=self._oordeelcode(sessie, rij.id) if brief else None,
            loket=loket.organisatie,
            telefoon=loket.telefoon,
            email=loket.email,
        )


def wis_oude_pogingen(sessie: Session, nu: datetime) -> None:
    """Forget the wrong codes of more than an hour ago."""
    sessie.execute(delete(PogingRij).where(PogingRij.vanaf <= nu - FOUTE_CODES_IN))
