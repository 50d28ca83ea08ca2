"""The register on a real database: nothing twice, nothing by half, nothing readable on disk."""

from __future__ import annotations

import resource
import stat
import subprocess
import sys
import threading
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from cryptography.fernet import Fernet
from hypothesis import given, settings

from loket.domain.aanvraag import Aanvraag
from loket.domain.begrippen import Instrument, Regio
from loket.domain.nummer import lees_nummer
from loket.kantoor import Kantoor
from loket.store.archief import Archief
from loket.store.database import RegisterBezet, RegisterStuk, RegisterVol
from loket.store.merken import Merker
from loket.store.register import OnbekendeAanvraag, Register
from loket.store.tabellen import Basis
from loket.store.versleuteling import Kluis, VerkeerdeSleutel
from loket.store.vorm import naar_bytes, van_bytes
from tests import opslag

from .hulp import NU, aanvragen, maak_aanvraag, open_kantoor


@given(aanvragen)
def test_an_aanvraag_survives_being_written(aanvraag: Aanvraag) -> None:
    assert van_bytes(naar_bytes(aanvraag)) == aanvraag


def test_lone_surrogates_survive_too() -> None:
    aanvraag = maak_aanvraag("half \ud83d teken \x00")
    assert van_bytes(naar_bytes(aanvraag)) == aanvraag


def test_a_version_from_the_future_is_refused() -> None:
    inhoud = naar_bytes(maak_aanvraag()).replace(b'"versie": 2', b'"versie": 3')
    with pytest.raises(ValueError, match="versie"):
        van_bytes(inhoud)


def test_a_record_of_the_first_version_stays_readable() -> None:
    aanvraag = maak_aanvraag()
    eerst = naar_bytes(aanvraag).replace(b'"versie": 2', b'"versie": 1').replace(b'"soort"', b'"instrument"')
    assert van_bytes(eerst) == aanvraag


def test_recorded_and_read_back(kantoor: Kantoor) -> None:
    aanvraag = maak_aanvraag(bevestiging_naar="iemand@voorbeeld.test")
    ontvangst = kantoor.register.neem_op(aanvraag, NU)
    assert ontvangst.nieuw
    assert lees_nummer(ontvangst.nummer).volgnummer == 1
    assert kantoor.register.lees(ontvangst.nummer) == aanvraag
    assert kantoor.register.lees(ontvangst.nummer.lower().replace("-", " ")) == aanvraag
    assert kantoor.register.lees(aanvraag.id) == aanvraag
    dossier = kantoor.register.dossier(aanvraag.id)
    assert dossier.ingediend_op == NU
    assert dossier.bewaren_tot == date(2027, 11, 21)
    assert [regel.soort for regel in kantoor.postbus.regels()] == ["bevestiging", "loket"]


def test_a_confirmation_only_when_it_is_safe(kantoor: Kantoor) -> None:
    kantoor.register.neem_op(maak_aanvraag(bevestiging_naar=None), NU)
    assert [regel.soort for regel in kantoor.postbus.regels()] == ["loket"]


@pytest.mark.parametrize("sleutel", ["AV-2026-000001-P", "onzin", "", uuid.uuid4()])
def test_unknown(kantoor: Kantoor, sleutel: str | uuid.UUID) -> None:
    with pytest.raises(OnbekendeAanvraag):
        kantoor.register.lees(sleutel)


def test_asking_twice_makes_one(kantoor: Kantoor) -> None:
    aanvraag = maak_aanvraag()
    eerste = kantoor.register.neem_op(aanvraag, NU)
    tweede = kantoor.register.neem_op(aanvraag, NU + timedelta(days=400))
    assert (tweede.nummer, tweede.nieuw) == (eerste.nummer, False)
    assert len(kantoor.postbus.regels()) == 1


def test_a_call_for_each_new_one(kantoor: Kantoor) -> None:
    seintjes: list[int] = []
    kantoor.register.bij_opname(lambda: seintjes.append(1))
    aanvraag = maak_aanvraag()
    kantoor.register.neem_op(aanvraag, NU)
    kantoor.register.neem_op(aanvraag, NU)
    assert seintjes == [1]


def test_many_threads_at_once(kantoor: Kantoor) -> None:
    """The same aanvraag eight times and eight others: nine numbers, without gaps."""
    zelfde = maak_aanvraag()
    alle = [zelfde] * 8 + [maak_aanvraag() for _ in range(8)]
    start = threading.Barrier(len(alle))

    def doe(aanvraag: Aanvraag) -> tuple[str, bool]:
        start.wait()
        ontvangst = kantoor.register.neem_op(aanvraag, NU)
        return ontvangst.nummer, ontvangst.nieuw

    with ThreadPoolExecutor(len(alle)) as draden:
        uitkomst = list(draden.map(doe, alle))
    assert len({nummer for nummer, _ in uitkomst[:8]}) == 1
    assert sum(nieuw for _, nieuw in uitkomst[:8]) == 1
    assert sorted({lees_nummer(nummer).volgnummer for nummer, _ in uitkomst}) == list(range(1, 10))
    assert len(kantoor.postbus.regels()) == 9


NEEM_OP = """
import sys, datetime, pathlib, uuid
from loket.kantoor import Kantoor
from loket.settings import Instellingen
from tests.integration.kantoor.hulp import NU, maak_aanvraag
from tests.opslag import velden
print("klaar", flush=True)
sys.stdin.readline()
datamap = pathlib.Path(sys.argv[1])
kantoor = Kantoor.open(Instellingen(datamap=datamap, **velden(datamap)))
print(kantoor.register.neem_op(maak_aanvraag(id=uuid.UUID(sys.argv[2])), NU).nummer)
kantoor.sluit()
"""


def test_processes_at_once_on_a_new_database(tmp_path: Path) -> None:
    """Three processes make the folder, the key, the tables and the same aanvraag, together."""
    argumenten = [sys.executable, "-c", NEEM_OP, str(tmp_path / "var"), str(uuid.uuid4())]
    processen = [
        subprocess.Popen(argumenten, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    for proces in processen:
        assert proces.stdout is not None
        assert proces.stdout.readline() == "klaar\n"
    for proces in processen:
        assert proces.stdin is not None
        proces.stdin.write("\n")
        proces.stdin.flush()
    uitvoer = [proces.communicate(timeout=60)[0] for proces in processen]
    assert [proces.returncode for proces in processen] == [0, 0, 0]
    assert len(set(uitvoer)) == 1
    assert lees_nummer(uitvoer[0]).volgnummer == 1


def test_each_year_begins_anew_on_belgian_time(kantoor: Kantoor) -> None:
    nummers = [
        kantoor.register.neem_op(maak_aanvraag(), moment).nummer
        for moment in (
            datetime(2026, 12, 31, 22, 59, tzinfo=UTC),
            datetime(2026, 12, 31, 23, 0, tzinfo=UTC),
            datetime(2027, 1, 1, 12, 0, tzinfo=UTC),
        )
    ]
    assert [nummer[:14] for nummer in nummers] == ["AV-2026-000001", "AV-2027-000001", "AV-2027-000002"]


def test_a_moment_without_a_zone_is_refused_and_leaves_no_gap(kantoor: Kantoor) -> None:
    with pytest.raises(Exception, match="tijdzone"):
        kantoor.register.neem_op(maak_aanvraag(), NU.replace(tzinfo=None))
    assert lees_nummer(kantoor.register.neem_op(maak_aanvraag(), NU).nummer).volgnummer == 1


def test_locked_by_another_is_told_apart_and_writes_nothing(tmp_path: Path) -> None:
    database = opslag.database(tmp_path, wacht_ms=50)
    database.werk_bij()
    geheim = (Fernet.generate_key().decode(),)
    register = Register(Archief(database, Kluis(geheim), Merker(geheim), mail_domein="x.test"))
    aanvraag = maak_aanvraag()
    with opslag.ingreep(tmp_path), pytest.raises(RegisterBezet):
        register.neem_op(aanvraag, NU)
    with pytest.raises(OnbekendeAanvraag):
        register.lees(aanvraag.id)
    assert register.neem_op(aanvraag, NU).nieuw
    database.sluit()


@contextmanager
def _volle_schijf(datamap: Path) -> Iterator[None]:
    """No room for anything large. PostgreSQL, whose disk is its own, says what it says then."""
    if opslag.OP_POSTGRES:
        with opslag.volle_postgres(datamap):
            yield
        return
    grootste = max(pad.stat().st_size for pad in datamap.glob("loket.sqlite3*"))
    zacht, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (grootste + 20_000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (zacht, hard))


def test_a_full_disk_is_told_apart_and_writes_nothing(kantoor: Kantoor) -> None:
    kantoor.register.neem_op(maak_aanvraag(), NU)
    # not compressible, so it is as large on disk
    aanvraag = maak_aanvraag("".join(str(uuid.uuid4()) for _ in range(20_000)))
    with _volle_schijf(kantoor.instellingen.datamap), pytest.raises(RegisterVol):
        kantoor.register.neem_op(aanvraag, NU)
    with pytest.raises(OnbekendeAanvraag):
        kantoor.register.lees(aanvraag.id)
    assert len(kantoor.postbus.regels()) == 1
    ontvangst = kantoor.register.neem_op(aanvraag, NU)
    assert lees_nummer(ontvangst.nummer).volgnummer == 2
    assert kantoor.register.lees(ontvangst.nummer) == aanvraag


def test_nothing_readable_on_disk_and_for_the_owner_alone(kantoor: Kantoor) -> None:
    aanvraag = maak_aanvraag("kanarie-tekst", bevestiging_naar="kanarie@voorbeeld.test")
    kantoor.register.neem_op(aanvraag, NU)
    kantoor.sluit()
    for pad in kantoor.instellingen.datamap.rglob("*"):
        assert stat.S_IMODE(pad.stat().st_mode) & 0o077 == 0, pad.name
    assert stat.S_IMODE(kantoor.instellingen.datamap.stat().st_mode) == 0o700
    for naam, inhoud in opslag.op_schijf(kantoor.instellingen.datamap):
        assert b"kanarie" not in inhoud, naam


def test_keys_can_be_replaced(tmp_path: Path) -> None:
    oud, nieuw = (Fernet.generate_key().decode() for _ in range(2))
    aanvraag, later = maak_aanvraag(), maak_aanvraag()
    kantoor = open_kantoor(tmp_path, sleutel=oud)
    kantoor.register.neem_op(aanvraag, NU)
    kantoor.sluit()
    kantoor = open_kantoor(tmp_path, sleutel=f"{nieuw}, {oud}")
    kantoor.register.neem_op(later, NU)
    assert kantoor.register.lees(aanvraag.id) == aanvraag
    kantoor.sluit()
    kantoor = open_kantoor(tmp_path, sleutel=nieuw)
    assert kantoor.register.lees(later.id) == later
    with pytest.raises(VerkeerdeSleutel):
        kantoor.register.lees(aanvraag.id)
    kantoor.sluit()


def test_a_lost_key_stops_the_start(tmp_path: Path) -> None:
    kantoor = open_kantoor(tmp_path)
    kantoor.register.neem_op(maak_aanvraag(), NU)
    kantoor.sluit()
    (tmp_path / "var" / "sleutel").unlink()
    with pytest.raises(VerkeerdeSleutel):
        open_kantoor(tmp_path)


def test_the_migrations_make_the_tables_of_the_models(kantoor: Kantoor) -> None:
    with kantoor.database.lees() as sessie:
        verbinding = sessie.connection()
        assert compare_metadata(MigrationContext.configure(verbinding), Basis.metadata) == []
        assert opslag.OP_POSTGRES or verbinding.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_every_connection_is_durable_and_checks_foreign_keys(kantoor: Kantoor) -> None:
    with kantoor.database.lees() as sessie:
        verbinding = sessie.connection()
        if opslag.OP_POSTGRES:
            assert verbinding.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"
            assert verbinding.exec_driver_sql("SHOW search_path").scalar() == "register"
            return
        assert verbinding.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert verbinding.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_opening_twice_changes_nothing(tmp_path: Path) -> None:
    aanvraag = maak_aanvraag()
    for nieuw in (True, False):
        kantoor = open_kantoor(tmp_path)
        assert kantoor.register.neem_op(aanvraag, NU).nieuw is nieuw
        kantoor.sluit()


def test_a_broken_database_is_a_register_error(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "loket.sqlite3").write_bytes(b"geen database" * 1000)
    with pytest.raises(RegisterStuk):
        open_kantoor(tmp_path, database_url=None)


def test_a_database_that_is_not_there_is_a_register_error(tmp_path: Path) -> None:
    with pytest.raises(RegisterBezet):
        open_kantoor(tmp_path, database_url="postgresql://loket@127.0.0.1:9/loket")


@settings(max_examples=15, deadline=None)
@given(aanvraag=aanvragen)
def test_any_aanvraag_can_be_recorded(aanvraag: Aanvraag, tmp_path_factory: pytest.TempPathFactory) -> None:
    kantoor = open_kantoor(tmp_path_factory.mktemp("kantoor"))
    nummer = kantoor.register.neem_op(aanvraag, NU).nummer
    assert kantoor.register.lees(nummer) == aanvraag
    soorten = {regel.soort for regel in kantoor.postbus.regels()}
    assert soorten == ({"loket", "bevestiging"} if aanvraag.bevestiging_naar else {"loket"})
    kantoor.sluit()


def test_no_region_goes_to_the_queue(kantoor: Kantoor) -> None:
    assert kantoor.loketten.voor(None).email(Instrument.BEMIDDELING) == "bemiddeling@wachtrij.test"
    assert kantoor.register.neem_op(maak_aanvraag(regio=None), NU).nieuw
    assert kantoor.register.neem_op(maak_aanvraag(regio=Regio.BRUSSEL), NU).nieuw
