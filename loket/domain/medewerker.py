"""Who works at the desk, and whose aanvragen that person may see (omzendbrief 3: each region has a loket)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from loket.domain.begrippen import Regio


class Functie(StrEnum):
    """What someone does at the desk. The operator keeps the service running and reads no aanvraag."""

    MEDEWERKER = "medewerker"
    LEIDING = "leiding"
    BEHEERDER = "beheerder"

    @property
    def naam(self) -> str:
        """The function as people read it."""
        return {
            "medewerker": "medewerker",
            "leiding": "leidinggevende",
            "beheerder": "beheerder",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Medewerker:
    """Someone who is signed in. `regios` is empty for an operator."""

    id: UUID
    naam: str
    functie: Functie
    regios: frozenset[Regio] = frozenset()

    @property
    def leest_inhoud(self) -> bool:
        """Whether this person may read what people wrote."""
        return self.functie is not Functie.BEHEERDER

    @property
    def is_leiding(self) -> bool:
        """Whether this person may see who looked at an aanvraag."""
        return self.functie is Functie.LEIDING

    @property
    def is_beheerder(self) -> bool:
        """Whether this person keeps the service running."""
        return self.functie is Functie.BEHEERDER

    def ziet(self, regio: Regio | None) -> bool:
        """Whether an aanvraag of this region is this person's: the own regions, and the shared queue of
        aanvragen without a region (None)."""
        return self.leest_inhoud and (regio is None or regio in self.regios)
