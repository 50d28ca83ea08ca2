"""The tracker of a conversation, for Rasa, that is copied as it stands.

Rasa copies the tracker for each action, by living through all of its events again.
"""

from __future__ import annotations

from copy import copy

from rasa.shared.core.trackers import DialogueStateTracker


class Volger(DialogueStateTracker):
    """A tracker whose state is what its events led to, as it is for every tracker that was only updated."""

    def copy(self) -> DialogueStateTracker:
        """A duplicate. The two share their events, which nobody changes, and nothing else."""
        ander = copy(self)
        ander.events = self.events.copy()
        ander.slots = {naam: copy(slot) for naam, slot in self.slots.items()}
        ander.active_loop = copy(self.active_loop)
        ander.model_id = ander.assistant_id = None  # as Rasa has it: what a copy notes is not recorded
        return ander
