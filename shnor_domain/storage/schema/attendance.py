"""What became of meetings: the host's mark, who came, what visitors say of it, what it was worth to them."""

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, ForeignKey, Integer, String, Table, Text

from shnor_domain.storage.schema.base import Instant, metadata

session_mark = Table(
    "session_mark",
    metadata,
    Column("session_id", ForeignKey("session.id"), primary_key=True, autoincrement=False),
    Column("host_id", BigInteger, nullable=False, index=True),
    Column("held", Boolean, nullable=False),
    # why it was not held
    Column("reason", String(20)),
    # its length when it was marked, so that hours can be summed
    Column("minutes", Integer, nullable=False),
    Column("marked", Instant, nullable=False),
    CheckConstraint("held = (reason IS NULL)", name="reason_where_not_held"),
)

booking_came = Table(
    "booking_came",
    metadata,
    Column("booking_id", ForeignKey("booking.id"), primary_key=True, autoincrement=False),
    Column("came", Integer, nullable=False),
    CheckConstraint("came >= 0", name="came"),
)

visitor_word = Table(
    "visitor_word",
    metadata,
    Column("booking_id", ForeignKey("booking.id"), primary_key=True, autoincrement=False),
    Column("said", String(20), nullable=False),
    Column("at", Instant, nullable=False),
)

feedback = Table(
    "feedback",
    metadata,
    Column("booking_id", ForeignKey("booking.id"), primary_key=True, autoincrement=False),
    Column("score", Integer, nullable=False),
    Column("words", Text),
    Column("given", Instant, nullable=False),
    CheckConstraint("score BETWEEN 1 AND 5", name="score"),
)
