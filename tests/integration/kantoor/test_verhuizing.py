"""Moving from SQLite to PostgreSQL: filled, read back and gone on with by the code that people use."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr

from bot import verhuis as module
from bot.channels.messenger.gebeurtenissen import Gebeurtenis, Soort
from bot.gebeurtenissen import Gebeurtenissen
from bot.gesprekken import Gesprekken
from bot.opslag import open_gebeurtenissen, open_gesprekken, open_messenger
from bot.verhuis import DELEN, main, verhuis
from loket.demo import maak_demo
from loket.domain.nummer import lees_nummer
from loket.kantoor import Kantoor
from loket.mail.postvak import Postvak
from loket.mail.werker import PostWerker
from loket.settings import PROJECT, Instellingen
from loket.store.verhuizing import VerhuisFout
from loket.store.versleuteling import VerkeerdeSleutel
from tests.opslag import lege_databank

from .hulp import NU, Klok, maak_aanvraag, maak_contacten

BEURT: list[dict[str, Any]] = [
    {"event": "action", "name": "action_session_start", "timestamp": 1.0},
    {"event": "user", "text": "hallo", "timestamp": 2.0, "metadata": {"bericht_id": "een"}},
    {"event": "bot", "text": "Dag.", "timestamp": 3.000000001},
]


@dataclass
class Huis:
    """A full data folder on SQLite, and an empty PostgreSQL."""

    oud: Instellingen
    nieuw: Instellingen
    nummers: list[str]
    token: str
    gesprek: str
    code: str
    merk: str
    zegel: str

    def omgeving(self) -> dict[str, str]:
        return {
            "LOKET_DATAMAP": str(self.nieuw.datamap),
            "LOKET_CONTACTENMAP": str(self.nieuw.contactenmap),
            "LOKET_DATABASE_URL": self.nieuw.database,
        }


@pytest.fixture(scope="module")
def vol(tmp_path_factory: pytest.TempPathFactory) -> Huis:
    """Filled once: each test gets a copy."""
    basis = tmp_path_factory.mktemp("vol")
    oud = Instellingen(
        datamap=basis / "var",
        contactenmap=maak_contacten(basis / "contacten"),
        mail_afzender="bericht@assistent.test",
    )
    kantoor = Kantoor.open(oud)
    maak_demo(kantoor, NU, toch=False)
    asyncio.run(PostWerker(kantoor, nu=Klok()).leeg())
    nummers = [
        kantoor.register.neem_op(
            maak_aanvraag(f"verhaal {i} — ë", bevestiging_naar="iemand@voorbeeld.test"), NU
        ).nummer
        for i in range(3)
    ]
    zegel = kantoor.audit.controleer().zegel
    kantoor.sluit()
    gesprekken, gebeurtenissen, inbox = open_gesprekken(oud), open_gebeurtenissen(oud), open_messenger(oud)
    token, gesprek = begin(gesprekken, gebeurtenissen)
    _, weg = begin(gesprekken, gebeurtenissen)  # deleted again: its numbers must not come back
    gesprekken.wis(weg)
    gebeurtenissen.wis(weg)
    code, _ = gesprekken.maak_code(gesprek, 1e9)
    (merk,) = inbox.neem_op([Gebeurtenis("m1", Soort.TEKST, "77", 1000.0, "hallo daar")], 1000)
    for deel in (gesprekken, gebeurtenissen, inbox):
        deel.sluit()
    return Huis(oud, oud, nummers, token, gesprek, code, merk, zegel)


def begin(gesprekken: Gesprekken, gebeurtenissen: Gebeurtenissen) -> tuple[str, str]:
    """A conversation of one turn: its token and its id."""
    token, gesprek = gesprekken.begin()
    gesprekken.neem_aan(gesprek, "een", "hallo")
    gesprekken.beantwoord(gesprek, "een", [{"text": "Dag."}])
    gebeurtenissen.voeg_toe(gesprek, BEURT, na=0)
    return token, gesprek


@pytest.fixture
def huis(vol: Huis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Huis:
    oud = vol.oud.model_copy(update={"datamap": tmp_path / "var"})
    shutil.copytree(vol.oud.datamap, oud.datamap)
    nieuw = oud.model_copy(update={"database_url": SecretStr(lege_databank())})
    huis = replace(vol, oud=oud, nieuw=nieuw)
    for naam, waarde in huis.omgeving().items():
        monkeypatch.setenv(naam, waarde)
    return huis


def rijen(pad: Path) -> dict[str, int]:
    """The number of rows of every table in an SQLite file, as SQLite itself says."""
    with closing(sqlite3.connect(pad)) as los:
        namen = los.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        return {
            naam: los.execute(f"SELECT count(*) FROM {naam}").fetchone()[0] for (naam,) in namen.fetchall()
        }


def op_postgres(adres: str, deel: str) -> dict[str, int]:
    with psycopg.connect(adres) as los:
        namen = los.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", (deel,)).fetchall()
        uit = {}
        for (naam,) in namen:
            rij = los.execute(f"SELECT count(*) FROM {deel}.{naam}").fetchone()  # type: ignore[arg-type]
            assert rij is not None
            uit[naam] = rij[0]
        return uit


def schemas(adres: str) -> set[str]:
    with psycopg.connect(adres) as los:
        namen = los.execute("SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%'").fetchall()
    return {naam for (naam,) in namen} - {"public", "information_schema"}


def verzonden(huis: Huis) -> set[str]:
    postvak = Postvak(huis.oud.datamap / "postvak")
    return {str(postvak.bericht(kop.sleutel).message_id) for kop in postvak.berichten()}


def test_everything_is_there_and_everything_goes_on(huis: Huis, capsys: pytest.CaptureFixture[str]) -> None:
    voor = {pad.name: rijen(pad) for pad in huis.oud.datamap.glob("*.sqlite*") if pad.suffix != ".slot"}
    assert set(voor) == {"loket.sqlite3", "gesprekken.sqlite", "trackers.sqlite", "messenger.sqlite"}
    al_weg = verzonden(huis)
    assert main() == 0
    uit = capsys.readouterr().out
    assert "loket.sqlite3" in uit
    for bestand, aantallen in voor.items():
        deel = "register" if bestand == "loket.sqlite3" else Path(bestand).stem
        erbij = {"audit": aantallen["audit"] + 1} if deel == "register" else {}
        assert op_postgres(huis.nieuw.database, deel) == aantallen | erbij
    assert schemas(huis.nieuw.database) == set(DELEN)
    with (
        psycopg.connect(huis.nieuw.database) as los,
        pytest.raises(psycopg.errors.IntegrityConstraintViolation, match="stay as they are"),
    ):
        los.execute("DELETE FROM register.audit")

    kantoor = Kantoor.open(huis.nieuw)
    try:
        for i, nummer in enumerate(huis.nummers):
            assert kantoor.register.lees(nummer).antwoorden["wat"].tekst == f"verhaal {i} — ë"
        controle = kantoor.audit.controleer(bevat=huis.zegel)
        assert (controle.fout_bij, controle.bevat) == (None, True)
        assert kantoor.audit.regels(aantal=1)[0].wat == "verhuisd"
        asyncio.run(PostWerker(kantoor, nu=Klok()).leeg())
        assert len(verzonden(huis) - al_weg) == 6, "each loket and each asker, once"
        assert kantoor.postbus.toestand(NU).wachtend == 0
        laatste = lees_nummer(huis.nummers[-1]).volgnummer
        volgend = kantoor.register.neem_op(maak_aanvraag(), NU)
        assert lees_nummer(volgend.nummer).volgnummer == laatste + 1
        kantoor.audit.noteer(NU, "opdrachtregel", "proef")
        assert kantoor.audit.controleer().fout_bij is None
    finally:
        kantoor.sluit()

    gesprekken, gebeurtenissen = open_gesprekken(huis.nieuw), open_gebeurtenissen(huis.nieuw)
    inbox = open_messenger(huis.nieuw)
    try:
        assert gesprekken.gesprek(huis.token) == huis.gesprek
        assert [(b.tekst, b.antwoord) for b in gesprekken.berichten(huis.gesprek)] == [
            ("hallo", [{"text": "Dag."}])
        ]
        assert gesprekken.hervat(huis.code) is not None
        gesprekken.neem_aan(huis.gesprek, "twee", "nog iets")
        gesprekken.beantwoord(huis.gesprek, "twee", [])
        assert [beurt.nr for beurt in gesprekken.beurten(huis.gesprek, 0)] == [1, 2]
        reeks, laatste = gebeurtenissen.laad(huis.gesprek, alle_sessies=True)
        assert (reeks, laatste) == (BEURT, 3)
        assert gebeurtenissen.voeg_toe(huis.gesprek, BEURT[:1], na=3) == 7, "4 to 6 were of someone else"
        assert [wat.tekst for wat in inbox.wachtend(huis.merk)] == ["hallo daar"]
        assert inbox.neem_op([Gebeurtenis("m1", Soort.TEKST, "77", 1000.0, "hallo daar")], 1001) == set()
        inbox.neem_op([Gebeurtenis("m2", Soort.TEKST, "77", 1001.0, "twee")], 1001)
        assert [wat.tekst for wat in inbox.wachtend(huis.merk)] == ["hallo daar", "twee"]
    finally:
        for deel in (gesprekken, gebeurtenissen, inbox):
            deel.sluit()

    assert main() == 2, "it is no longer empty"
    assert "staat al iets" in capsys.readouterr().err


def test_the_old_place_stays_as_it_was(huis: Huis) -> None:
    voor = rijen(huis.oud.datamap / "loket.sqlite3")
    verhuis(huis.nieuw, NU)
    assert rijen(huis.oud.datamap / "loket.sqlite3") == voor
    kantoor = Kantoor.open(huis.oud)
    assert kantoor.register.lees(huis.nummers[0])
    kantoor.sluit()


def test_a_part_that_was_never_used_is_empty_on_the_new_place(huis: Huis) -> None:
    (huis.oud.datamap / "messenger.sqlite").unlink()
    assert verhuis(huis.nieuw, NU).aantallen["messenger"] == 0
    assert op_postgres(huis.nieuw.database, "messenger")["messenger_in"] == 0


@pytest.mark.parametrize("wie", ["loket.sqlite3", "gesprekken.sqlite", "trackers.sqlite", "messenger.sqlite"])
def test_it_refuses_while_somebody_uses_a_part(huis: Huis, wie: str) -> None:
    with closing(sqlite3.connect(huis.oud.datamap / wie)) as los:
        los.execute("SELECT count(*) FROM alembic_version").fetchall()  # and then it only stays open
        with pytest.raises(VerhuisFout, match=f"gebruikt .*{wie}. Stop de dienst"):
            verhuis(huis.nieuw, NU)
    assert schemas(huis.nieuw.database) == set()
    verhuis(huis.nieuw, NU)


def test_nobody_begins_on_the_old_place_meanwhile(huis: Huis, monkeypatch: pytest.MonkeyPatch) -> None:
    echt, gezien = module.verhuizing.neem_in_gebruik, []

    def probeer(*wat: Any) -> None:
        with (
            pytest.raises(sqlite3.OperationalError, match="locked"),
            closing(sqlite3.connect(huis.oud.datamap / "loket.sqlite3", timeout=0)) as los,
        ):
            los.execute("SELECT * FROM teller").fetchall()
        gezien.append(True)
        echt(*wat)

    monkeypatch.setattr(module.verhuizing, "neem_in_gebruik", probeer)
    verhuis(huis.nieuw, NU)
    assert gezien


def test_another_key_is_refused(huis: Huis, capsys: pytest.CaptureFixture[str]) -> None:
    sleutel = huis.oud.datamap / "sleutel"
    echt = sleutel.read_text()
    sleutel.write_text(Fernet.generate_key().decode() + "\n")
    assert main() == 2
    assert "sleutel past niet" in capsys.readouterr().err
    sleutel.unlink()
    assert main() == 2
    assert "sleutel ontbreekt" in capsys.readouterr().err
    assert not sleutel.exists(), "no new key was made"
    assert schemas(huis.nieuw.database) == set()
    sleutel.write_text(echt)
    assert main() == 0


def test_a_key_that_opens_only_a_part_is_refused(huis: Huis) -> None:
    """Someone took an old key out of the list too early: what it opens would be lost with the old place."""
    sleutel = huis.oud.datamap / "sleutel"
    echt = sleutel.read_text()
    sleutel.write_text(Fernet.generate_key().decode() + "\n")
    gesprekken = open_gesprekken(huis.oud)
    _, gesprek = gesprekken.begin()
    gesprekken.neem_aan(gesprek, "een", "onder een andere sleutel")
    gesprekken.sluit()
    sleutel.write_text(echt)
    with pytest.raises(VerkeerdeSleutel):
        verhuis(huis.nieuw, NU)
    assert schemas(huis.nieuw.database) == set()


@pytest.mark.parametrize("deel", ["loket.sqlite3", "trackers.sqlite"])
def test_tables_of_another_version_are_refused(huis: Huis, deel: str) -> None:
    with closing(sqlite3.connect(huis.oud.datamap / deel)) as los, los:
        los.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(VerhuisFout, match="andere versie"):
        verhuis(huis.nieuw, NU)
    assert schemas(huis.nieuw.database) == set()


def test_a_database_in_which_somebody_began_is_refused(huis: Huis) -> None:
    open_gesprekken(huis.nieuw).sluit()
    with pytest.raises(VerhuisFout, match="staat al iets: gesprekken"):
        verhuis(huis.nieuw, NU)


def test_without_an_address_or_without_anything_to_move(huis: Huis, tmp_path: Path) -> None:
    with pytest.raises(VerhuisFout, match="LOKET_DATABASE_URL"):
        verhuis(huis.oud, NU)
    ergens = tmp_path / "ergens"
    ergens.mkdir()
    shutil.copy(huis.oud.datamap / "sleutel", ergens)
    with pytest.raises(VerhuisFout, match="LOKET_DATAMAP"):
        verhuis(huis.nieuw.model_copy(update={"datamap": ergens}), NU)
    assert [pad.name for pad in ergens.iterdir()] == ["sleutel"]


def test_a_server_that_is_not_there_is_told(
    huis: Huis, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LOKET_DATABASE_URL", "postgresql://loket@127.0.0.1:1/niets")
    assert main() == 2
    assert "Er is niets verhuisd" in capsys.readouterr().err


def test_a_chain_that_was_broken_before_is_told_and_moved_as_it_is(
    huis: Huis, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(huis.oud.datamap / "loket.sqlite3")) as los, los:
        los.execute("DROP TRIGGER audit_geen_update")
        los.execute("UPDATE audit SET wie = 'iemand anders' WHERE id = 2")
    assert main() == 1
    assert "klopt niet bij regel 2" in capsys.readouterr().err


HALF = """
    import os, signal, sys
    from loket.store import verhuizing
    from bot.verhuis import main
    gedaan, echt = 0, verhuizing._afdruk
    def afdruk(*wat):
        global gedaan
        gedaan += 1
        if gedaan == {stap}:
            os.kill(os.getpid(), signal.SIGKILL)
        return echt(*wat)
    verhuizing._afdruk = afdruk
    main()
"""


@pytest.mark.parametrize("stap", [3, 62])
def test_a_move_that_is_killed_leaves_nothing_in_the_way(huis: Huis, stap: int) -> None:
    klaar = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(HALF.format(stap=stap))],
        cwd=PROJECT,
        env={"PATH": os.environ["PATH"]} | huis.omgeving(),
        capture_output=True,
        check=False,
    )
    assert klaar.returncode == -signal.SIGKILL, klaar.stderr
    assert not schemas(huis.nieuw.database) & set(DELEN), "nobody finds half of it"
    assert main() == 0
    assert schemas(huis.nieuw.database) == set(DELEN)


def test_a_row_that_arrived_otherwise_is_seen(huis: Huis, monkeypatch: pytest.MonkeyPatch) -> None:
    echt = module.verhuizing._tel_verder

    def verander(uit: Any, in_: Any, tabel: Any) -> None:
        echt(uit, in_, tabel)
        if tabel.name == "aanvraag":
            rij = in_.execute(tabel.select().limit(1)).one()
            in_.execute(tabel.update().where(tabel.c.id == rij.id).values(kort=not rij.kort))

    monkeypatch.setattr(module.verhuizing, "_tel_verder", verander)
    with pytest.raises(VerhuisFout, match="In aanvraag staat"):
        verhuis(huis.nieuw, NU)
    assert schemas(huis.nieuw.database) == set()
