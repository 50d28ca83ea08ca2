from __future__ import annotations

import gc
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from loket.domain.onthouden import MEESTE, Onthouden


@given(st.lists(st.text(max_size=5)))
def test_the_outcome_is_what_working_it_out_gives_and_nothing_is_worked_out_twice(teksten: list[str]) -> None:
    onthouden: Onthouden[str] = Onthouden()
    gedaan: Counter[str] = Counter()

    def bereken(tekst: str) -> str:
        gedaan[tekst] += 1
        return tekst[::-1]

    assert [onthouden.van(tekst, bereken) for tekst in teksten] == [tekst[::-1] for tekst in teksten]
    assert all(keer == 1 for keer in gedaan.values())


def test_it_is_bounded_and_forgets_what_was_asked_longest_ago() -> None:
    onthouden: Onthouden[int] = Onthouden()
    for nummer in range(MEESTE):
        onthouden.van(str(nummer), int)
    onthouden.van("0", int)
    onthouden.van("nieuw", lambda _: -1)
    assert onthouden.van("0", lambda _: -2) == 0
    assert onthouden.van("1", lambda _: -2) == -2


def test_no_text_stays_behind() -> None:
    geheim = "mijn stiefvader " + "doet dit elke avond"
    onthouden: Onthouden[int] = Onthouden()
    onthouden.van(geheim, len)
    weg = [vars(onthouden)]
    gezien = []
    while weg:
        for ding in gc.get_referents(weg.pop()):
            if isinstance(ding, str | bytes):
                gezien.append(ding if isinstance(ding, str) else ding.decode("latin-1"))
            elif isinstance(ding, dict | tuple | list):
                weg.append(ding)
    assert gezien
    assert not any("stiefvader" in ding for ding in gezien)
