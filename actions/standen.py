"""The states of the forms of a conversation, by list, as they travel in one slot."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError
from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from loket.domain.aanvraag import Antwoorden
from loket.domain.gesprek.stand import Afloop, Lijst, Stand

logger = logging.getLogger(__name__)

Standen = Mapping[Lijst, Stand]
_STANDEN: TypeAdapter[dict[Lijst, Stand]] = TypeAdapter(dict[Lijst, Stand])


def standen_van(tracker: Tracker) -> Standen:
    """The state of each form that was begun; what an older version left and cannot be read is dropped."""
    try:
        return _STANDEN.validate_python(tracker.get_slot("stand") or {})
    except ValidationError as fout:
        logger.warning("stand van een ouder gesprek is niet te lezen: %d fouten", fout.error_count())
        return {}


def bewaar(standen: Standen) -> dict[str, Any]:
    """The event that keeps these states."""
    event: dict[str, Any] = SlotSet("stand", _STANDEN.dump_python(dict(standen), mode="json"))
    return event


def na_advies(tracker: Tracker) -> Antwoorden | None:
    """The answers that an advice was given on in this conversation; None when none was given."""
    stand = standen_van(tracker).get(Lijst.ADVIES)
    return stand.antwoorden if stand is not None and stand.afloop is Afloop.KLAAR else None
