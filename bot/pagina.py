"""The files that a browser loads: the widget's, and the page that shows it."""

from __future__ import annotations

from pathlib import Path

from aiohttp import web

from loket.settings import PROJECT

WIDGET = PROJECT / "web_widget"


def routes(map_: Path = WIDGET) -> list[web.AbstractRouteDef]:
    """`/` is a page like a host's, with the widget in it; `/widget/…` are the widget's files."""

    async def begin(_: web.Request) -> web.FileResponse:
        return web.FileResponse(map_ / "demo.html")

    return [web.get("/", begin), web.static("/widget", map_)]
