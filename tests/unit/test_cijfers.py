from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.cijfers import MINSTENS, maak_tabel, mediaan

tellingen = st.integers(1, 6).flatmap(
    lambda breed: st.lists(
        st.lists(st.integers(0, 12), min_size=breed, max_size=breed), min_size=1, max_size=7
    )
)


def _tabel(telling: list[list[int]]):  # type: ignore[no-untyped-def]
    return maak_tabel(
        "t", [f"r{i}" for i in range(len(telling))], [f"k{i}" for i in range(len(telling[0]))], telling
    )


@pytest.mark.parametrize(
    ("telling", "cellen"),
    [
        ([[10, 20], [30, 40]], ((10, 20, 30), (30, 40, 70), (40, 60, 100))),
        # One small number: its row, its column and the cell across are hidden with it.
        ([[2, 20], [30, 40]], ((None, None, 22), (None, None, 70), (32, 60, 92))),
        # Nobody at all is no secret.
        ([[0, 0], [30, 40]], ((0, 0, 0), (30, 40, 70), (30, 40, 70))),
        # But no one in one of two is: it says that all are in the other.
        ([[0, 9], [30, 40]], ((None, None, 9), (None, None, 70), (30, 49, 79))),
        ([[1, 1]], ((None, None, None), (None, None, None))),
        ([[0]], ((0, 0), (0, 0))),
    ],
)
def test_what_is_hidden(telling: list[list[int]], cellen: tuple[tuple[int | None, ...], ...]) -> None:
    assert _tabel(telling).cellen == cellen


@given(tellingen)
def test_no_small_number_is_shown_and_none_is_the_difference_of_what_is_shown(
    telling: list[list[int]],
) -> None:
    tabel = _tabel(telling)
    vol = [[*rij, sum(rij)] for rij in telling]
    vol.append([sum(kolom) for kolom in zip(*vol, strict=True)])
    for rij, echt in zip(tabel.cellen, vol, strict=True):
        for cel, waarde in zip(rij, echt, strict=True):
            assert cel is None or cel == waarde
            assert cel is None or cel == 0 or cel >= MINSTENS
    for lijn in (*tabel.cellen, *zip(*tabel.cellen, strict=True)):
        assert sum(cel is None for cel in lijn) != 1


@given(tellingen)
def test_no_hidden_number_follows_from_all_that_is_shown(telling: list[list[int]]) -> None:
    """Linear algebra: every row and column is an equation, every hidden cell an unknown."""
    cellen = _tabel(telling).cellen
    onbekend = [(r, k) for r, rij in enumerate(cellen) for k, cel in enumerate(rij) if cel is None]
    lijnen = [[(r, k) for k in range(len(cellen[0]))] for r in range(len(cellen))]
    lijnen += [[(r, k) for r in range(len(cellen))] for k in range(len(cellen[0]))]
    stelsel = np.array(
        [[(1 if plek != lijn[-1] else -1) * (plek in lijn) for plek in onbekend] for lijn in lijnen], float
    )
    if not onbekend:
        return
    rang = np.linalg.matrix_rank(stelsel)
    for nummer in range(len(onbekend)):
        met = np.vstack([stelsel, np.eye(len(onbekend))[nummer]])
        assert np.linalg.matrix_rank(met) == rang + 1, f"{onbekend[nummer]} follows from the rest"


@given(st.lists(st.integers(0, 400), max_size=30))
def test_the_median_stands_in_the_middle_and_needs_enough_people(waarden: list[int]) -> None:
    midden = mediaan(waarden)
    if len(waarden) < MINSTENS:
        assert midden is None
    else:
        assert midden is not None
        assert sum(w < midden for w in waarden) <= len(waarden) / 2
        assert sum(w > midden for w in waarden) <= len(waarden) / 2
        assert all(a <= b for a, b in pairwise(sorted(waarden)))


def test_counts_of_another_shape_are_refused() -> None:
    with pytest.raises(ValueError, match="passen niet"):
        maak_tabel("t", ["a"], ["k"], [[1, 2]])
