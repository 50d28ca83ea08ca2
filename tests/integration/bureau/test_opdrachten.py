"""Accounts and the demo from a terminal."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from loket.cli import main
from loket.demo import AANTAL, TEKEN, GeenDemo, maak_demo
from loket.domain.dossier.toestand import Staat, WachtOp
from loket.domain.medewerker import Functie
from loket.kantoor import Kantoor
from loket.settings import lees_instellingen
from loket.toegang.accounts import Accounts
from tests.balie import NU, Balie


@pytest.fixture
def datamap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LOKET_DATAMAP", str(tmp_path / "data"))
    return tmp_path / "data"


def test_the_life_of_an_account(datamap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    maak = ["user", "add", "An.Peeters", "--naam", "An Peeters", "--regio", "antwerpen", "--regio", "limburg"]
    assert main(maak) == 0
    eerste = capsys.readouterr().out
    assert re.search(r"Tijdelijk wachtwoord: [a-z0-9]{4}(-[a-z0-9]{4}){3}\n", eerste)
    assert "/loket\n" in eerste
    assert main(maak) == 2
    assert capsys.readouterr().err == "Er is al een account met de naam an.peeters.\n"
    assert main(["user", "list"]) == 0
    assert capsys.readouterr().out == "an.peeters\tAn Peeters\tmedewerker\tAntwerpen, Limburg\tnieuw\n"
    assert main(["user", "block", "an.peeters"]) == 0
    assert main(["user", "list"]) == 0
    assert capsys.readouterr().out.endswith("\tgeblokkeerd\n")
    assert main(["user", "unblock", "an.peeters"]) == 0
    assert main(["user", "reset", "an.peeters"]) == 0
    assert "Tijdelijk wachtwoord" in capsys.readouterr().out
    assert main(["user", "reset", "niemand"]) == 2
    assert main(["user", "add", "bo", "--naam", "Bo"]) == 2
    assert "minstens één regio" in capsys.readouterr().err


def test_the_demo_shows_every_state_and_says_that_it_is_made_up(
    datamap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo"]) == 0
    uit = capsys.readouterr().out
    assert "Alles erin is verzonnen." in uit
    assert len(re.findall(r"^demo-\w+\t\S+$", uit, re.M)) == 3
    assert main(["demo"]) == 2
    assert f"Hier staan al {AANTAL} aanvragen." in capsys.readouterr().err

    balie = Balie(datamap)
    wie = next(m for m in Accounts(balie.kantoor.database).medewerkers(None) if m.functie is Functie.LEIDING)
    rijen = balie.kantoor.dossiers.lijst(wie, nu=NU, aantal=200).rijen
    assert len(rijen) == AANTAL
    assert {rij.wacht_op for rij in rijen} == set(WachtOp)
    assert {rij.staat for rij in rijen} >= set(Staat) - {Staat.INGETROKKEN}
    assert any(rij.aandacht for rij in rijen)
    assert any(rij.regio is None for rij in rijen)
    for rij in rijen:
        antwoorden = balie.kantoor.register.lees(rij.nummer).antwoorden
        assert TEKEN in antwoorden["verhaal"].tekst
        assert re.fullmatch(r"0470 00 00 \d\d|\S+@example\.org", antwoorden["bereik"].tekst)
    balie.kantoor.sluit()


def test_no_demo_where_mail_really_leaves(datamap: Path) -> None:
    kantoor = Kantoor.open(lees_instellingen({"LOKET_DATAMAP": str(datamap)}))
    echt = replace(kantoor, instellingen=kantoor.instellingen.model_copy(update={"mail_aflevering": "smtp"}))
    with pytest.raises(GeenDemo, match="echte mail"):
        maak_demo(echt, NU)
    kantoor.sluit()
