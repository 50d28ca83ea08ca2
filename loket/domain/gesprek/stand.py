"""The state of a conversation about a list of questions, and what goes in and out of a step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from loket.domain.aanvraag import Antwoord
from loket.domain.begrippen import Regio
from loket.domain.gevaar import Gevaar
from loket.domain.lezen.namen import Genoemd, niets_genoemd
from loket.domain.routing import Plaatsen
from loket.domain.uiting import Uiting
from loket.domain.vragen.aanvraag import AANVRAAG_VRAGEN
from loket.domain.vragen.advies import ADVIES_VRAGEN
from loket.domain.vragen.erkenning import ERKENNING_VRAGEN
from loket.domain.vragen.lidmaatschap import LIDMAATSCHAP_VRAGEN
from loket.domain.vragen.opvolging import (
    INTREKKEN_VRAGEN,
    LOKETANTWOORD_VRAGEN,
    LOKETVRAAG_VRAGEN,
    OORDEEL_VRAGEN,
    OPVOLGING_VRAGEN,
)
from loket.domain.vragen.vraag import Vraag


class Lijst(StrEnum):
    """The lists of questions. Each is a form of its own."""

    ADVIES = "advies"
    AANVRAAG = "aanvraag"
    LIDMAATSCHAP = "lidmaatschap"
    ERKENNING = "erkenning"
    OPVOLGING = "opvolging"
    INTREKKEN = "intrekken"
    LOKETVRAAG = "loketvraag"
    LOKETANTWOORD = "loketantwoord"
    OORDEEL = "oordeel"


VRAGEN: Mapping[Lijst, tuple[Vraag, ...]] = {
    Lijst.ADVIES: ADVIES_VRAGEN,
    Lijst.AANVRAAG: AANVRAAG_VRAGEN,
    Lijst.LIDMAATSCHAP: LIDMAATSCHAP_VRAGEN,
    Lijst.ERKENNING: ERKENNING_VRAGEN,
    Lijst.OPVOLGING: OPVOLGING_VRAGEN,
    Lijst.INTREKKEN: INTREKKEN_VRAGEN,
    Lijst.LOKETVRAAG: LOKETVRAAG_VRAGEN,
    Lijst.LOKETANTWOORD: LOKETANTWOORD_VRAGEN,
    Lijst.OORDEEL: OORDEEL_VRAGEN,
}

LEZER: Mapping[Lijst, str] = {Lijst.AANVRAAG: "het loket", Lijst.LIDMAATSCHAP: "het Cliëntenforum"}
"""The lists whose answers are sent, and who reads them; the others end in an outcome that is told."""

FORUM = frozenset({Lijst.LIDMAATSCHAP, Lijst.ERKENNING})
"""The lists about the Cliëntenforum."""
SAMEN = frozenset({Lijst.ADVIES, Lijst.AANVRAAG})
"""The lists about one situation: going from one to the other takes the answers along."""


class Fase(StrEnum):
    """Where in the conversation we are."""

    VRAGEN = "vragen"
    OVERZICHT = "overzicht"
    WIJZIGEN = "wijzigen"
    TOESTEMMING = "toestemming"
    STOPPEN = "stoppen"
    WISSEN = "wissen"


class Afloop(StrEnum):
    """How it ended; `VERSTUREN` asks the caller to record what was asked for.

    `KLAAR`: the outcome can be told. `OVER`: the other list of the same situation goes on with these
    answers. `LATER`: kept, to go on with later.
    """

    VERSTUREN = "versturen"
    KLAAR = "klaar"
    OVER = "over"
    LATER = "later"
    WISSEN = "wissen"


@dataclass(frozen=True, slots=True)
class Loketkaart:
    """How people reach a loket: its region's name, who runs it, and the phone number."""

    regio: str
    organisatie: str
    telefoon: str


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What the conversation needs to know of the world: today, the places, the lokets.

    `genoemd` gives the names that a language model marked in a text that the person typed.
    """

    vandaag: date
    plaatsen: Plaatsen
    loket: Callable[[Regio | None], Loketkaart]
    bewaartermijn_dagen: int
    genoemd: Callable[[str], Genoemd] = niets_genoemd


class Richting(StrEnum):
    """Something else that a person clearly wants to do instead of answering."""

    AANVRAAG = "aanvraag"
    ADVIES = "advies"
    LIDMAATSCHAP = "lidmaatschap"
    ERKENNING = "erkenning"
    OPVOLGING = "opvolging"
    INTREKKEN = "intrekken"
    LOKETVRAAG = "loketvraag"
    WISSEN = "wissen"


@dataclass(frozen=True, slots=True)
class Bericht:
    """A message, with what the language model made of it.

    `onderwerp` is the topic it may ask about and `zekerheid` (0-1) how surely; `richting` is what it
    wants to do instead, only where that is beyond doubt. `gevaar` are the kinds of danger that it surely
    speaks of, None when only the rules can tell; `vermoeden` those that it may speak of. `onzin`: it is
    made of no words of any language. `zwak`: only its likeness to sentences about danger, and no great one,
    gave that doubt. `na_gevaar`: so many messages ago danger was answered, 0 for not lately.
    `slotonderwerp` is the topic that the question at the end of a story may ask about, `slotzekerheid` (0-1)
    how surely.
    """

    tekst: str
    onderwerp: str | None = None
    zekerheid: float = 0.0
    richting: Richting | None = None
    gevaar: frozenset[Gevaar] | None = None
    vermoeden: frozenset[Gevaar] = frozenset()
    onzin: bool = False
    na_gevaar: int = 0
    slotonderwerp: str | None = None
    slotzekerheid: float = 0.0
    zwak: bool = False


@dataclass(frozen=True, slots=True)
class Stand:
    """The whole state; plain values only, so that it can be kept as JSON.

    `pad` holds the ids of the answered questions in order, for "terug". `verduidelijking` is a
    follow-up to the question at hand: its sentence and choices. `eerder` is the text it is about.
    `naar` is the list to begin now that this one ended (or paused).
    `vermoeden`: the kinds of danger that are asked about first, before going on.
    `gemist`: so many messages in a row were not understood. `verteld` is what the person told before the
    list was begun: the story may be just that.
    """

    lijst: Lijst
    id: str
    antwoorden: dict[str, Antwoord] = field(default_factory=dict)
    huidige: str | None = None
    pad: tuple[str, ...] = ()
    fase: Fase = Fase.VRAGEN
    vorige_fase: Fase = Fase.VRAGEN
    verduidelijking: tuple[str, ...] = ()
    eerder: str = ""
    kort: bool = False
    gewijzigd: bool = False
    afloop: Afloop | None = None
    naar: Lijst | None = None
    vermoeden: tuple[Gevaar, ...] = ()
    gemist: int = 0
    verteld: str = ""


@dataclass(frozen=True, slots=True)
class Stap:
    """The new state, what to say first, and the topic to explain before going on (if any).

    Not `begrepen`: the message brought nothing, and the same is asked once more.
    """

    stand: Stand
    zeg: tuple[Uiting, ...] = ()
    onderwerp: str | None = None
    begrepen: bool = True
