"""Each threat in docs/threat-model.md is covered by tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

PROJECT = Path(__file__).parents[2]


def _rijen() -> list[str]:
    tekst = (PROJECT / "docs" / "threat-model.md").read_text(encoding="utf-8")
    return [
        regel for regel in tekst.splitlines() if regel.startswith("| ") and not regel.startswith("| threat ")
    ]


def test_every_threat_names_a_test_and_every_test_exists() -> None:
    bestaand = {
        naam
        for pad in (PROJECT / "tests").rglob("test_*.py")
        for naam in re.findall(r"def (test_\w+)\(", pad.read_text(encoding="utf-8"))
    }
    rijen = _rijen()
    assert len(rijen) > 20
    for rij in rijen:
        genoemd = set(re.findall(r"`(test_\w+)`", rij))
        assert genoemd, f"no test: {rij}"
        assert genoemd <= bestaand, f"gone: {genoemd - bestaand}"
