"""How long the roads to an aanvraag are: turns of the person and characters typed, shortest and complete.

`make bench-wegen`. Counted on the questions themselves (`loket/domain/gesprek/`), so it is exact and
needs no running service. Pressing a button counts as a turn without typing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from loket.domain.begrippen import Instrument, Regio
from loket.domain.gesprek import begin, verwerk
from loket.domain.gesprek.knoppen import AKKOORD, GENOEG, VERSTUREN
from loket.domain.gesprek.stand import Afloop, Bericht, Fase, Lijst, Loketkaart, Omgeving, Stand
from loket.domain.gesprek.stellen import vraag_nu
from loket.plaatsen import laad_plaatsen

GETYPT = {
    "verblijf": "2100",
    "bereik": "0470123456",
    "wie_niet": "mijn stiefvader",
    "wanneer": "na vier uur",
    "verhaal": "Mijn begeleidster beslist alles zonder mij en ik wil niet meer met haar praten.",
    "leeftijd": "15",
}
EIGEN_WOORDEN = "een paar woorden van mezelf"


@dataclass
class Weg:
    """The length of a road."""

    beurten: int = 0
    getypt: int = 0

    def druk(self) -> None:
        self.beurten += 1

    def typ(self, tekst: str) -> None:
        self.beurten += 1
        self.getypt += len(tekst)


def loop(instrument: Instrument, volledig: bool) -> Weg:
    """From "Aanvraag doen" to the number; buttons where there are any, else typed words."""
    omgeving = Omgeving(datetime.now(UTC).date(), laad_plaatsen(), _kaart, 365)
    weg = Weg()
    weg.druk()  # Ik ben een jongere
    weg.druk()  # Aanvraag cliëntoverleg / bemiddeling
    stand = begin(Lijst.AANVRAAG, "bench", {}, [f"Aanvraag {instrument.naam}"], omgeving).stand
    stand = _zeg(stand, "Ik ben een jongere", omgeving)  # known from the greeting: no turn of its own
    while stand.afloop is None:
        knoppen = vraag_nu(stand, omgeving).knoppen
        if stand.fase is Fase.OVERZICHT:
            zin, knop = VERSTUREN, True
        elif stand.fase is Fase.TOESTEMMING:
            zin, knop = AKKOORD, True
        elif GENOEG in knoppen and not volledig:
            zin, knop = GENOEG, True
        elif stand.huidige in GETYPT:
            zin, knop = GETYPT[stand.huidige], False
        elif "Ja" in knoppen:
            zin, knop = "Ja", True
        elif knoppen[0] not in ("Sla over", "Weet ik niet"):
            zin, knop = knoppen[0], True
        else:
            zin, knop = EIGEN_WOORDEN, False
        weg.druk() if knop else weg.typ(zin)
        stand = _zeg(stand, zin, omgeving)
    assert stand.afloop is Afloop.VERSTUREN
    return weg


def _zeg(stand: Stand, zin: str, omgeving: Omgeving) -> Stand:
    return verwerk(stand, Bericht(zin), omgeving).stand


def _kaart(_regio: Regio | None) -> Loketkaart:
    return Loketkaart("", "", "")


def regels() -> Iterable[str]:
    """A Markdown table."""
    yield "| aanvraag | weg | beurten | getypte tekens |"
    yield "|---|---|---|---|"
    for instrument in Instrument:
        for volledig in (False, True):
            weg = loop(instrument, volledig)
            naam = "volledig" if volledig else "kortst"
            yield f"| {instrument.naam} | {naam} | {weg.beurten} | {weg.getypt} |"


if __name__ == "__main__":
    print("\n".join(regels()))
