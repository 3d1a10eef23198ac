"""Bookings as questions see them; how consultations see questions stands in `asked`."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.model import BookingState
from shnor_domain.identity import PersonId, SubjectId
from shnor_domain.questions.model import QuestionId, QuestionState
from shnor_domain.questions.ports import MeetingOfBooking
from shnor_domain.storage.schema.consultations import booking, session
from shnor_domain.storage.schema.questions import question

_LIVE = (
    select(booking.c.id, booking.c.visitor_id, booking.c.topic, session.c.host_id, session.c.subject, session.c.ends)
    .join(session, session.c.id == booking.c.session_id)
    .where(booking.c.state == BookingState.BOOKED.value)
)


class Meetings:
    """Port `MeetingBook`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of_booking(self, which: int) -> MeetingOfBooking | None:
        """One statement."""
        found = await self._read(_LIVE.where(booking.c.id == which))
        return found[0] if found else None

    async def ahead(self, bookings: Collection[int], now: datetime) -> Collection[int]:
        """One statement; none for no bookings."""
        if not bookings:
            return ()
        found = await self._read(_LIVE.where(booking.c.id.in_(bookings), session.c.ends > now))
        return {each.booking for each in found}

    async def astray(self, now: datetime) -> Sequence[QuestionId]:
        """Of the few that are open."""
        over = or_(
            booking.c.id.is_(None),
            booking.c.state != BookingState.BOOKED.value,
            session.c.ends <= now,
            session.c.host_id == question.c.asker_id,
        )
        meets = and_(
            booking.c.state == BookingState.BOOKED.value,
            session.c.ends > now,
            session.c.host_id.is_distinct_from(question.c.asker_id),
        )
        elsewhere = or_(question.c.due.is_not(None), question.c.holder_id.is_distinct_from(session.c.host_id))
        lost = or_(and_(over, question.c.due.is_(None)), and_(meets, elsewhere))
        query = (
            select(question.c.id)
            .join(booking, booking.c.id == question.c.booking_id, isouter=True)
            .join(session, session.c.id == booking.c.session_id, isouter=True)
            .where(question.c.state == QuestionState.OPEN.value, question.c.booking_id.is_not(None), lost)
            .order_by(question.c.id)
        )
        return [QuestionId(each) for each in (await self._connection.execute(query)).scalars()]

    async def of_meeting(self, slot: int, starts: datetime) -> Sequence[MeetingOfBooking]:
        """One statement."""
        return await self._read(
            _LIVE.where(session.c.slot_id == slot, session.c.starts == starts).order_by(booking.c.id)
        )

    async def _read(self, statement: Select[Any]) -> list[MeetingOfBooking]:
        return [
            MeetingOfBooking(
                row.id, PersonId(row.visitor_id), PersonId(row.host_id), SubjectId(row.subject), row.topic, row.ends
            )
            for row in await self._connection.execute(statement)
        ]
