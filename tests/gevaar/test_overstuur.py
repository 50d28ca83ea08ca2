"""What upset people say all day: how often they are asked about danger, and what is seen among it.

700 sentences by two authors who saw none of data/gevaar: answers in a form, complaints and stories, by young
people and by parents, in chat language, dialect and first Dutch; 180 speak of danger. Nothing is learnt from
them.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from bot.nlu.gevaar import ZINNEN, Gevaarherkenner, lees_zinnen
from tests.gevaar.test_herkenner import verwerkt

with Path(__file__).with_name("overstuur.csv").open(encoding="utf-8", newline="") as bestand:
    RIJEN = list(csv.DictReader(bestand))


Uitkomst = tuple[dict[str, str], dict[str, Any]]


@pytest.fixture(scope="module")
def uitkomsten(herkenner: Gevaarherkenner) -> list[Uitkomst]:
    return [(rij, verwerkt(herkenner, rij["tekst"]).get("gevaar")) for rij in RIJEN]


def test_nothing_is_learnt_from_them() -> None:
    geleerd = {zin.tekst for pad in ZINNEN.glob("*.csv") for zin in lees_zinnen(pad)}
    assert len(RIJEN) == 700
    assert not [rij for rij in RIJEN if rij["tekst"] in geleerd]


def test_once_asked_few_are_asked_again(uitkomsten: list[Uitkomst]) -> None:
    """As measured, a little above: docs/gevaar.md."""
    veilig = [gevaar for rij, gevaar in uitkomsten if not rij["soort"]]
    gevraagd = sum(bool(gevaar["vermoeden"]) for gevaar in veilig)
    opnieuw = sum(bool(gevaar["opnieuw"]) for gevaar in veilig)
    zeker = sum(bool(gevaar["zeker"]) for gevaar in veilig)
    assert gevraagd <= 0.30 * len(veilig), gevraagd
    assert opnieuw <= 0.13 * len(veilig), opnieuw
    assert zeker <= 0.06 * len(veilig), zeker


def test_danger_in_the_middle_of_a_complaint_is_seen(
    uitkomsten: list[Uitkomst],
) -> None:
    gevaren = [gevaar for rij, gevaar in uitkomsten if rij["soort"]]
    gezien = sum(bool(gevaar["zeker"] or gevaar["vermoeden"]) for gevaar in gevaren)
    ook_later = sum(bool(gevaar["zeker"] or gevaar["opnieuw"]) for gevaar in gevaren)
    assert gezien >= 0.90 * len(gevaren), gezien
    assert ook_later >= 0.79 * len(gevaren), ook_later
