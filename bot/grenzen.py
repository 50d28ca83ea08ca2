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

    def mag(self, sleutel: str) -> bool:
        """Count one visit of `sleutel`; False when that is one too many."""
        nu = self._klok()
        over, sinds = self._emmers.pop(sleutel, (self._grens.ineens, nu))
        over = min(self._grens.ineens, over + (nu - sinds) * self._grens.per_seconde)
        mag = over >= 1
        self._emmers[sleutel] = (over - 1 if mag else over, nu)
        if len(self._emmers) > self._hoogstens:
            self._emmers.popitem(last=False)
        return mag
