"""Measure a text by hand: `python -m loket.leesbaarheid < tekst.txt`, or with `hulpverlener` after it."""

from __future__ import annotations

import sys

from loket.leesbaarheid import Publiek, beoordeel


def main() -> int:
    """Read a text from standard input and print what it measures; 1 when something is too hard."""
    oordeel = beoordeel(sys.stdin.read(), Publiek(sys.argv[1]) if len(sys.argv) > 1 else Publiek.IEDEREEN)
    print(
        f"{oordeel.zinnen} zinnen, {oordeel.woorden} woorden, {oordeel.woorden_per_zin:.1f} woorden per zin, "
        f"Flesch-Douma {oordeel.flesch:.0f}"
    )
    for bevinding in oordeel.bevindingen:
        print(f"- {bevinding.melding}" + (f"\n    {bevinding.fragment}" if bevinding.fragment else ""))
    return 1 if oordeel.bevindingen else 0


if __name__ == "__main__":
    sys.exit(main())
