"""WCAG 2.2 A and AA by axe-core in every state, and what axe cannot see: announcements, reflow, targets."""

from __future__ import annotations

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from .chat import Chat
from .conftest import PHONE, OpenPage
from .standin import Fault, Standin

HOST = """<!doctype html><html lang="nl"><head><title>Gastsite</title></head>
<body><main><h1>Gastsite</h1>{inhoud}</main></body></html>"""

pytestmark = pytest.mark.asyncio(loop_scope="session")

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone": PHONE,
    "narrow": {"viewport": {"width": 320, "height": 480}},
    "forced colours": {"forced_colors": "active"},
}


async def violations(page: Page) -> list[str]:
    # Colours that are still fading in would be measured halfway.
    await page.evaluate(
        """async () => {
            const once = document.getAnimations().filter((a) => a.effect.getTiming().iterations === 1);
            await Promise.all(once.map((animation) => animation.finished));
        }"""
    )
    results = await Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("look", LOOKS)
async def test_no_violations_in_any_state(standin: Standin, open_page: OpenPage, look: str) -> None:
    page = await open_page(standin.url, **LOOKS[look])
    chat = Chat(page)
    found = {"closed": await violations(page)}
    await chat.open()
    found["greeting"] = await violations(page)
    await chat.choose("Ik ben een jongere", "Wat wil je doen?")
    await chat.choose("Iets vragen", "kosten jou niets")
    found["answer"] = await violations(page)
    await chat.say("Aanvraag doen", "Op welk nummer")
    found["question"] = await violations(page)
    await chat.say("Ik heb ruzie met mijn begeleider.", "Kijk even na")
    found["overview"] = await violations(page)
    standin.gate.clear()
    await chat.button("Versturen").click()
    await expect(chat.typing).to_be_visible()
    found["waiting"] = await violations(page)
    standin.gate.set()
    await chat.text("AV-2026-000042-7").wait_for()
    found["received"] = await violations(page)
    await chat.say("Ik wil niet meer leven", "Wat goed")
    found["danger"] = await violations(page)
    standin.faults.append(Fault(status=500))
    await chat.field.fill("Hallo?")
    await chat.field.press("Enter")
    await chat.retry.wait_for()
    found["failure"] = await violations(page)
    await chat.retry.click()
    await chat.text("Je zei: Hallo?").wait_for()
    await page.context.set_offline(True)
    await chat.field.fill("Zonder internet")
    await chat.field.press("Enter")
    await expect(chat.notice).to_contain_text("Je hebt nu geen internet")
    found["offline"] = await violations(page)
    await page.context.set_offline(False)
    await chat.text("Je zei: Zonder internet").wait_for()
    await chat.button("Meer over deze chat").click()
    await chat.button("Geef mij een code").click()
    await page.locator(".code").wait_for()
    found["more"] = await violations(page)
    await page.keyboard.press("Escape")
    await chat.field.fill("Wis alles")
    await chat.field.press("Enter")
    await chat.restart.wait_for()
    found["ended"] = await violations(page)
    assert {state: problems for state, problems in found.items() if problems} == {}


WATCH = """log => {
    const live = () => ['role', 'aria-live', 'aria-atomic'].map((name) => log.getAttribute(name)).join();
    window.heard = []; window.muted = [];
    new MutationObserver((changes) => {
        for (const change of changes) for (const node of change.addedNodes) {
            const own = node.nodeType === 1 && node.getAttribute('aria-live');
            (live() === 'log,polite,' && own !== 'off' ? window.heard : window.muted).push(node.textContent);
        }
    }).observe(log, { childList: true, subtree: true, characterData: true });
}"""


async def test_two_quick_answers_are_each_announced_once(standin: Standin, open_page: OpenPage) -> None:
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    await chat.log.evaluate(WATCH)
    await chat.say("0470 12 34 56", "in je eigen woorden")
    await chat.say("Aanvraag doen", "Op welk nummer")
    assert await page.evaluate("window.heard") == [
        "Assistent: Dank je. Ik noteer 0470 12 34 56.",
        "Assistent: Vraag 5 van ongeveer 14. Wat is er aan de hand? Vertel het in je eigen woorden.",
        "Assistent: Vraag 4 van ongeveer 14. Op welk nummer mogen we je bellen? "
        "Onder dit bericht staat 1 keuze.",
    ]
    assert await page.evaluate("window.muted") == ["Jij: 0470 12 34 56", "Jij: Aanvraag doen"]


async def test_a_restored_conversation_is_not_read_out_again_but_the_next_answer_is(
    standin: Standin, open_page: OpenPage
) -> None:
    page = await open_page(standin.url)
    chat = await Chat(page).open()
    await chat.say("hallo", "Je zei: hallo")
    await page.reload()
    await expect(chat.own).to_have_count(1)
    await expect(chat.log).to_have_attribute("aria-live", "off")
    await chat.log.evaluate(WATCH)
    await chat.say("en nu", "Je zei: en nu")
    assert await page.evaluate("window.heard") == ["Assistent: Je zei: en nu"]


async def test_what_a_screen_reader_finds(standin: Standin, open_page: OpenPage) -> None:
    page = await open_page(standin.url)
    await Chat(page).open()
    await expect(page.get_by_role("dialog", name="Assistent jeugdhulp")).to_match_aria_snapshot(
        """
        - dialog "Assistent jeugdhulp":
          - heading "Assistent jeugdhulp" [level=2]
          - button "Snel weg"
          - button "Meer over deze chat"
          - button "Sluit de chat"
          - group "Gesprek":
            - log "Berichten":
              - text: "Assistent:"
              - paragraph: Dag! Ik ben de assistent jeugdhulp. Ik ben een chatbot, geen mens.
              - paragraph: /Ik leg uit/
              - text: "Assistent:"
              - paragraph: Wie ben jij?
              - text: Onder dit bericht staan 4 keuzes.
            - group "Kies een antwoord":
              - button "Ik ben een jongere"
              - button "Ik ben een ouder"
              - button "Ik ben hulpverlener"
              - button "Iemand anders"
          - text: Jouw bericht
          - textbox "Jouw bericht"
          - button "Verstuur"
        """
    )


@pytest.mark.parametrize(
    ("width", "height", "zoom"), [(320, 568, 100), (320, 256, 100), (640, 800, 200), (360, 640, 200)]
)
async def test_narrow_and_large_type_need_no_sideways_scrolling(
    standin: Standin, open_page: OpenPage, width: int, height: int, zoom: int
) -> None:
    standin.host_css = f"html {{ font-size: {zoom}% }}"
    standin.host_html = (
        '<!doctype html><html lang="nl"><head><title>x</title><link rel="stylesheet" href="/host.css">'
        '<meta name="viewport" content="width=device-width"></head><body>'
        '<script async src="/widget.js" data-titel="Assistent jeugdhulp"></script>'
        "</body></html>"
    )
    page = await open_page(f"{standin.url}gewoon", viewport={"width": width, "height": height})
    chat = await Chat(page).open()
    await chat.say("Iets vragen", "kosten jou niets")
    await chat.say("Ik heb ruzie met mijn begeleider.", "Kijk even na")
    await chat.say("Ik wil niet meer leven", "Wat goed")
    for part in (".panel", ".scroll", ".top", ".composer"):
        too_wide = await page.locator(part).evaluate("node => node.scrollWidth > node.clientWidth + 1")
        assert not too_wide, part
    for control in (chat.exit, chat.field, chat.button("Verstuur")):
        await expect(control).to_be_in_viewport(ratio=1)
    scroll = await page.locator(".scroll").bounding_box()
    assert scroll
    assert scroll["height"] >= 60


async def test_more_space_between_letters_words_and_lines_hides_nothing(
    standin: Standin, open_page: OpenPage
) -> None:
    page = await open_page(standin.url, viewport={"width": 360, "height": 640})
    chat = await Chat(page).open()
    await page.locator("jeugdhulp-assistent").evaluate(
        """host => { const sheet = new CSSStyleSheet(); // WCAG 1.4.12, as a reader's own style sheet does
            sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important;'
                + ' word-spacing: .16em !important } p { margin-bottom: 2em !important }');
            host.shadowRoot.adoptedStyleSheets.push(sheet); }"""
    )

    async def cut() -> list[str]:
        return await page.locator("jeugdhulp-assistent").evaluate(
            """host => [...host.shadowRoot.querySelectorAll('button, a, h2, h3, p, dd, dt, .bubble')]
                .filter((node) => node.checkVisibility() && !node.matches('.spoken'))
                .filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth
                    || node.getBoundingClientRect().right > innerWidth)
                .map((node) => node.innerText)"""
        )

    assert await cut() == []
    await chat.say("Iets vragen", "kosten jou niets")
    await chat.say("Aanvraag doen", "Op welk nummer")
    assert await cut() == []
    await chat.say("Ik heb ruzie met mijn begeleider.", "Kijk even na")
    assert await cut() == []
    await chat.say("Ik wil niet meer leven", "Wat goed")
    assert await cut() == []
    await chat.button("Meer over deze chat").click()
    assert await cut() == []
    await page.keyboard.press("Escape")
    for control in (chat.exit, chat.field, chat.button("Verstuur")):
        await expect(control).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("look", ["light", "dark"])
async def test_the_colours_of_a_website(standin: Standin, open_page: OpenPage, look: str) -> None:
    standin.host_html = HOST.format(
        inhoud='<script async src="/widget.js" data-kleur="#5b2a86" data-op-kleur="#fffbe6"'
        ' data-kleur-donker="#d3b3f0"></script>'
    )
    page = await open_page(f"{standin.url}gewoon", **LOOKS[look])
    chat = await Chat(page).open()
    await chat.say("Aanvraag doen", "Op welk nummer")
    colours = await chat.exit.evaluate(
        "b => [getComputedStyle(b).color, getComputedStyle(b).backgroundColor]"
    )
    assert colours == ["rgb(91, 42, 134)", "rgb(255, 251, 230)"]
    accent = "rgb(91, 42, 134)" if look == "light" else "rgb(211, 179, 240)"
    assert await chat.choices.first.evaluate("b => getComputedStyle(b).color") == accent
    assert await violations(page) == []


@pytest.mark.parametrize("options", [PHONE, {}])
async def test_targets_are_44_pixels(standin: Standin, open_page: OpenPage, options: dict) -> None:
    page = await open_page(standin.url, **options)
    chat = Chat(page)
    small: list[str] = []

    async def measure() -> None:
        small.extend(
            await page.locator("jeugdhulp-assistent").evaluate(
                """host => [...host.shadowRoot.querySelectorAll('button, textarea, .lines a')]
                    .filter((node) => node.checkVisibility())
                    .map((node) => [node.innerText || node.className, node.getBoundingClientRect()])
                    .filter(([, box]) => box.width < 44 || box.height < 44)
                    .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""
            )
        )

    await measure()
    await chat.open()
    await measure()
    await chat.say("Aanvraag doen", "Op welk nummer")
    await measure()
    await chat.say("Ik wil niet meer leven", "Wat goed")
    await measure()
    standin.faults.append(Fault(status=500))
    await chat.field.fill("x")
    await chat.field.press("Enter")
    await chat.retry.wait_for()
    await measure()
    assert small == []


async def test_reduced_motion_is_still(standin: Standin, open_page: OpenPage) -> None:
    page = await open_page(standin.url, reduced_motion="reduce")
    chat = await Chat(page).open()
    standin.gate.clear()
    await chat.field.fill("hallo")
    await chat.field.press("Enter")
    await expect(chat.typing).to_be_visible()
    assert (
        await page.locator(".typing span").first.evaluate("dot => getComputedStyle(dot).animationName")
        == "none"
    )


async def test_a_slow_answer_is_said_once_and_calmly(standin: Standin, open_page: OpenPage) -> None:
    page = await open_page(standin.url)
    await page.clock.install()
    chat = await Chat(page).open()
    standin.gate.clear()
    await chat.field.fill("hallo")
    await chat.field.press("Enter")
    status = page.get_by_role("status").first
    await expect(chat.typing).to_be_visible()
    await expect(status).to_be_empty()
    await page.clock.run_for(1_600)
    await expect(status).to_have_text("De assistent schrijft…")
    standin.gate.set()
    await chat.text("Je zei: hallo").wait_for()
    await expect(status).to_be_empty()
