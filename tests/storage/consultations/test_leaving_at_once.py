"""Who leaves, or whose place ends, while others write the same meetings: nobody waits in a ring (ADR 7)."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from shnor_domain.consultations.absences.use_cases import leaving as absent
from shnor_domain.consultations.absences.use_cases.move_meeting import MoveMeeting
from shnor_domain.consultations.model import BookingState, SessionKey
from shnor_domain.consultations.use_cases import leaving
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.mine import MyBooking
from shnor_domain.consultations.visits import leaving as visiting_schools
from shnor_domain.identity import PersonId, Place, PlaceId, Role, SchoolId, Territory
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.storage.consultations.sessions import Sessions
from shnor_domain.storage.schema.consultations import busy, session
from tests.support.at_a_lock import until_somebody_waits
from tests.support.consultations import MOMSKY, MONDAY, YAKUTIA, Republic, methodist, teacher

HOST, STANDS_IN = methodist(1), PersonId(90)
ANNA, BELLA = teacher(2), teacher(3)
DAY = date(2026, 11, 30)
Part = Callable[[Republic], Awaitable[None]]


async def led_by_another(land: Republic) -> SessionKey:
    """Two teachers are booked on Monday, and a colleague has agreed to lead it: her hour is taken, not the host's."""
    key = await land.publishes(HOST, capacity=3)
    for who in (ANNA, BELLA):
        await land.book(who, key, None)
    async with land.database.write() as connection:
        await connection.execute(update(session).values(host_id=STANDS_IN))
        await connection.execute(update(busy).where(busy.c.person_id == 1).values(person_id=STANDS_IN))
    return key


async def leaves(land: Republic) -> None:
    async with land.units.write() as work:
        await leaving.on_person_leaves(work, PersonId(2), land.clock.now())


async def place_ends(land: Republic) -> None:
    place = Place(PlaceId(0), Role.TEACHER, Territory(YAKUTIA, MOMSKY, SchoolId(1)), starts=date(2026, 9, 1))
    async with land.units.write() as work:
        found = await work.places.get(await work.places.add(KeptPlace(place, PersonId(2))))
        assert found is not None
        await work.places.end(found.place.id, date(2026, 11, 20))
        await leaving.on_place_ends(work, KeptPlace(found.place, PersonId(2)), land.clock.now())


@pytest.mark.parametrize("parts_with", [leaves, place_ends])
async def test_a_visitor_leaves_a_meeting_that_another_leads_while_its_host_calls_it_off(
    land: Republic, monkeypatch: pytest.MonkeyPatch, parts_with: Part
) -> None:
    key = await led_by_another(land)
    cancelled, over = asyncio.Event(), asyncio.Event()
    cancel = Sessions.cancel

    async def slowly(self: Sessions, *args: Any) -> bool:
        done = await cancel(self, *args)
        # the row of the meeting is the host's by now, those of its bookings are not
        cancelled.set()
        await until_somebody_waits(land.database, over)
        return done

    async def anna() -> None:
        await cancelled.wait()
        await parts_with(land)
        over.set()

    monkeypatch.setattr(Sessions, "cancel", slowly)
    told, _ = await asyncio.gather(CancelSession(land.units.write, land.clock)(HOST, key), anna())
    assert told == 2
    async with land.database.read() as connection:
        assert (await connection.execute(select(busy))).all() == []
        assert (await connection.execute(select(session.c.taken))).scalars().all() == [0]


async def test_the_hooks_of_a_leave_hold_together_whom_each_of_them_needs(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    hers, other = [await land.book(who, key, None) for who in (ANNA, BELLA)]
    begun, over = asyncio.Event(), asyncio.Event()

    async def gate(*_: Any) -> None:
        begun.set()
        await until_somebody_waits(land.database, over)

    async def anna() -> None:
        async with land.units.write() as work:
            hooks = (absent.on_person_leaves, visiting_schools.on_person_leaves, gate, leaving.on_person_leaves)
            for hook in hooks:
                await hook(work, PersonId(2), land.clock.now())

    async def moves() -> None:
        await begun.wait()
        await MoveMeeting(land.units.write, land.clock)(HOST, key, DAY + timedelta(days=1), time(16))
        over.set()

    await asyncio.gather(anna(), moves())
    gone = await MyBooking(land.units.read, land.clock)(ANNA, hers.booking.id)
    kept = await MyBooking(land.units.read, land.clock)(BELLA, other.booking.id)
    assert (gone.booking.state, kept.booking.state) == (BookingState.CANCELLED, BookingState.BOOKED)
    assert kept.booking.key.starts == MONDAY + timedelta(days=1, hours=1)
