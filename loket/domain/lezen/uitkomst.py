"""What a reader answers when something is there that cannot be right."""

from __future__ import annotations

from dataclasses import dataclass

MEESTE_TEKENS = 4_000
"""No reader looks further than this many characters: what it takes is bounded, whatever is typed."""


@dataclass(frozen=True, slots=True)
class Onleesbaar:
    """The text holds an answer that cannot be right. `reden` is one short Dutch text to show.

    All readers hold to one style: the value, `Onleesbaar` when there is something to explain, and
    None when there is nothing of the kind in the text.
    """

    reden: str
