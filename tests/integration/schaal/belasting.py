"""People who talk all at once while something breaks, and who send a message again when it got no answer."""

from __future__ import annotations

import signal
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

import requests

from loket.store import postgres
from tests.servers import Postgres
from tests.stapel import Gesprek, Stapel

GEDULD = 120.0  # seconds in which each message must have its answer


ADEM = 0.5
"""Seconds between an answer and the next message: more in a row and the limit for one person says stop."""


GRENS = postgres.GEDULD + postgres.KLOPTIJD + 5.0
"""Seconds in which everybody hears that the database hangs, with some for a busy machine. Without a bound it
would be minutes."""


@contextmanager
def hangend(server: Postgres) -> Iterator[None]:
    """A server that does not answer, and does not refuse either."""
    server.sein(signal.SIGSTOP)
    try:
        yield
    finally:
        server.sein(signal.SIGCONT)


def duur(wat: Callable[[], object]) -> float:
    """How many seconds it takes."""
    begin = time.monotonic()
    wat()
    return time.monotonic() - begin


@dataclass
class Verloop:
    """What happened: answered messages, and attempts that were answered with a failure or not at all."""

    beurten: int = 0
    mislukt: list[str] = field(default_factory=list)


class Mens:
    """One person. The small bot counts the messages of a conversation: a lost or a double one shows."""

    def __init__(self, stapel: Stapel) -> None:
        self._url = stapel.url
        self.gesprek = stapel.begin()
        self.aantal = 0

    def zeg(self, verloop: Verloop) -> None:
        """One message, sent again until it is answered."""
        self.aantal += 1
        inhoud = {"sender": self.gesprek.token, "message": f"w{self.aantal}", "message_id": str(uuid.uuid4())}
        einde = time.monotonic() + GEDULD
        while True:
            try:
                antwoord = requests.post(f"{self._url}/chat", json=inhoud, timeout=60)
                if antwoord.status_code == 200:
                    assert antwoord.json()[0]["text"] == f"Bericht {self.aantal}: w{self.aantal}"
                    verloop.beurten += 1
                    return
                assert antwoord.status_code in {503, 504}, antwoord.text
                verloop.mislukt.append(str(antwoord.status_code))
            except requests.ConnectionError as fout:
                verloop.mislukt.append(type(fout).__name__)
            assert time.monotonic() < einde, verloop
            time.sleep(0.2)

    def controleer(self) -> None:
        """Every message stands in the conversation, once, in order, with its answer."""
        gezegd = [regel["text"] for regel in self.gesprek.verloop() if regel["van"] == "mens"]
        assert gezegd == [f"w{nummer}" for nummer in range(1, self.aantal + 1)]


@contextmanager
def onder_belasting(stapel: Stapel, mensen: int = 4) -> Iterator[Verloop]:
    """People talk for as long as the block lasts, and at least three messages after it; nothing may be lost
    and nothing may count twice."""
    verloop, klaar = Verloop(), threading.Event()
    allen = [Mens(stapel) for _ in range(mensen)]

    def praat(mens: Mens) -> None:
        mens.zeg(verloop)
        while not klaar.wait(ADEM):
            mens.zeg(verloop)
        for _ in range(3):
            mens.zeg(verloop)

    with ThreadPoolExecutor(mensen) as draden:
        lopend: list[Future[None]] = [draden.submit(praat, mens) for mens in allen]
        try:
            yield verloop
        finally:
            klaar.set()
        for een in lopend:
            een.result()
    for mens in allen:
        mens.controleer()


def tegelijk(gesprek: Gesprek, aantal: int) -> list[str]:
    """So many messages of one conversation at the same moment; the texts of the answers."""

    def zeg(nummer: int) -> str:
        inhoud = {"sender": gesprek.token, "message": f"t{nummer}", "message_id": f"t-{nummer}"}
        for _ in range(50):
            antwoord = requests.post(f"{gesprek.stapel.url}/chat", json=inhoud, timeout=60)
            if antwoord.status_code == 200:
                return str(antwoord.json()[0]["text"])
            time.sleep(0.1)
        raise AssertionError(antwoord.text)

    with ThreadPoolExecutor(aantal) as draden:
        return list(draden.map(zeg, range(aantal)))
