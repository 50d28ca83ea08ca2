"""Accounts and the demo from a terminal."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

from loket.cli import main
from loket.demo import AANTAL, TEKEN, GeenDemo, maak_demo
from loket.domain.begrippen import Regio
from loket.domain.dossier.toestand import Staat, WachtOp
from loket.domain.dossier.veilig import Kanaal, veilig_contact
from loket.domain.medewerker import Functie
from loket.kantoor import Kantoor
from loket.toegang.accounts import Accounts
from tests.balie import NU, Balie
from tests.integration.kantoor.hulp import maak_aanvraag
from tests.opslag import als_omgeving, instellingen


@pytest.fixture
def datamap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    als_omgeving(monkeypatch, tmp_path / "data")
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


def test_an_account_changes_and_ends(
    datamap: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It counts at once, and no aanvraag stays on the name of who can no longer see it."""
    assert main(["user", "add", "an", "--naam", "An", "--regio", "antwerpen"]) == 0
    balie = Balie(datamap)
    an, nu = balie.bureau.accounts.zoek("an"), balie.klok.nu
    gedeeld, eigen = (
        balie.kantoor.register.neem_op(maak_aanvraag(regio=regio), nu).nummer
        for regio in (None, Regio.ANTWERPEN)
    )
    for nummer in (gedeeld, eigen):
        balie.kantoor.dossiers.wijs_toe(an, nummer, an, nu)

    def van_wie() -> dict[str, str | None]:
        allen = replace(an, regios=frozenset(Regio))
        return {r.nummer: r.toegewezen_naam for r in balie.kantoor.dossiers.lijst(allen, nu=nu).rijen}

    capsys.readouterr()
    wijzig = ["user", "change", "an", "--naam", "An  Peeters", "--regio", "limburg", "--functie", "leiding"]
    assert main(wijzig) == 0
    assert "1 open aanvraag stond op deze naam" in capsys.readouterr().out
    assert van_wie() == {gedeeld: "An", eigen: None}
    assert main(["user", "list"]) == 0
    assert capsys.readouterr().out == "an\tAn Peeters\tleidinggevende\tLimburg\tnieuw\n"
    assert main(["user", "change", "an", "--naam", "An"]) == 0
    assert balie.bureau.accounts.zoek("an").regios == {Regio.LIMBURG}, "what is not given stays"
    for mis, zin in (
        (["an", "--functie", "beheerder", "--regio", "limburg"], "geen regio"),
        (["an", "--naam", "  "], "Geef ook de naam"),
        (["niemand", "--naam", "Wie"], "geen account"),
    ):
        capsys.readouterr()
        assert main(["user", "change", *mis]) == 2
        assert zin in capsys.readouterr().err
    assert main(["user", "change", "an", "--functie", "beheerder"]) == 0
    assert van_wie() == {gedeeld: None, eigen: None}, "an operator reads no aanvraag"

    assert main(["user", "change", "an", "--functie", "medewerker", "--regio", "antwerpen"]) == 0
    balie.kantoor.dossiers.wijs_toe(an, eigen, an, nu)
    assert main(["user", "block", "an"]) == 0
    assert van_wie()[eigen] is None
    monkeypatch.setattr("sys.stdin", io.StringIO("nee"))
    assert main(["user", "delete", "an"]) == 2, "nobody said yes"
    assert main(["user", "delete", "an", "--ja"]) == 0
    assert main(["user", "delete", "an", "--ja"]) == 2
    assert balie.bureau.accounts.lijst() == []
    wat = [regel.wat for regel in balie.kantoor.audit.regels() if regel.wie == "opdrachtregel"]
    assert wat[0] == f"account delete {an.id.hex[:8]}"
    assert balie.kantoor.audit.controleer().fout_bij is None
    balie.kantoor.sluit()


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
    kanalen = {veilig_contact(balie.kantoor.register.lees(rij.nummer)).kanaal for rij in rijen}
    assert kanalen == set(Kanaal), "mail, mail that says nothing, and no mail at all"
    for rij in rijen:
        antwoorden = balie.kantoor.register.lees(rij.nummer).antwoorden
        assert TEKEN in antwoorden["verhaal"].tekst
        assert re.fullmatch(r"0470 00 00 \d\d|\S+@example\.org", antwoorden["bereik"].tekst)
    balie.kantoor.sluit()


def test_no_demo_where_mail_really_leaves(datamap: Path) -> None:
    kantoor = Kantoor.open(instellingen(datamap))
    echt = replace(kantoor, instellingen=kantoor.instellingen.model_copy(update={"mail_aflevering": "smtp"}))
    with pytest.raises(GeenDemo, match="echte mail"):
        maak_demo(echt, NU)
    kantoor.sluit()
