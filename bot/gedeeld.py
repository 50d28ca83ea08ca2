"""What several instances of the service share, in Redis: locks, limits and calls.

Without Redis (no address set, or it does not answer) each instance looks after itself, and people go on: the
database refuses whatever would count twice. While Redis is gone it is asked once a second, so no turn waits.
Its library is loaded with an address only: 7 MB.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from redis.asyncio import Redis
    from redis.asyncio.lock import Lock

logger = logging.getLogger(__name__)

T = TypeVar("T")

LEASE = 10.0
"""Seconds after which the lock of a process that was killed is free again; renewed while a turn goes on."""
_GEDULD = 0.5  # seconds that Redis may take to answer
_TUSSENPOOS = 1.0  # seconds in which it is not asked again after it failed
_KIJK = 0.02  # seconds between two looks at a lock that another instance holds
_VOOR = "loket:"
_KANAAL = f"{_VOOR}nieuws"


class SlotKwijt(Exception):
    """A lock ran out before it was given back: another instance may have it."""


class Gedeeld:
    """The connection to Redis. Close with `sluit()`."""

    def __init__(self, url: str | None = None) -> None:
        """`url` None: there is nobody to share with."""
        self._redis: Redis | None = None
        if url:
            from redis.asyncio import Redis  # noqa: PLC0415 - see above
            from redis.asyncio.retry import Retry  # noqa: PLC0415
            from redis.backoff import NoBackoff  # noqa: PLC0415

            self._redis = Redis.from_url(
                url,
                decode_responses=True,
                socket_timeout=_GEDULD,
                socket_connect_timeout=_GEDULD,
                retry=Retry(NoBackoff(), 1),  # a connection that had gone stale counts as none
            )
        self._dicht_tot = 0.0
        self.zonder = 0
        """How often something had to be done without Redis."""

    @property
    def actief(self) -> bool:
        """Whether there is a Redis to share by."""
        return self._redis is not None

    @property
    def bereikbaar(self) -> bool:
        """Whether Redis answered when it was asked last (True when there is none)."""
        return self._dicht_tot == 0.0

    async def sluit(self) -> None:
        """Close the connections."""
        if self._redis is not None:
            from redis.exceptions import RedisError  # noqa: PLC0415

            with contextlib.suppress(RedisError, OSError):
                await self._redis.aclose()

    async def doe(self, wat: Callable[[Redis], Awaitable[T]]) -> T | None:
        """What `wat` gives, None when there is no Redis or it does not answer. Raises SlotKwijt for a lock
        that ran out, and nothing else for Redis."""
        if self._redis is None:
            return None
        from redis.exceptions import LockError, RedisError  # noqa: PLC0415

        if time.monotonic() < self._dicht_tot:
            self.zonder += 1
            return None
        try:
            uit = await wat(self._redis)
        except LockError as fout:
            raise SlotKwijt from fout
        except (RedisError, OSError) as fout:
            if self.bereikbaar:
                logger.warning("Redis antwoordt niet (%s); het gaat verder zonder", type(fout).__name__)
            self.zonder += 1
            self._dicht_tot = time.monotonic() + _TUSSENPOOS
            return None
        if not self.bereikbaar:
            logger.warning("Redis antwoordt weer")
            self._dicht_tot = 0.0
        return uit


class SlotBezet(Exception):
    """Another instance is busy in this conversation for too long."""


class Sloten:
    """One turn at a time in each conversation: in this process always, over all instances with Redis."""

    def __init__(self, gedeeld: Gedeeld, *, geduld: float = 30.0) -> None:
        """`geduld`: how many seconds to wait for another instance."""
        self._gedeeld = gedeeld
        self._geduld = geduld
        self._hier: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def slot(self, gesprek: str) -> AsyncIterator[bool]:
        """Hold the conversation; gives whether no other instance can be busy in it (False: Redis is gone).

        Raises SlotBezet.
        """
        hier = self._hier.get(gesprek)
        if hier is None:
            hier = self._hier[gesprek] = asyncio.Lock()
        async with hier:
            if not self._gedeeld.actief:
                yield True
                return
            slot = await self._neem(gesprek)
            if slot is None:
                yield False
                return
            hartslag = asyncio.create_task(self._houd_vast(slot))
            try:
                yield True
            finally:
                hartslag.cancel()
                with contextlib.suppress(SlotKwijt):  # it ran out: the next one may have it
                    await self._gedeeld.doe(lambda _: slot.release())

    async def _neem(self, gesprek: str) -> Lock | None:
        async def neem(redis: Redis) -> tuple[bool, Lock]:
            slot = redis.lock(
                f"{_VOOR}gesprek:{gesprek}",
                timeout=LEASE,
                sleep=_KIJK,
                blocking_timeout=self._geduld,
                thread_local=False,
            )
            return await slot.acquire(), slot

        uit = await self._gedeeld.doe(neem)
        if uit is None:
            return None
        gelukt, slot = uit
        if not gelukt:
            raise SlotBezet
        return slot

    async def _houd_vast(self, slot: Lock) -> None:
        while True:
            await asyncio.sleep(LEASE / 4)
            with contextlib.suppress(SlotKwijt):  # lost: the database refuses the turn if another one came
                await self._gedeeld.doe(lambda _: slot.reacquire())


class Omroep:
    """Tells the other instances that there is news of a conversation."""

    def __init__(self, gedeeld: Gedeeld, hoor: Callable[[str], None]) -> None:
        """`hoor(gesprek)` is called for the news of others; with "" when any conversation may have news."""
        self._gedeeld = gedeeld
        self._hoor = hoor
        self._ik = uuid.uuid4().hex
        self._taken: set[asyncio.Task[int | None]] = set()
        self.luistert = not gedeeld.actief
        """Whether no news of others can be missed now."""

    def roep(self, gesprek: str) -> None:
        """There is news of this conversation. Does not wait."""
        if self._gedeeld.actief:
            bericht = f"{self._ik} {gesprek}"
            taak = asyncio.create_task(self._gedeeld.doe(lambda redis: redis.publish(_KANAAL, bericht)))
            self._taken.add(taak)
            taak.add_done_callback(self._taken.discard)

    async def draai(self, stop: asyncio.Event) -> None:
        """Listen until `stop` is set; without Redis there is nothing to hear."""
        gestopt = asyncio.create_task(stop.wait())
        try:
            if not self._gedeeld.actief:
                await gestopt
            while not stop.is_set():
                luister = asyncio.create_task(self._gedeeld.doe(self._luister))
                await asyncio.wait({luister, gestopt}, return_when=asyncio.FIRST_COMPLETED)
                self.luistert = False
                luister.cancel()
                await asyncio.gather(luister, return_exceptions=True)
                await asyncio.wait({gestopt}, timeout=_TUSSENPOOS)
        finally:
            gestopt.cancel()

    async def _luister(self, redis: Redis) -> None:
        async with redis.pubsub() as oor:
            await oor.subscribe(_KANAAL)
            while True:
                # no answer within the time is silence, not a failure; asking keeps the connection honest
                bericht = await oor.get_message(timeout=5.0)
                if bericht is None:
                    await oor.ping()
                elif bericht["type"] == "subscribe":
                    self.luistert = True
                    self._hoor("")  # what was told before is not told again
                elif bericht["type"] == "message":
                    van, _, gesprek = str(bericht["data"]).partition(" ")
                    if van != self._ik:
                        self._hoor(gesprek)
