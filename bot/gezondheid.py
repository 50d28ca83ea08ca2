"""What is well and what is not: `/readyz` and `/healthz` say it as it is at this moment."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

_VERS = 1.0  # seconds that an answer counts as "this moment", so that asking often costs little


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """The state of one part. `alarm`: a sentence for the person who must act; it may still work."""

    goed: bool
    alarm: str | None = None


Controle = Callable[[], Awaitable[Onderdeel]]


class Gezondheid:
    """Asks each part how it is. Not ready while one part is not well."""

    def __init__(self, controles: Mapping[str, Controle]) -> None:
        self._controles = dict(controles)
        self._slot = asyncio.Lock()
        self._laatst: tuple[float, dict[str, Onderdeel]] | None = None

    async def stand(self) -> dict[str, Onderdeel]:
        """The state of every part by name, at most a second old."""
        async with self._slot:
            if self._laatst is None or time.monotonic() - self._laatst[0] > _VERS:
                standen = await asyncio.gather(*(_vraag(c) for c in self._controles.values()))
                self._laatst = (time.monotonic(), dict(zip(self._controles, standen, strict=True)))
            return self._laatst[1]

    async def healthz(self, _: web.Request) -> web.Response:
        """GET /healthz: 200 when people can be helped, else 503; with the state of every part.

        An alarm (mail that cannot be delivered) asks for a person, not for a restart: status 200, `"alarm"`.
        """
        delen = await self.stand()
        klaar = all(deel.goed for deel in delen.values())
        alarmen = [deel.alarm for deel in delen.values() if deel.alarm]
        inhoud: dict[str, Any] = {
            "status": "niet klaar" if not klaar else "alarm" if alarmen else "klaar",
            "onderdelen": {naam: deel.goed for naam, deel in delen.items()},
            "alarmen": alarmen,
        }
        return web.json_response(inhoud, status=200 if klaar else 503)

    async def readyz(self, _: web.Request) -> web.Response:
        """GET /readyz: only 200 or 503, for a proxy in front."""
        klaar = all(deel.goed for deel in (await self.stand()).values())
        return web.Response(status=200 if klaar else 503, text="klaar\n" if klaar else "niet klaar\n")


async def _vraag(controle: Controle) -> Onderdeel:
    try:
        async with asyncio.timeout(5):
            return await controle()
    except Exception:
        return Onderdeel(goed=False)
