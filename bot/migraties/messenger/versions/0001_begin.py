"""The first tables. A file of before there were versions may hold them already."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NR = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def _merk() -> sa.Column:
    van = sa.ForeignKey("messenger_persoon.merk", ondelete="CASCADE")
    return sa.Column("merk", sa.String(64), van, nullable=False)


def upgrade() -> None:
    op.create_table(
        "messenger_persoon",
        sa.Column("merk", sa.String(64), primary_key=True),
        sa.Column("psid", sa.LargeBinary, nullable=False),
        sa.Column("gesprek", sa.String(64)),
        sa.Column("begroet", sa.Boolean, nullable=False),
        sa.Column("bij_mens", sa.Boolean, nullable=False),
        sa.Column("hier", sa.Boolean, nullable=False),
        sa.Column("weg", sa.Boolean, nullable=False),
        sa.Column("staat", sa.LargeBinary),
        sa.Column("laatst", sa.Float, nullable=False),
        sa.Column("wacht_tot", sa.Float, nullable=False),
        sa.Column("geclaimd_door", sa.String(32)),
        sa.Column("geclaimd_tot", sa.Float, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "messenger_gezien",
        sa.Column("sleutel", sa.String(64), primary_key=True),
        sa.Column("tijd", sa.Float, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "messenger_in",
        sa.Column("nr", NR, primary_key=True),
        _merk(),
        sa.Column("sleutel", sa.String(64), nullable=False, unique=True),
        sa.Column("soort", sa.String(20), nullable=False),
        sa.Column("tijd", sa.Float, nullable=False),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sa.Column("gewaarschuwd", sa.Boolean, nullable=False),
        sa.Column("pogingen", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
        if_not_exists=True,
    )
    op.create_table(
        "messenger_uit",
        sa.Column("nr", NR, primary_key=True),
        _merk(),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sa.Column("tijd", sa.Float, nullable=False),
        sa.Column("pogingen", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
        if_not_exists=True,
    )
    op.create_table(
        "messenger_doorgegeven",
        sa.Column("gesprek", sa.String(64), primary_key=True),
        _merk(),
        if_not_exists=True,
    )
    op.create_table(
        "messenger_wisverzoek",
        sa.Column("code_hash", sa.String(64), primary_key=True),
        sa.Column("gewist", sa.Boolean, nullable=False),
        sa.Column("tijd", sa.Float, nullable=False),
        if_not_exists=True,
    )
    for tabel, kolom in (
        ("messenger_persoon", "laatst"),
        ("messenger_gezien", "tijd"),
        ("messenger_in", "merk"),
        ("messenger_uit", "merk"),
        ("messenger_doorgegeven", "merk"),
        ("messenger_wisverzoek", "tijd"),
    ):
        op.create_index(f"ix_{tabel}_{kolom}", tabel, [kolom], if_not_exists=True)


def downgrade() -> None:
    raise NotImplementedError("what waits would be lost")
