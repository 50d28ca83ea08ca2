"""The pictures in docs/beelden: `python -m tests.browser.beelden [model]`, with the whole service behind."""

from __future__ import annotations

import asyncio
import io
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.model import actueel
from tests.stapel import PROJECT, Stapel

from .chat import Chat
from .conftest import ARGUMENTS, PHONE

BEELDEN = PROJECT / "docs" / "beelden"
DESKTOP = {"viewport": {"width": 1200, "height": 800}}
PHONE_2X = PHONE | {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2}


async def open_chat(browser: Browser, url: str, **options: object) -> tuple[Page, Chat]:
    context = await browser.new_context(locale="nl-BE", **options)  # type: ignore[arg-type]
    page = await context.new_page()
    page.set_default_timeout(30_000)
    await page.goto(url)
    chat = Chat(page)
    await chat.launcher.click()
    await chat.choices.first.wait_for()
    return page, chat


async def say(page: Page, chat: Chat, *texts: str) -> None:
    for text in texts:
        answers = page.locator(".message.assistant")
        before = await answers.count()
        await chat.field.fill(text)
        await chat.field.press("Enter")
        await expect(answers.nth(before)).to_be_attached()
        await chat.ready()


async def shoot(page: Page, name: str) -> None:
    # Nothing blinks and nothing moves while the picture is taken.
    await page.evaluate("document.activeElement?.shadowRoot?.activeElement?.blur()")
    await page.wait_for_timeout(300)
    picture = await page.screenshot(caret="hide")
    # 192 colours are enough for flat surfaces and letters, and take a third of the bytes.
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(192).save(BEELDEN / f"{name}.png", optimize=True)


async def maak(url: str) -> None:
    BEELDEN.mkdir(parents=True, exist_ok=True)
    async with async_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = await playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        page, chat = await open_chat(browser, url, **PHONE_2X)
        await say(page, chat, "Ik ben een jongere", "wat is bemiddeling?")
        await shoot(page, "telefoon")
        await say(page, chat, "ik wil bemiddeling met mijn begeleidster", "2100")
        await shoot(page, "telefoon-vraag")
        await say(page, chat, "0470 12 34 56", "mijn stiefvader", "bel mij maar na vier uur")
        await say(page, chat, "Ze beslist alles zonder mij. Nu wil ik niet meer met haar praten.")
        await say(page, chat, "Zo is het genoeg, stuur maar")
        await shoot(page, "telefoon-overzicht")
        await chat.button("Meer over deze chat").click()
        await shoot(page, "telefoon-menu")

        page, chat = await open_chat(browser, url, **DESKTOP)
        await say(page, chat, "Ik ben een ouder", "wat is cliëntoverleg?")
        await shoot(page, "bureaublad")

        page, chat = await open_chat(browser, url, color_scheme="dark", **DESKTOP)
        await say(page, chat, "Ik ben een jongere", "wat is het verschil?")
        await shoot(page, "donker")

        page, chat = await open_chat(browser, url, **PHONE_2X)
        await say(page, chat, "Ik ben een jongere", "wat kost het?")
        await chat.button("Meer over deze chat").click()
        await page.get_by_role("button", name="Makkelijk lezen").click()
        await page.keyboard.press("Escape")
        await shoot(page, "grote-letters")

        page, chat = await open_chat(browser, url, **PHONE_2X)
        await say(page, chat, "Ik ben een jongere")
        await page.route("**/chat", lambda route: route.fulfill(status=502, body=""))
        await chat.field.fill("ik wil bemiddeling")
        await chat.field.press("Enter")
        await chat.retry.wait_for()
        await shoot(page, "fout")
        await browser.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as map_:
        model = Path(sys.argv[1]) if len(sys.argv) > 1 else actueel()
        stapel = Stapel(Path(map_) / "data", model)
        stapel.start()
        try:
            stapel.wacht_klaar()
            asyncio.run(maak(f"{stapel.url}/"))
        finally:
            stapel.ruim_op()


if __name__ == "__main__":
    main()
