"""What can happen to an aanvraag: events that are added and never changed, each with its moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from loket.domain.begrippen import JsonWaarde


class Soort(StrEnum):
    """The kinds of events."""

    INGEDIEND = "ingediend"
    VERZONDEN = "verzonden"
    TERUGGESTUURD = "teruggestuurd"
    GEOPEND = "geopend"
    HERINNERD = "herinnerd"
    GEESCALEERD = "geescaleerd"
    TOEGEWEZEN = "toegewezen"
    NOTITIE = "notitie"
    MEER_GEVRAAGD = "meer_gevraagd"
    VRAAG_VERLOPEN = "vraag_verlopen"
    BEANTWOORD = "beantwoord"
    ONTVANKELIJK = "ontvankelijk"
    NIET_ONTVANKELIJK = "niet_ontvankelijk"
    BEZORGD = "bezorgd"
    OMGELEID = "omgeleid"
    OPNIEUW_VERZONDEN = "opnieuw_verzonden"
    HEROPEND = "heropend"
    INGETROKKEN = "ingetrokken"

    @property
    def naam(self) -> str:
        """The event as a worker reads it in the timeline."""
        return _NAMEN[self]


_NAMEN = {
    Soort.INGEDIEND: "De aanvraag kwam binnen",
    Soort.VERZONDEN: "Er vertrok een mail",
    Soort.TERUGGESTUURD: "Een mail kwam niet aan",
    Soort.GEOPEND: "Het loket opende de aanvraag",
    Soort.HERINNERD: "Het loket kreeg een herinnering",
    Soort.GEESCALEERD: "De wachtrij en de beheerder kregen bericht",
    Soort.TOEGEWEZEN: "Iemand nam de aanvraag op zich",
    Soort.NOTITIE: "Notitie",
    Soort.MEER_GEVRAAGD: "Het loket stelde een vraag",
    Soort.VRAAG_VERLOPEN: "Er kwam geen antwoord op tijd",
    Soort.BEANTWOORD: "De aanvrager antwoordde",
    Soort.ONTVANKELIJK: "Ontvankelijk, en doorgegeven",
    Soort.NIET_ONTVANKELIJK: "Niet ontvankelijk",
    Soort.BEZORGD: "Zelf aan de aanvrager of voorzitter bezorgd",
    Soort.OMGELEID: "Naar een ander loket gestuurd",
    Soort.OPNIEUW_VERZONDEN: "Opnieuw gestuurd",
    Soort.HEROPEND: "Opnieuw geopend",
    Soort.INGETROKKEN: "De aanvrager trok de aanvraag in",
}


class PostSoort(StrEnum):
    """The kinds of mails about an aanvraag, and the alarm for whoever keeps the service running."""

    LOKET = "loket"
    BEVESTIGING = "bevestiging"
    ALARM = "alarm"
    HERINNERING = "herinnering"
    ESCALATIE = "escalatie"
    OMGELEID = "omgeleid"
    INGETROKKEN = "ingetrokken"
    ANTWOORD = "antwoord"
    VRAAG = "vraag"
    BRIEF = "brief"
    OVERDRACHT = "overdracht"

    @property
    def naam(self) -> str:
        """The mail as a worker reads it in the timeline."""
        return {
            "loket": "de aanvraag, aan het loket",
            "bevestiging": "de bevestiging, aan de aanvrager",
            "alarm": "een alarm, aan de beheerder",
            "herinnering": "een herinnering, aan het loket",
            "escalatie": "een bericht aan de wachtrij",
            "omgeleid": "het bericht dat de aanvraag verhuisde",
            "ingetrokken": "het bericht dat de aanvraag stopt",
            "antwoord": "het bericht dat er een antwoord is",
            "vraag": "de vraag, aan de aanvrager",
            "brief": "de brief, aan de aanvrager",
            "overdracht": "het dossier, aan de voorzitter of bemiddelaar",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One event.

    `op` has a zone. `door` is the worker who did it, None for the asker or the service; `wie` is how that one
    is shown. `naar` is short and holds nothing personal: the region of an OMGELEID, the worker's id of a
    TOEGEWEZEN, the channel (`Kanaal`) of a letter or question, the `PostSoort` of what was sent, came back or
    was handed over in person. `tekst` (note, question, answer, letter, reason) and `details` are for reading
    only: no rule looks at them, so a state can be derived without opening them.
    """

    soort: Soort
    op: datetime
    door: UUID | None = None
    wie: str = ""
    naar: str = ""
    tekst: str = ""
    details: Mapping[str, JsonWaarde] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Levering:
    """One mail about the aanvraag, by its timestamps; each may be unknown (None)."""

    soort: PostSoort
    gemaakt_op: datetime
    verzonden_op: datetime | None = None
    terug_op: datetime | None = None
    gestopt_op: datetime | None = None


def leveringen_als_gebeurtenissen(leveringen: tuple[Levering, ...]) -> tuple[Gebeurtenis, ...]:
    """What the timeline tells of the mails: that they left, and that they came back."""
    uit = []
    for levering in leveringen:
        if levering.verzonden_op:
            uit.append(Gebeurtenis(Soort.VERZONDEN, levering.verzonden_op, naar=levering.soort.value))
        if levering.terug_op:
            uit.append(Gebeurtenis(Soort.TERUGGESTUURD, levering.terug_op, naar=levering.soort.value))
    return tuple(sorted(uit, key=lambda gebeurtenis: gebeurtenis.op))
