"""Who waits for a seat, seats held for them, offers. The named constraints keep one offer a seat and person (W1)."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table, Text, text

from shnor_domain.storage.constraints import register
from shnor_domain.storage.schema.base import Id, Instant, metadata

LIVE_WAITING = register("uq_waiting_live_person", "waiting", "session_id", "person_id")
OPEN_SEAT = register("uq_seat_offer_open_seat", "seat_offer", "seat_id")
OPEN_WAITING = register("uq_seat_offer_open_waiting", "seat_offer", "waiting_id")
ONCE = register("uq_seat_offer_once", "seat_offer", "seat_id", "waiting_id")

waiting = Table(
    "waiting",
    metadata,
    Column("id", Id, primary_key=True),
    Column("session_id", ForeignKey("session.id"), nullable=False, index=True),
    Column("person_id", BigInteger, nullable=False, index=True),
    Column("topic", Text),
    Column("state", String(10), nullable=False),
    Column("joined", Instant, nullable=False),
    Column("ended", Instant),
)
_WAITS = text("state = 'waiting'")
Index(
    LIVE_WAITING,
    waiting.c.session_id,
    waiting.c.person_id,
    unique=True,
    sqlite_where=_WAITS,
    postgresql_where=_WAITS,
)

held_seat = Table(
    "held_seat",
    metadata,
    Column("id", Id, primary_key=True),
    Column("session_id", ForeignKey("session.id"), nullable=False, index=True),
    Column("freed", Instant, nullable=False),
    Column("state", String(10), nullable=False),
    # whose morning it waits for
    Column("reserved_id", ForeignKey("waiting.id")),
)

seat_offer = Table(
    "seat_offer",
    metadata,
    Column("id", Id, primary_key=True),
    Column("seat_id", ForeignKey("held_seat.id"), nullable=False, index=True),
    Column("waiting_id", ForeignKey("waiting.id"), nullable=False, index=True),
    Column("made", Instant, nullable=False),
    Column("until", Instant, nullable=False),
    Column("state", String(10), nullable=False),
    Column("ended", Instant),
)
_OPEN = text("state = 'open'")
Index(OPEN_SEAT, seat_offer.c.seat_id, unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN)
Index(OPEN_WAITING, seat_offer.c.waiting_id, unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN)
_COUNTS = text("state <> 'void'")
Index(
    ONCE,
    seat_offer.c.seat_id,
    seat_offer.c.waiting_id,
    unique=True,
    sqlite_where=_COUNTS,
    postgresql_where=_COUNTS,
)

# rows are only added and deleted, so that whoever tells the clock to look at a meeting waits for nobody
queue_look = Table(
    "queue_look",
    metadata,
    Column("id", Id, primary_key=True),
    Column("session_id", ForeignKey("session.id"), nullable=False, index=True),
    Column("due", Instant, nullable=False, index=True),
)

# one row, on the machine's clock: when the queues were last looked at, and since when after an outage
queue_pulse = Table(
    "queue_pulse",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seen", Instant, nullable=False),
    Column("back", Instant),
)
