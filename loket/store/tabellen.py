"""The tables. States are timestamps, never one status word: what happened, and when.

Only what must be queried stands in the clear. What a person typed stands in `inhoud`, encrypted.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import (
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    TypeDecorator,
    UniqueConstraint,
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
    volgnummer: Mapped[int]
    soort: Mapped[str] = mapped_column(String(20))
    regio: Mapped[str | None] = mapped_column(String(20), index=True)
    kort: Mapped[bool]
    ingediend_op: Mapped[datetime]
    bewaren_tot: Mapped[date] = mapped_column(index=True)
    inhoud: Mapped[bytes] = mapped_column(LargeBinary)


class PostRij(Basis):
    """One mail that must go out (the outbox). Its address is looked up at sending time.

    `soort` is "loket", "bevestiging" or "alarm". `geclaimd_tot` is a lease: until then one worker, known
    by `geclaimd_door`, is sending it. `laatste_fout` is a code without personal data.
    """

    __tablename__ = "post"
    __table_args__ = (Index("ix_post_te_doen", "verzonden_op", "volgende_poging_op"),)

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
