"""The stream of a conversation: every turn, in order, to every page that shows it (server-sent events).

A page says which turn it saw last and gets all that came after it. So a connection may break at any moment:
nothing is missed, nothing comes twice. The token travels in a header, which an `EventSource` cannot send;
the widget reads the stream with `fetch`.
"""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from aiohttp import web

from bot.gesprekken import Beurt, Gesprekken
from loket.store.database import RegisterFout

HARTSLAG = 15.0
"""Seconds of silence after which a line goes out, so that nobody on the way closes the connection."""
ZELF_KIJKEN = 2.0
"""Seconds between two looks while the other instances cannot be heard."""
_PER_GESPREK = 8
_TOTAAL = 2_000


class Seinen:
    """Who waits for news of which conversation, within this process."""

    def __init__(self) -> None:
        self._wachters: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self.gestopt = False

    def sein(self, gesprek: str) -> None:
        """There is news of this conversation; "": there may be of any."""
        for een in [gesprek] if gesprek else list(self._wachters):
            for wachter in self._wachters.get(een, ()):
                wachter.set()

    def stop(self) -> None:
        """End every stream."""
        self.gestopt = True
        self.sein("")

    def vol(self, gesprek: str) -> bool:
        """Whether one more stream is one too many; the widget does without it then."""
        aantal = len(self._wachters.get(gesprek, ()))
        return aantal >= _PER_GESPREK or sum(map(len, self._wachters.values())) >= _TOTAAL

    @contextmanager
    def wacht(self, gesprek: str) -> Iterator[asyncio.Event]:
        """An event that is set whenever there is news."""
        wachter = asyncio.Event()
        self._wachters[gesprek].add(wachter)
        try:
            yield wachter
        finally:
            self._wachters[gesprek].discard(wachter)
            if not self._wachters[gesprek]:
                del self._wachters[gesprek]


class Stroom:
    """Sends turns as they come."""

    def __init__(self, gesprekken: Gesprekken, seinen: Seinen, hoort: Callable[[], bool]) -> None:
        """`hoort`: whether the news of other instances comes in; if not, they are looked up."""
        self._gesprekken = gesprekken
        self._seinen = seinen
        self._hoort = hoort

    async def volg(
        self, request: web.Request, gesprek: str, na: int, toon: Callable[[Beurt], dict[str, Any]]
    ) -> web.StreamResponse:
        """Send the turns after number `na`, and then each new one, until somebody hangs up.

        Events: `data:` one turn as `toon` shows it, with its number as `id:`; `event: weg` when the
        conversation was deleted.
        """
        antwoord = web.StreamResponse(
            headers={
                "Content-Type": "text/event-stream; charset=utf-8",
                "Cache-Control": "no-store",
                "X-Accel-Buffering": "no",  # nginx would keep the turns to itself
            }
        )
        # When the database fails the stream just ends, for its headers are out: the page opens it again.
        with self._seinen.wacht(gesprek) as nieuws, suppress(ConnectionError, RegisterFout):
            await antwoord.prepare(request)
            await antwoord.write(b": dag\n\n")
            while not self._seinen.gestopt:
                nieuws.clear()
                for beurt in await asyncio.to_thread(self._gesprekken.beurten, gesprek, na):
                    na = beurt.nr
                    await antwoord.write(f"id: {na}\ndata: {json.dumps(toon(beurt))}\n\n".encode())
                if not await asyncio.to_thread(self._gesprekken.bestaat, gesprek):
                    await antwoord.write(b"event: weg\ndata: {}\n\n")
                    break
                try:
                    await asyncio.wait_for(nieuws.wait(), HARTSLAG if self._hoort() else ZELF_KIJKEN)
                except TimeoutError:
                    await antwoord.write(b": nog hier\n\n")
            await antwoord.write_eof()
        return antwoord
