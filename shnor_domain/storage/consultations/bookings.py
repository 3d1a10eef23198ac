"""Seats, and who is where when: refusals come from named constraints, so they hold under any number of writers (rule
2)."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Row, Select, and_, delete, func, or_, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.errors import AlreadyBooked, NoSeatsLeft
from shnor_domain.consultations.model import (
    Booking,
    BookingId,
    BookingState,
    CancelReason,
    Session,
    SessionId,
    SessionKey,
    SlotId,
    grid,
)
from shnor_domain.errors import DomainError
from shnor_domain.identity import PersonId, SubjectId
from shnor_domain.storage.constraints import violated
from shnor_domain.storage.schema.consultations import BUSY_CELL, LIVE_VISITOR, SEATS, booking, busy, session

_LIVE = booking.c.state == BookingState.BOOKED.value


class Bookings:
    """Port `BookingStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def lock(self, people: Collection[PersonId]) -> None:
        """Advisory locks in one order, so that two who book with each other cannot wait in a ring; SQLite has one
        writer anyway."""
        if self._connection.dialect.name == "postgresql":
            for person in sorted(people):
                await self._connection.execute(select(func.pg_advisory_xact_lock(person)))

    async def add(self, of: Session, visitor: PersonId, topic: str | None, now: datetime) -> BookingId:
        """Insert a live booking."""
        values = {
            "session_id": of.id,
            "visitor_id": visitor,
            "topic": topic,
            "state": BookingState.BOOKED.value,
            "made": now,
        }
        try:
            added = await self._connection.execute(plain_insert(booking).values(**values).returning(booking.c.id))
        except IntegrityError as error:
            if violated(error, LIVE_VISITOR):
                raise AlreadyBooked from None
            raise
        return BookingId(added.scalar_one())

    async def take_seat(self, session_id: SessionId) -> int:
        """One statement; the CHECK, not a look beforehand, decides who was first."""
        try:
            return await self._count(session_id, 1)
        except IntegrityError as error:
            if violated(error, SEATS):
                raise NoSeatsLeft from None
            raise

    async def free_seat(self, session_id: SessionId) -> int:
        """One statement."""
        return await self._count(session_id, -1)

    async def _count(self, session_id: SessionId, change: int) -> int:
        counted = await self._connection.execute(
            update(session)
            .where(session.c.id == session_id)
            .values(taken=session.c.taken + change)
            .returning(session.c.taken)
        )
        return int(counted.scalar_one())

    async def occupy(self, person: PersonId, of: Session, refusal: type[DomainError]) -> None:
        """Insert a row for each 5 minutes."""
        cells = [{"person_id": person, "cell": cell, "session_id": of.id} for cell in grid(of.key.starts, of.ends)]
        try:
            await self._connection.execute(plain_insert(busy), cells)
        except IntegrityError as error:
            if violated(error, BUSY_CELL):
                raise refusal from None
            raise

    async def release(self, person: PersonId, session_id: SessionId) -> None:
        """Delete the rows."""
        await self._connection.execute(delete(busy).where(busy.c.person_id == person, busy.c.session_id == session_id))

    async def get(self, booking_id: BookingId) -> Booking | None:
        """One booking."""
        row = (await self._connection.execute(_bookings().where(booking.c.id == booking_id))).first()
        return None if row is None else _booking(row)

    async def of_visitor(self, visitor: PersonId, since: datetime) -> Sequence[Booking]:
        """Live and not yet over."""
        return await self._list(
            _bookings()
            .where(booking.c.visitor_id == visitor, _LIVE, session.c.ends > since)
            .order_by(session.c.starts, booking.c.id)
        )

    async def past_of_visitor(self, visitor: PersonId, until: datetime, skip: int, count: int) -> Sequence[Booking]:
        """Over or ended, the latest first."""
        return await self._list(
            _bookings()
            .where(booking.c.visitor_id == visitor, or_(~_LIVE, session.c.ends <= until))
            .order_by(session.c.starts.desc(), booking.c.id.desc())
            .offset(skip)
            .limit(count)
        )

    async def all_of_visitor(self, visitor: PersonId) -> Sequence[Booking]:
        """The whole history."""
        return await self._list(
            _bookings().where(booking.c.visitor_id == visitor).order_by(session.c.starts, booking.c.id)
        )

    async def forget(self, visitor: PersonId) -> None:
        """One statement."""
        await self._connection.execute(update(booking).where(booking.c.visitor_id == visitor).values(topic=None))

    async def of_session(self, session_id: SessionId) -> Sequence[Booking]:
        """Live bookings in the order of making."""
        return await self._list(_bookings().where(booking.c.session_id == session_id, _LIVE).order_by(booking.c.id))

    async def of_sessions(self, sessions: Collection[SessionId]) -> Sequence[Booking]:
        """One statement for any number of sessions."""
        return await self._list(
            _bookings().where(booking.c.session_id.in_(sessions), _LIVE).order_by(session.c.starts, booking.c.id)
        )

    async def busy_cells(self, people: Collection[PersonId], cells: range) -> Mapping[PersonId, frozenset[int]]:
        """One statement for all people."""
        found: dict[PersonId, set[int]] = {person: set() for person in people}
        inside = and_(busy.c.person_id.in_(people), busy.c.cell >= cells.start, busy.c.cell < cells.stop)
        for row in await self._connection.execute(select(busy.c.person_id, busy.c.cell).where(inside)):
            found[PersonId(row.person_id)].add(row.cell)
        return {person: frozenset(taken) for person, taken in found.items()}

    async def move(self, booking_id: BookingId, to: Session, now: datetime) -> bool:
        """Compare and set."""
        moving = update(booking).where(booking.c.id == booking_id, _LIVE).values(session_id=to.id, made=now)
        try:
            return (await self._connection.execute(moving)).rowcount == 1
        except IntegrityError as error:
            if violated(error, LIVE_VISITOR):
                raise AlreadyBooked from None
            raise

    async def end(
        self,
        booking_id: BookingId,
        state: BookingState,
        now: datetime,
        *,
        late: bool = False,
        reason: CancelReason | None = None,
    ) -> bool:
        """Compare and set: a second end changes nothing."""
        changed = await self._connection.execute(
            update(booking)
            .where(booking.c.id == booking_id, _LIVE)
            .values(state=state.value, ended=now, late=late, reason=None if reason is None else reason.value)
        )
        return changed.rowcount == 1

    async def _list(self, statement: Select[tuple[object, ...]]) -> list[Booking]:
        return [_booking(row) for row in await self._connection.execute(statement)]


def _bookings() -> Select[tuple[object, ...]]:
    return select(
        booking, session.c.slot_id, session.c.starts, session.c.ends, session.c.host_id, session.c.subject
    ).join_from(booking, session)


def _booking(row: Row[tuple[object, ...]]) -> Booking:
    return Booking(
        BookingId(row.id),
        SessionId(row.session_id),
        SessionKey(SlotId(row.slot_id), row.starts),
        row.ends,
        PersonId(row.host_id),
        SubjectId(row.subject),
        PersonId(row.visitor_id),
        row.topic,
        BookingState(row.state),
        row.late,
        None if row.reason is None else CancelReason(row.reason),
    )
