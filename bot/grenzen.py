"""How often one person, or one address, may knock: token buckets in memory, bounded in number."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass


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
