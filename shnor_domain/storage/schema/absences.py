"""Hosts who are away, who stands in for them, and meetings that are not where their rule has them."""

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint, text

from shnor_domain.storage.constraints import register
from shnor_domain.storage.schema.base import Id, Instant, metadata

ONE_ASK = register("uq_substitution_meeting_live", "substitution_meeting", "session_id")

absence = Table(
    "absence",
    metadata,
    Column("id", Id, primary_key=True),
    Column("host_id", BigInteger, nullable=False, index=True),
    Column("by_id", BigInteger, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("declared", Instant, nullable=False),
)

substitution = Table(
    "substitution",
    metadata,
    Column("id", Id, primary_key=True),
    Column("absence_id", ForeignKey("absence.id"), nullable=False, index=True),
    Column("host_id", BigInteger, nullable=False, index=True),
    Column("substitute_id", BigInteger, nullable=False, index=True),
    Column("by_id", BigInteger, nullable=False),
    Column("subject", String(40), nullable=False),
    Column("state", String(10), nullable=False),
    Column("asked", Instant, nullable=False),
    Column("answered", Instant),
)

# `live` while the ask waits or is agreed to: no meeting has two substitutes, whoever asks at once
substitution_meeting = Table(
    "substitution_meeting",
    metadata,
    Column("substitution_id", ForeignKey("substitution.id"), primary_key=True),
    Column("session_id", ForeignKey("session.id"), primary_key=True),
    Column("live", Integer, nullable=False),
    Column("above", Instant),
)
Index(
    ONE_ASK,
    substitution_meeting.c.session_id,
    unique=True,
    sqlite_where=text("live = 1"),
    postgresql_where=text("live = 1"),
)

# where a meeting had been before its host moved it: nothing meets there any more, and old buttons find the way
session_moved = Table(
    "session_moved",
    metadata,
    Column("id", Id, primary_key=True),
    Column("slot_id", ForeignKey("slot.id"), nullable=False),
    Column("starts", Instant, nullable=False),
    Column("session_id", ForeignKey("session.id"), nullable=False, index=True),
    UniqueConstraint("slot_id", "starts", name="uq_session_moved_slot_starts"),
)

# cancelled by an «актированный день»: its undo brings back what ended at this very instant
session_fallen = Table(
    "session_fallen",
    metadata,
    Column("session_id", ForeignKey("session.id"), primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
)
