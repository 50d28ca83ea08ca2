"""A rest between two rounds of work that a stop ends at once."""

from __future__ import annotations

import asyncio
from contextlib import suppress


async def rust(einde: asyncio.Event, seconden: float) -> None:
    """Wait until `einde` is set, and no longer than so many seconds."""
    with suppress(TimeoutError):
        await asyncio.wait_for(einde.wait(), seconden)
