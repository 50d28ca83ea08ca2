"""The desk's record: dossier, gebeurtenis, naam, poging, cijfer, audit; what became of a mail."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def _aanvraag(**anders: object) -> sa.ForeignKey:
    return sa.ForeignKey("aanvraag.id", **({"ondelete": "CASCADE"} | anders))


def upgrade() -> None:
    op.create_table(
        "dossier",
        sa.Column("aanvraag_id", sa.Uuid, _aanvraag(), primary_key=True),
        sa.Column("regio", sa.String(20), nullable=True),
        sa.Column("soort", sa.String(20), nullable=False),
        sa.Column("staat", sa.String(20), nullable=False),
        sa.Column("wat", sa.String(20), nullable=False),
        sa.Column("rang", sa.Integer, nullable=False),
        sa.Column("orde", sa.BigInteger, nullable=False),
        sa.Column("sinds", MOMENT, nullable=False),
        sa.Column("termijn_op", MOMENT, nullable=True),
        sa.Column("geopend_op", MOMENT, nullable=True),
        sa.Column("besloten_op", MOMENT, nullable=True),
        sa.Column("toegewezen_aan", sa.Uuid, nullable=True),
        sa.Column("toegewezen_naam", sa.String(100), nullable=True),
        sa.Column("aandacht", sa.Integer, nullable=False),
        sa.Column("terug", sa.Boolean, nullable=False),
        sa.Column("bewaak_op", MOMENT, nullable=True),
        sa.Column("mag_weg", sa.Boolean, nullable=False),
        sa.Column("vraag_merk", sa.LargeBinary(16), nullable=True),
        sa.Column("versie", sa.Integer, nullable=False),
    )
    op.create_index("ix_dossier_lijst", "dossier", ["rang", "orde", "aanvraag_id"])
    op.create_index("ix_dossier_regio", "dossier", ["regio", "rang", "orde", "aanvraag_id"])
    op.create_index("ix_dossier_mijn", "dossier", ["toegewezen_aan", "rang", "orde", "aanvraag_id"])
    op.create_index("ix_dossier_bewaak_op", "dossier", ["bewaak_op"])
    op.create_index("ix_dossier_vraag_merk", "dossier", ["vraag_merk"])
    op.create_table(
        "gebeurtenis",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("aanvraag_id", sa.Uuid, _aanvraag(), nullable=False),
        sa.Column("volg", sa.Integer, nullable=False),
        sa.Column("soort", sa.String(20), nullable=False),
        sa.Column("op", MOMENT, nullable=False),
        sa.Column("door", sa.Uuid, nullable=True),
        sa.Column("naar", sa.String(60), nullable=False),
        sa.Column("inhoud", sa.LargeBinary, nullable=True),
        sa.UniqueConstraint("aanvraag_id", "volg"),
    )
    op.create_table(
        "naam",
        sa.Column("merk", sa.LargeBinary(16), primary_key=True),
        sa.Column("aanvraag_id", sa.Uuid, _aanvraag(), primary_key=True),
    )
    op.create_index("ix_naam_aanvraag_id", "naam", ["aanvraag_id"])
    op.create_table(
        "poging",
        sa.Column("merk", sa.LargeBinary(16), primary_key=True),
        sa.Column("vanaf", MOMENT, nullable=False),
        sa.Column("aantal", sa.Integer, nullable=False),
    )
    op.create_table(
        "cijfer",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer, "sqlite"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("aanvraag_id", sa.Uuid, _aanvraag(ondelete="SET NULL"), nullable=True, unique=True),
        sa.Column("jaar", sa.Integer, nullable=False),
        sa.Column("kwartaal", sa.Integer, nullable=False),
        sa.Column("regio", sa.String(20), nullable=True),
        sa.Column("soort", sa.String(20), nullable=False),
        sa.Column("rol", sa.String(20), nullable=False),
        sa.Column("leeftijd", sa.String(20), nullable=False),
        sa.Column("advies", sa.String(20), nullable=False),
        sa.Column("kort", sa.Boolean, nullable=False),
        sa.Column("uitkomst", sa.String(20), nullable=False),
        sa.Column("dagen_openen", sa.Integer, nullable=True),
        sa.Column("dagen_besluit", sa.Integer, nullable=True),
        sa.Column("tevreden", sa.Integer, nullable=True),
    )
    op.create_index("ix_cijfer_jaar", "cijfer", ["jaar"])
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("op", MOMENT, nullable=False),
        sa.Column("wie", sa.String(60), nullable=False),
        sa.Column("wat", sa.String(40), nullable=False),
        sa.Column("nummer", sa.String(20), nullable=True),
        sa.Column("keten", sa.String(64), nullable=False),
    )
    op.create_index("ix_audit_nummer", "audit", ["nummer"])
    if op.get_bind().dialect.name == "sqlite":
        for wat in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_geen_{wat.lower()} BEFORE {wat} ON audit "
                "BEGIN SELECT RAISE(ABORT, 'audit rows stay as they are'); END"
            )
    # As plain SQL: Alembic would add the foreign key on its own, which SQLite cannot.
    op.execute("ALTER TABLE post ADD COLUMN gebeurtenis_id INTEGER REFERENCES gebeurtenis (id)")
    op.add_column("post", sa.Column("terug_op", MOMENT, nullable=True))
    op.add_column("post", sa.Column("gestopt_op", MOMENT, nullable=True))


def downgrade() -> None:
    raise NotImplementedError("the events would be lost")
