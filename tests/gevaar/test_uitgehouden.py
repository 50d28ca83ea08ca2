"""Danger on sentences that nothing was built on: how much is seen, how much is seen too often.

The message of a failure gives numbers only: the sentences stay unread, or they would measure nothing more.
"""

from __future__ import annotations

import pytest

from bench.gevaar import UITGEHOUDEN, deel, juiste_soort, oordelen, vanaf
from bot.nlu.gevaar import ZINNEN, Gevaarherkenner, Oordeel, Zin, lees_zinnen
from bot.nlu.proef import config_van
from loket.domain.gevaar import Gevaar

HELD_OUT = lees_zinnen(UITGEHOUDEN)
CONFIG = config_van("bot.nlu.gevaar.Gevaarherkenner")

# As measured, a little below; docs/gevaar.md has the figures and the aim.
GEZIEN, ZEKER_GEZIEN = 0.979, 0.825
VALS, ZEKER_VALS = 0.16, 0.015
JUISTE_SOORT = 0.87


@pytest.fixture(scope="module")
def geoordeeld(herkenner: Gevaarherkenner) -> list[tuple[Zin, Oordeel]]:
    return oordelen(HELD_OUT, herkenner.oordeel)


def test_the_held_out_set_is_large_and_apart() -> None:
    gevaar = [zin for zin in HELD_OUT if zin.soorten]
    geleerd = {zin.tekst for bestand in ZINNEN.glob("*.csv") for zin in lees_zinnen(bestand)}
    assert len(gevaar) >= 300
    assert len(HELD_OUT) - len(gevaar) >= 300
    assert len({zin.taal for zin in gevaar}) >= 9
    assert {soort for zin in gevaar for soort in zin.soorten} == set(Gevaar)
    assert not {zin.tekst for zin in HELD_OUT} & geleerd


@pytest.mark.parametrize(("drempel", "minstens"), [("vermoeden", GEZIEN), ("zeker", ZEKER_GEZIEN)])
def test_danger_is_seen(geoordeeld: list[tuple[Zin, Oordeel]], drempel: str, minstens: float) -> None:
    gezien, alle = deel(vanaf(geoordeeld, CONFIG[drempel]), gevaar=True)
    assert gezien / alle >= minstens, f"seen {gezien} of {alle}: {gezien / alle:.3f}"


@pytest.mark.parametrize(("drempel", "hoogstens"), [("vermoeden", VALS), ("zeker", ZEKER_VALS)])
def test_near_misses_are_let_be(
    geoordeeld: list[tuple[Zin, Oordeel]], drempel: str, hoogstens: float
) -> None:
    vals, alle = deel(vanaf(geoordeeld, CONFIG[drempel]), gevaar=False)
    assert vals / alle <= hoogstens, f"false alarms {vals} of {alle}: {vals / alle:.3f}"


@pytest.mark.parametrize("gevaar", Gevaar)
def test_every_kind_is_seen_as_what_it_is(geoordeeld: list[tuple[Zin, Oordeel]], gevaar: Gevaar) -> None:
    juist, alle = juiste_soort(vanaf(geoordeeld, CONFIG["vermoeden"]), gevaar)
    assert juist / alle >= JUISTE_SOORT, f"{gevaar}: {juist} of {alle}: {juist / alle:.3f}"
