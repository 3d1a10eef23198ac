"""A teacher books and cancels; what is refused leaves no trace."""

from collections.abc import Awaitable

import pytest
from sqlalchemy import func, select

from shnor_domain.consultations.errors import (
    AlreadyBooked,
    OpenBookingExists,
    OwnSlot,
    SessionGone,
    SessionStarted,
    TooLate,
)
from shnor_domain.consultations.model import BookingState, CancelReason, SessionKey
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.mine import MyBooking, MyThings, PastBookings
from shnor_domain.consultations.use_cases.offers import OfferedSlots, OfferedSubjects, OfferedTimes
from shnor_domain.errors import DomainError, Invalid, NotFound, Stale
from shnor_domain.identity import PersonId
from shnor_domain.seats.errors import NoSeatsLeft, YouAreBusy
from shnor_domain.storage.current import UpdateInHand, update_in_hand
from shnor_domain.storage.schema import metadata
from tests.support.consultations import BIOLOGY, CHEMISTRY, MONDAY, STRANGER, Republic, methodist, teacher

HOST = methodist(1)
ANNA, BELLA = teacher(2), teacher(3)


async def refused(act: Awaitable[object], error: type[DomainError]) -> DomainError:
    with pytest.raises(error) as refusal:
        await act
    return refusal.value


async def dump(land: Republic) -> dict[str, list[object]]:
    async with land.database.read() as connection:
        return {
            table.name: [tuple(row) for row in await connection.execute(select(table).order_by(*table.primary_key))]
            for table in metadata.sorted_tables
        }


async def test_a_teacher_books_and_sees_it_among_her_things(land: Republic) -> None:
    key = await land.publishes(HOST)
    card = await land.book(ANNA, key, "  ЕГЭ,  задание 34 ")
    assert card.booking.topic == "ЕГЭ, задание 34"
    mine = await MyThings(land.units.read, land.clock)(ANNA)
    assert [each.booking.id for each in mine.bookings] == [card.booking.id]
    assert mine.bookings[0].of.host is not None


async def test_the_host_is_told_of_a_booking_once(land: Republic) -> None:
    key = await land.publishes(HOST)
    card = await land.book(ANNA, key, None)
    async with land.units.read() as work:
        rows = await work.notices.of_subject(f"booking:{card.booking.id}")
    told = [(row.notice.person, row.notice.kind) for row in rows if row.notice.person == HOST.person]
    assert told == [(PersonId(1), "consultation-booked")]


async def test_the_second_teacher_is_told_that_the_seat_is_taken(land: Republic) -> None:
    key = await land.publishes(HOST)
    await land.book(ANNA, key, None)
    await refused(land.book(BELLA, key, None), NoSeatsLeft)
    assert (await MyThings(land.units.read, land.clock)(BELLA)).bookings == ()


async def test_booking_twice_shows_the_booking_that_is_there(land: Republic) -> None:
    key = await land.publishes(HOST)
    card = await land.book(ANNA, key, None)
    refusal = await refused(land.book(ANNA, key, None), AlreadyBooked)
    assert refusal.facts == {"booking": card.booking.id}


async def test_one_open_booking_a_subject_and_host(land: Republic) -> None:
    key = await land.publishes(HOST)
    await land.book(ANNA, key, None)
    week_later = SessionKey(key.slot, MONDAY.replace(month=12, day=7))
    await refused(land.book(ANNA, week_later, None), OpenBookingExists)


async def test_nobody_is_in_two_places_at_once(land: Republic) -> None:
    chemistry = await land.publishes(HOST)
    biology = await land.publishes(methodist(4), subject=BIOLOGY)
    await land.book(ANNA, chemistry, None)
    await refused(land.book(ANNA, biology, None), YouAreBusy)
    await land.book(BELLA, biology, None)


async def test_slots_of_a_host_at_one_hour_share_her(land: Republic) -> None:
    chemistry = await land.publishes(HOST)
    biology = await land.publishes(HOST, subject=BIOLOGY)
    card = await land.book(ANNA, chemistry, None)
    await refused(land.book(BELLA, biology, None), NoSeatsLeft)
    times = await OfferedTimes(land.units.read, land.clock)(BELLA, BIOLOGY, PersonId(1))
    assert [opening.seats for opening in times.openings if opening.occurrence.key == biology] == [0]
    await CancelBooking(land.units.write, land.clock)(ANNA, card.booking.id, None)
    await land.book(BELLA, biology, None)


async def test_a_host_who_visits_a_colleague_cannot_be_booked_at_that_hour(land: Republic) -> None:
    tutor = teacher(5)
    key = await land.publishes(HOST)
    other = await land.publishes(methodist(5), subject=BIOLOGY)
    await land.book(tutor, key, None)
    await refused(land.book(ANNA, other, None), NoSeatsLeft)


async def test_the_host_cannot_book_own_slot(land: Republic) -> None:
    key = await land.publishes(HOST)
    await refused(land.book(teacher(1), key, None), OwnSlot)


async def test_too_near_to_the_start_nobody_books(land: Republic) -> None:
    key = await land.publishes(HOST)
    land.clock.at = MONDAY
    land.clock.pass_by(hours=-12, minutes=1)
    refusal = await refused(land.book(ANNA, key, None), TooLate)
    assert refusal.facts == {"hours": 12}


async def test_a_topic_that_is_too_long_is_refused_and_nothing_is_booked(land: Republic) -> None:
    key = await land.publishes(HOST)
    await refused(land.book(ANNA, key, "я" * 4096), Invalid)
    await land.book(BELLA, key, None)


async def test_the_same_update_fed_twice_books_once_and_answers_alike(land: Republic) -> None:
    key = await land.publishes(HOST)
    token = update_in_hand.set(UpdateInHand(77, 2))
    try:
        first = await land.book(ANNA, key, "тема")
        again = await land.book(ANNA, key, "тема")
    finally:
        update_in_hand.reset(token)
    assert again == first


async def test_a_cancelled_seat_is_free_for_another_and_for_her_again(land: Republic) -> None:
    key = await land.publishes(HOST)
    cancel = CancelBooking(land.units.write, land.clock)
    card = await land.book(ANNA, key, None)
    ended = await cancel(ANNA, card.booking.id, CancelReason.ILL)
    assert (ended.booking.state, ended.booking.late, ended.booking.reason) == (
        BookingState.CANCELLED,
        False,
        CancelReason.ILL,
    )
    other = await land.book(BELLA, key, None)
    await cancel(BELLA, other.booking.id, None)
    await land.book(ANNA, key, None)
    past, more = await PastBookings(land.units.read, land.clock)(ANNA, 0)
    assert [each.booking.id for each in past] == [card.booking.id]
    assert not more


async def test_cancelling_twice_is_stale_and_after_the_start_impossible(land: Republic) -> None:
    key = await land.publishes(HOST)
    cancel = CancelBooking(land.units.write, land.clock)
    card = await land.book(ANNA, key, None)
    await cancel(ANNA, card.booking.id, None)
    await refused(cancel(ANNA, card.booking.id, None), Stale)
    second = await land.book(BELLA, key, None)
    land.clock.at = MONDAY
    await refused(cancel(BELLA, second.booking.id, None), SessionStarted)


async def test_a_cancel_inside_the_last_day_tells_the_host_and_an_earlier_one_does_not(land: Republic) -> None:
    key = await land.publishes(HOST, notice=0, capacity=2)
    cancel = CancelBooking(land.units.write, land.clock)
    early, late = await land.book(ANNA, key, None), await land.book(BELLA, key, None)
    await cancel(ANNA, early.booking.id, None)
    land.clock.at = MONDAY
    land.clock.pass_by(hours=-11)
    ended = await cancel(BELLA, late.booking.id, None)
    assert ended.booking.late
    async with land.units.read() as work:
        told = {
            card.booking.visitor: [
                row.notice.kind
                for row in await work.notices.of_subject(f"booking:{card.booking.id}")
                if row.state.value == "planned"
            ]
            for card in (early, late)
        }
    assert told == {PersonId(2): [], PersonId(3): ["consultation-visitor-cancelled"]}


async def test_a_stranger_sees_and_books_nothing_and_changes_nothing(land: Republic) -> None:
    key = await land.publishes(HOST)
    card = await land.book(ANNA, key, None)
    before = await dump(land)
    subjects = await OfferedSubjects(land.units.read, land.clock)(STRANGER)
    assert (subjects.own, subjects.others) == ((), ())
    assert await OfferedSlots(land.units.read, land.clock)(STRANGER, CHEMISTRY) == []
    assert (await OfferedTimes(land.units.read, land.clock)(STRANGER, CHEMISTRY, PersonId(1))).openings == ()
    await refused(land.book(STRANGER, key, None), NotFound)
    await refused(MyBooking(land.units.read, land.clock)(STRANGER, card.booking.id), NotFound)
    await refused(CancelBooking(land.units.write, land.clock)(STRANGER, card.booking.id, None), NotFound)
    assert await dump(land) == before


async def test_a_forged_time_is_no_meeting(land: Republic) -> None:
    key = await land.publishes(HOST)
    await refused(land.book(ANNA, SessionKey(key.slot, MONDAY.replace(hour=7)), None), SessionGone)


async def test_a_full_time_is_shown_full_and_her_own_is_marked(land: Republic) -> None:
    key = await land.publishes(HOST)
    await land.book(ANNA, key, None)
    offered = OfferedTimes(land.units.read, land.clock)
    for_anna, for_bella = [(await offered(who, CHEMISTRY, PersonId(1))).openings for who in (ANNA, BELLA)]
    assert [(each.seats, each.mine) for each in for_anna] == [(1, False), (0, True), (1, False), (1, False)]
    assert [(each.seats, each.mine) for each in for_bella] == [(1, False), (0, False), (1, False), (1, False)]


async def test_capacity_counts_are_never_below_zero(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    cards = [await land.book(teacher(number), key, None) for number in (2, 3, 4)]
    for card in cards:
        await CancelBooking(land.units.write, land.clock)(teacher(card.booking.visitor), card.booking.id, None)
    async with land.database.read() as connection:
        for table, count in (("session", 0), ("busy", 0)):
            column = metadata.tables[table]
            left = func.sum(column.c.taken) if table == "session" else func.count()
            assert (await connection.execute(select(left).select_from(column))).scalar() == count
