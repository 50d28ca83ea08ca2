"""A conversation about a list of questions without Rasa: say things, see what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from loket.domain.aanvraag import Antwoorden
from loket.domain.begrippen import Regio
from loket.domain.gesprek import begin, verwerk
from loket.domain.gesprek.stand import Afloop, Bericht, Fase, Lijst, Loketkaart, Omgeving, Richting, Stand
from loket.domain.gesprek.stellen import vraag_nu
from loket.domain.gevaar import Gevaar
from loket.domain.uiting import Uiting
from loket.plaatsen import laad_plaatsen

VANDAAG = date(2026, 3, 2)


def _loket(regio: Regio | None) -> Loketkaart:
    return Loketkaart(regio.naam if regio else "", "Het loket", "03 000 00 00")


OMGEVING = Omgeving(VANDAAG, laad_plaatsen(), _loket, 365)


class Praatje:
    """One conversation. `gezegd` holds what the assistant said in the last turn, the question last."""

    def __init__(
        self, lijst: Lijst = Lijst.AANVRAAG, gezegd: Sequence[str] = (), antwoorden: Antwoorden | None = None
    ) -> None:
        stap = begin(lijst, "0f0e0d0c-0b0a-4908-8706-050403020100", antwoorden or {}, gezegd, OMGEVING)
        self.stand: Stand = stap.stand
        self.onderwerp: str | None = None
        self.gezegd: list[Uiting] = [*stap.zeg, *self._vraag()]

    def zeg(
        self,
        *zinnen: str,
        onderwerp: str | None = None,
        zekerheid: float = 0.0,
        richting: Richting | None = None,
        gevaar: frozenset[Gevaar] | None = None,
        vermoeden: frozenset[Gevaar] = frozenset(),
        onzin: bool = False,
        na_gevaar: int = 0,
        slot: tuple[str | None, float] = (None, 0.0),
        zwak: bool = False,
    ) -> Praatje:
        for zin in zinnen:
            bericht = Bericht(
                zin, onderwerp, zekerheid, richting, gevaar, vermoeden, onzin, na_gevaar, *slot, zwak
            )
            stap = verwerk(self.stand, bericht, OMGEVING)
            self.stand, self.onderwerp = stap.stand, stap.onderwerp
            self.gezegd = [*stap.zeg, *self._vraag()]
        return self

    def _vraag(self) -> list[Uiting]:
        return [] if self.stand.afloop else [vraag_nu(self.stand, OMGEVING)]

    @property
    def tekst(self) -> str:
        return "\n".join(uiting.tekst for uiting in self.gezegd)

    @property
    def knoppen(self) -> tuple[str, ...]:
        return self.gezegd[-1].knoppen

    @property
    def vraag(self) -> str | None:
        return self.stand.huidige

    @property
    def fase(self) -> Fase:
        return self.stand.fase

    @property
    def afloop(self) -> Afloop | None:
        return self.stand.afloop

    def waarde(self, vraag: str) -> object:
        return self.stand.antwoorden[vraag].waarde

    def veld(self, vraag: str, veld: str) -> object:
        waarde = self.waarde(vraag)
        assert isinstance(waarde, dict)
        return waarde[veld]
