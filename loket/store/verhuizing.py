"""Moving a part of the database from SQLite to an empty PostgreSQL: every row, or nothing.

A part is first built beside its place, in a schema of its own, and compared. Only when all parts are right
do the schemas get their names, in one transaction. So whatever ends a move halfway, nobody finds half of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Integer, LargeBinary, MetaData, Row, Table, func, insert, select, text
from sqlalchemy.orm import Session

from loket.store.database import Database, naast_de_delen
from loket.store.versleuteling import Kluis

PER_KEER = 500
"""Rows that are in memory at once."""
_ERNAAST = "verhuis"


class VerhuisFout(Exception):
    """The move cannot be made, and nothing was moved. The message is for the person who runs it."""


def ernaast(deel: str) -> str:
    """The schema in which a part is built."""
    return f"{_ERNAAST}{deel}"


def maak_plaats(adres: str, delen: Collection[str]) -> None:
    """Throw away what an earlier move left. Raises VerhuisFout when one of these parts is there already."""
    with naast_de_delen(adres) as verbinding:
        _weiger_wat_er_is(verbinding, delen)
        _wis(verbinding, delen)


def ruim_op(adres: str, delen: Collection[str]) -> None:
    """Throw away what was built beside. Raises RegisterFout."""
    with naast_de_delen(adres) as verbinding:
        _wis(verbinding, delen)


def neem_in_gebruik(adres: str, delen: Collection[str]) -> None:
    """Put everything that was built in its place, in one transaction. Raises VerhuisFout when somebody began
    there meanwhile."""
    with naast_de_delen(adres) as verbinding:
        _weiger_wat_er_is(verbinding, delen)
        for deel in delen:
            verbinding.execute(text(f"ALTER SCHEMA {ernaast(deel)} RENAME TO {deel}"))


def neem_over(van: Database, naar: Database, tabellen: MetaData, kluis: Kluis) -> int:
    """Copy all rows of these tables, in one transaction; returns how many there are.

    `naar` holds the same tables, empty. Read back, it must hold what `van` holds: else VerhuisFout. Raises
    VerkeerdeSleutel when `kluis` cannot open something, and RegisterFout.
    """
    with van.lees() as uit, naar.schrijf() as in_:
        in_.execute(text("SET LOCAL statement_timeout = 0"))
        aantal = 0
        for tabel in tabellen.sorted_tables:
            for rijen in _rijen(uit, tabel):
                _controleer_sleutel(tabel, rijen, kluis)
                in_.execute(insert(tabel), [dict(rij._mapping) for rij in rijen])
            _tel_verder(uit, in_, tabel)
            oud, nieuw = _afdruk(uit, tabel), _afdruk(in_, tabel)
            if oud != nieuw:
                raise VerhuisFout(f"In {tabel.name} staat op de nieuwe plaats niet hetzelfde als op de oude.")
            aantal += nieuw[0]
        return aantal


def _weiger_wat_er_is(verbinding: Connection, delen: Collection[str]) -> None:
    namen = set(verbinding.execute(text("SELECT nspname FROM pg_namespace")).scalars())
    if er_al := sorted(namen & set(delen)):
        raise VerhuisFout(
            f"In deze databank staat al iets: {', '.join(er_al)}. Maak een lege databank en verhuis daarheen."
        )


def _wis(verbinding: Connection, delen: Collection[str]) -> None:
    for deel in delen:
        verbinding.execute(text(f"DROP SCHEMA IF EXISTS {ernaast(deel)} CASCADE"))


def _rijen(sessie: Session, tabel: Table) -> Iterator[Sequence[Row[Any]]]:
    vraag = select(tabel).execution_options(yield_per=PER_KEER)
    with sessie.execute(vraag) as uitkomst:
        yield from uitkomst.partitions()


def _controleer_sleutel(tabel: Table, rijen: Sequence[Row[Any]], kluis: Kluis) -> None:
    # what is encrypted has no fixed length; marks do
    for kolom in tabel.columns:
        if isinstance(kolom.type, LargeBinary) and kolom.type.length is None:
            for rij in rijen:
                if (waarde := rij._mapping[kolom]) is not None:
                    kluis.open(waarde)


def _tel_verder(uit: Session, in_: Session, tabel: Table) -> None:
    """Have PostgreSQL give out numbers after the highest that was ever given out."""
    for kolom in tabel.primary_key.columns:
        if not isinstance(kolom.type, Integer):
            continue
        teller = in_.scalar(select(func.pg_get_serial_sequence(tabel.name, kolom.name)))
        hoogste = in_.scalar(select(func.max(kolom))) or 0
        if tabel.dialect_options["sqlite"]["autoincrement"]:
            # also of rows that were deleted since: a number must not come back
            ooit = text("SELECT seq FROM sqlite_sequence WHERE name = :tabel")
            hoogste = max(hoogste, uit.scalar(ooit, {"tabel": tabel.name}) or 0)
        if teller is not None and hoogste:
            in_.execute(select(func.setval(teller, hoogste)))


def _afdruk(sessie: Session, tabel: Table) -> tuple[int, int]:
    """How many rows, and the sum of their hashes: the same for the same rows in any order."""
    aantal = som = 0
    for rijen in _rijen(sessie, tabel):
        aantal += len(rijen)
        for rij in rijen:
            som += int.from_bytes(hashlib.sha256(repr(tuple(rij)).encode()).digest()[:16], "big")
    return aantal, som
