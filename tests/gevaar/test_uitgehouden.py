"""Danger on sentences that nothing was built on: how much is seen, how much is seen too often.

A failure gives numbers and rows only: the sentences stay unread, or they would measure nothing more. Pytest
shows what a failing test was given and compared, so what holds sentences shows none.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import pytest

from bench.gevaar import UITGEHOUDEN, deel, juiste_soort, oordelen, vanaf
from bot.nlu.gevaar import ZINNEN, Gevaarherkenner, Oordeel, Zin, lees_zinnen
from bot.nlu.proef import config_van
from loket.domain.gevaar import Gevaar

T = TypeVar("T")


class Ongelezen(list[T]):
    """A list that does not show what is in it."""

    def __repr__(self) -> str:
        return f"<{len(self)} unread>"


HELD_OUT = Ongelezen(lees_zinnen(UITGEHOUDEN))
CONFIG = config_van("bot.nlu.gevaar.Gevaarherkenner")

# As measured, a little below; docs/gevaar.md has the figures and the aim.
GEZIEN, ZEKER_GEZIEN = 0.979, 0.81
VALS, ZEKER_VALS = 0.163, 0.01
JUISTE_SOORT = 0.87


@pytest.fixture(scope="module")
def geoordeeld(herkenner: Gevaarherkenner) -> Ongelezen[tuple[Zin, Oordeel]]:
    return Ongelezen(oordelen(HELD_OUT, herkenner.oordeel))


def rijen(nummers: Iterable[int]) -> str:
    """The rows of the file, as an editor counts them: the first sentence stands on row 2."""
    return "rows " + ", ".join(str(nummer + 2) for nummer in nummers)


def test_the_held_out_set_is_large_and_apart() -> None:
    gevaar = Ongelezen(zin for zin in HELD_OUT if zin.soorten)
    geleerd = {zin.tekst for bestand in ZINNEN.glob("*.csv") for zin in lees_zinnen(bestand)}
    dubbel = [nummer for nummer, zin in enumerate(HELD_OUT) if zin.tekst in geleerd]
    aantallen = (len(gevaar), len(HELD_OUT) - len(gevaar))
    talen, soorten = {zin.taal for zin in gevaar}, {soort for zin in gevaar for soort in zin.soorten}
    assert min(aantallen) >= 300
    assert len(talen) >= 9
    assert soorten == set(Gevaar)
    assert not dubbel, f"learnt from: {rijen(dubbel)}"


def test_no_failure_can_show_a_sentence(geoordeeld: Ongelezen[tuple[Zin, Oordeel]]) -> None:
    getoond = repr((HELD_OUT, geoordeeld)) + rijen(range(len(HELD_OUT)))
    gelezen = [nummer for nummer, zin in enumerate(HELD_OUT) if zin.tekst in getoond]
    assert not gelezen, rijen(gelezen)


@pytest.mark.parametrize(("drempel", "minstens"), [("vermoeden", GEZIEN), ("zeker", ZEKER_GEZIEN)])
def test_danger_is_seen(geoordeeld: Ongelezen[tuple[Zin, Oordeel]], drempel: str, minstens: float) -> None:
    gezien, alle = deel(vanaf(geoordeeld, CONFIG[drempel]), gevaar=True)
    gemist = [n for n, (zin, o) in enumerate(geoordeeld) if zin.soorten and o.kans < CONFIG[drempel]]
    assert gezien / alle >= minstens, f"seen {gezien} of {alle}: {gezien / alle:.3f}; not: {rijen(gemist)}"


@pytest.mark.parametrize(("drempel", "hoogstens"), [("vermoeden", VALS), ("zeker", ZEKER_VALS)])
def test_near_misses_are_let_be(
    geoordeeld: Ongelezen[tuple[Zin, Oordeel]], drempel: str, hoogstens: float
) -> None:
    vals, alle = deel(vanaf(geoordeeld, CONFIG[drempel]), gevaar=False)
    alarm = [n for n, (zin, o) in enumerate(geoordeeld) if not zin.soorten and o.kans >= CONFIG[drempel]]
    assert vals / alle <= hoogstens, f"false alarms {vals} of {alle}: {vals / alle:.3f}; {rijen(alarm)}"


@pytest.mark.parametrize("gevaar", Gevaar)
def test_every_kind_is_seen_as_what_it_is(geoordeeld: Ongelezen[tuple[Zin, Oordeel]], gevaar: Gevaar) -> None:
    juist, alle = juiste_soort(vanaf(geoordeeld, CONFIG["vermoeden"]), gevaar)
    assert juist / alle >= JUISTE_SOORT, f"{gevaar}: {juist} of {alle}: {juist / alle:.3f}"
