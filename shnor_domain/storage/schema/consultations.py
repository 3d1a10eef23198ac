"""Slots, sessions, seats. The named constraints are what keeps capacity and people's time, whoever writes (rule 2)."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
    text,
)
from sqlalchemy.sql.elements import conv

from shnor_domain.storage.constraints import register
from shnor_domain.storage.schema.base import Id, Instant, metadata

SEATS = "ck_session_seats"
LIVE_VISITOR = register("uq_booking_live_visitor", "booking", "session_id", "visitor_id")
LIVE_SCHOOL = register("uq_booking_live_school", "booking", "session_id", "school_id")
HEADS = "ck_booking_heads"
BUSY_CELL = register("uq_busy_person_cell", "busy", "person_id", "cell")

slot = Table(
    "slot",
    metadata,
    Column("id", Id, primary_key=True),
    Column("host_id", BigInteger, nullable=False, index=True),
    Column("town_id", BigInteger),
    Column("subject", String(40), nullable=False),
    Column("weekday", Integer, nullable=False),
    Column("starts", Time, nullable=False),
    Column("zone", String(40), nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("format", String(10), nullable=False),
    Column("audience", String(10), nullable=False),
    Column("open_region_id", BigInteger, index=True),
    Column("open_municipality_id", BigInteger),
    Column("open_school_id", BigInteger),
    Column("project_schools_only", Boolean, nullable=False),
    Column("capacity", Integer, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("link", Text),
    Column("venue", Text),
    Column("notice", Integer, nullable=False),
    Column("horizon", Integer, nullable=False),
    Column("state", String(10), nullable=False),
)

slot_closed_day = Table(
    "slot_closed_day",
    metadata,
    Column("slot_id", ForeignKey("slot.id"), primary_key=True),
    Column("day", Date, primary_key=True),
)

slot_window = Table(
    "slot_window",
    metadata,
    Column("slot_id", ForeignKey("slot.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("starts", Time, primary_key=True),
    Column("minutes", Integer, nullable=False),
)

session = Table(
    "session",
    metadata,
    Column("id", Id, primary_key=True),
    Column("slot_id", ForeignKey("slot.id"), nullable=False),
    Column("starts", Instant, nullable=False, index=True),
    Column("ends", Instant, nullable=False),
    Column("host_id", BigInteger, nullable=False),
    Column("subject", String(40), nullable=False),
    Column("capacity", Integer, nullable=False),
    Column("taken", Integer, nullable=False, server_default="0"),
    # seats that wait for somebody of the queue, and those that it has left to all without the slot's notice (W1, W3)
    Column("held", Integer, nullable=False, server_default="0"),
    Column("loose", Integer, nullable=False, server_default="0"),
    Column("state", String(10), nullable=False),
    Column("link", Text),
    UniqueConstraint("slot_id", "starts", name="uq_session_slot_starts"),
    CheckConstraint("taken >= 0 AND held >= 0 AND taken + held <= capacity", name=conv(SEATS)),
)

booking = Table(
    "booking",
    metadata,
    Column("id", Id, primary_key=True),
    Column("session_id", ForeignKey("session.id"), nullable=False, index=True),
    Column("visitor_id", BigInteger, nullable=False, index=True),
    Column("topic", Text),
    Column("state", String(20), nullable=False),
    Column("made", Instant, nullable=False),
    Column("ended", Instant),
    Column("late", Boolean, nullable=False, server_default=text("false")),
    Column("reason", String(20)),
    Column("sits", String(10), nullable=False, server_default=text("'self'")),
    Column("heads", Integer, nullable=False, server_default="1"),
    Column("booked_by", BigInteger, index=True),
    Column("booked_as", String(30)),
    Column("guest", String(60)),
    Column("school_id", BigInteger, index=True),
    Column("confirmed", Boolean, nullable=False, server_default=text("false")),
    # where its visitor works, and what its topic is counted by: as they were when it was made
    Column("municipality_id", BigInteger, index=True),
    Column("topic_key", String(300)),
    CheckConstraint("heads >= 1", name=conv(HEADS)),
)
Index(
    LIVE_VISITOR,
    booking.c.session_id,
    booking.c.visitor_id,
    unique=True,
    sqlite_where=text("state = 'booked' AND sits = 'self'"),
    postgresql_where=text("state = 'booked' AND sits = 'self'"),
)
Index(
    LIVE_SCHOOL,
    booking.c.session_id,
    booking.c.school_id,
    unique=True,
    sqlite_where=text("state = 'booked' AND sits = 'school'"),
    postgresql_where=text("state = 'booked' AND sits = 'school'"),
)

busy = Table(
    "busy",
    metadata,
    Column("person_id", BigInteger, nullable=False),
    Column("cell", BigInteger, nullable=False),
    Column("session_id", ForeignKey("session.id"), index=True),
    Column("visit_id", ForeignKey("visit.id"), index=True),
    Column("lesson_id", ForeignKey("lesson.id"), index=True),
    UniqueConstraint("person_id", "cell", name=BUSY_CELL),
)

slot_draft = Table(
    "slot_draft",
    metadata,
    Column("id", Id, primary_key=True),
    Column("region_id", BigInteger, nullable=False),
    Column("subject", String(40), nullable=False),
    Column("weekday", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("slot_id", ForeignKey("slot.id")),
    UniqueConstraint("region_id", "subject", "weekday", name="uq_slot_draft_region_subject_weekday"),
)

slot_draft_passed = Table(
    "slot_draft_passed",
    metadata,
    Column("draft_id", ForeignKey("slot_draft.id"), primary_key=True),
    Column("host_id", BigInteger, primary_key=True, autoincrement=False),
)

consultation_request = Table(
    "consultation_request",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", BigInteger, nullable=False),
    Column("subject", String(40), nullable=False),
    Column("region_id", BigInteger, index=True),
    Column("municipality_id", BigInteger),
    Column("school_id", BigInteger),
    Column("topic", Text),
    Column("created", Instant, nullable=False),
    UniqueConstraint("person_id", "subject", name="uq_consultation_request_person_subject"),
)
