"""Results of schools by procedure and year, threshold profiles, clusters"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_VISIBLE = "participants >= 5 AND NOT biased"
_SMALL = "participants BETWEEN 1 AND 4"


def upgrade() -> None:
    """Build."""
    op.create_table(
        "threshold_profile",
        sa.Column("id", _ID, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=True),
        sa.Column("region_id", _ID, nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("source", sa.String(length=500), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("share", sa.Integer(), nullable=False),
        sa.Column("procedures", sa.Integer(), nullable=False),
        sa.Column("years", sa.Integer(), nullable=False),
        sa.Column("combine", sa.String(length=4), nullable=False),
        sa.Column("minimum", sa.Integer(), nullable=True),
        sa.CheckConstraint("procedures BETWEEN 1 AND 9", name=op.f("ck_threshold_profile_procedures")),
        sa.CheckConstraint("share BETWEEN 1 AND 1000", name=op.f("ck_threshold_profile_share")),
        sa.CheckConstraint("years BETWEEN 1 AND 3", name=op.f("ck_threshold_profile_years")),
        sa.ForeignKeyConstraint(
            ["region_id"], ["region.id"], name=op.f("fk_threshold_profile_region_id_region"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_threshold_profile")),
        sa.UniqueConstraint("code", name="uq_threshold_profile_code"),
    )
    with op.batch_alter_table("threshold_profile", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_threshold_profile_region_id"), ["region_id"], unique=False)

    op.create_table(
        "profile_choice",
        sa.Column("region_id", _ID, autoincrement=False, nullable=False),
        sa.Column("profile_id", _ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["profile_id"],
            ["threshold_profile.id"],
            name=op.f("fk_profile_choice_profile_id_threshold_profile"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["region_id"], ["region.id"], name=op.f("fk_profile_choice_region_id_region"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("region_id", name=op.f("pk_profile_choice")),
    )
    with op.batch_alter_table("profile_choice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_profile_choice_profile_id"), ["profile_id"], unique=False)

    op.create_table(
        "exam_result",
        sa.Column("school_id", _ID, autoincrement=False, nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("procedure", sa.String(length=20), nullable=False),
        sa.Column("region_id", _ID, nullable=False),
        sa.Column("municipality_id", _ID, nullable=False),
        sa.Column("participants", sa.Integer(), nullable=False),
        sa.Column("below", sa.Integer(), nullable=False),
        sa.Column("biased", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("unit", sa.String(length=12), nullable=False),
        sa.Column("person_id", _ID, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("below BETWEEN 0 AND participants", name=op.f("ck_exam_result_below")),
        sa.CheckConstraint("participants BETWEEN 0 AND 5000", name=op.f("ck_exam_result_participants")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_exam_result_person_id_person"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name=op.f("fk_exam_result_school_id_school"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("school_id", "year", "procedure", name=op.f("pk_exam_result")),
    )
    with op.batch_alter_table("exam_result", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_exam_result_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "ix_exam_result_small",
            ["region_id", "year"],
            unique=False,
            sqlite_where=sa.text(_SMALL),
            postgresql_where=sa.text(_SMALL),
        )
        batch_op.create_index(
            "ix_exam_result_visible",
            ["region_id", "year", "procedure", "municipality_id", "biased", "participants", "below", "school_id"],
            unique=False,
            sqlite_where=sa.text(_VISIBLE),
            postgresql_where=sa.text(_VISIBLE),
        )

    op.create_table(
        "school_cluster",
        sa.Column("school_id", _ID, autoincrement=False, nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("cluster", sa.String(length=10), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("person_id", _ID, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_school_cluster_person_id_person"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name=op.f("fk_school_cluster_school_id_school"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("school_id", "year", name=op.f("pk_school_cluster")),
    )
    with op.batch_alter_table("school_cluster", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_school_cluster_person_id"), ["person_id"], unique=False)
        batch_op.create_index("ix_school_cluster_year", ["year", "school_id"], unique=False)

    op.create_table(
        "school_without_ege",
        sa.Column("school_id", _ID, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name=op.f("fk_school_without_ege_school_id_school"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("school_id", name=op.f("pk_school_without_ege")),
    )


def downgrade() -> None:
    """Take back."""
    for table in ("school_without_ege", "school_cluster", "exam_result", "profile_choice", "threshold_profile"):
        op.drop_table(table)
