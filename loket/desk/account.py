"""The own account: password, recovery codes, signing out everywhere."""

from __future__ import annotations

from aiohttp import web

from loket.desk.bezoek import Bezoek
from loket.desk.weergave import uur
from loket.desk.wegen import Weg, Wie, doe, lees
from loket.toegang.aanmelden import Geweigerd
from loket.toegang.wachtwoord import KORTST, ZwakWachtwoord


def toon(bezoek: Bezoek) -> web.Response:
    """GET /account."""
    return _toon(bezoek, {}, 200)


def _toon(bezoek: Bezoek, fouten: dict[str, str], status: int) -> web.Response:
    wie = bezoek.medewerker
    return bezoek.toon(
        "account.html",
        status,
        fouten=fouten,
        codes=bezoek.bureau.toegang.aantal_herstelcodes(wie),
        sessies=bezoek.bureau.toegang.aantal_sessies(wie, bezoek.nu),
        kortst=KORTST,
    )


def _weiger(bezoek: Bezoek, waar: str, fout: Geweigerd) -> web.Response:
    zin = "Je wachtwoord van nu klopt niet."
    if fout.wacht_tot:
        zin = f"Er waren te veel pogingen. Probeer het opnieuw vanaf {uur(fout.wacht_tot)}."
    return _toon(bezoek, {waar: zin}, 429 if fout.wacht_tot else 400)


def wachtwoord(bezoek: Bezoek) -> web.Response:
    """POST /account/wachtwoord."""
    nieuw = bezoek.velden.get("nieuw", "")
    if nieuw != bezoek.velden.get("herhaald", ""):
        return _toon(bezoek, {"wachtwoord": "De twee nieuwe wachtwoorden zijn niet gelijk."}, 400)
    try:
        token = bezoek.bureau.toegang.wijzig_wachtwoord(
            bezoek.token or "", bezoek.velden.get("oud", ""), nieuw, bezoek.adres, bezoek.nu
        )
    except ZwakWachtwoord as zwak:
        return _toon(bezoek, {"wachtwoord": str(zwak)}, 400)
    except Geweigerd as fout:
        return _weiger(bezoek, "wachtwoord", fout)
    bezoek.wordt(token)
    return bezoek.ga("/account", "wachtwoord")


def herstelcodes(bezoek: Bezoek) -> web.Response:
    """POST /account/herstelcodes: new ones, shown this once."""
    try:
        herstel = bezoek.bureau.toegang.nieuwe_herstelcodes(
            bezoek.token or "", bezoek.velden.get("wachtwoord", ""), bezoek.adres, bezoek.nu
        )
    except Geweigerd as fout:
        return _weiger(bezoek, "herstelcodes", fout)
    return bezoek.toon("herstelcodes.html", herstel=herstel, eerste_keer=False)


def overal_afmelden(bezoek: Bezoek) -> web.Response:
    """POST /account/afmelden: in every browser, this one too."""
    bezoek.bureau.toegang.overal_afmelden(bezoek.medewerker, bezoek.nu)
    bezoek.wordt("")
    return bezoek.ga("/aanmelden", "overal_afgemeld")


def blijf(bezoek: Bezoek) -> web.Response:
    """POST /account/blijf: someone is still there; seeing the session notes it."""
    assert bezoek.sessie is not None  # noqa: S101 - the gate saw to it
    return web.Response(status=204)


WEGEN: tuple[Weg, ...] = (
    lees("/account", Wie.BINNEN, toon),
    doe("/account/wachtwoord", Wie.BINNEN, wachtwoord),
    doe("/account/herstelcodes", Wie.BINNEN, herstelcodes),
    doe("/account/afmelden", Wie.BINNEN, overal_afmelden),
    doe("/account/blijf", Wie.BINNEN, blijf),
)
