"""The desk's pictures in docs/beelden: `python -m tests.browser.beelden_loket`, with the demo in it."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path

from playwright.async_api import async_playwright

from .beelden import shoot
from .conftest import ARGUMENTS
from .test_desk import Desk


async def maak(map_: Path) -> None:
    desk = Desk(map_ / "data")
    await desk.begin()
    async with async_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = await playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        context = await browser.new_context(locale="nl-BE", viewport={"width": 1280, "height": 860})
        token = desk.binnen(desk.lead)
        await context.add_cookies([{"name": "loket", "value": token, "url": desk.url}])
        page = await context.new_page()
        await page.goto(desk.url)
        await shoot(page, "loket-lijst")
        onveilig = page.locator(".rows > li", has_text="Let op bij contact").locator("a.number").first
        await onveilig.click()
        await page.get_by_role("heading", name="Veilig contact").wait_for()
        await shoot(page, "loket-aanvraag")
        await browser.close()
    await desk.einde()


def main() -> None:
    with tempfile.TemporaryDirectory() as map_:
        asyncio.run(maak(Path(map_)))


if __name__ == "__main__":
    main()
