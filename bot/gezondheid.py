"""What is well and what is not: `/readyz` and `/healthz` say it as it is at this moment."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

VERS = 1.0
"""Seconds that an answer counts as "this moment", so that asking often costs little."""


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """The state of one part. `alarm`: a sentence for the person who must act; it may still work."""

    goed: bool
    alarm: str | None = None


Controle = Callable[[], Awaitable[Onderdeel]]


class Hartslag:
    """Whether work in the background goes on: `slag()` at each round, `stand()` when asked."""

    def __init__(self, alarm: str, hoogstens: float, klok: Callable[[], float] = time.monotonic) -> None:
        """`alarm` is the sentence when the last round is more than `hoogstens` seconds ago."""
        self._alarm = alarm
        self._hoogstens = hoogstens
        self._klok = klok
        self._laatst = klok()

    def slag(self) -> None:
        """A round was done."""
        self._laatst = self._klok()

    async def stand(self) -> Onderdeel:
        """Well, with an alarm when it stands still: people can still be helped."""
        stil = self._klok() - self._laatst > self._hoogstens
        return Onderdeel(True, self._alarm if stil else None)


class _Vraag:
    """The controls of one question, answered at most once a second."""

    def __init__(self, controles: Mapping[str, Controle]) -> None:
        self._controles = dict(controles)
        self._slot = asyncio.Lock()
        self._laatst: tuple[float, dict[str, Onderdeel]] | None = None

    async def stand(self) -> dict[str, Onderdeel]:
        async with self._slot:
            if self._laatst is None or time.monotonic() - self._laatst[0] > VERS:
                standen = await asyncio.gather(*(_vraag(c) for c in self._controles.values()))
                self._laatst = (time.monotonic(), dict(zip(self._controles, standen, strict=True)))
            return self._laatst[1]


class Gezondheid:
    """Asks each part how it is. Not ready while one of `nodig` is not well; `erbij` only tells a person."""

    def __init__(self, nodig: Mapping[str, Controle], erbij: Mapping[str, Controle] | None = None) -> None:
        self._nodig = _Vraag(nodig)
        self._erbij = _Vraag(erbij or {})

    async def stand(self) -> dict[str, Onderdeel]:
        """The state of every part by name, at most a second old."""
        nodig, erbij = await asyncio.gather(self._nodig.stand(), self._erbij.stand())
        return nodig | erbij

    async def healthz(self, _: web.Request) -> web.Response:
        """GET /healthz: 200 when people can be helped, else 503; with the state of every part.

        An alarm (mail that cannot be delivered) asks for a person, not for a restart: status 200, `"alarm"`.
        """
        nodig, erbij = await asyncio.gather(self._nodig.stand(), self._erbij.stand())
        delen = nodig | erbij
        klaar = all(deel.goed for deel in nodig.values())
        alarmen = [deel.alarm for deel in delen.values() if deel.alarm]
        inhoud: dict[str, Any] = {
            "status": "niet klaar" if not klaar else "alarm" if alarmen else "klaar",
            "onderdelen": {naam: deel.goed for naam, deel in delen.items()},
            "alarmen": alarmen,
        }
        return web.json_response(inhoud, status=200 if klaar else 503)

    async def readyz(self, _: web.Request) -> web.Response:
        """GET /readyz: only 200 or 503, for a proxy in front; asks what is needed and nothing more."""
        klaar = all(deel.goed for deel in (await self._nodig.stand()).values())
        return web.Response(status=200 if klaar else 503, text="klaar\n" if klaar else "niet klaar\n")


async def _vraag(controle: Controle) -> Onderdeel:
    try:
        async with asyncio.timeout(5):
            return await controle()
    except Exception:
        return Onderdeel(goed=False)
