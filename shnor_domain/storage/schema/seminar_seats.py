"""Who is signed up for events, what each school has taken of its quota, and the queue. The named constraints keep one
sign-up a person and event, and no school above its quota, whoever writes.
"""

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, Integer, String, Table, text
from sqlalchemy.sql.elements import conv

from shnor_domain.storage.constraints import register
from shnor_domain.storage.schema.base import Id, Instant, metadata
from shnor_domain.storage.schema.queues import queue_tables
from shnor_domain.storage.schema.seminar_events import event

LIVE_PERSON = register("uq_event_signup_live_person", "event_signup", "event_id", "person_id")
LIVE_SCHOOL = register("uq_event_signup_live_school", "event_signup", "event_id", "school_id")
SCHOOL_QUOTA = "ck_event_school_quota"

event_signup = Table(
    "event_signup",
    metadata,
    Column("id", Id, primary_key=True),
    Column("event_id", Id, ForeignKey("event.id"), nullable=False, index=True),
    # None for seats that a school keeps without names, and once she has left
    Column("person_id", BigInteger, index=True),
    # as they were when it was made: whose quota it counts on; None for who works in no school
    Column("school_id", BigInteger, index=True),
    Column("municipality_id", BigInteger, index=True),
    # self | kept
    Column("sits", String(8), nullable=False),
    Column("heads", Integer, nullable=False, server_default=text("1")),
    Column("state", String(12), nullable=False),
    Column("made", Instant, nullable=False),
    Column("ended", Instant),
    Column("reason", String(12)),
    # who signed her up, when it was another
    Column("by_id", BigInteger, index=True),
    Column("by_role", String(30)),
    CheckConstraint("heads >= 1", name="heads"),
    CheckConstraint("sits = 'self' OR (person_id IS NULL AND school_id IS NOT NULL)", name="who"),
)
for _name, _sits, _column in ((LIVE_PERSON, "self", "person_id"), (LIVE_SCHOOL, "kept", "school_id")):
    _live = text(f"state = 'live' AND sits = '{_sits}'")
    Index(
        _name,
        event_signup.c.event_id,
        event_signup.c[_column],
        unique=True,
        sqlite_where=_live,
        postgresql_where=_live,
    )

# made with the quota of its event by the first who sits down for a school
event_school = Table(
    "event_school",
    metadata,
    Column("event_id", Id, ForeignKey("event.id"), primary_key=True),
    Column("school_id", BigInteger, primary_key=True, autoincrement=False),
    Column("taken", Integer, nullable=False, server_default=text("0")),
    Column("quota", Integer),
    CheckConstraint("taken >= 0 AND (quota IS NULL OR taken <= quota)", name=conv(SCHOOL_QUOTA)),
)

# whose quota she would count on
EVENTS = queue_tables("event_", event, Column("school_id", BigInteger))
event_waiting, event_held_seat = EVENTS.waiting, EVENTS.held_seat
event_seat_offer, event_queue_look = EVENTS.seat_offer, EVENTS.queue_look
