"""What a host writes to who is booked, and what went to somebody's calendar"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Build."""
    op.create_table(
        "meeting_letter",
        sa.Column("id", ID, nullable=False),
        sa.Column("session_id", ID, nullable=False),
        sa.Column("host_id", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("sent", sa.BigInteger(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_meeting_letter_session_id_session")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_letter")),
    )
    op.create_index(op.f("ix_meeting_letter_session_id"), "meeting_letter", ["session_id"])
    op.create_index(op.f("ix_meeting_letter_host_id"), "meeting_letter", ["host_id"])
    op.create_table(
        "calendar_file",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("about", sa.String(length=40), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_file")),
        sa.UniqueConstraint("person_id", "about", name="uq_calendar_file_person_about"),
    )


def downgrade() -> None:
    """Take back."""
    op.drop_table("calendar_file")
    op.drop_table("meeting_letter")
