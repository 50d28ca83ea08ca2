"""What happens by itself: old things deleted, bounces read, terms watched. By one instance at a time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from datetime import UTC, datetime

from bot import controles
from bot.channels.chat import Gesprekspartner
from bot.gezondheid import Hartslag
from bot.rust import rust
from loket.kantoor import Kantoor
from loket.mail.terugpostbus import houd_bij
from loket.mail.werker import klok
from loket.store.database import Database

logger = logging.getLogger("bot.service")

_BEWAKEN = 60.0  # seconds between two looks at what came back and what waits too long
_OPRUIMEN = 3600.0  # seconds between two rounds of deleting what is too old
_STIL_BEWAKEN, _STIL_OPRUIMEN = 10 * _BEWAKEN, 3 * _OPRUIMEN  # seconds without a round that call for a person


class Rondes:
    """The rounds of one instance. What another instance is doing at this moment is left to it."""

    def __init__(self, kantoor: Kantoor, partner: Gesprekspartner) -> None:
        self._kantoor = kantoor
        self._partner = partner
        self.bewaakt = Hartslag(controles.STIL_BEWAKEN, _STIL_BEWAKEN)
        self.gelezen = Hartslag(controles.STIL_TERUGPOST, _STIL_BEWAKEN)
        self.opgeruimd = Hartslag(controles.STIL_OPRUIMEN, _STIL_OPRUIMEN)

    async def ruim_op(self, einde: asyncio.Event) -> None:
        """Delete what is too old, each hour."""
        kantoor = self._kantoor
        while not einde.is_set():
            async with _als_enige(kantoor.database, "opruimen") as mag:
                if mag:
                    dagen = kantoor.instellingen.bewaartermijn_gesprek_dagen
                    if aantal := await self._partner.wis_verlopen(dagen):
                        logger.info("%s gesprekken gewist na de bewaartermijn", aantal)
                    if aantal := await asyncio.to_thread(kantoor.bewaring.ronde, datetime.now(UTC)):
                        logger.info("%s aanvragen gewist na de bewaartermijn", aantal)
            self.opgeruimd.slag()
            await rust(einde, _OPRUIMEN)

    async def bewaak(self, einde: asyncio.Event) -> None:
        """Read what came back and watch the terms, each minute."""
        kantoor = self._kantoor
        while not einde.is_set():
            async with _als_enige(kantoor.database, "bewaken") as mag:
                gelezen = await houd_bij(kantoor.instellingen, kantoor.terugpost, klok) if mag else 0
                if gelezen is not None:
                    self.gelezen.slag()
                if mag:
                    await asyncio.to_thread(kantoor.bewaking.ronde, klok())
            self.bewaakt.slag()
            await rust(einde, _BEWAKEN)


@asynccontextmanager
async def _als_enige(database: Database, werk: str) -> AsyncIterator[bool]:
    with ExitStack() as stapel:
        yield await asyncio.to_thread(stapel.enter_context, database.als_enige(werk))
        await asyncio.to_thread(stapel.close)
