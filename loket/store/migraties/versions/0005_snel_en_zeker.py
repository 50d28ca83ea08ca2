"""The rounds of the service; indexes for a search by number; an audit that no dialect lets change."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "ronde",
        sa.Column("naam", sa.String(20), primary_key=True),
        sa.Column("op", MOMENT, nullable=False),
        sa.Column("wacht_tot", MOMENT, nullable=True),
    )
    op.create_index("ix_aanvraag_volgnummer", "aanvraag", ["volgnummer"])
    # The list is read region by region, in order; what it is filtered by stands in the index as well.
    op.drop_index("ix_dossier_lijst", "dossier")
    op.drop_index("ix_dossier_regio", "dossier")
    op.create_index(
        "ix_dossier_regio",
        "dossier",
        ["regio", "rang", "orde", "aanvraag_id", "soort", "staat", "aandacht", "terug"],
    )
    if op.get_bind().dialect.name == "postgresql":  # SQLite has its triggers since 0004
        op.execute(
            "CREATE FUNCTION audit_blijft() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE integrity_constraint_violation "
            "USING MESSAGE = 'audit rows stay as they are'; END $$"
        )
        op.execute(
            "CREATE TRIGGER audit_blijft BEFORE UPDATE OR DELETE ON audit "
            "FOR EACH ROW EXECUTE FUNCTION audit_blijft()"
        )
        op.execute(
            "CREATE TRIGGER audit_blijft_heel BEFORE TRUNCATE ON audit "
            "FOR EACH STATEMENT EXECUTE FUNCTION audit_blijft()"
        )


def downgrade() -> None:
    raise NotImplementedError("the audit must stay as it is")
