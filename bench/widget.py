"""The widget beside deep-chat, in one run: bytes on the wire, script evaluation, time to the first answer.

`python -m bench.widget`. Needs Chromium, and npm to fetch deep-chat into a temporary folder. Both are served
by the same local service, squeezed with Brotli, to the same browser over the same throttled connection; both
ask the same thing and get the same answer at once. What differs is what they send and what they evaluate.

Connection: 400 ms round trip, 400 kbit/s down ("slow 3G"); processor four times slower. Medians.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import json
import shutil
import statistics
import subprocess
import tarfile
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, async_playwright

from bot.pagina import Bundel, lees_bundel
from tests.browser.conftest import ARGUMENTS
from tests.browser.standin import Standin

LATENCY_MS = 400
BYTES_PER_SECOND = 50_000
CPU_SLOWDOWN = 4
ANSWER = "Je zei: hallo"

OURS = """<!doctype html><html lang="nl"><title>x</title><body>
<script async src="/widget.js"></script></body></html>"""
THEIRS = """<!doctype html><html lang="nl"><title>x</title><body><deep-chat></deep-chat>
<script type="module" src="/deep-chat.js"></script></body></html>"""
ASK_OURS = """async () => { await customElements.whenDefined('jeugdhulp-assistent');
    const chat = document.querySelector('jeugdhulp-assistent'); chat.open();
    while (!chat.send('hallo')) await new Promise(requestAnimationFrame); }"""
ASK_THEIRS = """async () => { await customElements.whenDefined('deep-chat');
    const chat = document.querySelector('deep-chat'); chat.connect = { url: '/deep' };
    while (!chat.shadowRoot?.querySelector('#text-input')) await new Promise(requestAnimationFrame);
    chat.submitUserMessage({ text: 'hallo' }); }"""
SHOWN = """(answer) => [...document.querySelectorAll('jeugdhulp-assistent, deep-chat')]
    .some((chat) => chat.shadowRoot?.textContent.includes(answer)) && performance.now()"""


@dataclass(frozen=True)
class Visit:
    """One visit: bytes of script on the wire, ms of evaluating script, ms until the first answer is read."""

    wire_bytes: float
    script_ms: float
    answer_ms: float


def fetch_deep_chat() -> tuple[str, bytes]:
    """Version and browser bundle of deep-chat as npm gives it."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("This benchmark needs npm.")
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [npm, "pack", "deep-chat", "--silent"], cwd=folder, check=True, capture_output=True, text=True
        )
        packed = Path(folder) / done.stdout.split()[-1]
        with tarfile.open(fileobj=io.BytesIO(packed.read_bytes())) as tar:
            manifest = tar.extractfile("package/package.json")
            bundle = tar.extractfile("package/dist/deepChat.bundle.js")
            assert manifest
            assert bundle
            return json.load(manifest)["version"], bundle.read()


async def visit(browser: Browser, url: str, ask: str) -> Visit:
    context = await browser.new_context()
    page = await context.new_page()
    cdp = await context.new_cdp_session(page)
    sizes: dict[str, float] = {}
    scripts: set[str] = set()
    cdp.on(
        "Network.responseReceived", lambda e: scripts.add(e["requestId"]) if e["type"] == "Script" else None
    )
    cdp.on("Network.loadingFinished", lambda e: sizes.update({e["requestId"]: e["encodedDataLength"]}))
    await cdp.send("Network.enable")
    await cdp.send("Performance.enable")
    await cdp.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY_MS,
            "downloadThroughput": BYTES_PER_SECOND,
            "uploadThroughput": BYTES_PER_SECOND,
        },
    )
    await cdp.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
    await page.goto(url, wait_until="commit")
    await page.evaluate(ask)
    shown = await page.wait_for_function(SHOWN, arg=ANSWER, timeout=120_000)
    answer_ms = await shown.json_value()
    metrics = {m["name"]: m["value"] for m in (await cdp.send("Performance.getMetrics"))["metrics"]}
    await context.close()
    return Visit(sum(sizes[i] for i in scripts if i in sizes), metrics["ScriptDuration"] * 1000, answer_ms)


def median(visits: list[Visit]) -> dict[str, float]:
    return {name: round(statistics.median(asdict(v)[name] for v in visits), 1) for name in asdict(visits[0])}


async def compare(rounds: int) -> dict[str, object]:
    version, bundle = await asyncio.to_thread(fetch_deep_chat)
    theirs = Bundel.van(bundle)
    service = Standin()

    async def serve_theirs(request: web.Request) -> web.Response:
        return theirs.antwoord(request, "no-store")

    async def answer_theirs(_: web.Request) -> web.Response:
        return web.json_response({"text": ANSWER})

    async def page(request: web.Request) -> web.Response:
        text = OURS if request.path == "/ours" else THEIRS
        return web.Response(text=text, content_type="text/html")

    app = service.app
    app.on_response_prepare.clear()  # deep-chat does not run under a strict policy
    app.router.add_get("/ours", page)
    app.router.add_get("/theirs", page)
    app.router.add_get("/deep-chat.js", serve_theirs)
    app.router.add_post("/deep", answer_theirs)
    server = TestServer(app)
    await server.start_server()
    visits: dict[str, list[Visit]] = {"ours": [], "theirs": []}
    async with async_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = await playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for _ in range(rounds):
            visits["ours"].append(await visit(browser, str(server.make_url("/ours")), ASK_OURS))
            visits["theirs"].append(await visit(browser, str(server.make_url("/theirs")), ASK_THEIRS))
        await browser.close()
    await service.close_streams()
    await server.close()
    ours, other = median(visits["ours"]), median(visits["theirs"])
    own = lees_bundel()
    return {
        "rounds": rounds,
        "widget": ours | {"gzip": len(own.gzip), "brotli": len(own.brotli)},
        f"deep-chat {version}": other | {"gzip": len(theirs.gzip), "brotli": len(theirs.brotli)},
        "deep-chat / widget": {name: round(other[name] / ours[name], 2) for name in ours}
        | {"gzip": round(len(theirs.gzip) / len(own.gzip), 2)},
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    print(json.dumps(asyncio.run(compare(options.parse_args().rounds)), indent=2))


if __name__ == "__main__":
    main()
