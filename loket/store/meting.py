"""How the record stands, as numbers for whoever watches the service: no aanvraag can be told from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select

from loket.domain.dossier.toestand import WachtOp, Wat
from loket.store.archief import RANG
from loket.store.database import Database
from loket.store.tabellen import AlarmRij, DossierRij, PostRij

BOUNCE_PERIODE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stand:
    """Counts, and ages in seconds (0 when nothing waits).

    `post_*` is the outbox; `teruggekomen` the mails that bounced in the last day. `wachtend` is what waits
    on a loket, by what is waited for (a value of `Wat`); `oudste_wachtend` is since when, `over_termijn`
    how many are late.
    """

    post_wachtend: int
    post_oudste: float
    teruggekomen: int
    alarmen: int
    wachtend: dict[str, int]
    oudste_wachtend: float
    over_termijn: int


def meet(database: Database, nu: datetime) -> Stand:
    """Count, in one reading transaction. Raises RegisterFout."""
    weg = PostRij.verzonden_op.is_(None) & PostRij.gestopt_op.is_(None)
    op_loket = DossierRij.rang == RANG[WachtOp.LOKET]
    with database.lees() as sessie:
        post, oudste_post = sessie.execute(
            select(func.count(PostRij.id), func.min(PostRij.aangemaakt_op)).where(weg)
        ).one()
        terug = sessie.scalar(select(func.count(PostRij.id)).where(PostRij.terug_op > nu - BOUNCE_PERIODE))
        alarmen = sessie.scalar(
            select(func.count(AlarmRij.id)).where(
                AlarmRij.gezien_op.is_(None), AlarmRij.opgelost_op.is_(None)
            )
        )
        per_wat = dict(
            sessie.execute(select(DossierRij.wat, func.count()).where(op_loket).group_by(DossierRij.wat))
            .tuples()
            .all()
        )
        oudste = sessie.scalar(select(func.min(DossierRij.sinds)).where(op_loket))
        laat = sessie.scalar(select(func.count()).where(op_loket, DossierRij.termijn_op < nu))
    return Stand(
        post_wachtend=post,
        post_oudste=_seconden(oudste_post, nu),
        teruggekomen=terug or 0,
        alarmen=alarmen or 0,
        wachtend={wat.value: per_wat.get(wat.value, 0) for wat in Wat if wat is not Wat.NIETS},
        oudste_wachtend=_seconden(oudste, nu),
        over_termijn=laat or 0,
    )


def _seconden(sinds: datetime | None, nu: datetime) -> float:
    return max((nu - sinds).total_seconds(), 0.0) if sinds else 0.0
