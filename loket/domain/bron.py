"""Source references: which text says so, and where in it."""

from __future__ import annotations

from dataclasses import dataclass

WERKEN = {
    "D": "draaiboek",
    "O": "omzendbrief",
    "C": "campagne Mijn jeugdhulp",
    "L": "lidmaatschap en erkenning",
    "V": "visie van het Cliëntenforum",
    "A": "over deze assistent",
}
"""The five texts that the answers rest on, and what the assistant says about itself, by letter."""


@dataclass(frozen=True, slots=True, order=True)
class Bron:
    """A place in one of the texts, such as draaiboek 2.2. `punt` may be empty: the whole text."""

    werk: str
    punt: str = ""

    def __str__(self) -> str:
        """As people read it: "draaiboek, 2.2"."""
        return f"{WERKEN[self.werk]}, {self.punt}" if self.punt else WERKEN[self.werk]


def lees_bron(tekst: str) -> Bron:
    """Read a short reference such as "D 2.2.4" or "V"; ValueError when the text is not known."""
    werk, _, punt = tekst.strip().partition(" ")
    if werk not in WERKEN:
        raise ValueError(f"onbekende bron {tekst!r}; bekend zijn {', '.join(WERKEN)}")
    return Bron(werk, punt.strip())


def bronregel(bronnen: tuple[Bron, ...]) -> str:
    """The small line under an answer: "Bron: draaiboek, 2.2 en 6.1 · omzendbrief, 1.4"."""
    per_werk: dict[str, list[str]] = {}
    for bron in sorted(set(bronnen)):
        per_werk.setdefault(WERKEN[bron.werk], []).extend([bron.punt] if bron.punt else [])
    delen = [f"{werk}, {' en '.join(punten)}" if punten else werk for werk, punten in per_werk.items()]
    return "Bron: " + " · ".join(delen) if delen else ""
