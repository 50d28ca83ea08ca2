"""The tables of the accounts. Passwords, codes and session tokens stand here as hashes only."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from loket.store.tabellen import Basis


class MedewerkerRij(Basis):
    """An account. `regios` holds the regions with commas between; `totp` the secret, encrypted.

    `tijdelijk_tot` is set while the password is one that was handed out: it opens the set-up page alone.
    `totp_stap` is the last time step that a code was taken of, so that no code works twice.
    """

    __tablename__ = "medewerker"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    gebruikersnaam: Mapped[str] = mapped_column(String(80), unique=True)
    naam: Mapped[str] = mapped_column(String(80))
    functie: Mapped[str] = mapped_column(String(20))
    regios: Mapped[str] = mapped_column(String(120))
    wachtwoord: Mapped[str] = mapped_column(String(200))
    tijdelijk_tot: Mapped[datetime | None]
    totp: Mapped[bytes | None] = mapped_column(LargeBinary)
    totp_stap: Mapped[int] = mapped_column(default=0)
    aangemaakt_op: Mapped[datetime]
    laatst_binnen_op: Mapped[datetime | None]
    geblokkeerd_op: Mapped[datetime | None]


class HerstelcodeRij(Basis):
    """A recovery code: works once, in the place of the code on the phone."""

    __tablename__ = "herstelcode"

    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    medewerker_id: Mapped[UUID] = mapped_column(ForeignKey("medewerker.id", ondelete="CASCADE"), index=True)
    gebruikt_op: Mapped[datetime | None]


class SessieRij(Basis):
    """A browser that is signed in, or halfway. `stap` is "code", "opzetten" or "binnen".

    `totp` holds the secret that is being set up, encrypted, until its first code was right.
    """

    __tablename__ = "sessie"

    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    medewerker_id: Mapped[UUID] = mapped_column(ForeignKey("medewerker.id", ondelete="CASCADE"), index=True)
    stap: Mapped[str] = mapped_column(String(10))
    totp: Mapped[bytes | None] = mapped_column(LargeBinary)
    begonnen_op: Mapped[datetime]
    laatst_op: Mapped[datetime]


class PogingRij(Basis):
    """Failed attempts of one account name or one address; the key is a keyed hash of it."""

    __tablename__ = "aanmeldpoging"

    sleutel: Mapped[str] = mapped_column(String(64), primary_key=True)
    aantal: Mapped[int]
    laatst_op: Mapped[datetime]
    wacht_tot: Mapped[datetime | None]
