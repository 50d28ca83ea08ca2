"""The desk's side of the record: what a worker sees of it and does with it.

Every method takes the `Medewerker` who asks. Whatever lies outside that person's regions and the shared queue
is `NietGevonden`, exactly as if it did not exist. Times have a zone. A method that writes takes `versie`, the
version that the worker looked at (`Beeld.versie`): when something that matters happened since, it raises
`AlBesloten` or `IntussenVeranderd` and writes nothing. All raise a RegisterFout when the database fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, false, func, literal, or_, select, tuple_, union_all, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from loket.contacten import Hulplijnen, Loketten, Overnemer
from loket.domain.aanvraag import Aanvraag
from loket.domain.begrippen import Instrument, JsonWaarde, Regio
from loket.domain.dossier.aandacht import Aandacht
from loket.domain.dossier.brief import (
    LANGSTE_BRIEF,
    MOTIVEER,
    WEL,
    Afzender,
    Bouwsteen,
    bouwstenen,
    brief_niet_ontvankelijk,
    brief_ontvankelijk,
)
from loket.domain.dossier.controle import Punt, controlelijst
from loket.domain.dossier.fouten import (
    AlBesloten,
    IntussenVeranderd,
    NietGevonden,
    NietMogelijk,
    OngeldigeInvoer,
)
from loket.domain.dossier.gebeurtenis import (
    Gebeurtenis,
    PostSoort,
    Soort,
    leveringen_als_gebeurtenissen,
)
from loket.domain.dossier.handeling import Handeling, mag
from loket.domain.dossier.overdracht import Belangen, voor_overdracht
from loket.domain.dossier.toestand import GESLOTEN, MOET_AANKOMEN, Staat, Toestand, WachtOp, Wat
from loket.domain.dossier.veilig import Kanaal, VeiligContact, veilig_contact
from loket.domain.medewerker import Medewerker
from loket.domain.nummer import OngeldigNummer, lees_nummer
from loket.store.archief import Archief, naar_bits, van_bits
from loket.store.merken import kale_code, naamdelen
from loket.store.tabellen import AanvraagRij, DossierRij, GebeurtenisRij, NaamRij, PostRij

LANGSTE_NOTITIE = 4000
MEESTE_RIJEN = 200
_WACHT = (WachtOp.LOKET, WachtOp.VRAGER, WachtOp.NIEMAND)
_TELT = frozenset(
    {
        Soort.MEER_GEVRAAGD, Soort.BEANTWOORD, Soort.ONTVANKELIJK, Soort.NIET_ONTVANKELIJK, Soort.OMGELEID,
        Soort.HEROPEND, Soort.INGETROKKEN,
    }
)  # fmt: skip
"""The events after which a worker who had not seen them must look again."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show of the list; an empty set asks nothing. `mijn`: assigned to the worker. `zorg`: with any
    flag, or with a mail that came back."""

    instrumenten: frozenset[Instrument] = frozenset()
    regios: frozenset[Regio] = frozenset()
    zonder_regio: bool = False
    staten: frozenset[Staat] = frozenset()
    wacht_op: frozenset[WachtOp] = frozenset()
    aandacht: frozenset[Aandacht] = frozenset()
    zorg: bool = False
    mijn: bool = False


@dataclass(frozen=True, slots=True)
class LijstRij:
    """A line of the list. It holds nothing that a person typed."""

    nummer: str
    instrument: Instrument
    regio: Regio | None
    staat: Staat
    wacht_op: WachtOp
    wat: Wat
    sinds: datetime
    termijn: datetime | None
    te_laat: bool
    ingediend_op: datetime
    geopend_op: datetime | None
    toegewezen_aan: UUID | None
    toegewezen_naam: str | None
    aandacht: frozenset[Aandacht]
    teruggekomen: bool
    kort: bool


@dataclass(frozen=True, slots=True)
class Pagina:
    """Lines, and the cursor to ask the next ones with (None: there are no more)."""

    rijen: tuple[LijstRij, ...]
    volgende: str | None


@dataclass(frozen=True, slots=True)
class Beeld:
    """An aanvraag as the desk shows it. `contact` is to be shown first, and loud. `tijdlijn` is oldest first.
    `bouwstenen` are the reasons a letter can give. `wissen_op` is the day after which it is deleted, None as
    long as the calendar may not delete it. `bezorgen` is the letter or question that a worker must deliver in
    person, with its code."""

    nummer: str
    aanvraag: Aanvraag
    regio: Regio | None
    contact: VeiligContact
    aandacht: frozenset[Aandacht]
    toestand: Toestand
    toegewezen_naam: str | None
    tijdlijn: tuple[Gebeurtenis, ...]
    controle: tuple[Punt, ...]
    bouwstenen: tuple[Bouwsteen, ...]
    handelingen: frozenset[Handeling]
    wissen_op: date | None
    versie: int
    vraagcode: str | None


@dataclass(frozen=True, slots=True)
class Uitgestuurd:
    """What became of a letter or question: the channel, and for a question its one-time code. With
    Kanaal.ZELF nothing was mailed: tell the worker to deliver it, and show the code."""

    kanaal: Kanaal
    code: str | None = None


@dataclass(slots=True)
class _Werk:
    """An aanvraag that is being worked on, inside the transaction."""

    sessie: Session
    rij: AanvraagRij
    dossier: DossierRij
    toestand: Toestand
    nu: datetime
    medewerker: Medewerker
    archief: Archief
    _aanvraag: Aanvraag | None = field(default=None)

    @property
    def aanvraag(self) -> Aanvraag:
        """The aanvraag, opened."""
        if self._aanvraag is None:
            self._aanvraag = self.archief.aanvraag(self.rij)
        return self._aanvraag

    @property
    def instrument(self) -> Instrument:
        """The instrument: the desk shows nothing else."""
        return Instrument(self.rij.soort)

    def voeg_toe(
        self,
        soort: Soort,
        *,
        naar: str = "",
        tekst: str = "",
        details: Mapping[str, JsonWaarde] | None = None,
    ) -> GebeurtenisRij:
        """Add an event of this worker."""
        m = self.medewerker
        gebeurtenis = Gebeurtenis(soort, self.nu, m.id, m.naam, naar, tekst, details or {})
        return self.archief.voeg_toe(self.sessie, self.rij, self.dossier, gebeurtenis)

    def post(self, soort: PostSoort, bij: GebeurtenisRij) -> None:
        """Put a mail in the outbox."""
        self.archief.post(self.sessie, soort, self.rij, self.nu, bij)

    def audit(self, wat: str) -> None:
        """Note who did what."""
        self.archief.audit.schrijf(self.sessie, self.nu, str(self.medewerker.id), wat, self.rij.nummer)

    def stop(self, *soorten: PostSoort) -> None:
        """Call off the mails of these kinds that did not leave yet."""
        stop_post(self.sessie, self.rij.id, self.nu, soorten)


def stop_post(sessie: Session, aanvraag_id: UUID, nu: datetime, soorten: Sequence[PostSoort]) -> None:
    """Call off the mails of these kinds about an aanvraag that did not leave yet."""
    sessie.execute(
        update(PostRij)
        .where(
            PostRij.aanvraag_id == aanvraag_id,
            PostRij.verzonden_op.is_(None),
            PostRij.gestopt_op.is_(None),
            PostRij.soort.in_([soort.value for soort in soorten]),
        )
        .values(gestopt_op=nu)
    )


class Dossiers:
    """The aanvragen, as a worker of a loket may see and handle them."""

    def __init__(self, archief: Archief, loketten: Loketten, hulplijnen: Hulplijnen) -> None:
        self._archief = archief
        self._database = archief.database
        self._loketten = loketten
        self._hulplijnen = hulplijnen

    # ── looking ──────────────────────────────────────────────────────────────────────────────────

    def lijst(
        self,
        medewerker: Medewerker,
        filter: Filter = Filter(),
        *,
        na: str | None = None,
        aantal: int = 50,
        nu: datetime,
    ) -> Pagina:
        """What waits on the loket first, the one whose term ends first on top; then what waits on the asker;
        then what is done, newest first. `na` is `Pagina.volgende` of the page before. OngeldigeInvoer for a
        cursor that is none. No content is opened for it."""
        waar = _gefilterd(medewerker, filter)
        per_regio = [[_van(regio), *waar] for regio in _zichtbaar(medewerker, filter)]
        return self._pagina(per_regio, na, aantal, nu, binnen=(DossierRij.regio,))

    def zoek(
        self, medewerker: Medewerker, tekst: str, *, na: str | None = None, aantal: int = 50, nu: datetime
    ) -> Pagina:
        """By number, also a part of it (`42`, `2026-42`), else by name: every part that is typed must be in
        one of the names of the aanvraag, in whole, whatever its case and accents. Nothing for an empty
        text."""
        # not by the index of the list: few aanvragen have this number or name
        eigen = [regio or "" for regio in _zichtbaar(medewerker, Filter())]
        waar = [func.coalesce(DossierRij.regio, "").in_(eigen), *_gefilterd(medewerker, Filter())]
        if (op_nummer := _op_nummer(tekst)) is not None:
            waar.append(DossierRij.aanvraag_id.in_(select(AanvraagRij.id).where(op_nummer)))
        elif delen := naamdelen(tekst):
            for deel in sorted(delen)[:5]:
                merken = self._archief.merker.merken("naam", deel.encode())
                waar.append(
                    DossierRij.aanvraag_id.in_(select(NaamRij.aanvraag_id).where(NaamRij.merk.in_(merken)))
                )
        else:
            return Pagina((), None)
        return self._pagina([waar], na, aantal, nu)

    def aantallen(self, medewerker: Medewerker, *, nu: datetime) -> Mapping[str, int]:
        """Counts for the head of the list: "wacht", "te_laat", "mijn", "zonder_regio", "zorg"."""
        wacht = DossierRij.rang == 0
        telling = {
            "wacht": wacht,
            "te_laat": wacht & (DossierRij.termijn_op <= nu),
            "mijn": wacht & (DossierRij.toegewezen_aan == medewerker.id),
            "zonder_regio": wacht & DossierRij.regio.is_(None),
            "zorg": wacht & _zorg(),
        }
        with self._database.lees() as sessie:
            rij = sessie.execute(
                select(*(func.count().filter(waar) for waar in telling.values())).where(
                    wacht, *_mag_zien(medewerker)
                )
            ).one()
        return dict(zip(telling, rij, strict=True))

    def open(self, medewerker: Medewerker, nummer: str, nu: datetime) -> Beeld:
        """Everything of one aanvraag. The first time it is the receipt of the loket; every time it is noted
        in the audit who looked. Raises NietGevonden."""
        with self._werk(medewerker, nummer, None, nu) as werk:
            werk.audit("bekeken")
            toestand = self._ontvang(werk)
            gebeurtenissen = self._archief.gebeurtenissen(werk.sessie, werk.rij.id)
            leveringen = self._archief.leveringen(werk.sessie, werk.rij.id)
            vraagcode = self._vraagcode(werk) if toestand.vraag_open else None
        controle = controlelijst(werk.aanvraag)
        tijdlijn = (*gebeurtenissen, *leveringen_als_gebeurtenissen(tuple(leveringen)))
        return Beeld(
            nummer=werk.rij.nummer,
            aanvraag=werk.aanvraag,
            regio=toestand.regio,
            contact=veilig_contact(werk.aanvraag),
            aandacht=van_bits(werk.dossier.aandacht),
            toestand=toestand,
            toegewezen_naam=werk.dossier.toegewezen_naam,
            tijdlijn=tuple(sorted(tijdlijn, key=lambda gebeurtenis: gebeurtenis.op)),
            controle=controle,
            bouwstenen=bouwstenen(werk.instrument, controle),
            handelingen=mag(medewerker, toestand),
            wissen_op=toestand.bewaren_tot if toestand.mag_weg else None,
            versie=werk.dossier.versie,
            vraagcode=vraagcode,
        )

    def concept(self, medewerker: Medewerker, nummer: str, redenen: Sequence[str]) -> str:
        """A letter "niet ontvankelijk" with these reasons, to be changed and sent. Raises NietGevonden, and
        OngeldigeInvoer for an unknown reason."""
        instrument, naam, afzender = self._aanhef(medewerker, nummer)
        try:
            return brief_niet_ontvankelijk(instrument, redenen, naam, afzender)
        except ValueError:
            raise OngeldigeInvoer("Deze reden bestaat niet. Kies er een uit de lijst.") from None

    def concept_ontvankelijk(self, medewerker: Medewerker, nummer: str) -> str:
        """The letter that the asker gets when it goes on, as it would leave now. Raises NietGevonden."""
        return brief_ontvankelijk(*self._aanhef(medewerker, nummer))

    def _aanhef(self, medewerker: Medewerker, nummer: str) -> tuple[Instrument, str, Afzender]:
        """What every letter to an asker begins and ends with: the instrument, the name, who writes."""
        with self._database.lees() as sessie:
            rij, dossier = self._vind(sessie, medewerker, nummer)
            naam = _naam(self._archief.aanvraag(rij))
        return Instrument(rij.soort), naam, self._afzender(rij.nummer, _regio(dossier.regio))

    # ── doing ────────────────────────────────────────────────────────────────────────────────────

    def noteer(
        self, medewerker: Medewerker, nummer: str, notitie: str, nu: datetime, *, versie: int | None = None
    ) -> None:
        """Add a note for colleagues. Raises NietGevonden, OngeldigeInvoer."""
        notitie = _tekst(notitie, "Schrijf eerst een notitie.", LANGSTE_NOTITIE)
        with self._werk(medewerker, nummer, Handeling.NOTEREN, nu, versie) as werk:
            werk.voeg_toe(Soort.NOTITIE, tekst=notitie)
            werk.audit("notitie")

    def wijs_toe(
        self,
        medewerker: Medewerker,
        nummer: str,
        aan: Medewerker | None,
        nu: datetime,
        *,
        versie: int | None = None,
    ) -> None:
        """Assign it to a worker who may see it, or to no one (None). Raises NietGevonden, OngeldigeInvoer."""
        with self._werk(medewerker, nummer, Handeling.TOEWIJZEN, nu, versie) as werk:
            if aan is not None and not aan.ziet(werk.toestand.regio):
                raise OngeldigeInvoer("Deze collega werkt niet voor deze regio. Kies iemand anders.")
            if werk.toestand.toegewezen_aan == (aan.id if aan else None):
                return
            werk.voeg_toe(
                Soort.TOEGEWEZEN,
                naar=str(aan.id) if aan else "",
                details={"aan": aan.naam} if aan else {},
            )
            werk.dossier.toegewezen_naam = aan.naam if aan else None
            werk.audit("toegewezen")

    def laat_los(self, medewerker: Medewerker, nu: datetime, *, alles: bool) -> int:
        """Put on nobody's name what is open and stands on this worker's: everything when the worker leaves,
        else what this worker may no longer see. Returns how many."""
        with self._database.schrijf() as sessie:
            rijen = sessie.execute(
                select(AanvraagRij, DossierRij)
                .join(DossierRij, DossierRij.aanvraag_id == AanvraagRij.id)
                .where(DossierRij.toegewezen_aan == medewerker.id)
                .where(DossierRij.staat.not_in([staat.value for staat in GESLOTEN]))
                .with_for_update()
            ).all()
            vrij = [(rij, d) for rij, d in rijen if alles or not medewerker.ziet(_regio(d.regio))]
            for rij, dossier in vrij:
                self._archief.voeg_toe(sessie, rij, dossier, Gebeurtenis(Soort.TOEGEWEZEN, nu))
                self._archief.audit.schrijf(sessie, nu, "dienst", "losgelaten", rij.nummer)
            return len(vrij)

    def vraag_meer(
        self, medewerker: Medewerker, nummer: str, vraag: str, nu: datetime, *, versie: int | None = None
    ) -> Uitgestuurd:
        """Ask the asker something, along the safe channel. An open question is replaced by this one.

        Raises NietGevonden, AlBesloten, NietMogelijk, IntussenVeranderd, OngeldigeInvoer.
        """
        vraag = _tekst(vraag, "Schrijf eerst je vraag.", LANGSTE_BRIEF)
        with self._werk(medewerker, nummer, Handeling.MEER_VRAGEN, nu, versie) as werk:
            kanaal = veilig_contact(werk.aanvraag).kanaal
            werk.stop(PostSoort.VRAAG)
            rij = werk.voeg_toe(Soort.MEER_GEVRAAGD, naar=kanaal.value, tekst=vraag)
            code = self._archief.merker.vraagcode(werk.rij.id, rij.volg)
            werk.dossier.vraag_merk = self._archief.merker.merk("vraag", kale_code(code).encode())
            if kanaal is not Kanaal.ZELF:
                werk.post(PostSoort.VRAAG, rij)
            werk.audit("meer gevraagd")
        return Uitgestuurd(kanaal, code)

    def verklaar_ontvankelijk(  # noqa: PLR0913 - the whole decision
        self,
        medewerker: Medewerker,
        nummer: str,
        aan: Overnemer,
        belangen: Belangen,
        nu: datetime,
        *,
        versie: int | None = None,
    ) -> Uitgestuurd:
        """Decide that it goes on, and hand it to a voorzitter or bemiddelaar by mail. The asker hears it
        along the safe channel; with Kanaal.ZELF the voorzitter or bemiddelaar is the one who makes contact.

        Raises NietGevonden, AlBesloten, NietMogelijk, IntussenVeranderd, and OngeldigeInvoer when there is a
        conflict of interest or this address does not take this instrument.
        """
        _controleer_overnemer(belangen)
        with self._werk(medewerker, nummer, Handeling.ONTVANKELIJK, nu, versie) as werk:
            if werk.instrument not in aan.instrumenten or not voor_overdracht(werk.aanvraag):
                raise OngeldigeInvoer("Dit adres past niet bij deze aanvraag. Kies een ander adres.")
            kanaal = veilig_contact(werk.aanvraag).kanaal
            brief = brief_ontvankelijk(
                werk.instrument,
                _naam(werk.aanvraag),
                self._afzender(werk.rij.nummer, werk.toestand.regio),
            )
            self._stop_wachtende(werk)
            rij = werk.voeg_toe(
                Soort.ONTVANKELIJK,
                naar=kanaal.value,
                tekst=brief,
                details=_naar(aan),
            )
            werk.post(PostSoort.OVERDRACHT, rij)
            if kanaal is not Kanaal.ZELF:
                werk.post(PostSoort.BRIEF, rij)
            werk.audit("ontvankelijk")
        return Uitgestuurd(kanaal)

    def verklaar_niet_ontvankelijk(  # noqa: PLR0913
        self,
        medewerker: Medewerker,
        nummer: str,
        brief: str,
        redenen: Sequence[str],
        nu: datetime,
        *,
        versie: int | None = None,
    ) -> Uitgestuurd:
        """Decide that it does not fit, with the motivated letter (omzendbrief 3), which is kept and sent
        along the safe channel. With Kanaal.ZELF it waits until a worker delivered it (`bezorgd`).

        Raises NietGevonden, AlBesloten, NietMogelijk, IntussenVeranderd, OngeldigeInvoer.
        """
        brief = _tekst(brief, "Schrijf eerst de brief.", LANGSTE_BRIEF)
        if MOTIVEER in brief:
            raise OngeldigeInvoer("In de brief staat nog geen reden. Schrijf waarom het niet kan.")
        if any(code not in WEL for code in redenen):
            raise OngeldigeInvoer("Deze reden bestaat niet. Kies er een uit de lijst.")
        with self._werk(medewerker, nummer, Handeling.NIET_ONTVANKELIJK, nu, versie) as werk:
            kanaal = veilig_contact(werk.aanvraag).kanaal
            self._stop_wachtende(werk)
            rij = werk.voeg_toe(
                Soort.NIET_ONTVANKELIJK,
                naar=kanaal.value,
                tekst=brief,
                details={"redenen": list(redenen)},
            )
            if kanaal is not Kanaal.ZELF:
                werk.post(PostSoort.BRIEF, rij)
            werk.audit("niet ontvankelijk")
        return Uitgestuurd(kanaal)

    def bezorgd(
        self, medewerker: Medewerker, nummer: str, hoe: str, nu: datetime, *, versie: int | None = None
    ) -> None:
        """Note that the letter or question reached the asker (or the dossier the voorzitter) in another way,
        and how. Raises NietGevonden, NietMogelijk, OngeldigeInvoer."""
        hoe = _tekst(hoe, "Schrijf hoe je het bezorgde.", LANGSTE_NOTITIE)
        with self._werk(medewerker, nummer, Handeling.BEZORGD, nu, versie) as werk:
            werk.stop(*(werk.toestand.teruggekomen & MOET_AANKOMEN))  # refused so far, and no longer needed
            werk.voeg_toe(Soort.BEZORGD, tekst=hoe)
            werk.audit("zelf bezorgd")

    def stuur_opnieuw(  # noqa: PLR0913
        self,
        medewerker: Medewerker,
        nummer: str,
        nu: datetime,
        *,
        aan: Overnemer | None = None,
        belangen: Belangen | None = None,
        versie: int | None = None,
    ) -> None:
        """Send again: an open aanvraag to its loket; a decided one whatever came back. For a dossier that
        came back from a voorzitter or bemiddelaar, `aan` with `belangen` names another one.

        Raises NietGevonden, NietMogelijk, IntussenVeranderd, OngeldigeInvoer.
        """
        if aan is not None:
            _controleer_overnemer(belangen)
        with self._werk(medewerker, nummer, Handeling.OPNIEUW_STUREN, nu, versie) as werk:
            soorten = [PostSoort.LOKET]
            if werk.toestand.staat in GESLOTEN:
                soorten = sorted(werk.toestand.teruggekomen & {PostSoort.BRIEF, PostSoort.OVERDRACHT})
            elif PostSoort.VRAAG in werk.toestand.teruggekomen:
                soorten.append(PostSoort.VRAAG)
            details: dict[str, JsonWaarde] = {}
            if aan is not None:
                if PostSoort.OVERDRACHT not in soorten or werk.instrument not in aan.instrumenten:
                    raise OngeldigeInvoer("Dit adres past niet bij deze aanvraag. Kies een ander adres.")
                details = _naar(aan)
            werk.stop(*soorten)
            rij = werk.voeg_toe(
                Soort.OPNIEUW_VERZONDEN, naar=" ".join(soort.value for soort in soorten), details=details
            )
            for soort in soorten:
                werk.post(soort, rij)
            self._archief.herreken(werk.sessie, werk.rij, werk.dossier)
            werk.audit("opnieuw gestuurd")

    def leid_om(  # noqa: PLR0913
        self,
        medewerker: Medewerker,
        nummer: str,
        naar: Regio,
        reden: str,
        nu: datetime,
        *,
        versie: int | None = None,
    ) -> None:
        """Send it to another region's loket, with the reason; both lokets get a mail. Afterwards a worker who
        does not work for that region no longer sees it. The term goes on: the asker waits all along.

        Raises NietGevonden, AlBesloten, NietMogelijk, IntussenVeranderd, OngeldigeInvoer.
        """
        reden = _tekst(reden, "Schrijf waarom dit naar een ander loket moet.", LANGSTE_NOTITIE)
        with self._werk(medewerker, nummer, Handeling.OMLEIDEN, nu, versie) as werk:
            oud = werk.toestand.regio
            if naar is oud:
                raise OngeldigeInvoer("De aanvraag is al bij dit loket. Kies een ander loket.")
            werk.stop(PostSoort.LOKET, PostSoort.HERINNERING, PostSoort.ESCALATIE, PostSoort.ANTWOORD)
            rij = werk.voeg_toe(
                Soort.OMGELEID, naar=naar.value, tekst=reden, details={"van": oud.value if oud else None}
            )
            werk.post(PostSoort.LOKET, rij)
            werk.post(PostSoort.OMGELEID, rij)
            werk.audit(f"omgeleid naar {naar.value}")

    def heropen(
        self, medewerker: Medewerker, nummer: str, reden: str, nu: datetime, *, versie: int | None = None
    ) -> None:
        """Open a decided aanvraag again (the lead only). What already left stays in the timeline.

        Raises NietGevonden, NietMogelijk, IntussenVeranderd, OngeldigeInvoer.
        """
        reden = _tekst(reden, "Schrijf waarom je dit opnieuw opent.", LANGSTE_NOTITIE)
        with self._werk(medewerker, nummer, Handeling.HEROPENEN, nu, versie) as werk:
            werk.stop(PostSoort.BRIEF, PostSoort.OVERDRACHT)
            werk.voeg_toe(Soort.HEROPEND, tekst=reden)
            werk.audit("heropend")

    # ── inside ───────────────────────────────────────────────────────────────────────────────────

    @contextmanager
    def _werk(
        self,
        medewerker: Medewerker,
        nummer: str,
        handeling: Handeling | None,
        nu: datetime,
        versie: int | None = None,
    ) -> Iterator[_Werk]:
        """The aanvraag, held until the end, once it is sure that this may be done now. Who acts on an
        aanvraag has received it."""
        with self._database.schrijf() as sessie:
            rij, dossier = self._vind(sessie, medewerker, nummer, vast=True)
            toestand = self._archief.toestand(sessie, rij, dossier)
            werk = _Werk(sessie, rij, dossier, toestand, nu, medewerker, self._archief)
            if handeling is not None:
                self._controleer(werk, handeling, versie)
                werk.toestand = self._ontvang(werk)
            yield werk

    def _vind(
        self, sessie: Session, medewerker: Medewerker, nummer: str, *, vast: bool = False
    ) -> tuple[AanvraagRij, DossierRij]:
        try:
            gelezen = str(lees_nummer(nummer))
        except OngeldigNummer:
            raise NietGevonden from None
        vraag = (
            select(AanvraagRij, DossierRij)
            .join(DossierRij, DossierRij.aanvraag_id == AanvraagRij.id)
            .where(AanvraagRij.nummer == gelezen, *_mag_zien(medewerker))
        )
        gevonden = sessie.execute(vraag.with_for_update() if vast else vraag).one_or_none()
        if gevonden is None:
            raise NietGevonden
        return gevonden[0], gevonden[1]

    def _controleer(self, werk: _Werk, handeling: Handeling, versie: int | None) -> None:
        kan = mag(werk.medewerker, werk.toestand)
        if handeling not in kan:
            if werk.toestand.staat in GESLOTEN and handeling is not Handeling.HEROPENEN:
                raise AlBesloten(self._wie_besloot(werk), werk.toestand.staat.naam)
            raise NietMogelijk(werk.toestand.staat.naam)
        if versie is None or handeling is Handeling.NOTEREN:
            return
        nieuw = [
            Soort(soort)
            for soort in werk.sessie.scalars(
                select(GebeurtenisRij.soort)
                .where(GebeurtenisRij.aanvraag_id == werk.rij.id, GebeurtenisRij.volg > versie)
                .order_by(GebeurtenisRij.volg)
            )
            if Soort(soort) in _TELT
        ]
        if nieuw:
            raise IntussenVeranderd(nieuw[-1].naam.lower())

    def _wie_besloot(self, werk: _Werk) -> str:
        rij = werk.sessie.scalars(
            select(GebeurtenisRij)
            .where(
                GebeurtenisRij.aanvraag_id == werk.rij.id,
                GebeurtenisRij.soort.in_([staat.value for staat in GESLOTEN]),
            )
            .order_by(GebeurtenisRij.volg.desc())
            .limit(1)
        ).one()
        return self._archief.open_gebeurtenis(rij).wie

    def _ontvang(self, werk: _Werk) -> Toestand:
        """The receipt, the first time that someone of the loket has it."""
        if werk.toestand.geopend_op is not None or werk.toestand.staat in GESLOTEN:
            return werk.toestand
        werk.stop(PostSoort.HERINNERING, PostSoort.ESCALATIE)
        werk.voeg_toe(Soort.GEOPEND)
        return self._archief.toestand(werk.sessie, werk.rij, werk.dossier)

    def _stop_wachtende(self, werk: _Werk) -> None:
        """What is decided needs no question, reminder or first mail any more."""
        werk.stop(PostSoort.VRAAG, PostSoort.HERINNERING, PostSoort.ESCALATIE, PostSoort.ANTWOORD)

    def _vraagcode(self, werk: _Werk) -> str:
        volg = werk.sessie.scalars(
            select(GebeurtenisRij.volg)
            .where(
                GebeurtenisRij.aanvraag_id == werk.rij.id,
                GebeurtenisRij.soort == Soort.MEER_GEVRAAGD.value,
            )
            .order_by(GebeurtenisRij.volg.desc())
            .limit(1)
        ).one()
        return self._archief.merker.vraagcode(werk.rij.id, volg)

    def _afzender(self, nummer: str, regio: Regio | None) -> Afzender:
        loket = self._loketten.voor(regio)
        return Afzender(loket.organisatie, loket.telefoon, nummer, self._hulplijnen["jo-lijn"].nummer)

    def _pagina(
        self,
        delen: Sequence[Sequence[ColumnElement[bool]]],
        na: str | None,
        aantal: int,
        nu: datetime,
        *,
        binnen: Sequence[InstrumentedAttribute[str | None]] = (),
    ) -> Pagina:
        """The page of what fits one of `delen`, that do not overlap. Each is read in order by itself, and no
        further than the page, so that a page costs the same however many aanvragen there are. `binnen` is the
        same for all of a part: named in the order too, or PostgreSQL sorts all that have no region instead of
        following the index."""
        if not delen:
            return Pagina((), None)
        aantal = max(1, min(aantal, MEESTE_RIJEN))
        sleutel = (DossierRij.rang, DossierRij.orde, DossierRij.aanvraag_id)
        verder = [] if na is None else [tuple_(*sleutel) > tuple_(*map(literal, _lees_cursor(na)))]
        stukken = [
            select(*sleutel).where(*waar, *verder).order_by(*binnen, *sleutel).limit(aantal + 1).subquery()
            for waar in delen
        ]
        samen = union_all(*(select(stuk) for stuk in stukken)).subquery()
        vraag = (
            select(DossierRij, AanvraagRij.nummer, AanvraagRij.ingediend_op, AanvraagRij.kort)
            .join(samen, samen.c.aanvraag_id == DossierRij.aanvraag_id)
            .join(AanvraagRij, AanvraagRij.id == DossierRij.aanvraag_id)
            .order_by(samen.c.rang, samen.c.orde, samen.c.aanvraag_id)
            .limit(aantal + 1)
        )
        with self._database.lees() as sessie:
            gevonden = sessie.execute(vraag).all()
        volgende = _cursor(gevonden[aantal - 1][0]) if len(gevonden) > aantal else None
        return Pagina(tuple(_lijstrij(*rij, nu=nu) for rij in gevonden[:aantal]), volgende)


def _zichtbaar(medewerker: Medewerker, filter: Filter) -> list[str | None]:
    """The regions to look in, None for the shared queue: the worker's own, and chosen."""
    if not medewerker.leest_inhoud:
        return []
    zonder = filter.zonder_regio or not filter.regios
    gekozen = filter.regios if filter.regios or filter.zonder_regio else medewerker.regios
    eigen = sorted(regio.value for regio in medewerker.regios & gekozen)
    return [*eigen, None] if zonder else [*eigen]


def _van(regio: str | None) -> ColumnElement[bool]:
    return DossierRij.regio.is_(None) if regio is None else DossierRij.regio == regio


def _mag_zien(medewerker: Medewerker) -> list[ColumnElement[bool]]:
    """The conditions for what this worker may see at all."""
    return [or_(false(), *map(_van, _zichtbaar(medewerker, Filter()))), *_gefilterd(medewerker, Filter())]


def _gefilterd(medewerker: Medewerker, filter: Filter) -> list[ColumnElement[bool]]:
    """The conditions of a filter, but for its regions."""
    waar: list[ColumnElement[bool]] = [
        DossierRij.soort.in_([een.value for een in filter.instrumenten or Instrument])
    ]
    if filter.staten:
        waar.append(DossierRij.staat.in_([staat.value for staat in filter.staten]))
    if filter.wacht_op:
        waar.append(DossierRij.rang.in_([_WACHT.index(wie) for wie in filter.wacht_op]))
    if filter.aandacht:
        waar.append(DossierRij.aandacht.op("&")(naar_bits(filter.aandacht)) != 0)
    if filter.zorg:
        waar.append(_zorg())
    if filter.mijn:
        waar.append(DossierRij.toegewezen_aan == medewerker.id)
    return waar


def _lijstrij(d: DossierRij, nummer: str, ingediend_op: datetime, kort: bool, *, nu: datetime) -> LijstRij:
    return LijstRij(
        nummer=nummer,
        instrument=Instrument(d.soort),
        regio=_regio(d.regio),
        staat=Staat(d.staat),
        wacht_op=_WACHT[d.rang],
        wat=Wat(d.wat),
        sinds=d.sinds,
        termijn=d.termijn_op,
        te_laat=d.rang == 0 and d.termijn_op is not None and nu >= d.termijn_op,
        ingediend_op=ingediend_op,
        geopend_op=d.geopend_op,
        toegewezen_aan=d.toegewezen_aan,
        toegewezen_naam=d.toegewezen_naam,
        aandacht=van_bits(d.aandacht),
        teruggekomen=d.terug,
        kort=kort,
    )


def _zorg() -> ColumnElement[bool]:
    return or_(DossierRij.aandacht != 0, DossierRij.terug.is_(True))


def _regio(waarde: str | None) -> Regio | None:
    return Regio(waarde) if waarde else None


def _cursor(d: DossierRij) -> str:
    return f"{d.rang}.{d.orde}.{d.aanvraag_id.hex}"


def _lees_cursor(tekst: str) -> tuple[int, int, UUID]:
    vorm = re.fullmatch(r"([012])\.(-?[0-9]{1,18})\.([0-9a-f]{32})", tekst, re.ASCII)
    if vorm is None:
        raise OngeldigeInvoer("Deze bladzijde bestaat niet. Begin opnieuw bij de eerste.")
    return int(vorm[1]), int(vorm[2]), UUID(vorm[3])


def _op_nummer(tekst: str) -> ColumnElement[bool] | None:
    """The condition for a number or a part of one; None when the text is no number."""
    try:
        return AanvraagRij.nummer == str(lees_nummer(tekst))
    except OngeldigNummer:
        pass
    kaal = re.sub(r"[^0-9A-Z]+", "-", tekst.upper()).strip("-")
    vorm = re.fullmatch(r"(?:AV-?)?(?:([0-9]{4})-)?([0-9]{1,6})(?:-[A-Z])?", kaal, re.ASCII)
    if vorm is None:
        return None
    waar = AanvraagRij.volgnummer == int(vorm[2])
    return waar & (AanvraagRij.jaar == int(vorm[1])) if vorm[1] else waar


def _tekst(tekst: str, leeg: str, langste: int) -> str:
    kaal = tekst.replace("\r\n", "\n").strip()
    if not kaal:
        raise OngeldigeInvoer(leeg)
    if len(kaal) > langste:
        raise OngeldigeInvoer(f"Deze tekst is te lang. Hij mag hoogstens {langste} tekens hebben.")
    return kaal


def _naam(aanvraag: Aanvraag) -> str:
    """The asker's name for a letter, on one line; "" when it was not given."""
    antwoord = aanvraag.antwoorden.get("naam")
    naam = " ".join(antwoord.tekst.split()) if antwoord and antwoord.status.value == "gegeven" else ""
    return naam if len(naam) <= 60 else ""


def _naar(aan: Overnemer) -> dict[str, JsonWaarde]:
    return {"naam": aan.naam, "email": aan.email, "openpgp": aan.openpgp}


def _controleer_overnemer(belangen: Belangen | None) -> None:
    if belangen is None or not belangen.vrij:
        raise OngeldigeInvoer(
            "Wie de cliënt kent of een collega van een hulpverlener is, kan dit niet. Kies iemand anders."
        )
