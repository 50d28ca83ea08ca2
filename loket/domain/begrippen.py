"""The words of the domain that everything else speaks: instrument, aanvraagsoort, rol, regio.

Source: domein "Words", "The two instruments" and "Routing" (draaiboek 2 and 6.2, omzendbrief 1-3).
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import JsonValue

JsonWaarde = JsonValue
"""Any value that JSON can hold."""


class Instrument(StrEnum):
    """The two free instruments (omzendbrief 1.1 and 2.1)."""

    CLIENTOVERLEG = "clientoverleg"
    BEMIDDELING = "bemiddeling"

    @property
    def naam(self) -> str:
        """The name as people read it."""
        return {"clientoverleg": "cliëntoverleg", "bemiddeling": "bemiddeling"}[self.value]


class Aanvraagsoort(StrEnum):
    """What an aanvraag asks for: one of the two instruments, or membership of the Cliëntenforum (L)."""

    CLIENTOVERLEG = "clientoverleg"
    BEMIDDELING = "bemiddeling"
    LIDMAATSCHAP = "lidmaatschap"

    @property
    def naam(self) -> str:
        """What is asked for, as people read it."""
        return self.instrument.naam if self.instrument else "lidmaatschap Cliëntenforum"

    @property
    def instrument(self) -> Instrument | None:
        """The instrument; None for what no regional loket handles, so that has no region either."""
        return Instrument(self.value) if self.value in set(Instrument) else None


class Rol(StrEnum):
    """Who talks with the assistant (draaiboek 2.2, omzendbrief 1.4)."""

    JONGERE = "jongere"
    OUDER = "ouder"
    VERTROUWENSPERSOON = "vertrouwenspersoon"
    HULPVERLENER = "hulpverlener"
    ANDERE = "andere"

    @property
    def naam(self) -> str:
        """The role as people read it."""
        return {
            "jongere": "jongere",
            "ouder": "ouder of opvoedingsverantwoordelijke",
            "vertrouwenspersoon": "vertrouwenspersoon",
            "hulpverlener": "hulpverlener",
            "andere": "iemand anders",
        }[self.value]


class Regio(StrEnum):
    """The six regions that have a loket (omzendbrief 3)."""

    ANTWERPEN = "antwerpen"
    BRUSSEL = "brussel"
    LIMBURG = "limburg"
    OOST_VLAANDEREN = "oost-vlaanderen"
    VLAAMS_BRABANT = "vlaams-brabant"
    WEST_VLAANDEREN = "west-vlaanderen"

    @property
    def naam(self) -> str:
        """The region's name as people read it."""
        return {
            "antwerpen": "Antwerpen",
            "brussel": "Brussel",
            "limburg": "Limburg",
            "oost-vlaanderen": "Oost-Vlaanderen",
            "vlaams-brabant": "Vlaams-Brabant",
            "west-vlaanderen": "West-Vlaanderen",
        }[self.value]
