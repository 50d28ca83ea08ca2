"""The desk in a real browser: a worker's day by keyboard alone, every page by axe, and without a script."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from loket.demo import maak_demo
from loket.domain.begrippen import Regio
from loket.domain.medewerker import Functie
from tests.balie import WACHTWOORD, Balie, Pas

from .conftest import PHONE, OpenPage
from .test_accessibility import LOOKS, violations

pytestmark = pytest.mark.asyncio(loop_scope="session")


class Desk(Balie):
    """The desk with the demo in it, one who leads all regions, one worker, one operator."""

    def __init__(self, datamap: Path) -> None:
        super().__init__(datamap)
        maak_demo(self.kantoor, self.klok.nu)
        self.lead = self.account("an.peeters", Functie.LEIDING, *Regio)
        self.worker = self.account("bo.jansen", Functie.MEDEWERKER, Regio.ANTWERPEN)
        self.operator = self.account("beheer", Functie.BEHEERDER)

    def first(self, *what: str) -> str:
        """The number of the first aanvraag of which this is waited for."""
        rows = self.kantoor.dossiers.lijst(self.lead.wie, nu=self.klok.nu, aantal=100).rijen
        return next(row.nummer for row in rows if row.wat.value in what)


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("desk") / "data")
    await desk.begin()
    yield desk
    await desk.einde()


@pytest.fixture
def inside(desk: Desk, open_page: OpenPage) -> Callable[..., Any]:
    """Opens a page of the desk in a browser that is signed in."""

    async def open_(path: str = "", who: Pas | None = None, **options: Any) -> Page:
        page = await open_page(f"{desk.url}/aanmelden", **options)
        token = desk.binnen(who or desk.lead)
        await page.context.add_cookies(
            [{"name": "loket", "value": token, "url": desk.url, "httpOnly": True, "sameSite": "Strict"}]
        )
        await page.goto(desk.url + path)
        return page

    return open_


async def faults(page: Page) -> list[str]:
    """What axe finds on a page, and by how much it is too wide."""
    await expect(page.locator("h1")).to_be_visible()
    wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return await violations(page) + ([f"{wide} px too wide"] if wide > 0 else [])


async def unfold(page: Page) -> None:
    await page.evaluate("document.querySelectorAll('main details').forEach((d) => { d.open = true; })")


async def press(page: Page, *keys: str) -> None:
    for key in keys:
        await page.keyboard.press(key)


async def tab_to(page: Page, name: str) -> None:
    """Go with the Tab key alone until what has the focus is called so."""
    for _ in range(120):
        await page.keyboard.press("Tab")
        if name in await page.evaluate(
            "(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()"
        ):
            return
    pytest.fail(f"the keyboard never reaches {name!r}")


async def test_a_workers_day_by_keyboard_alone(desk: Desk, open_page: OpenPage) -> None:
    page = await open_page(desk.url)
    # in the morning: sign in with password and code
    await expect(page.get_by_label("Gebruikersnaam")).to_be_focused()
    await page.keyboard.type("an.peeters")
    await press(page, "Tab")
    await page.keyboard.type(WACHTWOORD)
    await press(page, "Enter")
    await expect(page.get_by_label("Code", exact=True)).to_be_focused()
    desk.klok.vooruit(seconds=60)
    await page.keyboard.type(desk.code(desk.lead.geheim))
    await press(page, "Enter")
    await expect(page.get_by_role("heading", name="Aanvragen")).to_be_visible()

    # the list: j and k go, Enter opens
    numbers = page.locator(".rows a.number")
    await press(page, "j", "j", "k")
    await expect(numbers.first).to_be_focused()
    await press(page, "Enter")
    await expect(page.get_by_role("heading", name="Veilig contact")).to_be_visible()
    await press(page, "u")
    await expect(page.get_by_role("heading", name="Aanvragen")).to_be_visible()

    # take one that waits for a decision: note, own name
    number = desk.first("openen", "beslissen")
    await press(page, "/")
    await page.keyboard.type(number)
    await press(page, "Enter")
    await expect(numbers).to_have_text([number])
    await press(page, "j", "Enter")
    await expect(page.get_by_role("heading", level=1)).to_contain_text(number)
    await press(page, "n")
    await page.keyboard.type("Gebeld na vier uur, zoals gevraagd.")
    await press(page, "Tab", "Enter")
    await expect(page.get_by_role("status")).to_contain_text("Je notitie staat erbij.")
    await expect(page.locator(".timeline li").first).to_contain_text("Gebeld na vier uur")
    await tab_to(page, "Neem op mijn naam")
    await press(page, "Enter")
    await expect(page.get_by_role("status")).to_contain_text("op die naam")

    # ontvankelijk: to whom, no conflict of interest, preview, send
    await press(page, "b")
    await expect(page.get_by_role("link", name="Ontvankelijk: geef door")).to_be_focused()
    await press(page, "Enter")
    await expect(page.get_by_role("heading", name="Ontvankelijk: geef door")).to_be_visible()
    await tab_to(page, "@loket.invalid")
    await press(page, "Space")
    await tab_to(page, "Nee")
    await press(page, "Space")
    await tab_to(page, "Nee")
    await press(page, "Space")
    await tab_to(page, "Bekijk wat vertrekt")
    await press(page, "Enter")
    await expect(page.get_by_role("heading", name="Kijk na wat vertrekt")).to_be_visible()
    await tab_to(page, "Verstuur")
    await press(page, "Enter")
    await expect(page.get_by_role("status")).to_contain_text("Verstuurd")
    await expect(page.locator("#beslis")).to_contain_text("ontvankelijk")

    # niet ontvankelijk: reasons, letter, plain-language check, preview, send
    await page.goto(f"{desk.url}/aanvraag/{desk.first('openen', 'beslissen')}")
    await tab_to(page, "Niet ontvankelijk")
    await press(page, "Enter")
    await expect(page.get_by_role("heading", name="Niet ontvankelijk: waarom?")).to_be_visible()
    chosen = page.locator("input[name=reden]:checked")
    if not await chosen.count():
        await page.locator("input[name=reden]").first.focus()
        await press(page, "Space")
    await tab_to(page, "Maak de brief")
    await press(page, "Enter")
    letter = page.get_by_label("Brief")
    await expect(letter).to_have_value(re.compile("^Dag.*niet ontvankelijk", re.S))
    await tab_to(page, "Brief")
    await press(page, "Control+End")
    await page.keyboard.type(
        "\n\nDesalniettemin geschiedt de beëindiging overeenkomstig voornoemde bepalingen."
    )
    await tab_to(page, "Kijk de taal na")
    await press(page, "Enter")
    await expect(page.get_by_text("Dit kan eenvoudiger.")).to_be_visible()
    await expect(letter).to_have_value(re.compile("Desalniettemin"))
    await tab_to(page, "Bekijk de brief")
    await press(page, "Enter")
    await expect(page.get_by_role("region", name="De brief")).to_contain_text("Desalniettemin")
    send = page.get_by_role("button", name=re.compile("Verstuur|Bewaar"))
    await tab_to(page, (await send.text_content() or "").strip())
    await press(page, "Enter")
    await expect(page.locator("#beslis")).to_contain_text("niet ontvankelijk")

    # a question
    await page.goto(f"{desk.url}/aanvraag/{desk.first('openen', 'beslissen')}")
    await tab_to(page, "Meer nodig")
    await press(page, "Enter")
    await expect(page.get_by_role("heading", name="Stel een vraag")).to_be_visible()
    await tab_to(page, "Je vraag")
    await page.keyboard.type("Wie komt er zeker naar het gesprek?")
    await tab_to(page, "Bekijk de vraag")
    await press(page, "Enter")
    ask = page.get_by_role("button", name=re.compile("Verstuur|Bewaar"))
    await tab_to(page, (await ask.text_content() or "").strip())
    await press(page, "Enter")
    await expect(page.locator(".timeline")).to_contain_text("Wie komt er zeker naar het gesprek?")

    # in the evening
    await tab_to(page, "Afmelden")
    await press(page, "Enter")
    await expect(page.get_by_role("status")).to_contain_text("Je bent afgemeld.")
    await page.go_back()
    await page.reload()
    await expect(page.get_by_role("heading", name="Aanmelden")).to_be_visible()


async def test_what_must_be_delivered_in_person_stays_on_the_list_until_it_is(
    desk: Desk, inside: Callable[..., Any]
) -> None:
    number = desk.first("vraag_bezorgen", "brief_bezorgen")
    for look in LOOKS.values():
        page = await inside(f"/aanvraag/{number}", **look)
        await expect(page.get_by_text("Breng dit zelf over")).to_be_visible()
        await unfold(page)
        assert await faults(page) == []
    await page.get_by_label("Hoe bezorgde je het?").fill("Voorgelezen aan de telefoon.")
    await page.get_by_role("button", name="Het is bezorgd").click()
    await expect(page.get_by_role("status")).to_contain_text("Genoteerd")
    await expect(page.get_by_text("Breng dit zelf over")).to_have_count(0)


async def test_everything_works_without_a_script(desk: Desk, inside: Callable[..., Any]) -> None:
    page = await inside(java_script_enabled=False)
    await page.get_by_text("Filters").click()
    await page.get_by_label("Wat", exact=True).select_option("bemiddeling")
    await page.get_by_role("button", name="Toon").click()
    rows = page.locator(".rows > li")
    assert await rows.count() == await page.locator(".rows > li", has_text="bemiddeling").count() > 0
    await rows.first.locator("a.number").click()
    await expect(page.get_by_role("link", name="Terug naar de lijst")).to_be_visible()
    await page.goto(f"{desk.url}/aanvraag/{desk.first('openen', 'beslissen')}")
    await page.get_by_label("Voor je collega's").fill("Zonder script.")
    await page.get_by_role("button", name="Bewaar notitie").click()
    await expect(page.locator(".timeline li").first).to_contain_text("Zonder script.")
    await page.get_by_role("link", name="Meer nodig").click()
    await page.get_by_label("Je vraag").fill("Klopt dit?")
    await page.get_by_role("button", name="Bekijk de vraag").click()
    await page.get_by_role("button", name="Verander nog iets").click()
    await expect(page.get_by_label("Je vraag")).to_have_value("Klopt dit?")
    await page.goto(f"{desk.url}/cijfers")
    await expect(page.get_by_role("img", name=re.compile("Per regio"))).to_be_visible()


@pytest.mark.parametrize("look", ["light", "dark", "phone"])
async def test_no_violations_on_any_page(desk: Desk, inside: Callable[..., Any], look: str) -> None:
    page = await inside(**LOOKS[look])
    found: dict[str, list[str]] = {}

    decided, open_ = desk.first("niets"), desk.first("openen", "beslissen")
    for path in (
        "", "?blik=zorg", "?staat=ingetrokken", "?soort=bemiddeling", f"/aanvraag/{open_}",
        f"/aanvraag/{decided}", f"/aanvraag/{open_}/ontvankelijk",
        f"/aanvraag/{open_}/niet-ontvankelijk", f"/aanvraag/{open_}/meer-vragen",
        f"/aanvraag/{open_}/omleiden", f"/aanvraag/{open_}/wie", f"/aanvraag/{decided}/heropenen",
        "/cijfers", "/account", "/nergens", "/link/oud",
    ):  # fmt: skip
        await page.goto(desk.url + path)
        await unfold(page)
        found[path] = await faults(page)
    await page.goto(desk.url)
    await page.get_by_role("button", name="Sneltoetsen").click()
    found["keys"] = await violations(page)
    await press(page, "Escape")
    await page.get_by_label("Zoek op nummer of naam").fill("Noor")
    async with page.expect_navigation():
        await press(page, "Enter")
    found["search"] = await faults(page)
    await page.goto(f"{desk.url}/aanvraag/{open_}/ontvankelijk")
    await page.locator("input[name=aan]").first.check()
    for question in ("kent", "collega"):
        await page.locator(f"input[name={question}][value=nee]").check()
    async with page.expect_navigation():
        await page.get_by_role("button", name="Bekijk wat vertrekt").click()
    found["handing over"] = await faults(page)
    await page.goto(f"{desk.url}/aanvraag/{open_}/niet-ontvankelijk")
    await page.locator("input[name=reden]").first.check()
    async with page.expect_navigation():
        await page.get_by_role("button", name="Maak de brief").click()
    found["letter"] = await faults(page)
    async with page.expect_navigation():
        await page.get_by_role("button", name="Bekijk de brief").click()
    found["letter, preview"] = await faults(page)
    await page.goto(f"{desk.url}/aanvraag/{open_}/omleiden")
    await page.locator("select[name=naar]").select_option(index=1)
    await page.get_by_label("Waarom?").fill(" ")
    async with page.expect_navigation():
        await page.get_by_role("button", name="Stuur door").click()
    found["a form that was not accepted"] = await faults(page)
    async with page.expect_navigation():
        await page.get_by_role("button", name="Afmelden").click()
    found["sign in"] = await faults(page)
    await page.get_by_label("Gebruikersnaam").fill("an.peeters")
    await page.get_by_label("Wachtwoord").fill("fout")
    async with page.expect_navigation():
        await page.get_by_role("button", name="Verder").click()
    found["sign in, wrong"] = await faults(page)
    assert {name: problems for name, problems in found.items() if problems} == {}


@pytest.mark.parametrize("look", ["light", "phone"])
async def test_no_violations_for_the_operator_and_at_the_first_sign_in(
    desk: Desk, inside: Callable[..., Any], look: str
) -> None:
    page = await inside("/alarmen", who=desk.operator, **LOOKS[look])
    found = {"alarms": await violations(page)}
    assert not await page.evaluate("document.documentElement.scrollWidth > innerWidth"), "nothing sticks out"
    await page.goto(f"{desk.url}/herspeel")
    found["replay"] = await violations(page)
    await page.get_by_label("Alle aanvragen die binnenkwamen sinds").fill("2026-11-01T08:00")
    await page.get_by_role("button", name="Tel eerst hoeveel").click()
    await page.get_by_text("naar de loketten").or_(page.get_by_text("niets om opnieuw")).wait_for()
    found["replay counted"] = await violations(page)
    await page.goto(f"{desk.url}/accounts")
    found["accounts"] = await violations(page)
    await page.get_by_role("button", name="Afmelden").click()
    name = f"nieuw.{look}"
    temporary = desk.bureau.accounts.voeg_toe(
        name, "Nieuw", Functie.MEDEWERKER, frozenset({Regio.LIMBURG}), desk.klok.nu
    )
    await page.get_by_label("Gebruikersnaam").fill(name)
    await page.get_by_label("Wachtwoord").fill(temporary)
    await page.get_by_role("button", name="Verder").click()
    await page.get_by_text("Scannen lukt niet").click()
    found["set-up"] = await violations(page)
    secret = (await page.locator(".secret").text_content() or "").replace(" ", "")
    await page.get_by_label("Nieuw wachtwoord").fill(WACHTWOORD)
    await page.get_by_label("Nog een keer").fill(WACHTWOORD)
    await page.get_by_label("Zes cijfers uit de app").fill(desk.code(secret))
    await page.get_by_role("button", name="Klaar").click()
    await expect(page.get_by_role("heading", name="Bewaar deze codes op papier")).to_be_visible()
    found["recovery codes"] = await violations(page)
    await page.get_by_role("link", name="Ik heb ze bewaard").click()
    await expect(page.get_by_role("heading", name="Aanvragen")).to_be_visible()
    assert {name: problems for name, problems in found.items() if problems} == {}


async def test_a_session_that_will_end_says_so_and_one_press_keeps_it(
    desk: Desk, inside: Callable[..., Any]
) -> None:
    page = await inside("/account")
    await page.clock.install()
    await page.reload()
    warning = page.get_by_role("alertdialog")
    await page.clock.run_for(27 * 60_000)
    await expect(warning).to_be_hidden()
    await page.clock.run_for(2 * 60_000)
    await expect(warning).to_be_visible()
    assert await violations(page) == []
    await page.get_by_role("button", name="Blijf aangemeld").click()
    await expect(warning).to_be_hidden()


async def test_the_keys_can_be_turned_off(desk: Desk, inside: Callable[..., Any]) -> None:
    page = await inside()
    await press(page, "?")
    await page.get_by_label("Gebruik sneltoetsen").uncheck()
    await page.get_by_role("button", name="Sluit").click()
    await press(page, "j", "?")
    await expect(page.get_by_role("dialog")).to_be_hidden()
    await expect(page.locator(".rows a.number").first).not_to_be_focused()
    await page.reload()
    await press(page, "j")
    await expect(page.locator(".rows a.number").first).not_to_be_focused()


async def test_on_paper_an_aanvraag_has_its_rules_for_contact_and_no_buttons(
    desk: Desk, inside: Callable[..., Any]
) -> None:
    page = await inside(f"/aanvraag/{desk.first('openen', 'beslissen')}")
    await page.emulate_media(media="print")
    await expect(page.get_by_role("heading", name="Veilig contact")).to_be_visible()
    for hidden in ("header.top", "footer.foot", "#druk-af", "#notitie", "#beslis .actions"):
        await expect(page.locator(hidden).first).to_be_hidden()


async def test_every_target_is_big_enough_for_a_thumb(desk: Desk, inside: Callable[..., Any]) -> None:
    page = await inside(**PHONE)
    for path in ("", f"/aanvraag/{desk.first('openen', 'beslissen')}", "/account"):
        await page.goto(desk.url + path)
        small = await page.evaluate(
            """() => [...document.querySelectorAll("button, select, input, nav a, a.button")]
                .filter((e) => e.type !== "hidden" && e.checkVisibility())
                .map((e) => [e.textContent.trim() || e.id, e.getBoundingClientRect()])
                .filter(([, box]) => box.height < 24 || box.width < 24).map(([name]) => name)"""
        )
        assert small == []
