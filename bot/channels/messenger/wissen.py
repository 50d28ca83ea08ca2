"""Deleting what began in Messenger: everything of one person, here and in the widget."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable

from bot.channels.chat import Gesprekspartner
from bot.channels.messenger.graph import Graph, GraphFout
from bot.channels.messenger.inbox import Inbox

logger = logging.getLogger(__name__)


class Wisser:
    """Deletes on request of the platform, and what had its time."""

    def __init__(
        self, inbox: Inbox, partner: Gesprekspartner, graph: Graph, klok: Callable[[], float] = time.time
    ) -> None:
        self._inbox = inbox
        self._partner = partner
        self._graph = graph
        self._klok = klok

    async def op_verzoek(self, app_id: str) -> str:
        """Delete everything of the person whom our app knows by `app_id`; returns a code for the status.

        The platform names people by another id in an app than on a page, so it is asked which is which.
        """
        psids = [app_id]
        try:
            psids += await self._graph.psids_van(app_id)
        except GraphFout as fout:
            logger.warning("Messenger: een verzoek tot wissen is niet te koppelen (%s)", fout.wat.value)
        gewist = False
        for psid in dict.fromkeys(psids):
            merk = await asyncio.to_thread(self._inbox.merk_van, psid)
            gewist |= merk is not None and await self.wis(merk)
        return await asyncio.to_thread(self._inbox.noteer_wisverzoek, gewist=gewist, nu=self._klok())

    async def wis(self, merk: str) -> bool:
        """Delete everything of a person; whether there was anything."""
        for gesprek in await asyncio.to_thread(self._inbox.gesprekken_van, merk):
            await self._partner.wis(gesprek)
        return await asyncio.to_thread(lambda: self._inbox.vergeet(merk, ook_wat_wacht=True))

    async def ruim_op(self, dagen: int) -> int:
        """Forget whoever wrote nothing for `dagen` days; how many. Conversations end by themselves."""
        return await asyncio.to_thread(self._inbox.ruim_op, self._klok() - dagen * 86_400)
