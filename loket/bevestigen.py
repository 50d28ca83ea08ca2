"""Asking at a terminal whether something may really be done."""

from __future__ import annotations

import sys
from collections.abc import Callable

WIE = "opdrachtregel"
"""Who the audit names for what is done at a terminal."""


def zeker(zin: str, vraag: Callable[[str], str], *, ja: bool) -> bool:
    """Whether the person typed "ja" (or gave `ja` beforehand). Says so when nothing is done."""
    try:
        mag = ja or vraag(f"{zin} Typ ja: ").strip().lower() == "ja"
    except EOFError:
        mag = False
    if not mag:
        print("Er is niets gedaan.", file=sys.stderr)
    return mag
