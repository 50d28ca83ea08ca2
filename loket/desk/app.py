"""The desk as an aiohttp application, to be mounted at /loket.

Every request goes through the same gates, in this order: how often, who, whether the form is ours. Only then
its page is made, in a thread of its own. What a person may not see is answered as what is not there.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
import traceback
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote, urlsplit

from aiohttp import web
from multidict import MultiDict, MultiMapping

from loket.desk import aanmelden, aanvraag, account, beheer, beslissen, cijfers, lijst, toezicht
from loket.desk.bezoek import BASIS, Afgewezen, Bezoek, Weg404, eigen_pad
from loket.desk.bureau import Bureau
from loket.desk.statisch import Statisch
from loket.desk.weergave import Weergave
from loket.desk.wegen import Weg, Wie
from loket.store.database import RegisterBezet, RegisterFout
from loket.toegang.aanmelden import NietAangemeld, Stap

logger = logging.getLogger(__name__)

WEGEN: tuple[Weg, ...] = (
    *aanmelden.WEGEN,
    *lijst.WEGEN,
    *aanvraag.WEGEN,
    *beslissen.WEGEN,
    *toezicht.WEGEN,
    *cijfers.WEGEN,
    *beheer.WEGEN,
    *account.WEGEN,
)
"""Every page of the desk. A test walks through all of them."""

CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_KOPPEN = {
    "Content-Security-Policy": CSP,
    # A form sent under "no-referrer" says nothing of where it came from, and that is what we look at.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
}

_ZINNEN = {
    400: ("Dat lukt niet", "Deze vraag kunnen we niet lezen. Ga terug en probeer het opnieuw."),
    403: ("Dat lukt niet", "Dit formulier is te oud of komt niet van ons. Laad de pagina opnieuw."),
    404: ("Niet gevonden", "Deze pagina bestaat niet, of ze is niet voor jou. Kijk het adres na."),
    405: ("Dat lukt niet", "Dit kan hier niet. Ga terug naar het begin."),
    413: ("Te lang", "Deze tekst is te lang. Ga terug en maak hem korter."),
    429: ("Even wachten", "Je vraagt heel veel na elkaar. Wacht een minuut en probeer het opnieuw."),
    500: ("Er ging iets mis", "Er ging iets mis bij ons. Probeer het zo meteen opnieuw."),
    503: ("Even geduld", "Het bureau is heel even niet bereikbaar. Probeer het zo meteen opnieuw."),
}

Behandelaar = Callable[[web.Request], Awaitable[web.StreamResponse]]


def maak_bureau(
    bureau: Bureau,
    *,
    adres_van: Callable[[web.Request], str],
    mag: Callable[[str], bool],
) -> web.Application:
    """The application. `adres_van` gives the address that a request came from, `mag` counts a visit of an
    address and says whether it is allowed."""
    statisch = Statisch(Path(__file__).parent / "bestanden")
    weergave = Weergave(bureau, statisch)
    balie = _Balie(bureau, weergave, adres_van, mag)
    app = web.Application(middlewares=[balie.fouten])
    app.on_response_prepare.append(_zet_koppen)
    for weg in WEGEN:
        app.router.add_route(weg.methode, weg.pad or "", balie.behandel(weg))
    app.router.add_get("/statisch/{naam}", statisch.geef)
    return app


async def _zet_koppen(_: web.Request, antwoord: web.StreamResponse) -> None:
    for naam, waarde in _KOPPEN.items():
        antwoord.headers[naam] = waarde
    antwoord.headers.setdefault("Cache-Control", "no-store")


class _Balie:
    def __init__(
        self,
        bureau: Bureau,
        weergave: Weergave,
        adres_van: Callable[[web.Request], str],
        mag: Callable[[str], bool],
    ) -> None:
        self._bureau = bureau
        self._weergave = weergave
        self._adres_van = adres_van
        self._mag = mag
        self._koek = "__Host-loket" if bureau.veilig else "loket"

    def behandel(self, weg: Weg) -> Behandelaar:
        """The handler of one page: its gates, then the page."""

        async def _behandel(request: web.Request) -> web.StreamResponse:
            adres = self._adres_van(request)
            if not self._mag(adres):
                raise web.HTTPTooManyRequests
            bezoek = Bezoek(
                bureau=self._bureau,
                weergave=self._weergave,
                methode=request.method,
                adres=adres,
                pad=request.match_info,
                zoek=request.query,
                token=request.cookies.get(self._koek),
                sessie=None,
                nu=self._bureau.klok(),
                volledig_pad=request.path_qs,
            )
            if weg.methode == "POST":
                _van_onze_pagina(request, self._bureau.kantoor.instellingen.adres)
                bezoek.velden = await _formulier(request)
            antwoord = await asyncio.to_thread(self._maak, weg, bezoek)
            if bezoek.nieuw_token is not None:
                self._zet_koek(antwoord, bezoek.nieuw_token)
            return antwoord

        return _behandel

    def _maak(self, weg: Weg, bezoek: Bezoek) -> web.Response:
        try:
            if bezoek.token:
                bezoek.sessie = self._bureau.toegang.sessie(bezoek.token, bezoek.nu)
            if not weg.wie.mag(bezoek.sessie):
                return _elders(weg, bezoek)
            if weg.methode == "POST":
                _controleer_csrf(bezoek)
            return weg.pagina(bezoek)
        except NietAangemeld:
            return bezoek.ga("/aanmelden", "verlopen")
        except Weg404:
            return self._fout(404, bezoek)
        except Afgewezen as fout:
            return self._fout(fout.status, bezoek, fout.zin)
        except RegisterFout as fout:
            _noteer_fout(fout)
            return self._fout(503, bezoek, velden=_te_bewaren(weg, bezoek))

    def _fout(
        self,
        status: int,
        bezoek: Bezoek | None = None,
        zin: str | None = None,
        velden: Sequence[tuple[str, str]] = (),
    ) -> web.Response:
        """A page that says what is wrong. `velden` is what was filled in and could not be kept: the page
        holds it, and sends it again on one press."""
        titel, gewoon = _ZINNEN.get(status) or _ZINNEN[500 if status >= 500 else 400]
        tekst = self._weergave.maak("fout.html", bezoek=bezoek, titel=titel, zin=zin or gewoon, velden=velden)
        antwoord = web.Response(text=tekst, status=status, content_type="text/html")
        if status in {429, 503}:
            antwoord.headers["Retry-After"] = "30"
        return antwoord

    @web.middleware
    async def fouten(self, request: web.Request, handler: Behandelaar) -> web.StreamResponse:
        """Every failure becomes a page with a sentence. A log line says where, never what was asked."""
        try:
            return await handler(request)
        except web.HTTPException as fout:
            if fout.status < 400:
                raise
            antwoord = self._fout(fout.status)
            if "Allow" in fout.headers:
                antwoord.headers["Allow"] = fout.headers["Allow"]
            return antwoord
        except RegisterFout as fout:
            _noteer_fout(fout)
            return self._fout(503)
        except Exception as fout:
            plek = traceback.extract_tb(fout.__traceback__)[-1]
            logger.error("bureau: %s in %s:%s", type(fout).__name__, Path(plek.filename).name, plek.lineno)
            return self._fout(500)

    def _zet_koek(self, antwoord: web.Response, token: str) -> None:
        # Strict: no other site can make this browser do anything here, not even open a page. The link in
        # a mail therefore leads to a page without secrets, that goes on by itself.
        antwoord.set_cookie(
            self._koek, token, path="/", httponly=True, samesite="Strict", secure=self._bureau.veilig
        )


def _elders(weg: Weg, bezoek: Bezoek) -> web.Response:
    """Where someone goes who may not see this page (yet)."""
    if bezoek.sessie is None:
        if weg.methode == "POST":
            return bezoek.ga("/aanmelden", "verlopen")
        naar = quote(eigen_pad(bezoek.volledig_pad), safe="")
        return bezoek.ga("/aanmelden" + (f"?naar={naar}" if naar != quote(BASIS, safe="") else ""))
    if bezoek.sessie.stap is Stap.CODE:
        return bezoek.ga("/aanmelden/code")
    if bezoek.sessie.stap is Stap.OPZETTEN:
        return bezoek.ga("/opzetten")
    if weg.wie in {Wie.CODE, Wie.OPZETTEN}:
        return bezoek.ga("")
    raise Weg404


def _van_onze_pagina(request: web.Request, adres: str) -> None:
    """Refuse a form that another site's page sent, by what the browser itself says. Raises HTTPForbidden."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        raise web.HTTPForbidden
    herkomst = request.headers.get("Origin")
    if herkomst is not None and urlsplit(herkomst).netloc not in {request.host, urlsplit(adres).netloc}:
        raise web.HTTPForbidden


async def _formulier(request: web.Request) -> MultiMapping[str]:
    if request.content_type != "application/x-www-form-urlencoded":
        raise web.HTTPBadRequest
    try:
        velden: Mapping[str, object] = await request.post()
    except (UnicodeError, LookupError, ValueError):
        raise web.HTTPBadRequest from None
    return MultiDict((naam, waarde) for naam, waarde in velden.items() if isinstance(waarde, str))


def _noteer_fout(fout: RegisterFout) -> None:
    if not isinstance(fout, RegisterBezet):  # busy is no news
        logger.error("bureau: %s (%s)", type(fout).__name__, fout)


def _te_bewaren(weg: Weg, bezoek: Bezoek) -> tuple[tuple[str, str], ...]:
    """What a worker filled in on a form of ours, to be sent again. No password is ever given back."""
    if weg.methode != "POST" or weg.wie not in {Wie.LEEST, Wie.LEIDING}:
        return ()
    try:
        _controleer_csrf(bezoek)
    except Afgewezen:
        return ()
    return tuple(bezoek.velden.items())


def _controleer_csrf(bezoek: Bezoek) -> None:
    gekregen = bezoek.velden.get("csrf", "").encode()
    if bezoek.token is None or not hmac.compare_digest(gekregen, bezoek.csrf.encode()):
        raise Afgewezen(_ZINNEN[403][1], 403)
