"""`/postvak`: the mails that would have gone out. Only there while no mail leaves the machine."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import jinja2
from aiohttp import web

from bot.pagina import WIDGET
from bot.web import Fout
from loket.mail.postvak import Bericht, OnbekendBericht, Postvak

# The mail's own HTML is shown in a frame that can do nothing: no script, no forms, no address of ours.
_KOOI = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"


class PostvakPagina:
    """The pages; `routes()` gives what the public app serves."""

    def __init__(self, pad: Path, sjablonen: Path = WIDGET / "postvak") -> None:
        """`pad` is the mailbox's folder, `sjablonen` holds `lijst.html` and `bericht.html`."""
        self._postvak = Postvak(pad)
        self._sjablonen = jinja2.Environment(
            loader=jinja2.FileSystemLoader(sjablonen),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def routes(self) -> list[web.RouteDef]:
        """The list, one mail, its HTML and its attachments."""
        return [
            web.get("/postvak", self.lijst),
            web.get("/postvak/{sleutel}", self.bericht),
            web.get("/postvak/{sleutel}/html", self.html),
            web.get("/postvak/{sleutel}/bijlage/{nummer:[0-9]{1,3}}", self.bijlage),
        ]

    async def lijst(self, _: web.Request) -> web.Response:
        """GET /postvak; `lijst.html` gets `berichten: list[BerichtKop]`, newest first."""
        koppen = await asyncio.to_thread(self._postvak.berichten)
        return self._toon("lijst.html", berichten=koppen)

    async def bericht(self, request: web.Request) -> web.Response:
        """GET /postvak/{sleutel}; `bericht.html` gets `bericht: Bericht`."""
        return self._toon("bericht.html", bericht=await self._haal(request))

    async def html(self, request: web.Request) -> web.Response:
        """GET /postvak/{sleutel}/html: the mail's HTML as it was sent, caged."""
        bericht = await self._haal(request)
        return web.Response(
            text=bericht.html, content_type="text/html", headers={"Content-Security-Policy": _KOOI}
        )

    async def bijlage(self, request: web.Request) -> web.Response:
        """GET /postvak/{sleutel}/bijlage/{nummer}, counted from 0: to keep, never shown in our own pages."""
        bijlagen = (await self._haal(request)).bijlagen
        nummer = int(request.match_info["nummer"])
        if nummer >= len(bijlagen):
            raise Fout(404)
        bijlage = bijlagen[nummer]
        antwoord = web.Response(body=bijlage.inhoud, content_type=bijlage.soort)
        antwoord.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
        antwoord.headers["Content-Disposition"] = _als_bestand(bijlage.naam)
        return antwoord

    async def _haal(self, request: web.Request) -> Bericht:
        try:
            return await asyncio.to_thread(self._postvak.bericht, request.match_info["sleutel"])
        except OnbekendBericht:
            raise Fout(404) from None

    def _toon(self, sjabloon: str, **gegevens: Any) -> web.Response:
        tekst = self._sjablonen.get_template(sjabloon).render(**gegevens)
        return web.Response(text=tekst, content_type="text/html")


def _als_bestand(naam: str) -> str:
    veilig = "".join(
        teken if teken.isascii() and (teken.isalnum() or teken in "-_.") else "_" for teken in naam
    )
    return f'attachment; filename="{veilig}"'
