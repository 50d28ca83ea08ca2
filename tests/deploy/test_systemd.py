"""The systemd units: systemd itself reads them, and finds them shut tight enough."""

from __future__ import annotations

import configparser
import re
import subprocess
from pathlib import Path

import pytest

from bot.supervisor import GESTOPT_OM_INSTELLING
from tests.stapel import PROJECT

MAP = PROJECT / "deploy" / "systemd"
DIENSTEN = ("assistent.service", "assistent-backup.service")
HOOGSTENS = 20
"""The highest exposure that we accept, in tenths (systemd's own scale: 0 is shut, 100 is open)."""


def lees(naam: str) -> configparser.RawConfigParser:
    lezer = configparser.RawConfigParser(strict=False)
    lezer.optionxform = str  # type: ignore[assignment,method-assign]
    lezer.read(MAP / naam)
    return lezer


@pytest.fixture
def huis(tmp_path: Path) -> Path:
    """The units with a program that is there, so that only what they say is looked at."""
    for pad in MAP.iterdir():
        tekst = re.sub(r"^(ExecStart=)\S+", r"\1/bin/true", pad.read_text(), flags=re.MULTILINE)
        (tmp_path / pad.name).write_text(tekst.replace("file:/opt/assistent/docs", "https://example.be"))
    return tmp_path


@pytest.mark.parametrize("naam", [*DIENSTEN, "assistent-backup.timer"])
def test_systemd_understands_every_line(huis: Path, naam: str) -> None:
    klaar = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(huis / naam)],
        capture_output=True,
        text=True,
        check=False,
    )
    van_ons = [regel for regel in klaar.stderr.splitlines() if "assistent" in regel]
    assert (klaar.returncode, van_ons) == (0, [])


@pytest.mark.parametrize("naam", DIENSTEN)
def test_little_stays_open(huis: Path, naam: str) -> None:
    klaar = subprocess.run(
        [
            "systemd-analyze",
            "security",
            "--offline=true",
            "--no-pager",
            f"--threshold={HOOGSTENS}",
            str(huis / naam),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stdout[-3000:] + klaar.stderr


def test_what_the_unit_says_agrees_with_the_program() -> None:
    dienst = lees("assistent.service")["Service"]
    assert int(dienst["RestartPreventExitStatus"]) == GESTOPT_OM_INSTELLING
    assert dienst["ExecStart"].endswith("/python -m bot")
    # the supervisor starts its children anew at this signal
    assert dienst["ExecReload"] == "/bin/kill -HUP $MAINPID"
    # longer than the supervisor gives its children: 90 s for the service, then 20 s for Rasa
    assert int(dienst["TimeoutStopSec"]) > 110
    assert lees("assistent-backup.service")["Service"]["ExecStart"].split()[1:5] == [
        "-m",
        "loket",
        "backup",
        "/var/backups/assistent",
    ]
