"""Accounts of the desk: medewerker, herstelcode, sessie, aanmeldpoging."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "medewerker",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("gebruikersnaam", sa.String(80), nullable=False, unique=True),
        sa.Column("naam", sa.String(80), nullable=False),
        sa.Column("functie", sa.String(20), nullable=False),
        sa.Column("regios", sa.String(120), nullable=False),
        sa.Column("wachtwoord", sa.String(200), nullable=False),
        sa.Column("tijdelijk_tot", MOMENT, nullable=True),
        sa.Column("totp", sa.LargeBinary, nullable=True),
        sa.Column("totp_stap", sa.Integer, nullable=False),
        sa.Column("aangemaakt_op", MOMENT, nullable=False),
        sa.Column("laatst_binnen_op", MOMENT, nullable=True),
        sa.Column("geblokkeerd_op", MOMENT, nullable=True),
    )
    van = sa.ForeignKey("medewerker.id", ondelete="CASCADE")
    op.create_table(
        "herstelcode",
        sa.Column("hash", sa.String(64), primary_key=True),
        sa.Column("medewerker_id", sa.Uuid, van, nullable=False),
        sa.Column("gebruikt_op", MOMENT, nullable=True),
    )
    op.create_index("ix_herstelcode_medewerker_id", "herstelcode", ["medewerker_id"])
    van = sa.ForeignKey("medewerker.id", ondelete="CASCADE")
    op.create_table(
        "sessie",
        sa.Column("hash", sa.String(64), primary_key=True),
        sa.Column("medewerker_id", sa.Uuid, van, nullable=False),
        sa.Column("stap", sa.String(10), nullable=False),
        sa.Column("totp", sa.LargeBinary, nullable=True),
        sa.Column("begonnen_op", MOMENT, nullable=False),
        sa.Column("laatst_op", MOMENT, nullable=False),
    )
    op.create_index("ix_sessie_medewerker_id", "sessie", ["medewerker_id"])
    op.create_table(
        "aanmeldpoging",
        sa.Column("sleutel", sa.String(64), primary_key=True),
        sa.Column("aantal", sa.Integer, nullable=False),
        sa.Column("laatst_op", MOMENT, nullable=False),
        sa.Column("wacht_tot", MOMENT, nullable=True),
    )


def downgrade() -> None:
    for tabel in ("aanmeldpoging", "sessie", "herstelcode", "medewerker"):
        op.drop_table(tabel)
