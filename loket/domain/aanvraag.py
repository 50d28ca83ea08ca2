"""The aanvraag: what a person asked for, as the person read and confirmed it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from loket.domain.begrippen import Aanvraagsoort, JsonWaarde, Regio, Rol


class Status(StrEnum):
    """How a question was answered; "weet ik niet" and "sla over" are answers too."""

    GEGEVEN = "gegeven"
    WEET_NIET = "weet_niet"
    OVERGESLAGEN = "overgeslagen"


@dataclass(frozen=True, slots=True)
class Antwoord:
    """One answer: the person's own words (`tekst`, verbatim) and what was read in them (`waarde`)."""

    status: Status
    tekst: str = ""
    waarde: JsonWaarde = None


def is_voorlopig(antwoord: Antwoord) -> bool:
    """Whether this was read in what somebody told, and may not be all: the question is asked all the same."""
    return isinstance(antwoord.waarde, dict) and antwoord.waarde.get("voorlopig") is True


def gelezen_woorden(antwoord: Antwoord) -> str | None:
    """What was read, in words, where that is kept beside the person's own; None where it is not."""
    woorden = antwoord.waarde.get("leesbaar") if isinstance(antwoord.waarde, dict) else None
    return woorden if isinstance(woorden, str) else None


Antwoorden = Mapping[str, Antwoord]
"""Answers by question id."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One line of an overview: a label and the answer as people read it (may hold line breaks)."""

    label: str
    antwoord: str


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A part of the overview. `belangrijk` is shown first and loud: the rules for safe contact."""

    titel: str
    regels: tuple[Regel, ...]
    belangrijk: bool = False


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """A completed aanvraag (draaiboek 2.3 and 3, omzendbrief 2.4), ready to be recorded.

    `id` is made when the form starts and is the idempotency key: recording the same id twice makes
    one aanvraag. `regio` is None when the loket is unknown: then a person's queue gets it; it is always
    None for a soort without an instrument, which goes to the Cliëntenforum.
    `onderdelen` is the snapshot of what the person read before agreeing (questions and advice
    included); `antwoorden` is the same in structured form. `bevestiging_naar` is set only when the
    asker gave an e-mail address and said that mail there is safe.
    """

    id: UUID
    soort: Aanvraagsoort
    rol: Rol
    regio: Regio | None
    kort: bool
    antwoorden: Antwoorden
    onderdelen: tuple[Onderdeel, ...]
    toestemming_op: datetime
    bevestiging_naar: str | None = None

    @property
    def regionaam(self) -> str | None:
        """The region as people read it, also when it is not known yet; None where no region applies."""
        if self.soort.instrument is None:
            return None
        return self.regio.naam if self.regio else "nog niet bekend"
