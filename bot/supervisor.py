"""Keeps the processes running: Rasa, and the service that faces people; of both as many as the settings say.

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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.rust import rust
from loket.settings import Instellingen

logger = logging.getLogger(__name__)

GESTOPT_OM_INSTELLING = os.EX_CONFIG
"""A child's exit code for "starting again cannot help, a person must change something"."""

EIGEN_ACTIES = "actions"
"""The module with this project's actions; tests bring another bot with its own."""
_EERSTE_WACHT, _LANGSTE_WACHT = 0.5, 30.0
_LANGSTE_START = 300.0  # seconds that a child may take to be ready again
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
    grepen: tuple[int, ...] = ()
    """Sockets that it inherits."""


def opdrachten(
    instellingen: Instellingen, model: Path, acties: str, greep: int | None
) -> tuple[list[Opdracht], list[Opdracht]]:
    """The Rasa processes, with the newest model in `model` and `acties`' actions; and the services.

    `greep` is the socket that the services share, when there are several.
    """
    ouder = ("--ouder", str(os.getpid()))
    basis = dict(os.environ) | {"PYTHONUNBUFFERED": "1"}
    rasa = basis | {
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TF_ENABLE_ONEDNN_OPTS": "0",
        # One message is too little work to share: with more threads it cost twice the processor time.
        "OMP_NUM_THREADS": "1",
        "SETUPTOOLS_USE_DISTUTILS": "stdlib",  # else Sanic loads all of setuptools, for one function
        "SANIC_ACCESS_LOG": "false",
        "LOG_LEVEL": "WARNING",
        "LOG_LEVEL_LIBRARIES": "ERROR",
        "PYTHONWARNINGS": "ignore::DeprecationWarning",
    }
    rasas = [
        Opdracht(
            _naam("rasa", nummer),
            ("-m", "bot.rasa_server", *ouder, "--acties", acties, "--model", str(model)),
            rasa | {"LOKET_RASA_POORT": str(poort)},
            20,
        )
        for nummer, poort in enumerate(instellingen.rasa_poorten)
    ]
    diensten = []
    for nummer in range(instellingen.diensten):
        omgeving = dict(basis)
        if instellingen.metingen_poort:
            omgeving["LOKET_METINGEN_POORT"] = str(instellingen.metingen_poort + nummer)
        argumenten: tuple[str, ...] = ("-m", "bot.service", *ouder, "--nummer", str(nummer))
        if acties != EIGEN_ACTIES:
            argumenten = (*argumenten, "--andere-bot")
        gedeeld: tuple[int, ...] = ()
        if greep is not None:
            argumenten, gedeeld = (*argumenten, "--greep", str(greep)), (greep,)
        diensten.append(Opdracht(_naam("dienst", nummer), argumenten, omgeving, 90, gedeeld))
    return rasas, diensten


def _naam(soort: str, nummer: int) -> str:
    return soort if nummer == 0 else f"{soort}-{nummer + 1}"


class Kind:
    """One child process, started again when it dies."""

    def __init__(self, opdracht: Opdracht) -> None:
        self.naam = opdracht.naam
        self._opdracht = opdracht
        self._proces: asyncio.subprocess.Process | None = None
        self._stopt = asyncio.Event()
        self._klaar = asyncio.Event()
        self._ooit_klaar = self._vernieuwt = False

    async def houd_draaiend(self) -> int:
        """Run until `stop()`, then return 0; or until the child says that starting again cannot help."""
        wacht = _EERSTE_WACHT
        while not self._stopt.is_set():
            begin = time.monotonic()
            code = await self._draai()
            if self._stopt.is_set():
                break
            if self._vernieuwt:
                self._vernieuwt, wacht = False, _EERSTE_WACHT
                continue
            if code == GESTOPT_OM_INSTELLING and not self._ooit_klaar:
                return code
            if time.monotonic() - begin > _LANG_GENOEG:
                wacht = _EERSTE_WACHT
            logger.warning(
                "%s stopte (%s) en start opnieuw na %.1f s", self._opdracht.naam, _hoe(code), wacht
            )
            await rust(self._stopt, wacht)
            wacht = min(wacht * 2, _LANGSTE_WACHT)
        return 0

    async def klaar(self) -> None:
        """Wait until the child says that it is ready."""
        await self._klaar.wait()

    async def vernieuw(self, geduld: float) -> bool:
        """Start the child anew; whether it was ready again within `geduld` seconds."""
        self._vernieuwt = True
        self._klaar.clear()
        await self._beeindig()
        try:
            await asyncio.wait_for(self.klaar(), geduld)
        except TimeoutError:
            return False
        return True

    async def stop(self) -> None:
        """End the child: SIGTERM, and SIGKILL only when it takes too long."""
        self._stopt.set()
        await self._beeindig()

    async def _beeindig(self) -> None:
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
        lezen, schrijven = os.pipe()
        lus = asyncio.get_running_loop()

        def gelezen() -> None:
            lus.remove_reader(lezen)
            if os.read(lezen, 1):
                self._ooit_klaar = True
                self._klaar.set()

        try:
            lus.add_reader(lezen, gelezen)
            # A session of its own: Ctrl-C in a terminal reaches us alone, and we end the children in order.
            self._proces = await asyncio.create_subprocess_exec(
                sys.executable,
                *self._opdracht.argumenten,
                "--klaar",
                str(schrijven),
                env=self._opdracht.omgeving,
                stdin=asyncio.subprocess.DEVNULL,
                start_new_session=True,
                pass_fds=(schrijven, *self._opdracht.grepen),
            )
            os.close(schrijven)
            if self._stopt.is_set():  # the stop came while the child was being made
                with contextlib.suppress(ProcessLookupError):
                    self._proces.terminate()
            return await self._proces.wait()
        finally:
            lus.remove_reader(lezen)
            os.close(lezen)


def _hoe(code: int) -> str:
    return f"sein {signal.Signals(-code).name}" if code < 0 else f"code {code}"


def controleer(instellingen: Instellingen, model: Path) -> None:
    """Raise StartFout when a port is taken or there is no model."""
    poorten = [("LOKET_POORT", instellingen.host, instellingen.poort)]
    poorten += [("LOKET_RASA_POORT", "127.0.0.1", poort) for poort in instellingen.rasa_poorten]
    if eerste := instellingen.metingen_poort:
        reeks = range(eerste, eerste + instellingen.diensten)
        poorten += [("LOKET_METINGEN_POORT", instellingen.metingen_host, poort) for poort in reeks]
    if len({poort for _, _, poort in poorten}) < len(poorten):
        namen = dict.fromkeys(naam for naam, _, _ in poorten)
        raise StartFout(f"{', '.join(namen)} moeten verschillende poorten zijn.")
    for naam, host, poort in poorten:
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
    stop, vernieuw = asyncio.Event(), asyncio.Event()
    lus = asyncio.get_running_loop()
    for sein in (signal.SIGINT, signal.SIGTERM):
        lus.add_signal_handler(sein, stop.set)
    lus.add_signal_handler(signal.SIGHUP, vernieuw.set)
    with _gedeelde_socket(instellingen) as deur:
        greep = deur.fileno() if deur else None
        rasas, diensten = (
            [Kind(opdracht) for opdracht in reeks] for reeks in opdrachten(instellingen, model, acties, greep)
        )
        lopend = [asyncio.create_task(kind.houd_draaiend()) for kind in (*rasas, *diensten)]
        naast = [
            asyncio.create_task(_meld_klaar(instellingen, [*rasas, *diensten])),
            asyncio.create_task(_vernieuw_steeds(vernieuw, [*diensten, *rasas])),
        ]
        wacht_op_stop = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait([*lopend, wacht_op_stop], return_when=asyncio.FIRST_COMPLETED)
        finally:
            for taak in (*naast, wacht_op_stop):
                taak.cancel()
            if stop.is_set():
                print("Even geduld: lopende antwoorden en mails worden afgemaakt.", flush=True)
            await asyncio.gather(*(kind.stop() for kind in diensten))
            await asyncio.gather(*(kind.stop() for kind in rasas))
        return max(await asyncio.gather(*lopend))


@contextlib.contextmanager
def _gedeelde_socket(instellingen: Instellingen) -> Iterator[socket.socket | None]:
    """One listening socket for all services: who has time takes the next visitor, and while one of them
    starts anew no visitor is refused. None for a single service: when that is down people must hear it at
    once."""
    if instellingen.diensten == 1:
        yield None
        return
    soort, _, _, _, adres = socket.getaddrinfo(
        instellingen.host, instellingen.poort, type=socket.SOCK_STREAM
    )[0]
    with socket.socket(soort, socket.SOCK_STREAM) as deur:
        deur.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        deur.bind(adres)
        deur.listen(1024)
        deur.setblocking(False)
        yield deur


async def _vernieuw_steeds(vernieuw: asyncio.Event, kinderen: Sequence[Kind]) -> None:
    """At each SIGHUP start the children anew, one at a time: new code, a new model, new settings.

    The services first, so that an action is there before a model asks for it. When one does not come back
    the others stay as they are.
    """
    while True:
        await vernieuw.wait()
        vernieuw.clear()
        for kind in kinderen:
            if not await kind.vernieuw(_LANGSTE_START):
                logger.error("%s komt niet terug; de andere blijven zoals ze zijn", kind.naam)
                break
        else:
            print("Alles is vernieuwd.", flush=True)


async def _meld_klaar(instellingen: Instellingen, kinderen: Sequence[Kind]) -> None:
    """Print the addresses once every child is ready."""
    for kind in kinderen:
        await kind.klaar()
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(instellingen.host, instellingen.host)  # noqa: S104
    basis = f"http://{host}:{instellingen.poort}"
    adres = instellingen.adres if instellingen.publiek_adres else basis
    print(f"Klaar. De chat: {adres}/", flush=True)
    if instellingen.mail_aflevering == "postvak":
        print(f"De mails die zouden vertrekken: {adres}/postvak", flush=True)
    print(f"Hoe het gaat: {adres}/healthz - stoppen: Ctrl-C", flush=True)
