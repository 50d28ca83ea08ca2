"""Debian's Firefox over WebDriver BiDi: no driver, no other packages.

Playwright has a Firefox of its own making, and drives the ordinary one only when that is newer than the
long-term release. The few commands that a smoke test needs are here.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

PATIENCE = 30.0
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Shift": "\ue008", "Escape": "\ue00c", "Space": " "}
PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.auto": False,
    "browser.aboutConfig.showWarning": False,
    "browser.safebrowsing.downloads.remote.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}


class Refused(Exception):
    """Firefox says no to a command."""


class Firefox:
    """One tab of a running Firefox. `complaints` holds what its console said is wrong."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._listener = asyncio.create_task(self._listen())
        self._tab = ""
        self.complaints: list[str] = []

    async def _listen(self) -> None:
        async for message in self._socket:
            said = json.loads(message.data)
            if said["type"] == "event":
                entry = said["params"]
                # A request that failed is no complaint: tests cut connections.
                if entry.get("level") == "error" and "NetworkError" not in str(entry.get("text")):
                    self.complaints.append(entry["text"])
            elif waiting := self._waiting.pop(said["id"], None):
                waiting.set_result(said)

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        """One BiDi command and its result. Raises Refused."""
        number = next(self._numbers)
        answer = self._waiting[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": params})
        said = await asyncio.wait_for(answer, PATIENCE)
        if said["type"] == "error":
            raise Refused(f"{method}: {said['error']}: {said.get('message')}")
        result: dict[str, Any] = said["result"]
        return result

    async def begin(self) -> None:
        await self.call("session.new", capabilities={})
        await self.call("session.subscribe", events=["log.entryAdded"])
        self._tab = (await self.call("browsingContext.create", type="tab"))["context"]

    async def end(self) -> None:
        with contextlib.suppress(Refused, TimeoutError, ConnectionError):
            await self.call("browser.close")
        self._listener.cancel()

    async def size(self, width: int, height: int) -> None:
        await self.call(
            "browsingContext.setViewport", context=self._tab, viewport={"width": width, "height": height}
        )

    async def goto(self, url: str) -> None:
        await self.call("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    async def reload(self) -> None:
        await self.call("browsingContext.reload", context=self._tab, wait="complete")

    async def run(self, expression: str) -> Any:
        """The value of a JavaScript expression in the page, by way of JSON."""
        answer = await self.call(
            "script.evaluate",
            expression=f"JSON.stringify(({expression}) ?? null)",
            target={"context": self._tab},
            awaitPromise=True,
            userActivation=True,
        )
        if answer["type"] == "exception":
            raise AssertionError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    async def until(self, expression: str) -> Any:
        """The first true value of an expression; between two pages there is none."""
        value = None
        try:
            async with asyncio.timeout(PATIENCE):
                while not value:
                    with contextlib.suppress(Refused):
                        value = await self.run(expression)
                    await asyncio.sleep(0.05)
        except TimeoutError:
            raise AssertionError(f"never true: {expression}") from None
        return value

    async def press(self, *keys: str) -> None:
        """Presses keys one after the other; "Shift+Tab" holds the first while the second is pressed."""
        actions = []
        for key in keys:
            values = [KEYS.get(part, part) for part in key.split("+")]
            actions += [{"type": "keyDown", "value": value} for value in values]
            actions += [{"type": "keyUp", "value": value} for value in reversed(values)]
        source = {"type": "key", "id": "keyboard", "actions": actions}
        await self.call("input.performActions", context=self._tab, actions=[source])

    async def type(self, text: str) -> None:
        await self.press(*text)


@asynccontextmanager
async def firefox(profile: Path) -> AsyncIterator[Firefox]:
    """Starts Firefox without a window, with a new profile in the folder `profile`."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        pytest.fail("This test needs Firefox: apt-get install firefox-esr")
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items()]
    (profile / "user.js").write_text("\n".join(lines))
    process = await asyncio.create_subprocess_exec(
        *(program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stderr
    drain = None
    try:
        async with asyncio.timeout(2 * PATIENCE):
            while not (found := re.search(rb"ws://\S+", line := await process.stderr.readline())):
                assert line, "Firefox ended"
        drain = asyncio.create_task(process.stderr.read())  # a full pipe would stop it
        async with (
            aiohttp.ClientSession() as http,
            http.ws_connect(f"{found[0].decode()}/session", max_msg_size=0) as socket,
        ):
            browser = Firefox(socket)
            await browser.begin()
            yield browser
            await browser.end()
    finally:
        if process.returncode is None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(process.wait(), PATIENCE)
        if process.returncode is None:
            process.kill()
            await process.wait()
        if drain:
            await drain
