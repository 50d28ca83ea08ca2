"""The conversations of the chat channel: tokens (hashed), messages and their answers (encrypted)."""

from __future__ import annotations

import hashlib
import json
import secrets
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    delete,
    insert,
    select,
    update,
)

from loket.store.database import Database, bereid_bestand_voor, is_schrijfbaar
from loket.store.versleuteling import Kluis

Item: TypeAlias = dict[str, Any]
"""One reply of the assistant in the wire format, without `recipient_id`."""

_metadata = MetaData()
_gesprek = Table(
    "gesprek",
    _metadata,
    Column("id", String, primary_key=True),
    Column("token_hash", String, nullable=False, unique=True),
    Column("laatst", Float, nullable=False, index=True),
)
_bericht = Table(
    "bericht",
    _metadata,
    Column("nr", Integer, primary_key=True),
    Column("gesprek", ForeignKey("gesprek.id", ondelete="CASCADE"), nullable=False),
    Column("bericht_id", String, nullable=False),
    Column("tekst", LargeBinary, nullable=False),
    Column("antwoord", LargeBinary),
    UniqueConstraint("gesprek", "bericht_id"),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True)
class Bericht:
    """A message of a person (`tekst`, empty for the opening) and its answer, None while there is none."""

    bericht_id: str
    tekst: str
    antwoord: list[Item] | None


class Gesprekken:
    """The store. All methods are synchronous; every write is one transaction."""

    def __init__(self, pad: Path, kluis: Kluis) -> None:
        """Open the file at `pad`. Raises RegisterFout when it cannot be written."""
        bereid_bestand_voor(pad)
        self._database = Database(f"sqlite:///{pad.resolve()}")
        self._kluis = kluis
        with self._database.schrijf() as db:
            _metadata.create_all(db.connection())

    def sluit(self) -> None:
        """Close the connections."""
        self._database.sluit()

    def is_schrijfbaar(self) -> bool:
        """Whether the store can be written now."""
        return is_schrijfbaar(self._database)

    def begin(self) -> tuple[str, str]:
        """Start a conversation; returns its token (192 random bits, kept only as a hash) and its id."""
        token, gesprek = secrets.token_urlsafe(24), uuid.uuid4().hex
        with self._database.schrijf() as db:
            db.execute(insert(_gesprek).values(id=gesprek, token_hash=_hash(token), laatst=time.time()))
        return token, gesprek

    def gesprek(self, token: str) -> str | None:
        """The conversation id that belongs to `token`, None when nobody issued that token."""
        with self._database.lees() as db:
            return db.execute(
                select(_gesprek.c.id).where(_gesprek.c.token_hash == _hash(token))
            ).scalar_one_or_none()

    def bestaat(self, gesprek: str) -> bool:
        """Whether the conversation is (still) there."""
        with self._database.lees() as db:
            return db.execute(select(_gesprek.c.id).where(_gesprek.c.id == gesprek)).first() is not None

    def neem_aan(self, gesprek: str, bericht_id: str, tekst: str) -> Bericht:
        """Record a message before it is answered; the same id again gives what was recorded first."""
        with self._database.schrijf() as db:
            rij = db.execute(
                select(_bericht).where(_bericht.c.gesprek == gesprek, _bericht.c.bericht_id == bericht_id)
            ).first()
            if rij is not None:
                return self._bericht(rij)
            db.execute(
                insert(_bericht).values(
                    gesprek=gesprek, bericht_id=bericht_id, tekst=self._kluis.sluit(tekst.encode())
                )
            )
            db.execute(update(_gesprek).where(_gesprek.c.id == gesprek).values(laatst=time.time()))
            return Bericht(bericht_id, tekst, None)

    def beantwoord(self, gesprek: str, bericht_id: str, antwoord: Sequence[Item]) -> None:
        """Keep the answer to a message."""
        with self._database.schrijf() as db:
            db.execute(
                update(_bericht)
                .where(_bericht.c.gesprek == gesprek, _bericht.c.bericht_id == bericht_id)
                .values(antwoord=self._kluis.sluit(json.dumps(list(antwoord)).encode()))
            )

    def berichten(self, gesprek: str) -> list[Bericht]:
        """The messages of a conversation in the order in which they came in."""
        with self._database.lees() as db:
            rijen = db.execute(
                select(_bericht).where(_bericht.c.gesprek == gesprek).order_by(_bericht.c.nr)
            ).all()
        return [self._bericht(rij) for rij in rijen]

    def wis(self, gesprek: str) -> None:
        """Delete the conversation: from now on its token is unknown."""
        with self._database.schrijf() as db:
            db.execute(delete(_gesprek).where(_gesprek.c.id == gesprek))

    def ouder_dan(self, tijd: float) -> list[str]:
        """The conversations in which nobody said anything since `tijd` (Unix time)."""
        with self._database.lees() as db:
            return list(db.execute(select(_gesprek.c.id).where(_gesprek.c.laatst < tijd)).scalars())

    def _bericht(self, rij: Any) -> Bericht:
        antwoord = None if rij.antwoord is None else json.loads(self._kluis.open(rij.antwoord))
        return Bericht(rij.bericht_id, self._kluis.open(rij.tekst).decode(), antwoord)


def _hash(token: str) -> str:
    # The token is 192 random bits: a plain hash cannot be searched back, a slow one would gain nothing.
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
