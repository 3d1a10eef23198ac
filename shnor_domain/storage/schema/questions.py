"""Questions without a meeting: each with its thread of turns, and the files that lie beside them."""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, String, Table, Text, text

from shnor_domain.storage.schema.base import Id, Instant, metadata


def _nobody_left(name: str) -> Column[int]:
    """Counts outlive people."""
    return Column(name, Id, ForeignKey("person.id", ondelete="SET NULL"), index=True)


question = Table(
    "question",
    metadata,
    Column("id", Id, primary_key=True),
    _nobody_left("asker_id"),
    # the asker's school
    Column("region_id", Id, nullable=False),
    Column("municipality_id", Id, nullable=False),
    Column("school_id", Id, nullable=False),
    Column("matter", String(10), nullable=False),
    Column("subject", String(40)),
    # a booking of consultations: a number and no key, features are strangers
    Column("booking_id", Id, unique=True),
    Column("state", String(10), nullable=False),
    Column("asked", Instant, nullable=False),
    Column("turned", Instant, nullable=False, index=True),
    Column("first_due", Instant, nullable=False),
    Column("first_answer", Instant),
    _nobody_left("first_by"),
    Column("closed", Instant),
    _nobody_left("holder_id"),
    Column("due", Instant),
    Column("rounds", Integer, nullable=False, server_default=text("0")),
    _nobody_left("first_to"),
    Column("opens", Instant),
    CheckConstraint("(matter = 'subject') = (subject IS NOT NULL)", name="subject_of_matter"),
    sqlite_autoincrement=True,
)
OPEN = text("state = 'open'")
Index("ix_question_open", question.c.region_id, question.c.municipality_id, sqlite_where=OPEN, postgresql_where=OPEN)
Index("ix_question_asked", question.c.region_id, question.c.asked)

question_turn = Table(
    "question_turn",
    metadata,
    Column("id", Id, primary_key=True),
    Column("question_id", Id, ForeignKey("question.id", ondelete="CASCADE"), nullable=False, index=True),
    _nobody_left("author_id"),
    Column("answer", Boolean, nullable=False),
    Column("at", Instant, nullable=False, index=True),
    # empty once wiped
    Column("text", Text, nullable=False),
    sqlite_autoincrement=True,
)

question_file = Table(
    "question_file",
    metadata,
    Column("id", Id, primary_key=True),
    Column("turn_id", Id, ForeignKey("question_turn.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("key", String(40), nullable=False, index=True),
    Column("name", String(255), nullable=False),
    sqlite_autoincrement=True,
)
