"""The first tables: gebeurtenis, beurt. A file of before there were versions may hold them already."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "gebeurtenis",
        sa.Column("nr", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("gesprek", sa.String, nullable=False),
        sa.Column("soort", sa.String, nullable=False),
        sa.Column("tijd", sa.Float, nullable=False),
        sa.Column("bericht_id", sa.String),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sqlite_autoincrement=True,
        if_not_exists=True,
    )
    for kolom in ("gesprek", "bericht_id"):
        op.create_index(f"ix_gebeurtenis_{kolom}", "gebeurtenis", [kolom], if_not_exists=True)
    op.create_table(
        "beurt",
        sa.Column("gesprek", sa.String, primary_key=True),
        sa.Column("bericht_id", sa.String, primary_key=True),
        if_not_exists=True,
    )


def downgrade() -> None:
    raise NotImplementedError("the conversations would be lost")
