"""Which reminders a booking has, and what becomes of them when it is moved or ends (N1, N3, N4)."""

from datetime import datetime, timedelta

import pytest

from shnor_domain.consultations.errors import AlreadyBooked, SessionStarted, TooLate
from shnor_domain.consultations.model import BookingId, CancelReason, SessionKey
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.mine import MyThings
from shnor_domain.consultations.use_cases.move import MoveBooking
from shnor_domain.errors import NotFound, Stale
from shnor_domain.notifications.model import NoticeState
from shnor_domain.seats.errors import NoSeatsLeft, YouAreBusy
from tests.support.consultations import BIOLOGY, MONDAY, STRANGER, Republic, methodist, teacher

HOST, OTHER_HOST = methodist(1), methodist(5)
ANNA, BELLA = teacher(2), teacher(3)
DAY, HOUR, WEEK = timedelta(days=1), timedelta(hours=1), timedelta(days=7)
DAY_BEFORE, HOUR_BEFORE = "consultation-day-before", "consultation-hour-before"
HOST_DAY, HOST_HOUR = "consultation-host-day-before", "consultation-host-hour-before"


async def waiting(land: Republic, subject: str) -> set[tuple[str, datetime]]:
    """Reminders that will go: kind and minute."""
    async with land.units.read() as work:
        rows = await work.notices.of_subject(subject)
    return {
        (row.notice.kind, row.notice.due)
        for row in rows
        if row.state is NoticeState.PLANNED and "before" in row.notice.kind
    }


async def news(land: Republic, booking: BookingId) -> list[str]:
    """What the host is told of a booking, apart from reminders."""
    async with land.units.read() as work:
        rows = await work.notices.of_subject(f"booking:{booking}")
    return [row.notice.kind for row in rows if row.state is NoticeState.PLANNED and "before" not in row.notice.kind]


def later(key: SessionKey, by: timedelta = WEEK) -> SessionKey:
    return SessionKey(key.slot, key.starts + by)


async def moves(land: Republic, booking: BookingId, to: SessionKey) -> None:
    await MoveBooking(land.units.write, land.clock)(ANNA, booking, to)


async def test_n1_visitor_and_host_have_two_reminders_each(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=2)
    first = (await land.book(ANNA, key, None)).booking
    await land.book(BELLA, key, None)
    assert await waiting(land, f"booking:{first.id}") == {(DAY_BEFORE, MONDAY - DAY), (HOUR_BEFORE, MONDAY - HOUR)}
    assert await waiting(land, f"session:{first.session}") == {(HOST_DAY, MONDAY - DAY), (HOST_HOUR, MONDAY - HOUR)}


async def test_n3_a_minute_that_has_begun_is_not_made_up_for(land: Republic) -> None:
    key = await land.publishes(HOST, notice=0)
    land.clock.at = MONDAY - DAY + timedelta(minutes=1)
    booking = (await land.book(ANNA, key, None)).booking
    assert await waiting(land, f"booking:{booking.id}") == {(HOUR_BEFORE, MONDAY - HOUR)}
    assert await waiting(land, f"session:{booking.session}") == {(HOST_HOUR, MONDAY - HOUR)}


async def test_reminders_vanish_with_the_booking_and_come_back_with_a_new_one(land: Republic) -> None:
    key = await land.publishes(HOST)
    booking = (await land.book(ANNA, key, None)).booking
    await CancelBooking(land.units.write, land.clock)(ANNA, booking.id, CancelReason.ILL)
    assert await waiting(land, f"booking:{booking.id}") == set()
    again = (await land.book(BELLA, key, None)).booking
    assert len(await waiting(land, f"booking:{again.id}")) == 2
    assert len(await waiting(land, f"session:{again.session}")) == 2


async def test_a_meeting_that_is_called_off_reminds_nobody(land: Republic) -> None:
    key = await land.publishes(HOST)
    booking = (await land.book(ANNA, key, None)).booking
    await CancelSession(land.units.write, land.clock)(HOST, key)
    assert await waiting(land, f"booking:{booking.id}") == set()
    assert await waiting(land, f"session:{booking.session}") == set()


async def test_a_moved_booking_keeps_its_question_and_takes_its_reminders_along(land: Republic) -> None:
    key = await land.publishes(HOST)
    booking = (await land.book(ANNA, key, "задание 34")).booking
    await moves(land, booking.id, later(key))
    start = MONDAY + WEEK
    assert await waiting(land, f"booking:{booking.id}") == {(DAY_BEFORE, start - DAY), (HOUR_BEFORE, start - HOUR)}
    [mine] = (await MyThings(land.units.read, land.clock)(ANNA)).bookings
    assert (mine.booking.id, mine.booking.key, mine.booking.topic) == (booking.id, later(key), "задание 34")
    assert await news(land, booking.id) == ["consultation-booked"]
    await land.book(BELLA, key, None)


async def test_n5_the_host_hears_of_a_move_inside_the_last_day_and_of_the_last_place_only(land: Republic) -> None:
    key = await land.publishes(HOST, notice=0)
    booking = (await land.book(ANNA, key, None)).booking
    land.clock.at = MONDAY - timedelta(hours=5)
    await moves(land, booking.id, later(key))
    assert await news(land, booking.id) == ["consultation-booked"], "she has not heard of the booking yet"
    async with land.units.write() as work:
        for row in await work.notices.of_subject(f"booking:{booking.id}"):
            await work.notices.end(row.id, NoticeState.SENT, "", land.clock.now())
    await moves(land, booking.id, key)
    assert await news(land, booking.id) == ["consultation-visitor-moved"]


async def test_a_move_that_is_refused_leaves_the_seat_where_it_was(land: Republic) -> None:
    key = await land.publishes(HOST)
    elsewhere = await land.publishes(OTHER_HOST, subject=BIOLOGY)
    booking = (await land.book(ANNA, key, None)).booking
    await land.book(BELLA, later(key), None)
    await land.book(ANNA, later(elsewhere, 2 * WEEK), None)
    land.clock.at = MONDAY - timedelta(days=3)
    for to, refusal in (
        (later(key), NoSeatsLeft),
        (later(key, 2 * WEEK), YouAreBusy),
        (key, AlreadyBooked),
        (elsewhere, NotFound),
    ):
        with pytest.raises(refusal):
            await moves(land, booking.id, to)
    [mine, _] = (await MyThings(land.units.read, land.clock)(ANNA)).bookings
    assert mine.booking.key == key
    assert len(await waiting(land, f"booking:{booking.id}")) == 2
    land.clock.at = later(key).starts - HOUR
    with pytest.raises(SessionStarted):
        await moves(land, booking.id, later(key, 3 * WEEK))


async def test_a_move_keeps_to_notice_and_to_its_own_booking(land: Republic) -> None:
    key = await land.publishes(HOST)
    booking = (await land.book(ANNA, later(key), None)).booking
    move = MoveBooking(land.units.write, land.clock)
    for stranger in (BELLA, STRANGER):
        with pytest.raises(NotFound):
            await move(stranger, booking.id, key)
    land.clock.at = MONDAY - timedelta(hours=5)
    with pytest.raises(TooLate):
        await moves(land, booking.id, key)
    await CancelBooking(land.units.write, land.clock)(ANNA, booking.id, None)
    with pytest.raises(Stale):
        await moves(land, booking.id, later(key, 2 * WEEK))
