"""The events of Rasa's trackers, encrypted, in a part of the database that Rasa writes and the service reads.

No Rasa in here: the service looks up what a turn answered, and deletes conversations, without loading Rasa.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TypeAlias

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    bindparam,
    delete,
    func,
    insert,
    select,
)
from sqlalchemy.exc import IntegrityError

from loket.store.database import Tabellen
from loket.store.herversleuteling import herversleutel
from loket.store.versleuteling import Kluis

Gebeurtenis: TypeAlias = dict[str, Any]
"""One tracker event as Rasa's `Event.as_dict()` gives it."""

metadata = MetaData()  # made by the migrations in bot/migraties/trackers
_gebeurtenis = Table(
    "gebeurtenis",
    metadata,
    Column("nr", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("gesprek", String, nullable=False, index=True),
    Column("soort", String, nullable=False),
    Column("tijd", Float, nullable=False),
    Column("bericht_id", String, index=True),
    Column("inhoud", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)
_beurt = Table(
    "beurt",
    metadata,
    Column("gesprek", String, primary_key=True),
    Column("bericht_id", String, primary_key=True),
)

# What every turn asks is built once: building a statement takes longer than SQLite takes to answer it.
_LAATSTE = select(func.max(_gebeurtenis.c.nr)).where(_gebeurtenis.c.gesprek == bindparam("van"))
_VAN_BEURT = (
    select(_gebeurtenis.c.inhoud)
    .where(_gebeurtenis.c.gesprek == bindparam("van"), _gebeurtenis.c.bericht_id == bindparam("deze"))
    .order_by(_gebeurtenis.c.nr)
)
_NIEUW, _NIEUWE_BEURT = insert(_gebeurtenis), insert(_beurt)
_SESSIE_BEGIN = "session_started"


class DubbeleBeurt(Exception):
    """This turn must not count: its message has been recorded already, or the conversation went on since the
    turn began (another process took one)."""


class Gebeurtenissen:
    """Append-only event rows by conversation id."""

    def __init__(self, database: Tabellen, kluis: Kluis) -> None:
        """`database` holds the tables of bot/migraties/trackers; several processes may use it."""
        self._database = database
        self._kluis = kluis

    def sluit(self) -> None:
        """Close the connections."""
        self._database.sluit()

    def voeg_toe(self, gesprek: str, nieuw: Sequence[Gebeurtenis], *, na: int) -> int:
        """Append events after event `na` (0: there are none yet) and return the number of the last one.

        One transaction. Raises DubbeleBeurt when `na` is not the last event any more, or when the new events
        hold a user message whose `bericht_id` is already recorded.
        """
        if not nieuw:
            return na
        bericht_id = next((b for b in map(_bericht_id, nieuw) if b is not None), None)
        rijen = [
            {
                "gesprek": gesprek,
                "soort": str(g["event"]),
                "tijd": float(g.get("timestamp") or 0.0),
                "bericht_id": bericht_id,
                "inhoud": self._kluis.sluit(json.dumps(g).encode()),
            }
            for g in nieuw
        ]
        with self._database.schrijf_naast(gesprek) as db:
            if self._laatste(db, gesprek) != na:
                raise DubbeleBeurt
            if bericht_id is not None:
                try:
                    db.execute(_NIEUWE_BEURT, {"gesprek": gesprek, "bericht_id": bericht_id})
                except IntegrityError as fout:
                    raise DubbeleBeurt from fout
            db.execute(_NIEUW, rijen)
            return self._laatste(db, gesprek)

    def haal(self, gesprek: str, *, alle_sessies: bool) -> list[Gebeurtenis]:
        """The stored events in order, of the latest session or of all; empty when there are none."""
        return self.laad(gesprek, alle_sessies=alle_sessies)[0]

    def laad(self, gesprek: str, *, alle_sessies: bool) -> tuple[list[Gebeurtenis], int]:
        """As `haal`, with the number of the last event (0 when there are none), to go on after it."""
        with self._database.lees() as db:
            vraag = select(_gebeurtenis.c.inhoud, _gebeurtenis.c.nr).where(_gebeurtenis.c.gesprek == gesprek)
            if not alle_sessies:
                vraag = vraag.where(_gebeurtenis.c.nr >= self._sessie_begin(db, gesprek))
            rijen = db.execute(vraag.order_by(_gebeurtenis.c.nr)).all()
        return [self._open(rij.inhoud) for rij in rijen], rijen[-1].nr if rijen else 0

    def laatste(self, gesprek: str) -> int:
        """The number of the last event, 0 when there are none."""
        with self._database.lees() as db:
            return self._laatste(db, gesprek)

    def beurt(self, gesprek: str, bericht_id: str) -> list[Gebeurtenis] | None:
        """The events of the turn that answered message `bericht_id`, or None when it was never recorded."""
        with self._database.lees() as db:
            rijen = db.execute(_VAN_BEURT, {"van": gesprek, "deze": bericht_id}).scalars().all()
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
        with self._database.schrijf_naast(gesprek) as db:
            self._wis(db, gesprek)

    def wis_ouder_dan(self, tijd: float) -> int:
        """Delete the conversations whose last event is older than `tijd` (Unix time); how many that were."""
        laatste = func.max(_gebeurtenis.c.tijd)
        with self._database.lees() as db:
            oud = select(_gebeurtenis.c.gesprek).group_by(_gebeurtenis.c.gesprek).having(laatste < tijd)
            gevonden = db.execute(oud).scalars().all()
        aantal = 0
        for gesprek in gevonden:
            with self._database.schrijf_naast(gesprek) as db:
                nu = db.execute(select(laatste).where(_gebeurtenis.c.gesprek == gesprek)).scalar()
                if nu is not None and nu < tijd:
                    self._wis(db, gesprek)
                    aantal += 1
        return aantal

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

    def _wis(self, db: Connection, gesprek: str) -> None:
        db.execute(delete(_gebeurtenis).where(_gebeurtenis.c.gesprek == gesprek))
        db.execute(delete(_beurt).where(_beurt.c.gesprek == gesprek))

    def _laatste(self, db: Connection, gesprek: str) -> int:
        return db.execute(_LAATSTE, {"van": gesprek}).scalar() or 0

    def _sessie_begin(self, db: Connection, gesprek: str) -> int:
        return (
            db.execute(
                select(func.max(_gebeurtenis.c.nr)).where(
                    _gebeurtenis.c.gesprek == gesprek, _gebeurtenis.c.soort == _SESSIE_BEGIN
                )
            ).scalar()
            or 0
        )

    def _open(self, inhoud: bytes) -> Gebeurtenis:
        waarde: Gebeurtenis = json.loads(self._kluis.open(inhoud))
        return waarde


def _bericht_id(gebeurtenis: Gebeurtenis) -> str | None:
    if gebeurtenis.get("event") != "user":
        return None
    waarde = (gebeurtenis.get("metadata") or {}).get("bericht_id")
    return waarde if isinstance(waarde, str) else None
