"""Consultations on site as requests, recorded ones, a link of one meeting"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Build."""
    op.create_table(
        "visit",
        sa.Column("id", _ID, nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("region_id", sa.BigInteger(), nullable=False),
        sa.Column("municipality_id", sa.BigInteger(), nullable=False),
        sa.Column("school_id", sa.BigInteger(), nullable=False),
        sa.Column("zone", sa.String(length=40), nullable=False),
        sa.Column("asked_by", sa.BigInteger(), nullable=True),
        sa.Column("subjects", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=True),
        sa.Column("for_whom", sa.String(length=10), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("addressee_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("decided_by", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("host_id", sa.BigInteger(), nullable=True),
        sa.Column("starts", sa.BigInteger(), nullable=True),
        sa.Column("ends", sa.BigInteger(), nullable=True),
        sa.Column("ended_by", sa.String(length=10), nullable=True),
        sa.Column("ended_why", sa.String(length=20), nullable=True),
        sa.Column("held", sa.Boolean(), nullable=True),
        sa.Column("came", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
    )
    with op.batch_alter_table("visit", schema=None) as batch_op:
        for column in ("region_id", "school_id", "asked_by", "addressee_id", "decided_by", "host_id"):
            batch_op.create_index(batch_op.f(f"ix_visit_{column}"), [column], unique=False)

    op.create_table(
        "video",
        sa.Column("id", _ID, nullable=False),
        sa.Column("region_id", sa.BigInteger(), nullable=False),
        sa.Column("municipality_id", sa.BigInteger(), nullable=True),
        sa.Column("author_id", sa.BigInteger(), nullable=True),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=True),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("megabytes", sa.Integer(), nullable=True),
        sa.Column("exam", sa.String(length=10), nullable=False),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("changed", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_video")),
    )
    with op.batch_alter_table("video", schema=None) as batch_op:
        for column in ("region_id", "author_id"):
            batch_op.create_index(batch_op.f(f"ix_video_{column}"), [column], unique=False)

    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.add_column(sa.Column("link", sa.Text(), nullable=True))

    with op.batch_alter_table("busy", schema=None) as batch_op:
        batch_op.alter_column("session_id", existing_type=sa.BigInteger(), nullable=True)
        batch_op.add_column(sa.Column("visit_id", _ID, nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_busy_visit_id_visit"), "visit", ["visit_id"], ["id"])
        batch_op.create_index(batch_op.f("ix_busy_visit_id"), ["visit_id"], unique=False)


def downgrade() -> None:
    """Take back."""
    op.execute(sa.text("DELETE FROM busy WHERE session_id IS NULL"))
    with op.batch_alter_table("busy", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_busy_visit_id"))
        batch_op.drop_constraint(batch_op.f("fk_busy_visit_id_visit"), type_="foreignkey")
        batch_op.drop_column("visit_id")
        batch_op.alter_column("session_id", existing_type=sa.BigInteger(), nullable=False)

    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.drop_column("link")

    op.drop_table("video")
    op.drop_table("visit")
