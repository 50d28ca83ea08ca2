"""Tables of cases in plain text: one case a line, `#` for remarks, columns between " | "."""

from __future__ import annotations

from pathlib import Path


def lees_tabel(bestand: Path) -> list[tuple[str, ...]]:
    regels = (regel for regel in bestand.read_text(encoding="utf-8").splitlines() if regel.strip())
    rijen = [
        tuple(veld.strip() for veld in regel.split("|")) for regel in regels if not regel.startswith("#")
    ]
    assert rijen, bestand
    return rijen
