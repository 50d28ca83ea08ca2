"""Broken connections, a service that fails, conversations that are gone: nothing is lost or done twice."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from .chat import Chat
from .conftest import OpenPage
from .standin import LINES, Fault, Standin

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def open_chat(standin: Standin, open_page: OpenPage) -> tuple[Page, Chat]:
    page = await open_page(standin.url)
    return page, await Chat(page).open()


async def test_a_failure_keeps_both_texts_and_trying_again_sends_the_same_message(
    standin: Standin, open_page: OpenPage
) -> None:
    page, chat = await open_chat(standin, open_page)
    standin.faults.append(Fault(status=500, body="<h1>Bad gateway</h1>"))
    await chat.field.fill("dit is belangrijk")
    await chat.field.press("Enter")
    await expect(chat.notice).to_contain_text("Er ging iets mis bij ons")
    await expect(chat.own).to_have_text(["dit is belangrijk"])
    await expect(page.get_by_text("Nog niet verstuurd")).to_be_visible()
    for name, number in {
        "Awel": "102",
        "Zelfmoordlijn": "1813",
        "Noodnummer": "112",
        "JO-lijn": "080090033",
    }.items():
        await expect(chat.notice.get_by_role("link", name=name)).to_have_attribute("href", f"tel:{number}")
    await chat.field.fill("en dit schrijf ik intussen")
    await chat.retry.click()
    await chat.text("Je zei: dit is belangrijk").wait_for()
    await expect(chat.field).to_have_value("en dit schrijf ik intussen")
    await expect(chat.notice).to_be_empty()
    await expect(page.get_by_text("Nog niet verstuurd")).to_be_hidden()
    first, second = standin.posts
    assert first == second
    assert standin.processed == ["dit is belangrijk"]


async def test_enter_after_a_failure_tries_the_failed_message_first(
    standin: Standin, open_page: OpenPage
) -> None:
    _, chat = await open_chat(standin, open_page)
    standin.faults.append(Fault(status=500))
    await chat.field.fill("een")
    await chat.field.press("Enter")
    await chat.retry.wait_for()
    await chat.field.fill("twee")
    await chat.field.press("Enter")
    await chat.text("Je zei: een").wait_for()
    await expect(chat.field).to_have_value("twee")
    await chat.field.press("Enter")
    await chat.text("Je zei: twee").wait_for()
    assert standin.processed == ["een", "twee"]


@pytest.mark.parametrize("after_processing", [False, True])
async def test_a_dropped_connection_is_tried_again_by_itself_and_counts_once(
    standin: Standin, open_page: OpenPage, after_processing: bool
) -> None:
    _, chat = await open_chat(standin, open_page)
    await standin.close_streams()
    standin.faults.append(Fault(drop=True, after_processing=after_processing))
    await chat.say("hallo", "Je zei: hallo")
    assert standin.processed == ["hallo"]
    assert len(standin.posts) >= 2
    assert len({post["message_id"] for post in standin.posts}) == 1
    await expect(chat.text("Je zei: hallo")).to_have_count(1)
    await expect(chat.own).to_have_count(1)


async def test_a_service_that_stays_away_is_said_plainly_with_numbers(
    standin: Standin, open_page: OpenPage
) -> None:
    page = await open_page(standin.url)
    await page.clock.install()
    chat = await Chat(page).open()
    await page.route("**/chat", lambda route: route.abort())
    await chat.field.fill("hallo")
    await chat.field.press("Enter")
    for pause in (1_000, 2_000, 4_000):
        await expect(chat.notice).to_contain_text("Ik probeer het nog eens")
        await page.clock.run_for(pause)
    await expect(chat.notice).to_contain_text("Ik kan de assistent nu niet bereiken")
    await expect(chat.notice.get_by_role("link", name="Noodnummer 112")).to_be_visible()
    await page.unroute("**/chat")
    await chat.retry.click()
    await chat.text("Je zei: hallo").wait_for()
    assert standin.processed == ["hallo"]


async def test_offline_is_said_at_once_and_mended_by_itself(standin: Standin, open_page: OpenPage) -> None:
    page, chat = await open_chat(standin, open_page)
    await page.context.set_offline(True)
    await chat.field.fill("hallo")
    await chat.field.press("Enter")
    await expect(chat.notice).to_contain_text("Je hebt nu geen internet")
    await page.context.set_offline(False)
    await chat.text("Je zei: hallo").wait_for()
    assert standin.processed == ["hallo"]


async def test_a_message_without_answer_survives_a_reload_and_counts_once(
    standin: Standin, open_page: OpenPage
) -> None:
    page, chat = await open_chat(standin, open_page)
    await standin.close_streams()
    standin.faults.append(Fault(status=500, after_processing=True))
    await chat.field.fill("hallo")
    await chat.field.press("Enter")
    await chat.retry.wait_for()
    await page.reload()
    await chat.text("Je zei: hallo").wait_for()
    assert standin.processed == ["hallo"]
    await expect(chat.own).to_have_text(["hallo"])


async def test_a_service_that_is_down_at_the_start_can_be_tried_again(
    standin: Standin, open_page: OpenPage
) -> None:
    page = await open_page(standin.url)
    chat = Chat(page)
    standin.faults.append(Fault(status=503, body={"fout": "De assistent start nog op.", "lijnen": LINES}))
    await chat.launcher.click()
    await expect(chat.notice).to_contain_text("De assistent start nog op.")
    await expect(chat.notice.get_by_role("link")).to_have_count(3)
    await chat.field.fill("alvast een vraag")
    await chat.retry.click()
    await chat.choices.first.wait_for()
    await expect(chat.field).to_have_value("alvast een vraag")


async def test_lines_that_the_service_sends_with_a_failure_come_before_the_button(
    standin: Standin, open_page: OpenPage
) -> None:
    _, chat = await open_chat(standin, open_page)
    standin.faults.append(Fault(status=503, body={"fout": "Bel nu iemand.", "lijnen": LINES}))
    await chat.field.fill("help")
    await chat.field.press("Enter")
    await chat.retry.wait_for()
    text = await chat.notice.inner_text()
    assert text.index("Bel nu iemand.") < text.index("112") < text.index("Opnieuw proberen")


@pytest.mark.parametrize("status", [413, 422])
async def test_a_text_that_is_too_long_comes_back_to_be_shortened(
    standin: Standin, open_page: OpenPage, status: int
) -> None:
    _, chat = await open_chat(standin, open_page)
    standin.faults.append(Fault(status=status, body={"fout": "Dat is te lang.", "lijnen": []}))
    await chat.field.fill("heel lang")
    await chat.field.press("Enter")
    await expect(chat.notice).to_contain_text("Dat is te lang.")
    await expect(chat.field).to_have_value("heel lang")
    await expect(chat.own).to_have_count(0)
    await chat.say("kort", "Je zei: kort")
    await expect(chat.notice).to_be_empty()


async def test_too_many_messages_waits_for_the_person(standin: Standin, open_page: OpenPage) -> None:
    _, chat = await open_chat(standin, open_page)
    standin.faults.append(Fault(status=429, body="te veel"))
    await chat.field.fill("nog een")
    await chat.field.press("Enter")
    await expect(chat.notice).to_contain_text("veel berichten na elkaar")
    await chat.retry.click()
    await chat.text("Je zei: nog een").wait_for()


async def test_a_conversation_that_is_gone_gives_the_text_back_and_a_new_start(
    standin: Standin, open_page: OpenPage
) -> None:
    page, chat = await open_chat(standin, open_page)
    standin.history.clear()
    await chat.field.fill("ben je er nog?")
    await chat.field.press("Enter")
    await expect(chat.notice).to_contain_text("Dit gesprek is er niet meer")
    assert await chat.focused() == "Nieuw gesprek beginnen"
    await page.keyboard.press("Enter")
    await chat.choices.first.wait_for()
    await expect(chat.field).to_have_value("ben je er nog?")
    await chat.field.press("Enter")
    await chat.text("Je zei: ben je er nog?").wait_for()


async def test_a_reload_after_the_conversation_is_gone_offers_a_new_one(
    standin: Standin, open_page: OpenPage
) -> None:
    page, chat = await open_chat(standin, open_page)
    standin.history.clear()
    await page.reload()
    await chat.restart.click()
    await chat.choices.first.wait_for()
    assert list(standin.history) == ["token-1"]


async def test_the_assistant_erases_the_conversation(standin: Standin, open_page: OpenPage) -> None:
    page, chat = await open_chat(standin, open_page)
    await chat.say("mijn geheim", "Je zei: mijn geheim")
    await chat.field.fill("Wis alles")
    await chat.field.press("Enter")
    await expect(chat.text("Alles is gewist.")).to_be_visible()
    await expect(page.get_by_text("mijn geheim")).to_have_count(0)
    await expect(chat.messages).to_have_count(1)
    await expect(chat.field).to_be_hidden()
    assert "token" not in await page.evaluate("JSON.stringify(sessionStorage)")
    await chat.restart.click()
    await chat.choices.first.wait_for()
    assert len(standin.history) == 2


async def test_the_person_erases_the_conversation_after_being_asked_once_more(
    standin: Standin, open_page: OpenPage
) -> None:
    page, chat = await open_chat(standin, open_page)
    await chat.say("mijn geheim", "Je zei: mijn geheim")
    await chat.button("Meer over deze chat").click()
    await chat.button("Wis mijn gesprek").click()
    assert standin.erased == []
    await chat.button("Ja, wis alles").click()
    await expect(chat.restart).to_be_visible()
    await expect(page.get_by_text("mijn geheim")).to_have_count(0)
    assert standin.erased == ["token-1"]
    assert "token" not in await page.evaluate("JSON.stringify(sessionStorage)")
