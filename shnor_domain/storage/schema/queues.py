"""Who waits for a seat, seats held for them, offers: the same tables for each kind of seating, of one factory. The
named constraints keep one offer a seat and person (W1)."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table, text

from shnor_domain.storage.constraints import register
from shnor_domain.storage.schema.base import Id, Instant, metadata


@dataclass(frozen=True, slots=True)
class QueueTables:
    """The queue of a `seating`, which has `id`, `starts`, and is named `seating_id` in the others, after its table."""

    seating: Table
    waiting: Table
    held_seat: Table
    seat_offer: Table
    queue_look: Table

    @property
    def seating_id(self) -> str:
        """The column of the other tables that names a seating."""
        return f"{self.seating.name}_id"

    def of(self, table: Table) -> Column[Any]:
        """That column of `waiting`, `held_seat` or `queue_look`."""
        return table.c[self.seating_id]


def queue_tables(prefix: str, seating: Table, *own: Column[Any]) -> QueueTables:
    """Tables `<prefix>waiting` and so on, beside `seating` in its metadata; `own` is what a feature keeps of who waits.
    Names of constraints have the prefix too."""
    seating_id = f"{seating.name}_id"

    def of_seating() -> Column[Any]:
        return Column(seating_id, ForeignKey(seating.c.id), nullable=False, index=True)

    waiting = Table(
        f"{prefix}waiting",
        seating.metadata,
        Column("id", Id, primary_key=True),
        of_seating(),
        Column("person_id", BigInteger, nullable=False, index=True),
        *own,
        Column("state", String(10), nullable=False),
        Column("joined", Instant, nullable=False),
        Column("ended", Instant),
    )
    held_seat = Table(
        f"{prefix}held_seat",
        seating.metadata,
        Column("id", Id, primary_key=True),
        of_seating(),
        Column("freed", Instant, nullable=False),
        Column("state", String(10), nullable=False),
        # whose morning it waits for
        Column("reserved_id", ForeignKey(waiting.c.id)),
    )
    seat_offer = Table(
        f"{prefix}seat_offer",
        seating.metadata,
        Column("id", Id, primary_key=True),
        Column("seat_id", ForeignKey(held_seat.c.id), nullable=False, index=True),
        Column("waiting_id", ForeignKey(waiting.c.id), nullable=False, index=True),
        Column("made", Instant, nullable=False),
        Column("until", Instant, nullable=False),
        Column("state", String(10), nullable=False),
        Column("ended", Instant),
    )
    # rows are only added and deleted, so that whoever tells the clock to look at a seating waits for nobody
    queue_look = Table(
        f"{prefix}queue_look",
        seating.metadata,
        Column("id", Id, primary_key=True),
        of_seating(),
        Column("due", Instant, nullable=False, index=True),
    )
    _once("live_person", waiting, "state = 'waiting'", seating_id, "person_id")
    _once("open_seat", seat_offer, "state = 'open'", "seat_id")
    _once("open_waiting", seat_offer, "state = 'open'", "waiting_id")
    _once("once", seat_offer, "state <> 'void'", "seat_id", "waiting_id")
    return QueueTables(seating, waiting, held_seat, seat_offer, queue_look)


def _once(what: str, table: Table, while_: str, *columns: str) -> None:
    """One row a combination of `columns`, among those for which the condition holds."""
    name = register(f"uq_{table.name}_{what}", table.name, *columns)
    live = text(while_)
    Index(name, *(table.c[each] for each in columns), unique=True, sqlite_where=live, postgresql_where=live)


# one row a clock, on the machine's: when its queues were last looked at, and since when after an outage
queue_pulse = Table(
    "queue_pulse",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seen", Instant, nullable=False),
    Column("back", Instant),
)
