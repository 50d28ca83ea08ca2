"""The main road in Debian's Firefox: by keyboard, over the stream, and out."""

from __future__ import annotations

from pathlib import Path

import pytest

from .firefox import Firefox, firefox
from .standin import Standin
from .test_safety import HOST

pytestmark = pytest.mark.asyncio(loop_scope="session")

CHAT = "document.querySelector('jeugdhulp-assistent').shadowRoot"
LOG = f"{CHAT}.querySelector('.log').innerText"
FOCUS = f"(({CHAT}.activeElement ?? document.activeElement).innerText ?? '').trim()"
READY = f"{CHAT}.querySelector('.typing').hidden"


async def tab_to(browser: Firefox, name: str, key: str = "Tab") -> None:
    for _ in range(40):
        if await browser.run(FOCUS) == name:
            return
        await browser.press(key)
    raise AssertionError(f"no key leads to {name}")


async def test_the_main_road_by_keyboard_in_firefox(standin: Standin, tmp_path: Path) -> None:
    standin.host_html = HOST.format(inhoud='<script async src="/widget.js" data-uitweg="/neutraal"></script>')
    async with firefox(tmp_path) as browser:
        await browser.size(360, 640)
        await browser.goto(f"{standin.url}gewoon")
        await browser.until("customElements.get('jeugdhulp-assistent') && true")
        await browser.run(
            "(window.refused = [], document.addEventListener('securitypolicyviolation',"
            " (event) => refused.push(event.violatedDirective)))"
        )
        await tab_to(browser, "Stel je vraag")
        await browser.press("Enter")
        await browser.until(f"{LOG}.includes('Wie ben jij?') && {READY}")
        for choice, answer in (("Ik ben een jongere", "Wat wil je doen?"), ("Aanvraag doen", "Op welk")):
            await tab_to(browser, choice, "Shift+Tab")
            await browser.press("Space")
            await browser.until(f"{LOG}.includes('{answer}') && {READY}")
        assert await browser.run(f"{CHAT}.activeElement.id") == "field"
        for text, answer in (
            ("0470 12 34 56", "in je eigen woorden"),
            ("Ik heb ruzie met mijn begeleider.", "Kijk even na"),
        ):
            await browser.type(text)
            await browser.press("Enter")
            await browser.until(f"{LOG}.includes('{answer}') && {READY}")
        await tab_to(browser, "Versturen", "Shift+Tab")
        await browser.press("Enter")
        await browser.until(f"{LOG}.includes('AV-2026-000042-7') && {READY}")

        await standin.take_turn("token-1", "elders", "van elders", [{"text": "Over de stroom"}])
        await browser.until(f"{LOG}.includes('Over de stroom')")
        assert await browser.run("refused") == []
        said = await browser.run(LOG)
        await browser.reload()
        # What was said elsewhere is fetched after what this tab kept has been drawn.
        await browser.until(f"{LOG}.includes('Over de stroom') && {READY}")
        assert await browser.run(LOG) == said

        await browser.press("Shift", "Shift", "Shift")
        await browser.until("location.pathname === '/neutraal'")
        assert await browser.run("sessionStorage.length") == 0
        assert browser.complaints == []
    assert standin.erased == ["token-1"]
    assert "Referer" not in standin.neutral_visits[0]
