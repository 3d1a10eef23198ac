"""Seats of events, what of them each school has, and their queues."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId, SchoolId
from shnor_domain.seats.model import WaitingId, WaitState
from shnor_domain.seminars.events.model import EventId, EventState
from shnor_domain.seminars.signing.errors import SchoolQuotaReached
from shnor_domain.seminars.signing.model import Room, Waiting
from shnor_domain.storage.constraints import violated
from shnor_domain.storage.schema.seminar_events import EVENT_SEATS, event
from shnor_domain.storage.schema.seminar_seats import EVENTS, SCHOOL_QUOTA, event_school
from shnor_domain.storage.seats.counts import SeatCounts
from shnor_domain.storage.seats.queues import SeatQueues
from shnor_domain.storage.upsert import insert

_E, _Q = event.c, event_school.c


class Rooms(SeatCounts):
    """Port `RoomStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        super().__init__(connection, event, EVENT_SEATS)

    async def locked(self, of: EventId) -> Room | None:
        """A lock that lets others refer to the row; a draft is none, SQLite has one writer anyway."""
        mine = select(event).where(_E.id == of, *_SEATED).with_for_update(key_share=True)
        row = (await self._connection.execute(mine)).first()
        return None if row is None else _room(row)

    async def many(self, events: Collection[EventId]) -> Mapping[EventId, Room]:
        """One statement."""
        if not events:
            return {}
        rows = await self._connection.execute(select(event).where(_E.id.in_(events), *_SEATED))
        return {EventId(row.id): _room(row) for row in rows}

    async def empty(self, event_id: EventId) -> None:
        """Two statements."""
        await self._connection.execute(update(event).where(_E.id == event_id).values(taken=0, held=0, loose=0))
        await self._connection.execute(update(event_school).where(_Q.event_id == event_id).values(taken=0))


class Quotas:
    """Port `QuotaStore`: the CHECK, not a look beforehand, decides who was first."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def take(self, of: EventId, school: SchoolId, heads: int, quota: int | None) -> None:
        """One statement."""
        first = insert(self._connection, event_school).values(event_id=of, school_id=school, taken=heads, quota=quota)
        await self._within(first.on_conflict_do_update(index_elements=_KEY, set_={"taken": _Q.taken + heads}))

    async def give(self, of: EventId, school: SchoolId, heads: int) -> None:
        """One statement."""
        hers = update(event_school).where(_Q.event_id == of, _Q.school_id == school)
        await self._connection.execute(hers.values(taken=_Q.taken - heads))

    async def taken(self, of: EventId) -> Mapping[SchoolId, int]:
        """One statement."""
        rows = await self._connection.execute(select(_Q.school_id, _Q.taken).where(_Q.event_id == of))
        return {SchoolId(row.school_id): row.taken for row in rows}

    async def limit(self, of: EventId, quota: int | None) -> None:
        """One statement."""
        await self._within(update(event_school).where(_Q.event_id == of).values(quota=quota))

    async def _within(self, statement: Any) -> None:
        try:
            await self._connection.execute(statement)
        except IntegrityError as error:
            if violated(error, SCHOOL_QUOTA):
                raise SchoolQuotaReached from None
            raise


class EventQueues(SeatQueues[Waiting]):
    """Port `EventQueue`."""

    def __init__(self, connection: AsyncConnection) -> None:
        super().__init__(connection, EVENTS, (_E.starts, _E.ends), _waiting)

    async def join(self, of: EventId, person: PersonId, school: SchoolId | None, now: datetime) -> WaitingId:
        """Two statements at most."""
        return await self._stand(of, person, now, school_id=school)


_KEY = ["event_id", "school_id"]
_SEATED = (_E.starts.is_not(None), _E.state != EventState.DRAFT.value)


def _room(row: Row[Any]) -> Room:
    return Room(
        EventId(row.id),
        row.starts,
        row.ends,
        row.capacity,
        row.quota,
        row.taken,
        row.held,
        row.loose,
        row.state == EventState.OPEN.value,
    )


def _waiting(row: Row[Any]) -> Waiting:
    return Waiting(
        WaitingId(row.id),
        EventId(row.event_id),
        row.starts,
        row.ends,
        PersonId(row.person_id),
        None if row.school_id is None else SchoolId(row.school_id),
        WaitState(row.state),
        row.joined,
    )
