"""What every answer of the public service has in common: safe headers, and failures said in plain Dutch."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Collection
from html import escape
from ipaddress import ip_address, ip_network
from typing import Any

from aiohttp import web

from bot.logboek import beschrijf_fout
from loket.store.database import RegisterFout

logger = logging.getLogger(__name__)

Behandelaar = Callable[[web.Request], Awaitable[web.StreamResponse]]

CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-src 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

_KOPPEN = web.RequestKey("koppen", dict[str, str])  # what a request wants among the headers of its answer

_ALTIJD = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(self), geolocation=()",
    "Content-Security-Policy": CSP,
}

_ZINNEN = {
    400: "Deze aanvraag kunnen we niet lezen. Laad de pagina opnieuw en probeer het nog eens.",
    401: "Dit gesprek bestaat niet meer. Begin een nieuw gesprek.",
    403: "Dit mag hier niet. Ga terug naar het begin van de site.",
    404: "Deze pagina bestaat niet. Kijk het adres na, of ga terug naar het begin.",
    405: "Dit kan hier niet. Ga terug naar het begin van de site.",
    408: "Dit duurde te lang. Probeer het opnieuw.",
    413: "Je bericht is te lang. Maak het korter, of stuur het in stukken.",
    415: "Deze aanvraag kunnen we niet lezen. Laad de pagina opnieuw en probeer het nog eens.",
    429: "Je stuurt heel veel berichten na elkaar. Wacht even en probeer het dan opnieuw.",
    500: "Er ging iets mis bij ons. Probeer het zo meteen opnieuw, of bel ons.",
    503: "De chat werkt nu even niet. Probeer het zo meteen opnieuw, of bel ons.",
}


class Fout(Exception):
    """A failure that a person reads: the HTTP status, one sentence, and numbers to call."""

    def __init__(
        self, status: int, zin: str | None = None, lijnen: list[dict[str, str]] | None = None
    ) -> None:
        super().__init__(status)
        self.status = status
        self.zin = zin or _ZINNEN.get(status) or _ZINNEN[500 if status >= 500 else 400]
        self.lijnen = lijnen or []


def _antwoord(request: web.Request, fout: Fout) -> web.Response:
    if request.method in {"GET", "HEAD"} and "text/html" in request.headers.get("Accept", ""):
        lijnen = "".join(
            f'<li>{escape(lijn["naam"])}: <a href="tel:{escape(lijn["nummer"]).replace(" ", "")}">'
            f"{escape(lijn['nummer'])}</a></li>"
            for lijn in fout.lijnen
        )
        return web.Response(
            status=fout.status,
            content_type="text/html",
            text=(
                '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Dat lukt niet</title>'
                '<meta name="viewport" content="width=device-width, initial-scale=1"></head>'
                f"<body><main><h1>Dat lukt niet</h1><p>{escape(fout.zin)}</p>"
                f'{f"<ul>{lijnen}</ul>" if lijnen else ""}<p><a href="/">Naar het begin</a></p>'
                "</main></body></html>"
            ),
        )
    inhoud: dict[str, Any] = {"fout": fout.zin, "lijnen": fout.lijnen}
    antwoord = web.json_response(inhoud, status=fout.status)
    if fout.status in {429, 503, 504}:
        antwoord.headers["Retry-After"] = "5"
    return antwoord


def fouten(hulp: Callable[[], list[dict[str, str]]]) -> Callable[..., Awaitable[web.StreamResponse]]:
    """Middleware: every failure becomes a clear sentence; with `hulp`, numbers to call, where it is ours."""

    @web.middleware
    async def _fouten(request: web.Request, handler: Behandelaar) -> web.StreamResponse:
        try:
            return await handler(request)
        except Fout as fout:
            return _antwoord(request, fout)
        except web.HTTPException as fout:
            if fout.status < 400:
                raise
            antwoord = _antwoord(request, Fout(fout.status, lijnen=hulp() if fout.status >= 500 else None))
            if "Allow" in fout.headers:
                antwoord.headers["Allow"] = fout.headers["Allow"]
            return antwoord
        except RegisterFout as fout:
            logger.error("%s %s: %s (%s)", request.method, _route(request), type(fout).__name__, fout)
            return _antwoord(request, Fout(503, lijnen=hulp()))
        except Exception as fout:
            logger.error("%s %s gaf een fout: %s", request.method, _route(request), beschrijf_fout(fout))
            return _antwoord(request, Fout(500, lijnen=hulp()))

    return _fouten


def _route(request: web.Request) -> str:
    """The route's pattern: never the address itself, that holds what someone typed."""
    bron = request.match_info.route.resource
    return bron.canonical if bron is not None else "onbekend adres"


async def zet_koppen(request: web.Request, antwoord: web.StreamResponse) -> None:
    """Signal handler: the safe headers on every answer (a handler may have set its own value)."""
    for naam, waarde in _ALTIJD.items():
        antwoord.headers.setdefault(naam, waarde)
    antwoord.headers["Server"] = "dienst"  # not which versions run here
    antwoord.headers.setdefault("Cache-Control", "no-store")
    antwoord.headers.update(request.get(_KOPPEN, {}))


def herkomst(toegestaan: Collection[str]) -> Callable[..., Awaitable[web.StreamResponse]]:
    """Middleware for the chat addresses: host sites may call them from a browser (CORS).

    `toegestaan` holds origins, or "*" for all. There are no cookies: whoever has no token gets nothing.
    """

    @web.middleware
    async def _herkomst(request: web.Request, handler: Behandelaar) -> web.StreamResponse:
        if not request.path.startswith("/chat"):
            return await handler(request)
        oorsprong = request.headers.get("Origin", "")
        koppen = {"Vary": "Origin"}
        if oorsprong and ("*" in toegestaan or oorsprong in toegestaan):
            koppen["Access-Control-Allow-Origin"] = "*" if "*" in toegestaan else oorsprong
            koppen["Access-Control-Expose-Headers"] = "Retry-After, Volgnummer"
        if request.method == "OPTIONS":
            koppen |= {
                "Access-Control-Allow-Methods": "GET, POST, DELETE",
                "Access-Control-Allow-Headers": "Authorization, Content-Type",
                "Access-Control-Max-Age": "600",
            }
            return web.Response(status=204, headers=koppen)
        request[_KOPPEN] = koppen  # a stream sends its headers before its handler ends
        return await handler(request)

    return _herkomst


def adres_van(request: web.Request, proxies: Collection[str]) -> str:
    """The address that a request came from.

    Behind a reverse proxy that is named in `proxies` (addresses or networks) it is the last address of
    `X-Forwarded-For` that is no such proxy; from anyone else that header is not believed. An IPv6 address
    counts by its /64, because one house has all of it.
    """
    netten = [ip_network(net) for net in proxies]
    adres = request.remote or ""
    # Some proxies add a line of their own below the one that a stranger sent: all lines count, in order.
    regels = ",".join(request.headers.getall("X-Forwarded-For", []))
    keten = [deel.strip() for deel in regels.split(",") if deel.strip()]
    try:
        while keten and any(ip_address(adres) in net for net in netten):
            ip_address(keten[-1])
            adres = keten.pop()
        wie = ip_address(adres)
    except ValueError:
        return adres
    if wie.version == 4:
        return adres
    return str(wie.ipv4_mapped or ip_network((wie, 64), strict=False))
