"""When which queue has to be looked at, and whether the bot was there to look (W5)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy import insert as plain_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.model import SessionId
from shnor_domain.consultations.waitlist.model import OfferState, Pulse
from shnor_domain.identity import PersonId
from shnor_domain.storage.schema.people import account
from shnor_domain.storage.schema.updates import inbox
from shnor_domain.storage.schema.waitlist import queue_look, queue_pulse, seat_offer, waiting
from shnor_domain.storage.upsert import insert


class QueueClockStore:
    """Port `QueueClock`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def look(self, of: SessionId, due: datetime) -> None:
        """One more row."""
        await self._connection.execute(plain_insert(queue_look).values(session_id=of, due=due))

    async def next_look(self, after: datetime | None = None) -> datetime | None:
        """One step into the index."""
        first = select(queue_look.c.due).order_by(queue_look.c.due).limit(1)
        if after is not None:
            first = first.where(queue_look.c.due > after)
        return (await self._connection.execute(first)).scalar()

    async def due(self, now: datetime, limit: int) -> Sequence[SessionId]:
        """One statement."""
        found = (
            select(queue_look.c.session_id)
            .where(queue_look.c.due <= now)
            .group_by(queue_look.c.session_id)
            .order_by(func.min(queue_look.c.due), queue_look.c.session_id)
            .limit(limit)
        )
        return [SessionId(each) for each in (await self._connection.execute(found)).scalars()]

    async def looked(self, of: SessionId) -> None:
        """What another writes down meanwhile stays."""
        await self._connection.execute(delete(queue_look).where(queue_look.c.session_id == of))

    async def with_offers(self) -> Sequence[SessionId]:
        """One statement."""
        open_ones = seat_offer.c.state == OfferState.OPEN.value
        found = select(waiting.c.session_id).join_from(seat_offer, waiting).where(open_ones).distinct()
        return [SessionId(each) for each in (await self._connection.execute(found)).scalars()]

    async def pulse(self) -> Pulse | None:
        """The one row."""
        row = (await self._connection.execute(select(queue_pulse))).first()
        return None if row is None else Pulse(row.seen, row.back)

    async def beat(self, pulse: Pulse) -> None:
        """The one row."""
        values = {"seen": pulse.seen, "back": pulse.back}
        fresh = insert(self._connection, queue_pulse).values(id=1, **values)
        await self._connection.execute(fresh.on_conflict_do_update(index_elements=["id"], set_=values))

    async def unheard(self, person: PersonId) -> bool:
        """Two short walks of an index."""
        chats = select(account.c.chat).where(account.c.person_id == person, account.c.active)
        waits = select(inbox.c.update_id).where(inbox.c.lane.in_(chats), inbox.c.state == "new").limit(1)
        return (await self._connection.execute(waits)).first() is not None
