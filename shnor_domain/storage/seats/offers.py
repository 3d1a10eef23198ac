"""Seats held for who waits, and offers of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId
from shnor_domain.seats.model import HeldSeat, Offer, OfferId, OfferState, SeatId, SeatingId, SeatState, WaitingId
from shnor_domain.storage.schema.queues import QueueTables


class SeatOffers:
    """Port `OfferStore` over `tables`."""

    def __init__(self, connection: AsyncConnection, tables: QueueTables) -> None:
        self._connection = connection
        self._tables = tables
        self._seat, self._offer, self._waiting = tables.held_seat, tables.seat_offer, tables.waiting
        self._of = tables.of(tables.waiting)
        self._open = self._offer.c.state == OfferState.OPEN.value
        self._offers = select(self._offer, self._waiting.c.person_id, self._of.label("seating")).join_from(
            self._offer, self._waiting
        )

    async def hold(self, of: SeatingId, seats: int, now: datetime) -> None:
        """One row a seat."""
        rows = [{self._of.name: of, "freed": now, "state": SeatState.HELD.value} for _ in range(seats)]
        if rows:
            await self._connection.execute(plain_insert(self._seat), rows)

    async def held(self, of: SeatingId) -> Sequence[HeldSeat]:
        """In the order of being freed."""
        held = self._seat.c.state == SeatState.HELD.value
        found = select(self._seat).where(self._tables.of(self._seat) == of, held)
        return [
            HeldSeat(SeatId(row.id), row.freed, None if row.reserved_id is None else WaitingId(row.reserved_id))
            for row in await self._connection.execute(found.order_by(self._seat.c.freed, self._seat.c.id))
        ]

    async def reserve(self, seat: SeatId, waiting_id: WaitingId | None) -> None:
        """One statement."""
        noted = update(self._seat).where(self._seat.c.id == seat).values(reserved_id=waiting_id)
        await self._connection.execute(noted)

    async def settle(self, seat: SeatId, state: SeatState) -> None:
        """One statement."""
        settled = update(self._seat).where(self._seat.c.id == seat).values(state=state.value)
        await self._connection.execute(settled)

    async def make(self, seat: SeatId, waiting_id: WaitingId, now: datetime, until: datetime) -> OfferId:
        """The unique indexes keep one open offer a seat, and one a person, and each only once."""
        values = {"seat_id": seat, "waiting_id": waiting_id, "made": now, "until": until, "state": "open"}
        made = await self._connection.execute(plain_insert(self._offer).values(**values).returning(self._offer.c.id))
        return OfferId(made.scalar_one())

    async def get(self, offer: OfferId) -> Offer | None:
        """One offer."""
        return await self._one(self._offers.where(self._offer.c.id == offer))

    async def of_session(self, of: SeatingId) -> Sequence[Offer]:
        """As they were made."""
        return await self._list(self._offers.where(self._of == of).order_by(self._offer.c.id))

    async def open_to(self, of: SeatingId, person: PersonId) -> Offer | None:
        """One statement."""
        return await self._one(self._offers.where(self._of == of, self._waiting.c.person_id == person, self._open))

    async def open_of(self, person: PersonId) -> Sequence[Offer]:
        """One statement."""
        hers = self._offers.where(self._waiting.c.person_id == person, self._open)
        return await self._list(hers.order_by(self._offer.c.id))

    async def end(self, offer: OfferId, state: OfferState, now: datetime) -> bool:
        """Compare and set."""
        ended = update(self._offer).where(self._offer.c.id == offer, self._open)
        return (await self._connection.execute(ended.values(state=state.value, ended=now))).rowcount == 1

    async def _one(self, statement: Select[Any]) -> Offer | None:
        row = (await self._connection.execute(statement)).first()
        return None if row is None else _offer(row)

    async def _list(self, statement: Select[Any]) -> list[Offer]:
        return [_offer(row) for row in await self._connection.execute(statement)]


def _offer(row: Row[Any]) -> Offer:
    return Offer(
        OfferId(row.id),
        SeatId(row.seat_id),
        WaitingId(row.waiting_id),
        PersonId(row.person_id),
        SeatingId(row.seating),
        row.made,
        row.until,
        OfferState(row.state),
        row.ended,
    )
