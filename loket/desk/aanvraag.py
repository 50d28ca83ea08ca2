"""One aanvraag: everything about it, and what is done with it in one step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from aiohttp import web

from loket.desk.bezoek import Afgewezen, Bezoek, Weg404
from loket.desk.wegen import Weg, Wie, doe, lees
from loket.domain.aanvraag import Aanvraag, Onderdeel, Regel
from loket.domain.begrippen import Regio
from loket.domain.dossier.fouten import DeskFout, NietGevonden
from loket.domain.dossier.gebeurtenis import Gebeurtenis, PostSoort, Soort
from loket.domain.dossier.handeling import Handeling
from loket.domain.dossier.veilig import Kanaal
from loket.domain.nummer import OngeldigNummer, lees_nummer
from loket.domain.overzicht import alle_vragen
from loket.domain.werkdagen import BRUSSEL
from loket.mail.pdf import PdfFout, maak_pdf
from loket.store.dossiers import Beeld


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """A question as it was asked, with the answer as it was read and, where they differ, as it was typed."""

    label: str
    vraag: str
    antwoord: str
    getypt: str


@dataclass(frozen=True, slots=True)
class Deel:
    """A part of the answers."""

    titel: str
    regels: tuple[Gevraagd, ...]


def beeld_van(bezoek: Bezoek) -> Beeld:
    """The aanvraag that the address names; whoever may not see it finds nothing. Raises Weg404."""
    try:
        return bezoek.bureau.kantoor.dossiers.open(bezoek.medewerker, bezoek.pad["nummer"], bezoek.nu)
    except NietGevonden:
        raise Weg404 from None


def versie_van(bezoek: Bezoek) -> int | None:
    """The version that this form was made of; None when that is not there."""
    tekst = bezoek.velden.get("versie", "")
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 9 else None


def delen(aanvraag: Aanvraag) -> tuple[Deel, ...]:
    """What was asked and answered, in the parts that the asker saw; the rules for contact and the advice
    stand elsewhere on the page."""
    per_label = {vraag.label: vraag for vraag in alle_vragen() if vraag.id in aanvraag.antwoorden}

    def regel(r: Regel) -> Gevraagd:
        vraag = per_label.get(r.label)
        if vraag is None:
            return Gevraagd(r.label, "", r.antwoord, "")
        getypt = aanvraag.antwoorden[vraag.id].tekst.strip()
        return Gevraagd(
            r.label,
            vraag.tekst.voor(aanvraag.rol),
            r.antwoord,
            getypt if getypt.casefold() not in r.antwoord.casefold() else "",
        )

    return tuple(
        Deel(deel.titel, tuple(regel(r) for r in deel.regels))
        for deel in aanvraag.onderdelen
        if not deel.belangrijk and not _is_advies(deel)
    )


def advies_van(aanvraag: Aanvraag) -> Onderdeel | None:
    """The advice that the assistant gave, as it stands on the aanvraag."""
    return next((deel for deel in aanvraag.onderdelen if _is_advies(deel)), None)


def _is_advies(deel: Onderdeel) -> bool:
    return deel.titel.startswith("Advies")


@dataclass(frozen=True, slots=True)
class Moment:
    """A line of the timeline. `extra` says where it went, or by which road."""

    gebeurtenis: Gebeurtenis
    extra: str
    toon: str


_NIET_GOED = {Soort.TERUGGESTUURD, Soort.GEESCALEERD, Soort.VRAAG_VERLOPEN}


def verloop(beeld: Beeld) -> tuple[Moment, ...]:
    """The timeline, newest first."""
    return tuple(
        Moment(
            g,
            _extra(g),
            "bad" if g.soort in _NIET_GOED else "note" if g.soort is Soort.NOTITIE else "",
        )
        for g in reversed(beeld.tijdlijn)
    )


def _extra(g: Gebeurtenis) -> str:
    match g.soort:
        case Soort.VERZONDEN | Soort.TERUGGESTUURD:
            return PostSoort(g.naar).naam
        case Soort.OMGELEID:
            return f"naar {Regio(g.naar).naam}" if g.naar else ""
        case Soort.TOEGEWEZEN:
            return str(g.details.get("aan") or "niemand")
        case Soort.ONTVANKELIJK:
            return f"aan {g.details.get('naam', '')}"
        case Soort.MEER_GEVRAAGD | Soort.NIET_ONTVANKELIJK:
            return Kanaal(g.naar).naam if g.naar in set(Kanaal) else ""
    return ""


def toon(bezoek: Bezoek) -> web.Response:
    """GET /aanvraag/{nummer}."""
    beeld = beeld_van(bezoek)
    return bezoek.toon("aanvraag.html", **gegevens(bezoek, beeld))


def gegevens(bezoek: Bezoek, beeld: Beeld) -> dict[str, Any]:
    """What the page of an aanvraag shows."""
    return {
        "beeld": beeld,
        "delen": delen(beeld.aanvraag),
        "advies": advies_van(beeld.aanvraag),
        "verloop": verloop(beeld),
        "collegas": bezoek.bureau.accounts.medewerkers(beeld.regio),
        "kan": {handeling.value for handeling in beeld.handelingen},
        "te_bezorgen": te_bezorgen(beeld),
        "laatste_dag": laatste_dag(beeld),
    }


def te_bezorgen(beeld: Beeld) -> str:
    """The letter or question that must be delivered in person, or that came back; "" when there is none."""
    if Handeling.BEZORGD not in beeld.handelingen:
        return ""
    soorten = {Soort.MEER_GEVRAAGD, Soort.NIET_ONTVANKELIJK, Soort.ONTVANKELIJK}
    return next((g.tekst for g in reversed(beeld.tijdlijn) if g.soort in soorten), "")


def laatste_dag(beeld: Beeld) -> date | None:
    """The last day of the term: the term itself ends at midnight."""
    termijn = beeld.toestand.termijn
    return (termijn.astimezone(BRUSSEL) - timedelta(seconds=1)).date() if termijn else None


def noteer(bezoek: Bezoek) -> web.Response:
    """POST /aanvraag/{nummer}/notitie."""
    return _doe(
        bezoek,
        lambda nummer: bezoek.bureau.kantoor.dossiers.noteer(
            bezoek.medewerker, nummer, bezoek.veld("notitie"), bezoek.nu
        ),
        "genoteerd",
    )


def wijs_toe(bezoek: Bezoek) -> web.Response:
    """POST /aanvraag/{nummer}/toewijzen: to a colleague, to oneself, or to no one."""
    wie = bezoek.veld("aan")
    beeld = beeld_van(bezoek)
    aan = None
    if wie:
        try:
            gezocht = UUID(wie)
        except ValueError:
            raise Afgewezen("Deze collega kennen we niet. Kies iemand uit de lijst.") from None
        aan = next((m for m in bezoek.bureau.accounts.medewerkers(beeld.regio) if m.id == gezocht), None)
        if aan is None:
            raise Afgewezen("Deze collega werkt niet voor deze regio. Kies iemand uit de lijst.")
    return _doe(
        bezoek,
        lambda nummer: bezoek.bureau.kantoor.dossiers.wijs_toe(
            bezoek.medewerker, nummer, aan, bezoek.nu, versie=versie_van(bezoek)
        ),
        "toegewezen" if aan else "losgelaten",
    )


def bezorgd(bezoek: Bezoek) -> web.Response:
    """POST /aanvraag/{nummer}/bezorgd: how a letter or question was delivered in person."""
    return _doe(
        bezoek,
        lambda nummer: bezoek.bureau.kantoor.dossiers.bezorgd(
            bezoek.medewerker, nummer, bezoek.veld("hoe"), bezoek.nu, versie=versie_van(bezoek)
        ),
        "bezorgd",
    )


def stuur_opnieuw(bezoek: Bezoek) -> web.Response:
    """POST /aanvraag/{nummer}/opnieuw: the mail goes again."""
    return _doe(
        bezoek,
        lambda nummer: bezoek.bureau.kantoor.dossiers.stuur_opnieuw(
            bezoek.medewerker, nummer, bezoek.nu, versie=versie_van(bezoek)
        ),
        "opnieuw",
    )


def pdf(bezoek: Bezoek) -> web.Response:
    """GET /aanvraag/{nummer}/pdf."""
    beeld = beeld_van(bezoek)
    try:
        inhoud = maak_pdf(bezoek.bureau.kantoor.register.dossier(beeld.nummer))
    except PdfFout:
        raise Afgewezen("De pdf lukt nu niet. Druk de bladzijde zelf af.", 500) from None
    return web.Response(
        body=inhoud,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="aanvraag-{beeld.nummer}.pdf"'},
    )


def link(bezoek: Bezoek) -> web.Response:
    """GET /link/{sleutel}: where the link in a mail leads.

    The cookie is not sent along with a click in a mail (SameSite=Strict), so this page holds nothing of
    anyone and goes on to the aanvraag by itself: that request comes from us.
    """
    nummer = bezoek.bureau.kantoor.archief.merker.lees_link(bezoek.pad["sleutel"], bezoek.nu)
    try:
        naar = f"/aanvraag/{lees_nummer(nummer)}" if nummer else None
    except OngeldigNummer:
        naar = None
    return bezoek.toon("link.html", 200 if naar else 404, naar=naar)


def _doe(bezoek: Bezoek, wat: Callable[[str], None], gedaan: str) -> web.Response:
    nummer = bezoek.pad["nummer"]
    try:
        wat(nummer)
    except NietGevonden:
        raise Weg404 from None
    except DeskFout as fout:
        raise Afgewezen(str(fout), 409) from None
    return bezoek.ga(f"/aanvraag/{lees_nummer(nummer)}", gedaan)


WEGEN: tuple[Weg, ...] = (
    lees("/aanvraag/{nummer}", Wie.LEEST, toon),
    lees("/aanvraag/{nummer}/pdf", Wie.LEEST, pdf),
    doe("/aanvraag/{nummer}/notitie", Wie.LEEST, noteer),
    doe("/aanvraag/{nummer}/toewijzen", Wie.LEEST, wijs_toe),
    doe("/aanvraag/{nummer}/bezorgd", Wie.LEEST, bezorgd),
    doe("/aanvraag/{nummer}/opnieuw", Wie.LEEST, stuur_opnieuw),
    lees("/link/{sleutel}", Wie.IEDEREEN, link),
)
