"""Danger: recall and false alarms per kind and language, and milliseconds a message.

Run from the project root: `python -m bench.gevaar [ontwikkeling|uitgehouden]`. Prints numbers, no sentences.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence

from loket.domain.gevaar import Gevaar, vind_gevaar
from tests.gevaar.zinnen import Zin, lees_zinnen


def _regel(naam: str, deel: Sequence[bool]) -> None:
    if deel:
        print(f"  {naam:<18} {sum(deel):>4} of {len(deel):>4}   {sum(deel) / len(deel):.3f}")


def main(naam: str) -> None:
    """Measure one set and print it."""
    zinnen = lees_zinnen(naam)
    begin = time.process_time()
    gevonden: list[tuple[Zin, frozenset[Gevaar]]] = [(zin, vind_gevaar(zin.tekst)) for zin in zinnen]
    duur = time.process_time() - begin
    print(f"{naam}: {len(zinnen)} sentences, {1000 * duur / len(zinnen):.2f} ms of processor time a message")
    print("Seen as danger")
    _regel("all", [bool(uit) for zin, uit in gevonden if zin.soorten])
    for taal in sorted({zin.taal for zin in zinnen}):
        _regel(taal, [bool(uit) for zin, uit in gevonden if zin.soorten and zin.taal == taal])
    print("Seen as this kind (sentences of this kind alone)")
    for gevaar in Gevaar:
        _regel(gevaar, [gevaar in uit for zin, uit in gevonden if zin.soorten == {gevaar}])
    print("False alarms")
    _regel("all", [bool(uit) for zin, uit in gevonden if not zin.soorten])
    for taal in sorted({zin.taal for zin in zinnen}):
        _regel(taal, [bool(uit) for zin, uit in gevonden if not zin.soorten and zin.taal == taal])
    for gevaar in Gevaar:
        _regel(gevaar, [gevaar in uit for zin, uit in gevonden if not zin.soorten])


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "uitgehouden")
