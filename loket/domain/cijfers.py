"""Figures that lead back to nobody: counts in tables in which small numbers cannot be seen or worked out.

Where few people are behind a number, the number says something about them. So a count below `MINSTENS` is
hidden; and because rows and columns have totals, another count is hidden beside it wherever subtraction would
bring it back. The lokets register anonymously and report each year (draaiboek 6.1.3).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

MINSTENS = 5
"""Counts below this are hidden."""
VERBORGEN = "verborgen"
"""What stands in the place of a hidden count: it may be a larger one too."""


@dataclass(frozen=True, slots=True)
class Tabel:
    """Counts by row and column with totals; None is hidden. `cellen` has a row for each of `rijen`, then one
    with the totals; each has a number for each of `kolommen`, then the row's total."""

    titel: str
    rijen: tuple[str, ...]
    kolommen: tuple[str, ...]
    cellen: tuple[tuple[int | None, ...], ...]

    @property
    def totalen(self) -> tuple[int | None, ...]:
        """The total of each row."""
        return tuple(rij[-1] for rij in self.cellen[:-1])


def maak_tabel(
    titel: str, rijen: Sequence[str], kolommen: Sequence[str], telling: Sequence[Sequence[int]]
) -> Tabel:
    """The table of these counts, with totals, and with the small numbers hidden.

    Raises ValueError when the counts do not have the shape of rows and columns.
    """
    if len(telling) != len(rijen) or any(len(rij) != len(kolommen) for rij in telling):
        raise ValueError("de aantallen passen niet bij de rijen en kolommen")
    vol = [[*rij, sum(rij)] for rij in telling]
    vol.append([sum(kolom) for kolom in zip(*vol, strict=True)] if vol else [0] * (len(kolommen) + 1))
    dicht = _verberg(vol)
    return Tabel(
        titel,
        tuple(rijen),
        tuple(kolommen),
        tuple(
            tuple(None if dicht[r][k] else waarde for k, waarde in enumerate(rij))
            for r, rij in enumerate(vol)
        ),
    )


def _verberg(vol: list[list[int]]) -> list[list[bool]]:
    """Which cells are hidden. Row and column of all zeros stay: nobody is behind them."""
    leeg_rij = [not any(rij) for rij in vol]
    leeg_kolom = [not any(kolom) for kolom in zip(*vol, strict=True)]

    def open_(r: int, k: int) -> bool:
        return leeg_rij[r] or leeg_kolom[k]

    dicht = [
        [waarde < MINSTENS and not open_(r, k) for k, waarde in enumerate(rij)] for r, rij in enumerate(vol)
    ]
    plekken = [(r, k) for r in range(len(vol)) for k in range(len(vol[0])) if not open_(r, k)]
    for _ in plekken:  # each round hides one more, so this ends
        over = _ernaast(dicht, plekken)
        if not over:
            break
        r, k = min(over, key=lambda plek: (vol[plek[0]][plek[1]], plek))
        dicht[r][k] = True
    return dicht


def _ernaast(dicht: list[list[bool]], plekken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The cells of which one must be hidden too; none when no hidden cell follows from what is shown."""
    verborgen = [(r, k) for r, k in plekken if dicht[r][k]]
    vrij = [(r, k) for r, k in plekken if not dicht[r][k]]
    for as_ in (0, 1):  # one hidden in a row or column is the difference of the rest
        aantal = Counter(plek[as_] for plek in verborgen)
        for lijn, keer in aantal.items():
            if keer == 1:
                return [plek for plek in vrij if plek[as_] == lijn]
    for r, k in verborgen:
        rijen, kolommen = _verbonden(dicht, r, k)
        if k not in kolommen:
            # a cell between this side and the other closes a circle through the one that can be found
            return [(r2, k2) for r2, k2 in vrij if (r2 in rijen) != (k2 in kolommen)]
    return []


def _verbonden(dicht: list[list[bool]], rij: int, kolom: int) -> tuple[set[int], set[int]]:
    """The rows and columns that hidden cells connect with this row, the cell itself left out.

    Every row and column, with its total, is an equation. Seen as a graph of rows and columns with an edge for
    each hidden cell, a cell follows from the others exactly when its edge lies on no circle.
    """
    rijen, kolommen, nieuw = {rij}, set[int](), [rij]
    while nieuw:
        r = nieuw.pop()
        for k, weg in enumerate(dicht[r]):
            if not weg or k in kolommen or (r, k) == (rij, kolom):
                continue
            kolommen.add(k)
            for r2, andere in enumerate(dicht):
                if andere[k] and r2 not in rijen and (r2, k) != (rij, kolom):
                    rijen.add(r2)
                    nieuw.append(r2)
    return rijen, kolommen


def mediaan(waarden: Sequence[int]) -> float | None:
    """The middle value; None when fewer than `MINSTENS` are known."""
    if len(waarden) < MINSTENS:
        return None
    rij = sorted(waarden)
    midden = len(rij) // 2
    return float(rij[midden]) if len(rij) % 2 else (rij[midden - 1] + rij[midden]) / 2
