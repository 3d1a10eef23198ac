"""Evenings of a choir: a second house with seats and a queue of its own, beside consultations and unknown to them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Boolean, CheckConstraint, Column, Integer, MetaData, Row, String, Table, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.errors import DomainError
from shnor_domain.identity import PersonId
from shnor_domain.messaging import ChatId
from shnor_domain.notifications.model import Notice, Reader
from shnor_domain.people.model.preferences import Quiet
from shnor_domain.seats.errors import YouAreBusy
from shnor_domain.seats.hall import Hall
from shnor_domain.seats.look import Room
from shnor_domain.seats.model import Offer, OfferId, SeatingId, WaitingId
from shnor_domain.seats.rules import OFFER_WINDOW
from shnor_domain.seats.tending import Tending
from shnor_domain.storage.engine import Database
from shnor_domain.storage.notifications.planner import PlannerStore
from shnor_domain.storage.schema.base import Id, Instant, metadata
from shnor_domain.storage.schema.notifications import notification
from shnor_domain.storage.schema.queues import queue_tables
from shnor_domain.storage.seats.counts import SeatCounts
from shnor_domain.storage.seats.offers import SeatOffers
from shnor_domain.storage.seats.queue_clock import QueueClockStore
from shnor_domain.storage.seats.queues import SeatQueues
from tests.support.consultations import FixedClock

OWN = MetaData(naming_convention=metadata.naming_convention)
"""Tables of tests alone: no migration makes them."""
evening = Table(
    "evening",
    OWN,
    Column("id", Id, primary_key=True),
    Column("starts", Instant, nullable=False),
    Column("capacity", Integer, nullable=False),
    Column("taken", Integer, nullable=False, default=0),
    Column("held", Integer, nullable=False, default=0),
    Column("loose", Integer, nullable=False, default=0),
    Column("open", Boolean, nullable=False, default=True),
    CheckConstraint("taken >= 0 AND held >= 0 AND taken + held <= capacity", name="seats"),
)
QUEUE = queue_tables("evening_", evening, Column("voice", String(10)))
BEATS = 2


@dataclass(frozen=True, slots=True)
class Evening:
    """A seating."""

    id: SeatingId
    starts: datetime
    capacity: int
    taken: int
    held: int
    loose: int
    open: bool


@dataclass(frozen=True, slots=True)
class Singer:
    """Who waits, with her voice."""

    id: WaitingId
    session: SeatingId
    person: PersonId
    voice: str | None


class Evenings(SeatCounts):
    """Port `Seats`."""

    def __init__(self, connection: AsyncConnection) -> None:
        super().__init__(connection, evening, "ck_evening_seats")

    async def locked(self, of: SeatingId) -> Evening | None:
        row = (await self._connection.execute(select(evening).where(evening.c.id == of).with_for_update())).first()
        return None if row is None else Evening(*row)


class Singers(SeatQueues[Singer]):
    """Port `QueueStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        super().__init__(connection, QUEUE, (), _singer)

    async def join(self, of: SeatingId, person: PersonId, voice: str | None, now: datetime) -> WaitingId:
        return await self._stand(of, person, now, voice=voice)


def _singer(row: Row[Any]) -> Singer:
    return Singer(WaitingId(row.id), SeatingId(row.evening_id), PersonId(row.person_id), row.voice)


@dataclass
class Choir:
    """Ports `House` and `Guests`, and what tests do with them."""

    database: Database
    clock: FixedClock
    elsewhere: set[PersonId] = field(default_factory=set)
    hoarse: set[PersonId] = field(default_factory=set)
    seated: list[PersonId] = field(default_factory=list)
    emptied_ones: list[SeatingId] = field(default_factory=list)

    async def occupy(self, person: PersonId, seating: Evening, refusal: type[DomainError]) -> None:
        if person in self.elsewhere:
            raise refusal
        self.seated.append(person)

    async def emptied(self, seating: Evening) -> None:
        self.emptied_ones.append(seating.id)

    def subject_of(self, offer: OfferId) -> str:
        return f"evening-offer:{offer}"

    def subject_of_place(self, waiting: WaitingId) -> str:
        return f"evening-waiting:{waiting}"

    async def offered(self, offer: Offer, waiting: Singer, now: datetime) -> Notice:
        return _word("offered", self.subject_of(offer.id), waiting, now)

    async def offer_gone(self, offer: Offer, waiting: Singer, now: datetime) -> Notice:
        return _word("gone", self.subject_of_place(waiting.id), waiting, now)

    async def queue_over(self, waiting: Singer, now: datetime, *, day_fell: bool = False) -> Notice:
        return _word("fell" if day_fell else "over", self.subject_of_place(waiting.id), waiting, now)

    async def reader(self, person: PersonId) -> Reader | None:
        return Reader(person, ChatId(person), "Europe/Moscow", Quiet(0, 0))

    async def hindrance(self, person: PersonId, seating: Evening, now: datetime) -> type[DomainError] | None:
        return YouAreBusy if person in self.elsewhere else None

    async def lost_right(self, waiting: Singer, now: datetime) -> bool:
        return waiting.person in self.hoarse

    def hall(self, connection: AsyncConnection) -> Hall[Evening, Singer]:
        """Over its own tables."""
        offers, notices = SeatOffers(connection, QUEUE), PlannerStore(connection)
        return Hall(Evenings(connection), Singers(connection), offers, clock_of(connection), notices, self)

    async def within(self, act: Callable[[Hall[Evening, Singer]], Awaitable[Any]]) -> Any:
        """One unit of work."""
        async with self.database.write() as connection:
            return await act(self.hall(connection))

    async def announce(self, starts: datetime, capacity: int) -> SeatingId:
        """An evening without anybody yet."""
        async with self.database.write() as connection:
            made = insert(evening).values(starts=starts, capacity=capacity).returning(evening.c.id)
            return SeatingId((await connection.execute(made)).scalar_one())

    async def sit(self, of: SeatingId, person: int) -> None:
        """Take a seat."""

        async def act(hall: Hall[Evening, Singer]) -> None:
            row, her = await hall.locked(of), PersonId(person)
            await hall.take(row, 1, self.clock.now(), person=her, refusal=YouAreBusy)

        await self.within(act)

    async def wait(self, of: SeatingId, person: int, voice: str | None = None) -> WaitingId:
        """Stand at the end of the queue."""
        async with self.database.write() as connection:
            return await Singers(connection).join(of, PersonId(person), voice, self.clock.now())

    async def rise(self, of: SeatingId, heads: int = 1) -> int:
        """Give seats back."""
        return cast(int, await self.within(lambda hall: hall.give_back(of, heads, self.clock.now())))

    async def tend(self) -> int:
        """One beat of the clock, on which the messenger has delivered what was said before."""
        async with self.database.write() as connection:
            await connection.execute(update(notification).values(state="sent"))
        enter, read, write = self.enter, self.database.read, self.database.write
        return await Tending(read, write, self.clock, self.clock, OFFER_WINDOW, clock_of, enter)()

    async def enter(self, connection: AsyncConnection, of: SeatingId) -> Room[Evening, Singer] | None:
        """A room of this house."""
        hall = self.hall(connection)
        row = await hall.seats.locked(of)
        return None if row is None else Room(hall, self, row)

    async def row(self, of: SeatingId) -> Evening:
        """As it is now."""
        return cast(Evening, await self.within(lambda hall: hall.locked(of)))

    async def offers(self, of: SeatingId) -> list[tuple[int, str]]:
        """To whom a seat was offered, and what became of that."""
        found = await self.within(lambda hall: hall.offers.of_session(of))
        return [(each.person, each.state.value) for each in found]

    async def told(self) -> list[tuple[int, str]]:
        """All that was said, in its order."""
        async with self.database.read() as connection:
            rows = await connection.execute(select(notification.c.person_id, notification.c.kind).order_by("id"))
            return [(row.person_id, row.kind) for row in rows]


def clock_of(connection: AsyncConnection) -> QueueClockStore:
    """Its own clock."""
    return QueueClockStore(connection, QUEUE, BEATS)


def _word(kind: str, subject: str, waiting: Singer, now: datetime) -> Notice:
    key = f"{kind}:{waiting.id}:{int(now.timestamp())}"
    return Notice(key=key, person=waiting.person, kind=kind, subject=subject, due=now)
