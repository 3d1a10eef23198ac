"""Meetings that move, are called off or come back, with their queue: on both databases."""

from datetime import date, time, timedelta

import pytest
from sqlalchemy import select, update

from shnor_domain.consultations.absences.use_cases import leaving
from shnor_domain.consultations.absences.use_cases.answer import AnswerAsk
from shnor_domain.consultations.absences.use_cases.decide import (
    TakeAskBack,
)
from shnor_domain.consultations.absences.use_cases.move_meeting import MoveMeeting
from shnor_domain.consultations.absences.use_cases.zones import LetSlotsFollow
from shnor_domain.consultations.errors import SessionGone
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.waitlist.use_cases.queue import JoinQueue
from shnor_domain.identity import PersonId
from shnor_domain.storage.schema.consultations import busy, session
from tests.support.away import DAY, FIRST, HOST, asked, case, meeting, placed_methodists, told
from tests.support.consultations import (
    BIOLOGY,
    MONDAY,
    Republic,
    teacher,
)


@pytest.fixture(autouse=True)
async def placed(land: Republic) -> None:
    await placed_methodists(land)


async def test_of_what_was_called_off_nothing_comes_back(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    await land.book(teacher(5), key, None)
    ask = await asked(land)
    await case(land, AnswerAsk)(FIRST, ask, True)
    await case(land, CancelSession)(HOST, key)
    with pytest.raises(SessionGone):
        await case(land, TakeAskBack)(HOST, ask)
    assert (await told(land, f"slot:{key.slot}")).count("substitution-over") == 1


async def test_seats_of_what_was_called_off_stay_for_who_may_come_back(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    for number in (5, 6, 7):
        await land.book(teacher(number), key, None)
    row = await meeting(land)
    async with land.units.write() as work:
        await work.sessions.cancel(row.id)
        await work.sessions.resize(key.slot, land.clock.now(), 2)
    assert (await meeting(land)).capacity == 3
    async with land.units.write() as work:
        await work.sessions.resize(key.slot, land.clock.now(), 4)
    assert (await meeting(land)).capacity == 4


async def test_given_back_while_the_host_is_busy_it_is_called_off_and_she_is_told(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    card = await land.book(teacher(5), key, None)
    ask = await asked(land)
    await case(land, AnswerAsk)(FIRST, ask, True)
    elsewhere = await land.publishes(HOST, capacity=3, weekday=1)
    await land.book(teacher(6), SessionKey(elsewhere.slot, MONDAY + timedelta(days=1)), None)
    async with land.database.write() as connection:
        hers = busy.c.person_id == 1
        (await connection.execute(update(busy).where(hers).values(cell=busy.c.cell - 24 * 12)))
    async with land.units.write() as work:
        await leaving.on_person_leaves(work, PersonId(90), land.clock.now())
    row = await meeting(land)
    assert (row.state, row.host_id) == ("cancelled", 1)
    assert "consultation-session-cancelled" in await told(land, f"booking:{card.booking.id}")
    assert "consultation-host-session-cancelled" in await told(land, f"slot:{key.slot}")


async def test_weekly_times_next_to_each_other_follow_to_another_clock(land: Republic) -> None:
    late = await land.publishes(HOST, capacity=3)
    early = await land.publishes(HOST, capacity=3, subject=BIOLOGY, starts=time(14))
    await land.book(teacher(5), late, None)
    await land.book(teacher(6), SessionKey(early.slot, MONDAY - timedelta(hours=1)), None)
    for zone, hours in (("Asia/Vladivostok", -1), ("Asia/Yakutsk", 0), ("Asia/Irkutsk", 1)):
        carried = await case(land, LetSlotsFollow)(HOST, zone)
        assert (carried.along, carried.away) == (2, 0)
        async with land.database.read() as connection:
            starts = set((await connection.execute(select(session.c.starts))).scalars())
        assert starts == {MONDAY + timedelta(hours=hours), MONDAY + timedelta(hours=hours - 1)}
        land.clock.pass_by(minutes=1)


async def test_a_meeting_that_comes_back_meets_where_its_rule_has_it(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    card = await land.book(teacher(5), key, None)
    there = SessionKey(key.slot, MONDAY + timedelta(days=1))
    assert (await case(land, MoveMeeting)(HOST, key, date(2026, 12, 1), time(15))).along == 1
    assert (await case(land, MoveMeeting)(HOST, there, DAY, time(15))).along == 1
    async with land.units.read() as work:
        found = await work.bookings.get(card.booking.id)
    assert found is not None and found.key == key
    await land.book(teacher(6), key, None)


async def test_the_queue_goes_along_and_a_seat_left_behind_is_held_for_it(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=1)
    other = await land.publishes(FIRST, subject=BIOLOGY, weekday=1, starts=time(16))
    await land.book(teacher(5), key, None)
    await land.book(teacher(5), SessionKey(other.slot, MONDAY + timedelta(hours=25)), None)
    waits = await case(land, JoinQueue)(teacher(6), key, "тема")
    moved = await case(land, MoveMeeting)(HOST, key, date(2026, 12, 1), time(16))
    assert (moved.along, moved.away) == (0, 1)
    async with land.units.read() as work:
        (waiting,) = await work.queues.of_person(PersonId(6), land.clock.now())
        row = await work.sessions.get(waiting.session)
    assert waiting.id == waits.waiting.id and waiting.key.starts == MONDAY + timedelta(hours=25)
    assert row is not None and (row.taken, row.held) == (0, 1)
    assert "consultation-queue-moved" in await told(land, f"waiting:{waiting.id}")
