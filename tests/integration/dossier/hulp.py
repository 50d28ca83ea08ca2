"""Workers and aanvragen for the tests of the desk's record."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

from loket.contacten import Overnemer
from loket.domain.aanvraag import Aanvraag, Antwoord, Status
from loket.domain.begrippen import Instrument, JsonWaarde, Regio
from loket.domain.dossier.overdracht import Belangen
from loket.domain.medewerker import Functie, Medewerker
from loket.kantoor import Kantoor
from tests.integration.kantoor.hulp import maak_aanvraag

MAANDAG = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
"""A Monday morning in a week without holidays."""

VRIJ = Belangen(kent_client=False, collega_van_hulpverlener=False)
BEMIDDELAAR = Overnemer(
    naam="Bemiddelaars", email="bemiddelaars@antwerpen.test", instrumenten=frozenset({Instrument.BEMIDDELING})
)


def medewerker(*regios: Regio, functie: Functie = Functie.MEDEWERKER, naam: str = "Medewerker") -> Medewerker:
    return Medewerker(uuid.uuid4(), naam, functie, frozenset(regios or {Regio.ANTWERPEN}))


def antwoord(tekst: str, waarde: JsonWaarde = None) -> Antwoord:
    return Antwoord(Status.GEGEVEN, tekst, tekst if waarde is None else waarde)


def aanvraag(*, mail: str | None = "iemand@voorbeeld.test", **anders: Any) -> Aanvraag:
    """An aanvraag for bemiddeling, with mail that is safe unless `mail` is None."""
    antwoorden = {
        "instrument": antwoord("Bemiddeling", "bemiddeling"),
        "rol": antwoord("Ik ben een jongere", "jongere"),
        "verhaal": antwoord("We raken er niet meer uit."),
        "naam": antwoord("Noor Élise"),
        "wie_niet": antwoord("Nee, niemand", "niemand"),
        **anders.pop("antwoorden", {}),
    }
    return maak_aanvraag(antwoorden=antwoorden, bevestiging_naar=mail, **anders)


def neem_op(kantoor: Kantoor, nu: datetime = MAANDAG, **anders: Any) -> str:
    """Record one; gives its number."""
    return kantoor.register.neem_op(aanvraag(**anders), nu).nummer
