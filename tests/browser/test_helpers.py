"""What helps along the way: several choices, dates, places, changes, printing, reading, the API."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from .chat import Chat
from .conftest import PHONE, OpenPage
from .standin import SCRIPT, Standin
from .test_accessibility import violations
from .test_safety import HOST

pytestmark = pytest.mark.asyncio(loop_scope="session")

WHO = ["Mijn begeleider", "De voorziening", "Mijn school"]


def question(text: str, **custom: object) -> list[dict]:
    return [{"text": text, "custom": {"soort": "vraag", **custom}}]


async def menu(chat: Chat, name: str) -> None:
    await chat.button("Meer over deze chat").click()
    await chat.page.get_by_role("button", name=name).click()


async def test_several_choices_go_together(standin: Standin, open_page: OpenPage) -> None:
    buttons = [{"title": who, "payload": who} for who in WHO]
    buttons.append({"title": "Weet ik niet", "payload": "Weet ik niet", "soort": "wens"})
    standin.script["wie"] = [{**question("Met wie?", meerdere=True)[0], "buttons": buttons}]
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    await chat.say("wie", "Met wie?")
    await expect(chat.button("Verstuur mijn keuze")).to_have_count(0)
    for who in (WHO[0], WHO[1], WHO[2], WHO[1]):
        await chat.button(who).click()
    await expect(chat.button(WHO[0])).to_have_attribute("aria-pressed", "true")
    await expect(chat.button(WHO[1])).to_have_attribute("aria-pressed", "false")
    assert await violations(page) == []
    await chat.button("Verstuur mijn keuze").click()
    await chat.text("Je zei: Mijn begeleider en Mijn school").wait_for()
    assert standin.processed == ["wie", "Mijn begeleider en Mijn school"]


async def test_wishes_about_the_conversation_stand_apart(standin: Standin, open_page: OpenPage) -> None:
    standin.script["vraag"] = [
        {
            "text": "Kies.",
            "buttons": [
                {"title": "Ja", "payload": "Ja"},
                {"title": "Terug", "payload": "Terug", "soort": "wens"},
            ],
        }
    ]
    chat = await Chat(await open_page(standin.url)).open()
    await chat.say("vraag", "Kies.")
    await expect(chat.page.locator(".wishes button")).to_have_text(["Terug"])
    await expect(chat.log).to_contain_text("Onder dit bericht staat 1 keuze.")
    await chat.choose("Terug", "Je zei: Terug")


async def test_a_date_can_be_picked_or_typed(standin: Standin, open_page: OpenPage) -> None:
    standin.script["datum"] = question("Wanneer?", invoer="datum")
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    await chat.say("datum", "Wanneer?")
    await page.get_by_label("Kies een datum").fill("2011-03-12")
    await expect(chat.field).to_have_value("12/3/2011")
    assert await violations(page) == []
    await chat.say("twaalf maart", "Je zei: twaalf maart")
    await expect(page.get_by_label("Kies een datum")).to_have_count(0)


async def test_places_are_offered_and_never_forced(standin: Standin, open_page: OpenPage) -> None:
    standin.script["plaats"] = question("Waar?", invoer="plaats")
    page = await open_page(standin.url, **PHONE)
    chat = await Chat(page).open()
    await chat.say("hallo", "Je zei: hallo")
    await chat.say("plaats", "Waar?")
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    await chat.field.press_sequentially("deur")
    places = page.get_by_role("group", name="Bedoel je").get_by_role("button")
    await expect(places).to_have_text(standin.places)
    await expect(page.get_by_text("2 plaatsen gevonden.")).to_be_attached()
    await expect(chat.text("Waar?")).to_be_in_viewport(ratio=1)
    assert not any("deur" in address for address in addresses)
    assert await violations(page) == []
    await places.first.click()
    await expect(chat.field).to_have_value("2100 Deurne (Antwerpen)")
    await expect(chat.field).to_be_focused()
    await expect(places).to_have_count(0)
    await chat.say("ergens anders", "Je zei: ergens anders")


async def test_each_answer_in_the_overview_can_be_changed_while_it_is_the_last(
    standin: Standin, open_page: OpenPage
) -> None:
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    await chat.say("Ik heb ruzie met mijn begeleider.", "Kijk even na")
    await expect(page.get_by_role("button", name=re.compile("^Wijzig "))).to_have_count(4)
    await page.get_by_role("button", name="Wijzig Wie mag dit niet weten?").click()
    await chat.text("Je zei: Wijzig: Wie mag dit niet weten?").wait_for()
    await expect(page.get_by_role("button", name=re.compile("^Wijzig "))).to_have_count(0)


async def test_printing_warns_first_and_prints_the_overview_alone(
    standin: Standin, open_page: OpenPage
) -> None:
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    await chat.say("Ik heb ruzie met mijn begeleider.", "Kijk even na")
    printed = """() => { window.printed = []; const real = HTMLElement.prototype.append;
        HTMLElement.prototype.append = function (...nodes) { real.apply(this, nodes);
            for (const node of nodes) if (node.tagName === 'IFRAME') node.contentWindow.print = () =>
                window.printed.push([node.contentDocument.title, node.contentDocument.body.innerText]); } }"""
    await page.evaluate(printed)
    await chat.button("Print of bewaar als pdf").click()
    await expect(page.get_by_text("Deel je dit toestel")).to_be_visible()
    assert await violations(page) == []
    await chat.button("Toch niet").click()
    await expect(page.get_by_text("Deel je dit toestel")).to_have_count(0)
    assert await page.evaluate("window.printed") == []
    await chat.button("Print of bewaar als pdf").click()
    await chat.button("Ja, print of bewaar").click()
    [[title, text]] = await page.evaluate("window.printed")
    assert title == "Overzicht"
    assert "Mijn stiefvader" in text
    assert "Wijzig" not in text
    assert "Kijk even na" not in text


async def test_reading_easily_stays_on_while_the_tab_lives(standin: Standin, open_page: OpenPage) -> None:
    page = await open_page(standin.url, **PHONE)
    chat = await Chat(page).open()
    size = "p => parseFloat(getComputedStyle(p).fontSize)"
    words = page.locator(".message.assistant p").first
    before = await words.evaluate(size)
    await menu(chat, "Makkelijk lezen")
    assert await words.evaluate(size) >= before * 1.2
    assert await violations(page) == []
    await page.reload()
    await words.wait_for()
    assert await words.evaluate(size) >= before * 1.2


async def test_times_and_copying_on_request(standin: Standin, open_page: OpenPage) -> None:
    page = await open_page(standin.url)
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    chat = await Chat(page).open()
    await chat.say("Iets vragen", "kosten jou niets")
    await expect(chat.button("Kopieer")).to_have_count(0)
    await menu(chat, "Toon de tijd en een knop om te kopiëren")
    await page.keyboard.press("Escape")
    await expect(page.locator(".message.assistant").last.locator("time")).to_have_text(
        await page.evaluate("new Date().toLocaleTimeString('nl-BE', { timeStyle: 'short' })")
    )
    assert await violations(page) == []
    await chat.button("Kopieer").last.click()
    copied = await page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Cliëntoverleg en bemiddeling kosten jou niets.")
    assert "Kopieer" not in copied
    assert "Assistent:" not in copied


async def test_whether_an_answer_was_clear_is_asked_now_and_then(
    standin: Standin, open_page: OpenPage
) -> None:
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    asked = page.get_by_role("group", name="Was dit duidelijk?")
    for round_ in range(1, 8):
        await chat.say("Iets vragen", "kosten jou niets")
        await expect(page.locator(".message.person")).to_have_count(round_)
        await expect(asked).to_have_count(1 if round_ in (2, 6) else 0)
        if round_ == 2:
            assert await violations(page) == []
            await asked.get_by_role("button", name="Nee").click()
            await expect(page.locator(".asked")).to_contain_text("met andere woorden")
        if round_ == 6:
            await asked.get_by_role("button", name="Ja").click()
    assert standin.clear == [False, True]


async def test_whether_an_answer_was_clear_is_not_asked_in_the_middle_of_an_aanvraag(
    standin: Standin, open_page: OpenPage
) -> None:
    standin.script["Iets vragen"] = [*SCRIPT["Iets vragen"], *SCRIPT["Aanvraag doen"]]
    chat = await Chat(await open_page(standin.url)).open()
    for _ in range(3):
        await chat.say("Iets vragen", "Op welk nummer")
        await expect(chat.page.get_by_text("Was dit duidelijk?")).to_have_count(0)


async def test_unread_answers_are_counted_on_the_button_and_in_the_title(
    standin: Standin, open_page: OpenPage
) -> None:
    page = await open_page(standin.url)
    title = await page.title()
    chat = await Chat(page).open()
    standin.gate.clear()
    await chat.field.fill("hallo")
    await chat.field.press("Enter")
    await expect(chat.typing).to_be_visible()
    await page.keyboard.press("Escape")
    standin.gate.set()
    await expect(page.get_by_role("button", name="Stel je vraag 1 1 nieuw bericht")).to_be_visible()
    assert await page.title() == f"(1) {title}"
    await page.locator(".launcher").click()
    await expect(chat.text("Je zei: hallo")).to_be_visible()
    assert await page.title() == title


async def test_one_press_to_the_newest_message(standin: Standin, open_page: OpenPage) -> None:
    page = await open_page(standin.url, **PHONE)
    chat = await Chat(page).open()
    for number in range(6):
        await chat.say(f"bericht {number}", f"Je zei: bericht {number}")
    newest = chat.button("Naar het nieuwste bericht")
    await expect(newest).to_be_hidden()
    talk = page.locator(".scroll")
    height = await talk.evaluate("node => node.clientHeight")
    await talk.evaluate("node => { node.scrollTop = 0; }")
    await expect(newest).to_be_visible()
    assert await talk.evaluate("node => node.clientHeight") == height, "what is read stays where it is"
    strip, area = await newest.bounding_box(), await talk.bounding_box()
    assert strip
    assert area
    assert strip["y"] + strip["height"] == pytest.approx(area["y"] + area["height"], abs=1)
    assert strip["width"] == pytest.approx(area["width"], abs=20), "it covers lines whole, none by half"
    colour = await newest.evaluate("node => getComputedStyle(node).backgroundColor")
    assert re.fullmatch(r"rgb\(.*\)", colour), "and nothing shines through"
    round_button = await page.locator(".newest svg").bounding_box()
    assert round_button
    assert round_button["x"] > 360 / 2, "on the right, beside the thumb"
    await newest.tap()
    await expect(chat.text("Je zei: bericht 5")).to_be_in_viewport()
    await expect(newest).to_be_hidden()


async def host(standin: Standin, open_page: OpenPage, attributes: str, **options: object) -> Page:
    standin.host_html = HOST.format(inhoud=f'<script async src="/widget.js" {attributes}></script>')
    return await open_page(f"{standin.url}gewoon", **options)


async def test_neutral_words_and_a_sign_that_says_nothing(standin: Standin, open_page: OpenPage) -> None:
    page = await host(standin, open_page, "data-neutraal")
    launcher = page.get_by_role("button", name="Vragen")
    box = await launcher.bounding_box()
    assert box
    assert box["width"] < 70
    await launcher.click()
    await expect(page.get_by_role("dialog", name="Vragen")).to_be_visible()
    assert await violations(page) == []


async def test_a_first_question_and_a_topic_to_start_with(standin: Standin, open_page: OpenPage) -> None:
    chat = Chat(await host(standin, open_page, 'data-vraag="Wat kost het?"'))
    await chat.launcher.click()
    await expect(chat.choices.first).to_have_text("Wat kost het?")
    await chat.choose("Wat kost het?", "Je zei: Wat kost het?")
    other = Chat(await host(standin, open_page, 'data-onderwerp="Iets vragen"'))
    await other.launcher.click()
    await expect(other.text("kosten jou niets")).to_be_visible()
    await other.page.reload()
    await expect(other.text("kosten jou niets")).to_have_count(1)
    assert standin.processed == ["Wat kost het?", "Iets vragen"]


async def test_the_page_around_opens_closes_sends_and_hears(standin: Standin, open_page: OpenPage) -> None:
    page = await host(standin, open_page, "")
    chat = Chat(page)
    await page.evaluate(
        """() => { window.heard = []; const chat = document.querySelector('jeugdhulp-assistent');
            for (const type of ['open', 'close', 'message'])
                chat.addEventListener(type, ({ type, detail }) => heard.push([type, detail ?? null]));
            chat.open(); }"""
    )
    await chat.choices.first.wait_for()
    sent = await page.evaluate("document.querySelector('jeugdhulp-assistent').send('via de site')")
    assert sent is True
    await chat.text("Je zei: via de site").wait_for()
    await page.evaluate("document.querySelector('jeugdhulp-assistent').close()")
    await expect(chat.launcher).to_be_visible()
    assert await page.evaluate("window.heard") == [
        ["open", None],
        ["message", {"van": "assistent"}],
        ["message", {"van": "mens"}],
        ["message", {"van": "assistent"}],
        ["close", None],
    ]


async def test_dictation_is_explained_and_off_until_asked_for(standin: Standin, open_page: OpenPage) -> None:
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    await expect(chat.button("Praat")).to_have_count(0)
    await chat.button("Meer over deze chat").click()
    await expect(page.get_by_text("naar de maker van de browser")).to_be_visible()
    await page.get_by_role("button", name="Praten in plaats van typen").click()
    await page.keyboard.press("Escape")
    await expect(chat.button("Praat")).to_be_visible()
    assert await violations(page) == []


async def test_four_times_larger_still_does_everything(standin: Standin, open_page: OpenPage) -> None:
    # 400 % of 1280 by 1024 is a window of 320 by 256 CSS pixels (WCAG 1.4.10).
    page = await open_page(standin.url, viewport={"width": 320, "height": 256}, device_scale_factor=4)
    chat = Chat(page)
    await chat.launcher.click()
    for name in ("Ik ben een jongere", "Aanvraag doen"):
        await chat.button(name).click()
        await chat.ready()
        await expect(chat.exit).to_be_in_viewport(ratio=1)
    standin.script["hulp"] = [
        {
            "text": "Waar woon je?",
            "buttons": [{"title": "Sla over", "payload": "Sla over"}],
            "custom": {"soort": "vraag", "voortgang": {"nummer": 4, "van": 14}, "invoer": "plaats"},
        }
    ]
    await chat.say("hulp", "Waar woon je?")
    await chat.field.press_sequentially("deur")
    await page.get_by_role("group", name="Bedoel je").get_by_role("button").first.wait_for()
    for control in (chat.exit, chat.field, chat.button("Verstuur")):
        await expect(control).to_be_in_viewport(ratio=1)
    standin.script["dag"] = question("Wanneer?", voortgang={"nummer": 5, "van": 14}, invoer="datum")
    await chat.say("dag", "Wanneer?")
    await page.get_by_label("Kies een datum").fill("2011-03-12")
    for control in (chat.exit, chat.field, chat.button("Verstuur")):
        await expect(control).to_be_in_viewport(ratio=1)
    await chat.say("0470 12 34 56", "in je eigen woorden")
    await chat.say("Ik heb ruzie met mijn begeleider.", "Kijk even na")
    await chat.button("Versturen").click()
    await expect(chat.text("AV-2026-000042-7")).to_be_visible()
    for part in (".panel", ".scroll", ".composer"):
        assert not await page.locator(part).evaluate("node => node.scrollWidth > node.clientWidth + 1"), part
    await chat.button("Meer over deze chat").click()
    await expect(chat.button("Geef mij een code")).to_be_attached()
    await chat.button("Geef mij een code").click()
    await expect(page.locator(".code")).to_be_visible()


VOICE = """const voices = [];
speechSynthesis.getVoices = () => voices;
window.voicesCome = () => voices.push(
    { lang: 'nl-NL', localService: false, name: 'ver weg' },
    { lang: 'nl-BE', localService: true, name: 'dichtbij' });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
window.read = []; speechSynthesis.speak = ({ text, voice, lang }) => read.push([text, voice.name, lang]);
speechSynthesis.cancel = () => read.push('stil');
window.webkitSpeechRecognition = window.SpeechRecognition = class {
    start() { window.recognition = this; }
    stop() { this.onend(); }
    abort() { window.dropped = true; this.onend(); }
};"""


async def with_voices(standin: Standin, open_page: OpenPage) -> Chat:
    """The chat in a browser that speaks and listens; one without a screen does neither."""
    page = await open_page("about:blank")
    await page.add_init_script(VOICE)
    await page.goto(standin.url)
    chat = await Chat(page).open()
    await page.evaluate("voicesCome()")  # browsers load their voices after the page
    return chat


async def test_reading_aloud_uses_a_voice_on_the_device_only(standin: Standin, open_page: OpenPage) -> None:
    chat = await with_voices(standin, open_page)
    page = chat.page
    await menu(chat, "Lees antwoorden voor")
    await page.keyboard.press("Escape")
    await page.evaluate("read.length = 0")
    await chat.say("hallo", "Je zei: hallo")
    assert await page.evaluate("read") == ["stil", ["Je zei: hallo", "dichtbij", "nl-BE"]]
    await page.keyboard.press("Escape")  # who closes the chat hears no more of it
    assert await page.evaluate("read.at(-1)") == "stil"


async def test_without_a_dutch_voice_on_the_device_nothing_is_read(
    standin: Standin, open_page: OpenPage
) -> None:
    page = await open_page(standin.url)
    await page.evaluate("speechSynthesis.getVoices = () => [{ lang: 'nl-BE', localService: false }]")
    chat = await Chat(page).open()
    await chat.button("Meer over deze chat").click()
    await expect(page.get_by_role("button", name="Makkelijk lezen")).to_be_visible()
    await expect(page.get_by_role("button", name="Lees antwoorden voor")).to_have_count(0)


async def test_what_is_dictated_comes_in_the_field_and_waits_there(
    standin: Standin, open_page: OpenPage
) -> None:
    chat = await with_voices(standin, open_page)
    page = chat.page
    await menu(chat, "Praten in plaats van typen")
    await page.keyboard.press("Escape")
    await chat.field.fill("Dag.")
    await chat.button("Praat").click()
    await expect(page.get_by_text("Stop met praten")).to_be_visible()
    await page.evaluate("recognition.onresult({ results: [[{ transcript: 'ik heb ruzie' }]] })")
    await page.evaluate("recognition.onend()")
    await expect(chat.field).to_have_value("Dag. ik heb ruzie")
    assert standin.processed == []


async def test_dictation_that_fails_says_so_and_nothing_is_heard_after_closing(
    standin: Standin, open_page: OpenPage
) -> None:
    chat = await with_voices(standin, open_page)
    page = chat.page
    await menu(chat, "Praten in plaats van typen")
    await page.keyboard.press("Escape")
    await chat.button("Praat").click()
    await page.evaluate("recognition.onerror({ error: 'not-allowed' })")
    await page.evaluate("recognition.onend()")
    await expect(page.get_by_text("Praten lukt nu niet.")).to_be_visible()
    await expect(chat.button("Praat")).to_have_attribute("aria-pressed", "false")
    await chat.button("Praat").click()
    await page.keyboard.press("Escape")
    assert await page.evaluate("window.dropped") is True


KEYBOARD_OF_AN_IPHONE = """() => { // it covers the page, and the page slides up behind it
    const view = Object.assign(new EventTarget(), { width: 360, height: 640, offsetTop: 0, scale: 1 });
    Object.defineProperty(window, 'visualViewport', { value: view });
    window.keyboard = (height, offsetTop) => {
        Object.assign(view, { height, offsetTop });
        view.dispatchEvent(new Event('resize')); view.dispatchEvent(new Event('scroll')); }; }"""


async def test_the_field_stays_above_a_keyboard_that_covers_the_page(
    standin: Standin, open_page: OpenPage
) -> None:
    page = await open_page("about:blank", **PHONE)
    await page.add_init_script(f"({KEYBOARD_OF_AN_IPHONE})()")
    await page.goto(standin.url)
    chat = await Chat(page).open()
    panel = page.locator(".panel")
    for height, top in ((300, 0), (300, 180), (640, 0)):
        await page.evaluate(f"keyboard({height}, {top})")
        assert await panel.bounding_box() == {"x": 0, "y": top, "width": 360, "height": height}
        for control in (chat.exit, chat.field, chat.button("Verstuur")):
            box = await control.bounding_box()
            assert box
            assert top <= box["y"]
            assert box["y"] + box["height"] <= top + height


async def test_the_field_stays_above_the_keyboard_of_a_phone(standin: Standin, open_page: OpenPage) -> None:
    page = await open_page(standin.url, **PHONE)
    chat = await Chat(page).open()
    await page.set_viewport_size({"width": 360, "height": 300})  # what a keyboard leaves
    await expect(chat.field).to_be_in_viewport(ratio=1)
    await expect(chat.exit).to_be_in_viewport(ratio=1)
    await expect(chat.button("Verstuur")).to_be_in_viewport(ratio=1)
