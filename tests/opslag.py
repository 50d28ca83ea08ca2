"""Which database the tests run on: SQLite, or with `TEST_OPSLAG=postgres` PostgreSQL and Redis.

A data folder and its database belong together: the same folder opened again finds the same database. So a
test that makes an office or a service in a folder of its own runs on both, without knowing.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from loket.settings import Instellingen, lees_instellingen
from loket.store.database import Database, Tabellen
from tests.servers import Postgres, Redis

OP_POSTGRES = os.environ.get("TEST_OPSLAG", "sqlite") == "postgres"
_SERVER = "TEST_POSTGRES_SERVER"  # for the processes that a test starts: the address of the run's server


@cache
def postgres() -> Postgres:
    """The server for this run."""
    server = Postgres()
    atexit.register(server.ruim_op)
    os.environ[_SERVER] = server.adres
    return server


@cache
def redis() -> Redis:
    """The server for this run."""
    server = Redis()
    atexit.register(server.ruim_op)
    return server


def lege_databank() -> str:
    """The address of a new, empty database on this run's server, whatever the tests run on."""
    return _databank(os.environ.get(_SERVER) or postgres().adres, f"leeg{uuid.uuid4().hex}")


def opslag(datamap: Path) -> dict[str, str]:
    """The settings (`LOKET_…`) that say where the data of this folder is kept; none on SQLite."""
    if not OP_POSTGRES:
        return {}
    naam = "t" + hashlib.sha256(str(datamap.resolve()).encode()).hexdigest()[:20]
    return {"LOKET_DATABASE_URL": _databank(os.environ.get(_SERVER) or postgres().adres, naam)}


def als_omgeving(monkeypatch: pytest.MonkeyPatch, datamap: Path) -> None:
    """From now on this process (the command line, Rasa) finds this folder and its database."""
    for naam, waarde in ({"LOKET_DATAMAP": str(datamap)} | opslag(datamap)).items():
        monkeypatch.setenv(naam, waarde)


def velden(datamap: Path) -> dict[str, str]:
    """As `opslag`, by the names of `Instellingen`."""
    return {naam.removeprefix("LOKET_").lower(): waarde for naam, waarde in opslag(datamap).items()}


def instellingen(datamap: Path) -> Instellingen:
    """The settings of whatever keeps its data in this folder."""
    return lees_instellingen({"LOKET_DATAMAP": str(datamap)} | opslag(datamap))


def database(datamap: Path, deel: str = "register", *, wacht_ms: int = 10_000) -> Database:
    """A part of the database of this folder, its tables as they are, for rows as objects."""
    return Database(_adres(datamap, deel), deel, wacht_ms=wacht_ms)


def tabellen(datamap: Path, deel: str) -> Tabellen:
    """A part of the database of this folder, as the dialogue works with it."""
    return Tabellen(_adres(datamap, deel), deel, wacht_ms=10_000)


def _adres(datamap: Path, deel: str) -> str:
    keuze = instellingen(datamap)
    return keuze.database if deel == "register" else keuze.database_van(deel)


@contextmanager
def ingreep(datamap: Path, deel: str = "register") -> Iterator[Session]:
    """A writing transaction from outside in the database of this folder; inside it no one else writes."""
    los = database(datamap, deel)
    try:
        with los.schrijf() as sessie:
            sessie.connection()
            yield sessie
    finally:
        los.sluit()


@contextmanager
def volle_postgres(datamap: Path) -> Iterator[None]:
    """The server of this folder's record says of every change that its disk is full."""
    with ingreep(datamap) as los:
        tabellen = los.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = 'register'")).all()
        los.execute(
            text(
                "CREATE OR REPLACE FUNCTION vol() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RAISE EXCEPTION USING ERRCODE = 'disk_full'; END $$"
            )
        )
        for tabel in tabellen:
            los.execute(
                text(
                    f"CREATE TRIGGER vol BEFORE INSERT OR UPDATE OR DELETE ON {tabel} "
                    "FOR EACH STATEMENT EXECUTE FUNCTION vol()"
                )
            )
    try:
        yield
    finally:
        with ingreep(datamap) as los:
            for tabel in tabellen:
                los.execute(text(f"DROP TRIGGER vol ON {tabel}"))


def op_schijf(datamap: Path) -> Iterator[tuple[str, bytes]]:
    """The name and content of every file that holds data of this folder; on PostgreSQL those of its database
    too, as they stand on the server's disk."""
    for pad in datamap.rglob("*"):
        if pad.is_file():
            yield pad.name, pad.read_bytes()
    if OP_POSTGRES:
        with psycopg.connect(opslag(datamap)["LOKET_DATABASE_URL"], autocommit=True) as verbinding:
            verbinding.execute("CHECKPOINT")
            rij = verbinding.execute(
                "SELECT current_setting('data_directory'), oid FROM pg_database "
                "WHERE datname = current_database()"
            ).fetchone()
        assert rij is not None
        gelezen = 0
        for pad in Path(rij[0], "base", str(rij[1])).iterdir():
            with suppress(FileNotFoundError):  # the server clears up files of its own while we look
                inhoud = pad.read_bytes()
                gelezen += 1
                yield pad.name, inhoud
        assert gelezen


@cache
def _databank(server: str, naam: str) -> str:
    with psycopg.connect(f"{server}/postgres", autocommit=True) as verbinding:
        er = verbinding.execute("SELECT 1 FROM pg_database WHERE datname = %s", (naam,)).fetchone()
        if er is None:
            with suppress(psycopg.errors.UniqueViolation, psycopg.errors.DuplicateDatabase):  # two at once
                verbinding.execute(f'CREATE DATABASE "{naam}"')
    return f"{server}/{naam}"
