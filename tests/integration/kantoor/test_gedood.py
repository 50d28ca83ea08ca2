"""SIGKILL at every step between "verstuur" and delivered mail: nothing lost, nothing twice."""

from __future__ import annotations

import asyncio
import uuid
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from loket.domain.nummer import lees_nummer
from loket.kantoor import Kantoor
from loket.mail.postvak import Postvak
from loket.mail.werker import PostWerker
from tests.gedood import dood_waar_het_wacht

from .hulp import NU, Klok, maak_aanvraag, maak_contacten, open_kantoor
from .smtp import echte_server
from .werker_proces import STAPPEN


async def dood_bij(stap: str, pad: Path, aanvraag_id: uuid.UUID, poort: int = 0) -> None:
    """Run the process until it is at the step, and kill it there."""
    await dood_waar_het_wacht(
        "tests.integration.kantoor.werker_proces",
        str(pad / "var"),
        str(maak_contacten(pad / "contacten")),
        str(aanvraag_id),
        stap,
        str(poort),
    )


@pytest.mark.parametrize("stap", STAPPEN)
async def test_local_mailbox(stap: str, tmp_path: Path) -> None:
    aanvraag_id = uuid.uuid4()
    await dood_bij(stap, tmp_path, aanvraag_id)
    kantoor = open_kantoor(tmp_path)
    klok = Klok()
    try:
        # The person sees an error or nothing, and asks again: the same aanvraag, the same id.
        ontvangst = kantoor.register.neem_op(
            maak_aanvraag(id=aanvraag_id, bevestiging_naar="iemand@voorbeeld.test"), NU
        )
        assert ontvangst.nieuw is (stap == "voor_vastleggen")
        assert lees_nummer(ontvangst.nummer).volgnummer == 1
        werker = PostWerker(kantoor, nu=klok)
        await werker.leeg()
        klok.vooruit(hours=1)  # the lease of the one that was killed has run out
        await werker.leeg()
        assert kantoor.postbus.toestand(klok.nu).wachtend == 0
        assert len(kantoor.postbus.regels(ook_verzonden=True)) == 2
    finally:
        kantoor.sluit()
    postvak = Postvak(tmp_path / "var" / "postvak")
    assert sorted(kop.aan for kop in postvak.berichten()) == [
        "bemiddeling@antwerpen.test",
        "iemand@voorbeeld.test",
    ]
    assert len({postvak.bericht(kop.sleutel).message_id for kop in postvak.berichten()}) == 2
    assert list((tmp_path / "var" / "postvak" / "tmp").iterdir()) == []


@pytest.mark.parametrize("stap", [stap for stap in STAPPEN if stap != "half_geschreven"])
async def test_smtp(stap: str, tmp_path: Path) -> None:
    """Over SMTP: once at every step but one. Killed after the server took the mail and before that was
    noted, it comes again, with the same Message-ID."""
    aanvraag_id = uuid.uuid4()
    async with echte_server() as server:
        await dood_bij(stap, tmp_path, aanvraag_id, server.poort)
        kantoor = open_kantoor(
            tmp_path,
            mail_aflevering="smtp",
            smtp_host="localhost",
            smtp_poort=server.poort,
            smtp_tls="geen",
        )
        klok = Klok()
        try:
            aanvraag = maak_aanvraag(id=aanvraag_id, bevestiging_naar="iemand@voorbeeld.test")
            kantoor.register.neem_op(aanvraag, NU)
            werker = PostWerker(kantoor, nu=klok)
            klok.nu += timedelta(hours=1)
            await werker.leeg()
            assert kantoor.postbus.toestand(klok.nu).wachtend == 0
        finally:
            kantoor.sluit()
    nummers = [str(post.bericht["Message-ID"]) for post in server.post]
    assert len(set(nummers)) == 2
    assert len(nummers) == (3 if stap == "na_aflevering" else 2)


async def test_a_lease_keeps_others_away_until_it_runs_out(tmp_path: Path) -> None:
    aanvraag_id = uuid.uuid4()
    await dood_bij("na_claim", tmp_path, aanvraag_id)
    kantoor = open_kantoor(tmp_path)
    klok = Klok()
    werker = PostWerker(kantoor, nu=klok)
    assert await werker.leeg() == 1  # the confirmation; the mail to the loket is held
    assert [regel.soort for regel in kantoor.postbus.regels()] == ["loket"]
    klok.vooruit(hours=1)
    assert await werker.leeg() == 1
    kantoor.sluit()


async def test_a_mail_that_is_being_sent_stays_with_its_worker(kantoor: Kantoor) -> None:
    """However slow the server is: the lease is short, and renewed as long as the worker lives."""
    door, los = asyncio.Event(), asyncio.Event()

    class Traag:
        async def lever(self, bericht: EmailMessage) -> None:
            door.set()
            await los.wait()

    kantoor.register.neem_op(maak_aanvraag(), datetime.now(UTC))
    lease = timedelta(seconds=1)
    bezig = asyncio.create_task(PostWerker(kantoor, aflevering=Traag(), lease=lease).leeg())
    await door.wait()
    begonnen = datetime.now(UTC)
    while datetime.now(UTC) < begonnen + 3 * lease:
        assert await asyncio.to_thread(kantoor.postbus.claim, datetime.now(UTC), lease) is None
        await asyncio.sleep(0.1)
    los.set()
    assert await bezig == 1
    assert kantoor.postbus.toestand(datetime.now(UTC)).wachtend == 0
