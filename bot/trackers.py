"""Rasa's tracker store for this project: append-only, every event encrypted at rest.

Configured in `endpoints.yml` by class path, so `rasa run`, `rasa shell` and `rasa test` use it alike; the
settings come from the environment (`LOKET_…`), as everywhere.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterable
from typing import Any, NamedTuple

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker

from bot.gebeurtenissen import Gebeurtenissen
from bot.opslag import open_gebeurtenissen
from bot.snoei import snoei
from bot.volger import Volger
from loket.settings import lees_instellingen

MEESTE_WARM = 256
"""Conversations that stay in memory, decrypted, between two turns."""
LANGST_WARM = 900.0
"""Seconds that they do: what was deleted in the record is then gone here too."""


class Stand(NamedTuple):
    """What of a tracker is stored: how many of its events, and the number of the last one."""

    aantal: int
    laatste: int


class VersleuteldeTrackerStore(TrackerStore):
    """The tracker store; see `bot.gebeurtenissen` for what is kept and how.

    Like Rasa's SQL store it loads the latest session, and saves only what is not stored yet.
    """

    def __init__(
        self,
        domain: Domain | None = None,
        host: str | None = None,
        event_broker: EventBroker | None = None,
        gebeurtenissen: Gebeurtenissen | None = None,
        **kwargs: Any,
    ) -> None:
        """`host` is Rasa's name for `url` in endpoints.yml; we take the place from the settings instead."""
        del host
        self.gebeurtenissen = gebeurtenissen or open_gebeurtenissen(lees_instellingen())
        self._warm: OrderedDict[str, tuple[float, DialogueStateTracker]] = OrderedDict()
        super().__init__(domain, event_broker, **kwargs)

    def init_tracker(self, sender_id: str) -> DialogueStateTracker:
        """Return a tracker in which nothing happened yet."""
        return Volger(sender_id, self.domain.slots)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Append the tracker's new events in one transaction.

        Raises bot.gebeurtenissen.DubbeleBeurt for a message that has been answered already, and for a turn
        that began before another one of this conversation was recorded.
        """
        await self.stream_events(tracker)
        reeks = list(tracker.events)
        stand: Stand = getattr(tracker, "stand", Stand(0, 0))
        nieuw = [gebeurtenis.as_dict() for gebeurtenis in reeks[stand.aantal :]]
        laatste = self.gebeurtenissen.voeg_toe(tracker.sender_id, nieuw, na=stand.laatste)
        tracker.stand = Stand(len(reeks), laatste)
        self._houd_warm(tracker)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Return the tracker of the latest session, None when there is none. A long one is shortened."""
        # Taken out: a turn that fails leaves a tracker behind that nobody may go on with.
        _, tracker = self._warm.pop(sender_id, (0.0, None))
        if tracker is not None and tracker.stand.laatste == self.gebeurtenissen.laatste(sender_id):
            return tracker
        tracker = self._tracker(sender_id, alle_sessies=False)
        return tracker and self._gesnoeid(tracker)

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """Return the tracker with the events of all sessions, None when there are none."""
        return self._tracker(conversation_id, alle_sessies=True)

    async def keys(self) -> Iterable[str]:
        """Return the ids of all conversations."""
        return self.gebeurtenissen.gesprekken()

    def _houd_warm(self, tracker: DialogueStateTracker) -> None:
        """Keep the tracker for the next turn, which then need not read and decrypt the conversation.

        Not one that began a session: the next turn gets the latest one only.
        """
        if sum(isinstance(gebeurtenis, SessionStarted) for gebeurtenis in tracker.events) > 1:
            return
        nu = time.monotonic()
        self._warm[tracker.sender_id] = (nu, self._gesnoeid(tracker))
        self._warm.move_to_end(tracker.sender_id)
        while len(self._warm) > MEESTE_WARM or next(iter(self._warm.values()))[0] < nu - LANGST_WARM:
            self._warm.popitem(last=False)

    def _gesnoeid(self, tracker: DialogueStateTracker) -> DialogueStateTracker:
        kort = snoei(tracker, self.domain)
        kort.stand = Stand(len(kort.events), tracker.stand.laatste)
        return kort

    def _tracker(self, sender_id: str, alle_sessies: bool) -> DialogueStateTracker | None:
        reeks, laatste = self.gebeurtenissen.laad(sender_id, alle_sessies=alle_sessies)
        if not reeks:
            return None
        tracker = Volger.from_dict(sender_id, reeks, self.domain.slots)
        tracker.stand = Stand(len(reeks), laatste)
        return tracker
