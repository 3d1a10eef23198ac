"""What evidence is called and who decided on it; shifts of days"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Build."""
    op.add_column("plan_item", sa.Column("reviewer", sa.String(length=20), nullable=True))
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.add_column(sa.Column("name", sa.String(length=255), server_default=sa.text("('')"), nullable=False))
        batch_op.add_column(sa.Column("size", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("day", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("reviewer_id", _ID, nullable=True))
        batch_op.add_column(sa.Column("decided", sa.BigInteger(), nullable=True))
        batch_op.create_index(batch_op.f("ix_evidence_reviewer_id"), ["reviewer_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_evidence_reviewer_id_person"), "person", ["reviewer_id"], ["id"], ondelete="SET NULL"
        )
    op.create_table(
        "plan_shift",
        sa.Column("id", _ID, nullable=False),
        sa.Column("region_id", _ID, nullable=True),
        sa.Column("municipality_id", _ID, nullable=True),
        sa.Column("school_id", _ID, nullable=True),
        sa.Column("plan_id", _ID, nullable=True),
        sa.Column("person_id", _ID, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("undone", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_plan_shift_person_id_person"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_plan_shift_plan_id_plan"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_shift")),
    )
    with op.batch_alter_table("plan_shift", schema=None) as batch_op:
        for column in ("region_id", "municipality_id", "school_id", "plan_id", "person_id"):
            batch_op.create_index(batch_op.f(f"ix_plan_shift_{column}"), [column], unique=False)
    op.create_table(
        "plan_shift_item",
        sa.Column("shift_id", _ID, autoincrement=False, nullable=False),
        sa.Column("item_id", _ID, autoincrement=False, nullable=False),
        sa.Column("windows", sa.JSON(), nullable=False),
        sa.Column("known", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["plan_item.id"], name=op.f("fk_plan_shift_item_item_id_plan_item"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["shift_id"], ["plan_shift.id"], name=op.f("fk_plan_shift_item_shift_id_plan_shift"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("shift_id", "item_id", name=op.f("pk_plan_shift_item")),
    )
    with op.batch_alter_table("plan_shift_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_shift_item_item_id"), ["item_id"], unique=False)


def downgrade() -> None:
    """Take back."""
    op.drop_table("plan_shift_item")
    op.drop_table("plan_shift")
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_evidence_reviewer_id_person"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_evidence_reviewer_id"))
        for column in ("decided", "reviewer_id", "day", "size", "name"):
            batch_op.drop_column(column)
    op.drop_column("plan_item", "reviewer")
