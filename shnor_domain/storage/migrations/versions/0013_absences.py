"""Hosts who are away, their substitutes, meetings that were moved, and those that fell with a called-off day"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_LIVE = sa.text("live = 1")


def upgrade() -> None:
    """Build."""
    op.create_table(
        "absence",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("host_id", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("declared", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    op.create_index(op.f("ix_absence_host_id"), "absence", ["host_id"])
    op.create_table(
        "substitution",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("absence_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("host_id", sa.BigInteger(), nullable=False),
        sa.Column("substitute_id", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("asked", sa.BigInteger(), nullable=False),
        sa.Column("answered", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["absence_id"], ["absence.id"], name=op.f("fk_substitution_absence_id_absence")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_substitution")),
    )
    for column in ("absence_id", "host_id", "substitute_id"):
        op.create_index(op.f(f"ix_substitution_{column}"), "substitution", [column])
    op.create_table(
        "substitution_meeting",
        sa.Column("substitution_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("session_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("live", sa.Integer(), nullable=False),
        sa.Column("above", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_substitution_meeting_session_id_session")
        ),
        sa.ForeignKeyConstraint(
            ["substitution_id"], ["substitution.id"], name=op.f("fk_substitution_meeting_substitution_id_substitution")
        ),
        sa.PrimaryKeyConstraint("substitution_id", "session_id", name=op.f("pk_substitution_meeting")),
    )
    op.create_index(
        "uq_substitution_meeting_live",
        "substitution_meeting",
        ["session_id"],
        unique=True,
        sqlite_where=_LIVE,
        postgresql_where=_LIVE,
    )
    op.create_table(
        "session_moved",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("slot_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("starts", sa.BigInteger(), nullable=False),
        sa.Column("session_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_session_moved_session_id_session")),
        sa.ForeignKeyConstraint(["slot_id"], ["slot.id"], name=op.f("fk_session_moved_slot_id_slot")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_moved")),
        sa.UniqueConstraint("slot_id", "starts", name="uq_session_moved_slot_starts"),
    )
    op.create_index(op.f("ix_session_moved_session_id"), "session_moved", ["session_id"])
    op.create_table(
        "session_fallen",
        sa.Column("session_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_session_fallen_session_id_session")),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_session_fallen")),
    )


def downgrade() -> None:
    """Take back."""
    for table in ("session_fallen", "session_moved", "substitution_meeting", "substitution", "absence"):
        op.drop_table(table)
