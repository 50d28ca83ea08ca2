"""What came in from Messenger and what must still go out, on disk, so that nothing is lost or said twice.

A webhook is answered only after `neem_op` has committed. What a message says and who says it are encrypted;
who it is from is found by a keyed hash. A message's id is kept only as a hash, linked to nobody.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    and_,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from bot.channels.messenger.gebeurtenissen import Gebeurtenis, Soort
from bot.channels.vorm import Genummerd
from loket.store.database import Tabellen, is_schrijfbaar
from loket.store.herversleuteling import herversleutel
from loket.store.versleuteling import Kluis

Uitgaand: TypeAlias = dict[str, Any]
"""What goes out: `{"message": …}` as the Send API takes it, or `{"daad": …}` for something else to do."""

metadata = MetaData()
_persoon = Table(
    "messenger_persoon",
    metadata,
    Column("merk", String(64), primary_key=True),
    Column("psid", LargeBinary, nullable=False),
    Column("gesprek", String(64)),
    Column("begroet", Boolean, nullable=False, default=False),
    Column("bij_mens", Boolean, nullable=False, default=False),
    Column("hier", Boolean, nullable=False, default=False),
    Column("weg", Boolean, nullable=False, default=False),
    Column("staat", LargeBinary),
    Column("laatst", Float, nullable=False, index=True),
    Column("wacht_tot", Float, nullable=False, default=0.0),
    Column("geclaimd_door", String(32)),
    Column("geclaimd_tot", Float, nullable=False, default=0.0),
)
_gezien = Table(  # which messages came in, so that none counts twice; tells nothing of anyone
    "messenger_gezien",
    metadata,
    Column("sleutel", String(64), primary_key=True),
    Column("tijd", Float, nullable=False, index=True),
)
_in = Table(
    "messenger_in",
    metadata,
    Column("nr", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("merk", ForeignKey("messenger_persoon.merk", ondelete="CASCADE"), nullable=False, index=True),
    Column("sleutel", String(64), nullable=False, unique=True),
    Column("soort", String(20), nullable=False),
    Column("tijd", Float, nullable=False),
    Column("inhoud", LargeBinary, nullable=False),
    Column("gewaarschuwd", Boolean, nullable=False, default=False),
    Column("pogingen", Integer, nullable=False, default=0),
    sqlite_autoincrement=True,
)
_uit = Table(
    "messenger_uit",
    metadata,
    Column("nr", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("merk", ForeignKey("messenger_persoon.merk", ondelete="CASCADE"), nullable=False, index=True),
    Column("inhoud", LargeBinary, nullable=False),
    Column("tijd", Float, nullable=False),
    Column("pogingen", Integer, nullable=False, default=0),
    sqlite_autoincrement=True,
)
_doorgegeven = Table(  # conversations that went on in the widget, so that wiping reaches them too
    "messenger_doorgegeven",
    metadata,
    Column("gesprek", String(64), primary_key=True),
    Column("merk", ForeignKey("messenger_persoon.merk", ondelete="CASCADE"), nullable=False, index=True),
)
_wisverzoek = Table(  # what became of a request to delete, found only by its code
    "messenger_wisverzoek",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    Column("gewist", Boolean, nullable=False),
    Column("tijd", Float, nullable=False, index=True),
)


@dataclass(frozen=True, slots=True)
class Persoon:
    """Someone who wrote to the page. `laatst`: when they last did, Unix time."""

    merk: str
    psid: str
    gesprek: str | None
    begroet: bool
    bij_mens: bool
    hier: bool
    """They chose to do an aanvraag in Messenger itself."""
    weg: bool
    """To be forgotten once the last message is out."""
    laatst: float
    genummerd: Genummerd
    start: str
    """What they said that began a form which went on elsewhere."""


@dataclass(frozen=True, slots=True)
class Ontvangen:
    """An event that awaits its answer. `sleutel` names it for ever, in the conversation too."""

    nr: int
    sleutel: str
    soort: Soort
    tijd: float
    tekst: str
    gewaarschuwd: bool
    pogingen: int


@dataclass(frozen=True, slots=True)
class Uit:
    """Something that must still go out."""

    nr: int
    inhoud: Uitgaand
    pogingen: int


class Inbox:
    """The store. All methods are synchronous; every write is one transaction. Raises RegisterFout."""

    def __init__(self, database: Tabellen, kluis: Kluis, merken: Callable[[str], tuple[str, ...]]) -> None:
        """`database` holds the tables of bot/migraties/messenger; `merken` gives the keyed hashes (at most 64
        characters) by which a person is found, one a key."""
        self._database = database
        self._kluis = kluis
        self._merken = merken

    def sluit(self) -> None:
        """Close the connections."""
        self._database.sluit()

    def is_schrijfbaar(self) -> bool:
        """Whether the store can be written now."""
        return is_schrijfbaar(self._database)

    def neem_op(self, gebeurtenissen: Sequence[Gebeurtenis], nu: float) -> set[str]:
        """Keep these events, each once ever; returns whose they are. Committed when it returns."""
        try:
            return self._neem_op(gebeurtenissen, nu)
        except IntegrityError:  # another process took the same delivery at the same moment
            return self._neem_op(gebeurtenissen, nu)

    def _neem_op(self, gebeurtenissen: Sequence[Gebeurtenis], nu: float) -> set[str]:
        sleutels = {_sleutel(gebeurtenis.id) for gebeurtenis in gebeurtenissen}
        van_wie: set[str] = set()
        with self._database.schrijf() as db:
            oud = set(db.execute(select(_gezien.c.sleutel).where(_gezien.c.sleutel.in_(sleutels))).scalars())
            for gebeurtenis in gebeurtenissen:
                sleutel = _sleutel(gebeurtenis.id)
                if sleutel in oud:
                    continue
                oud.add(sleutel)
                merk = self._persoon_bij(db, gebeurtenis, min(gebeurtenis.tijd or nu, nu))
                van_wie.add(merk)
                db.execute(insert(_gezien).values(sleutel=sleutel, tijd=nu))
                db.execute(
                    insert(_in).values(
                        merk=merk,
                        sleutel=sleutel,
                        soort=gebeurtenis.soort.value,
                        tijd=gebeurtenis.tijd or nu,
                        inhoud=self._kluis.sluit(gebeurtenis.tekst.encode()),
                    )
                )
        return van_wie

    def _persoon_bij(self, db: Connection, gebeurtenis: Gebeurtenis, tijd: float) -> str:
        merken = self._merken(gebeurtenis.psid)
        rij = db.execute(
            select(_persoon.c.merk, _persoon.c.laatst).where(_persoon.c.merk.in_(merken))
        ).first()
        if rij is None:
            inhoud = self._kluis.sluit(gebeurtenis.psid.encode())
            db.execute(insert(_persoon).values(merk=merken[0], psid=inhoud, laatst=tijd))
            return merken[0]
        merk: str = rij.merk
        van_mens = gebeurtenis.soort not in {Soort.TERUG, Soort.AFGEGEVEN}
        nieuw = {"wacht_tot": 0.0} | ({"laatst": max(rij.laatst, tijd)} if van_mens else {})
        db.execute(update(_persoon).where(_persoon.c.merk == merk).values(nieuw))
        return merk

    def wachtenden(self, nu: float, hoogstens: int = 200) -> list[str]:
        """Whose turn it may be: something waits, nobody works on it, and no pause is on."""
        with self._database.lees() as db:
            return list(
                db.execute(
                    select(_persoon.c.merk)
                    .where(_persoon.c.wacht_tot <= nu, _vrij(nu))
                    .where(
                        or_(
                            exists().where(_in.c.merk == _persoon.c.merk),
                            exists().where(_uit.c.merk == _persoon.c.merk),
                            _persoon.c.weg,
                        )
                    )
                    .limit(hoogstens)
                ).scalars()
            )

    def claim(self, merk: str, wie: str, nu: float, lease: float) -> bool:
        """Take (or keep) a person for `lease` seconds, so that one worker at a time answers them."""
        vrij = or_(_vrij(nu), _persoon.c.geclaimd_door == wie)
        with self._database.schrijf() as db:
            gelukt = db.execute(
                update(_persoon)
                .where(and_(_persoon.c.merk == merk, vrij))
                .values(geclaimd_door=wie, geclaimd_tot=nu + lease)
                .returning(_persoon.c.merk)
            )
            return gelukt.first() is not None

    def verleng(self, merken: Collection[str], wie: str, nu: float, lease: float) -> None:
        """Keep those of these persons whom this worker has, for another `lease` seconds."""
        with self._database.schrijf() as db:
            db.execute(
                update(_persoon)
                .where(_persoon.c.geclaimd_door == wie, _persoon.c.merk.in_(merken))
                .values(geclaimd_tot=nu + lease)
            )

    def laat_los(self, merk: str, wie: str, wacht_tot: float) -> None:
        """Let go of a person; nobody need look again before `wacht_tot`, unless they write."""
        with self._database.schrijf() as db:
            db.execute(
                update(_persoon)
                .where(_persoon.c.merk == merk, _persoon.c.geclaimd_door == wie)
                .values(geclaimd_door=None, geclaimd_tot=0.0, wacht_tot=wacht_tot)
            )

    def persoon(self, merk: str) -> Persoon | None:
        """This person, None when forgotten."""
        with self._database.lees() as db:
            rij = db.execute(select(_persoon).where(_persoon.c.merk == merk)).first()
        if rij is None:
            return None
        staat = json.loads(self._kluis.open(rij.staat)) if rij.staat else {}
        return Persoon(
            merk=rij.merk,
            psid=self._kluis.open(rij.psid).decode(),
            gesprek=rij.gesprek,
            begroet=rij.begroet,
            bij_mens=rij.bij_mens,
            hier=rij.hier,
            weg=rij.weg,
            laatst=rij.laatst,
            genummerd=Genummerd(tuple(staat.get("zinnen", ())), bool(staat.get("meerdere"))),
            start=staat.get("start", ""),
        )

    def merk_van(self, psid: str) -> str | None:
        """By what a person is found here, None when they are not known."""
        with self._database.lees() as db:
            deze = _persoon.c.merk.in_(self._merken(psid))
            return db.execute(select(_persoon.c.merk).where(deze)).scalars().first()

    def herversleutel(self) -> int:
        """Encrypt and mark anew with the first key what an older one did; returns how many rows."""
        aantal = self._hermerk()
        for tabel, kolommen in ((_persoon, ("psid", "staat")), (_in, ("inhoud",)), (_uit, ("inhoud",))):
            aantal += herversleutel(self._database, tabel, kolommen, self._kluis)
        return aantal

    def _hermerk(self) -> int:
        with self._database.lees() as db:
            rijen = db.execute(select(_persoon.c.merk, _persoon.c.psid)).all()
        aantal = 0
        for rij in rijen:
            nieuw = self._merken(self._kluis.open(rij.psid).decode())[0]
            if nieuw == rij.merk:
                continue
            with self._database.schrijf() as db:
                oud = db.execute(select(_persoon).where(_persoon.c.merk == rij.merk)).first()
                if oud is None:  # forgotten meanwhile
                    continue
                db.execute(insert(_persoon).values(dict(oud._mapping) | {"merk": nieuw}))
                for tabel in (_in, _uit, _doorgegeven):
                    db.execute(update(tabel).where(tabel.c.merk == rij.merk).values(merk=nieuw))
                db.execute(delete(_persoon).where(_persoon.c.merk == rij.merk))
            aantal += 1
        return aantal

    def wachtend(self, merk: str) -> list[Ontvangen]:
        """The events of a person that await an answer, in the order in which they happened."""
        with self._database.lees() as db:
            rijen = db.execute(select(_in).where(_in.c.merk == merk).order_by(_in.c.tijd, _in.c.nr)).all()
        return [
            Ontvangen(
                rij.nr,
                rij.sleutel,
                Soort(rij.soort),
                rij.tijd,
                self._kluis.open(rij.inhoud).decode(),
                rij.gewaarschuwd,
                rij.pogingen,
            )
            for rij in rijen
        ]

    def verbind(self, merk: str, gesprek: str | None) -> None:
        """From now on this person talks in that conversation, and has not been greeted in it."""
        with self._database.schrijf() as db:
            db.execute(update(_persoon).where(_persoon.c.merk == merk).values(gesprek=gesprek, begroet=False))

    def geef_door(self, merk: str, gesprek: str) -> None:
        """Note a conversation that this person took to the widget."""
        with self._database.schrijf() as db:
            if not db.execute(select(_doorgegeven).where(_doorgegeven.c.gesprek == gesprek)).first():
                db.execute(insert(_doorgegeven).values(gesprek=gesprek, merk=merk))

    def gesprekken_van(self, merk: str) -> list[str]:
        """All conversations that began with this person in Messenger."""
        with self._database.lees() as db:
            hier = db.execute(select(_persoon.c.gesprek).where(_persoon.c.merk == merk)).scalars()
            elders = db.execute(select(_doorgegeven.c.gesprek).where(_doorgegeven.c.merk == merk)).scalars()
            return [gesprek for gesprek in (*hier, *elders) if gesprek]

    def klaar(  # noqa: PLR0913
        self,
        merk: str,
        nr: int,
        berichten: Iterable[Uitgaand],
        nu: float,
        *,
        genummerd: Genummerd | None = None,
        start: str = "",
        **persoon: bool,
    ) -> None:
        """An event has its answer: keep `berichten` to be sent and forget what was said, in one step.

        Nothing happens when it had its answer already, or was deleted with the person. `genummerd` and
        `start` replace what is remembered of the last answer; `persoon` sets its flags.
        """
        staat = {
            "zinnen": list((genummerd or Genummerd()).zinnen),
            "meerdere": bool(genummerd and genummerd.meerdere),
            "start": start,
        }
        with self._database.schrijf() as db:
            if db.execute(delete(_in).where(_in.c.nr == nr).returning(_in.c.nr)).first() is None:
                return
            self._schrijf_uit(db, merk, berichten, nu)
            db.execute(
                update(_persoon)
                .where(_persoon.c.merk == merk)
                .values(staat=self._kluis.sluit(json.dumps(staat).encode()), **persoon)
            )

    def waarschuw(self, merk: str, nrs: Sequence[int], berichten: Iterable[Uitgaand], nu: float) -> None:
        """Send these at once, before the events `nrs` have their answer; each is warned about once."""
        with self._database.schrijf() as db:
            db.execute(update(_in).where(_in.c.nr.in_(nrs)).values(gewaarschuwd=True))
            self._schrijf_uit(db, merk, berichten, nu)

    def probeer_later(self, nr: int) -> None:
        """An event could not be answered this time."""
        with self._database.schrijf() as db:
            db.execute(update(_in).where(_in.c.nr == nr).values(pogingen=_in.c.pogingen + 1))

    def uitgaand(self, merk: str) -> Uit | None:
        """What must go out first, None when nothing waits."""
        with self._database.lees() as db:
            rij = db.execute(select(_uit).where(_uit.c.merk == merk).order_by(_uit.c.nr).limit(1)).first()
        return Uit(rij.nr, json.loads(self._kluis.open(rij.inhoud)), rij.pogingen) if rij else None

    def is_uit(self, nr: int) -> None:
        """It is out, or never will be."""
        with self._database.schrijf() as db:
            db.execute(delete(_uit).where(_uit.c.nr == nr))

    def niet_uit(self, nr: int) -> None:
        """It could not go out this time."""
        with self._database.schrijf() as db:
            db.execute(update(_uit).where(_uit.c.nr == nr).values(pogingen=_uit.c.pogingen + 1))

    def laat_vallen(self, merk: str) -> int:
        """Nothing more may be sent to this person now: drop what waits; how many messages that were."""
        with self._database.schrijf() as db:
            weg = db.execute(delete(_uit).where(_uit.c.merk == merk).returning(_uit.c.nr)).all()
            return len(weg)

    def vergeet(self, merk: str, *, ook_wat_wacht: bool = False) -> bool:
        """Delete all that is known of a person; whether they were known.

        Without `ook_wat_wacht` a person who wrote again meanwhile stays.
        """
        deze = _persoon.c.merk == merk
        if not ook_wat_wacht:
            deze = deze & ~exists().where(_in.c.merk == merk)
        with self._database.schrijf() as db:
            return db.execute(delete(_persoon).where(deze).returning(_persoon.c.merk)).first() is not None

    def ruim_op(self, grens: float) -> int:
        """Delete the persons who wrote nothing since `grens` (Unix time); how many that were."""
        with self._database.schrijf() as db:
            weg = db.execute(
                delete(_persoon).where(_persoon.c.laatst < grens).returning(_persoon.c.merk)
            ).all()
            db.execute(delete(_gezien).where(_gezien.c.tijd < grens))
            db.execute(delete(_wisverzoek).where(_wisverzoek.c.tijd < grens))
            return len(weg)

    def noteer_wisverzoek(self, *, gewist: bool, nu: float) -> str:
        """Keep what became of a request to delete; returns the code by which it is found."""
        code = secrets.token_hex(12)
        with self._database.schrijf() as db:
            db.execute(insert(_wisverzoek).values(code_hash=_sleutel(code), gewist=gewist, tijd=nu))
        return code

    def wisverzoek(self, code: str) -> bool | None:
        """Whether something was found and deleted for this request; None when there is no such request."""
        with self._database.lees() as db:
            return db.execute(
                select(_wisverzoek.c.gewist).where(_wisverzoek.c.code_hash == _sleutel(code))
            ).scalar_one_or_none()

    def oudste(self, nu: float) -> float:
        """How many seconds the oldest thing waits, 0 when nothing does: for health."""
        with self._database.lees() as db:
            tijden = [
                db.execute(select(func.min(_in.c.tijd))).scalar(),
                db.execute(select(func.min(_uit.c.tijd))).scalar(),
            ]
        return max((nu - tijd for tijd in tijden if tijd is not None), default=0.0)

    def _schrijf_uit(self, db: Connection, merk: str, berichten: Iterable[Uitgaand], nu: float) -> None:
        for bericht in berichten:
            inhoud = self._kluis.sluit(json.dumps(bericht).encode())
            db.execute(insert(_uit).values(merk=merk, inhoud=inhoud, tijd=nu))


def _vrij(nu: float) -> ColumnElement[bool]:
    return or_(_persoon.c.geclaimd_door.is_(None), _persoon.c.geclaimd_tot <= nu)


def _sleutel(id_: str) -> str:
    return hashlib.sha256(id_.encode("utf-8", "surrogatepass")).hexdigest()
