"""The database: one engine, its safe settings, and its tables brought up to date at start.

SQLite by default, PostgreSQL when one machine is outgrown. What holds on both: a writing transaction is the
only one of its part of the database, unless it says beside whom it may go (`schrijf_naast`); a reading
transaction sees one moment. So nobody who writes a method has to think about who else is writing.

What PostgreSQL needs is loaded with PostgreSQL only: 8 MB of each process.
"""

from __future__ import annotations

import fcntl
import hashlib
import re
import sqlite3
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session, sessionmaker

from loket.store import versie

if TYPE_CHECKING:
    import psycopg

WACHT_OP_SLOT_MS = 5000
_LANGSTE_MIGRATIE_MS = 600_000
_KIJK_OPNIEUW = 0.002  # seconds between two looks at whether SQLite can be written


class RegisterFout(Exception):
    """The record could not be read or written; nothing was written by half."""


class RegisterBezet(RegisterFout):
    """Someone else held the database for too long, or it cannot be reached now. Trying again helps."""


class RegisterVol(RegisterFout):
    """The disk is full, or may not be written. A person must make room."""


class RegisterStuk(RegisterFout):
    """The database answers with an error of another kind. A person must look."""


Toegang = TypeVar("Toegang", Session, Connection)
"""What a transaction is written with: objects, or rows of tables."""
Geeft_co = TypeVar("Geeft_co", covariant=True)


class _Beginner(Protocol[Geeft_co]):
    def begin(self) -> AbstractContextManager[Geeft_co]: ...


class Deel(ABC, Generic[Toegang]):
    """One part of the database. Use `schrijf()` for writing (one transaction, all or nothing) and `lees()`
    for reading; both turn database errors into a RegisterFout. Waits at most `wacht_ms` for another writer.
    """

    _lezer: _Beginner[Toegang]
    _schrijver: _Beginner[Toegang]

    def __init__(
        self, adres: str, deel: str = "register", *, wacht_ms: int = WACHT_OP_SLOT_MS, alleen: bool = False
    ) -> None:
        """`deel` names the part (letters): on PostgreSQL a schema of its own, in SQLite the file says it.

        `alleen`, for SQLite: from the first transaction until `sluit()` nobody else can use the file; that
        transaction raises RegisterBezet when somebody has it open.
        """
        self._deel = deel
        self._leest: Engine
        self.is_postgres = make_url(adres).get_backend_name() == "postgresql"
        if self.is_postgres:
            from loket.store import postgres  # noqa: PLC0415 - see above

            self._engine = postgres.maak_engine(adres, deel, wacht_ms)
            self._leest = self._engine.execution_options(isolation_level="REPEATABLE READ")
        else:
            self._engine = self._leest = _sqlite(adres, wacht_ms, alleen=alleen)
        self._schrijft = self._engine.execution_options(schrijven=True)
        self._lezer, self._schrijver = self._toegang(self._leest), self._toegang(self._schrijft)

    @abstractmethod
    def _toegang(self, engine: Engine) -> _Beginner[Toegang]: ...

    def werk_bij(self, migraties: Path = versie.MIGRATIES) -> None:
        """Bring the tables to the newest version, with the Alembic folder `migraties`.

        Safe when several processes start together. Tables that are newer than this program stay as they
        are: during an update, or after going back, two versions work side by side.
        """
        with _eigen_fouten():
            pad = self._engine.url.database
            if self.is_postgres:
                _maak_schema(self._engine, self._deel)
            elif pad:
                bereid_bestand_voor(Path(pad))
            with self._leest.begin() as verbinding:
                if not versie.verouderd(verbinding, migraties):
                    return
            with self._schrijft.begin() as verbinding:
                if self.is_postgres:
                    verbinding.execute(text(f"SET LOCAL lock_timeout = {_LANGSTE_MIGRATIE_MS}"))
                    verbinding.execute(text("SET LOCAL statement_timeout = 0"))
                    verbinding.execute(_ALLEEN, {"deel": _slot(self._deel)})
                if versie.verouderd(verbinding, migraties):  # another process may have been first
                    versie.werk_bij(verbinding, migraties)

    @contextmanager
    def schrijf(self) -> Iterator[Toegang]:
        """One writing transaction, the only one in this part of the database: committed at the end, rolled
        back on any error."""
        with _eigen_fouten(), self._schrijver.begin() as db:
            if self.is_postgres:
                db.execute(_ALLEEN, {"deel": _slot(self._deel)})
            yield db

    @contextmanager
    def schrijf_naast(self, sleutel: str | None) -> Iterator[Toegang]:
        """As `schrijf`, beside others of its kind: only those with the same `sleutel` go one after the
        other, with None nobody waits. Never beside a `schrijf()`. (SQLite has one writer at a time.)"""
        with _eigen_fouten(), self._schrijver.begin() as db:
            if self.is_postgres and sleutel is not None:
                slot = _slot(f"{self._deel}:{sleutel}")
                db.execute(_NAAST_SLEUTEL, {"deel": _slot(self._deel), "slot": slot})
            elif self.is_postgres:
                db.execute(_NAAST, {"deel": _slot(self._deel)})
            yield db

    @contextmanager
    def lees(self) -> Iterator[Toegang]:
        """One reading transaction."""
        with _eigen_fouten(), self._lezer.begin() as db:
            yield db

    @contextmanager
    def als_enige(self, werk: str) -> Iterator[bool]:
        """Whether no other process is busy with `werk` (letters); while inside, no other one will be.

        For work that may go on for long, so it is no transaction. It ends by itself with the process.
        """
        if self.is_postgres:
            with ExitStack() as stapel:
                with _eigen_fouten():
                    los = stapel.enter_context(self._engine.connect())
                    los = los.execution_options(isolation_level="AUTOCOMMIT")
                    slot = {"slot": _slot(f"{self._deel}:werk:{werk}")}
                    mag = bool(los.execute(text("SELECT pg_try_advisory_lock(:slot)"), slot).scalar())
                try:
                    yield mag
                finally:
                    with suppress(DBAPIError):  # the lock went with the connection
                        if mag:
                            los.execute(text("SELECT pg_advisory_unlock(:slot)"), slot)
            return
        with ExitStack() as stapel:
            with _eigen_fouten():
                bestand = Path(f"{self._engine.url.database}.{werk}.slot")
                bestand.touch(mode=0o600)
                greep = stapel.enter_context(bestand.open("a"))
            try:
                fcntl.flock(greep, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                mag = False
            else:
                mag = True
            yield mag

    def sluit(self) -> None:
        """Close every connection."""
        self._engine.dispose()


class Database(Deel[Session]):
    """A part whose rows are worked with as objects: the office."""

    def _toegang(self, engine: Engine) -> _Beginner[Session]:
        return sessionmaker(engine, expire_on_commit=False)


class Tabellen(Deel[Connection]):
    """A part whose tables are worked with as they are: the dialogue, where every turn passes several times. A
    transaction takes half of the time that it takes with a session.
    """

    def _toegang(self, engine: Engine) -> _Beginner[Connection]:
        return engine


_ALLEEN = text("SELECT pg_advisory_xact_lock(:deel)")
_NAAST = text("SELECT pg_advisory_xact_lock_shared(:deel)")
_NAAST_SLEUTEL = text("SELECT pg_advisory_xact_lock_shared(:deel), pg_advisory_xact_lock(:slot)")


def _slot(naam: str) -> int:
    """The number of an advisory lock. Two names with the same number would only wait for each other."""
    return int.from_bytes(hashlib.sha256(naam.encode()).digest()[:8], "big", signed=True)


def _maak_schema(engine: Engine, deel: str) -> None:
    """Make the schema of this part, on an engine of its own: SQLAlchemy asks which one it has only once."""
    if not re.fullmatch(r"[a-z]+", deel):
        raise ValueError(deel)
    with naast_de_delen(engine.url) as verbinding:
        verbinding.execute(_ALLEEN, {"deel": _slot(f"{deel}:schema")})
        er = text("SELECT 1 FROM pg_namespace WHERE nspname = :deel")
        if verbinding.execute(er, {"deel": deel}).first() is None:
            verbinding.execute(text(f"CREATE SCHEMA {deel}"))


@contextmanager
def naast_de_delen(adres: str | URL) -> Iterator[Connection]:
    """One transaction on a PostgreSQL database as a whole, for its schemas. Raises RegisterFout."""
    from loket.store import postgres  # noqa: PLC0415 - see above

    los = postgres.losse_engine(adres)
    try:
        with _eigen_fouten(), los.begin() as verbinding:
            yield verbinding
    finally:
        los.dispose()


def _sqlite(adres: str, wacht_ms: int, *, alleen: bool) -> Engine:
    een: dict[str, Any] = {"pool_size": 1, "max_overflow": 0} if alleen else {}
    engine = create_engine(adres, hide_parameters=True, **een)

    @event.listens_for(engine, "connect")
    def _instellen(verbinding: sqlite3.Connection, _record: object) -> None:
        # The driver's own BEGIN is deferred and late; we begin ourselves, below.
        verbinding.isolation_level = None
        for regel in (
            *(["locking_mode = EXCLUSIVE"] if alleen else []),
            f"busy_timeout = {wacht_ms}",
            "foreign_keys = ON",
            "synchronous = FULL",  # a committed aanvraag survives a power cut
            "secure_delete = ON",  # what is deleted is overwritten
        ):
            verbinding.execute(f"PRAGMA {regel}")

    @event.listens_for(engine, "begin")
    def _begin(verbinding: Connection) -> None:
        los: Any = verbinding.connection.driver_connection
        if verbinding.get_execution_options().get("schrijven", False):
            _begin_schrijven(los, wacht_ms)
        else:
            los.execute("BEGIN")

    return engine


def _begin_schrijven(los: sqlite3.Connection, wacht_ms: int) -> None:
    """Begin a writing transaction as soon as nobody else is in one. Raises sqlite3.OperationalError.

    IMMEDIATE takes the write lock at the start: a reader that turns into a writer halfway cannot wait for it
    and would fail. SQLite itself, waiting, looks again after ever longer pauses, of up to 100 ms; another's
    transaction takes a few.
    """
    einde = time.monotonic() + wacht_ms / 1000
    los.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                los.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as fout:
                if fout.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > einde:
                    raise
            time.sleep(_KIJK_OPNIEUW)
    finally:
        los.execute(f"PRAGMA busy_timeout = {wacht_ms}")


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
    except Exception as fout:
        if not _van_postgres(fout):
            raise
        raise _vertaal(fout) from None


def _van_postgres(fout: BaseException) -> bool:
    return hasattr(fout, "sqlstate")  # every psycopg.Error has one, if only None


_WACHTEN_HELPT = frozenset(
    {
        "40001", "40P01",  # a conflict with another transaction
        "55P03", "57014", "25P03",  # it took too long
        "53300",  # too many connections
        "57P01", "57P02", "57P03", "57P05",  # the server stops, or is starting
    }
)  # fmt: skip
_VOL = frozenset({"53100", "25006", "58030"})  # disk full, read-only (a standby), I/O error


def _vertaal(fout: BaseException) -> RegisterFout:
    oorzaak: Any = getattr(fout, "orig", None) or fout
    if _van_postgres(oorzaak):
        return _vertaal_postgres(oorzaak)
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


def _vertaal_postgres(fout: psycopg.Error) -> RegisterFout:
    from psycopg import OperationalError  # noqa: PLC0415 - see above

    code, naam = fout.sqlstate, type(fout).__name__
    if code in _VOL:
        return RegisterVol(naam)
    # without a code, or with one of class 08: the connection could not be made, or was lost
    verbroken = isinstance(fout, OperationalError) and (code is None or code.startswith("08"))
    if verbroken or code in _WACHTEN_HELPT:
        return RegisterBezet(naam)
    return RegisterStuk(naam)


def is_schrijfbaar(database: Deel[Any]) -> bool:
    """Whether a writing transaction can be opened now (for health; waits at most WACHT_OP_SLOT_MS)."""
    try:
        with database.schrijf_naast(None) as db:
            if database.is_postgres:
                alleen_lezen = db.scalar(text("SELECT current_setting('transaction_read_only')"))
                return bool(alleen_lezen == "off")
    except RegisterFout:
        return False
    return True
