"""A host calls off while people book: whoever got a seat is told, nobody is left with a seat in nothing."""

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from datetime import date

import pytest
from sqlalchemy import select

from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.use_cases.calling_off import CancelSession, CloseDay, EndSlot
from shnor_domain.consultations.use_cases.leaving import on_person_leaves
from shnor_domain.errors import DomainError
from shnor_domain.identity import Actor, PersonId
from shnor_domain.storage.schema.consultations import booking, busy, session
from tests.support.consultations import Republic, methodist, teacher

pytestmark = pytest.mark.sqlite_threads

HOST = methodist(1)
CROWD = [teacher(number) for number in range(2, 14)]


async def leave(land: Republic) -> int:
    """The host leaves altogether; gives 0, as nobody counts for her."""
    async with land.units.write() as work:
        await on_person_leaves(work, PersonId(1), land.clock.now())
    return 0


def calling_off(land: Republic, how: str, key: SessionKey) -> Awaitable[int]:
    if how == "session":
        return CancelSession(land.units.write, land.clock)(HOST, key)
    if how == "day":
        return CloseDay(land.units.write, land.clock)(HOST, key.slot, date(2026, 11, 30))
    return EndSlot(land.units.write, land.clock)(HOST, key.slot) if how == "slot" else leave(land)


@pytest.mark.parametrize("how", ["session", "day", "slot", "everything"])
async def test_nobody_keeps_a_seat_in_a_meeting_that_was_called_off_meanwhile(land: Republic, how: str) -> None:
    for _ in range(4):
        key = await land.publishes(HOST, capacity=20)

        async def books(who: Actor, key: SessionKey = key) -> None:
            with suppress(DomainError):
                await land.book(who, key, None)

        halves = [books(who) for who in CROWD]
        await asyncio.gather(*halves[:6], calling_off(land, how, key), *halves[6:])
        async with land.database.read() as connection:
            seats = await connection.execute(select(booking.c.visitor_id).where(booking.c.state == "booked"))
            assert seats.all() == []
            assert (await connection.execute(select(busy))).all() == []
            assert set((await connection.execute(select(session.c.taken))).scalars()) <= {0}
