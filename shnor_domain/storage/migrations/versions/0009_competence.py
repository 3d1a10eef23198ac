"""Competence A–D as counts by subject"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _place() -> tuple[sa.Column[int], ...]:
    return (
        sa.Column("region_id", _ID, nullable=False),
        sa.Column("municipality_id", _ID, nullable=False),
        sa.Column("school_id", _ID, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
    )


def _entered() -> tuple[sa.Column[int], ...]:
    return (
        sa.Column("unit_region_id", _ID),
        sa.Column("unit_municipality_id", _ID),
        sa.Column("unit_school_id", _ID),
        sa.Column("person_id", _ID),
    )


def upgrade() -> None:
    """Build."""
    op.create_table(
        "competence_count",
        *_place(),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("a", sa.Integer(), nullable=False),
        sa.Column("b", sa.Integer(), nullable=False),
        sa.Column("c", sa.Integer(), nullable=False),
        sa.Column("d", sa.Integer(), nullable=False),
        *_entered(),
        sa.Column("entered", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "a >= 0 AND b >= 0 AND c >= 0 AND d >= 0 AND a + b + c + d > 0",
            name=op.f("ck_competence_count_positions"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_competence_count_person_id_person"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("municipality_id", "school_id", "year", "subject", name=op.f("pk_competence_count")),
    )
    op.create_table(
        "competence_people",
        *_place(),
        sa.Column("people", sa.Integer(), nullable=False),
        *_entered(),
        sa.Column("entered", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("people > 0", name=op.f("ck_competence_people_some")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_competence_people_person_id_person"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("municipality_id", "school_id", "year", name=op.f("pk_competence_people")),
    )
    for table in ("competence_count", "competence_people"):
        for column in ("person_id", "region_id", "school_id"):
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)


def downgrade() -> None:
    """Undo."""
    op.drop_table("competence_people")
    op.drop_table("competence_count")
