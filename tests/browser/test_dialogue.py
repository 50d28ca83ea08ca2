"""A whole conversation, by keyboard alone and by touch."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from .chat import Chat
from .conftest import PHONE, OpenPage
from .standin import Standin

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_keyboard_alone_from_opening_to_the_number(standin: Standin, open_page: OpenPage) -> None:
    page = await open_page(standin.url)
    chat = Chat(page)
    keys = page.keyboard
    for _ in range(40):
        await keys.press("Tab")
        if await chat.focused() == "Stel je vraag":
            break
    await keys.press("Enter")
    await chat.choices.first.wait_for()
    assert await chat.focused() == "field"

    async def choose(name: str) -> None:
        for _ in range(12):
            if await chat.focused() == name:
                break
            await keys.press("Shift+Tab")
        assert await chat.focused() == name
        await keys.press("Space")

    await choose("Ik ben een jongere")
    await chat.text("Wat wil je doen?").wait_for()
    assert await chat.focused() == "field"  # the pressed button is gone, the focus is not
    await choose("Aanvraag doen")
    await chat.text("Op welk nummer").wait_for()
    await keys.type("0470 12 34 56")
    await keys.press("Enter")
    await chat.text("in je eigen woorden").wait_for()
    await keys.type("Ik heb ruzie met mijn begeleider.")
    await keys.press("Enter")
    await chat.button("Versturen").wait_for()
    await choose("Versturen")
    await expect(chat.text("AV-2026-000042-7")).to_be_visible()
    assert standin.processed == [
        "Ik ben een jongere",
        "Aanvraag doen",
        "0470 12 34 56",
        "Ik heb ruzie met mijn begeleider.",
        "Versturen",
    ]


async def test_touch_on_a_small_phone(standin: Standin, open_page: OpenPage) -> None:
    page = await open_page(standin.url, **PHONE)
    chat = Chat(page)
    await chat.launcher.tap()
    await chat.button("Ik ben een jongere").tap()
    await chat.button("Aanvraag doen").tap()
    await chat.text("Op welk nummer").wait_for()
    assert await chat.focused() != "field"  # nothing pops up a keyboard over the question
    await expect(chat.field).to_have_attribute("inputmode", "tel")
    await chat.button("Letters typen").tap()
    await expect(chat.field).to_have_attribute("inputmode", "text")
    await chat.field.fill("0470 12 34 56")
    await chat.button("Verstuur").tap()
    await chat.text("in je eigen woorden").wait_for()
    await chat.field.fill("Ik heb ruzie met mijn begeleider.")
    await chat.button("Verstuur").tap()
    await expect(page.get_by_text("Mijn stiefvader")).to_be_visible()
    await chat.button("Versturen").tap()
    await expect(chat.text("AV-2026-000042-7")).to_be_in_viewport()


async def test_choices_are_gone_once_something_is_answered(standin: Standin, open_page: OpenPage) -> None:
    chat = await Chat(await open_page(standin.url)).open()
    await expect(chat.choices).to_have_count(4)
    await chat.say("hallo", "Je zei: hallo")
    await expect(chat.choices).to_have_count(0)


async def test_a_choice_sends_its_payload_and_shows_its_title(standin: Standin, open_page: OpenPage) -> None:
    standin.greeting = [{"text": "Kies.", "buttons": [{"title": "Ja, graag", "payload": "ja"}]}]
    chat = await Chat(await open_page(standin.url)).open()
    await chat.choose("Ja, graag", "Je zei: ja")
    await expect(chat.own).to_have_text(["Ja, graag"])
    assert standin.processed == ["ja"]


async def test_shift_enter_breaks_the_line_and_the_field_grows(standin: Standin, open_page: OpenPage) -> None:
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    before = await chat.field.bounding_box()
    await chat.field.press_sequentially("een")
    await chat.field.press("Shift+Enter")
    await chat.field.press_sequentially("twee")
    await chat.field.press("Shift+Enter")
    await chat.field.press_sequentially("drie")
    after = await chat.field.bounding_box()
    assert before
    assert after
    assert after["height"] > before["height"] + 20
    await chat.field.press("Enter")
    await chat.text("Je zei: een").wait_for()
    assert standin.processed == ["een\ntwee\ndrie"]
    await expect(chat.field).to_have_value("")


async def test_typing_goes_on_while_an_answer_is_awaited_but_sending_waits(
    standin: Standin, open_page: OpenPage
) -> None:
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    standin.gate.clear()
    await chat.field.fill("eerste")
    await chat.field.press("Enter")
    await expect(chat.typing).to_be_visible()
    await chat.field.fill("tweede")
    await chat.field.press("Enter")
    await expect(page.get_by_text("Even wachten")).to_be_visible()
    await expect(chat.field).to_have_value("tweede")
    standin.gate.set()
    await chat.text("Je zei: eerste").wait_for()
    await chat.field.press("Enter")
    await chat.text("Je zei: tweede").wait_for()
    assert standin.processed == ["eerste", "tweede"]


async def send_before_the_greeting(standin: Standin, open_page: OpenPage) -> Chat:
    """Somebody who sent "help" while the service was still silent."""
    chat = Chat(await open_page(standin.url))
    standin.gate.clear()
    await chat.launcher.click()
    await chat.field.fill("help")
    await chat.field.press("Enter")
    return chat


async def test_a_message_sent_before_the_greeting_goes_as_soon_as_it_is_there(
    standin: Standin, open_page: OpenPage
) -> None:
    chat = await send_before_the_greeting(standin, open_page)
    await expect(chat.page.get_by_text("Even wachten")).to_be_visible()
    standin.gate.set()
    await chat.text("Je zei: help").wait_for()
    await expect(chat.field).to_have_value("")
    assert standin.processed == ["help"]


async def test_who_writes_on_before_the_greeting_sends_it_himself(
    standin: Standin, open_page: OpenPage
) -> None:
    chat = await send_before_the_greeting(standin, open_page)
    await chat.field.press_sequentially(" mij eens")
    standin.gate.set()
    await chat.ready()
    await chat.choices.first.wait_for()
    await expect(chat.field).to_have_value("help mij eens")
    assert standin.processed == []


async def test_items_of_one_answer_come_in_order(standin: Standin, open_page: OpenPage) -> None:
    standin.script["veel"] = [{"text": f"deel {n}"} for n in range(6)]
    chat = await Chat(await open_page(standin.url)).open()
    await chat.say("veel", "deel 5")
    texts = await chat.page.locator(".message.assistant .bubble p").all_inner_texts()
    assert texts[-6:] == [f"deel {n}" for n in range(6)]


async def test_phone_numbers_and_web_addresses_become_links(standin: Standin, open_page: OpenPage) -> None:
    standin.script["links"] = [
        {
            "text": "Bel 03 240 61 66, +32 470 12 34 56, 0800/900.33 of 112. "
            "Zie https://www.jeugdhulp.be/a?b=c. Mail clientoverleg@vgc.be.\n"
            "Geen link: 2100 Deurne, 12/03/2011, AV-2026-000112-7, 105 euro, 106 euro, "
            "javascript:alert(1), 0123.456.789, 31129. Je code is WYWX-XCT8."
        }
    ]
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    await chat.say("links", "Geen link")
    links = (
        await page.locator(".message.assistant")
        .last.locator("a")
        .evaluate_all("all => all.map((a) => [a.getAttribute('href'), a.rel])")
    )
    assert links == [
        ["tel:032406166", ""],
        ["tel:+32470123456", ""],
        ["tel:080090033", ""],
        ["tel:112", ""],
        ["https://www.jeugdhulp.be/a?b=c", "noopener noreferrer"],
        ["mailto:clientoverleg@vgc.be", ""],
    ]
    whole = page.locator(".message.assistant").last.locator(".keep")
    await expect(whole).to_have_text(["AV-2026-000112-7", "WYWX-XCT8"])
    for one in await whole.all():
        assert await one.evaluate("it => it.getClientRects().length") == 1, "a code never breaks off"


async def test_overview_progress_source_and_help_lines(standin: Standin, open_page: OpenPage) -> None:
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    await chat.say("Iets vragen", "kosten jou niets")
    await expect(page.get_by_text("Bron: draaiboek, 6.1.1")).to_be_visible()
    await chat.say("Aanvraag doen", "Op welk nummer")
    await expect(page.locator(".progress")).to_have_text("Vraag 4 van ongeveer 14")
    await chat.say("Ik heb ruzie met mijn begeleider.", "Kijk even na")
    await expect(page.locator(".progress")).to_be_hidden()
    important = page.locator(".overview .important")
    await expect(important.get_by_role("heading")).to_have_text("Belangrijk Veilig contact")
    await expect(important.get_by_role("definition").last).to_contain_text("Mijn stiefvader")
    await chat.say("Ik wil niet meer leven", "Wat goed")
    awel = page.locator(".gevaar").get_by_role("link", name="Awel")
    await expect(awel).to_have_attribute("href", "tel:102")


async def test_reload_restores_the_conversation_and_its_choices(
    standin: Standin, open_page: OpenPage
) -> None:
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    await chat.choose("Ik ben een jongere", "Wat wil je doen?")
    texts = await page.locator(".bubble p").all_inner_texts()
    await page.reload()
    await chat.button("Aanvraag doen").wait_for()
    assert await page.locator(".bubble p").all_inner_texts() == texts
    await expect(chat.choices).to_have_count(3)
    assert len(standin.history) == 1
    await chat.choose("Aanvraag doen", "Op welk nummer")


async def test_closing_returns_the_focus_and_keeps_the_conversation(
    standin: Standin, open_page: OpenPage
) -> None:
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    await chat.say("hallo", "Je zei: hallo")
    await page.keyboard.press("Escape")
    await expect(chat.field).to_be_hidden()
    assert await chat.focused() == "Stel je vraag"
    await page.keyboard.press("Enter")
    await expect(chat.text("Je zei: hallo")).to_be_visible()
    assert await chat.focused() == "field"
    assert len(standin.history) == 1


async def test_the_whole_screen_of_a_phone_keeps_the_page_behind_out_of_reach(
    standin: Standin, open_page: OpenPage
) -> None:
    page = await open_page(standin.url, viewport={"width": 360, "height": 640})
    chat = await Chat(page).open()
    box = await page.locator(".panel").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 360, "height": 640}
    seen = set()
    for _ in range(20):
        await page.keyboard.press("Tab")
        seen.add(await chat.focused())
    assert "Snel weg" in seen
    assert "112" not in seen  # a link of the page behind
    await page.keyboard.press("Escape")
    assert await chat.focused() == "Stel je vraag"
