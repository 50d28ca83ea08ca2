"""Delivery over real SMTP: encrypted or not at all, and nothing lost whatever the server does."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from loket.kantoor import Kantoor
from loket.mail.werker import PostWerker
from tests.certificaat import maak_certificaat

from .hulp import NU, Klok, maak_aanvraag, open_kantoor
from .smtp import STAPPEN, dwarse_server, echte_server


@contextmanager
def smtp_kantoor(pad: Path, poort: int, **instellingen: Any) -> Iterator[Kantoor]:
    gewoon: dict[str, Any] = {
        "mail_aflevering": "smtp",
        "smtp_host": "localhost",
        "smtp_poort": poort,
        "smtp_tls": "geen",
        "smtp_wachttijd_seconden": 5,
    }
    kantoor = open_kantoor(pad, **gewoon | instellingen)
    try:
        yield kantoor
    finally:
        kantoor.sluit()


async def test_a_mail_arrives_encrypted(tmp_path: Path) -> None:
    tls, ca = maak_certificaat(tmp_path)
    async with echte_server(tls=tls, aanmelden=("kantoor", "geheim")) as server:
        with smtp_kantoor(
            tmp_path,
            server.poort,
            smtp_tls="starttls",
            smtp_ca_bestand=ca,
            smtp_gebruiker="kantoor",
            smtp_wachtwoord="geheim",
        ) as kantoor:
            kantoor.register.neem_op(maak_aanvraag(bevestiging_naar="iemand@voorbeeld.test"), NU)
            assert await PostWerker(kantoor, nu=Klok()).leeg() == 2
            assert kantoor.postbus.toestand(NU).wachtend == 0
    assert [post.aan for post in server.post] == [["bemiddeling@antwerpen.test"], ["iemand@voorbeeld.test"]]
    assert all(post.versleuteld for post in server.post)


async def test_tls_from_the_start(tmp_path: Path) -> None:
    tls, ca = maak_certificaat(tmp_path)
    async with echte_server(tls=tls, direct_tls=True) as server:
        with smtp_kantoor(tmp_path, server.poort, smtp_tls="tls", smtp_ca_bestand=ca) as kantoor:
            kantoor.register.neem_op(maak_aanvraag(), NU)
            await PostWerker(kantoor, nu=Klok()).leeg()
    assert len(server.post) == 1


async def test_a_certificate_no_one_vouches_for(tmp_path: Path) -> None:
    tls, _ = maak_certificaat(tmp_path)
    async with echte_server(tls=tls) as server:
        with smtp_kantoor(tmp_path, server.poort, smtp_tls="starttls") as kantoor:
            kantoor.register.neem_op(maak_aanvraag(), NU)
            await PostWerker(kantoor, nu=Klok()).leeg()
            [regel] = kantoor.postbus.regels()
            assert regel.pogingen == 1
            assert regel.laatste_fout
    assert server.post == []


async def test_a_certificate_of_another(tmp_path: Path) -> None:
    tls, ca = maak_certificaat(tmp_path, "elders.test")
    async with echte_server(tls=tls) as server:
        with smtp_kantoor(tmp_path, server.poort, smtp_tls="starttls", smtp_ca_bestand=ca) as kantoor:
            kantoor.register.neem_op(maak_aanvraag(), NU)
            await PostWerker(kantoor, nu=Klok()).leeg()
            assert kantoor.postbus.toestand(NU).wachtend == 1
    assert server.post == []


async def test_a_server_without_starttls_gets_nothing(tmp_path: Path) -> None:
    async with dwarse_server("inhoud", "250") as server:
        with smtp_kantoor(tmp_path, server.poort, smtp_tls="starttls") as kantoor:
            kantoor.register.neem_op(maak_aanvraag(), NU)
            await PostWerker(kantoor, nu=Klok()).leeg()
            assert kantoor.postbus.toestand(NU).wachtend == 1
    assert server.verbindingen == 1
    assert not {"mail", "rcpt", "data"} & set(server.opdrachten)


async def test_a_wrong_password_is_an_alarm_at_once(tmp_path: Path) -> None:
    tls, ca = maak_certificaat(tmp_path)
    async with echte_server(tls=tls, aanmelden=("kantoor", "geheim")) as server:
        with smtp_kantoor(
            tmp_path,
            server.poort,
            smtp_tls="starttls",
            smtp_ca_bestand=ca,
            smtp_gebruiker="kantoor",
            smtp_wachtwoord="fout",
        ) as kantoor:
            kantoor.register.neem_op(maak_aanvraag(), NU)
            await PostWerker(kantoor, nu=Klok()).leeg()
            [alarm] = kantoor.postbus.alarmen()
            assert alarm.code == "smtp-535-AuthenticationError"
    assert server.post == []


@pytest.mark.parametrize("stap", STAPPEN)
@pytest.mark.parametrize("gedrag", ["451", "550", "weg", "hang"])
async def test_whatever_the_server_does_nothing_is_lost(
    tmp_path: Path, stap: str, gedrag: str, caplog: pytest.LogCaptureFixture
) -> None:
    """First it goes wrong, then the server is well again: the mail arrives, with the same Message-ID."""
    caplog.set_level(logging.DEBUG)
    klok = Klok()
    async with dwarse_server(stap, gedrag) as dwars:
        with smtp_kantoor(tmp_path, dwars.poort, smtp_wachttijd_seconden=0.3) as kantoor:
            nummer = kantoor.register.neem_op(maak_aanvraag("kanarie"), NU).nummer
            await PostWerker(kantoor, nu=klok).leeg()
            [regel] = kantoor.postbus.regels()
            assert regel.pogingen == 1
            assert regel.laatste_fout
            assert "kanarie" not in regel.laatste_fout
            assert regel.volgende_poging_op > klok.nu
            alarmen = kantoor.postbus.alarmen()
            # a server that says no to EHLO may still say yes to HELO; both are refused here
            assert [alarm.nummer for alarm in alarmen] == ([nummer] if gedrag == "550" else [])
    assert dwars.verbindingen == 1
    klok.vooruit(hours=8)
    async with echte_server() as server:
        with smtp_kantoor(tmp_path, server.poort) as kantoor:
            await PostWerker(kantoor, nu=klok).leeg()
            assert kantoor.postbus.toestand(klok.nu).wachtend == 0
            assert kantoor.postbus.alarmen() == []
    [post] = server.post
    for eerder in dwars.post:  # only when the server kept the mail and then broke off
        assert (stap, gedrag) in {("inhoud", "weg")}
        assert eerder.bericht["Message-ID"] == post.bericht["Message-ID"]
    ons = [record.getMessage() for record in caplog.records if record.name != "mail.log"]  # the test server's
    assert ons
    assert "kanarie" not in "".join(ons)


async def test_no_one_listens(tmp_path: Path) -> None:
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    with smtp_kantoor(tmp_path, poort) as kantoor:
        kantoor.register.neem_op(maak_aanvraag(), NU)
        await PostWerker(kantoor, nu=Klok()).leeg()
        toestand = kantoor.postbus.toestand(NU + timedelta(minutes=1))
        assert (toestand.wachtend, toestand.oudste_seconden, toestand.alarmen) == (1, 60.0, 0)


async def test_48_hours_of_trying_then_an_alarm_and_still_trying(tmp_path: Path) -> None:
    klok = Klok()
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    with smtp_kantoor(tmp_path, poort, beheerder_email="beheer@voorbeeld.test") as kantoor:
        kantoor.register.neem_op(maak_aanvraag(), NU)
        werker = PostWerker(kantoor, nu=klok)
        pauzes = []
        while not kantoor.postbus.alarmen():
            await werker.leeg()
            wacht = kantoor.postbus.volgende(klok.nu)
            assert wacht is not None
            assert wacht <= timedelta(hours=1.2) or kantoor.postbus.alarmen()
            pauzes.append(wacht)
            klok.nu += wacht
        assert klok.nu - NU >= timedelta(hours=48)
        assert 48 <= len(pauzes) <= 80
        assert pauzes[0] <= timedelta(seconds=36)
        assert pauzes[1] > pauzes[0]
    klok.vooruit(hours=8)
    async with echte_server() as server:
        with smtp_kantoor(tmp_path, server.poort, beheerder_email="beheer@voorbeeld.test") as kantoor:
            await PostWerker(kantoor, nu=klok).leeg()
            assert kantoor.postbus.alarmen() == []
            [oud] = kantoor.postbus.alarmen(ook_oude=True)
            assert oud.opgelost_op
    assert sorted(post.aan[0] for post in server.post) == [
        "beheer@voorbeeld.test",
        "bemiddeling@antwerpen.test",
    ]


async def test_a_permanent_refusal_is_mailed_to_the_beheerder_once(tmp_path: Path) -> None:
    klok = Klok()
    async with dwarse_server("rcpt", "550") as server:
        with smtp_kantoor(tmp_path, server.poort, beheerder_email="beheer@voorbeeld.test") as kantoor:
            for _ in range(3):
                kantoor.register.neem_op(maak_aanvraag(), NU)
            await PostWerker(kantoor, nu=klok).leeg()
            # three refused, and the alarm mail itself refused: no alarm mail about an alarm mail
            assert [alarm.soort for alarm in kantoor.postbus.alarmen()].count("loket") == 3
            assert [regel.soort for regel in kantoor.postbus.regels()].count("alarm") == 1


async def test_the_mail_in_flight_is_finished_when_asked_to_stop(tmp_path: Path) -> None:
    stop = asyncio.Event()
    async with echte_server() as server:
        with smtp_kantoor(tmp_path, server.poort) as kantoor:
            werker = PostWerker(kantoor)
            echt = werker._aflevering

            class Traag:
                async def lever(self, bericht: Any) -> None:
                    stop.set()
                    await asyncio.sleep(0)  # the stop is seen while the mail is under way
                    await echt.lever(bericht)

            werker._aflevering = Traag()
            kantoor.register.neem_op(maak_aanvraag(), NU)
            async with asyncio.timeout(30):
                await werker.draai(stop)
            assert kantoor.postbus.toestand(NU).wachtend == 0
    assert len(server.post) == 1


async def test_a_hanging_mail_does_not_hold_up_the_stop_and_is_given_back(tmp_path: Path) -> None:
    stop = asyncio.Event()
    async with dwarse_server("inhoud", "hang") as server:
        with smtp_kantoor(tmp_path, server.poort) as kantoor:
            kantoor.register.neem_op(maak_aanvraag(), NU)
            werker = PostWerker(kantoor, afsluittijd=timedelta(seconds=0.2))
            taak = asyncio.create_task(werker.draai(stop))
            async with asyncio.timeout(30):
                await server.data_gezien.wait()
                stop.set()
                await taak
            later = kantoor.postbus.claim(NU + timedelta(seconds=1), timedelta(minutes=1))
            assert later is not None
            assert later.pogingen == 0


async def test_placeholders_never_get_real_mail(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="plaatshouder"):
        open_kantoor(
            tmp_path,
            mail_aflevering="smtp",
            smtp_host="localhost",
            contactenmap=Path(__file__).parents[3] / "contacten",
        )
