"""Engines on PostgreSQL, and a watch over each server: one that hangs is given up within seconds.

A server that is gone says so. One that hangs (stopped, a disk that is stuck, a network that swallows all)
says nothing: its own time limits stand still with it, and TCP has nothing to complain about. So whoever waits
longer than GEDULD knocks, with a fresh connection. Is there no answer? Then everyone who waits on that server
stops waiting, and whoever comes next hears so at once, until a knock is answered.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Generator
from functools import cache
from typing import Any

import psycopg
from psycopg.errors import ConnectionTimeout
from psycopg.pq import TransactionStatus
from sqlalchemy import URL, Engine, NullPool, create_engine, event, make_url

log = logging.getLogger(__name__)

GEDULD = 2.0
"""Seconds that an answer may take before somebody knocks. A server that is only slow answers the knock."""
KLOPTIJD = 3
"""Seconds that a new connection may take."""
ONBEVESTIGD = 3.0
"""Seconds in which the server's machine must confirm what is sent: a firewall may have forgotten a
connection, while a fresh one, to knock with, is fine."""
_PAUZE = 1.0  # seconds between two knocks on a server that hangs
_VERBINDINGEN = 4  # kept open for each part of the database in each process, and as many more at a peak


class ServerHangt(psycopg.OperationalError):
    """The server does not answer. What was asked of it may or may not be done."""


class Verdacht(psycopg.OperationalError):
    """Another connection was lost since this one was used; nothing was asked of it. A fresh one is made."""


class Wacht:
    """Knows whether a server answers. For all threads and engines of a process together."""

    def __init__(self, klop: Callable[[], bool], klok: Callable[[], float] = time.monotonic) -> None:
        """`klop` says whether the server answers now; it may take some seconds."""
        self._klop = klop
        self._klok = klok
        self._slot = threading.Lock()
        self._hangt = False
        self._weer = 0.0
        self._verloren_op = 0.0

    def nu(self) -> float:
        """The time, in seconds since some moment."""
        return self._klok()

    def verloor(self) -> None:
        """A connection turned out to be lost. Others that were silent since may well be: a firewall that was
        started anew forgets them all, and each would be waited for."""
        self._verloren_op = self._klok()

    def is_verdacht(self, gehoord_op: float) -> bool:
        """Whether a connection was lost after this one last gave an answer."""
        return gehoord_op < self._verloren_op

    def ga_na(self) -> None:
        """Raise ServerHangt while the server hangs. Now and then one of those who ask knocks first."""
        if self._hangt and (self._klok() < self._weer or not self._kijk()):
            raise ServerHangt

    def zwijgt(self) -> None:
        """Somebody knocked in vain."""
        self._onthoud(antwoordt=False)

    def let_op(self, vraag: Generator[Any, Any, Any]) -> Generator[Any, Any, Any]:
        """`vraag`, that waits for the server, given up with ServerHangt when the server hangs.

        It must be woken several times a second when there is nothing for it.
        """
        kijk_om, gekregen = self._klok() + GEDULD, None
        while True:
            try:
                nodig = vraag.send(gekregen)
            except StopIteration as klaar:
                return klaar.value
            gekregen = yield nodig
            if gekregen:
                kijk_om = self._klok() + GEDULD
            elif self._hangt:
                raise ServerHangt
            elif self._klok() > kijk_om:
                if not self._kijk():
                    raise ServerHangt
                kijk_om = self._klok() + GEDULD

    def _kijk(self) -> bool:
        if not self._slot.acquire(blocking=False):
            return not self._hangt  # somebody is knocking: until then it is as it was
        try:
            antwoordt = self._klop()
            self._onthoud(antwoordt=antwoordt)
            return antwoordt
        finally:
            self._slot.release()

    def _onthoud(self, *, antwoordt: bool) -> None:
        self._weer = self._klok() + _PAUZE
        if antwoordt == self._hangt:
            log.error("de databank antwoordt %s", "weer" if antwoordt else "niet meer")
        self._hangt = not antwoordt


class _Verbinding(psycopg.Connection[Any]):
    """A connection that is given up when the server hangs."""

    wacht: Wacht
    gehoord_op: float

    def wait(self, gen: Any, *args: Any, **kwargs: Any) -> Any:
        """Wait for an answer: everything that is asked of the server goes through here."""
        try:
            self.wacht.ga_na()
            begint = self.pgconn.transaction_status == TransactionStatus.IDLE
            if begint and self.wacht.is_verdacht(self.gehoord_op):
                raise Verdacht
            uit = super().wait(self.wacht.let_op(gen), *args, **kwargs)
        except (ServerHangt, Verdacht):
            self.close()  # its state is unknown, so nobody may use it again
            raise
        except psycopg.OperationalError:
            if self.broken:
                self.wacht.verloor()
            raise
        self.gehoord_op = self.wacht.nu()
        return uit


def maak_engine(adres: str, deel: str, wacht_ms: int) -> Engine:
    """The engine of one part of the database, a schema; a writer waits at most `wacht_ms` for another."""
    instellingen = {
        "search_path": deel,
        "lock_timeout": wacht_ms,
        "statement_timeout": 60_000,
        # a process that hangs in the middle may not hold up the others, nor one that vanished without a word
        "idle_in_transaction_session_timeout": 60_000,
        "client_connection_check_interval": 5_000,
        "tcp_keepalives_idle": 10,
        "tcp_keepalives_interval": 5,
        "tcp_keepalives_count": 2,
        # keepalives stand still while an answer is on its way: without this a lost connection that was being
        # answered held its locks for a quarter of an hour
        "tcp_user_timeout": 15_000,
        "synchronous_commit": "on",  # a committed aanvraag survives a power cut
        "timezone": "UTC",
    }
    return _engine(
        make_url(adres),
        deel,
        " ".join(f"-c {naam}={waarde}" for naam, waarde in instellingen.items()),
        pool_pre_ping=True,
        pool_size=_VERBINDINGEN,
        max_overflow=_VERBINDINGEN,
        pool_timeout=wacht_ms / 1000,
    )


def losse_engine(adres: str | URL) -> Engine:
    """An engine of no part, that keeps no connection."""
    return _engine(make_url(adres), "schemas", "", poolclass=NullPool)


def _engine(url: URL, waarvoor: str, opties: str, **anders: Any) -> Engine:
    url = url.set(drivername="postgresql+psycopg")
    engine = create_engine(
        url,
        hide_parameters=True,
        connect_args={
            "options": opties,
            "application_name": f"loket {waarvoor}",
            "connect_timeout": KLOPTIJD,
            # a server that vanished while nobody asked it anything is noticed within some seconds
            "keepalives_idle": 10,
            "keepalives_interval": 5,
            "keepalives_count": 2,
            "tcp_user_timeout": int(ONBEVESTIGD * 1000),
        },
        **anders,
    )
    wacht = _wacht(url)

    @event.listens_for(engine, "do_connect")
    def _verbind(_dialect: object, _record: object, waar: list[Any], hoe: dict[str, Any]) -> _Verbinding:
        wacht.ga_na()
        try:
            verbinding = _Verbinding.connect(*waar, **hoe)
        except ConnectionTimeout:
            wacht.zwijgt()
            raise
        verbinding.wacht, verbinding.gehoord_op = wacht, wacht.nu()
        return verbinding

    return engine


@cache
def _wacht(url: URL) -> Wacht:
    """The watch over this server: one in a process, whatever number of engines there are."""
    waar, hoe = url.get_dialect()().create_connect_args(url)
    hoe = {**hoe, "connect_timeout": KLOPTIJD, "application_name": "loket klopt"}

    def klop() -> bool:
        try:
            psycopg.connect(*waar, **hoe).close()
        except ConnectionTimeout:
            return False
        except psycopg.Error:  # it refuses, or starts, or is full: then it does not hang
            return True
        return True

    return Wacht(klop)
