"""The addresses that the platform calls: the webhook, and the request to delete someone's data."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Callable
from html import escape
from typing import Protocol

from aiohttp import web

from bot.channels.messenger.gebeurtenissen import lees
from bot.channels.messenger.handtekening import KOP, OngeldigVerzoek, is_echt, is_gelijk, lees_verzoek
from bot.channels.messenger.inbox import Inbox
from bot.channels.messenger.wissen import Wisser
from bot.web import Fout

logger = logging.getLogger(__name__)

LANGSTE_LIJF = 2 * 1024 * 1024
"""Bytes in one webhook: a batch holds up to a thousand events."""
_LANGSTE_VERZOEK = 16 * 1024
_WACHT = 20.0
ADRES = "/messenger"


class Wekker(Protocol):
    """Who must know that there is something new."""

    def wek(self, merken: set[str]) -> None:
        """There is something new of these persons."""


class MessengerKanaal:
    """The HTTP side; `routes()` gives what the public app serves."""

    def __init__(  # noqa: PLR0913
        self,
        inbox: Inbox,
        wekker: Wekker,
        wisser: Wisser,
        *,
        pagina: str,
        app: str | None,
        geheim: str,
        controlewoord: str,
        adres: str,
        klok: Callable[[], float] = time.time,
    ) -> None:
        """`geheim` is the app's secret, `controlewoord` the word that the webhook was set up with.

        `adres` is the service's own, without a slash at the end.
        """
        self._inbox = inbox
        self._wekker = wekker
        self._wisser = wisser
        self._pagina = pagina
        self._app = app
        self._geheim = geheim
        self._controlewoord = controlewoord
        self._adres = adres
        self._klok = klok

    def routes(self) -> list[web.RouteDef]:
        """The addresses."""
        return [
            web.get(ADRES, self.controle, allow_head=False),
            web.post(ADRES, self.ontvang),
            web.post(f"{ADRES}/wissen", self.wis),
            web.get(f"{ADRES}/gewist/{{code:[0-9a-f]{{24}}}}", self.gewist),
        ]

    async def controle(self, request: web.Request) -> web.Response:
        """GET /messenger: the platform asks whether this webhook is ours."""
        vraag = request.query
        woord = vraag.get("hub.verify_token", "")
        if vraag.get("hub.mode") != "subscribe" or not is_gelijk(woord, self._controlewoord):
            raise Fout(403)
        return web.Response(text=vraag.get("hub.challenge", "")[:200], content_type="text/plain")

    async def ontvang(self, request: web.Request) -> web.Response:
        """POST /messenger: what happened on the page. 200 only once it is safely kept."""
        lijf = await _lees(request, LANGSTE_LIJF)
        if not is_echt(lijf, request.headers.get(KOP, ""), self._geheim):
            raise Fout(403)
        try:
            melding = json.loads(lijf)
        except (ValueError, RecursionError) as fout:
            raise Fout(400) from fout
        gebeurtenissen = list(lees(melding, self._pagina, self._app))
        if gebeurtenissen:
            merken = await asyncio.to_thread(self._inbox.neem_op, gebeurtenissen, self._klok())
            self._wekker.wek(merken)
        return web.Response(text="ok")

    async def wis(self, request: web.Request) -> web.Response:
        """POST /messenger/wissen: someone told the platform that our app must forget them."""
        if request.content_type != "application/x-www-form-urlencoded":
            raise Fout(415)
        if (request.content_length or 0) > _LANGSTE_VERZOEK:
            raise Fout(413)
        try:
            verzoek = lees_verzoek(str((await request.post()).get("signed_request", "")), self._geheim)
        except OngeldigVerzoek as fout:
            raise Fout(403) from fout
        code = await self._wisser.op_verzoek(str(verzoek.get("user_id", "")))
        return web.json_response({"url": f"{self._adres}{ADRES}/gewist/{code}", "confirmation_code": code})

    async def gewist(self, request: web.Request) -> web.Response:
        """GET /messenger/gewist/{code}: what became of such a request."""
        gewist = await asyncio.to_thread(self._inbox.wisverzoek, request.match_info["code"])
        if gewist is None:
            raise Fout(404)
        zinnen = (_GEWIST if gewist else _NIETS) + _REST
        alineas = "".join(f"<p>{escape(zin)}</p>" for zin in zinnen)
        return web.Response(text=_PAGINA.replace("{alineas}", alineas), content_type="text/html")


_GEWIST = ("Je vroeg om je gegevens te wissen. Dat is gebeurd. Wij kunnen je gesprek niet meer lezen.",)
_NIETS = (
    "Je vroeg om je gegevens te wissen. Wij vonden geen gesprek van jou.",
    "Zit er toch nog een gesprek in Messenger? Typ daar: wis mijn gesprek. Dan wissen wij het meteen.",
)
_REST = (
    "Heb je een aanvraag verstuurd? Die blijft bij het loket. Bel het loket als je die ook wil laten wissen.",
    "Wat in Messenger zelf staat, kan alleen jij wissen, in de app van Messenger.",
)
_PAGINA = (
    '<!doctype html><html lang="nl-BE"><head><meta charset="utf-8"><title>Gegevens wissen</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<link rel="stylesheet" href="/widget/pagina.css"></head>'
    '<body><main id="inhoud"><section class="intro"><h1>Je gegevens wissen</h1>{alineas}</section></main>'
    "</body></html>"
)


async def _lees(request: web.Request, hoogstens: int) -> bytes:
    """The body exactly as it was sent. Raises Fout when it is too long or too slow."""
    lijf = bytearray()
    try:
        async with asyncio.timeout(_WACHT):
            async for deel in request.content.iter_any():
                lijf += deel
                if len(lijf) > hoogstens:
                    raise Fout(413)
    except TimeoutError as fout:
        raise Fout(408) from fout
    return bytes(lijf)
