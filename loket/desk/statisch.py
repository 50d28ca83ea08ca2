"""The desk's style sheet and its small script: addresses with a hash, so that browsers may keep them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from aiohttp import web

_SOORTEN = {".css": "text/css", ".js": "text/javascript"}


class Statisch:
    """The files of one folder, read once."""

    def __init__(self, map_: Path) -> None:
        self._inhoud: dict[str, bytes] = {}
        self._namen: dict[str, str] = {}
        for pad in sorted(map_.iterdir()):
            if pad.suffix not in _SOORTEN:
                continue
            inhoud = pad.read_bytes()
            naam = f"{pad.stem}.{hashlib.sha256(inhoud).hexdigest()[:16]}{pad.suffix}"
            self._inhoud[naam] = inhoud
            self._namen[pad.name] = naam

    def adres(self, naam: str) -> str:
        """The address of a file, below the desk's own."""
        return f"/statisch/{self._namen[naam]}"

    async def geef(self, request: web.Request) -> web.Response:
        """GET /statisch/{naam}."""
        naam = request.match_info["naam"]
        if naam not in self._inhoud:
            raise web.HTTPNotFound
        return web.Response(
            body=self._inhoud[naam],
            content_type=_SOORTEN[Path(naam).suffix],
            charset="utf-8",
            headers={"Cache-Control": "public, max-age=31536000, immutable"},
        )
