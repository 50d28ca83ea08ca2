"""The two sides that the bench compares, as people meet them: our service, and the twin on stock Rasa.

Both run from the project's folder in a data folder of their own, and both are spoken to over their public
endpoint.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

import requests
import yaml

from bench import tweeling
from bot.model import actueel
from loket.settings import PROJECT
from tests.stapel import Stapel, adressen, vrije_poorten, wacht_op

GEDULD = 900.0
"""Seconds that a person of the bench waits for an answer: what is slow must be measured, not broken off."""
BEGIN = "/begin"


class TeDruk(Exception):
    """The service said kindly that it is too busy now."""


class GeenAntwoord(Exception):
    """A message got no reply at all."""


class Mens(Protocol):
    """Someone in a conversation of their own."""

    def zeg(self, tekst: str) -> list[dict[str, Any]]:
        """The replies to one message. Raises TeDruk or GeenAntwoord; any other failure ends the bench."""
        ...

    def gezegd(self) -> list[str]:
        """All that this person said, in the order in which it was recorded."""
        ...


class Kant(Protocol):
    """One of the two."""

    naam: str

    def start(self) -> None:
        """Start the processes; `mens()` works once they are ready."""
        ...

    def mens(self) -> Mens:
        """Someone who was just greeted. Raises requests.ConnectionError while nobody listens yet."""
        ...

    def pids(self) -> dict[str, list[int]]:
        """The processes, by what they do."""
        ...

    def stop(self) -> None:
        """End everything."""
        ...


class _OnzeMens:
    def __init__(self, url: str) -> None:
        self._url = url
        self._lijn = requests.Session()
        self._lijn.headers["X-Forwarded-For"] = next(adressen)
        antwoord = self._stuur("/chat/begin", {}, 201)
        self._token = antwoord["sender"]

    def zeg(self, tekst: str) -> list[dict[str, Any]]:
        inhoud = {"sender": self._token, "message": tekst, "message_id": str(uuid.uuid4())}
        uit: list[dict[str, Any]] = self._stuur("/chat", inhoud, 200)
        return uit

    def gezegd(self) -> list[str]:
        koppen = {"Authorization": f"Bearer {self._token}"}
        antwoord = self._lijn.get(f"{self._url}/chat/berichten", headers=koppen, timeout=GEDULD)
        antwoord.raise_for_status()
        return [regel["text"] for regel in antwoord.json()["berichten"] if regel["van"] == "mens"]

    def _stuur(self, pad: str, inhoud: dict[str, Any], goed: int) -> Any:
        antwoord = self._lijn.post(f"{self._url}{pad}", json=inhoud, timeout=GEDULD)
        if antwoord.status_code == 503 and "druk" in antwoord.json()["fout"]:
            raise TeDruk
        assert antwoord.status_code == goed, antwoord.text
        return antwoord.json()


class Onze:
    """`python -m bot` with its defaults, behind a proxy that says who is who."""

    naam = "ours"

    def __init__(self, map: Path) -> None:
        pad = f"{PROJECT / 'bench' / 'grenzeloos'}{os.pathsep}{PROJECT}"
        self._stapel = Stapel(map / "gegevens", actueel(), omgeving={"PYTHONPATH": pad})
        self._stapel.datamap.mkdir(mode=0o700)

    def start(self) -> None:
        self._stapel.start()

    def mens(self) -> Mens:
        return _OnzeMens(self._stapel.url)

    def pids(self) -> dict[str, list[int]]:
        assert self._stapel.proces is not None
        delen = {deel: self._stapel.pids(deel) for deel in ("rasa", "dienst")}
        return {**delen, "supervisor": [self._stapel.proces.pid]}

    def stop(self) -> None:
        self._stapel.ruim_op()


class _TweelingMens:
    def __init__(self, url: str) -> None:
        self._url = url
        self._lijn = requests.Session()
        self._naam = uuid.uuid4().hex
        self.zeg(BEGIN)

    def zeg(self, tekst: str) -> list[dict[str, Any]]:
        inhoud = {"sender": self._naam, "message": tekst}
        antwoord = self._lijn.post(f"{self._url}/webhooks/rest/webhook", json=inhoud, timeout=GEDULD)
        assert antwoord.status_code == 200, antwoord.text
        uit: list[dict[str, Any]] = antwoord.json()
        if not uit:
            raise GeenAntwoord
        return uit

    def gezegd(self) -> list[str]:
        antwoord = self._lijn.get(f"{self._url}/conversations/{self._naam}/tracker", timeout=GEDULD)
        antwoord.raise_for_status()
        gezegd = [stap["text"] for stap in antwoord.json()["events"] if stap["event"] == "user"]
        return [tekst for tekst in gezegd if tekst != BEGIN]


class Tweeling:
    """`rasa run` and rasa-sdk's server, in a folder of their own with an SQL tracker store."""

    naam = "`rasa init`"
    epochs = tweeling.EPOCHS
    """How long it learnt."""

    def __init__(self, map: Path) -> None:
        self._map, self._model = map, tweeling.model(self.epochs)
        poort, acties = vrije_poorten(2)
        self._url = f"http://127.0.0.1:{poort}"
        eindpunten = {
            "action_endpoint": {"url": f"http://127.0.0.1:{acties}/webhook"},
            "tracker_store": {"type": "SQL", "url": f"sqlite:///{map / 'trackers.db'}"},
        }
        (map / "endpoints.yml").write_text(yaml.safe_dump(eindpunten), encoding="utf-8")
        (map / "credentials.yml").write_text("rest:\n", encoding="utf-8")
        rasa = ["rasa", "run", "--enable-api", "--model", str(self._model), "--port", str(poort)]
        self._opdrachten = {
            "rasa": [*rasa, "--endpoints", "endpoints.yml", "--credentials", "credentials.yml"],
            "acties": ["bench.tweeling_acties", str(acties)],
        }
        self._processen: dict[str, subprocess.Popen[bytes]] = {}

    def start(self) -> None:
        omgeving = os.environ | {
            "PYTHONPATH": str(PROJECT),
            "RASA_TELEMETRY_ENABLED": "false",
            "LOKET_DATAMAP": str(self._map / "gegevens"),
        }
        for naam, opdracht in self._opdrachten.items():
            with (self._map / f"{naam}.log").open("ab") as uit:
                self._processen[naam] = subprocess.Popen(
                    [sys.executable, "-m", *opdracht],
                    cwd=self._map,
                    env=omgeving,
                    stdout=uit,
                    stderr=subprocess.STDOUT,
                )

    def mens(self) -> Mens:
        for naam, proces in self._processen.items():
            if proces.poll() is not None:
                raise RuntimeError((self._map / f"{naam}.log").read_text()[-3000:])
        return _TweelingMens(self._url)

    def pids(self) -> dict[str, list[int]]:
        return {naam: [proces.pid, *_kinderen(proces.pid)] for naam, proces in self._processen.items()}

    def stop(self) -> None:
        for proces in self._processen.values():
            proces.terminate()
        for proces in self._processen.values():
            try:
                proces.wait(30)
            except subprocess.TimeoutExpired:
                proces.kill()
                proces.wait()
        for naam in self._processen:  # to see why, when it gave no reply
            shutil.copy(self._map / f"{naam}.log", tweeling.RESULTATEN / f"tweeling-{naam}.log")


class KorteTweeling(Tweeling):
    """A twin that is learnt in a quarter of an hour: a turn costs the same."""

    epochs = tweeling.KORT


def _kinderen(pid: int) -> list[int]:
    """The processes under this one: Sanic works in children of its own."""
    uit = []
    with suppress(OSError):
        for taak in Path(f"/proc/{pid}/task").iterdir():
            for kind in map(int, (taak / "children").read_text().split()):
                uit += [kind, *_kinderen(kind)]
    return uit


class Lopend:
    """A side that runs, for the length of a `with`; `start` is how many seconds it took to greet someone."""

    def __init__(self, soort: type[Onze] | type[Tweeling]) -> None:
        self._map = Path(tempfile.mkdtemp())
        self.kant: Kant = soort(self._map)
        self.start = 0.0

    def __enter__(self) -> Lopend:
        begin = time.perf_counter()
        self.kant.start()
        try:
            wacht_op(self._begroet, 600, elke=0.1)
        except BaseException:
            self.__exit__()
            raise
        self.start = time.perf_counter() - begin
        return self

    def __exit__(self, *_: object) -> None:
        self.kant.stop()
        shutil.rmtree(self._map)

    def _begroet(self) -> bool:
        try:
            self.kant.mens()
        except (requests.ConnectionError, AssertionError, GeenAntwoord):
            return False
        return True

    def processortijd(self) -> float:
        """Seconds of processor that its processes spent so far."""
        return sum(_processortijd(pid) for pids in self.kant.pids().values() for pid in pids)

    def geheugen(self) -> float:
        """Megabytes that its processes hold, what they share counted once."""
        return sum(_geheugen(pid) for pids in self.kant.pids().values() for pid in pids)


def _processortijd(pid: int) -> float:
    velden = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(velden[11]) + int(velden[12])) / os.sysconf("SC_CLK_TCK")


def _geheugen(pid: int) -> float:
    regels: Iterator[str] = iter(Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines())
    return int(next(regel for regel in regels if regel.startswith("Pss:")).split()[1]) / 1024
