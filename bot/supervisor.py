"""Keeps the two processes running: Rasa, and the service that faces people.

One dies: it is started again, later each time that it dies soon. SIGINT or SIGTERM: first the service, that
finishes the answers and the mail it is busy with, and needs Rasa for that; then Rasa. When the supervisor
itself is killed the kernel ends both (`bot.ouder`).
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import logging
import os
import signal
import socket
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from loket.settings import Instellingen

logger = logging.getLogger(__name__)

GESTOPT_OM_INSTELLING = os.EX_CONFIG
"""A child's exit code for "starting again cannot help, a person must change something"."""

_EERSTE_WACHT, _LANGSTE_WACHT = 0.5, 30.0
_LANG_GENOEG = 60.0  # seconds of life after which a death counts as the first again


class StartFout(Exception):
    """The service cannot start. The message is one sentence for the person who runs it."""


@dataclass(frozen=True, slots=True)
class Opdracht:
    """How to start a child, and how long (seconds) it may take to end after SIGTERM."""

    naam: str
    argumenten: Sequence[str]
    omgeving: dict[str, str]
    geduld: float


def opdrachten(model: Path, acties: str) -> tuple[Opdracht, Opdracht]:
    """The two children, with `acties`' actions: Rasa with the newest model in `model`, and the service."""
    ouder, met = ("--ouder", str(os.getpid())), ("--acties", acties)
    basis = dict(os.environ) | {"PYTHONUNBUFFERED": "1"}
    rasa = basis | {
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TF_ENABLE_ONEDNN_OPTS": "0",
        "SANIC_ACCESS_LOG": "false",
        "LOG_LEVEL": "WARNING",
        "LOG_LEVEL_LIBRARIES": "ERROR",
        "PYTHONWARNINGS": "ignore::DeprecationWarning",
    }
    return (
        Opdracht("rasa", ("-m", "bot.rasa_server", *ouder, *met, "--model", str(model)), rasa, 20),
        Opdracht("dienst", ("-m", "bot.service", *ouder, *met), basis, 90),
    )


class Kind:
    """One child process, started again when it dies."""

    def __init__(self, opdracht: Opdracht) -> None:
        self._opdracht = opdracht
        self._proces: asyncio.subprocess.Process | None = None
        self._stopt = asyncio.Event()

    async def houd_draaiend(self) -> int:
        """Run until `stop()`, then return 0; or until the child says that starting again cannot help."""
        wacht = _EERSTE_WACHT
        while not self._stopt.is_set():
            begin = time.monotonic()
            code = await self._draai()
            if self._stopt.is_set():
                break
            if code == GESTOPT_OM_INSTELLING:
                return code
            if time.monotonic() - begin > _LANG_GENOEG:
                wacht = _EERSTE_WACHT
            logger.warning(
                "%s stopte (%s) en start opnieuw na %.1f s", self._opdracht.naam, _hoe(code), wacht
            )
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopt.wait(), wacht)
            wacht = min(wacht * 2, _LANGSTE_WACHT)
        return 0

    async def stop(self) -> None:
        """End the child: SIGTERM, and SIGKILL only when it takes too long."""
        self._stopt.set()
        proces = self._proces
        if proces is None or proces.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            proces.terminate()
        try:
            await asyncio.wait_for(proces.wait(), self._opdracht.geduld)
        except TimeoutError:
            logger.error("%s stopt niet en wordt afgebroken", self._opdracht.naam)
            with contextlib.suppress(ProcessLookupError):
                proces.kill()
            await proces.wait()

    async def _draai(self) -> int:
        # A session of its own: Ctrl-C in a terminal reaches us alone, and we end the children in order.
        self._proces = await asyncio.create_subprocess_exec(
            sys.executable,
            *self._opdracht.argumenten,
            env=self._opdracht.omgeving,
            stdin=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
        if self._stopt.is_set():  # the stop came while the child was being made
            with contextlib.suppress(ProcessLookupError):
                self._proces.terminate()
        return await self._proces.wait()


def _hoe(code: int) -> str:
    return f"sein {signal.Signals(-code).name}" if code < 0 else f"code {code}"


def controleer(instellingen: Instellingen, model: Path) -> None:
    """Raise StartFout when a port is taken or there is no model."""
    poorten = {
        "LOKET_POORT": (instellingen.host, instellingen.poort),
        "LOKET_RASA_POORT": ("127.0.0.1", instellingen.rasa_poort),
        "LOKET_ACTIES_POORT": ("127.0.0.1", instellingen.acties_poort),
    }
    if instellingen.metingen_poort:
        poorten["LOKET_METINGEN_POORT"] = (instellingen.metingen_host, instellingen.metingen_poort)
    if len({poort for _, poort in poorten.values()}) < len(poorten):
        raise StartFout(f"{', '.join(poorten)} moeten verschillende poorten zijn.")
    for naam, (host, poort) in poorten.items():
        _controleer_poort(naam, host, poort)
    if not (model.is_file() or any(model.glob("*.tar.gz"))):
        raise StartFout(f"Er is geen model in {model}. Maak er een met `make train`.")


def _controleer_poort(naam: str, host: str, poort: int) -> None:
    try:
        soort, _, _, _, adres = socket.getaddrinfo(host, poort, type=socket.SOCK_STREAM)[0]
        with socket.socket(soort, socket.SOCK_STREAM) as proef:
            proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            proef.bind(adres)
    except OSError as fout:
        if fout.errno == errno.EADDRINUSE:
            raise StartFout(
                f"Poort {poort} is al in gebruik. Draait de dienst al? "
                f"Stop die dan, of kies met {naam} een andere poort."
            ) from None
        raise StartFout(
            f"Op {host} poort {poort} kan de dienst niet luisteren. Kijk {naam} en LOKET_HOST na."
        ) from None


async def draai(instellingen: Instellingen, model: Path, acties: str) -> int:
    """Run both children until SIGINT or SIGTERM. Returns the exit code. Raises StartFout."""
    controleer(instellingen, model)
    stop = asyncio.Event()
    lus = asyncio.get_running_loop()
    for sein in (signal.SIGINT, signal.SIGTERM):
        lus.add_signal_handler(sein, stop.set)
    rasa, dienst = (Kind(opdracht) for opdracht in opdrachten(model, acties))
    lopend = [asyncio.create_task(kind.houd_draaiend()) for kind in (rasa, dienst)]
    melding = asyncio.create_task(_meld_klaar(instellingen))
    wacht_op_stop = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait([*lopend, wacht_op_stop], return_when=asyncio.FIRST_COMPLETED)
    finally:
        for taak in (melding, wacht_op_stop):
            taak.cancel()
        if stop.is_set():
            print("Even geduld: lopende antwoorden en mails worden afgemaakt.", flush=True)
        await dienst.stop()
        await rasa.stop()
    return max(await asyncio.gather(*lopend))


async def _meld_klaar(instellingen: Instellingen) -> None:
    """Print the addresses once everything answers."""
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(instellingen.host, instellingen.host)  # noqa: S104
    basis = f"http://{host}:{instellingen.poort}"
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as sessie:
        while True:
            with contextlib.suppress(aiohttp.ClientError, TimeoutError, OSError):
                async with sessie.get(f"{basis}/readyz") as antwoord:
                    if antwoord.status == 200:
                        break
            await asyncio.sleep(0.2)
    adres = instellingen.adres if instellingen.publiek_adres else basis
    print(f"Klaar. De chat: {adres}/", flush=True)
    if instellingen.mail_aflevering == "postvak":
        print(f"De mails die zouden vertrekken: {adres}/postvak", flush=True)
    print(f"Hoe het gaat: {adres}/healthz - stoppen: Ctrl-C", flush=True)
