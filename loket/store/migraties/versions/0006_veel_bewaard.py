"""Indexes for what grew with the aanvragen that are kept: deleting one, metrics, rounds, the outbox."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_post_gebeurtenis_id", "post", ["gebeurtenis_id"])
    op.create_index("ix_dossier_rang", "dossier", ["rang", "wat", "sinds", "termijn_op"])
    _deelindex("ix_post_terug_op", "terug_op", "terug_op IS NOT NULL")
    _deelindex("ix_post_wacht", "volgende_poging_op", "verzonden_op IS NULL AND gestopt_op IS NULL")
    op.drop_index("ix_post_te_doen", "post")


def _deelindex(naam: str, kolom: str, waar: str) -> None:
    op.create_index(naam, "post", [kolom], sqlite_where=sa.text(waar), postgresql_where=sa.text(waar))


def downgrade() -> None:
    op.create_index("ix_post_te_doen", "post", ["verzonden_op", "volgende_poging_op"])
    for naam in ("ix_post_wacht", "ix_post_terug_op", "ix_post_gebeurtenis_id"):
        op.drop_index(naam, "post")
    op.drop_index("ix_dossier_rang", "dossier")
