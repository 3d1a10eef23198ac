"""Queues of meetings, seats held for them, offers. One writer a meeting: the lock of its host (ADR 7)."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Row, Select, func, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.model import SessionId, SessionKey, SlotId
from shnor_domain.consultations.waitlist.model import (
    HeldSeat,
    Offer,
    OfferId,
    OfferState,
    SeatId,
    SeatState,
    Waiting,
    WaitingId,
    WaitState,
)
from shnor_domain.identity import PersonId, SubjectId
from shnor_domain.storage.consultations.seats import count_seats
from shnor_domain.storage.schema.consultations import session
from shnor_domain.storage.schema.waitlist import held_seat, seat_offer, waiting

_LIVE = waiting.c.state == WaitState.WAITING.value
_OPEN = seat_offer.c.state == OfferState.OPEN.value


class Queues:
    """Port `QueueStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def join(self, of: SessionId, person: PersonId, topic: str | None, now: datetime) -> WaitingId:
        """Two statements at most."""
        if (there := await self.live(of, person)) is not None:
            if topic is not None:
                await self._connection.execute(update(waiting).where(waiting.c.id == there.id).values(topic=topic))
            return there.id
        values = {"session_id": of, "person_id": person, "topic": topic, "state": "waiting", "joined": now}
        added = await self._connection.execute(plain_insert(waiting).values(**values).returning(waiting.c.id))
        return WaitingId(added.scalar_one())

    async def get(self, waiting_id: WaitingId) -> Waiting | None:
        """One place."""
        row = (await self._connection.execute(_places().where(waiting.c.id == waiting_id))).first()
        return None if row is None else _waiting(row)

    async def live(self, of: SessionId, person: PersonId) -> Waiting | None:
        """One statement."""
        hers = _places().where(waiting.c.session_id == of, waiting.c.person_id == person, _LIVE)
        row = (await self._connection.execute(hers)).first()
        return None if row is None else _waiting(row)

    async def of_session(self, of: SessionId) -> Sequence[Waiting]:
        """In the order of joining."""
        return await self._list(_places().where(waiting.c.session_id == of, _LIVE).order_by(waiting.c.id))

    async def of_person(self, person: PersonId, now: datetime) -> Sequence[Waiting]:
        """Live, ahead."""
        ahead = _places().where(waiting.c.person_id == person, _LIVE, session.c.starts > now)
        return await self._list(ahead.order_by(session.c.starts, waiting.c.id))

    async def all_of_person(self, person: PersonId) -> Sequence[Waiting]:
        """The whole history."""
        hers = _places().where(waiting.c.person_id == person)
        return await self._list(hers.order_by(session.c.starts, waiting.c.id))

    async def ahead_of(self, one: Waiting) -> int:
        """One statement."""
        before = select(func.count()).where(waiting.c.session_id == one.session, waiting.c.id < one.id, _LIVE)
        return int((await self._connection.execute(before)).scalar_one())

    async def counts(self, sessions: Collection[SessionId]) -> Mapping[SessionId, int]:
        """One statement."""
        if not sessions:
            return {}
        counted = (
            select(waiting.c.session_id, func.count().label("waits"))
            .where(waiting.c.session_id.in_(sessions), _LIVE)
            .group_by(waiting.c.session_id)
        )
        return {SessionId(row.session_id): int(row.waits) for row in await self._connection.execute(counted)}

    async def end(self, waiting_id: WaitingId, state: WaitState, now: datetime) -> bool:
        """Compare and set."""
        ended = update(waiting).where(waiting.c.id == waiting_id, _LIVE).values(state=state.value, ended=now)
        return (await self._connection.execute(ended)).rowcount == 1

    async def forget(self, person: PersonId) -> None:
        """One statement."""
        await self._connection.execute(update(waiting).where(waiting.c.person_id == person).values(topic=None))

    async def _list(self, statement: Select[tuple[object, ...]]) -> list[Waiting]:
        return [_waiting(row) for row in await self._connection.execute(statement)]


class SeatOffers:
    """Port `OfferStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def hold(self, of: SessionId, seats: int, now: datetime) -> None:
        """One row a seat."""
        rows = [{"session_id": of, "freed": now, "state": SeatState.HELD.value} for _ in range(seats)]
        if rows:
            await self._connection.execute(plain_insert(held_seat), rows)

    async def count(self, of: SessionId, *, held: int = 0, loose: int = 0) -> int:
        """One statement."""
        now = await count_seats(self._connection, of, held=held, loose=loose)
        return int(now.taken + now.held)

    async def held(self, of: SessionId) -> Sequence[HeldSeat]:
        """In the order of being freed."""
        held = held_seat.c.state == SeatState.HELD.value
        found = select(held_seat).where(held_seat.c.session_id == of, held)
        return [
            HeldSeat(SeatId(row.id), row.freed, None if row.reserved_id is None else WaitingId(row.reserved_id))
            for row in await self._connection.execute(found.order_by(held_seat.c.freed, held_seat.c.id))
        ]

    async def reserve(self, seat: SeatId, waiting_id: WaitingId | None) -> None:
        """One statement."""
        noted = update(held_seat).where(held_seat.c.id == seat).values(reserved_id=waiting_id)
        await self._connection.execute(noted)

    async def settle(self, seat: SeatId, state: SeatState) -> None:
        """One statement."""
        settled = update(held_seat).where(held_seat.c.id == seat).values(state=state.value)
        await self._connection.execute(settled)

    async def make(self, seat: SeatId, waiting_id: WaitingId, now: datetime, until: datetime) -> OfferId:
        """The unique indexes keep one open offer a seat, and one a person, and each only once."""
        values = {"seat_id": seat, "waiting_id": waiting_id, "made": now, "until": until, "state": "open"}
        made = await self._connection.execute(plain_insert(seat_offer).values(**values).returning(seat_offer.c.id))
        return OfferId(made.scalar_one())

    async def get(self, offer: OfferId) -> Offer | None:
        """One offer."""
        return await self._one(_offers().where(seat_offer.c.id == offer))

    async def of_session(self, of: SessionId) -> Sequence[Offer]:
        """As they were made."""
        return await self._list(_offers().where(waiting.c.session_id == of).order_by(seat_offer.c.id))

    async def open_to(self, of: SessionId, person: PersonId) -> Offer | None:
        """One statement."""
        return await self._one(_offers().where(waiting.c.session_id == of, waiting.c.person_id == person, _OPEN))

    async def open_of(self, person: PersonId) -> Sequence[Offer]:
        """One statement."""
        return await self._list(_offers().where(waiting.c.person_id == person, _OPEN).order_by(seat_offer.c.id))

    async def end(self, offer: OfferId, state: OfferState, now: datetime) -> bool:
        """Compare and set."""
        ended = update(seat_offer).where(seat_offer.c.id == offer, _OPEN).values(state=state.value, ended=now)
        return (await self._connection.execute(ended)).rowcount == 1

    async def _one(self, statement: Select[tuple[object, ...]]) -> Offer | None:
        row = (await self._connection.execute(statement)).first()
        return None if row is None else _offer(row)

    async def _list(self, statement: Select[tuple[object, ...]]) -> list[Offer]:
        return [_offer(row) for row in await self._connection.execute(statement)]


def _places() -> Select[tuple[object, ...]]:
    return select(
        waiting, session.c.slot_id, session.c.starts, session.c.ends, session.c.host_id, session.c.subject
    ).join_from(waiting, session)


def _offers() -> Select[tuple[object, ...]]:
    return select(seat_offer, waiting.c.person_id, waiting.c.session_id).join_from(seat_offer, waiting)


def _waiting(row: Row[tuple[object, ...]]) -> Waiting:
    return Waiting(
        WaitingId(row.id),
        SessionId(row.session_id),
        SessionKey(SlotId(row.slot_id), row.starts),
        row.ends,
        PersonId(row.host_id),
        SubjectId(row.subject),
        PersonId(row.person_id),
        row.topic,
        WaitState(row.state),
        row.joined,
    )


def _offer(row: Row[tuple[object, ...]]) -> Offer:
    return Offer(
        OfferId(row.id),
        SeatId(row.seat_id),
        WaitingId(row.waiting_id),
        PersonId(row.person_id),
        SessionId(row.session_id),
        row.made,
        row.until,
        OfferState(row.state),
        row.ended,
    )
