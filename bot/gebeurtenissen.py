"""The events of Rasa's trackers, encrypted, in an SQLite file that Rasa writes and the service reads.

No Rasa in here: the service looks up what a turn answered, and deletes conversations, without loading Rasa.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import (
    Column,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    delete,
    func,
    insert,
    select,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from loket.store.database import Database, bereid_bestand_voor
from loket.store.herversleuteling import herversleutel
from loket.store.versleuteling import Kluis

Gebeurtenis: TypeAlias = dict[str, Any]
"""One tracker event as Rasa's `Event.as_dict()` gives it."""

_metadata = MetaData()
_gebeurtenis = Table(
    "gebeurtenis",
    _metadata,
    Column("nr", Integer, primary_key=True),
    Column("gesprek", String, nullable=False, index=True),
    Column("soort", String, nullable=False),
    Column("tijd", Float, nullable=False),
    Column("bericht_id", String, index=True),
    Column("inhoud", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)
_beurt = Table(
    "beurt",
    _metadata,
    Column("gesprek", String, primary_key=True),
    Column("bericht_id", String, primary_key=True),
)

_SESSIE_BEGIN = "session_started"


class DubbeleBeurt(Exception):
    """This message of this conversation has been recorded already: the turn must not count twice."""


class Gebeurtenissen:
    """Append-only event rows by conversation id."""

    def __init__(self, pad: Path, kluis: Kluis) -> None:
        """Open the file at `pad`; several processes may. Raises RegisterFout when it cannot be written."""
        bereid_bestand_voor(pad)
        self._database = Database(f"sqlite:///{pad.resolve()}")
        self._kluis = kluis
        with self._database.schrijf() as db:
            _metadata.create_all(db.connection())

    def sluit(self) -> None:
        """Close the connections."""
        self._database.sluit()

    def voeg_toe(self, gesprek: str, reeks: Sequence[Gebeurtenis], *, deel_van_sessie: bool) -> int:
        """Append the events that are not stored yet and return how many that were.

        `reeks` holds the events of a tracker: of the latest session only when `deel_van_sessie` (then the
        stored events of that session are its beginning), else of all sessions. One transaction.
        Raises DubbeleBeurt when the new events hold a user message whose `bericht_id` is already recorded.
        """
        with self._database.schrijf() as db:
            nieuw = reeks[self._aantal(db, gesprek, deel_van_sessie) :]
            if not nieuw:
                return 0
            bericht_id = next((b for b in map(_bericht_id, nieuw) if b is not None), None)
            if bericht_id is not None:
                try:
                    db.execute(insert(_beurt).values(gesprek=gesprek, bericht_id=bericht_id))
                except IntegrityError as fout:
                    raise DubbeleBeurt from fout
            db.execute(
                insert(_gebeurtenis),
                [
                    {
                        "gesprek": gesprek,
                        "soort": str(g["event"]),
                        "tijd": float(g.get("timestamp") or 0.0),
                        "bericht_id": bericht_id,
                        "inhoud": self._kluis.sluit(json.dumps(g).encode()),
                    }
                    for g in nieuw
                ],
            )
            return len(nieuw)

    def haal(self, gesprek: str, *, alle_sessies: bool) -> list[Gebeurtenis]:
        """The stored events in order, of the latest session or of all; empty when there are none."""
        with self._database.lees() as db:
            vraag = select(_gebeurtenis.c.inhoud).where(_gebeurtenis.c.gesprek == gesprek)
            if not alle_sessies:
                vraag = vraag.where(_gebeurtenis.c.nr >= self._sessie_begin(db, gesprek))
            rijen = db.execute(vraag.order_by(_gebeurtenis.c.nr)).scalars().all()
        return [self._open(rij) for rij in rijen]

    def beurt(self, gesprek: str, bericht_id: str) -> list[Gebeurtenis] | None:
        """The events of the turn that answered message `bericht_id`, or None when it was never recorded."""
        with self._database.lees() as db:
            rijen = (
                db.execute(
                    select(_gebeurtenis.c.inhoud)
                    .where(_gebeurtenis.c.gesprek == gesprek, _gebeurtenis.c.bericht_id == bericht_id)
                    .order_by(_gebeurtenis.c.nr)
                )
                .scalars()
                .all()
            )
        return [self._open(rij) for rij in rijen] or None

    def herversleutel(self) -> int:
        """Encrypt anew with the first key what an older one did; returns how many rows."""
        return herversleutel(self._database, _gebeurtenis, ("inhoud",), self._kluis)

    def gesprekken(self) -> list[str]:
        """The ids of all conversations that have events."""
        with self._database.lees() as db:
            return list(db.execute(select(_gebeurtenis.c.gesprek).distinct()).scalars())

    def wis(self, gesprek: str) -> None:
        """Delete everything of one conversation; deleting nothing is fine."""
        with self._database.schrijf() as db:
            self._wis(db, [gesprek])

    def wis_ouder_dan(self, tijd: float) -> int:
        """Delete the conversations whose last event is older than `tijd` (Unix time); how many that were."""
        with self._database.schrijf() as db:
            oud = (
                db.execute(
                    select(_gebeurtenis.c.gesprek)
                    .group_by(_gebeurtenis.c.gesprek)
                    .having(func.max(_gebeurtenis.c.tijd) < tijd)
                )
                .scalars()
                .all()
            )
            self._wis(db, oud)
            return len(oud)

    def splits(self, van: str, naar: str, lus: str) -> None:
        """Have conversation `naar` go on where `van` is now, and put `van` back to before form `lus` began.

        One transaction; nothing happens when `naar` has events already. The turns that are taken back stay
        known as taken, so that none of them is ever taken again.
        """
        with self._database.schrijf() as db:
            if db.execute(select(_gebeurtenis.c.nr).where(_gebeurtenis.c.gesprek == naar).limit(1)).first():
                return
            rijen = db.execute(
                select(_gebeurtenis).where(_gebeurtenis.c.gesprek == van).order_by(_gebeurtenis.c.nr)
            ).all()
            kopie = [
                {k: v for k, v in rij._mapping.items() if k != "nr"} | {"gesprek": naar} for rij in rijen
            ]
            if kopie:
                db.execute(insert(_gebeurtenis), kopie)
            beurten = db.execute(select(_beurt.c.bericht_id).where(_beurt.c.gesprek == van)).scalars().all()
            if beurten:
                db.execute(insert(_beurt), [{"gesprek": naar, "bericht_id": beurt} for beurt in beurten])
            begin = next(
                (
                    rij.bericht_id
                    for rij in reversed(rijen)
                    if rij.soort == "active_loop" and self._open(rij.inhoud).get("name") == lus
                ),
                None,
            )
            vanaf = [rij.nr for rij in rijen if begin is not None and rij.bericht_id == begin]
            if vanaf:
                db.execute(
                    delete(_gebeurtenis).where(_gebeurtenis.c.gesprek == van, _gebeurtenis.c.nr >= min(vanaf))
                )

    def _wis(self, db: Session, gesprekken: Sequence[str]) -> None:
        for gesprek in gesprekken:
            db.execute(delete(_gebeurtenis).where(_gebeurtenis.c.gesprek == gesprek))
            db.execute(delete(_beurt).where(_beurt.c.gesprek == gesprek))

    def _sessie_begin(self, db: Session, gesprek: str) -> int:
        return (
            db.execute(
                select(func.max(_gebeurtenis.c.nr)).where(
                    _gebeurtenis.c.gesprek == gesprek, _gebeurtenis.c.soort == _SESSIE_BEGIN
                )
            ).scalar()
            or 0
        )

    def _aantal(self, db: Session, gesprek: str, deel_van_sessie: bool) -> int:
        begin = self._sessie_begin(db, gesprek) if deel_van_sessie else 0
        return db.execute(
            select(func.count())
            .select_from(_gebeurtenis)
            .where(_gebeurtenis.c.gesprek == gesprek, _gebeurtenis.c.nr >= begin)
        ).scalar_one()

    def _open(self, inhoud: bytes) -> Gebeurtenis:
        waarde: Gebeurtenis = json.loads(self._kluis.open(inhoud))
        return waarde


def _bericht_id(gebeurtenis: Gebeurtenis) -> str | None:
    if gebeurtenis.get("event") != "user":
        return None
    waarde = (gebeurtenis.get("metadata") or {}).get("bericht_id")
    return waarde if isinstance(waarde, str) else None
