"""The rules' own sentences through both stages: likeness must not talk a rule out of a danger it saw."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.nlu.gevaar import Gevaarherkenner
from bot.nlu.proef import config_van
from loket.domain.gevaar import vind_gevaar

CONFIG = config_van("bot.nlu.gevaar.Gevaarherkenner")
BIJ_DE_REGELS = Path(__file__).parents[1] / "unit" / "gevaar"


def zinnen(bestand: str) -> list[str]:
    regels = (BIJ_DE_REGELS / bestand).read_text(encoding="utf-8").splitlines()
    gevuld = [regel for regel in regels if regel.strip() and not regel.startswith("#")]
    return [regel.partition("|")[0].strip().replace("\\u200b", "\u200b") for regel in gevuld]


def test_what_the_rules_must_see_is_answered_or_asked_about(herkenner: Gevaarherkenner) -> None:
    gezien = [tekst for tekst in zinnen("wel.txt") if vind_gevaar(tekst)]
    gemist = [tekst for tekst in gezien if herkenner.oordeel(tekst).kans < CONFIG["vermoeden"]]
    assert len(gezien) > 400
    assert not gemist


def test_what_the_rules_let_be_is_seldom_taken_for_danger(herkenner: Gevaarherkenner) -> None:
    kansen = {tekst: herkenner.oordeel(tekst).kans for tekst in zinnen("niet.txt")}
    zeker = [tekst for tekst, kans in kansen.items() if kans >= CONFIG["zeker"]]
    gevraagd = [tekst for tekst, kans in kansen.items() if kans >= CONFIG["vermoeden"]]
    assert len(zeker) <= 0.025 * len(kansen), zeker
    assert len(gevraagd) <= 0.16 * len(kansen), gevraagd


@pytest.mark.parametrize("bestand", ["wel.txt", "niet.txt"])
def test_there_are_hundreds_of_them(bestand: str) -> None:
    assert len(zinnen(bestand)) > 400


@pytest.mark.parametrize(
    "tekst", ["ni echt", "liever niet", "ja maar nee", "kweet ni", "en voor bemiddeling?", "meer"]
)
def test_a_bare_answer_is_not_asked_about(herkenner: Gevaarherkenner, tekst: str) -> None:
    assert herkenner.oordeel(tekst).kans == 0


def test_an_answer_that_tells_more_is_looked_at(herkenner: Gevaarherkenner) -> None:
    assert (
        herkenner.oordeel("nee hij slaat mij niet meer, hij snijdt nu zichzelf").kans >= CONFIG["vermoeden"]
    )
