"""The main road through everything: real widget, service, Rasa, actions, database and mailbox."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.stapel import Stapel

from .chat import Chat
from .conftest import PHONE, OpenPage
from .test_accessibility import violations

pytestmark = pytest.mark.asyncio(loop_scope="session")

SCREENSHOTS = Path(__file__).parent / "screenshots"
STORY = "Mijn begeleidster beslist alles zonder mij en nu wil ik niet meer met haar praten."
ANSWERS = [
    "wat is bemiddeling?",
    "ik wil bemiddeling met mijn begeleidster",
    "2100",
    "0470 12 34 56",
    "mijn stiefvader",
    "bel mij maar na vier uur",
    STORY,
]


async def shoot(page: Page, name: str) -> None:
    """A picture for people to look at; nothing compares it."""
    SCREENSHOTS.mkdir(exist_ok=True)
    await page.screenshot(path=SCREENSHOTS / f"main-road-{name}.png")


async def test_a_girl_of_15_asks_for_bemiddeling_on_her_phone(stapel: Stapel, open_page: OpenPage) -> None:
    page = await open_page(f"{stapel.url}/", **PHONE)
    page.set_default_timeout(30_000)
    chat = Chat(page)
    answers = page.locator(".message.assistant")

    async def answered(before: int) -> None:
        await expect(answers.nth(before)).to_be_attached(timeout=30_000)
        await chat.ready()
        await expect(chat.retry).to_have_count(0)

    async def tap(name: str) -> None:
        before = await answers.count()
        await chat.button(name).tap()
        await answered(before)

    await chat.launcher.tap()
    await answered(0)
    await shoot(page, "1-greeting")
    await tap("Ik ben een jongere")
    for number, text in enumerate(ANSWERS, 2):
        before = await answers.count()
        await chat.field.fill(text)
        await chat.button("Verstuur").tap()
        await answered(before)
        await shoot(page, f"{number}-answer")
    await tap("Zo is het genoeg, stuur maar")
    await expect(page.locator(".overview .important").first).to_contain_text("mijn stiefvader")
    await expect(page.locator(".overview").last).to_contain_text(STORY)
    assert await violations(page) == []
    await shoot(page, "9-overview")
    await page.reload()
    await tap("Ja, dit klopt")
    await tap("Ik ga akkoord, verstuur")
    await shoot(page, "10-received")
    found = re.search(r"AV-\d{4}-\d{6}-[0-9A-Z]", await chat.log.inner_text())
    assert found
    second = await page.context.new_page()
    await second.goto(f"{stapel.url}/")
    elsewhere = Chat(second)
    await elsewhere.launcher.tap()
    await expect(elsewhere.log).to_contain_text(found[0], timeout=30_000)
    before = await answers.count()
    await elsewhere.field.fill("dank je wel")
    await elsewhere.button("Verstuur").tap()
    await page.bring_to_front()
    await expect(answers.nth(before)).to_be_attached(timeout=30_000)  # over the stream
    await expect(chat.own.last).to_have_text("dank je wel")
    mails = await asyncio.to_thread(stapel.wacht_op_mails, 1)
    mail = next(mail for mail in mails if found[0] in mail.kop.onderwerp + mail.tekst)
    assert mail.kop.aan == "bemiddeling@provincieantwerpen.be"

    page = await open_page(f"{stapel.url}/postvak")
    await page.get_by_role("link", name=mail.kop.onderwerp).first.click()
    await expect(page.get_by_text("bemiddeling@provincieantwerpen.be").first).to_be_visible()
    await expect(page.locator(".mail-text")).to_contain_text("mijn stiefvader")
    await expect(page.frame_locator("iframe").locator("body")).to_contain_text("mijn stiefvader")
    assert await violations(page) == []
    await shoot(page, "11-postvak")


async def test_the_same_road_by_keyboard_alone_at_four_hundred_percent(
    stapel: Stapel, open_page: OpenPage
) -> None:
    # 400 % of 1280 by 1024 is a window of 320 by 256 CSS pixels (WCAG 1.4.10).
    page = await open_page(f"{stapel.url}/", viewport={"width": 320, "height": 256})
    page.set_default_timeout(30_000)
    chat = Chat(page)
    answers = page.locator(".message.assistant")

    async def press(name: str) -> None:
        before = await answers.count()
        for _ in range(60):
            if await chat.focused() == name:
                break
            await page.keyboard.press("Shift+Tab")
        assert await chat.focused() == name
        await page.keyboard.press("Enter")
        await expect(answers.nth(before)).to_be_attached(timeout=30_000)
        await chat.ready()

    await press("Stel je vraag")
    await press("Ik ben een jongere")
    for text in ANSWERS[1:]:
        before = await answers.count()
        await chat.field.focus()
        await page.keyboard.type(text)
        await page.keyboard.press("Enter")
        await expect(answers.nth(before)).to_be_attached(timeout=30_000)
        await chat.ready()
    await press("Zo is het genoeg, stuur maar")
    await press("Ja, dit klopt")
    await press("Ik ga akkoord, verstuur")
    await expect(chat.log).to_contain_text(re.compile(r"AV-\d{4}-\d{6}-[0-9A-Z]"))
    assert not await page.locator(".scroll").evaluate("node => node.scrollWidth > node.clientWidth + 1")
    assert await violations(page) == []


async def test_the_page_about_embedding_holds_the_real_chat_with_its_integrity(
    stapel: Stapel, open_page: OpenPage
) -> None:
    page = await open_page(f"{stapel.url}/insluiten")
    chat = Chat(page)
    await expect(chat.button("Wat is bemiddeling?")).to_be_visible(timeout=30_000)
    assert await page.locator("script[integrity^=sha384-]").count() == 1
    assert await violations(page) == []


async def test_a_date_is_picked_for_the_membership_of_the_clientenforum(
    stapel: Stapel, open_page: OpenPage
) -> None:
    page = await open_page(f"{stapel.url}/", **PHONE)
    chat = Chat(page)
    answers = page.locator(".message.assistant")
    await chat.launcher.tap()
    await expect(answers.first).to_be_attached(timeout=30_000)
    for text, next_question in (
        ("Lidmaatschap aanvragen", "Hoe heet je organisatie?"),
        ("Ouders Samen", "Wat voor organisatie"),
        ("Een cliëntenorganisatie zonder erkenning", "Waarom"),
        ("Wij willen dat ouders meer gehoord worden.", "Wanneer"),
    ):
        await chat.ready()
        await chat.field.fill(text)
        await chat.button("Verstuur").tap()
        await expect(answers.last).to_contain_text(next_question, timeout=30_000)
    await chat.ready()
    await page.get_by_label("Kies een datum").fill("2019-05-03")
    await chat.button("Verstuur").tap()
    await expect(chat.own.last).to_contain_text("2019")
    await expect(answers.last).to_contain_text("ondernemingsnummer", timeout=30_000)
