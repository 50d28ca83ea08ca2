"""The first tables: teller, aanvraag, post, alarm."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "teller",
        sa.Column("jaar", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("laatste", sa.Integer, nullable=False),
    )
    op.create_table(
        "aanvraag",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("nummer", sa.String(20), nullable=False, unique=True),
        sa.Column("jaar", sa.Integer, nullable=False),
        sa.Column("volgnummer", sa.Integer, nullable=False),
        sa.Column("instrument", sa.String(20), nullable=False),
        sa.Column("regio", sa.String(20), nullable=True),
        sa.Column("kort", sa.Boolean, nullable=False),
        sa.Column("ingediend_op", MOMENT, nullable=False),
        sa.Column("bewaren_tot", sa.Date, nullable=False),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("jaar", "volgnummer"),
    )
    op.create_index("ix_aanvraag_regio", "aanvraag", ["regio"])
    op.create_index("ix_aanvraag_bewaren_tot", "aanvraag", ["bewaren_tot"])
    op.create_table(
        "post",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("aanvraag_id", sa.Uuid, sa.ForeignKey("aanvraag.id", ondelete="CASCADE"), nullable=True),
        sa.Column("soort", sa.String(20), nullable=False),
        sa.Column("message_id", sa.String(200), nullable=False, unique=True),
        sa.Column("aangemaakt_op", MOMENT, nullable=False),
        sa.Column("volgende_poging_op", MOMENT, nullable=False),
        sa.Column("pogingen", sa.Integer, nullable=False),
        sa.Column("geclaimd_tot", MOMENT, nullable=True),
        sa.Column("geclaimd_door", sa.Uuid, nullable=True),
        sa.Column("verzonden_op", MOMENT, nullable=True),
        sa.Column("alarm_op", MOMENT, nullable=True),
        sa.Column("laatste_fout", sa.String(60), nullable=True),
    )
    op.create_index("ix_post_aanvraag_id", "post", ["aanvraag_id"])
    op.create_index("ix_post_te_doen", "post", ["verzonden_op", "volgende_poging_op"])
    op.create_table(
        "alarm",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("post_id", sa.Uuid, sa.ForeignKey("post.id", ondelete="SET NULL"), nullable=True),
        sa.Column("nummer", sa.String(20), nullable=True),
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("aangemaakt_op", MOMENT, nullable=False),
        sa.Column("gezien_op", MOMENT, nullable=True),
        sa.Column("opgelost_op", MOMENT, nullable=True),
    )
    op.create_index("ix_alarm_post_id", "alarm", ["post_id"])


def downgrade() -> None:
    for tabel in ("alarm", "post", "aanvraag", "teller"):
        op.drop_table(tabel)
