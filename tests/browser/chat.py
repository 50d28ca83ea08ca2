"""The widget as a person meets it: found by role and name, as a screen reader would."""

from __future__ import annotations

from playwright.async_api import Locator, Page, expect


class Chat:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.launcher = page.get_by_role("button", name="Stel je vraag")
        self.field = page.get_by_role("textbox", name="Jouw bericht")
        self.log = page.get_by_role("log")
        self.messages = page.locator(".message")
        self.own = page.locator(".message.person .bubble p")
        self.choices = page.get_by_role("group", name="Kies een antwoord").get_by_role("button")
        self.retry = page.get_by_role("button", name="Opnieuw proberen")
        self.restart = page.get_by_role("button", name="Nieuw gesprek beginnen")
        self.notice = page.get_by_role("alert")
        self.exit = page.get_by_role("button", name="Snel weg", exact=True)
        self.typing = page.locator(".typing")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def text(self, text: str) -> Locator:
        return self.log.get_by_text(text)

    async def open(self) -> Chat:
        await self.launcher.click()
        await self.choices.first.wait_for()
        return self

    async def say(self, text: str, answer: str) -> None:
        """Types, sends with Enter and waits for a part of the answer."""
        await self.field.fill(text)
        await self.field.press("Enter")
        await expect(self.text(answer).last).to_be_visible()
        await self.ready()

    async def choose(self, name: str, answer: str) -> None:
        await self.button(name).click()
        await expect(self.text(answer).last).to_be_visible()
        await self.ready()

    async def ready(self) -> None:
        await expect(self.typing).to_be_hidden()

    async def focused(self) -> str:
        """What has the focus, looking into the shadow tree: its text, else its id or tag."""
        return await self.page.evaluate(
            """() => {
                let at = document.activeElement;
                while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
                return at.innerText?.trim() || at.id || at.tagName;
            }"""
        )
