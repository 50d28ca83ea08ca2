"""The audit: who saw or did what with which aanvraag, in rows that seal each other. It holds no content."""

from __future__ import annotations

import hmac
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from loket.store.database import Database
from loket.store.merken import Merker
from loket.store.tabellen import AuditRij

BEGIN = "0" * 64


@dataclass(frozen=True, slots=True)
class AuditRegel:
    """One row. `wie` is a worker's id, or "aanvrager", "dienst" or "opdrachtregel"."""

    id: int
    op: datetime
    wie: str
    wat: str
    nummer: str | None


@dataclass(frozen=True, slots=True)
class Controle:
    """What `controleer` found: the number of rows, the last seal, and the first row that does not fit."""

    aantal: int
    zegel: str
    fout_bij: int | None
    bevat: bool


class AuditLog:
    """The audit of one database."""

    def __init__(self, database: Database, merker: Merker) -> None:
        self._database = database
        self._merker = merker

    def schrijf(self, sessie: Session, op: datetime, wie: str, wat: str, nummer: str | None) -> None:
        """Add a row, within the transaction of what it tells of."""
        # `Database.schrijf` lets writers in one after the other, so the chain does not fork.
        vorige = sessie.scalars(select(AuditRij.keten).order_by(AuditRij.id.desc()).limit(1)).first()
        op = op.astimezone(UTC)
        zegel = next(self._merker.zegels(_inhoud(vorige or BEGIN, op, wie, wat, nummer)))
        sessie.add(AuditRij(op=op, wie=wie, wat=wat, nummer=nummer, keten=zegel))
        sessie.flush()

    def noteer(self, op: datetime, wie: str, wat: str, nummer: str | None = None) -> None:
        """Add a row by itself, for what changes nothing else (signing in, an export, a look at figures)."""
        with self._database.schrijf() as sessie:
            self.schrijf(sessie, op, wie, wat, nummer)

    def regels(
        self, nummer: str | None = None, *, voor: int | None = None, aantal: int = 100
    ) -> list[AuditRegel]:
        """Rows, newest first: of one aanvraag, or all; `voor` is the id of the row to go on from."""
        vraag = select(AuditRij).order_by(AuditRij.id.desc()).limit(aantal)
        if nummer is not None:
            vraag = vraag.where(AuditRij.nummer == nummer)
        if voor is not None:
            vraag = vraag.where(AuditRij.id < voor)
        with self._database.lees() as sessie:
            return [AuditRegel(r.id, r.op, r.wie, r.wat, r.nummer) for r in sessie.scalars(vraag)]

    def controleer(self, bevat: str | None = None) -> Controle:
        """Read the whole chain again. `bevat` is a seal that was noted before: it must still be there, or
        rows were cut off at the end."""
        vorige, aantal, gevonden = BEGIN, 0, bevat is None
        with closing(self._alle()) as rijen:
            for rij in rijen:
                inhoud = _inhoud(vorige, rij.op.astimezone(UTC), rij.wie, rij.wat, rij.nummer)
                if not any(hmac.compare_digest(rij.keten, zegel) for zegel in self._merker.zegels(inhoud)):
                    return Controle(aantal, vorige, rij.id, gevonden)
                vorige, aantal = rij.keten, aantal + 1
                gevonden = gevonden or rij.keten == bevat
        return Controle(aantal, vorige, None, gevonden)

    def _alle(self) -> Generator[AuditRij, None, None]:
        with self._database.lees() as sessie:
            vraag = select(AuditRij).order_by(AuditRij.id).execution_options(yield_per=1000)
            with sessie.scalars(vraag) as rijen:
                yield from rijen


def _inhoud(vorige: str, op: datetime, wie: str, wat: str, nummer: str | None) -> bytes:
    # no field holds the separator, so no two rows read the same
    velden = (vorige, op.isoformat(), wie, wat, nummer or "")
    return "\x1f".join(veld.replace("\x1f", " ") for veld in velden).encode()
