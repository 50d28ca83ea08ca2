"""One conversation in several places: tabs, devices, and a connection that comes and goes."""

from __future__ import annotations

import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import Page, expect

from .chat import Chat
from .conftest import OpenPage
from .standin import Fault, Standin

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def second_tab(page: Page, url: str) -> Chat:
    tab = await page.context.new_page()
    tab.set_default_timeout(10_000)
    await tab.goto(url)
    chat = Chat(tab)
    await chat.launcher.click()
    return chat


async def texts(chat: Chat) -> list[str]:
    return await chat.page.locator(".bubble p").all_inner_texts()


async def test_two_tabs_share_one_conversation(standin: Standin, open_page: OpenPage) -> None:
    page = await open_page(standin.url)
    first = await Chat(page).open()
    await first.say("vanuit de eerste", "Je zei: vanuit de eerste")
    second = await second_tab(page, standin.url)
    await expect(second.text("Je zei: vanuit de eerste")).to_be_visible()
    await second.say("vanuit de tweede", "Je zei: vanuit de tweede")
    await expect(first.text("Je zei: vanuit de tweede")).to_have_count(1)
    await first.say("weer de eerste", "Je zei: weer de eerste")
    await expect(second.text("Je zei: weer de eerste")).to_have_count(1)
    assert list(standin.history) == ["token-1"]
    assert await texts(first) == await texts(second)


async def test_a_new_browser_knows_nothing(standin: Standin, open_page: OpenPage) -> None:
    await Chat(await open_page(standin.url)).open()
    other = await Chat(await open_page(standin.url)).open()
    assert list(standin.history) == ["token-1", "token-2"]
    await expect(other.own).to_have_count(0)


async def test_leaving_in_one_tab_empties_the_other(standin: Standin, open_page: OpenPage) -> None:
    page = await open_page(standin.url)
    first = await Chat(page).open()
    await first.say("mijn geheim", "Je zei: mijn geheim")
    second = await second_tab(page, standin.url)
    await expect(second.own).to_have_count(1)
    await second.page.route("https://www.meteo.be/**", lambda route: route.fulfill(body="weer"))
    await second.exit.click()
    await second.page.wait_for_url("https://www.meteo.be/**")
    await expect(first.launcher).to_be_visible()
    await expect(page.get_by_text("mijn geheim")).to_have_count(0)
    assert "token" not in await page.evaluate("JSON.stringify(sessionStorage)")
    await first.launcher.click()
    await first.restart.click()
    await first.choices.first.wait_for()
    await expect(first.own).to_have_count(0)


async def test_deleting_in_one_tab_is_told_in_the_other(standin: Standin, open_page: OpenPage) -> None:
    page = await open_page(standin.url)
    first = await Chat(page).open()
    second = await second_tab(page, standin.url)
    await second.choices.first.wait_for()
    await second.button("Meer over deze chat").click()
    await second.button("Wis mijn gesprek").click()
    await second.button("Ja, wis alles").click()
    await expect(second.restart).to_be_visible()
    await expect(first.restart).to_be_visible()
    await expect(first.notice).to_contain_text("gewist")


async def test_what_was_missed_while_the_stream_was_down_comes_after_it_once_and_in_order(
    standin: Standin, open_page: OpenPage
) -> None:
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    await chat.say("een", "Je zei: een")
    await standin.close_streams()
    for number in ("twee", "drie"):  # another device
        await standin.take_turn("token-1", f"elders-{number}", number, [{"text": f"Je zei: {number}"}])
    standin.streams_open = True
    await expect(chat.text("Je zei: drie")).to_be_visible()
    await chat.say("vier", "Je zei: vier")
    said = [text for text in await texts(chat) if text.startswith("Je zei")]
    assert said == ["Je zei: een", "Je zei: twee", "Je zei: drie", "Je zei: vier"]
    await expect(chat.own).to_have_text(["een", "twee", "drie", "vier"])


async def test_without_any_stream_the_answer_brings_what_was_missed(
    standin: Standin, open_page: OpenPage
) -> None:
    standin.streams_open = False
    chat = await Chat(await open_page(standin.url)).open()
    await standin.take_turn("token-1", "elders", "van elders", [{"text": "Je zei: van elders"}])
    await chat.say("van hier", "Je zei: van hier")
    await expect(chat.own).to_have_text(["van elders", "van hier"])
    said = [text for text in await texts(chat) if text.startswith("Je zei")]
    assert said == ["Je zei: van elders", "Je zei: van hier"]


async def test_an_answer_whose_connection_broke_comes_over_the_stream(
    standin: Standin, open_page: OpenPage
) -> None:
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    standin.faults.append(Fault(status=502, after_processing=True))
    await chat.say("hallo", "Je zei: hallo")
    await expect(chat.retry).to_have_count(0)
    await expect(chat.text("Je zei: hallo")).to_have_count(1)
    await chat.say("nog iets", "Je zei: nog iets")
    assert standin.processed == ["hallo", "nog iets"]


async def test_a_slow_answer_after_the_streams_is_not_shown_again(
    standin: Standin, open_page: OpenPage
) -> None:
    page = await open_page(standin.url)
    chat = await Chat(page).open()

    async def late(route: object) -> None:
        answer = await route.fetch()  # type: ignore[attr-defined]
        await chat.text("Je zei: hallo").wait_for()
        await route.fulfill(response=answer)  # type: ignore[attr-defined]

    await page.route("**/chat", late)
    await chat.say("hallo", "Je zei: hallo")
    await page.unroute_all(behavior="wait")
    await chat.say("en dan", "Je zei: en dan")
    await expect(chat.text("Je zei: hallo")).to_have_count(1)
    await expect(chat.own).to_have_text(["hallo", "en dan"])


async def test_no_stream_while_nobody_looks(standin: Standin, open_page: OpenPage) -> None:
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    await chat.say("een", "Je zei: een")
    before = len(standin.streams)
    assert before == 1
    await page.keyboard.press("Escape")
    await standin.take_turn("token-1", "elders", "van elders", [{"text": "Je zei: van elders"}])
    await chat.launcher.click()
    await expect(chat.text("Je zei: van elders")).to_be_visible()
    assert len(standin.streams) == before + 1


async def test_a_code_goes_on_in_another_browser(standin: Standin, open_page: OpenPage) -> None:
    chat = await Chat(await open_page(standin.url)).open()
    await chat.say("hier begon ik", "Je zei: hier begon ik")
    await chat.button("Meer over deze chat").click()
    await chat.button("Geef mij een code").click()
    code = await chat.page.locator(".code").inner_text()
    assert code == "boot-tijger-lamp-4072"
    await expect(chat.page.get_by_text("Ze werkt één keer, tot")).to_be_visible()

    other = await Chat(await open_page(standin.url)).open()
    await other.button("Meer over deze chat").click()
    await other.button("Ik heb een code").click()
    field = other.page.get_by_role("textbox", name="Typ je code")
    await expect(field).to_be_focused()
    await field.fill("verkeerd")
    await field.press("Enter")
    await expect(other.page.get_by_text("Deze code ken ik niet.")).to_be_visible()
    await field.fill(code)
    await field.press("Enter")
    await expect(other.text("Je zei: hier begon ik")).to_be_visible()
    await other.say("en hier ga ik verder", "Je zei: en hier ga ik verder")
    await expect(chat.text("Je zei: en hier ga ik verder")).to_be_visible()


async def test_a_service_that_is_started_again_goes_on_with_the_conversation(open_page: OpenPage) -> None:
    before, after = Standin(), Standin()
    server = TestServer(before.app)
    await server.start_server()
    url, port = str(server.make_url("/")), server.port
    chat = await Chat(await open_page(url)).open()
    await chat.say("voor", "Je zei: voor")
    await before.close_streams()
    await server.close()
    await chat.field.fill("tijdens")
    await chat.field.press("Enter")
    await expect(chat.notice).to_contain_text("Ik probeer het nog eens")
    after.history, after.turns, after.answers = before.history, before.turns, before.answers
    again = TestServer(after.app, port=port)
    await again.start_server()
    await expect(chat.text("Je zei: tijdens")).to_have_count(1, timeout=20_000)
    await chat.say("erna", "Je zei: erna")
    await expect(chat.own).to_have_text(["voor", "tijdens", "erna"])
    assert after.processed == ["tijdens", "erna"]
    await after.close_streams()
    await again.close()
