"""Charts as SVG, made on the server: horizontal bars with their values in text. A table stands beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

_BREED, _NAAM, _RIJ, _BALK = 520, 205, 34, 20
_RUIMTE = 70  # for the value behind the longest bar


@dataclass(frozen=True, slots=True)
class Balk:
    """One bar. `waarde` is None when the number is too small to tell; `tekst` is what stands behind it."""

    naam: str
    waarde: float | None
    tekst: str


def balken(titel: str, reeks: Sequence[Balk]) -> Markup:
    """The bars below each other; the longest fills the width. `titel` is the name for a screen reader."""
    hoogste = max((balk.waarde or 0 for balk in reeks), default=0) or 1
    hoog = _RIJ * len(reeks) + 6
    delen = [f'<svg class="chart" viewBox="0 0 {_BREED} {hoog}" role="img" aria-label="{escape(titel)}">']
    delen.append(f'<line x1="{_NAAM}" y1="0" x2="{_NAAM}" y2="{hoog}"/>')
    for nummer, balk in enumerate(reeks):
        boven = _RIJ * nummer + (_RIJ - _BALK) / 2 + 3
        midden = boven + _BALK / 2 + 5
        breed = 26.0 if balk.waarde is None else (_BREED - _NAAM - _RUIMTE) * balk.waarde / hoogste
        soort = ' class="few"' if balk.waarde is None else ""
        delen.append(
            f'<text x="{_NAAM - 8}" y="{midden:g}" text-anchor="end">{escape(_kort(balk.naam))}</text>'
            f'<rect{soort} x="{_NAAM + 1}" y="{boven:g}" width="{breed:.1f}" height="{_BALK}" rx="3"/>'
            f'<text class="value" x="{_NAAM + breed + 9:.1f}" y="{midden:g}">{escape(balk.tekst)}</text>'
        )
    delen.append("</svg>")
    return Markup("".join(delen))  # noqa: S704 - every text above is escaped


def _kort(naam: str) -> str:
    return naam if len(naam) <= 24 else naam[:23].rstrip() + "…"
