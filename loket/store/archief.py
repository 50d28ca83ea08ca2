"""The life of an aanvraag in the database: adding an event, and making its state anew from all of them."""

from __future__ import annotations

import json
import secrets
import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from loket.domain.aanvraag import Aanvraag
from loket.domain.advies import geef_advies
from loket.domain.begrippen import Aanvraagsoort, Regio
from loket.domain.dossier.aandacht import DRINGEND, Aandacht, aandacht
from loket.domain.dossier.gebeurtenis import Gebeurtenis, Levering, PostSoort, Soort
from loket.domain.dossier.toestand import Afspraken, Toestand, WachtOp, leid_af
from loket.domain.vragen.advies import leeftijd_van, naar_adviesantwoorden
from loket.domain.werkdagen import BRUSSEL
from loket.store.audit import AuditLog
from loket.store.database import Database
from loket.store.merken import Merker
from loket.store.tabellen import AanvraagRij, Basis, CijferRij, DossierRij, GebeurtenisRij, NaamRij, PostRij
from loket.store.versleuteling import Kluis
from loket.store.vorm import van_bytes

NAAM_VRAGEN = ("naam", "naam_jongere")
"""The questions whose answers can be searched for by name."""

RANG = {WachtOp.LOKET: 0, WachtOp.VRAGER: 1, WachtOp.NIEMAND: 2}
"""`DossierRij.rang`."""
_BIT = {vlag: 1 << i for i, vlag in enumerate(Aandacht)}


def naar_bits(vlaggen: frozenset[Aandacht]) -> int:
    """The flags as one number."""
    return sum(_BIT[vlag] for vlag in vlaggen)


def van_bits(bits: int) -> frozenset[Aandacht]:
    """The flags out of one number."""
    return frozenset(vlag for vlag, bit in _BIT.items() if bits & bit)


@dataclass(frozen=True, slots=True)
class Voorwerk:
    """What is worked out of an aanvraag before the transaction: finding danger takes a while."""

    vlaggen: frozenset[Aandacht]
    merken: frozenset[bytes]


class Archief:
    """What everything that touches an aanvraag shares. Its methods work inside a transaction of the
    caller."""

    def __init__(
        self,
        database: Database,
        kluis: Kluis,
        merker: Merker,
        *,
        afspraken: Afspraken | None = None,
        mail_domein: str,
    ) -> None:
        self.database = database
        self.kluis = kluis
        self.merker = merker
        self.afspraken = afspraken or Afspraken()
        self.mail_domein = mail_domein
        self.audit = AuditLog(database, merker)

    def voorwerk(self, aanvraag: Aanvraag) -> Voorwerk:
        """The flags and the marks of the names in an aanvraag."""
        return Voorwerk(aandacht(aanvraag), self.naammerken(aanvraag))

    def naammerken(self, aanvraag: Aanvraag) -> frozenset[bytes]:
        """The marks of the names in an aanvraag."""
        merken: set[bytes] = set()
        for vraag in NAAM_VRAGEN:
            if antwoord := aanvraag.antwoorden.get(vraag):
                merken |= self.merker.naammerken(antwoord.tekst)
        return frozenset(merken)

    def begin(self, rij: AanvraagRij, aanvraag: Aanvraag, voorwerk: Voorwerk) -> list[Basis]:
        """The rows of a new dossier, to come after the row of its aanvraag: its state, its figures, the first
        event and the names. Notes in `rij` until when it is kept.
        """
        dossier = DossierRij(
            aanvraag_id=rij.id, soort=rij.soort, aandacht=naar_bits(voorwerk.vlaggen), versie=1
        )
        eerste = Gebeurtenis(Soort.INGEDIEND, rij.ingediend_op)
        cijfer = _cijfer(rij, aanvraag)
        self._zet(rij, dossier, cijfer, self._leid_af(rij, dossier, [eerste], []))
        namen = [NaamRij(merk=merk, aanvraag_id=rij.id) for merk in voorwerk.merken]
        return [dossier, cijfer, self._rij(rij.id, 1, eerste), *namen]

    def dossier(self, sessie: Session, aanvraag_id: UUID) -> DossierRij:
        """The dossier's row, held against other writers until the transaction ends."""
        return sessie.scalars(
            select(DossierRij).where(DossierRij.aanvraag_id == aanvraag_id).with_for_update()
        ).one()

    def voeg_toe(
        self, sessie: Session, rij: AanvraagRij, dossier: DossierRij, gebeurtenis: Gebeurtenis
    ) -> GebeurtenisRij:
        """Add an event and make the state anew. A clock that was set back does not turn events around."""
        laatste = sessie.scalar(
            select(GebeurtenisRij.op).where(
                GebeurtenisRij.aanvraag_id == rij.id, GebeurtenisRij.volg == dossier.versie
            )
        )
        if laatste is not None and laatste > gebeurtenis.op:
            gebeurtenis = replace(gebeurtenis, op=laatste)
        dossier.versie += 1
        nieuw = self._rij(rij.id, dossier.versie, gebeurtenis)
        sessie.add(nieuw)
        if gebeurtenis.soort is not Soort.NOTITIE:
            self.herreken(sessie, rij, dossier)
        sessie.flush()
        return nieuw

    def herreken(self, sessie: Session, rij: AanvraagRij, dossier: DossierRij) -> Toestand:
        """Make the state anew from the events and the mails, and note it in the rows."""
        sessie.flush()
        toestand = self.toestand(sessie, rij, dossier)
        cijfer = sessie.scalars(select(CijferRij).where(CijferRij.aanvraag_id == rij.id)).one_or_none()
        self._zet(rij, dossier, cijfer, toestand)
        return toestand

    def toestand(self, sessie: Session, rij: AanvraagRij, dossier: DossierRij) -> Toestand:
        """The state, from the events and the mails."""
        gebeurtenissen = [
            Gebeurtenis(Soort(soort), op, door, naar=naar)
            for soort, op, door, naar in sessie.execute(
                select(GebeurtenisRij.soort, GebeurtenisRij.op, GebeurtenisRij.door, GebeurtenisRij.naar)
                .where(GebeurtenisRij.aanvraag_id == rij.id)
                .order_by(GebeurtenisRij.volg)
            )
        ]
        return self._leid_af(rij, dossier, gebeurtenissen, self.leveringen(sessie, rij.id))

    def leveringen(self, sessie: Session, aanvraag_id: UUID) -> list[Levering]:
        """The mails about an aanvraag, in the order in which they were made."""
        return [
            Levering(
                PostSoort(post.soort), post.aangemaakt_op, post.verzonden_op, post.terug_op, post.gestopt_op
            )
            for post in sessie.scalars(
                select(PostRij)
                .where(PostRij.aanvraag_id == aanvraag_id)
                .order_by(PostRij.aangemaakt_op, PostRij.gebeurtenis_id, PostRij.id)
            )
        ]

    def gebeurtenissen(self, sessie: Session, aanvraag_id: UUID) -> list[Gebeurtenis]:
        """Every event, opened, in order."""
        return [
            self.open_gebeurtenis(rij)
            for rij in sessie.scalars(
                select(GebeurtenisRij)
                .where(GebeurtenisRij.aanvraag_id == aanvraag_id)
                .order_by(GebeurtenisRij.volg)
            )
        ]

    def open_gebeurtenis(self, rij: GebeurtenisRij) -> Gebeurtenis:
        """An event with what was written in it."""
        inhoud: dict[str, Any] = json.loads(self.kluis.open(rij.inhoud)) if rij.inhoud else {}
        return Gebeurtenis(
            Soort(rij.soort),
            rij.op,
            rij.door,
            inhoud.get("wie", ""),
            rij.naar,
            inhoud.get("tekst", ""),
            inhoud.get("details", {}),
        )

    def is_gebeurd(self, sessie: Session, aanvraag_id: UUID, soort: Soort, *, sinds: datetime) -> bool:
        """Whether there is an event of this kind since then."""
        return (
            sessie.scalars(
                select(GebeurtenisRij.id)
                .where(
                    GebeurtenisRij.aanvraag_id == aanvraag_id,
                    GebeurtenisRij.soort == soort.value,
                    GebeurtenisRij.op >= sinds,
                )
                .limit(1)
            ).first()
            is not None
        )

    def gebeurtenis(self, gebeurtenis_id: int) -> tuple[int, Gebeurtenis]:
        """One event and its number in the dossier, in a transaction of its own."""
        with self.database.lees() as sessie:
            rij = sessie.get_one(GebeurtenisRij, gebeurtenis_id)
        return rij.volg, self.open_gebeurtenis(rij)

    def aanvraag(self, rij: AanvraagRij) -> Aanvraag:
        """The aanvraag, opened."""
        return van_bytes(self.kluis.open(rij.inhoud))

    def post(
        self,
        sessie: Session,
        soort: PostSoort,
        rij: AanvraagRij,
        nu: datetime,
        bij: GebeurtenisRij | None = None,
    ) -> None:
        """Put a mail in the outbox, in the same transaction as what it tells of."""
        post = nieuwe_post(soort, rij.id, nu, self.mail_domein)
        if bij is not None:
            post.gebeurtenis_id, post.aangemaakt_op = bij.id, max(nu, bij.op)
        sessie.add(post)

    def _rij(self, aanvraag_id: UUID, volg: int, g: Gebeurtenis) -> GebeurtenisRij:
        inhoud = {"wie": g.wie, "tekst": g.tekst, "details": dict(g.details)}
        return GebeurtenisRij(
            aanvraag_id=aanvraag_id,
            volg=volg,
            soort=g.soort.value,
            op=g.op,
            door=g.door,
            naar=g.naar,
            inhoud=self.kluis.sluit(json.dumps(inhoud).encode()) if any(inhoud.values()) else None,
        )

    def _leid_af(
        self,
        rij: AanvraagRij,
        dossier: DossierRij,
        gebeurtenissen: list[Gebeurtenis],
        leveringen: list[Levering],
    ) -> Toestand:
        return leid_af(
            gebeurtenissen,
            leveringen,
            regio=Regio(rij.regio) if rij.regio else None,
            dringend=bool(van_bits(dossier.aandacht) & DRINGEND),
            afspraken=self.afspraken,
            aan_desk=Aanvraagsoort(rij.soort).instrument is not None,
        )

    def _zet(self, rij: AanvraagRij, dossier: DossierRij, cijfer: CijferRij | None, t: Toestand) -> None:
        dossier.regio = t.regio.value if t.regio else None
        dossier.staat, dossier.wat, dossier.rang = t.staat.value, t.wat.value, RANG[t.wacht_op]
        dossier.orde = _micro(t.termijn) if t.termijn else -_micro(t.sinds)
        dossier.sinds, dossier.termijn_op = t.sinds, t.termijn
        dossier.geopend_op, dossier.besloten_op = t.geopend_op, t.besloten_op
        if dossier.toegewezen_aan != t.toegewezen_aan:
            dossier.toegewezen_aan, dossier.toegewezen_naam = t.toegewezen_aan, None
        dossier.terug = bool(t.teruggekomen)
        dossier.bewaak_op, dossier.mag_weg = t.bewaak_op, t.mag_weg
        if not t.vraag_open:
            dossier.vraag_merk = None
        rij.bewaren_tot = t.bewaren_tot
        if cijfer is not None:
            cijfer.regio = dossier.regio
            cijfer.uitkomst = t.staat.value if t.besloten_op else "open"
            cijfer.dagen_besluit = _dagen(t.ingediend_op, t.besloten_op)
            if cijfer.dagen_openen is None:
                cijfer.dagen_openen = _dagen(t.ingediend_op, t.geopend_op)


def nieuwe_post(soort: PostSoort, aanvraag_id: UUID | None, nu: datetime, domein: str) -> PostRij:
    """A mail for the outbox. Its Message-ID is fixed here, so that each attempt carries the same one."""
    post_id = uuid.uuid4()
    return PostRij(
        id=post_id,
        aanvraag_id=aanvraag_id,
        soort=soort.value,
        message_id=f"<{post_id}@{domein}>",
        aangemaakt_op=nu,
        volgende_poging_op=nu,
        pogingen=0,
    )


def leeftijdsgroep(jaren: int | None) -> str:
    """The age group for the figures, by the limits that the rules use (draaiboek 6.2)."""
    if jaren is None:
        return "onbekend"
    return "onder 12" if jaren < 12 else "12 tot 17" if jaren < 18 else "18 en ouder"


def _cijfer(rij: AanvraagRij, aanvraag: Aanvraag) -> CijferRij:
    adviezen, instrument = geef_advies(naar_adviesantwoorden(aanvraag.antwoorden)), aanvraag.soort.instrument
    lokaal = rij.ingediend_op.astimezone(BRUSSEL)
    return CijferRij(
        id=secrets.randbits(62),
        aanvraag_id=rij.id,
        jaar=lokaal.year,
        kwartaal=(lokaal.month + 2) // 3,
        soort=rij.soort,
        rol=aanvraag.rol.value,
        leeftijd=leeftijdsgroep(leeftijd_van(aanvraag.antwoorden)),
        advies=next((a.uitkomst.value for a in adviezen if a.instrument is instrument), "geen"),
        kort=rij.kort,
    )


def _micro(moment: datetime) -> int:
    return int(moment.timestamp() * 1_000_000)


def _dagen(van: datetime, tot: datetime | None) -> int | None:
    """Calendar days in Belgium between two moments; None when the second is not there yet."""
    if tot is None:
        return None
    return (tot.astimezone(BRUSSEL).date() - van.astimezone(BRUSSEL).date()).days
