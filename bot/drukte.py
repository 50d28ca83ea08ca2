"""How busy it is: who would have to wait too long for an answer hears so at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from loket import meting

GEDULD = 12.0
"""Seconds of waiting that are asked of someone at most; well under what the service waits for Rasa."""
GEDULD_NIEUW = 6.0
"""The same for a conversation that has yet to begin: who is talking already goes first."""
ALTIJD = 8
"""So many turns are taken at the same time, however slow they seem to go."""
_EERSTE_TEMPO = 0.1  # seconds a turn, before one was seen
_GEWICHT = 0.1  # of the latest turn in the tempo
_LANGSTE = 2.0  # seconds: what takes longer was a fault, and says nothing about the next


class Druk(Exception):
    """A message would have to wait too long, and was not taken."""


class Drukte:
    """Counts the turns that this instance is busy with, and how quickly they end when it never rests."""

    def __init__(self, klok: Callable[[], float] = time.monotonic) -> None:
        self._klok = klok
        self._bezig = 0
        self._tempo = _EERSTE_TEMPO
        self._sinds = 0.0

    @property
    def wachttijd(self) -> float:
        """Seconds that a message which comes now would wait, when it goes on as it does."""
        return self._bezig * self._tempo

    def mag(self, geduld: float = GEDULD) -> None:
        """Raises Druk when a message would wait more than `geduld` seconds."""
        if self._bezig >= ALTIJD and self.wachttijd > geduld:
            meting.DRUK.inc()
            raise Druk

    @contextmanager
    def beurt(self) -> Iterator[None]:
        """Around one turn that was let in."""
        if self._bezig == 0:
            self._sinds = self._klok()
        self._bezig += 1
        try:
            yield
            self._tempo += _GEWICHT * (min(self._klok() - self._sinds, _LANGSTE) - self._tempo)
        finally:
            self._sinds = self._klok()
            self._bezig -= 1
