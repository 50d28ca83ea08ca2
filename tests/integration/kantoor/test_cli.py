"""`python -m loket`: alarms, the outbox and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from loket.cli import main
from loket.mail.aflevering import AfleverFout
from loket.mail.postvak import Postvak
from loket.mail.werker import PostWerker
from tests.opslag import als_omgeving

from .hulp import NU, Klok, maak_aanvraag, open_kantoor


@pytest.fixture
def omgeving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    open_kantoor(tmp_path).sluit()
    als_omgeving(monkeypatch, tmp_path / "var")
    monkeypatch.setenv("LOKET_CONTACTENMAP", str(tmp_path / "contacten"))
    return tmp_path


class Weigert:
    async def lever(self, bericht: object) -> None:
        raise AfleverFout("smtp-550-RecipientRefused", blijvend=True)


def test_a_key(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sleutel"]) == 0
    Fernet(capsys.readouterr().out.strip())


async def test_alarms_and_outbox(omgeving: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["alarmen"]) == 0
    kantoor = open_kantoor(omgeving)
    nummer = kantoor.register.neem_op(maak_aanvraag("kanarie"), NU).nummer
    await PostWerker(kantoor, aflevering=Weigert(), nu=Klok()).leeg()
    capsys.readouterr()

    assert main(["alarmen"]) == 1
    uit = capsys.readouterr().out
    assert nummer in uit
    assert "smtp-550-RecipientRefused" in uit
    assert main(["post"]) == 0
    uit = capsys.readouterr().out
    assert nummer in uit
    assert "1 mails wachten" in uit
    assert "kanarie" not in uit

    assert main(["post", "--opnieuw", nummer.lower()]) == 0
    klok = Klok()
    klok.vooruit(days=4000)  # the command used the time of this machine
    await PostWerker(kantoor, nu=klok).leeg()
    assert len(Postvak(kantoor.instellingen.postvak).berichten()) == 1
    kantoor.sluit()
    assert main(["alarmen"]) == 0
    assert main(["alarmen", "--alle"]) == 0
    assert "opgelost" in capsys.readouterr().out


async def test_acknowledge(omgeving: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kantoor = open_kantoor(omgeving)
    kantoor.register.neem_op(maak_aanvraag(), NU)
    await PostWerker(kantoor, aflevering=Weigert(), nu=Klok()).leeg()
    kantoor.sluit()
    assert main(["alarmen", "--gezien", "1"]) == 0
    assert main(["alarmen", "--gezien", "1"]) == 2
    assert main(["alarmen"]) == 0


@pytest.mark.parametrize("nummer", ["AV-2026-000001-P", "onzin"])
def test_an_unknown_number(omgeving: Path, capsys: pytest.CaptureFixture[str], nummer: str) -> None:
    assert main(["post", "--opnieuw", nummer]) == 2
    assert "geen aanvraag met dit nummer" in capsys.readouterr().err


def test_a_wrong_setting(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("LOKET_POORT", "kanarie")
    assert main(["post"]) == 2
    assert capsys.readouterr().err == "LOKET_POORT: moet een geheel getal zijn.\n"
