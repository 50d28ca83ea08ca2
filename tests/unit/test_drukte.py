from __future__ import annotations

import heapq
from contextlib import ExitStack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.drukte import ALTIJD, GEDULD, Druk, Drukte


class Klok:
    def __init__(self) -> None:
        self.nu = 0.0

    def __call__(self) -> float:
        return self.nu


def traag(drukte: Drukte, klok: Klok, seconden: float, keer: int = 100) -> None:
    for _ in range(keer):
        with drukte.beurt():
            klok.nu += seconden


def test_it_learns_how_long_a_turn_takes_and_forgets_it_again() -> None:
    klok = Klok()
    drukte = Drukte(klok)
    traag(drukte, klok, 1.5)
    with drukte.beurt():
        assert drukte.wachttijd == pytest.approx(1.5, rel=0.01)
    traag(drukte, klok, 0.1)
    with drukte.beurt():
        assert drukte.wachttijd == pytest.approx(0.1, rel=0.01)


def test_who_would_wait_too_long_is_refused_and_who_begins_sooner() -> None:
    klok = Klok()
    drukte = Drukte(klok)
    traag(drukte, klok, 1.0)
    with ExitStack() as bezig:
        for _ in range(8):
            bezig.enter_context(drukte.beurt())
        with pytest.raises(Druk):
            drukte.mag(6.0)
        for _ in range(5):
            drukte.mag()
            bezig.enter_context(drukte.beurt())
        with pytest.raises(Druk):
            drukte.mag()
    with drukte.beurt():
        assert drukte.wachttijd < GEDULD


def test_a_few_are_always_taken_however_slow_it_was() -> None:
    klok = Klok()
    drukte = Drukte(klok)
    traag(drukte, klok, 500.0)
    with ExitStack() as bezig:
        for _ in range(ALTIJD):
            bezig.enter_context(drukte.beurt())
        with pytest.raises(Druk):
            drukte.mag()


def test_a_turn_that_failed_makes_room_and_says_nothing_of_the_tempo() -> None:
    klok = Klok()
    drukte = Drukte(klok)

    def mislukt() -> None:
        with drukte.beurt():
            klok.nu += 30.0
            raise OSError("weg")

    for _ in range(50):
        with pytest.raises(OSError, match="weg"):
            mislukt()
    assert drukte.wachttijd == 0
    with drukte.beurt():
        assert drukte.wachttijd == pytest.approx(0.1)


@given(
    per_beurt=st.floats(0.02, 0.5),
    komst=st.lists(st.floats(0, 0.2), min_size=50, max_size=400),
)
def test_nobody_who_is_taken_waits_much_longer_than_the_patience(
    per_beurt: float, komst: list[float]
) -> None:
    """One server, `per_beurt` seconds a turn, first come first served, and people who keep coming."""
    klok = Klok()
    drukte = Drukte(klok)
    traag(drukte, klok, per_beurt)
    klaar: list[tuple[float, int, ExitStack]] = []
    vrij = klok.nu

    def tot(tijd: float) -> None:
        while klaar and klaar[0][0] <= tijd:
            klok.nu, _, beurt = heapq.heappop(klaar)
            beurt.close()
        klok.nu = tijd

    geweigerd = 0
    nu = klok.nu
    for nummer, pauze in enumerate(komst):
        nu += pauze
        tot(nu)
        beurt = ExitStack()
        try:
            drukte.mag()
        except Druk:
            geweigerd += 1
            continue
        beurt.enter_context(drukte.beurt())
        vrij = max(vrij, nu) + per_beurt
        assert vrij - nu <= GEDULD * 1.1 + ALTIJD * per_beurt
        heapq.heappush(klaar, (vrij, nummer, beurt))
    assert geweigerd == 0 or per_beurt * len(komst) > GEDULD
    tot(vrij + 1)
    assert drukte.wachttijd == 0
