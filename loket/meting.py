"""What is counted of the service while it runs, for Prometheus: how often and how long, never who or what.

Every label has a fixed list of values, so nothing that a person typed can become one. `bot.metingen` serves
these numbers; what stands in the database is counted when someone asks (`loket.store.meting`).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Histogram
from sqlalchemy import Connection, Engine, event
from sqlalchemy.pool import ConnectionPoolEntry, Pool

REGISTER = CollectorRegistry()

BEURT_UITKOMSTEN = ("gelukt", "gewist", "rasa_weg", "rasa_traag", "register", "fout")
POST_UITKOMSTEN = ("gelukt", "uitgesteld", "geweigerd")
_TRAPPEN = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)

BEURTEN = Counter(
    "assistent_beurten", "Messages that were taken, by how it ended.", ["uitkomst"], registry=REGISTER
)
BEURT = Histogram(
    "assistent_beurt_seconds",
    "How long people wait for an answer, from the arrival of their message.",
    buckets=_TRAPPEN,
    registry=REGISTER,
)
RASA = Histogram(
    "assistent_rasa_seconds", "How long Rasa takes for a turn.", buckets=_TRAPPEN, registry=REGISTER
)
DATABASE = Histogram(
    "assistent_database_seconds",
    "How long a transaction takes, waiting for others included.",
    ["soort"],
    buckets=_TRAPPEN,
    registry=REGISTER,
)
TERUGVAL = Counter("assistent_terugval", "Messages that were not understood.", registry=REGISTER)
DRUK = Counter(
    "assistent_druk", "Messages that were not taken: people would have waited too long.", registry=REGISTER
)
GEVAAR = Counter("assistent_gevaar", "Answers with help lines because of danger.", registry=REGISTER)
ANTWOORDEN = Counter(
    "assistent_antwoorden",
    "HTTP answers, by pattern of the address.",
    ["weg", "status"],
    registry=REGISTER,
)
POST_POGINGEN = Counter(
    "assistent_post_pogingen", "Attempts to deliver a mail, by result.", ["uitkomst"], registry=REGISTER
)

for _uitkomst in BEURT_UITKOMSTEN:  # a number that is not there yet is 0, so that a rate can be taken of it
    BEURTEN.labels(_uitkomst)
for _uitkomst in POST_UITKOMSTEN:
    POST_POGINGEN.labels(_uitkomst)
_LEZEN, _SCHRIJVEN = DATABASE.labels("lezen"), DATABASE.labels("schrijven")


@contextmanager
def beurt() -> Iterator[dict[str, str]]:
    """Measure one turn. What stands under "uitkomst" in the mapping at the end is how it ended; leaving by
    an exception without a word counts as "fout"."""
    einde = {"uitkomst": "fout"}
    begin = time.perf_counter()
    try:
        yield einde
    finally:
        BEURT.observe(time.perf_counter() - begin)
        BEURTEN.labels(einde["uitkomst"]).inc()


def meet_databases() -> None:
    """From now on, measure every transaction of every database in this process. Once is enough."""
    if not event.contains(Pool, "checkin", _teruggegeven):
        event.listen(Pool, "checkout", _geleend)
        event.listen(Engine, "begin", _begonnen)
        event.listen(Pool, "checkin", _teruggegeven)


def _geleend(_verbinding: Any, record: ConnectionPoolEntry, _proxy: Any) -> None:
    record.info["meting"] = (time.perf_counter(), False)


def _begonnen(verbinding: Connection) -> None:
    if verbinding.get_execution_options().get("schrijven") and (meting := verbinding.info.get("meting")):
        verbinding.info["meting"] = (meting[0], True)


def _teruggegeven(_verbinding: Any, record: ConnectionPoolEntry) -> None:
    if meting := record.info.pop("meting", None):
        begin, schrijvend = meting
        (_SCHRIJVEN if schrijvend else _LEZEN).observe(time.perf_counter() - begin)
