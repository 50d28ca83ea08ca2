"""Short everyday answers in a dialogue: none is asked about as danger, and no danger hides among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.nlu.gevaar import Gevaarherkenner
from bot.nlu.proef import config_van
from loket.domain.lezen.alledaags import is_alledaags

CONFIG = config_van("bot.nlu.gevaar.Gevaarherkenner")
REGELS = Path(__file__).with_name("alledaags.txt").read_text(encoding="utf-8").splitlines()
ANTWOORDEN = [regel for regel in REGELS if regel.strip() and not regel.startswith("#")]


@pytest.mark.parametrize("vorm", [str, str.capitalize, "{}.".format, "{} ...".format])
def test_none_is_asked_about(herkenner: Gevaarherkenner, vorm: object) -> None:
    assert callable(vorm)
    gevraagd = [
        tekst for tekst in map(vorm, ANTWOORDEN) if herkenner.oordeel(tekst).kans >= CONFIG["vermoeden"]
    ]
    assert len(ANTWOORDEN) > 200
    assert not gevraagd


@pytest.mark.parametrize(
    "tekst",
    [
        "ik wil niet meer",
        "ik wil stoppen met leven",
        "ik kan niet meer",
        "ik ben er straks niet meer",
        "het is genoeg geweest voor mij",
        "ja hij slaat mij",
        "nee ik wil dood",
        "ik wil weg",
        "ik ga weg van hier voor altijd",
        "niemand zal mij missen",
        "zeg het aan niemand",
        "stop",
        "einde",
        "",
        "goh " * 100,
    ],
)
def test_what_may_mean_more_is_no_everyday_answer(tekst: str) -> None:
    assert not is_alledaags(tekst)
