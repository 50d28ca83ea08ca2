"""A shared phone, hostile texts, a strict site: what must never happen."""

from __future__ import annotations

import json
import re
from html import escape

import pytest
from playwright.async_api import Page, expect

from .chat import Chat
from .conftest import OpenPage
from .standin import Standin

pytestmark = pytest.mark.asyncio(loop_scope="session")

HOSTILE = [
    "<img src=x onerror=\"window.hit='img'\">",
    "<script>window.hit='script'</script>",
    "<a href=\"javascript:window.hit='a'\">klik</a>",
    '"><svg onload="window.hit=\'svg\'">',
    "{{7*7}} ${7*7} <%= 7*7 %>",
    "https://x.be/\"onmouseover=\"window.hit='url' javascript:window.hit='js'",
    "\u202egnilkeop \u0000 👩\u200d👩\u200d👧",
]
HOST = """<!doctype html><html lang="nl"><head>
<title>Gastsite</title><link rel="stylesheet" href="/host.css">
<meta name="viewport" content="width=device-width"></head>
<body><main><h1>Gastsite</h1>{inhoud}</main></body></html>"""


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_stays_text_from_both_sides(
    standin: Standin, open_page: OpenPage, text: str
) -> None:
    standin.script["toon"] = [
        {
            "text": f"tekst {text}",
            "buttons": [{"title": f"knop {text}", "payload": text}],
            "custom": {
                "soort": f"gevaar {text}",
                "bron": text,
                "lijnen": [{"naam": text, "nummer": f"112 {text}", "uitleg": text}],
                "onderdelen": [
                    {"titel": text, "belangrijk": True, "regels": [{"label": text, "antwoord": text}]}
                ],
                "invoer": text,
            },
        }
    ]
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    await chat.say("toon", "tekst ")
    await chat.choices.first.click()
    await expect(chat.own).to_have_count(2)
    await chat.ready()
    await page.reload()
    await expect(chat.own).to_have_count(2)
    assert await suspicious(page) == []
    assert await page.evaluate("window.hit") is None


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_stays_text_in_choices_places_and_attributes(
    standin: Standin, open_page: OpenPage, text: str
) -> None:
    standin.places = [f"plaats {text}"]
    buttons = [{"title": f"{n} {text}", "payload": f"{n} {text}"} for n in range(2)]
    standin.script["toon"] = [
        {"text": "tekst ", "buttons": buttons, "custom": {"meerdere": True, "invoer": "plaats"}}
    ]
    attribute = escape(text.replace("\u0000", ""))
    standin.host_html = HOST.format(
        inhoud=f'<script async src="/widget.js" data-titel="{attribute}" data-vraag="{attribute}"></script>'
    )
    page = await open_page(f"{standin.url}gewoon")
    chat = await Chat(page).open()
    await chat.say("toon", "tekst ")
    await chat.field.press_sequentially("plaats")
    await page.get_by_role("group", name="Bedoel je").get_by_role("button").click()
    await expect(chat.field).to_have_value(re.compile("^plaats"))
    for choice in (0, 1):
        await page.locator(".choices .toggle").nth(choice).click()
    assert await suspicious(page) == []
    await chat.button("Verstuur mijn keuze").click()
    await expect(chat.own).to_have_count(2)
    await chat.ready()
    assert await suspicious(page) == []
    assert await page.evaluate("window.hit") is None


async def suspicious(page: Page) -> list[str]:
    """Elements and attributes, wherever texts from outside are shown, that no text may become."""
    return await page.locator("jeugdhulp-assistent").evaluate(
        """host => ['.log', '.choices', '.helper', '.notice', 'h2'].flatMap((part) =>
            [...host.shadowRoot.querySelector(part).querySelectorAll('*')]).flatMap((node) => [
            ...(/^(script|img|svg|iframe|object|style)$/i.test(node.tagName) ? [node.tagName] : []),
            ...[...node.attributes].map(({ name, value }) => name + value)
                .filter((attribute) => /^on|^style|javascript:/i.test(attribute)),
            ...(node.tagName === 'A' && !/^(https|tel|mailto):/.test(node.href) ? [node.href] : []),
        ])"""
    )


@pytest.mark.parametrize("way", ["button", "shift"])
async def test_quick_exit_leaves_nothing_in_the_tab(standin: Standin, open_page: OpenPage, way: str) -> None:
    standin.host_html = HOST.format(inhoud='<script async src="/widget.js" data-uitweg="/neutraal"></script>')
    page = await open_page(f"{standin.url}gewoon")
    chat = await Chat(page).open()
    await chat.say("mijn geheim", "Je zei: mijn geheim")
    before = await page.evaluate("history.length")
    if way == "button":
        await chat.exit.click()
    else:
        for _ in range(3):
            await page.keyboard.press("Shift")
    await page.wait_for_url("**/neutraal")
    await expect(page.get_by_role("heading", name="Zonnig")).to_be_visible()
    assert await page.evaluate("JSON.stringify({...sessionStorage, ...localStorage})") == "{}"
    assert await page.evaluate("history.length") == before  # replaced: "back" does not return to the chat
    assert "Referer" not in standin.neutral_visits[0]
    async with page.expect_response("**/neutraal", timeout=10_000):
        await page.reload()
    assert standin.erased == ["token-1"]
    assert standin.history == {}


@pytest.mark.parametrize(("hours", "known"), [(1, True), (3, False)])
async def test_a_tab_that_the_browser_brings_back_after_hours_is_empty(
    standin: Standin, open_page: OpenPage, hours: int, known: bool
) -> None:
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    await chat.say("mijn geheim", "Je zei: mijn geheim")
    [[key, kept]] = await page.evaluate("Object.entries(sessionStorage)")
    kept = json.loads(kept)
    kept["seen"] -= hours * 3_600_000
    await page.context.close()
    page = await open_page("about:blank")
    await page.add_init_script(f"sessionStorage.setItem({key!r}, {json.dumps(json.dumps(kept))})")
    await page.goto(standin.url)
    again = Chat(page)
    if known:
        await expect(again.text("Je zei: mijn geheim")).to_be_visible()
    else:
        await again.open()
        await expect(again.own).to_have_count(0)
    assert list(standin.history) == (["token-1"] if known else ["token-1", "token-2"])


async def test_quick_exit_blanks_the_page_before_it_goes_anywhere(
    standin: Standin, open_page: OpenPage
) -> None:
    standin.host_html = HOST.format(inhoud='<script async src="/widget.js" data-uitweg="/neutraal"></script>')
    page = await open_page(f"{standin.url}gewoon")
    chat = await Chat(page).open()
    # In one go, before any navigation can have happened: what is left right after the press.
    left = await chat.exit.evaluate(
        """button => {
            const root = button.getRootNode();
            button.click();
            const spots = [[5, 5], [innerWidth / 2, innerHeight / 2], [innerWidth - 5, innerHeight - 5]];
            return {
                stored: sessionStorage.length,
                title: document.title,
                bubbles: root.querySelectorAll('.bubble').length,
                behind: spots.filter(([x, y]) => document.elementFromPoint(x, y)?.closest('main')).length,
            };
        }"""
    )
    assert left == {"stored": 0, "title": "", "bubbles": 0, "behind": 0}
    await page.wait_for_url("**/neutraal")


async def test_capitals_and_a_closed_chat_do_not_trigger_the_exit(
    standin: Standin, open_page: OpenPage
) -> None:
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    await chat.field.focus()
    for letter in "ABCD":
        await page.keyboard.press(f"Shift+{letter}")
    await expect(chat.field).to_have_value("ABCD")
    await page.keyboard.press("Escape")
    for _ in range(4):
        await page.keyboard.press("Shift")
    await expect(chat.launcher).to_be_visible()
    assert standin.erased == []


async def test_the_exit_says_what_it_does_not_do(standin: Standin, open_page: OpenPage) -> None:
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    await chat.button("Meer over deze chat").click()
    await expect(page.get_by_text("wist de geschiedenis van je browser niet")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_text("wist de geschiedenis van je browser niet")).to_be_hidden()
    await expect(chat.field).to_be_visible()


async def test_no_cookies_no_lasting_storage_no_globals_no_third_party(
    standin: Standin, open_page: OpenPage
) -> None:
    standin.host_html = HOST.format(inhoud="")
    page = await open_page(f"{standin.url}gewoon")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    globals_before = set(await page.evaluate("Object.keys(window)"))
    await page.evaluate(
        """() => { const script = document.createElement('script');
            script.src = globalThis.trustedTypes.createPolicy('test', { createScriptURL: (u) => u })
                .createScriptURL('/widget.js'); document.body.append(script); }"""
    )
    chat = await Chat(page).open()
    await chat.say("hallo", "Je zei: hallo")
    assert set(await page.evaluate("Object.keys(window)")) == globals_before
    assert await page.context.cookies() == []
    assert await page.evaluate("localStorage.length") == 0
    kept = json.loads(await page.evaluate("Object.values(sessionStorage)[0]"))
    assert set(kept) == {"open", "token", "seen"}
    assert kept["token"] == "token-1"
    assert requests
    assert all(url.startswith(standin.url) for url in requests)
    assert not any("hallo" in url for url in requests)


async def test_a_hostile_style_sheet_of_the_host_does_not_get_in(
    standin: Standin, open_page: OpenPage
) -> None:
    standin.host_css = (
        "* { font-size: 5px; color: red; letter-spacing: 1em; text-transform: uppercase; text-align: right }"
        "button, textarea, dialog, p, h2 { display: none } html { font-size: 62.5% }"
        "* { all: unset !important } * { box-sizing: content-box !important; pointer-events: none !important;"
        " line-height: 3 !important; background: lime !important }"
        "jeugdhulp-assistent { font: 40px cursive !important }"
        "jeugdhulp-assistent { opacity: 1; visibility: visible; direction: ltr }"
    )
    standin.host_html = HOST.format(inhoud='<script async src="/widget.js"></script>')
    page = await open_page(f"{standin.url}gewoon")
    chat = await Chat(page).open()
    await chat.say("hallo", "Je zei: hallo")
    style = await page.locator(".message.assistant .bubble p").last.evaluate(
        """p => ['fontSize', 'color', 'letterSpacing', 'textTransform', 'textAlign']
            .map((property) => getComputedStyle(p)[property])"""
    )
    assert style == ["16px", "rgb(27, 42, 48)", "normal", "none", "start"]


async def test_a_page_in_another_language_and_direction(standin: Standin, open_page: OpenPage) -> None:
    standin.host_html = HOST.format(inhoud='<script async src="/widget.js"></script>').replace(
        'lang="nl"', 'lang="ar" dir="rtl"'
    )
    page = await open_page(f"{standin.url}gewoon")
    chat = Chat(page)
    dutch = "node => node.closest('[lang]').lang + getComputedStyle(node).direction"
    assert await chat.launcher.evaluate(dutch) == "nl-BEltr"
    await chat.open()
    await chat.say("مرحبا، أريد مساعدة", "Je zei")
    assert await chat.field.evaluate(dutch) == "nl-BEltr"
    # Arabic stands on the right of its own bubble, the full stop on its left.
    assert (
        await chat.own.evaluate(
            """p => { const range = document.createRange(); range.selectNodeContents(p);
            const [text] = range.getClientRects(), box = p.getBoundingClientRect();
            return getComputedStyle(p).unicodeBidi + (box.right - text.right < 1); }"""
        )
        == "plaintexttrue"
    )


async def test_in_the_page_instead_of_in_the_corner(standin: Standin, open_page: OpenPage) -> None:
    standin.host_html = HOST.format(
        inhoud="<h2>Chat</h2><script async src='/widget.js' data-plaats='in'"
        " data-titel='Vraag maar' data-api='/'></script><p>Eronder</p>"
    )
    page = await open_page(f"{standin.url}gewoon")
    chat = Chat(page)
    await chat.choices.first.wait_for()
    await chat.say("hallo", "Je zei: hallo")
    await expect(page.get_by_role("region", name="Vraag maar")).to_be_visible()
    await expect(chat.launcher).to_have_count(0)
    frame = await page.locator("section.panel").bounding_box()
    below = await page.get_by_text("Eronder").bounding_box()
    assert frame
    assert below
    assert below["y"] >= frame["y"] + frame["height"]
    await expect(page.get_by_role("textbox")).to_be_visible()
    assert json.loads(await page.evaluate("Object.values(sessionStorage)[0]"))["token"] == "token-1"
