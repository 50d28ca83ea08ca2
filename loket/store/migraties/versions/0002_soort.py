"""An aanvraag has a soort: besides the two instruments also membership of the Cliëntenforum."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column("aanvraag", "instrument", new_column_name="soort")


def downgrade() -> None:
    op.alter_column("aanvraag", "soort", new_column_name="instrument")
