"""A long conversation as Rasa needs it: what it came to, and the last turns as they were said.

Rasa looks at every event of a tracker, several times a turn. What a turn is decided on is the slots, the form
and the last few messages; so the rest is taken together, and turn 300 costs what turn 10 does. The record
(`bot.gebeurtenissen`) keeps every event.
"""

from __future__ import annotations

from rasa.shared.core.constants import ACTION_SESSION_START_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.volger import Volger

BEHOUD = 8
"""Messages of the person that stay as they are. The actions look back five (actions/formulier.py)."""
VANAF = 16
"""From this many on a tracker is shortened, so that it is not done at every turn."""


def snoei(tracker: DialogueStateTracker, domein: Domain) -> DialogueStateTracker:
    """The tracker itself, or when it is long a shorter one in the same state of the dialogue."""
    reeks = list(tracker.events)
    gezegd = [nummer for nummer, gebeurtenis in enumerate(reeks) if isinstance(gebeurtenis, UserUttered)]
    if len(gezegd) < VANAF:
        return tracker
    grens = gezegd[-BEHOUD]
    return _tracker(tracker.sender_id, [*_samengevat(reeks[:grens], domein), *reeks[grens:]], domein)


def _samengevat(reeks: list[Event], domein: Domain) -> list[Event]:
    """A session that begins in the state that these events lead to."""
    vroeger = _tracker("", reeks, domein)
    toen = reeks[-1].timestamp
    gevuld = [slot for slot in vroeger.slots.values() if slot.value != slot.initial_value]
    lus = [ActiveLoop(vroeger.active_loop_name, toen)] if vroeger.active_loop_name else []
    return [
        ActionExecuted(ACTION_SESSION_START_NAME, timestamp=toen),
        SessionStarted(toen),
        *(SlotSet(slot.name, slot.value, toen) for slot in gevuld),
        *lus,
        ActionExecuted(vroeger.latest_action_name, timestamp=toen),
    ]


def _tracker(gesprek: str, reeks: list[Event], domein: Domain) -> DialogueStateTracker:
    return Volger.from_events(gesprek, reeks, domein.slots, domain=domein)
