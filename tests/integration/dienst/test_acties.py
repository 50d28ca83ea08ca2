"""`python -m bot.acties`: what `rasa shell` talks with."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from loket.settings import PROJECT
from tests.stapel import vrije_poorten, wacht_op


@pytest.fixture
def acties(tmp_path: Path) -> Iterator[str]:
    """The address of the action server, while it runs."""
    (poort,) = vrije_poorten(1)
    adres = f"http://127.0.0.1:{poort}"
    omgeving = os.environ | {"LOKET_DATAMAP": str(tmp_path / "data")}
    with subprocess.Popen(
        [sys.executable, "-m", "bot.acties", "--poort", str(poort)], cwd=PROJECT, env=omgeving
    ) as proces:

        def gezond() -> bool:
            assert proces.poll() is None
            try:
                return requests.get(f"{adres}/health", timeout=10).ok
            except requests.ConnectionError:
                return False

        try:
            wacht_op(gezond)
            yield adres
        finally:
            proces.terminate()


def vraag(adres: str, actie: str) -> requests.Response:
    """Ask for an action as Rasa does."""
    tracker = {"sender_id": "ik", "slots": {}, "latest_message": {"text": "hallo"}, "events": []}
    oproep = {"next_action": actie, "sender_id": "ik", "tracker": tracker, "domain": {}, "version": "3.6.21"}
    return requests.post(f"{adres}/webhook", json=oproep, timeout=30)


def test_rasa_gets_our_actions(acties: str) -> None:
    antwoord = vraag(acties, "action_menu")
    assert antwoord.status_code == 200
    assert antwoord.json()["responses"]
    onbekend = vraag(acties, "action_bestaat_niet")
    assert (onbekend.status_code, onbekend.json()["error"]) == (404, "onbekend")
