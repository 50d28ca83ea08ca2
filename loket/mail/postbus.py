"""The outbox: which mails must still go out, who is sending them, and what went wrong."""

from __future__ import annotations

import logging
import random
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, func, or_, select, update
from sqlalchemy.orm import Session

from loket.domain.dossier.gebeurtenis import PostSoort
from loket.domain.dossier.toestand import GESLOTEN, Staat
from loket.domain.nummer import lees_nummer
from loket.store.archief import Archief, nieuwe_post
from loket.store.register import OnbekendeAanvraag
from loket.store.tabellen import AanvraagRij, AlarmRij, DossierRij, PostRij

log = logging.getLogger(__name__)

EERSTE_UITSTEL = timedelta(seconds=30)
LANGSTE_UITSTEL = timedelta(hours=1)
TRAAG_UITSTEL = timedelta(hours=6)
"""Between attempts once an alarm was raised: never dropped, but no longer in a hurry."""
VERSTE_PLAN = 2 * TRAAG_UITSTEL
"""No attempt is planned further ahead. One that is, was planned by a clock that was wrong: it is due."""
LANGSTE_LEASE = timedelta(hours=1)
"""No claim holds longer either."""
ALARMMAIL_TUSSENPOOS = timedelta(hours=1)
GEWEIGERD = "RecipientRefused"
"""In the code of a failure: the server does not take mail for this address."""


@dataclass(frozen=True, slots=True)
class Post:
    """A mail that this worker may send now; the lease `claim` proves it."""

    id: UUID
    claim: UUID
    soort: str
    aanvraag_id: UUID | None
    message_id: str
    aangemaakt_op: datetime
    pogingen: int
    gebeurtenis_id: int | None = None


@dataclass(frozen=True, slots=True)
class PostRegel:
    """A line of the outbox for the person who looks after the service; no personal data."""

    nummer: str | None
    soort: str
    aangemaakt_op: datetime
    volgende_poging_op: datetime
    pogingen: int
    verzonden_op: datetime | None
    alarm_op: datetime | None
    laatste_fout: str | None


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something a person must look at. `opgelost_op` is set when the mail left after all."""

    id: int
    nummer: str | None
    soort: str | None
    code: str
    aangemaakt_op: datetime
    gezien_op: datetime | None
    opgelost_op: datetime | None


@dataclass(frozen=True, slots=True)
class Toestand:
    """How the outbox is doing, for health: counts, and the age of the oldest waiting mail in seconds."""

    wachtend: int
    oudste_seconden: float
    alarmen: int


@dataclass(frozen=True, slots=True)
class AlarmGroep:
    """Alarms with the same code: how many, of which aanvragen, since when."""

    code: str
    aantal: int
    nummers: tuple[str, ...]
    sinds: datetime


def groepeer(alarmen: Iterable[Alarm]) -> list[AlarmGroep]:
    """The alarms by code, the oldest group first: a hundred bounces are one line."""
    per_code: dict[str, list[Alarm]] = {}
    for alarm in alarmen:
        per_code.setdefault(alarm.code, []).append(alarm)
    groepen = [
        AlarmGroep(
            code,
            len(groep),
            tuple(dict.fromkeys(alarm.nummer for alarm in groep if alarm.nummer)),
            min(alarm.aangemaakt_op for alarm in groep),
        )
        for code, groep in per_code.items()
    ]
    return sorted(groepen, key=lambda groep: (groep.sinds, groep.code))


class Postbus:
    """The outbox of the register's database."""

    def __init__(
        self,
        archief: Archief,
        *,
        alarm_na: timedelta = timedelta(hours=48),
        beheerder: bool = False,
        toeval: random.Random | None = None,
    ) -> None:
        self._archief = archief
        self._database = archief.database
        self._alarm_na = alarm_na
        self._mail_domein = archief.mail_domein
        self._beheerder = beheerder
        self._toeval = toeval or random.Random()  # noqa: S311 - spreads attempts, guards nothing

    def claim(self, nu: datetime, lease: timedelta) -> Post | None:
        """Take the mail that is due the longest, for `lease`; None when none is due.

        A worker that dies loses its claim when the lease runs out.
        """
        te_doen = (_wacht(), _is_tijd(nu), _vrij(nu))
        with self._database.lees() as sessie:  # looking must not hold up those who record
            if sessie.scalars(select(PostRij.id).where(*te_doen).limit(1)).first() is None:
                return None
        with self._database.schrijf_naast(None) as sessie:  # several workers at once, each another mail
            rij = sessie.scalars(
                select(PostRij)
                .where(*te_doen)
                .order_by(
                    PostRij.volgende_poging_op, PostRij.soort.desc(), PostRij.id
                )  # loket before bevestiging
                .limit(1)
                .with_for_update(skip_locked=True)
            ).one_or_none()
            if rij is None:
                return None
            claim = uuid.uuid4()
            rij.geclaimd_door, rij.geclaimd_tot = claim, nu + lease
            return Post(
                rij.id,
                claim,
                rij.soort,
                rij.aanvraag_id,
                rij.message_id,
                rij.aangemaakt_op,
                rij.pogingen,
                rij.gebeurtenis_id,
            )

    def verzonden(self, post: Post, nu: datetime) -> None:
        """Note that the mail left. Solves its open alarms. Also right when the lease ran out meanwhile:
        the mail did leave. One that was refused before did not fail to arrive after all."""
        with self._database.schrijf() as sessie:
            rij = sessie.get(PostRij, post.id)
            if rij is not None and rij.verzonden_op is None and rij.terug_op is not None:
                self._kwam_terug(sessie, rij, None)
            sessie.execute(
                update(PostRij)
                .where(PostRij.id == post.id, PostRij.verzonden_op.is_(None))
                .values(
                    verzonden_op=nu,
                    pogingen=PostRij.pogingen + 1,
                    geclaimd_tot=None,
                    geclaimd_door=None,
                    laatste_fout=None,
                )
            )
            sessie.execute(
                update(AlarmRij)
                .where(AlarmRij.post_id == post.id, AlarmRij.opgelost_op.is_(None))
                .where(AlarmRij.code != "pdf")  # that mail left without its PDF: still something to see
                .values(opgelost_op=nu)
            )

    def mislukt(self, post: Post, nu: datetime, code: str, *, blijvend: bool) -> bool:
        """Note a failed attempt and plan the next. Returns whether this raised an alarm: at once when
        the failure is permanent, else after `alarm_na`. Nothing is ever dropped.

        An address that the mail server refuses at once is one that bounces, and a mail that waited so long
        is no better: the aanvraag says so to the worker, who may know another way.
        """
        with self._database.schrijf() as sessie:
            rij = sessie.get(PostRij, post.id)
            if rij is None or rij.verzonden_op or rij.geclaimd_door != post.claim:
                return False  # another worker has it, or it left
            rij.pogingen += 1
            rij.laatste_fout = code[:60]
            rij.geclaimd_door = rij.geclaimd_tot = None
            te_lang = nu - rij.aangemaakt_op >= self._alarm_na
            alarm = rij.alarm_op is None and (blijvend or te_lang)
            if alarm:
                rij.alarm_op = nu
                self._sla_alarm(sessie, rij, code, nu)
            if rij.terug_op is None and (te_lang or (blijvend and GEWEIGERD in code)):
                self._kwam_terug(sessie, rij, nu)
            rij.volgende_poging_op = nu + self._uitstel(rij.pogingen, traag=rij.alarm_op is not None)
            return alarm

    def verleng(self, post: Post, nu: datetime, lease: timedelta) -> None:
        """Renew a claim that is still this worker's."""
        with self._database.schrijf() as sessie:
            sessie.execute(
                update(PostRij)
                .where(PostRij.id == post.id, PostRij.geclaimd_door == post.claim)
                .values(geclaimd_tot=nu + lease)
            )

    def geef_vrij(self, post: Post) -> None:
        """Give a claim back unused: the next worker may send it at once."""
        with self._database.schrijf() as sessie:
            sessie.execute(
                update(PostRij)
                .where(PostRij.id == post.id, PostRij.geclaimd_door == post.claim)
                .values(geclaimd_door=None, geclaimd_tot=None)
            )

    def alarmeer(self, post: Post, nu: datetime, code: str) -> None:
        """Raise an alarm, once for each mail and code, about a mail that leaves all the same."""
        with self._database.schrijf() as sessie:
            al = sessie.scalars(
                select(AlarmRij.id).where(AlarmRij.post_id == post.id, AlarmRij.code == code).limit(1)
            ).first()
            rij = sessie.get(PostRij, post.id)
            if al is None and rij is not None:
                self._sla_alarm(sessie, rij, code, nu)

    def volgende(self, nu: datetime) -> timedelta | None:
        """How long until a mail is due (zero when one is due now); None when nothing waits."""
        vanaf = case(
            (PostRij.geclaimd_tot > PostRij.volgende_poging_op, PostRij.geclaimd_tot),
            else_=PostRij.volgende_poging_op,
        )
        with self._database.lees() as sessie:
            eerste = sessie.scalar(select(func.min(vanaf)).where(_wacht()))
        return max(eerste - nu, timedelta(0)) if eerste else None

    def toestand(self, nu: datetime) -> Toestand:
        """Counts for health: waiting mails, age of the oldest in seconds, alarms no one has seen."""
        with self._database.lees() as sessie:
            wachtend, oudste = sessie.execute(
                select(func.count(PostRij.id), func.min(PostRij.aangemaakt_op)).where(_wacht())
            ).one()
            alarmen = sessie.scalar(select(func.count(AlarmRij.id)).where(_open())) or 0
        oud = max((nu - oudste).total_seconds(), 0.0) if oudste else 0.0
        return Toestand(wachtend, oud, alarmen)

    def alarmen(self, *, ook_oude: bool = False) -> list[Alarm]:
        """The alarms, oldest first: the open ones, or all."""
        vraag = select(AlarmRij, PostRij.soort).outerjoin(PostRij, PostRij.id == AlarmRij.post_id)
        if not ook_oude:
            vraag = vraag.where(_open())
        with self._database.lees() as sessie:
            return [
                Alarm(rij.id, rij.nummer, soort, rij.code, rij.aangemaakt_op, rij.gezien_op, rij.opgelost_op)
                for rij, soort in sessie.execute(vraag.order_by(AlarmRij.id)).all()
            ]

    def alarm(
        self, code: str, nu: datetime, *, nummer: str | None = None, post_id: UUID | None = None
    ) -> bool:
        """Raise an alarm that is not about a failed attempt: once for a number (or mail) and code, until a
        person has seen it. Returns whether it is new."""
        with self._database.schrijf() as sessie:
            return self.alarm_in(sessie, code, nu, nummer=nummer, post_id=post_id)

    def alarm_in(
        self,
        sessie: Session,
        code: str,
        nu: datetime,
        *,
        nummer: str | None = None,
        post_id: UUID | None = None,
    ) -> bool:
        """As `alarm`, within the transaction of what it tells of."""
        al = sessie.scalars(
            select(AlarmRij.id)
            .where(AlarmRij.code == code[:60], AlarmRij.gezien_op.is_(None))
            .where(AlarmRij.nummer == nummer if nummer else AlarmRij.nummer.is_(None))
            .limit(1)
        ).first()
        if al is not None:
            return False
        sessie.add(AlarmRij(post_id=post_id, nummer=nummer, code=code[:60], aangemaakt_op=nu))
        log.error("alarm over %s: %s", nummer or "de dienst", code[:60])
        self._meld_alarm(sessie, nu)
        return True

    def groep_gezien(self, code: str, nu: datetime) -> int:
        """Note that a person saw every alarm with this code; returns how many that were."""
        with self._database.schrijf() as sessie:
            open_ = list(sessie.scalars(select(AlarmRij).where(AlarmRij.code == code, _open())))
            for rij in open_:
                rij.gezien_op = nu
            return len(open_)

    def gezien(self, alarm_id: int, nu: datetime) -> bool:
        """Note that a person saw this alarm. False when there is no such open alarm."""
        with self._database.schrijf() as sessie:
            rij = sessie.get(AlarmRij, alarm_id)
            if rij is None or rij.gezien_op:
                return False
            rij.gezien_op = nu
            return True

    def regels(self, *, ook_verzonden: bool = False) -> list[PostRegel]:
        """The outbox, oldest first: what waits, or everything."""
        vraag = select(PostRij, AanvraagRij.nummer).outerjoin(
            AanvraagRij, AanvraagRij.id == PostRij.aanvraag_id
        )
        if not ook_verzonden:
            vraag = vraag.where(_wacht())
        with self._database.lees() as sessie:
            return [
                PostRegel(
                    nummer,
                    rij.soort,
                    rij.aangemaakt_op,
                    rij.volgende_poging_op,
                    rij.pogingen,
                    rij.verzonden_op,
                    rij.alarm_op,
                    rij.laatste_fout,
                )
                for rij, nummer in sessie.execute(
                    vraag.order_by(PostRij.aangemaakt_op, PostRij.soort, PostRij.id)
                ).all()
            ]

    def stuur_opnieuw(self, nummer: str, nu: datetime) -> int:
        """Have the mail to the loket (and a confirmation that still waits) leave now. Returns how many.

        A mail to the loket that already left goes again as a new mail, with a new Message-ID: someone
        asked for it because the first one got lost. What was withdrawn goes nowhere any more. Raises
        OnbekendeAanvraag, OngeldigNummer.
        """
        with self._database.schrijf() as sessie:
            aanvraag_id = sessie.scalars(
                select(AanvraagRij.id).where(AanvraagRij.nummer == str(lees_nummer(nummer)))
            ).one_or_none()
            if aanvraag_id is None:
                raise OnbekendeAanvraag
            if sessie.get_one(DossierRij, aanvraag_id).staat == Staat.INGETROKKEN:
                return 0
            wachtend = sessie.scalars(
                select(PostRij).where(PostRij.aanvraag_id == aanvraag_id, _wacht())
            ).all()
            for rij in wachtend:
                rij.volgende_poging_op = nu
            if any(rij.soort == "loket" for rij in wachtend):
                return len(wachtend)
            sessie.add(nieuwe_post(PostSoort.LOKET, aanvraag_id, nu, self._mail_domein))
            return len(wachtend) + 1

    def te_herspelen(self, sinds: datetime) -> int:
        """How many aanvragen `herspeel` would send again."""
        with self._database.lees() as sessie:
            return len(sessie.scalars(_te_herspelen(sinds)).all())

    def herspeel(self, sinds: datetime, nu: datetime) -> int:
        """Send the aanvragen that came in since then, and are not closed, to their lokets again: after a
        loss at the other side. Not those whose mail still waits. Returns how many."""
        with self._database.schrijf() as sessie:
            ids = sessie.scalars(_te_herspelen(sinds)).all()
            sessie.add_all(nieuwe_post(PostSoort.LOKET, een, nu, self._mail_domein) for een in ids)
            return len(ids)

    def _kwam_terug(self, sessie: Session, rij: PostRij, op: datetime | None) -> None:
        """Note on a mail that it does not arrive (or does after all: None); its aanvraag follows."""
        rij.terug_op = max(op, rij.aangemaakt_op) if op else None
        if rij.aanvraag_id is not None:
            aanvraag = sessie.get_one(AanvraagRij, rij.aanvraag_id)
            self._archief.herreken(sessie, aanvraag, self._archief.dossier(sessie, aanvraag.id))

    def _uitstel(self, pogingen: int, *, traag: bool) -> timedelta:
        """Exponential, with up to a fifth less or more, so that mails do not all return at once."""
        vast = TRAAG_UITSTEL if traag else min(EERSTE_UITSTEL * 2 ** min(pogingen - 1, 20), LANGSTE_UITSTEL)
        return vast * self._toeval.uniform(0.8, 1.2)

    def _sla_alarm(self, sessie: Session, rij: PostRij, code: str, nu: datetime) -> None:
        nummer = None
        if rij.aanvraag_id:
            nummer = sessie.scalar(select(AanvraagRij.nummer).where(AanvraagRij.id == rij.aanvraag_id))
        sessie.add(AlarmRij(post_id=rij.id, nummer=nummer, code=code[:60], aangemaakt_op=nu))
        log.error("alarm: mail %s (%s) van %s: %s", rij.id, rij.soort, nummer, code[:60])
        if rij.soort != "alarm":  # a failing alarm mail must not breed alarm mails
            self._meld_alarm(sessie, nu)

    def _meld_alarm(self, sessie: Session, nu: datetime) -> None:
        """A mail to the beheerder, when there is one. One mail an hour says it all."""
        if not self._beheerder:
            return
        pas_nog = sessie.scalars(
            select(PostRij.id)
            .where(PostRij.soort == "alarm", PostRij.aanvraag_id.is_(None))  # the second has an index
            .where(
                or_(
                    PostRij.verzonden_op.is_(None),
                    PostRij.aangemaakt_op.between(nu - ALARMMAIL_TUSSENPOOS, nu + ALARMMAIL_TUSSENPOOS),
                )
            )
            .limit(1)
        ).first()
        if pas_nog is None:
            sessie.add(nieuwe_post(PostSoort.ALARM, None, nu, self._mail_domein))


def _te_herspelen(sinds: datetime) -> Select[tuple[UUID]]:
    wacht = (
        select(PostRij.id)
        .where(PostRij.aanvraag_id == AanvraagRij.id, PostRij.soort == PostSoort.LOKET.value, _wacht())
        .exists()
    )
    return (
        select(AanvraagRij.id)
        .join(DossierRij, DossierRij.aanvraag_id == AanvraagRij.id)
        .where(AanvraagRij.ingediend_op >= sinds, ~wacht)
        .where(DossierRij.staat.not_in([staat.value for staat in GESLOTEN]))
    )


def _wacht() -> ColumnElement[bool]:
    """Not sent, and not called off."""
    return PostRij.verzonden_op.is_(None) & PostRij.gestopt_op.is_(None)


def _is_tijd(nu: datetime) -> ColumnElement[bool]:
    return or_(PostRij.volgende_poging_op <= nu, PostRij.volgende_poging_op > nu + VERSTE_PLAN)


def _vrij(nu: datetime) -> ColumnElement[bool]:
    return or_(
        PostRij.geclaimd_tot.is_(None),
        PostRij.geclaimd_tot <= nu,
        PostRij.geclaimd_tot > nu + LANGSTE_LEASE,
    )


def _open() -> ColumnElement[bool]:
    return AlarmRij.gezien_op.is_(None) & AlarmRij.opgelost_op.is_(None)
