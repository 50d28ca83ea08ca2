"""Replacing a key: everything that older keys encrypted is encrypted anew with the first one.

Row by row, each in a transaction of its own: it may be stopped anywhere and run again, and the service goes
on meanwhile, as long as it knows both keys. Old keys are still needed for what people hold: docs/running.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Table, and_, delete, select, tuple_, update

from loket.store.archief import Archief
from loket.store.database import Deel
from loket.store.tabellen import AanvraagRij, GebeurtenisRij, NaamRij
from loket.store.versleuteling import Kluis
from loket.toegang.tabellen import MedewerkerRij, SessieRij

PER_KEER = 200


def herversleutel(database: Deel[Any], tabel: Table, kolommen: Sequence[str], kluis: Kluis) -> int:
    """Encrypt these columns of a table anew where an older key did it; returns how many rows that were.

    A row that someone changes at the same time is left to them: they write with the first key. Raises
    RegisterFout, VerkeerdeSleutel.
    """
    sleutel = list(tabel.primary_key.columns)
    velden = [tabel.c[naam] for naam in kolommen]
    aantal, vorige = 0, None
    while rijen := _lees(database, sleutel, velden, vorige):
        for rij in rijen:
            waar = {kolom.name: waarde for kolom, waarde in zip(sleutel, rij, strict=False)}
            oud = dict(zip(kolommen, rij[len(sleutel) :], strict=True))
            nieuw = {
                naam: anders
                for naam, waarde in oud.items()
                if waarde is not None and (anders := kluis.vernieuw(waarde)) is not None
            }
            if nieuw:
                zoals_gelezen = and_(*(tabel.c[naam] == oud[naam] for naam in nieuw))
                with database.schrijf() as sessie:
                    sessie.execute(update(tabel).filter_by(**waar).where(zoals_gelezen).values(**nieuw))
                aantal += 1
        vorige = rijen[-1][: len(sleutel)]
    return aantal


def herversleutel_kantoor(archief: Archief) -> int:
    """All of the office: aanvragen with the marks of their names, events, the secrets of accounts. Returns
    how many rows. Raises RegisterFout, VerkeerdeSleutel."""
    return sum(
        (
            _aanvragen(archief),
            herversleutel(archief.database, _tabel(GebeurtenisRij), ("inhoud",), archief.kluis),
            herversleutel(archief.database, _tabel(MedewerkerRij), ("totp",), archief.kluis),
            herversleutel(archief.database, _tabel(SessieRij), ("totp",), archief.kluis),
        )
    )


def _aanvragen(archief: Archief) -> int:
    """The aanvragen. Their names are found by marks of the first key, so these are made anew in the same
    transaction."""
    with archief.database.lees() as sessie:
        ids = list(sessie.scalars(select(AanvraagRij.id)))
    aantal = 0
    for aanvraag_id in ids:
        with archief.database.lees() as sessie:
            rij = sessie.get(AanvraagRij, aanvraag_id)
        if rij is None or (nieuw := archief.kluis.vernieuw(rij.inhoud)) is None:
            continue
        merken = archief.naammerken(archief.aanvraag(rij))
        with archief.database.schrijf() as sessie:
            rij = sessie.get(AanvraagRij, aanvraag_id)
            if rij is None:  # deleted meanwhile
                continue
            rij.inhoud = nieuw
            sessie.execute(delete(NaamRij).where(NaamRij.aanvraag_id == aanvraag_id))
            sessie.add_all(NaamRij(merk=merk, aanvraag_id=aanvraag_id) for merk in merken)
        aantal += 1
    return aantal


def _lees(
    database: Deel[Any], sleutel: Sequence[Any], velden: Iterable[Any], vorige: Sequence[Any] | None
) -> Sequence[Any]:
    vraag = select(*sleutel, *velden).order_by(*sleutel).limit(PER_KEER)
    if vorige is not None:
        # after the last row that was seen, by all columns of its key
        vraag = vraag.where(tuple_(*sleutel) > tuple_(*vorige))
    with database.lees() as db:
        rijen: Sequence[Any] = db.execute(vraag).all()
    return rijen


def _tabel(rij: Any) -> Table:
    tabel: Table = rij.__table__
    return tabel
