"""Rasa's own tools are content with the project: `rasa data validate` and `rasa test`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]

BEKEND = {
    # Rasa reads the topics' intent from the examples too, and says so.
    "The following duplicated intents have been found across multiple domain files: vraag",
    # Topics are told by action_antwoord, which knows the role; Rasa's own retrieval action is not used.
    "The utterance 'utter_vraag' is not used in any story or rule.",
}


def rasa(*argumenten: str) -> subprocess.CompletedProcess[str]:
    omgeving = os.environ | {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
    return subprocess.run(
        [sys.executable, "-m", "rasa", *argumenten],
        cwd=PROJECT,
        env=omgeving,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


def test_the_data_is_valid() -> None:
    klaar = rasa("data", "validate")

    uitvoer = klaar.stdout + klaar.stderr
    assert klaar.returncode == 0, uitvoer
    assert "No story structure conflicts found" in uitvoer
    waarschuwingen = set(re.findall(r"rasa/shared/utils/io.py:\d+: UserWarning: (.*)", uitvoer))
    assert waarschuwingen <= BEKEND


def test_the_test_stories_are_predicted(model: Path, tmp_path: Path) -> None:
    opdracht = ["test", "core", "--model", str(model), "--stories", "tests", "--out", str(tmp_path)]
    klaar = rasa(*opdracht, "--fail-on-prediction-errors")

    assert klaar.returncode == 0, (klaar.stdout + klaar.stderr)[-3000:]
    assert "story:" not in (tmp_path / "failed_test_stories.yml").read_text()
