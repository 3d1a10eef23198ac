"""Who came, what it was worth to them, and what statistics of topics are counted by"""

import re

import sqlalchemy as sa
from alembic import op

from shnor_domain.storage.schema.base import Instant

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Build, and find for what is booked already where its visitor works and how its topic is counted."""
    op.create_table(
        "session_mark",
        sa.Column("session_id", _KEY, nullable=False, autoincrement=False),
        sa.Column("host_id", sa.BigInteger(), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("marked", Instant(), nullable=False),
        sa.CheckConstraint("held = (reason IS NULL)", name=op.f("ck_session_mark_reason_where_not_held")),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_session_mark_session_id_session")),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_session_mark")),
    )
    op.create_index(op.f("ix_session_mark_host_id"), "session_mark", ["host_id"])
    op.create_table(
        "booking_came",
        sa.Column("booking_id", _KEY, nullable=False, autoincrement=False),
        sa.Column("came", sa.Integer(), nullable=False),
        sa.CheckConstraint("came >= 0", name=op.f("ck_booking_came_came")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_booking_came_booking_id_booking")),
        sa.PrimaryKeyConstraint("booking_id", name=op.f("pk_booking_came")),
    )
    op.create_table(
        "visitor_word",
        sa.Column("booking_id", _KEY, nullable=False, autoincrement=False),
        sa.Column("said", sa.String(length=20), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_visitor_word_booking_id_booking")),
        sa.PrimaryKeyConstraint("booking_id", name=op.f("pk_visitor_word")),
    )
    op.create_table(
        "feedback",
        sa.Column("booking_id", _KEY, nullable=False, autoincrement=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("given", Instant(), nullable=False),
        sa.CheckConstraint("score BETWEEN 1 AND 5", name=op.f("ck_feedback_score")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_feedback_booking_id_booking")),
        sa.PrimaryKeyConstraint("booking_id", name=op.f("pk_feedback")),
    )
    op.add_column("booking", sa.Column("municipality_id", sa.BigInteger(), nullable=True))
    op.add_column("booking", sa.Column("topic_key", sa.String(length=300), nullable=True))
    op.create_index(op.f("ix_booking_municipality_id"), "booking", ["municipality_id"])
    op.create_index(op.f("ix_session_starts"), "session", ["starts"])
    op.execute(
        "UPDATE booking SET municipality_id = (SELECT place.municipality_id FROM place WHERE place.id = "
        "(SELECT min(p.id) FROM place p WHERE p.person_id = booking.visitor_id"
        " AND p.role IN ('teacher', 'school_lead')))"
    )
    _count_topics()


def _count_topics() -> None:
    """As `consultations.statistics.topics.topic_key` did when this was written."""
    booking = sa.table("booking", sa.column("id", sa.Integer), sa.column("topic", sa.Text), sa.column("topic_key"))
    bind = op.get_bind()
    for row in bind.execute(sa.select(booking.c.id, booking.c.topic).where(booking.c.topic.is_not(None))).all():
        key = " ".join(re.findall(r"\w+", row.topic.casefold().replace("ё", "е")))
        bind.execute(sa.update(booking).where(booking.c.id == row.id).values(topic_key=key or None))


def downgrade() -> None:
    """Take back."""
    op.drop_index(op.f("ix_session_starts"), "session")
    op.drop_index(op.f("ix_booking_municipality_id"), "booking")
    op.drop_column("booking", "topic_key")
    op.drop_column("booking", "municipality_id")
    op.drop_table("feedback")
    op.drop_table("visitor_word")
    op.drop_table("booking_came")
    op.drop_index(op.f("ix_session_mark_host_id"), "session_mark")
    op.drop_table("session_mark")
