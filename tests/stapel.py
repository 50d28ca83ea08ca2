"""The whole service as people run it: real processes on free ports, with a data folder of its own."""

from __future__ import annotations

import itertools
import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import requests
from prometheus_client.parser import text_string_to_metric_families

from bot.gezondheid import VERS
from loket.mail.postvak import Bericht, Postvak
from loket.settings import Instellingen, lees_instellingen
from tests.opslag import opslag

AANTAL = 3
"""How many Rasas or services of one kind a test may start at most."""
PROJECT = Path(__file__).resolve().parent.parent
adressen = map("192.0.2.{}".format, itertools.cycle(range(1, 255)))
"""Where people talk from, one after the other: tests and benches say more in a minute than one address may.
For documentation (RFC 5737); believed because a `Stapel` takes the loopback for a proxy of ours.
"""
KLEINE_ACTIES = "tests.integration.kleine_bot.acties"
"""The actions of the bot that trains in seconds; its model: the fixture `klein_model`."""


def vrije_poorten(aantal: int) -> list[int]:
    """Ports that nobody listens on at this moment."""
    houders = [socket.socket() for _ in range(aantal)]
    try:
        for houder in houders:
            houder.bind(("127.0.0.1", 0))
        return [houder.getsockname()[1] for houder in houders]
    finally:
        for houder in houders:
            houder.close()


def vrije_reeks(aantal: int) -> int:
    """The first of so many ports in a row that nobody listens on at this moment."""
    for _ in range(200):
        (eerste,) = vrije_poorten(1)
        houders = [socket.socket() for _ in range(aantal)]
        try:
            for nummer, houder in enumerate(houders):
                houder.bind(("127.0.0.1", eerste + nummer))
        except (OSError, OverflowError):
            continue
        else:
            return eerste
        finally:
            for houder in houders:
                houder.close()
    raise AssertionError("no ports in a row are free")


def wacht_op(wat: Callable[[], Any], seconden: float = 60, elke: float = 0.05) -> Any:
    """Return the first true value of `wat()`; fail after `seconden`."""
    einde = time.monotonic() + seconden
    while not (waarde := wat()):
        assert time.monotonic() < einde, f"niet gebeurd binnen {seconden} s: {wat}"
        time.sleep(elke)
    return waarde


class Stapel:
    """`python -m bot` and what tests need of it. `url` has no slash at the end."""

    def __init__(
        self, datamap: Path, model: Path, acties: str = "actions", omgeving: dict[str, str] | None = None
    ) -> None:
        self.datamap = datamap
        (poort,) = vrije_poorten(1)
        self.rasa_poort, self.metingen_poort = vrije_reeks(AANTAL), vrije_reeks(AANTAL)
        self.url = f"http://127.0.0.1:{poort}"
        self.logbestand = datamap.parent / f"{datamap.name}.log"
        self._argumenten = ["--model", str(model), "--acties", acties]
        self._loket = {
            "LOKET_DATAMAP": str(datamap),
            "LOKET_POORT": str(poort),
            "LOKET_RASA_POORT": str(self.rasa_poort),
            "LOKET_METINGEN_POORT": str(self.metingen_poort),
            "LOKET_PROXY_ADRESSEN": "127.0.0.1",
        }
        self._loket |= opslag(datamap) | (omgeving or {})
        self.proces: subprocess.Popen[bytes] | None = None
        self.http = requests.Session()
        self._oud_tot = 0.0

    @property
    def instellingen(self) -> Instellingen:
        """The settings that the service runs with, for `Kantoor.open` and the like."""
        return lees_instellingen(self._loket)

    @property
    def log(self) -> str:
        """All that the processes printed and logged."""
        return self.logbestand.read_text(errors="replace") if self.logbestand.exists() else ""

    def start(self) -> None:
        """Start the processes; `wacht_klaar` waits until they answer."""
        omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("LOKET_")}
        with self.logbestand.open("ab") as uit:
            self.proces = subprocess.Popen(
                [sys.executable, "-m", "bot", *self._argumenten],
                cwd=PROJECT,
                env=omgeving | self._loket,
                stdout=uit,
                stderr=subprocess.STDOUT,
            )

    def wacht_klaar(self, seconden: float = 180) -> None:
        """Wait until health says that people can be helped, and does not tell of before a `dood()`."""

        def klaar() -> bool:
            assert self.proces is not None
            assert self.proces.poll() is None, f"de dienst stopte:\n{self.log[-4000:]}"
            nu = time.monotonic() > self._oud_tot
            return self.gezondheid()[0] == 200 and nu

        wacht_op(klaar, seconden, elke=0.2)

    def gezondheid(self) -> tuple[int, dict[str, Any]]:
        """Status and body of /healthz; (0, {}) when nobody answers."""
        try:
            antwoord = requests.get(f"{self.url}/healthz", timeout=10)
        except (requests.ConnectionError, requests.Timeout):
            return 0, {}
        return antwoord.status_code, antwoord.json()

    def metingen(self) -> dict[tuple[str, str], float]:
        """What Prometheus would read: the value by name and labels (sorted by name, with commas)."""
        antwoord = requests.get(f"http://127.0.0.1:{self.metingen_poort}/metrics", timeout=10)
        assert antwoord.status_code == 200
        return {
            (meting.name, ",".join(waarde for _, waarde in sorted(meting.labels.items()))): meting.value
            for familie in text_string_to_metric_families(antwoord.text)
            for meting in familie.samples
        }

    def pid(self, deel: str) -> int | None:
        """The process id of "rasa" or "dienst", None while it does not run."""
        return next(iter(self.pids(deel)), None)

    def pids(self, deel: str) -> list[int]:
        """The process ids of "rasa" or "dienst", as many as there are now."""
        assert self.proces is not None
        module = {"rasa": b"bot.rasa_server", "dienst": b"bot.service"}[deel]
        kinderen = Path(f"/proc/{self.proces.pid}/task/{self.proces.pid}/children")
        gevonden = []
        for kind in kinderen.read_text().split():
            with suppress(OSError):
                if module in Path(f"/proc/{kind}/cmdline").read_bytes().split(b"\0"):
                    gevonden.append(int(kind))
        return gevonden

    def dood(self, deel: str) -> int:
        """SIGKILL "rasa" or "dienst"; returns the process id it had."""
        pid = self.pid(deel)
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        self._oud_tot = time.monotonic() + VERS
        return pid

    def stop(self, sein: signal.Signals = signal.SIGTERM, seconden: float = 120) -> int:
        """Ask the service to end and wait for it; returns its exit code."""
        assert self.proces is not None
        if self.proces.poll() is None:
            self.proces.send_signal(sein)
        return self.proces.wait(seconden)

    def ruim_op(self) -> None:
        """End everything, however it goes."""
        self.http.close()
        if self.proces is not None and self.proces.poll() is None:
            try:
                self.stop()
            except subprocess.TimeoutExpired:
                self.proces.kill()
                self.proces.wait()

    def begin(self) -> Gesprek:
        """Start a conversation, as a page does that opens the chat, from the next address."""
        adres = next(adressen)
        antwoord = self.http.post(
            f"{self.url}/chat/begin", json={}, headers={"X-Forwarded-For": adres}, timeout=60
        )
        assert antwoord.status_code == 201, antwoord.text
        inhoud = antwoord.json()
        return Gesprek(self, inhoud["sender"], inhoud["berichten"], adres)

    def mails(self) -> list[Bericht]:
        """The mails in the local mailbox, newest first."""
        postvak = Postvak(self.instellingen.postvak)
        return [postvak.bericht(kop.sleutel) for kop in postvak.berichten()]

    def wacht_op_mails(self, aantal: int, seconden: float = 60) -> list[Bericht]:
        """The mails, once there are at least `aantal`."""
        wacht_op(lambda: len(Postvak(self.instellingen.postvak).berichten()) >= aantal, seconden)
        return self.mails()


class Gesprek:
    """One person's conversation. `items` are the latest replies."""

    def __init__(
        self,
        stapel: Stapel,
        token: str,
        items: list[dict[str, Any]],
        adres: str = "127.0.0.1",
    ) -> None:
        self.stapel = stapel
        self._van = {"X-Forwarded-For": adres}
        self.token = token
        self.items = items

    def vraag(self, tekst: Any, message_id: str | None = None) -> requests.Response:
        """Send a message and return the whole HTTP answer."""
        inhoud = {"sender": self.token, "message": tekst, "message_id": message_id or str(uuid.uuid4())}
        return self.stapel.http.post(f"{self.stapel.url}/chat", json=inhoud, headers=self._van, timeout=60)

    def zeg(self, tekst: str, message_id: str | None = None) -> list[dict[str, Any]]:
        """Send a message that must be answered; returns the replies."""
        antwoord = self.vraag(tekst, message_id)
        assert antwoord.status_code == 200, f"{antwoord.status_code} {antwoord.text}"
        self.items = antwoord.json()
        return self.items

    @property
    def tekst(self) -> str:
        """All the text of the latest replies."""
        return "\n".join(item.get("text", "") for item in self.items)

    @property
    def knoppen(self) -> list[str]:
        """The titles of the buttons of the latest replies."""
        return [knop["title"] for item in self.items for knop in item.get("buttons", [])]

    def verloop(self) -> list[dict[str, Any]]:
        """The whole conversation, as after loading the page again."""
        antwoord = self.stapel.http.get(
            f"{self.stapel.url}/chat/berichten", headers=self._koppen(), timeout=60
        )
        assert antwoord.status_code == 200, antwoord.text
        berichten: list[dict[str, Any]] = antwoord.json()["berichten"]
        return berichten

    def wis(self) -> requests.Response:
        """Ask to delete the conversation."""
        return self.stapel.http.delete(f"{self.stapel.url}/chat", headers=self._koppen(), timeout=60)

    def _koppen(self) -> dict[str, str]:
        return self._van | {"Authorization": f"Bearer {self.token}"}
