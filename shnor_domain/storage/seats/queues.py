"""Who waits, in its order. One writer a seating: the lock of who leads it (ADR 7)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Generic

from sqlalchemy import Column, Row, Select, func, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId
from shnor_domain.seats.model import SeatingId, WaitingId, WaitState
from shnor_domain.seats.ports import W
from shnor_domain.storage.schema.queues import QueueTables


class SeatQueues(Generic[W]):
    """Port `QueueStore` over `tables`; `place` makes a place of a row of `waiting` that has `columns` of the seating
    beside it."""

    def __init__(
        self,
        connection: AsyncConnection,
        tables: QueueTables,
        columns: Sequence[Column[Any]],
        place: Callable[[Row[Any]], W],
    ) -> None:
        self._connection = connection
        self._seating = tables.seating
        self._waiting = tables.waiting
        self._of = tables.of(tables.waiting)
        self._live = tables.waiting.c.state == WaitState.WAITING.value
        self._places = select(tables.waiting, *columns).join_from(tables.waiting, tables.seating)
        self._place = place

    async def get(self, waiting_id: WaitingId) -> W | None:
        """One place."""
        return await self._one(self._places.where(self._waiting.c.id == waiting_id))

    async def live(self, of: SeatingId, person: PersonId) -> W | None:
        """One statement."""
        return await self._one(self._places.where(self._of == of, self._waiting.c.person_id == person, self._live))

    async def of_session(self, of: SeatingId) -> Sequence[W]:
        """In the order of joining."""
        return await self._list(self._places.where(self._of == of, self._live).order_by(self._waiting.c.id))

    async def of_person(self, person: PersonId, now: datetime) -> Sequence[W]:
        """Live, ahead."""
        ahead = self._places.where(self._waiting.c.person_id == person, self._live, self._seating.c.starts > now)
        return await self._list(ahead.order_by(self._seating.c.starts, self._waiting.c.id))

    async def all_of_person(self, person: PersonId) -> Sequence[W]:
        """The whole history."""
        hers = self._places.where(self._waiting.c.person_id == person)
        return await self._list(hers.order_by(self._seating.c.starts, self._waiting.c.id))

    async def ahead_of(self, one: W) -> int:
        """One statement."""
        before = select(func.count()).where(self._of == one.session, self._waiting.c.id < one.id, self._live)
        return int((await self._connection.execute(before)).scalar_one())

    async def counts(self, sessions: Collection[SeatingId]) -> Mapping[SeatingId, int]:
        """One statement."""
        if not sessions:
            return {}
        counted = (
            select(self._of.label("seating"), func.count().label("waits"))
            .where(self._of.in_(sessions), self._live)
            .group_by(self._of)
        )
        return {SeatingId(row.seating): int(row.waits) for row in await self._connection.execute(counted)}

    async def end(self, waiting_id: WaitingId, state: WaitState, now: datetime) -> bool:
        """Compare and set."""
        ended = update(self._waiting).where(self._waiting.c.id == waiting_id, self._live)
        return (await self._connection.execute(ended.values(state=state.value, ended=now))).rowcount == 1

    async def _stand(self, of: SeatingId, person: PersonId, now: datetime, **own: object) -> WaitingId:
        """At the end, with what the feature keeps of it; who waits there already keeps her place, and what is not None
        replaces what she gave before. Two statements at most."""
        if (there := await self.live(of, person)) is not None:
            anew = {name: value for name, value in own.items() if value is not None}
            if anew:
                hers = update(self._waiting).where(self._waiting.c.id == there.id)
                await self._connection.execute(hers.values(**anew))
            return there.id
        values = {self._of.name: of, "person_id": person, "state": WaitState.WAITING.value, "joined": now, **own}
        added = plain_insert(self._waiting).values(**values).returning(self._waiting.c.id)
        return WaitingId((await self._connection.execute(added)).scalar_one())

    async def _one(self, statement: Select[Any]) -> W | None:
        row = (await self._connection.execute(statement)).first()
        return None if row is None else self._place(row)

    async def _list(self, statement: Select[Any]) -> list[W]:
        return [self._place(row) for row in await self._connection.execute(statement)]
