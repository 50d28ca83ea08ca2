"""The database: one engine, its safe settings, and its tables brought up to date at start."""

from __future__ import annotations

import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session

MIGRATIES = Path(__file__).parent / "migraties"
WACHT_OP_SLOT_MS = 5000


class RegisterFout(Exception):
    """The record could not be read or written; nothing was written by half."""


class RegisterBezet(RegisterFout):
    """Someone else held the database for too long. Trying again helps."""


class RegisterVol(RegisterFout):
    """The disk is full, or may not be written. A person must make room."""


class RegisterStuk(RegisterFout):
    """The database answers with an error of another kind. A person must look."""


class Database:
    """Sessions on one database. Use `schrijf()` for writing (one transaction, all or nothing) and
    `lees()` for reading; both turn database errors into a RegisterFout. Waits at most `wacht_ms` for
    another writer."""

    def __init__(self, adres: str, *, wacht_ms: int = WACHT_OP_SLOT_MS) -> None:
        self._engine = _maak_engine(adres, wacht_ms)
        self._schrijver = self._engine.execution_options(schrijven=True)

    def werk_bij(self) -> None:
        """Bring the tables to the newest version. Safe when several processes start together."""
        with _eigen_fouten():
            pad = self._engine.url.database
            if self._engine.dialect.name == "sqlite" and pad:
                bereid_bestand_voor(Path(pad))
            with self._schrijver.begin() as verbinding:
                naar_nieuwste(verbinding)

    @contextmanager
    def schrijf(self) -> Iterator[Session]:
        """One writing transaction: committed at the end, rolled back on any error."""
        with _eigen_fouten(), Session(self._schrijver, expire_on_commit=False) as sessie, sessie.begin():
            yield sessie

    @contextmanager
    def lees(self) -> Iterator[Session]:
        """One reading transaction."""
        with _eigen_fouten(), Session(self._engine, expire_on_commit=False) as sessie, sessie.begin():
            yield sessie

    def sluit(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def naar_nieuwste(verbinding: Connection) -> None:
    """Run the migrations on this connection, within its transaction."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIES).replace("%", "%%"))
    config.attributes["connection"] = verbinding
    command.upgrade(config, "head")


def _maak_engine(adres: str, wacht_ms: int) -> Engine:
    if make_url(adres).get_backend_name() != "sqlite":
        return create_engine(adres, pool_pre_ping=True, hide_parameters=True)
    engine = create_engine(adres, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _instellen(verbinding: sqlite3.Connection, _record: object) -> None:
        # The driver's own BEGIN is deferred and late; we begin ourselves, below.
        verbinding.isolation_level = None
        for regel in (
            f"busy_timeout = {wacht_ms}",
            "foreign_keys = ON",
            "synchronous = FULL",  # a committed aanvraag survives a power cut
            "secure_delete = ON",  # what is deleted is overwritten
        ):
            verbinding.execute(f"PRAGMA {regel}")

    @event.listens_for(engine, "begin")
    def _begin(verbinding: Connection) -> None:
        # IMMEDIATE takes the write lock at the start: a reader that turns into a writer halfway cannot
        # wait for it and would fail.
        schrijven = verbinding.get_execution_options().get("schrijven", False)
        verbinding.exec_driver_sql("BEGIN IMMEDIATE" if schrijven else "BEGIN")

    return engine


def bereid_bestand_voor(pad: Path) -> None:
    """Make the database file for its owner alone and set WAL mode, which stays with the file.

    One process at a time: the change to WAL does not wait for a lock, it fails.
    """
    pad.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    slotpad = pad.with_name(f"{pad.name}.slot")
    slotpad.touch(mode=0o600)
    with slotpad.open("a") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        pad.touch(mode=0o600)
        verbinding = sqlite3.connect(pad, timeout=WACHT_OP_SLOT_MS / 1000)
        try:
            verbinding.execute("PRAGMA journal_mode = WAL")
        finally:
            verbinding.close()


@contextmanager
def _eigen_fouten() -> Iterator[None]:
    """Translate errors of the database. The originals hold parameters, so they are not passed on."""
    try:
        yield
    except IntegrityError:
        raise
    except (DBAPIError, PoolTimeout, sqlite3.Error, OSError) as fout:
        raise _vertaal(fout) from None


def _vertaal(fout: BaseException) -> RegisterFout:
    oorzaak: Any = getattr(fout, "orig", None) or fout
    code = getattr(oorzaak, "sqlite_errorcode", None)
    naam = getattr(oorzaak, "sqlite_errorname", type(oorzaak).__name__)
    if code is not None and code & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return RegisterBezet(naam)
    if isinstance(fout, PoolTimeout):
        return RegisterBezet(naam)
    if isinstance(oorzaak, OSError) or (
        code is not None
        and code & 0xFF in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY}
    ):
        return RegisterVol(naam)
    return RegisterStuk(naam)


def is_schrijfbaar(database: Database) -> bool:
    """Whether a writing transaction can be opened now (for health; waits at most WACHT_OP_SLOT_MS)."""
    try:
        with database.schrijf() as sessie:
            sessie.connection()
    except RegisterFout:
        return False
    return True
