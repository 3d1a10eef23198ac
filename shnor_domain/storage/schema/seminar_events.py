"""Events of the permanent seminar and their lessons, and the versions of a half-year's programme. The named constraints
keep one version in work and one number a version, whoever writes.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.sql.elements import conv

from shnor_domain.storage.constraints import register
from shnor_domain.storage.schema.base import Id, Instant, metadata

EVENT_SEATS = "ck_event_seats"
LESSON_NUMBER = register("uq_lesson_event_number", "lesson", "event_id", "number")
VERSION_NUMBER = register("uq_programme_version_number", "programme_version", "cycle_id", "number")
VERSION_IN_WORK = register("uq_programme_version_open", "programme_version", "cycle_id")

event = Table(
    "event",
    metadata,
    Column("id", Id, primary_key=True),
    Column("region_id", BigInteger, nullable=False, index=True),
    Column("cycle_id", Id, ForeignKey("seminar_cycle.id"), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("title", Text, nullable=False),
    Column("about", Text),
    Column("subject", String(40)),
    Column("audience", String(10), nullable=False),
    Column("form", String(10), nullable=False),
    # whom it invites: the region, one municipality of it
    Column("open_municipality_id", BigInteger),
    Column("project_schools_only", Boolean, nullable=False),
    Column("shown_to_all", Boolean, nullable=False),
    # None once nobody leads it
    Column("host_id", BigInteger, index=True),
    Column("zone", String(40), nullable=False),
    Column("capacity", Integer, nullable=False),
    Column("quota", Integer),
    Column("route", String(8), nullable=False),
    Column("state", String(10), nullable=False),
    Column("since", Instant, nullable=False),
    Column("version", Integer, nullable=False, server_default=text("1")),
    # the first and the last of its open lessons, written with them
    Column("starts", Instant, index=True),
    Column("ends", Instant),
    # as of `session`: seats in which somebody sits, that wait for somebody of the queue, that it has left to all
    Column("taken", Integer, nullable=False, server_default=text("0")),
    Column("held", Integer, nullable=False, server_default=text("0")),
    Column("loose", Integer, nullable=False, server_default=text("0")),
    CheckConstraint("capacity >= 1", name="capacity"),
    CheckConstraint("quota IS NULL OR quota BETWEEN 1 AND capacity", name="quota"),
    CheckConstraint("taken >= 0 AND held >= 0 AND taken + held <= capacity", name=conv(EVENT_SEATS)),
)

lesson = Table(
    "lesson",
    metadata,
    Column("id", Id, primary_key=True),
    Column("event_id", Id, ForeignKey("event.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("starts", Instant, nullable=False, index=True),
    Column("ends", Instant, nullable=False),
    Column("link", Text),
    Column("venue", Text),
    Column("state", String(10), nullable=False),
    # the start before the last move
    Column("was", Instant),
    UniqueConstraint("event_id", "number", name=LESSON_NUMBER),
    CheckConstraint("ends > starts", name="times"),
)

request_event = Table(
    "request_event",
    metadata,
    Column("request_id", Id, ForeignKey("seminar_request.id"), primary_key=True),
    Column("event_id", Id, ForeignKey("event.id"), primary_key=True, index=True),
)

programme_version = Table(
    "programme_version",
    metadata,
    Column("id", Id, primary_key=True),
    Column("cycle_id", Id, ForeignKey("seminar_cycle.id"), nullable=False, index=True),
    # given by publication
    Column("number", Integer),
    Column("state", String(10), nullable=False),
    # None once they have left
    Column("made_by", BigInteger, index=True),
    Column("made", Instant, nullable=False),
    Column("decided_by", BigInteger, index=True),
    Column("decided", Instant),
    Column("reason", Text),
    Column("published", Instant),
    UniqueConstraint("cycle_id", "number", name=VERSION_NUMBER),
)
_IN_WORK = text("state IN ('waiting', 'approved')")
Index(VERSION_IN_WORK, programme_version.c.cycle_id, unique=True, sqlite_where=_IN_WORK, postgresql_where=_IN_WORK)

# the programme as a version shows it: what an event was like then
programme_line = Table(
    "programme_line",
    metadata,
    Column("version_id", Id, ForeignKey("programme_version.id"), primary_key=True),
    Column("event_id", Id, ForeignKey("event.id"), primary_key=True),
    Column("title", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("form", String(10), nullable=False),
    Column("audience", String(10), nullable=False),
    # [[number, start, end] of each open lesson in seconds of UTC]
    Column("lessons", JSON, nullable=False),
    Column("host_id", BigInteger),
    Column("schools", Integer, nullable=False),
    Column("people", Integer, nullable=False),
    Column("route", String(8), nullable=False),
)
