"""Meetings that have a row."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Row, and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.model import Occurrence, Session, SessionId, SessionKey, SessionState, Slot, SlotId
from shnor_domain.identity import PersonId, SubjectId
from shnor_domain.storage.schema.consultations import SEATS, session
from shnor_domain.storage.seats.counts import SeatCounts
from shnor_domain.storage.upsert import insert


class Sessions(SeatCounts):
    """Port `SessionStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        super().__init__(connection, session, SEATS)

    async def ensure(self, slot: Slot, occurrence: Occurrence) -> Session:
        """Insert unless there is a row, then read it: two statements that any number of writers may run at once."""
        values = {
            "slot_id": slot.id,
            "starts": occurrence.starts,
            "ends": occurrence.ends,
            "host_id": slot.host,
            "subject": slot.terms.subject,
            "capacity": slot.terms.capacity,
            "state": SessionState.OPEN.value,
        }
        await self._connection.execute(insert(self._connection, session).values(**values).on_conflict_do_nothing())
        return (await self.find([occurrence.key]))[occurrence.key]

    async def find(self, keys: Collection[SessionKey]) -> Mapping[SessionKey, Session]:
        """Rows of those keys that have one."""
        if not keys:
            return {}
        named = or_(*(and_(session.c.slot_id == key.slot, session.c.starts == key.starts) for key in keys))
        found = [as_session(row) for row in await self._connection.execute(select(session).where(named))]
        return {each.key: each for each in found}

    async def get(self, session_id: SessionId) -> Session | None:
        """One session."""
        row = (await self._connection.execute(select(session).where(session.c.id == session_id))).first()
        return None if row is None else as_session(row)

    async def locked(self, session_id: SessionId) -> Session | None:
        """A lock of the row; SQLite has one writer anyway."""
        mine = select(session).where(session.c.id == session_id).with_for_update()
        row = (await self._connection.execute(mine)).first()
        return None if row is None else as_session(row)

    async def of_slot(self, slot_id: SlotId, since: datetime) -> Sequence[Session]:
        """Open sessions of a slot from `since` on."""
        rows = await self._connection.execute(
            select(session)
            .where(session.c.slot_id == slot_id, session.c.starts >= since, session.c.state == SessionState.OPEN.value)
            .order_by(session.c.starts)
        )
        return [as_session(row) for row in rows]

    async def resize(self, slot_id: SlotId, since: datetime, capacity: int) -> None:
        """One statement; the CHECK keeps it from less than is taken. What was called off keeps the seats of those who
        may come back to it."""
        grows = or_(session.c.state == SessionState.OPEN.value, session.c.capacity < capacity)
        coming = (session.c.slot_id == slot_id, session.c.starts >= since, grows)
        await self._connection.execute(update(session).where(*coming).values(capacity=capacity))

    async def set_link(self, session_id: SessionId, link: str | None) -> None:
        """One statement."""
        await self._connection.execute(update(session).where(session.c.id == session_id).values(link=link))

    async def forget(self, host: PersonId) -> None:
        """One statement."""
        await self._connection.execute(update(session).where(session.c.host_id == host).values(link=None))

    async def cancel(self, session_id: SessionId) -> bool:
        """Compare and set: the first of two at once wins. Its seats count no more."""
        changed = await self._connection.execute(
            update(session)
            .where(session.c.id == session_id, session.c.state == SessionState.OPEN.value)
            .values(state=SessionState.CANCELLED.value, taken=0, held=0, loose=0)
        )
        return changed.rowcount == 1


def as_session(row: Row[tuple[object, ...]]) -> Session:
    """A row of `session` as the domain sees it."""
    return Session(
        SessionId(row.id),
        SessionKey(SlotId(row.slot_id), row.starts),
        row.ends,
        PersonId(row.host_id),
        SubjectId(row.subject),
        row.capacity,
        row.taken,
        SessionState(row.state),
        row.link,
        row.held,
        row.loose,
    )
