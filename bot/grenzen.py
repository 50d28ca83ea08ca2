"""How often one person, or one address, may knock: token buckets, in memory (bounded in number) or shared."""

from __future__ import annotations

import hashlib
import hmac
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.gedeeld import Gedeeld

if TYPE_CHECKING:
    from redis.asyncio import Redis
    from redis.commands.core import AsyncScript


@dataclass(frozen=True, slots=True)
class Grens:
    """At most `ineens` times at once, and `per_seconde` in the long run."""

    ineens: float
    per_seconde: float


class Begrenzer:
    """One bucket a key. When there are more than `hoogstens` keys the one unused longest is forgotten."""

    def __init__(
        self, grens: Grens, hoogstens: int = 20_000, klok: Callable[[], float] = time.monotonic
    ) -> None:
        self._grens = grens
        self._hoogstens = hoogstens
        self._klok = klok
        self._emmers: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def kan(self, sleutel: str) -> bool:
        """Whether a visit of `sleutel` would be allowed now; does not count it."""
        return self._over(sleutel, self._klok()) >= 1

    def mag(self, sleutel: str) -> bool:
        """Count one visit of `sleutel`; False when that is one too many."""
        nu = self._klok()
        over = self._over(sleutel, nu)
        mag = over >= 1
        self._emmers.pop(sleutel, None)
        self._emmers[sleutel] = (over - 1 if mag else over, nu)
        if len(self._emmers) > self._hoogstens:
            self._emmers.popitem(last=False)
        return mag

    def _over(self, sleutel: str, nu: float) -> float:
        over, sinds = self._emmers.get(sleutel, (self._grens.ineens, nu))
        return min(self._grens.ineens, over + (nu - sinds) * self._grens.per_seconde)


_EMMER = (Path(__file__).parent / "emmer.lua").read_text()


class GedeeldeBegrenzer:
    """As `Begrenzer`, counted over all instances by Redis. While Redis is gone each counts for itself."""

    def __init__(
        self,
        naam: str,
        grens: Grens,
        *,
        gedeeld: Gedeeld,
        peper: bytes = b"",
        klok: Callable[[], float] = time.monotonic,
    ) -> None:
        """`naam` keeps its buckets apart from others; `peper` makes that no address can be read in Redis."""
        self._naam = naam
        self._grens = grens
        self._gedeeld = gedeeld
        self._peper = peper
        self._hier = Begrenzer(grens, klok=klok)
        self._script: AsyncScript | None = None

    async def kan(self, sleutel: str) -> bool:
        """Whether a visit of `sleutel` would be allowed now; does not count it."""
        uit = await self._vraag(sleutel, 0)
        return self._hier.kan(sleutel) if uit is None else uit

    async def mag(self, sleutel: str) -> bool:
        """Count one visit of `sleutel`; False when that is one too many."""
        uit = await self._vraag(sleutel, 1)
        return self._hier.mag(sleutel) if uit is None else uit

    async def _vraag(self, sleutel: str, kost: int) -> bool | None:
        if not self._gedeeld.actief:
            return None
        merk = hmac.new(self._peper, sleutel.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
        emmer, grens = f"loket:grens:{self._naam}:{merk[:32]}", self._grens

        def vraag(redis: Redis) -> Awaitable[int]:
            if self._script is None:
                self._script = redis.register_script(_EMMER)
            return self._script(keys=[emmer], args=[grens.ineens, grens.per_seconde, kost])

        uit = await self._gedeeld.doe(vraag)
        return None if uit is None else bool(uit)
