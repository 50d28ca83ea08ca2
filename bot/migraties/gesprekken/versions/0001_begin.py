"""The first tables. A file of before there were versions may hold them already."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _gesprek(**anders: object) -> sa.Column:
    return sa.Column("gesprek", sa.String, sa.ForeignKey("gesprek.id", ondelete="CASCADE"), **anders)


def upgrade() -> None:
    op.create_table(
        "gesprek",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("token_hash", sa.String, nullable=False, unique=True),
        sa.Column("laatst", sa.Float, nullable=False),
        if_not_exists=True,
    )
    op.create_index("ix_gesprek_laatst", "gesprek", ["laatst"], if_not_exists=True)
    op.create_table(
        "bericht",
        sa.Column("nr", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        _gesprek(nullable=False),
        sa.Column("bericht_id", sa.String, nullable=False),
        sa.Column("tekst", sa.LargeBinary, nullable=False),
        sa.Column("antwoord", sa.LargeBinary),
        sa.UniqueConstraint("gesprek", "bericht_id"),
        sqlite_autoincrement=True,
        if_not_exists=True,
    )
    op.create_table(
        "beurt",
        _gesprek(primary_key=True),
        sa.Column("nr", sa.Integer, primary_key=True),
        sa.Column("bericht_id", sa.String, nullable=False),
        sa.Column("tijd", sa.Float, nullable=False),
        sa.UniqueConstraint("gesprek", "bericht_id"),
        if_not_exists=True,
    )
    op.create_table(
        "sleutel",
        sa.Column("token_hash", sa.String, primary_key=True),
        _gesprek(nullable=False),
        if_not_exists=True,
    )
    op.create_index("ix_sleutel_gesprek", "sleutel", ["gesprek"], if_not_exists=True)
    op.create_table(
        "later",
        _gesprek(primary_key=True),
        sa.Column("code_hash", sa.String, nullable=False, unique=True),
        sa.Column("tot", sa.Float, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "overdracht",
        _gesprek(primary_key=True),
        sa.Column("geheim_hash", sa.String, nullable=False, unique=True),
        sa.Column("tot", sa.Float, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "duidelijk_per_onderwerp",
        sa.Column("dag", sa.Date, primary_key=True),
        sa.Column("onderwerp", sa.String, primary_key=True),
        sa.Column("ja", sa.Integer, nullable=False),
        sa.Column("nee", sa.Integer, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "geteld",
        _gesprek(primary_key=True),
        sa.Column("nr", sa.Integer, primary_key=True),
        if_not_exists=True,
    )


def downgrade() -> None:
    raise NotImplementedError("the conversations would be lost")
