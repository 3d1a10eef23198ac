"""What somebody's calendar was told: one identity for ever, a number that only grows, gone with its person."""

import asyncio

import pytest

from shnor_domain.consultations.desk import own_data
from shnor_domain.consultations.desk.use_cases.calendars import InCalendar, TakeBooking
from shnor_domain.consultations.desk.use_cases.host_calendars import TakeMeeting, TakeWeek
from shnor_domain.consultations.desk.use_cases.week import ShowWeek
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.link import SendLink
from shnor_domain.consultations.use_cases.move import MoveBooking
from shnor_domain.errors import NotFound
from tests.support.consultations import MONDAY, Republic, methodist, teacher

HOST, ANNA, BELLA = methodist(1), teacher(2), teacher(3)
SHOWN = 7


async def test_taps_at_once_are_one_entry(land: Republic) -> None:
    card = await land.book(ANNA, await land.publishes(HOST), None)
    take = TakeBooking(land.units.write, land.clock)
    taken = await asyncio.gather(*(take(ANNA, card.booking.id) for _ in range(10)))
    assert len({each.entry.uid for each in taken}) == 1
    assert {each.entry.sequence for each in taken} == {0}


async def test_the_number_grows_with_each_change_and_with_nothing_else(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    booking = (await land.book(ANNA, key, None)).booking.id
    take, differs = TakeBooking(land.units.write, land.clock), InCalendar(land.units.read)
    assert await differs(ANNA, booking) is None
    first = (await take(ANNA, booking)).entry
    assert await differs(ANNA, booking) is False
    land.clock.pass_by(hours=1)
    again = (await take(ANNA, booking)).entry
    assert (again.sequence, again.stamp - first.stamp) == (0, land.clock.now() - first.stamp)
    later = SessionKey(key.slot, MONDAY.replace(month=12, day=SHOWN))
    await MoveBooking(land.units.write, land.clock)(ANNA, booking, later)
    assert await differs(ANNA, booking) is True
    moved = (await take(ANNA, booking)).entry
    await SendLink(land.units.write, land.clock)(HOST, key.slot, "https://meet.example.org/new")
    linked = (await take(ANNA, booking)).entry
    await CancelBooking(land.units.write, land.clock)(ANNA, booking, None)
    off = (await take(ANNA, booking)).entry
    told = (first, moved, linked, off)
    assert [each.sequence for each in told] == [0, 1, 2, 3]
    assert {each.uid for each in told} == {first.uid}
    assert [each.starts for each in told] == [MONDAY, later.starts, later.starts, later.starts]
    assert [each.cancelled for each in told] == [False, False, False, True]


async def test_two_people_have_two_entries_and_what_never_was_there_is_not_taken_out(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    mine, theirs = [(await land.book(who, key, None)).booking.id for who in (ANNA, BELLA)]
    take = TakeBooking(land.units.write, land.clock)
    assert (await take(ANNA, mine)).entry.uid != (await take(BELLA, theirs)).entry.uid
    with pytest.raises(NotFound):
        await take(ANNA, theirs)
    assert await InCalendar(land.units.read)(ANNA, theirs) is None
    other = (await land.book(teacher(4), key, None)).booking.id
    await CancelBooking(land.units.write, land.clock)(teacher(4), other, None)
    with pytest.raises(NotFound):
        await take(teacher(4), other)


async def test_a_hosts_week_knows_what_her_calendar_has(land: Republic) -> None:
    key = await land.publishes(HOST)
    land.clock.at = MONDAY.replace(day=29)
    week = TakeWeek(land.units.write, land.clock, ShowWeek(land.units.read, land.clock))
    [first] = await week(HOST)
    assert (first.entry.starts, first.entry.sequence, first.entry.cancelled) == (MONDAY, 0, False)
    assert (await TakeMeeting(land.units.write, land.clock)(HOST, key)).entry == first.entry
    await CancelSession(land.units.write, land.clock)(HOST, key)
    [off] = await week(HOST)
    assert (off.entry.uid, off.entry.sequence, off.entry.cancelled) == (first.entry.uid, 1, True)
    assert await week(BELLA_AS_HOST) == []


async def test_it_goes_with_its_person(land: Republic) -> None:
    booking = (await land.book(ANNA, await land.publishes(HOST), None)).booking.id
    take = TakeBooking(land.units.write, land.clock)
    before = (await take(ANNA, booking)).entry.uid
    assert ANNA.person is not None
    async with land.units.write() as work:
        await own_data.on_person_leaves(work, ANNA.person, land.clock.now())
    assert await InCalendar(land.units.read)(ANNA, booking) is None
    assert (await take(ANNA, booking)).entry.uid != before


BELLA_AS_HOST = methodist(3)
