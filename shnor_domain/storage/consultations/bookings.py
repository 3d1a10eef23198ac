"""Bookings: refusals come from named constraints, so they hold under any number of writers (rule 2)."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Row, Select, and_, or_, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.errors import AlreadyBooked
from shnor_domain.consultations.model import (
    HERSELF,
    Behalf,
    Booking,
    BookingId,
    BookingState,
    CancelReason,
    Session,
    SessionId,
    SessionKey,
    Sits,
    SlotId,
)
from shnor_domain.identity import PersonId, Role, SchoolId, SubjectId
from shnor_domain.storage.constraints import violated
from shnor_domain.storage.consultations.origin import municipality_of
from shnor_domain.storage.schema.consultations import (
    LIVE_SCHOOL,
    LIVE_VISITOR,
    booking,
    busy,
    session,
)
from shnor_domain.storage.seats.times import BusyTimes
from shnor_domain.topics import topic_key

_LIVE = booking.c.state == BookingState.BOOKED.value
_HERSELF = booking.c.sits == Sits.SELF.value


class Bookings(BusyTimes):
    """Port `BookingStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        super().__init__(connection, busy.c.session_id)

    async def add(
        self, of: Session, visitor: PersonId, topic: str | None, now: datetime, behalf: Behalf = HERSELF
    ) -> BookingId:
        """Insert a live booking."""
        values = {
            "session_id": of.id,
            "visitor_id": visitor,
            "topic": topic,
            "state": BookingState.BOOKED.value,
            "made": now,
            "municipality_id": municipality_of(visitor, behalf, now.date()),
            "topic_key": topic_key(topic),
            **_for_whom(behalf),
        }
        try:
            added = await self._connection.execute(plain_insert(booking).values(**values).returning(booking.c.id))
        except IntegrityError as error:
            if violated(error, LIVE_VISITOR) or violated(error, LIVE_SCHOOL):
                raise AlreadyBooked from None
            raise
        return BookingId(added.scalar_one())

    async def recount(self, booking_id: BookingId, before: int, heads: int) -> bool:
        """Compare and set."""
        counted = update(booking).where(booking.c.id == booking_id, booking.c.heads == before, _LIVE)
        return (await self._connection.execute(counted.values(heads=heads))).rowcount == 1

    async def confirm(self, booking_id: BookingId) -> bool:
        """Compare and set."""
        sure = update(booking).where(booking.c.id == booking_id, booking.c.confirmed.is_(False), _LIVE)
        return (await self._connection.execute(sure.values(confirmed=True))).rowcount == 1

    async def get(self, booking_id: BookingId) -> Booking | None:
        """One booking."""
        row = (await self._connection.execute(_bookings().where(booking.c.id == booking_id))).first()
        return None if row is None else _booking(row)

    async def of_visitor(self, visitor: PersonId, since: datetime) -> Sequence[Booking]:
        """Live and not yet over."""
        return await self._ahead(since, and_(booking.c.visitor_id == visitor, _HERSELF))

    async def kept_by(self, visitor: PersonId, since: datetime) -> Sequence[Booking]:
        """Live and not yet over."""
        return await self._ahead(since, and_(booking.c.visitor_id == visitor, ~_HERSELF))

    async def made_by(self, person: PersonId, since: datetime) -> Sequence[Booking]:
        """Live and not yet over."""
        return await self._ahead(since, booking.c.booked_by == person)

    async def of_school(self, school: SchoolId, since: datetime) -> Sequence[Booking]:
        """Live and not yet over."""
        return await self._ahead(since, and_(booking.c.school_id == school, ~_HERSELF))

    async def _ahead(self, since: datetime, whose: ColumnElement[bool]) -> list[Booking]:
        live = _bookings().where(whose, _LIVE, session.c.ends > since)
        return await self._list(live.order_by(session.c.starts, booking.c.id))

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

    async def all_made_by(self, person: PersonId) -> Sequence[Booking]:
        """The whole history."""
        for_others = _bookings().where(booking.c.booked_by == person, booking.c.visitor_id != person)
        return await self._list(for_others.order_by(session.c.starts, booking.c.id))

    async def forget(self, visitor: PersonId) -> None:
        """Two statements."""
        typed = update(booking).where(booking.c.visitor_id == visitor).values(topic=None, topic_key=None, guest=None)
        await self._connection.execute(typed)
        # the question of what she has booked for another is hers
        made = update(booking).where(booking.c.booked_by == visitor)
        await self._connection.execute(made.values(booked_by=None, booked_as=None, topic=None, topic_key=None))

    async def forget_guests(self, before: datetime) -> int:
        """One statement."""
        over = select(session.c.id).where(session.c.ends < before)
        named = update(booking).where(booking.c.guest.is_not(None), booking.c.session_id.in_(over))
        return (await self._connection.execute(named.values(guest=None))).rowcount

    async def of_session(self, session_id: SessionId) -> Sequence[Booking]:
        """Live bookings in the order of making."""
        return await self._list(_bookings().where(booking.c.session_id == session_id, _LIVE).order_by(booking.c.id))

    async def of_sessions(self, sessions: Collection[SessionId]) -> Sequence[Booking]:
        """One statement for any number of sessions."""
        return await self._list(
            _bookings().where(booking.c.session_id.in_(sessions), _LIVE).order_by(session.c.starts, booking.c.id)
        )

    async def move(self, booking_id: BookingId, to: Session, now: datetime) -> bool:
        """Compare and set."""
        moving = (
            update(booking).where(booking.c.id == booking_id, _LIVE).values(session_id=to.id, made=now, confirmed=False)
        )
        try:
            return (await self._connection.execute(moving)).rowcount == 1
        except IntegrityError as error:
            if violated(error, LIVE_VISITOR) or violated(error, LIVE_SCHOOL):
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
        booking,
        session.c.slot_id,
        session.c.starts,
        session.c.ends,
        session.c.host_id,
        session.c.subject,
        session.c.link,
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
        Behalf(
            Sits(row.sits),
            row.heads,
            None if row.booked_by is None else PersonId(row.booked_by),
            None if row.booked_as is None else Role(row.booked_as),
            row.guest,
            None if row.school_id is None else SchoolId(row.school_id),
        ),
        row.confirmed,
        row.link,
    )


def _for_whom(behalf: Behalf) -> dict[str, object]:
    return {
        "sits": behalf.sits.value,
        "heads": behalf.heads,
        "booked_by": behalf.by,
        "booked_as": None if behalf.role is None else behalf.role.value,
        "guest": behalf.guest,
        "school_id": behalf.school,
    }
