"""`python -m loket audit`, `export`, `wis` and `herspeel`: what the operator does on someone's request."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from loket.cli import main
from loket.domain.dossier.overdracht import Belangen
from loket.domain.werkdagen import BRUSSEL
from loket.mail.postvak import Postvak
from loket.mail.werker import PostWerker
from loket.store.register import OnbekendeAanvraag
from tests.integration.dossier.hulp import BEMIDDELAAR, medewerker, neem_op
from tests.opslag import OP_POSTGRES, als_omgeving, ingreep

from .hulp import open_kantoor


@pytest.fixture
def nummer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An aanvraag that someone asked something about; nobody types anything."""
    kantoor = open_kantoor(tmp_path)
    nu = datetime.now(UTC)
    nieuw = neem_op(kantoor, nu - timedelta(days=2))
    kantoor.dossiers.vraag_meer(medewerker(), nieuw, "Kanarie: met wie?", nu)
    kantoor.sluit()
    als_omgeving(monkeypatch, tmp_path / "var")
    monkeypatch.setenv("LOKET_CONTACTENMAP", str(tmp_path / "contacten"))
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    return nieuw


def zeg(monkeypatch: pytest.MonkeyPatch, tekst: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{tekst}\n"))


def test_an_export_holds_everything_and_stands_in_the_audit(
    nummer: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", nummer.lower(), "--ja"]) == 0
    alles = json.loads(capsys.readouterr().out)
    assert alles["nummer"] == nummer
    assert alles["aanvraag"]["antwoorden"]["verhaal"]["tekst"] == "We raken er niet meer uit."
    assert [g["wat"] for g in alles["gebeurtenissen"]] == ["ingediend", "geopend", "meer_gevraagd"]
    assert alles["gebeurtenissen"][2]["tekst"] == "Kanarie: met wie?"
    assert {mail["wat"] for mail in alles["mails"]} == {"loket", "bevestiging", "vraag"}
    kantoor = open_kantoor(tmp_path)
    assert kantoor.audit.regels(nummer)[0].wat == "uitgevoerd"
    kantoor.sluit()


@pytest.mark.parametrize("opdracht", [["export"], ["wis"], ["herspeel"]])
@pytest.mark.parametrize("antwoord", ["", "nee", "j", "jazeker"])
def test_without_a_yes_nothing_happens(
    opdracht: list[str],
    antwoord: str,
    nummer: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    zeg(monkeypatch, antwoord)
    assert main([*opdracht, "2020-01-01" if opdracht == ["herspeel"] else nummer]) == 2
    gezegd = capsys.readouterr()
    assert "Er is niets gedaan." in gezegd.err
    assert "Kanarie" not in gezegd.out
    kantoor = open_kantoor(tmp_path)
    assert kantoor.register.dossier(nummer).nummer == nummer
    assert {regel.wie for regel in kantoor.audit.regels()} & {"opdrachtregel"} == set()
    kantoor.sluit()


def test_wiped_is_gone_from_every_table_and_file(
    nummer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    zeg(monkeypatch, "Ja")
    assert main(["wis", nummer]) == 0
    assert "De aanvraag is gewist." in capsys.readouterr().out
    kantoor = open_kantoor(tmp_path)
    with pytest.raises(OnbekendeAanvraag):
        kantoor.register.dossier(nummer)
    assert next(regel.wat for regel in kantoor.audit.regels(nummer)) == "gewist"
    kantoor.sluit()
    with ingreep(tmp_path / "var") as los:
        for tabel in ("aanvraag", "dossier", "gebeurtenis", "naam", "post"):
            assert los.scalar(text(f"SELECT count(*) FROM {tabel}")) == 0, tabel
        assert los.execute(text("SELECT count(*), count(aanvraag_id) FROM cijfer")).one() == (1, 0)
    assert main(["wis", nummer, "--ja"]) == 2
    assert main(["export", nummer, "--ja"]) == 2
    assert main(["export", "onzin", "--ja"]) == 2
    assert "geen aanvraag met dit nummer" in capsys.readouterr().err


async def test_replay_sends_what_is_open_since_a_moment_once_more(
    nummer: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kantoor = open_kantoor(tmp_path)
    besloten = neem_op(kantoor, datetime.now(UTC) - timedelta(days=1))
    kantoor.dossiers.verklaar_ontvankelijk(
        medewerker(), besloten, BEMIDDELAAR, Belangen(False, False), datetime.now(UTC)
    )
    await PostWerker(kantoor).leeg()
    voor = len(Postvak(kantoor.instellingen.postvak).berichten())
    nu = datetime.now(BRUSSEL)
    assert main(["herspeel", f"{nu - timedelta(hours=30):%Y-%m-%dT%H:%M}", "--ja"]) == 0
    assert capsys.readouterr().out.startswith("0 aanvragen"), "the open one came in before"
    assert main(["herspeel", f"{nu - timedelta(days=3):%Y-%m-%d}", "--ja"]) == 0
    assert capsys.readouterr().out.startswith("1 aanvragen")
    assert main(["herspeel", "2020-01-01", "--ja"]) == 0
    assert capsys.readouterr().out.startswith("0 aanvragen"), "its mail waits already"
    await PostWerker(kantoor).leeg()
    berichten = Postvak(kantoor.instellingen.postvak).berichten()
    assert len(berichten) == voor + 1
    assert [regel.wat for regel in kantoor.audit.regels()][:3] == ["herspeeld"] * 3
    kantoor.sluit()
    assert main(["herspeel", "gisteren", "--ja"]) == 2
    assert "geen dag of moment" in capsys.readouterr().err


def test_the_audit_holds_or_says_where_it_does_not(
    nummer: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", "verify"]) == 0
    uit = capsys.readouterr().out
    assert "De lijst klopt: " in uit
    zegel = uit.splitlines()[-1]
    assert main(["export", nummer, "--ja"]) == 0
    assert main(["audit", "verify", "--bevat", zegel]) == 0, "it grew, and the old end is still in it"
    assert main(["audit", "verify", "--bevat", "0" * 64]) == 1
    assert "het einde van de lijst is weg" in capsys.readouterr().out
    wat = "audit_blijft ON audit" if OP_POSTGRES else "audit_geen_update"
    with pytest.raises(IntegrityError, match="stay as they are"), ingreep(tmp_path / "var") as los:
        los.execute(text("UPDATE audit SET wie = 'een ander'"))
    with ingreep(tmp_path / "var") as los:
        los.execute(text(f"DROP TRIGGER {wat}"))
        los.execute(text("UPDATE audit SET wie = 'een ander' WHERE id = 1"))
    assert main(["audit", "verify"]) == 1
    assert "klopt niet vanaf regel 1" in capsys.readouterr().out
