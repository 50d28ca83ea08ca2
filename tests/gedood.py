"""A process that stops at a moment that a test chose, and is killed there."""

from __future__ import annotations

import asyncio
import signal
import sys
import time
from pathlib import Path
from typing import Any


def wacht_hier(*_: Any) -> None:
    """In the process: say that the moment has come, and wait for the end."""
    print("HIER", flush=True)
    time.sleep(3600)


async def dood_waar_het_wacht(module: str, *argumenten: str) -> None:
    """In the test: run a module until it waits, and kill it there."""
    proces = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        *argumenten,
        stdout=asyncio.subprocess.PIPE,
        cwd=Path(__file__).parents[1],
    )
    assert proces.stdout is not None
    try:
        async with asyncio.timeout(60):
            assert await proces.stdout.readline() == b"HIER\n"
    finally:
        proces.kill()
        assert await proces.wait() == -signal.SIGKILL
