"""Back-up and restore: a folder with everything that must not be lost, except the keys.

The keys stay out on purpose: whoever finds a back-up can read nothing. They must be kept elsewhere, or the
back-up is worth nothing to us either. What is in it and what happens to mail: docs/running.md.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, inspect, make_url, select
from sqlalchemy.exc import SQLAlchemyError

from loket.geheimen import sleutelbestand, sleutels
from loket.kantoor import Kantoor
from loket.settings import Instellingen
from loket.store.tabellen import AanvraagRij, TellerRij

MERK = "reservekopie"
"""A file in the data folder: its time is that of the last back-up."""
OVERZICHT = "overzicht.json"
DUMP = "postgresql.dump"
SPRONG = 1000
"""How far the numbering jumps after a restore: the numbers that were given out since the back-up are known
to lokets and askers, and may not be given to someone else."""
_VORM = "%Y-%m-%dT%H%M%SZ"


class KopieFout(Exception):
    """A back-up could not be made or put back. The message is for the person who runs it."""


@dataclass(frozen=True, slots=True)
class Hersteld:
    """What stands there after a restore: of when it is, and how much there is."""

    gemaakt_op: datetime
    aanvragen: int
    wachtende_mails: int


def laatste_kopie(datamap: Path) -> datetime | None:
    """When the last back-up was made; None when none ever was."""
    try:
        return datetime.fromtimestamp((datamap / MERK).stat().st_mtime, UTC)
    except FileNotFoundError:
        return None


def maak_kopie(instellingen: Instellingen, naar: Path, nu: datetime) -> Path:
    """Make a back-up in a new folder below `naar`, named after the moment; returns it.

    The service may go on meanwhile. The folder appears when it is complete. Raises KopieFout.
    """
    naam = nu.astimezone(UTC).strftime(_VORM)
    klaar, bezig = naar / naam, naar / f".bezig-{naam}"
    try:
        naar.mkdir(mode=0o700, parents=True, exist_ok=True)
        bezig.mkdir(mode=0o700)
        if instellingen.op_postgres:
            # Not what waits for Messenger: an answer of hours ago must not come to a phone that others see.
            zonder = "--exclude-schema=messenger"
            naar_bestand = f"--file={bezig / DUMP}"
            # What is encrypted hardly gets smaller: trying harder takes five times as long and gains a tenth.
            vorm = ["--format=custom", "--compress=1", "--no-owner"]
            _postgres(instellingen, ["pg_dump", *vorm, zonder, naar_bestand])
        else:
            for bron in _bestanden(instellingen):
                if bron.exists():
                    _kopieer(bron, bezig / bron.name)
        bestanden = sorted(bezig.iterdir())
        if not bestanden:
            raise KopieFout(f"Er is nog niets om te bewaren in {instellingen.datamap}.")
        overzicht: dict[str, Any] = {
            "versie": 1,
            "gemaakt_op": nu.astimezone(UTC).isoformat(),
            "sleutel": _vinger(instellingen),
            "bestanden": {pad.name: _som(pad) for pad in bestanden},
        }
        (bezig / OVERZICHT).write_text(json.dumps(overzicht, indent=2) + "\n")
        for pad in bezig.iterdir():
            pad.chmod(0o600)
            _naar_schijf(pad)
        bezig.rename(klaar)
        _naar_schijf(naar)
        (instellingen.datamap / MERK).touch(mode=0o600)
    except (OSError, sqlite3.Error) as fout:
        raise KopieFout(f"De reservekopie is niet gelukt: {fout}.") from None
    finally:
        shutil.rmtree(bezig, ignore_errors=True)
    return klaar


def ruim_op(naar: Path, dagen: int, nu: datetime) -> list[Path]:
    """Delete the back-ups below `naar` that are older than `dagen` days, and nothing else; returns which."""
    oud = []
    for pad in sorted(naar.iterdir()):
        with suppress(ValueError):  # not one of ours
            gemaakt = datetime.strptime(pad.name, _VORM).replace(tzinfo=UTC)
            if (pad / OVERZICHT).is_file() and gemaakt < nu - timedelta(days=dagen):
                shutil.rmtree(pad)
                oud.append(pad)
    return oud


def herstel(instellingen: Instellingen, van: Path, nu: datetime) -> Hersteld:
    """Put the back-up in folder `van` in an empty place, and bring it up to date.

    Nothing is overwritten: where there is data already, it refuses. Raises KopieFout, and what
    `Kantoor.open` raises.
    """
    overzicht = _lees_overzicht(van)
    if not (instellingen.sleutel or sleutelbestand(instellingen)):
        raise KopieFout(
            f"Zet eerst de sleutel terug: in LOKET_SLEUTEL of in {instellingen.datamap / 'sleutel'}. "
            "Zonder de sleutel kan niemand deze kopie lezen."
        )
    if overzicht["sleutel"] not in {_korte_som(sleutel.encode()) for sleutel in sleutels(instellingen)}:
        raise KopieFout("Deze kopie hoort bij een andere sleutel. Zet de sleutel van toen erbij.")
    if instellingen.op_postgres:
        _herstel_postgres(instellingen, van)
    else:
        _herstel_bestanden(instellingen, van)
    return _werk_bij(instellingen, datetime.fromisoformat(overzicht["gemaakt_op"]), nu)


def _werk_bij(instellingen: Instellingen, gemaakt_op: datetime, nu: datetime) -> Hersteld:
    kantoor = Kantoor.open(instellingen)
    try:
        with kantoor.database.schrijf() as sessie:
            for teller in sessie.scalars(select(TellerRij)):
                if teller.jaar >= gemaakt_op.year - 1:
                    teller.laatste += SPRONG
            aantal = sessie.scalar(select(func.count(AanvraagRij.id))) or 0
        kantoor.audit.noteer(nu, "opdrachtregel", "hersteld")
        return Hersteld(gemaakt_op, aantal, kantoor.postbus.toestand(nu).wachtend)
    finally:
        kantoor.sluit()


def _bestanden(instellingen: Instellingen) -> tuple[Path, ...]:
    """The SQLite files, in the order in which they are copied.

    Each is a moment of its own, so the record comes last: a conversation never says "ontvangen" of an
    aanvraag that is not in the copy. And what people typed comes before what was answered: a turn that is in
    the one and not yet in the other is found again when the message is sent again. What waits for Messenger
    is left out: an answer of hours ago must not come to a phone that others see.
    """
    return (
        instellingen.datamap / "gesprekken.sqlite",
        instellingen.datamap / "trackers.sqlite",
        Path(make_url(instellingen.database).database or ""),
    )


def _kopieer(bron: Path, naar: Path) -> None:
    with (
        closing(sqlite3.connect(f"{bron.resolve().as_uri()}?mode=ro", uri=True)) as uit,
        closing(sqlite3.connect(naar)) as in_,
    ):
        uit.backup(in_)  # all pages in one step: one moment, and writers do not wait
        in_.execute("PRAGMA journal_mode = DELETE")  # one file, without a WAL beside it
        (goed,) = in_.execute("PRAGMA quick_check").fetchone()
    if goed != "ok":
        raise KopieFout(f"{bron.name} is beschadigd. Kijk de schijf na en neem een eerdere kopie.")


def _lees_overzicht(van: Path) -> dict[str, Any]:
    try:
        overzicht: dict[str, Any] = json.loads((van / OVERZICHT).read_text())
        for naam, som in overzicht["bestanden"].items():
            if Path(naam).name != naam or _som(van / naam) != som:
                raise KopieFout(f"{naam} in de kopie is veranderd of beschadigd. Neem een andere kopie.")
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise KopieFout(f"In {van} staat geen volledige reservekopie.") from None
    return overzicht


def _herstel_bestanden(instellingen: Instellingen, van: Path) -> None:
    doelen = {pad.name: pad for pad in _bestanden(instellingen)}
    for pad in doelen.values():
        if pad.exists():
            raise KopieFout(f"{pad} bestaat al. Stop de dienst en zet de oude bestanden opzij.")
    if DUMP in {pad.name for pad in van.iterdir()}:
        raise KopieFout("Dit is een kopie van PostgreSQL. Vul LOKET_DATABASE_URL in.")
    namen = [naam for naam in doelen if (van / naam).exists()]
    try:
        for naam in namen:
            voorlopig = doelen[naam].with_name(f".{naam}.herstel")
            shutil.copyfile(van / naam, voorlopig)
            voorlopig.chmod(0o600)
            _naar_schijf(voorlopig)
        for naam in namen:
            doelen[naam].with_name(f".{naam}.herstel").rename(doelen[naam])
    except OSError as fout:
        raise KopieFout(f"Het herstel is niet gelukt: {fout}.") from None


def _herstel_postgres(instellingen: Instellingen, van: Path) -> None:
    if not (van / DUMP).exists():
        raise KopieFout("Dit is een kopie van SQLite. Laat LOKET_DATABASE_URL leeg.")
    from loket.store.postgres import losse_engine  # noqa: PLC0415 - loads psycopg, which SQLite does without

    engine = losse_engine(instellingen.database)
    try:
        kijk = inspect(engine)
        vol = any(
            kijk.get_table_names(schema)
            for schema in kijk.get_schema_names()
            if schema != "information_schema"
        )
    except SQLAlchemyError as fout:
        raise KopieFout(f"De databank is niet bereikbaar: {type(fout).__name__}.") from None
    finally:
        engine.dispose()
    if vol:
        raise KopieFout("In deze databank staat al iets. Herstel in een lege databank.")
    _postgres(
        instellingen,
        ["pg_restore", "--no-owner", "--exit-on-error", "--single-transaction", str(van / DUMP)],
        naar_databank=True,
    )


def _postgres(instellingen: Instellingen, opdracht: list[str], *, naar_databank: bool = False) -> None:
    """Run a program of PostgreSQL. The password goes along in the environment: arguments can be seen."""
    url = make_url(instellingen.database)
    omgeving = os.environ | {
        naam: str(waarde)
        for naam, waarde in {
            "PGHOST": url.host,
            "PGPORT": url.port,
            "PGUSER": url.username,
            "PGPASSWORD": url.password,
            "PGDATABASE": url.database,
        }.items()
        if waarde is not None
    }
    if naar_databank:
        opdracht = [opdracht[0], f"--dbname={url.database}", *opdracht[1:]]
    try:
        klaar = subprocess.run(  # noqa: S603 - a program by name, our own arguments
            opdracht, env=omgeving, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise KopieFout(f"{opdracht[0]} is er niet. Installeer de programma's van PostgreSQL.") from None
    if klaar.returncode:
        raise KopieFout(f"{opdracht[0]} is niet gelukt: {klaar.stderr.strip().splitlines()[-1:]}")


def _vinger(instellingen: Instellingen) -> str:
    return _korte_som(sleutels(instellingen)[0].encode())


def _korte_som(inhoud: bytes) -> str:
    """Tells which key it is; of 256 random bits nothing follows from 32 of their hash."""
    return hashlib.sha256(inhoud).hexdigest()[:8]


def _som(pad: Path) -> str:
    with pad.open("rb") as bestand:
        return hashlib.file_digest(bestand, "sha256").hexdigest()


def _naar_schijf(pad: Path) -> None:
    with _greep(pad) as greep:
        os.fsync(greep)


@contextmanager
def _greep(pad: Path) -> Iterator[int]:
    greep = os.open(pad, os.O_RDONLY)
    try:
        yield greep
    finally:
        os.close(greep)
