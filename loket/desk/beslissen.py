"""Deciding: ontvankelijk, niet ontvankelijk, meer nodig; and sending it to another loket.

Each goes in steps that need no script: choose, read what will leave, send. What was written stays in the form
when something stands in the way, for nobody likes to write a letter twice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from aiohttp import web

from loket.contacten import Overnemer
from loket.desk.aanvraag import beeld_van, versie_van
from loket.desk.bezoek import Afgewezen, Bezoek, Weg404
from loket.desk.wegen import Weg, Wie, doe, lees
from loket.domain.begrippen import Regio
from loket.domain.dossier.brief import WEL
from loket.domain.dossier.fouten import DeskFout, NietGevonden
from loket.domain.dossier.handeling import Handeling
from loket.domain.dossier.overdracht import Belangen, voor_overdracht
from loket.domain.dossier.veilig import Kanaal
from loket.leesbaarheid import Beoordeling, beoordeel
from loket.settings import is_plaatshouder
from loket.store.dossiers import Beeld, Uitgestuurd


def _mag(bezoek: Bezoek, handeling: Handeling) -> Beeld:
    """The aanvraag, when this can be done with it now."""
    beeld = beeld_van(bezoek)
    if handeling not in beeld.handelingen:
        raise Afgewezen(f"Dit kan nu niet: de aanvraag is {beeld.toestand.staat.naam}.", 409)
    return beeld


def _gezien(bezoek: Bezoek, beeld: Beeld) -> int:
    """The version that this worker looked at when the form began; it goes along through every step."""
    versie = versie_van(bezoek)
    return beeld.versie if versie is None else versie


def _taal(beeld: Beeld, tekst: str) -> Beoordeling:
    """How plain a letter or question is; the number of the aanvraag is no word."""
    return beoordeel(tekst.replace(beeld.nummer, ""))


def _probeer(wat: Callable[[], Uitgestuurd | None]) -> tuple[Uitgestuurd | None, str | None]:
    """Do it; the sentence when it cannot be done. Raises Weg404."""
    try:
        return wat(), None
    except NietGevonden:
        raise Weg404 from None
    except DeskFout as fout:
        return None, str(fout)


def _verder(bezoek: Bezoek, beeld: Beeld, uit: Uitgestuurd | None) -> web.Response:
    zelf = uit is not None and uit.kanaal is Kanaal.ZELF
    return bezoek.ga(f"/aanvraag/{beeld.nummer}", "zelf" if zelf else "verstuurd")


def _opnieuw(bezoek: Bezoek, sjabloon: str, beeld: Beeld, fout: str, **gegevens: Any) -> web.Response:
    """The same form with what was filled in, and what stands in the way; of the newest state, so that who
    read the sentence can go on."""
    return bezoek.toon(sjabloon, 409, beeld=beeld, versie=beeld.versie, fout=fout, **gegevens)


# ── ontvankelijk ─────────────────────────────────────────────────────────────────────────────────────


def overnemers(bezoek: Bezoek, beeld: Beeld) -> tuple[Overnemer, ...]:
    """Who can take it on. A placeholder is nobody as soon as mail really leaves."""
    instrument = beeld.aanvraag.soort.instrument
    if instrument is None:
        return ()
    kantoor = bezoek.bureau.kantoor
    echt = kantoor.instellingen.mail_aflevering == "smtp"
    return tuple(
        overnemer
        for overnemer in kantoor.overnemers.voor(beeld.regio, instrument)
        if not (echt and is_plaatshouder(overnemer.email))
    )


def _belangen(bezoek: Bezoek) -> Belangen | None:
    """The two answers; None while one of them is missing."""
    antwoorden = [bezoek.veld(vraag) for vraag in ("kent", "collega")]
    if not set(antwoorden) <= {"ja", "nee"}:
        return None
    kent, collega = (antwoord == "ja" for antwoord in antwoorden)
    return Belangen(kent_client=kent, collega_van_hulpverlener=collega)


class Keuze(NamedTuple):
    """Who is to take it on, as filled in so far, and what is still missing."""

    lijst: tuple[Overnemer, ...]
    aan: Overnemer | None
    belangen: Belangen | None
    fout: str | None


def _keuze(bezoek: Bezoek, beeld: Beeld) -> Keuze:
    lijst = overnemers(bezoek, beeld)
    aan = next((o for o in lijst if o.email == bezoek.veld("aan")), None)
    belangen = _belangen(bezoek)
    fout = None
    if aan is None:
        fout = "Kies eerst aan wie je dit geeft."
    elif belangen is None:
        fout = "Beantwoord de twee vragen. Vraag het na als je het niet weet."
    return Keuze(lijst, aan, belangen, fout)


def toon_ontvankelijk(bezoek: Bezoek) -> web.Response:
    """GET /aanvraag/{nummer}/ontvankelijk: to whom, and the conflict-of-interest questions."""
    beeld = _mag(bezoek, Handeling.ONTVANKELIJK)
    return bezoek.toon(
        "ontvankelijk.html",
        beeld=beeld,
        versie=beeld.versie,
        aan="",
        belangen=None,
        fout=None,
        lijst=overnemers(bezoek, beeld),
    )


def ontvankelijk(bezoek: Bezoek) -> web.Response:
    """POST /aanvraag/{nummer}/ontvankelijk: a preview of what leaves, then sending it."""
    beeld = beeld_van(bezoek)
    lijst, aan, belangen, fout = _keuze(bezoek, beeld)
    if fout is None and belangen is not None and not belangen.vrij:
        fout = "Deze persoon kan dit niet doen: hij of zij staat te dichtbij. Kies iemand anders."
    if fout is None and aan is not None and belangen is not None:
        if bezoek.veld("stap") != "verstuur":
            dossiers = bezoek.bureau.kantoor.dossiers
            return bezoek.toon(
                "ontvankelijk_voorbeeld.html",
                beeld=beeld,
                versie=_gezien(bezoek, beeld),
                aan=aan,
                gaat_mee=voor_overdracht(beeld.aanvraag),
                brief=dossiers.concept_ontvankelijk(bezoek.medewerker, beeld.nummer),
            )
        _, fout = _probeer(
            lambda: bezoek.bureau.kantoor.dossiers.verklaar_ontvankelijk(
                bezoek.medewerker, beeld.nummer, aan, belangen, bezoek.nu, versie=versie_van(bezoek)
            )
        )
        if fout is None:
            return bezoek.ga(f"/aanvraag/{beeld.nummer}", "verstuurd")
    return _opnieuw(
        bezoek,
        "ontvankelijk.html",
        beeld,
        fout or "",
        aan=bezoek.veld("aan"),
        belangen=belangen,
        lijst=lijst,
    )


# ── niet ontvankelijk ────────────────────────────────────────────────────────────────────────────────


def _redenen(bezoek: Bezoek) -> tuple[str, ...]:
    return tuple(code for code in bezoek.aangevinkt("reden") if code in WEL)


def toon_niet_ontvankelijk(bezoek: Bezoek) -> web.Response:
    """GET /aanvraag/{nummer}/niet-ontvankelijk: the reasons to choose from."""
    beeld = _mag(bezoek, Handeling.NIET_ONTVANKELIJK)
    return bezoek.toon("redenen.html", beeld=beeld, versie=beeld.versie)


def niet_ontvankelijk(bezoek: Bezoek) -> web.Response:
    """POST /aanvraag/{nummer}/niet-ontvankelijk: reasons → a letter to change → a preview → sending it."""
    beeld = beeld_van(bezoek)
    dossiers = bezoek.bureau.kantoor.dossiers
    redenen = _redenen(bezoek)
    stap = bezoek.veld("stap")
    if stap == "brief":
        try:
            brief = dossiers.concept(bezoek.medewerker, beeld.nummer, redenen)
        except NietGevonden:
            raise Weg404 from None
        return _brief(bezoek, beeld, brief, redenen, None)
    brief = bezoek.veld("brief")
    fout = None
    if stap == "verstuur":
        uit, fout = _probeer(
            lambda: dossiers.verklaar_niet_ontvankelijk(
                bezoek.medewerker, beeld.nummer, brief, redenen, bezoek.nu, versie=versie_van(bezoek)
            )
        )
        if fout is None:
            return _verder(bezoek, beeld, uit)
    elif stap == "voorbeeld" and brief:
        return bezoek.toon(
            "brief_voorbeeld.html",
            beeld=beeld,
            versie=_gezien(bezoek, beeld),
            brief=brief,
            redenen=redenen,
            beoordeling=_taal(beeld, brief),
        )
    return _brief(bezoek, beeld, brief, redenen, fout)


def _brief(
    bezoek: Bezoek, beeld: Beeld, brief: str, redenen: tuple[str, ...], fout: str | None
) -> web.Response:
    return bezoek.toon(
        "brief.html",
        409 if fout else 200,
        beeld=beeld,
        versie=beeld.versie if fout else _gezien(bezoek, beeld),
        brief=brief,
        redenen=redenen,
        beoordeling=_taal(beeld, brief),
        fout=fout,
    )


# ── meer nodig ───────────────────────────────────────────────────────────────────────────────────────


def toon_meer_vragen(bezoek: Bezoek) -> web.Response:
    """GET /aanvraag/{nummer}/meer-vragen."""
    beeld = _mag(bezoek, Handeling.MEER_VRAGEN)
    return bezoek.toon(
        "vraag.html",
        beeld=beeld,
        versie=beeld.versie,
        vraag="",
        beoordeling=None,
        voorbeeld=False,
        fout=None,
    )


def meer_vragen(bezoek: Bezoek) -> web.Response:
    """POST /aanvraag/{nummer}/meer-vragen: a preview, then asking it."""
    beeld = beeld_van(bezoek)
    vraag = bezoek.veld("vraag")
    fout = None if vraag else "Schrijf eerst je vraag."
    if vraag and bezoek.veld("stap") == "verstuur":
        uit, fout = _probeer(
            lambda: bezoek.bureau.kantoor.dossiers.vraag_meer(
                bezoek.medewerker, beeld.nummer, vraag, bezoek.nu, versie=versie_van(bezoek)
            )
        )
        if fout is None:
            return _verder(bezoek, beeld, uit)
    return bezoek.toon(
        "vraag.html",
        409 if fout else 200,
        beeld=beeld,
        versie=beeld.versie if fout else _gezien(bezoek, beeld),
        vraag=vraag,
        beoordeling=_taal(beeld, vraag) if vraag else None,
        voorbeeld=fout is None and bezoek.veld("stap") == "voorbeeld",
        fout=fout,
    )


# ── another loket, and open again ────────────────────────────────────────────────────────────────────


def toon_omleiden(bezoek: Bezoek) -> web.Response:
    """GET /aanvraag/{nummer}/omleiden."""
    beeld = _mag(bezoek, Handeling.OMLEIDEN)
    return bezoek.toon(
        "omleiden.html",
        beeld=beeld,
        versie=beeld.versie,
        reden="",
        naar="",
        fout=None,
        regios=list(Regio),
    )


def omleiden(bezoek: Bezoek) -> web.Response:
    """POST /aanvraag/{nummer}/omleiden: with the reason; both lokets get a mail."""
    beeld = beeld_van(bezoek)
    naar, reden = bezoek.veld("naar"), bezoek.veld("reden")
    if naar not in set(Regio):
        fout: str | None = "Kies eerst een loket."
    else:
        _, fout = _probeer(
            lambda: bezoek.bureau.kantoor.dossiers.leid_om(
                bezoek.medewerker, beeld.nummer, Regio(naar), reden, bezoek.nu, versie=versie_van(bezoek)
            )
        )
    if fout is None:
        blijft = bezoek.medewerker.ziet(Regio(naar))
        return bezoek.ga(f"/aanvraag/{beeld.nummer}" if blijft else "", "omgeleid")
    return _opnieuw(bezoek, "omleiden.html", beeld, fout, reden=reden, naar=naar, regios=list(Regio))


def toon_heropenen(bezoek: Bezoek) -> web.Response:
    """GET /aanvraag/{nummer}/heropenen."""
    beeld = _mag(bezoek, Handeling.HEROPENEN)
    return bezoek.toon("heropenen.html", beeld=beeld, versie=beeld.versie, reden="", fout=None)


def heropenen(bezoek: Bezoek) -> web.Response:
    """POST /aanvraag/{nummer}/heropenen."""
    beeld = beeld_van(bezoek)
    reden = bezoek.veld("reden")
    _, fout = _probeer(
        lambda: bezoek.bureau.kantoor.dossiers.heropen(
            bezoek.medewerker, beeld.nummer, reden, bezoek.nu, versie=versie_van(bezoek)
        )
    )
    if fout is None:
        return bezoek.ga(f"/aanvraag/{beeld.nummer}", "heropend")
    return _opnieuw(bezoek, "heropenen.html", beeld, fout, reden=reden)


def toon_andere(bezoek: Bezoek) -> web.Response:
    """GET /aanvraag/{nummer}/andere: another voorzitter or bemiddelaar, when the dossier came back."""
    beeld = _mag(bezoek, Handeling.OPNIEUW_STUREN)
    return bezoek.toon(
        "andere.html",
        beeld=beeld,
        versie=beeld.versie,
        aan="",
        belangen=None,
        fout=None,
        lijst=overnemers(bezoek, beeld),
    )


def andere(bezoek: Bezoek) -> web.Response:
    """POST /aanvraag/{nummer}/andere."""
    beeld = beeld_van(bezoek)
    lijst, aan, belangen, fout = _keuze(bezoek, beeld)
    if aan is not None and belangen is not None:
        _, fout = _probeer(
            lambda: bezoek.bureau.kantoor.dossiers.stuur_opnieuw(
                bezoek.medewerker,
                beeld.nummer,
                bezoek.nu,
                aan=aan,
                belangen=belangen,
                versie=versie_van(bezoek),
            )
        )
    if fout is None:
        return bezoek.ga(f"/aanvraag/{beeld.nummer}", "opnieuw")
    return _opnieuw(
        bezoek, "andere.html", beeld, fout, aan=bezoek.veld("aan"), belangen=belangen, lijst=lijst
    )


_PAD = "/aanvraag/{nummer}"
WEGEN: tuple[Weg, ...] = (
    lees(f"{_PAD}/ontvankelijk", Wie.LEEST, toon_ontvankelijk),
    doe(f"{_PAD}/ontvankelijk", Wie.LEEST, ontvankelijk),
    lees(f"{_PAD}/niet-ontvankelijk", Wie.LEEST, toon_niet_ontvankelijk),
    doe(f"{_PAD}/niet-ontvankelijk", Wie.LEEST, niet_ontvankelijk),
    lees(f"{_PAD}/meer-vragen", Wie.LEEST, toon_meer_vragen),
    doe(f"{_PAD}/meer-vragen", Wie.LEEST, meer_vragen),
    lees(f"{_PAD}/omleiden", Wie.LEEST, toon_omleiden),
    doe(f"{_PAD}/omleiden", Wie.LEEST, omleiden),
    lees(f"{_PAD}/andere", Wie.LEEST, toon_andere),
    doe(f"{_PAD}/andere", Wie.LEEST, andere),
    lees(f"{_PAD}/heropenen", Wie.LEIDING, toon_heropenen),
    doe(f"{_PAD}/heropenen", Wie.LEIDING, heropenen),
)
