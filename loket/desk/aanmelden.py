"""Signing in and out, and the set-up of a new account."""

from __future__ import annotations

from urllib.parse import quote

from aiohttp import web
from markupsafe import Markup

from loket.desk.bezoek import BASIS, Bezoek, eigen_pad, zonder_basis
from loket.desk.weergave import uur
from loket.desk.wegen import Weg, Wie, doe, lees
from loket.toegang import codes
from loket.toegang.aanmelden import Geweigerd, Stap
from loket.toegang.wachtwoord import KORTST, ZwakWachtwoord


def _zin(fout: Geweigerd, anders: str) -> str:
    if fout.wacht_tot is None:
        return anders
    return f"Er waren te veel pogingen. Probeer het opnieuw vanaf {uur(fout.wacht_tot)}."


def _naar(bezoek: Bezoek) -> str:
    return eigen_pad(bezoek.velden.get("naar") or bezoek.zoek.get("naar", ""))


def toon_aanmelden(bezoek: Bezoek) -> web.Response:
    """GET /aanmelden."""
    if bezoek.sessie is not None and bezoek.sessie.stap is Stap.BINNEN:
        return bezoek.ga(zonder_basis(_naar(bezoek)))
    return bezoek.toon("aanmelden.html", naar=_naar(bezoek), fout=None, naam="")


def aanmelden(bezoek: Bezoek) -> web.Response:
    """POST /aanmelden: name and password."""
    naar = _naar(bezoek)
    naam = bezoek.veld("naam")
    try:
        token, stap = bezoek.bureau.toegang.aanmelden(
            naam, bezoek.velden.get("wachtwoord", ""), bezoek.adres, bezoek.nu
        )
    except Geweigerd as fout:
        zin = _zin(fout, "Dat klopt niet. Kijk je gebruikersnaam en je wachtwoord na.")
        return bezoek.toon("aanmelden.html", 429 if fout.wacht_tot else 401, naar=naar, fout=zin, naam=naam)
    bezoek.wordt(token)
    if stap is Stap.OPZETTEN:
        return bezoek.ga("/opzetten")
    return bezoek.ga("/aanmelden/code" + (f"?naar={quote(naar, safe='')}" if naar != BASIS else ""))


def toon_code(bezoek: Bezoek) -> web.Response:
    """GET /aanmelden/code."""
    return bezoek.toon("code.html", naar=_naar(bezoek), fout=None)


def geef_code(bezoek: Bezoek) -> web.Response:
    """POST /aanmelden/code: the code of the app, or a recovery code."""
    naar = _naar(bezoek)
    try:
        token = bezoek.bureau.toegang.geef_code(
            bezoek.token or "", bezoek.veld("code"), bezoek.adres, bezoek.nu
        )
    except Geweigerd as fout:
        zin = _zin(fout, "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code.")
        return bezoek.toon("code.html", 429 if fout.wacht_tot else 401, naar=naar, fout=zin)
    bezoek.wordt(token)
    return bezoek.ga(zonder_basis(naar))


def toon_opzetten(bezoek: Bezoek) -> web.Response:
    """GET /opzetten: choose a password, scan the QR code, give a first code."""
    return _opzetten(bezoek, None, 200)


def _opzetten(bezoek: Bezoek, fout: str | None, status: int) -> web.Response:
    assert bezoek.sessie is not None  # noqa: S101 - the gate saw to it
    geheim = bezoek.bureau.toegang.geheim_om_op_te_zetten(bezoek.token or "", bezoek.nu)
    adres = codes.adres_voor_app(geheim, bezoek.sessie.gebruikersnaam)
    return bezoek.toon(
        "opzetten.html",
        status,
        fout=fout,
        qr=Markup(codes.qr_svg(adres)),  # noqa: S704 - made by us: paths and numbers only
        geheim=" ".join(geheim[i : i + 4] for i in range(0, len(geheim), 4)),
        gebruikersnaam=bezoek.sessie.gebruikersnaam,
        kortst=KORTST,
    )


def opzetten(bezoek: Bezoek) -> web.Response:
    """POST /opzetten. Shows the recovery codes, this once."""
    nieuw = bezoek.velden.get("wachtwoord", "")
    if nieuw != bezoek.velden.get("herhaald", ""):
        return _opzetten(bezoek, "De twee wachtwoorden zijn niet gelijk.", 400)
    try:
        token, herstel = bezoek.bureau.toegang.zet_op(
            bezoek.token or "", nieuw, bezoek.veld("code"), bezoek.nu
        )
    except ZwakWachtwoord as zwak:
        return _opzetten(bezoek, str(zwak), 400)
    except Geweigerd:
        return _opzetten(bezoek, "Deze code klopt niet. Kijk in de app en typ de nieuwe code.", 400)
    bezoek.wordt(token)
    bezoek.sessie = bezoek.bureau.toegang.sessie(token, bezoek.nu)
    return bezoek.toon("herstelcodes.html", herstel=herstel, eerste_keer=True)


def afmelden(bezoek: Bezoek) -> web.Response:
    """POST /afmelden."""
    bezoek.bureau.toegang.afmelden(bezoek.token or "")
    bezoek.wordt("")
    return bezoek.ga("/aanmelden", "afgemeld")


WEGEN: tuple[Weg, ...] = (
    lees("/aanmelden", Wie.IEDEREEN, toon_aanmelden),
    doe("/aanmelden", Wie.IEDEREEN, aanmelden),
    lees("/aanmelden/code", Wie.CODE, toon_code),
    doe("/aanmelden/code", Wie.CODE, geef_code),
    lees("/opzetten", Wie.OPZETTEN, toon_opzetten),
    doe("/opzetten", Wie.OPZETTEN, opzetten),
    doe("/afmelden", Wie.IEDEREEN, afmelden),
)
