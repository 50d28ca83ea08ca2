"""The tables. States are timestamps, never one status word: what happened, and when.

Only what must be queried stands in the clear. What a person typed stands in `inhoud`, encrypted.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Tijdstip(TypeDecorator[datetime]):
    """A moment, always with a zone in Python and always UTC in the database (SQLite keeps no zone)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To the database."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("een tijdstip zonder tijdzone")
        op_utc = value.astimezone(UTC)
        return op_utc.replace(tzinfo=None) if dialect.name == "sqlite" else op_utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """From the database."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Basis(DeclarativeBase):
    """Base of all tables."""

    type_annotation_map = {datetime: Tijdstip}  # noqa: RUF012 - SQLAlchemy reads it as it stands


def _deelindex(naam: str, *kolommen: str, waar: str) -> Index:
    """An index of some of the rows."""
    return Index(naam, *kolommen, sqlite_where=text(waar), postgresql_where=text(waar))


class TellerRij(Basis):
    """The last number given out in a year."""

    __tablename__ = "teller"

    jaar: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    laatste: Mapped[int]


class AanvraagRij(Basis):
    """An aanvraag as it was recorded."""

    __tablename__ = "aanvraag"
    __table_args__ = (UniqueConstraint("jaar", "volgnummer"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    nummer: Mapped[str] = mapped_column(String(20), unique=True)
    jaar: Mapped[int]
    volgnummer: Mapped[int] = mapped_column(index=True)
    soort: Mapped[str] = mapped_column(String(20))
    regio: Mapped[str | None] = mapped_column(String(20), index=True)
    kort: Mapped[bool]
    ingediend_op: Mapped[datetime]
    bewaren_tot: Mapped[date] = mapped_column(index=True)
    inhoud: Mapped[bytes] = mapped_column(LargeBinary)


class PostRij(Basis):
    """One mail that must go out (the outbox). Its address is looked up at sending time.

    `soort` is a `PostSoort`, `gebeurtenis_id` the event it tells of. `geclaimd_tot` is a lease: until then
    one worker, known by `geclaimd_door`, is sending it. `laatste_fout` is a code without personal data.
    `terug_op` is when it bounced, `gestopt_op` when it was called off before it left.
    """

    __tablename__ = "post"
    # What waits and what came back is little, however much was sent. By its event, because deleting an event
    # asks whether a mail still tells of it.
    __table_args__ = (
        _deelindex("ix_post_wacht", "volgende_poging_op", waar="verzonden_op IS NULL AND gestopt_op IS NULL"),
        _deelindex("ix_post_terug_op", "terug_op", waar="terug_op IS NOT NULL"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    aanvraag_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("aanvraag.id", ondelete="CASCADE"), index=True
    )
    soort: Mapped[str] = mapped_column(String(20))
    message_id: Mapped[str] = mapped_column(String(200), unique=True)
    aangemaakt_op: Mapped[datetime]
    volgende_poging_op: Mapped[datetime]
    pogingen: Mapped[int] = mapped_column(default=0)
    geclaimd_tot: Mapped[datetime | None]
    geclaimd_door: Mapped[UUID | None]
    verzonden_op: Mapped[datetime | None]
    alarm_op: Mapped[datetime | None]
    laatste_fout: Mapped[str | None] = mapped_column(String(60))
    gebeurtenis_id: Mapped[int | None] = mapped_column(ForeignKey("gebeurtenis.id"), index=True)
    terug_op: Mapped[datetime | None]
    gestopt_op: Mapped[datetime | None]


class AlarmRij(Basis):
    """Something a person must look at. Holds codes only, nothing a person typed."""

    __tablename__ = "alarm"

    id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[UUID | None] = mapped_column(ForeignKey("post.id", ondelete="SET NULL"), index=True)
    nummer: Mapped[str | None] = mapped_column(String(20))
    code: Mapped[str] = mapped_column(String(60))
    aangemaakt_op: Mapped[datetime]
    gezien_op: Mapped[datetime | None]
    opgelost_op: Mapped[datetime | None]


class DossierRij(Basis):
    """How an aanvraag stands, for lists and searches: derived from its events, and always made anew of them.

    `rang` is 0 when it waits on the loket, 1 on the asker, 2 on no one; `orde` sorts within a rank: the term
    in microseconds, or the decision, newest first. `aandacht` is a bit for each flag. `versie` is the number
    of the last event. `vraag_merk` finds the open question by its one-time code.
    """

    __tablename__ = "dossier"
    __table_args__ = (
        # the list in its order, for each region; then what it is filtered by
        Index(
            "ix_dossier_regio", "regio", "rang", "orde", "aanvraag_id", "soort", "staat", "aandacht", "terug"
        ),
        Index("ix_dossier_mijn", "toegewezen_aan", "rang", "orde", "aanvraag_id"),
        # what is open, of all regions together: for the metrics and the rounds
        Index("ix_dossier_rang", "rang", "wat", "sinds", "termijn_op"),
    )

    aanvraag_id: Mapped[UUID] = mapped_column(ForeignKey("aanvraag.id", ondelete="CASCADE"), primary_key=True)
    regio: Mapped[str | None] = mapped_column(String(20))
    soort: Mapped[str] = mapped_column(String(20))
    staat: Mapped[str] = mapped_column(String(20))
    wat: Mapped[str] = mapped_column(String(20))
    rang: Mapped[int]
    orde: Mapped[int] = mapped_column(BigInteger)
    sinds: Mapped[datetime]
    termijn_op: Mapped[datetime | None]
    geopend_op: Mapped[datetime | None]
    besloten_op: Mapped[datetime | None]
    toegewezen_aan: Mapped[UUID | None]
    toegewezen_naam: Mapped[str | None] = mapped_column(String(100))
    aandacht: Mapped[int]
    terug: Mapped[bool]
    bewaak_op: Mapped[datetime | None] = mapped_column(index=True)
    mag_weg: Mapped[bool]
    vraag_merk: Mapped[bytes | None] = mapped_column(LargeBinary(16), index=True)
    versie: Mapped[int]


class GebeurtenisRij(Basis):
    """One event of an aanvraag, added and never changed. Two writers cannot both be number `volg`."""

    __tablename__ = "gebeurtenis"
    __table_args__ = (UniqueConstraint("aanvraag_id", "volg"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    aanvraag_id: Mapped[UUID] = mapped_column(ForeignKey("aanvraag.id", ondelete="CASCADE"))
    volg: Mapped[int]
    soort: Mapped[str] = mapped_column(String(20))
    op: Mapped[datetime]
    door: Mapped[UUID | None]
    naar: Mapped[str] = mapped_column(String(60))
    inhoud: Mapped[bytes | None] = mapped_column(LargeBinary)


class NaamRij(Basis):
    """The blind index: a keyed hash of each part of a name in an aanvraag."""

    __tablename__ = "naam"

    merk: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    aanvraag_id: Mapped[UUID] = mapped_column(
        ForeignKey("aanvraag.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class PogingRij(Basis):
    """Wrong codes for one number (a keyed hash of it), since `vanaf`."""

    __tablename__ = "poging"

    merk: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    vanaf: Mapped[datetime]
    aantal: Mapped[int]


class CijferRij(Basis):
    """What the yearly report counts. When the aanvraag is deleted, the link to it is cut and this stays.

    `id` is random and is the order in which SQLite keeps the rows, so their order says nothing either.
    `tevreden` is a `Tevreden`, None as long as the asker was not asked.
    """

    __tablename__ = "cijfer"

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False
    )
    aanvraag_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("aanvraag.id", ondelete="SET NULL"), unique=True
    )
    jaar: Mapped[int] = mapped_column(index=True)
    kwartaal: Mapped[int]
    regio: Mapped[str | None] = mapped_column(String(20))
    soort: Mapped[str] = mapped_column(String(20))
    rol: Mapped[str] = mapped_column(String(20))
    leeftijd: Mapped[str] = mapped_column(String(20))
    advies: Mapped[str] = mapped_column(String(20))
    kort: Mapped[bool]
    uitkomst: Mapped[str] = mapped_column(String(20))
    dagen_openen: Mapped[int | None]
    dagen_besluit: Mapped[int | None]
    tevreden: Mapped[int | None]


class RondeRij(Basis):
    """When a job of the service last did its round, and until when it must wait because the clock jumped."""

    __tablename__ = "ronde"

    naam: Mapped[str] = mapped_column(String(20), primary_key=True)
    op: Mapped[datetime]
    wacht_tot: Mapped[datetime | None]


class AuditRij(Basis):
    """Who saw or did what with which aanvraag. Each row seals the one before it; no content."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    op: Mapped[datetime]
    wie: Mapped[str] = mapped_column(String(60))
    wat: Mapped[str] = mapped_column(String(40))
    nummer: Mapped[str | None] = mapped_column(String(20), index=True)
    keten: Mapped[str] = mapped_column(String(64))
