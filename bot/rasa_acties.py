"""Our actions run in Rasa's own process: no HTTP, and no JSON of a whole tracker and domain there and back.

`python -m bot.acties` serves the same actions over HTTP, for `rasa shell` and the like.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from typing import Any

from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.shared.core.events import Event, deserialise_events
from rasa.shared.core.trackers import EventVerbosity
from rasa_sdk import Action
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection as AfgewezenDoorActie

from bot.logboek import beschrijf_fout

logger = logging.getLogger(__name__)


class BeurtMislukt(asyncio.CancelledError):
    """Ends a turn without recording it: the one kind of exception that Rasa lets through to its channel."""


def voer_zelf_uit(acties: Iterable[Action]) -> None:
    """From now on Rasa runs `acties` here, and a turn in which one fails, fails as a whole.

    Rasa's own way is to lose what the failed action did and to go on: the message then counts as answered,
    with silence. Now nothing is recorded, so asking again takes the turn again.

    An action's `domain` is empty here: ours have the office and the topics instead.
    """
    uitvoerder = ActionExecutor()
    for actie in acties:
        uitvoerder.register_action(actie)

    async def run(actie: Any, kanaal: Any, nlg: Any, tracker: Any, _domein: Any) -> list[Event]:
        oproep = {"next_action": actie.name(), "tracker": tracker.current_state(EventVerbosity.ALL)}
        try:
            antwoord = await uitvoerder.run(oproep) or {}
            gezegd = await actie._utter_responses(antwoord.get("responses", []), kanaal, nlg, tracker)
            return [*gezegd, *deserialise_events(antwoord.get("events", []))]
        except AfgewezenDoorActie as fout:
            raise ActionExecutionRejection(actie.name()) from fout
        except Exception as fout:
            logger.error("De actie %s mislukte: %s", actie.name(), beschrijf_fout(fout))
            raise BeurtMislukt from fout

    RemoteAction.run = run
