"""When which queue has to be looked at, and whether the bot was there to look (W5)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy import insert as plain_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId
from shnor_domain.seats.model import OfferState, Pulse, SeatingId
from shnor_domain.storage.schema.people import account
from shnor_domain.storage.schema.queues import QueueTables, queue_pulse
from shnor_domain.storage.schema.updates import inbox
from shnor_domain.storage.upsert import insert


class QueueClockStore:
    """Port `QueueClock`; `beats` is its row of `queue_pulse`: clocks that shared one would each hide the other's
    silence."""

    def __init__(self, connection: AsyncConnection, tables: QueueTables, beats: int) -> None:
        self._connection = connection
        self._tables = tables
        self._looks = tables.queue_look
        self._seating = tables.of(tables.queue_look)
        self._beats = beats

    async def look(self, of: SeatingId, due: datetime) -> None:
        """One more row."""
        await self._connection.execute(plain_insert(self._looks).values({self._seating: of, self._looks.c.due: due}))

    async def next_look(self, after: datetime | None = None) -> datetime | None:
        """One step into the index."""
        due = self._looks.c.due
        first = select(due).order_by(due).limit(1)
        if after is not None:
            first = first.where(due > after)
        return (await self._connection.execute(first)).scalar()

    async def due(self, now: datetime, limit: int) -> Sequence[SeatingId]:
        """One statement."""
        found = (
            select(self._seating)
            .where(self._looks.c.due <= now)
            .group_by(self._seating)
            .order_by(func.min(self._looks.c.due), self._seating)
            .limit(limit)
        )
        return [SeatingId(each) for each in (await self._connection.execute(found)).scalars()]

    async def looked(self, of: SeatingId) -> None:
        """What another writes down meanwhile stays."""
        await self._connection.execute(delete(self._looks).where(self._seating == of))

    async def with_offers(self) -> Sequence[SeatingId]:
        """One statement."""
        offers, waiting = self._tables.seat_offer, self._tables.waiting
        found = (
            select(self._tables.of(waiting))
            .join_from(offers, waiting)
            .where(offers.c.state == OfferState.OPEN.value)
            .distinct()
        )
        return [SeatingId(each) for each in (await self._connection.execute(found)).scalars()]

    async def pulse(self) -> Pulse | None:
        """The one row."""
        mine = select(queue_pulse).where(queue_pulse.c.id == self._beats)
        row = (await self._connection.execute(mine)).first()
        return None if row is None else Pulse(row.seen, row.back)

    async def beat(self, pulse: Pulse) -> None:
        """The one row."""
        values = {"seen": pulse.seen, "back": pulse.back}
        fresh = insert(self._connection, queue_pulse).values(id=self._beats, **values)
        await self._connection.execute(fresh.on_conflict_do_update(index_elements=["id"], set_=values))

    async def unheard(self, person: PersonId) -> bool:
        """Two short walks of an index."""
        chats = select(account.c.chat).where(account.c.person_id == person, account.c.active)
        waits = select(inbox.c.update_id).where(inbox.c.lane.in_(chats), inbox.c.state == "new").limit(1)
        return (await self._connection.execute(waits)).first() is not None
