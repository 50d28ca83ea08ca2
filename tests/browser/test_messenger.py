"""From Messenger into the widget: the link, once, in time, and for one browser; up to the loket's mail."""

from __future__ import annotations

import asyncio
import random
import re
import time
from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import Page, expect

from bot.channels.messenger.teksten import LINK_KNOP, WAT_META_ZIET
from bot.opslag import open_gebeurtenissen, open_gesprekken
from bot.overdracht import Overdracht
from loket.domain.gevaar import NEE_GEVAAR
from loket.geheimen import peper
from tests.meta import Meta, Verzonden, meld
from tests.stapel import Stapel, wacht_op

from .chat import Chat
from .conftest import PHONE, OpenPage
from .test_accessibility import violations

pytestmark = pytest.mark.asyncio(loop_scope="session")

VERHAAL = "Mijn begeleidster beslist alles zonder mij en nu wil ik niet meer met haar praten."


def zeg(stapel: Stapel, meta: Meta, wie: str, tekst: str, aantal: int) -> list[Verzonden]:
    """Say this in Messenger; returns what was answered, once that is `aantal` messages or more."""
    eerder = len(meta.van(wie))
    assert meld(stapel.url, meta.melding(meta.bericht(wie, tekst))).status_code == 200
    wacht_op(lambda: len(meta.van(wie)) >= eerder + aantal, 60)
    return meta.van(wie)[eerder:]


def iemand() -> str:
    return f"88{random.randrange(10**12):012d}"


async def ga_verder(page: Page) -> Chat:
    await page.get_by_role("button", name="Ga verder", exact=True).click()
    return Chat(page)


async def test_from_messenger_to_the_mail_of_the_loket(
    stapel: Stapel, meta: Meta, open_page: OpenPage
) -> None:
    wie = iemand()
    eerste = await asyncio.to_thread(zeg, stapel, meta, wie, "Ik ben een jongere", 3)
    assert eerste[0].tekst == WAT_META_ZIET
    assert "chatbot, geen mens" in eerste[1].tekst
    uitleg = await asyncio.to_thread(zeg, stapel, meta, wie, "wat is bemiddeling?", 1)
    assert "bemiddelaar" in uitleg[0].tekst

    kaart, daarna = await asyncio.to_thread(
        zeg, stapel, meta, wie, "ik wil bemiddeling met mijn begeleidster", 2
    )
    assert kaart.bericht["attachment"]["payload"]["buttons"][0]["title"] == LINK_KNOP
    assert "postcode" not in kaart.tekst + daarna.tekst  # the form's own question is asked elsewhere
    link = kaart.link
    assert link is not None
    assert link.startswith(f"{stapel.url}/verder#")

    # Messenger itself goes on, as if the form had never begun.
    nog = await asyncio.to_thread(zeg, stapel, meta, wie, "wat is cliëntoverleg?", 1)
    assert "overleg" in nog[0].tekst

    page = await open_page(link, **PHONE)
    page.set_default_timeout(30_000)
    assert "#" not in page.url
    assert await violations(page) == []
    chat = await ga_verder(page)
    await expect(chat.log).to_contain_text("wat is bemiddeling?")  # what was said goes along
    await expect(chat.log).not_to_contain_text("wat is cliëntoverleg?")
    answers = page.locator(".message.assistant")
    await chat.ready()

    async def send(text: str) -> None:
        before = await answers.count()
        await chat.field.fill(text)
        await chat.button("Verstuur").tap()
        await expect(answers.nth(before)).to_be_attached(timeout=30_000)
        await chat.ready()

    for text in ("2100", "0470 12 34 56", "mijn stiefvader", "bel mij maar na vier uur", VERHAAL):
        await send(text)
    await send("Zo is het genoeg, stuur maar")
    await expect(page.locator(".overview").last).to_contain_text(VERHAAL)
    await send("Ja, dit klopt")
    await send("Ik ga akkoord, verstuur")
    found = re.search(r"AV-\d{4}-\d{6}-[0-9A-Z]", await chat.log.inner_text())
    assert found

    def mail_is_er() -> bool:
        return any(found[0] in mail.kop.onderwerp + mail.tekst for mail in stapel.mails())

    await asyncio.to_thread(wacht_op, mail_is_er, 60)
    mail = next(mail for mail in stapel.mails() if found[0] in mail.kop.onderwerp + mail.tekst)
    assert mail.kop.aan == "bemiddeling@provincieantwerpen.be"
    assert VERHAAL in " ".join(mail.tekst.split())
    # Nothing of the second half was said in Messenger.
    gezegd = "\n".join(verzonden.tekst for verzonden in meta.van(wie))
    for woord in ("stiefvader", "0470", found[0]):
        assert woord not in gezegd

    # The link again, in another browser: a friendly word and no data.
    other = await open_page(link)
    chat = await ga_verder(other)
    await expect(other.get_by_role("status")).to_contain_text("Deze link is al gebruikt.")
    await expect(other.get_by_role("button", name="Ga verder", exact=True)).to_be_hidden()
    assert "bemiddeling?" not in await other.locator("body").inner_text()
    await expect(chat.own).to_have_count(0)

    # Asked again, Messenger begins a new aanvraag: another conversation, and so another number.
    kaart, _ = await asyncio.to_thread(zeg, stapel, meta, wie, "ik wil bemiddeling met mijn begeleidster", 2)
    assert kaart.link is not None
    assert kaart.link != link


async def test_a_link_that_is_late_made_up_or_empty_gets_a_friendly_word(
    stapel: Stapel, meta: Meta, open_page: OpenPage
) -> None:
    instellingen = stapel.instellingen
    gesprekken, gebeurtenissen = open_gesprekken(instellingen), open_gebeurtenissen(instellingen)
    vroeger = (datetime.now(UTC) - timedelta(hours=2)).timestamp()
    overdracht = Overdracht(
        gesprekken,
        gebeurtenissen,
        sleutel=peper(instellingen, "overdracht"),
        adres=stapel.url,
        geldig=1800,
        klok=lambda: vroeger,
    )
    _, gesprek = gesprekken.begin()
    _, laat = overdracht.geef_door(gesprek, "bericht", "aanvraag_form")
    gesprekken.sluit()
    gebeurtenissen.sluit()
    for link, woorden in (
        (laat, "Deze link is te oud."),
        (f"{laat[:-4]}AAAA", "Deze link werkt niet."),
        (f"{stapel.url}/verder#zomaar-iets", "Deze code ken ik niet."),
    ):
        page = await open_page(link)
        await ga_verder(page)
        await expect(page.get_by_role("status")).to_contain_text(woorden)
    page = await open_page(f"{stapel.url}/verder")
    await expect(page.get_by_role("status")).to_contain_text("Ben je hier al verder gegaan?")
    await expect(page.get_by_role("button", name="Ga verder", exact=True)).to_be_hidden()


async def test_danger_is_answered_in_messenger_and_before_the_form(stapel: Stapel, meta: Meta) -> None:
    wie = iemand()
    gevaar = await asyncio.to_thread(zeg, stapel, meta, wie, "ik wil niet meer leven", 4)
    assert "1813" in gevaar[0].tekst  # before what Meta can see, and before the greeting
    assert WAT_META_ZIET in [verzonden.tekst for verzonden in gevaar]
    assert NEE_GEVAAR not in gevaar[0].tekst


async def test_who_insists_may_do_it_in_messenger(stapel: Stapel, meta: Meta) -> None:
    wie = iemand()
    await asyncio.to_thread(zeg, stapel, meta, wie, "Ik ben een jongere", 3)
    _, daarna = await asyncio.to_thread(zeg, stapel, meta, wie, "Aanvraag bemiddeling", 2)
    assert "Typ dan: toch hier" in daarna.tekst
    await asyncio.to_thread(zeg, stapel, meta, wie, "Toch hier", 2)
    await asyncio.to_thread(wacht_op, lambda: "postcode" in meta.van(wie)[-1].tekst, 60)
    volgende = await asyncio.to_thread(zeg, stapel, meta, wie, "2100", 1)
    assert not any(verzonden.link for verzonden in volgende)


async def test_the_advice_is_given_in_messenger_itself(stapel: Stapel, meta: Meta) -> None:
    wie = iemand()
    await asyncio.to_thread(zeg, stapel, meta, wie, "Ik ben een jongere", 3)
    vragen = await asyncio.to_thread(zeg, stapel, meta, wie, "Wat past bij mij?", 1)
    einde = time.monotonic() + 120
    while not any("Dit is mijn raad." in verzonden.tekst for verzonden in vragen):
        assert time.monotonic() < einde
        assert not any(verzonden.link for verzonden in vragen)
        vragen = await asyncio.to_thread(zeg, stapel, meta, wie, "weet ik niet", 1)
        await asyncio.to_thread(wacht_op, lambda: _stil(meta, wie), 20)
        vragen = meta.van(wie)


def _stil(meta: Meta, wie: str) -> bool:
    eerder = len(meta.van(wie))
    time.sleep(0.5)
    return len(meta.van(wie)) == eerder
