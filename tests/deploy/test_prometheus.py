"""The alarms and the board: promtool reads and tests them, and every metric in them is really served."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from bot.gezondheid import Onderdeel
from bot.metingen import Momentopname
from loket import meting
from loket.domain.dossier.toestand import Wat
from loket.reservekopie import MERK
from loket.store.meting import Stand
from tests.stapel import PROJECT

MAP = PROJECT / "deploy" / "prometheus"
REGELS = yaml.safe_load((MAP / "regels.yml").read_text())["groups"][0]["rules"]
BORD = json.loads((PROJECT / "deploy" / "grafana" / "assistent.json").read_text())
_NAAM = re.compile(r"\bassistent_[a-z_]+\b")
_KEUZE = re.compile(r'(assistent_[a-z_]+)\{(\w+)=~?"([^"]*)"')


def vragen() -> list[str]:
    van_bord = [doel["expr"] for paneel in BORD["panels"] for doel in paneel.get("targets", [])]
    return [*(regel["expr"] for regel in REGELS), *van_bord]


@pytest.fixture
def namen(tmp_path: Path) -> set[str]:
    """The names that Prometheus would see, process metrics aside."""
    (tmp_path / MERK).touch()
    stand = Stand(0, 0.0, 0, 0, dict.fromkeys(Wat, 0), 0.0, 0)
    moment = Momentopname(stand, {"rasa": Onderdeel(True)}, 0, tmp_path)
    gewoon = {monster.name for familie in moment.collect() for monster in familie.samples}
    for familie in meting.REGISTER.collect():
        gewoon |= {f"{familie.name}_total"} if familie.type == "counter" else set()
        gewoon |= {f"{familie.name}_bucket"} if familie.type == "histogram" else set()
    return gewoon | {"assistent_process_resident_memory_bytes"}


@pytest.mark.parametrize(
    "opdracht",
    [
        ("check", "rules", "regels.yml"),
        ("check", "config", "prometheus.yml"),
        ("test", "rules", "regels_test.yml"),
    ],
)
def test_promtool_is_content(opdracht: tuple[str, ...]) -> None:
    klaar = subprocess.run(["promtool", *opdracht], cwd=MAP, capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr


def test_every_metric_in_alarms_and_board_is_served(namen: set[str]) -> None:
    for vraag in vragen():
        assert set(_NAAM.findall(vraag)) <= namen, vraag


def test_every_value_that_they_ask_for_can_occur() -> None:
    mag = {"uitkomst": set(meting.BEURT_UITKOMSTEN), "wat": set(Wat), "status": {"429", "5.."}}
    gevraagd = [keuze for vraag in vragen() for keuze in _KEUZE.findall(vraag)]
    assert gevraagd
    for _, label, waarden in gevraagd:
        assert set(waarden.split("|")) <= mag[label]


def test_every_alarm_is_tested_and_explained() -> None:
    namen = {regel["alert"] for regel in REGELS}
    proeven = (MAP / "regels_test.yml").read_text()
    uitleg = (PROJECT / "docs" / "running.md").read_text()
    for naam in namen:
        assert proeven.count(naam) >= 2, naam  # that it rings, and that it does not
        assert f"`{naam}`" in uitleg, naam
    assert {regel["labels"]["ernst"] for regel in REGELS} == {"nu", "vandaag", "week"}


def test_the_board_is_whole() -> None:
    ids = [paneel["id"] for paneel in BORD["panels"]]
    assert len(ids) == len(set(ids))
    for paneel in BORD["panels"]:
        assert paneel["type"] == "row" or paneel["targets"]
