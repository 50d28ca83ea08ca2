"""The files that a browser loads: the widget as one file, and the pages that show it."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

import brotli  # type: ignore[import-untyped]
from aiohttp import web

from loket.settings import PROJECT

WIDGET = PROJECT / "web_widget"
BUNDEL = WIDGET / "dist" / "widget.js"

_EEUWIG = "public, max-age=31536000, immutable"
_KORT = "public, max-age=300"
_HASH = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Bundel:
    """The widget's one file: as it is, and squeezed once for all who ask."""

    inhoud: bytes
    brotli: bytes
    gzip: bytes
    hash: str
    """16 hexadecimal digits of its SHA-256: its version."""
    integriteit: str
    """What a website writes in `integrity`."""

    @classmethod
    def van(cls, inhoud: bytes) -> Bundel:
        """Squeeze a file as small as it gets; the same file always gives the same bytes."""
        return cls(
            inhoud,
            brotli.compress(inhoud, mode=brotli.MODE_TEXT, quality=11),
            gzip.compress(inhoud, 9, mtime=0),
            hashlib.sha256(inhoud).hexdigest()[:16],
            "sha384-" + base64.b64encode(hashlib.sha384(inhoud).digest()).decode(),
        )

    def antwoord(self, request: web.Request, bewaren: str) -> web.Response:
        """The file in the best form that this browser takes; 304 when it has it already."""
        koppen = {
            # Any website may load it, also with `integrity`: it holds nothing of anyone.
            "Access-Control-Allow-Origin": "*",
            "Cross-Origin-Resource-Policy": "cross-origin",
            "Cache-Control": bewaren,
            "ETag": f'"{self.hash}"',
            "Vary": "Accept-Encoding",
        }
        if any(merk.value == self.hash for merk in request.if_none_match or ()):
            return web.Response(status=304, headers=koppen)
        vormen = _aanvaard(request.headers.get("Accept-Encoding", ""))
        lijf = self.inhoud
        for vorm, geperst in (("br", self.brotli), ("gzip", self.gzip)):
            if vorm in vormen:
                lijf, koppen["Content-Encoding"] = geperst, vorm
                break
        return web.Response(body=lijf, content_type="text/javascript", charset="utf-8", headers=koppen)


def _aanvaard(kop: str) -> set[str]:
    """The encodings that `Accept-Encoding` allows; one with q=0 is refused."""
    vormen = set()
    for deel in kop.lower().split(","):
        naam, _, gewicht = deel.partition(";")
        if not re.fullmatch(r"\s*q\s*=\s*0(\.0*)?\s*", gewicht):
            vormen.add(naam.strip())
    return vormen


@cache
def lees_bundel(pad: Path = BUNDEL) -> Bundel:
    """The widget as it was built, squeezed once a process. Raises FileNotFoundError when it was not built."""
    return Bundel.van(pad.read_bytes())


class Bundels:
    """The current widget, and the earlier ones that websites may still name with their hash."""

    def __init__(self, nu: Bundel, map_: Path) -> None:
        """Keep `nu` in `map_`, so that its address still works after the next release."""
        self.nu = nu
        self._map = map_
        pad = self._pad(nu.hash)
        if not pad.exists():
            map_.mkdir(parents=True, exist_ok=True)
            deel = pad.with_suffix(".deel")
            deel.write_bytes(nu.inhoud)
            deel.replace(pad)

    def haal(self, hash_: str) -> Bundel | None:
        """The widget of this hash, None when this service never had it."""
        if hash_ == self.nu.hash:
            return self.nu
        if not _HASH.fullmatch(hash_) or not self._pad(hash_).exists():
            return None
        bundel = lees_bundel(self._pad(hash_))
        return bundel if bundel.hash == hash_ else None

    def _pad(self, hash_: str) -> Path:
        return self._map / f"{hash_}.js"


def regel(bundel: Bundel, adres: str) -> str:
    """The line that a website pastes, for a service at `adres` (no slash at the end)."""
    return (
        f'<script async src="{adres}/widget.{bundel.hash}.js"\n'
        f'  integrity="{bundel.integriteit}" crossorigin="anonymous"></script>'
    )


def routes(map_: Path, adres: str) -> list[web.AbstractRouteDef]:
    """`/` a page like a host's, `/insluiten` how to embed the chat, `/widget.js` the widget,
    `/verder` where a link from another channel leads.

    `/widget.<hash>.js` never changes and may be kept forever; `/widget.js` is always the newest.
    """
    bundels = Bundels(lees_bundel(), map_)
    pagina = (WIDGET / "insluiten.html").read_text()
    for sleutel, waarde in {
        "regel": regel(bundels.nu, adres),
        "hash": bundels.nu.hash,
        "adres": adres,
        "integriteit": bundels.nu.integriteit,
        "gzip": f"{len(bundels.nu.gzip) / 1000:.1f}".replace(".", ","),
        "brotli": f"{len(bundels.nu.brotli) / 1000:.1f}".replace(".", ","),
    }.items():
        pagina = pagina.replace(f"{{{{{sleutel}}}}}", escape(waarde))

    async def begin(_: web.Request) -> web.FileResponse:
        return web.FileResponse(WIDGET / "demo.html")

    async def insluiten(_: web.Request) -> web.Response:
        return web.Response(text=pagina, content_type="text/html")

    async def stijl(_: web.Request) -> web.FileResponse:
        return web.FileResponse(WIDGET / "pagina.css", headers={"Cache-Control": "no-cache"})

    async def verder(_: web.Request) -> web.FileResponse:
        return web.FileResponse(WIDGET / "verder" / "pagina.html")

    async def verder_script(_: web.Request) -> web.FileResponse:
        return web.FileResponse(WIDGET / "verder" / "pagina.js", headers={"Cache-Control": "no-cache"})

    async def nieuwste(request: web.Request) -> web.Response:
        return bundels.nu.antwoord(request, _KORT)

    async def vaste(request: web.Request) -> web.Response:
        bundel = bundels.haal(request.match_info["hash"])
        if bundel is None:
            raise web.HTTPNotFound
        return bundel.antwoord(request, _EEUWIG)

    return [
        web.get("/", begin),
        web.get("/insluiten", insluiten),
        web.get("/verder", verder),
        web.get("/verder.js", verder_script),
        web.get("/widget/pagina.css", stijl),
        web.get("/widget.js", nieuwste),
        web.get("/widget.{hash}.js", vaste),
    ]
