"""Seats taken for another, and for a number of people"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_BOOKED = "state = 'booked'"
_COLUMNS = ("confirmed", "school_id", "guest", "booked_as", "booked_by", "heads", "sits")


def _one_live(name: str, column: str, where: str) -> None:
    op.create_index(
        name,
        "booking",
        ["session_id", column],
        unique=True,
        sqlite_where=sa.text(where),
        postgresql_where=sa.text(where),
    )


def upgrade() -> None:
    """Build."""
    op.drop_index("uq_booking_live_visitor", table_name="booking")
    with op.batch_alter_table("booking", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sits", sa.String(length=10), server_default=sa.text("'self'"), nullable=False))
        batch_op.add_column(sa.Column("heads", sa.Integer(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("booked_by", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("booked_as", sa.String(length=30), nullable=True))
        batch_op.add_column(sa.Column("guest", sa.String(length=60), nullable=True))
        batch_op.add_column(sa.Column("school_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("confirmed", sa.Boolean(), server_default=sa.text("false"), nullable=False))
        batch_op.create_check_constraint(batch_op.f("ck_booking_heads"), "heads >= 1")
        batch_op.create_index(batch_op.f("ix_booking_booked_by"), ["booked_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_booking_school_id"), ["school_id"], unique=False)
    _one_live("uq_booking_live_visitor", "visitor_id", f"{_BOOKED} AND sits = 'self'")
    _one_live("uq_booking_live_school", "school_id", f"{_BOOKED} AND sits = 'school'")


def downgrade() -> None:
    """Take back; bookings for people without an account cannot be kept."""
    op.drop_index("uq_booking_live_school", table_name="booking")
    op.drop_index("uq_booking_live_visitor", table_name="booking")
    op.execute(
        "UPDATE session SET taken = taken - (SELECT COALESCE(SUM(heads), 0) FROM booking"
        " WHERE session_id = session.id AND state = 'booked' AND sits <> 'self') WHERE state = 'open'"
    )
    op.execute("DELETE FROM booking WHERE sits <> 'self'")
    with op.batch_alter_table("booking", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_booking_school_id"))
        batch_op.drop_index(batch_op.f("ix_booking_booked_by"))
        batch_op.drop_constraint(batch_op.f("ck_booking_heads"), type_="check")
        for column in _COLUMNS:
            batch_op.drop_column(column)
    _one_live("uq_booking_live_visitor", "visitor_id", _BOOKED)
