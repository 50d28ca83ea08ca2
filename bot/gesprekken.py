"""The conversations of the chat channel: tokens (hashed), messages and their answers (encrypted)."""

from __future__ import annotations

import hashlib
import json
import secrets
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Date,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from bot.codes import lees_code, nieuwe_code
from loket.domain.duidelijkheid import Duidelijkheid
from loket.store.database import Tabellen, is_schrijfbaar
from loket.store.herversleuteling import herversleutel
from loket.store.versleuteling import Kluis

Item: TypeAlias = dict[str, Any]
"""One reply of the assistant in the wire format, without `recipient_id`."""

_MEESTE_BEKEND = 10_000
metadata = MetaData()  # made by the migrations in bot/migraties/gesprekken
_gesprek = Table(
    "gesprek",
    metadata,
    Column("id", String, primary_key=True),
    Column("token_hash", String, nullable=False, unique=True),
    Column("laatst", Float, nullable=False, index=True),
)
_bericht = Table(
    "bericht",
    metadata,
    Column("nr", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("gesprek", ForeignKey("gesprek.id", ondelete="CASCADE"), nullable=False),
    Column("bericht_id", String, nullable=False),
    Column("tekst", LargeBinary, nullable=False),
    Column("antwoord", LargeBinary),
    UniqueConstraint("gesprek", "bericht_id"),
    sqlite_autoincrement=True,
)
_beurt = Table(  # the order in which messages were answered: what a page has seen is one number
    "beurt",
    metadata,
    Column("gesprek", ForeignKey("gesprek.id", ondelete="CASCADE"), primary_key=True),
    Column("nr", Integer, primary_key=True),
    Column("bericht_id", String, nullable=False),
    Column("tijd", Float, nullable=False),
    UniqueConstraint("gesprek", "bericht_id"),
)
_sleutel = Table(  # the tokens of a conversation that went on elsewhere, beside its first one
    "sleutel",
    metadata,
    Column("token_hash", String, primary_key=True),
    Column("gesprek", ForeignKey("gesprek.id", ondelete="CASCADE"), nullable=False, index=True),
)
_later = Table(
    "later",
    metadata,
    Column("gesprek", ForeignKey("gesprek.id", ondelete="CASCADE"), primary_key=True),
    Column("code_hash", String, nullable=False, unique=True),
    Column("tot", Float, nullable=False),
)
_overdracht = Table(  # links with which one browser may go on with a conversation
    "overdracht",
    metadata,
    Column("gesprek", ForeignKey("gesprek.id", ondelete="CASCADE"), primary_key=True),
    Column("geheim_hash", String, nullable=False, unique=True),
    Column("tot", Float, nullable=False),
)
_duidelijk = Table(  # "Was dit duidelijk?": only how often, never whose answer it was
    "duidelijk_per_onderwerp",
    metadata,
    Column("dag", Date, primary_key=True),
    Column("onderwerp", String, primary_key=True),
    Column("ja", Integer, nullable=False),
    Column("nee", Integer, nullable=False),
)
_geteld = Table(  # which turns have been judged, so that none counts twice; goes with the conversation
    "geteld",
    metadata,
    Column("gesprek", ForeignKey("gesprek.id", ondelete="CASCADE"), primary_key=True),
    Column("nr", Integer, primary_key=True),
)

# What every turn asks is built once: building a statement takes longer than SQLite takes to answer it.
_DIT = (_bericht.c.gesprek == bindparam("van"), _bericht.c.bericht_id == bindparam("deze"))
_BERICHT = select(_bericht).where(*_DIT)
_ANTWOORD = update(_bericht).where(*_DIT).values(antwoord=bindparam("zegt"))
_NIEUW_BERICHT, _NIEUWE_BEURT = insert(_bericht), insert(_beurt)
_LAATST = update(_gesprek).where(_gesprek.c.id == bindparam("van")).values(laatst=bindparam("nu"))
_NR = select(_beurt.c.nr).where(
    _beurt.c.gesprek == bindparam("van"), _beurt.c.bericht_id == bindparam("deze")
)
_LAATSTE_NR = select(func.max(_beurt.c.nr)).where(_beurt.c.gesprek == bindparam("van"))


@dataclass(frozen=True, slots=True)
class Bericht:
    """A message of a person (`tekst`, empty for the opening) and its answer, None while there is none."""

    bericht_id: str
    tekst: str
    antwoord: list[Item] | None
    nieuw: bool = False
    """Whether it was recorded just now: then nobody can have answered it."""


@dataclass(frozen=True, slots=True)
class Beurt:
    """An answered message; `nr` counts 1, 2, 3… in the order in which a conversation was answered."""

    nr: int
    tijd: float
    """When it was answered, Unix time."""
    bericht: Bericht


class Gesprekken:
    """The store. All methods are synchronous; every write is one transaction."""

    def __init__(self, database: Tabellen, kluis: Kluis) -> None:
        """`database` holds the tables of bot/migraties/gesprekken."""
        self._database = database
        self._kluis = kluis
        self._bekend: dict[str, str] = {}

    def sluit(self) -> None:
        """Close the connections."""
        self._database.sluit()

    def is_schrijfbaar(self) -> bool:
        """Whether the store can be written now."""
        return is_schrijfbaar(self._database)

    def begin(self) -> tuple[str, str]:
        """Start a conversation; returns its token (192 random bits, kept only as a hash) and its id."""
        token, gesprek = secrets.token_urlsafe(24), uuid.uuid4().hex
        with self._database.schrijf_naast(gesprek) as db:
            db.execute(insert(_gesprek).values(id=gesprek, token_hash=_hash(token), laatst=time.time()))
        return token, gesprek

    def gesprek(self, token: str) -> str | None:
        """The conversation id that belongs to `token`, None when nobody issued that token."""
        with self._database.lees() as db:
            eerste = select(_gesprek.c.id).where(_gesprek.c.token_hash == _hash(token))
            ander = select(_sleutel.c.gesprek).where(_sleutel.c.token_hash == _hash(token))
            gesprek: str | None = db.execute(eerste.union(ander)).scalar_one_or_none()
        if gesprek is not None:
            if len(self._bekend) >= _MEESTE_BEKEND:
                self._bekend.clear()
            self._bekend[_hash(token)] = gesprek
        return gesprek

    def bekend(self, token: str) -> str | None:
        """The conversation that `gesprek` found for `token`, which may be deleted since; None when it was not
        asked of late. Does not read the database."""
        return self._bekend.get(_hash(token))

    def bestaat(self, gesprek: str) -> bool:
        """Whether the conversation is (still) there."""
        with self._database.lees() as db:
            return db.execute(select(_gesprek.c.id).where(_gesprek.c.id == gesprek)).first() is not None

    def neem_aan(self, gesprek: str, bericht_id: str, tekst: str) -> Bericht:
        """Record a message before it is answered; the same id again gives what was recorded first.

        Raises KeyError when the conversation is gone.
        """
        with self._database.schrijf_naast(gesprek) as db:
            rij = db.execute(_BERICHT, {"van": gesprek, "deze": bericht_id}).first()
            if rij is not None:
                return self._bericht(rij)
            if not db.execute(_LAATST, {"van": gesprek, "nu": time.time()}).rowcount:
                raise KeyError(gesprek)
            versleuteld = self._kluis.sluit(tekst.encode())
            db.execute(_NIEUW_BERICHT, {"gesprek": gesprek, "bericht_id": bericht_id, "tekst": versleuteld})
            return Bericht(bericht_id, tekst, None, nieuw=True)

    def beantwoord(self, gesprek: str, bericht_id: str, antwoord: Sequence[Item]) -> int:
        """Keep the answer to a message, and give the turn its number; a second time changes nothing.

        Returns the number of the turn.
        """
        with self._database.schrijf_naast(gesprek) as db:
            if (al := self._nr(db, gesprek, bericht_id)) is not None:
                return al
            zegt = self._kluis.sluit(json.dumps(list(antwoord)).encode())
            db.execute(_ANTWOORD, {"van": gesprek, "deze": bericht_id, "zegt": zegt})
            nr = self._laatste_nr(db, gesprek) + 1
            beurt = {"gesprek": gesprek, "bericht_id": bericht_id, "nr": nr, "tijd": time.time()}
            db.execute(_NIEUWE_BEURT, beurt)
            return nr

    def volgnummer(self, gesprek: str, bericht_id: str) -> int | None:
        """The number of the turn that answered a message, None when there is none (any more)."""
        with self._database.lees() as db:
            return self._nr(db, gesprek, bericht_id)

    def laatste_nr(self, gesprek: str) -> int:
        """The number of the latest turn, 0 when there is none."""
        with self._database.lees() as db:
            return self._laatste_nr(db, gesprek)

    def beurten(self, gesprek: str, na: int) -> list[Beurt]:
        """The turns after number `na`, in order."""
        with self._database.lees() as db:
            rijen = db.execute(
                select(_bericht, _beurt.c.nr.label("volgnummer"), _beurt.c.tijd)
                .join(
                    _beurt,
                    (_beurt.c.gesprek == _bericht.c.gesprek) & (_beurt.c.bericht_id == _bericht.c.bericht_id),
                )
                .where(_bericht.c.gesprek == gesprek, _beurt.c.nr > na)
                .order_by(_beurt.c.nr)
            ).all()
        return [Beurt(rij.volgnummer, rij.tijd, self._bericht(rij)) for rij in rijen]

    def maak_code(self, gesprek: str, geldig: float) -> tuple[str, float]:
        """A one-time code for the conversation, and until when (Unix time) it works: `geldig` seconds.

        An earlier code of the conversation stops working. Raises KeyError when the conversation is gone.
        """
        code, tot = nieuwe_code(), time.time() + geldig
        hash_ = _code_hash(code)
        with self._database.schrijf_naast(gesprek) as db:
            if db.execute(select(_gesprek.c.id).where(_gesprek.c.id == gesprek)).first() is None:
                raise KeyError(gesprek)
            db.execute(delete(_later).where(_later.c.gesprek == gesprek))
            db.execute(insert(_later).values(gesprek=gesprek, code_hash=hash_, tot=tot))
        return code, tot

    def hervat(self, code: str) -> str | None:
        """A new token for the conversation of this code, which works no more; None when it did not."""
        with self._database.schrijf() as db:
            return self._neem(db, _later, _later.c.code_hash == _code_hash(code))

    def splits(self, van: str, naar: str) -> None:
        """Begin conversation `naar`, with all messages of `van`; nobody has a token for it yet.

        One transaction; nothing happens when `naar` is there already. Raises KeyError when `van` is gone.
        """
        with self._database.schrijf() as db:
            if db.execute(select(_gesprek.c.id).where(_gesprek.c.id == naar)).first():
                return
            if not db.execute(select(_gesprek.c.id).where(_gesprek.c.id == van)).first():
                raise KeyError(van)
            niemand = _hash(secrets.token_urlsafe(24))
            db.execute(insert(_gesprek).values(id=naar, token_hash=niemand, laatst=time.time()))
            for tabel, zonder in ((_bericht, "nr"), (_beurt, "")):
                rijen = db.execute(select(tabel).where(tabel.c.gesprek == van).order_by(tabel.c.nr)).all()
                for rij in rijen:
                    waarden = {naam: waarde for naam, waarde in rij._mapping.items() if naam != zonder}
                    db.execute(insert(tabel).values(waarden | {"gesprek": naar}))

    def maak_overdracht(self, gesprek: str, geheim: str, tot: float) -> None:
        """Let whoever first shows `geheim` before `tot` (Unix time) go on. An earlier secret ends."""
        with self._database.schrijf() as db:
            db.execute(delete(_overdracht).where(_overdracht.c.gesprek == gesprek))
            db.execute(insert(_overdracht).values(gesprek=gesprek, geheim_hash=_hash(geheim), tot=tot))

    def neem_overdracht(self, geheim: str) -> str | None:
        """A token for the conversation of this secret, which works no more; None when it did not."""
        with self._database.schrijf() as db:
            return self._neem(db, _overdracht, _overdracht.c.geheim_hash == _hash(geheim))

    def _neem(self, db: Connection, tabel: Table, deze: ColumnElement[bool]) -> str | None:
        rij = db.execute(select(tabel.c.gesprek, tabel.c.tot).where(deze)).first()
        if rij is None:
            return None
        db.execute(delete(tabel).where(deze))
        if rij.tot < time.time():
            return None
        token = secrets.token_urlsafe(24)
        db.execute(insert(_sleutel).values(token_hash=_hash(token), gesprek=rij.gesprek))
        db.execute(update(_gesprek).where(_gesprek.c.id == rij.gesprek).values(laatst=time.time()))
        return token

    def tel_duidelijk(self, gesprek: str, dag: date, duidelijk: bool) -> None:
        """Count one answer to "Was dit duidelijk?" for the topic that the latest turn explained.

        A turn counts once; one that explained no topic does not count.
        """
        with self._database.schrijf() as db:
            nr = self._laatste_nr(db, gesprek)
            rij = db.execute(
                select(_bericht)
                .join(
                    _beurt,
                    (_beurt.c.gesprek == _bericht.c.gesprek) & (_beurt.c.bericht_id == _bericht.c.bericht_id),
                )
                .where(_beurt.c.gesprek == gesprek, _beurt.c.nr == nr)
            ).first()
            items = (self._bericht(rij).antwoord if rij else None) or []
            onderwerpen = [naam for item in items if (naam := item.get("custom", {}).get("onderwerp"))]
            if not onderwerpen or db.execute(select(_geteld).filter_by(gesprek=gesprek, nr=nr)).first():
                return
            db.execute(insert(_geteld).values(gesprek=gesprek, nr=nr))
            ja, nee = int(duidelijk), int(not duidelijk)
            dit = {"dag": dag, "onderwerp": onderwerpen[-1]}
            if db.execute(select(_duidelijk.c.ja).filter_by(**dit)).first() is None:
                db.execute(insert(_duidelijk).values(**dit, ja=0, nee=0))
            erbij = {"ja": _duidelijk.c.ja + ja, "nee": _duidelijk.c.nee + nee}
            db.execute(update(_duidelijk).filter_by(**dit).values(**erbij))

    def duidelijkheid(self, van: date, tot: date) -> list[Duidelijkheid]:
        """What people answered to "Was dit duidelijk?" from `van` to `tot`, both included, by topic.

        Sorted by topic. Belgian days.
        """
        ja, nee = func.sum(_duidelijk.c.ja), func.sum(_duidelijk.c.nee)
        with self._database.lees() as db:
            rijen = db.execute(
                select(_duidelijk.c.onderwerp, ja, nee)
                .where(_duidelijk.c.dag.between(van, tot))
                .group_by(_duidelijk.c.onderwerp)
                .order_by(_duidelijk.c.onderwerp)
            ).all()
        return [Duidelijkheid(*rij) for rij in rijen]

    def berichten(self, gesprek: str) -> list[Bericht]:
        """The messages of a conversation in the order in which they came in."""
        with self._database.lees() as db:
            rijen = db.execute(
                select(_bericht).where(_bericht.c.gesprek == gesprek).order_by(_bericht.c.nr)
            ).all()
        return [self._bericht(rij) for rij in rijen]

    def aantal(self) -> int:
        """How many conversations are kept now."""
        with self._database.lees() as db:
            return db.execute(select(func.count()).select_from(_gesprek)).scalar_one()

    def herversleutel(self) -> int:
        """Encrypt anew with the first key what an older one did; returns how many rows."""
        return herversleutel(self._database, _bericht, ("tekst", "antwoord"), self._kluis)

    def wis(self, gesprek: str) -> None:
        """Delete the conversation: from now on its token is unknown."""
        with self._database.schrijf_naast(gesprek) as db:
            db.execute(delete(_gesprek).where(_gesprek.c.id == gesprek))

    def ouder_dan(self, tijd: float) -> list[str]:
        """The conversations in which nobody said anything since `tijd` (Unix time)."""
        with self._database.lees() as db:
            return list(db.execute(select(_gesprek.c.id).where(_gesprek.c.laatst < tijd)).scalars())

    def _nr(self, db: Connection, gesprek: str, bericht_id: str) -> int | None:
        return db.execute(_NR, {"van": gesprek, "deze": bericht_id}).scalar_one_or_none()

    def _laatste_nr(self, db: Connection, gesprek: str) -> int:
        return db.execute(_LAATSTE_NR, {"van": gesprek}).scalar() or 0

    def _bericht(self, rij: Any) -> Bericht:
        antwoord = None if rij.antwoord is None else json.loads(self._kluis.open(rij.antwoord))
        return Bericht(rij.bericht_id, self._kluis.open(rij.tekst).decode(), antwoord)


def _hash(token: str) -> str:
    # The token is 192 random bits: a plain hash cannot be searched back, a slow one would gain nothing.
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _code_hash(code: str) -> str:
    # A code is short, so the hash is slow: whoever takes the file tries all codes in centuries, not in hours.
    return hashlib.scrypt(lees_code(code).encode(), salt=b"later verdergaan", n=2**14, r=8, p=1).hex()
