"""Marks of hosts and words of visitors."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.attendance.model import Mark, NotHeld, Said
from shnor_domain.consultations.model import BookingId, Session, SessionId, SessionState
from shnor_domain.identity import PersonId
from shnor_domain.storage.consultations.sessions import as_session
from shnor_domain.storage.schema.attendance import booking_came, session_mark, visitor_word
from shnor_domain.storage.schema.consultations import booking, session
from shnor_domain.storage.upsert import insert


class AttendanceRows:
    """Port `AttendanceStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def mark(self, session_id: SessionId) -> Mark | None:
        """One row."""
        row = (
            await self._connection.execute(select(session_mark).where(session_mark.c.session_id == session_id))
        ).first()
        if row is None:
            return None
        reason = None if row.reason is None else NotHeld(row.reason)
        return Mark(SessionId(row.session_id), PersonId(row.host_id), reason, row.minutes, row.marked)

    async def came(self, bookings: Collection[BookingId]) -> Mapping[BookingId, int]:
        """One statement."""
        rows = await self._connection.execute(select(booking_came).where(booking_came.c.booking_id.in_(bookings)))
        return {BookingId(row.booking_id): row.came for row in rows}

    async def put(self, mark: Mark, came: Mapping[BookingId, int]) -> None:
        """Two statements for any number of people."""
        values = {
            "session_id": mark.session,
            "host_id": mark.host,
            "held": mark.held,
            "reason": None if mark.reason is None else mark.reason.value,
            "minutes": mark.minutes,
            "marked": mark.marked,
        }
        marking = insert(self._connection, session_mark).values(**values)
        await self._connection.execute(marking.on_conflict_do_update(index_elements=["session_id"], set_=values))
        counting = insert(self._connection, booking_came)
        counting = counting.on_conflict_do_update(index_elements=["booking_id"], set_={"came": counting.excluded.came})
        await self._connection.execute(counting, [{"booking_id": each, "came": count} for each, count in came.items()])

    async def unmarked(self, host: PersonId, since: datetime, until: datetime) -> Sequence[Session]:
        """One statement."""
        rows = await self._connection.execute(
            select(session)
            .outerjoin_from(session, session_mark)
            .where(
                session.c.host_id == host,
                session.c.state == SessionState.OPEN.value,
                session.c.taken > 0,
                session.c.ends >= since,
                session.c.ends <= until,
                session_mark.c.session_id.is_(None),
            )
            .order_by(session.c.starts, session.c.id)
        )
        return [as_session(row) for row in rows]

    async def said(self, booking_id: BookingId) -> Said | None:
        """One row."""
        found = await self._connection.execute(
            select(visitor_word.c.said).where(visitor_word.c.booking_id == booking_id)
        )
        said = found.scalar()
        return None if said is None else Said(said)

    async def said_by(self, visitor: PersonId) -> Mapping[BookingId, Said]:
        """One statement."""
        rows = await self._connection.execute(
            select(visitor_word).join_from(visitor_word, booking).where(booking.c.visitor_id == visitor)
        )
        return {BookingId(row.booking_id): Said(row.said) for row in rows}

    async def say(self, booking_id: BookingId, said: Said, now: datetime) -> None:
        """One statement."""
        values = {"said": said.value, "at": now}
        saying = insert(self._connection, visitor_word).values(booking_id=booking_id, **values)
        await self._connection.execute(saying.on_conflict_do_update(index_elements=["booking_id"], set_=values))
