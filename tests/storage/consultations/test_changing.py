"""A host changes what she has published; nobody's booking is touched, on either database."""

import asyncio
from datetime import UTC, date, datetime, time, timedelta

import pytest

from shnor_domain.consultations.changing import Changes
from shnor_domain.consultations.errors import SessionGone, TooLate
from shnor_domain.consultations.model import BookingState, ExtraWindow, Format, SessionKey
from shnor_domain.consultations.use_cases.calling_off import EndSlot
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.change_slot import ChangeSlot, Room, RoomForChange
from shnor_domain.consultations.use_cases.hosting import OneMeeting, OneSlot
from shnor_domain.consultations.use_cases.mine import MyBooking
from shnor_domain.consultations.use_cases.windows import AddWindow
from shnor_domain.errors import Invalid, NotFound
from shnor_domain.identity import Actor, PersonId, Place, PlaceId, Role, Territory
from shnor_domain.seats.errors import NoSeatsLeft
from tests.support.consultations import MONDAY, STRANGER, YAKUTIA, Republic, methodist, teacher

HOST = methodist(1)
ANNA, BELLA, VERA = teacher(2), teacher(3), teacher(4)
COORDINATOR = Actor(
    PersonId(50), 50, "Asia/Yakutsk", (Place(PlaceId(50), Role.REGIONAL_COORDINATOR, Territory(YAKUTIA)),)
)
NEXT = timedelta(days=7)


async def change(land: Republic, key: SessionKey, who: Actor = HOST, /, **changes: object) -> int:
    return await ChangeSlot(land.units.write, land.clock)(who, key.slot, Changes(**changes))  # type: ignore[arg-type]


async def room(land: Republic, key: SessionKey) -> Room:
    return await RoomForChange(land.units.read, land.clock)(HOST, key.slot)


async def capacity(land: Republic, key: SessionKey) -> tuple[int, int]:
    meeting = (await OneMeeting(land.units.read)(HOST, key)).meeting
    return meeting.booked, meeting.capacity


async def refused(land: Republic, key: SessionKey, **changes: object) -> tuple[str, str]:
    with pytest.raises(Invalid) as refusal:
        await change(land, key, **changes)
    return refusal.value.field, refusal.value.reason


async def test_more_seats_are_there_at_once_in_meetings_that_somebody_booked_too(land: Republic) -> None:
    key = await land.publishes(HOST)
    await land.book(ANNA, key, None)
    with pytest.raises(NoSeatsLeft):
        await land.book(BELLA, key, None)
    await change(land, key, capacity=2)
    await land.book(BELLA, key, None)
    assert await capacity(land, key) == (2, 2)
    assert await capacity(land, SessionKey(key.slot, MONDAY + NEXT)) == (0, 2)
    with pytest.raises(NoSeatsLeft):
        await land.book(VERA, key, None)


async def test_never_fewer_seats_than_are_taken_in_any_meeting_ahead(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=5)
    cards = [await land.book(who, key, None) for who in (ANNA, BELLA)]
    await land.book(VERA, SessionKey(key.slot, MONDAY + NEXT), None)
    assert (await room(land, key)).seats == 2
    assert await refused(land, key, capacity=1) == ("capacity", "taken")
    await change(land, key, capacity=2)
    assert await capacity(land, key) == (2, 2)
    await CancelBooking(land.units.write, land.clock)(ANNA, cards[0].booking.id, None)
    await change(land, key, capacity=1)
    assert [await capacity(land, SessionKey(key.slot, MONDAY + shift)) for shift in (timedelta(), NEXT)] == [(1, 1)] * 2


async def test_a_meeting_that_is_over_keeps_the_seats_that_it_had(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=2)
    for who in (ANNA, BELLA):
        await land.book(who, key, None)
    land.clock.at = MONDAY + timedelta(minutes=1)
    await change(land, key, capacity=1)
    assert await capacity(land, key) == (2, 2)
    assert await capacity(land, SessionKey(key.slot, MONDAY + NEXT)) == (0, 1)


async def test_no_booked_meeting_falls_out_with_the_last_day(land: Republic) -> None:
    key = await land.publishes(HOST)
    card = await land.book(ANNA, key, None)
    found = await room(land, key)
    assert (found.first, found.last, found.today) == (date(2026, 11, 30), date(2027, 5, 31), date(2026, 11, 21))
    assert await refused(land, key, last_day=date(2026, 11, 29)) == ("last_day", "booked")
    await change(land, key, last_day=date(2026, 11, 30))
    assert (await MyBooking(land.units.read, land.clock)(ANNA, card.booking.id)).booking.state is BookingState.BOOKED
    with pytest.raises(SessionGone):
        await land.book(BELLA, SessionKey(key.slot, MONDAY + NEXT), None)
    await change(land, key, last_day=date(2026, 12, 7))
    await land.book(BELLA, SessionKey(key.slot, MONDAY + NEXT), None)


async def test_a_window_needs_no_last_day(land: Republic) -> None:
    key = await land.publishes(HOST)
    window = ExtraWindow(date(2026, 12, 10), time(9), 30)
    extra = await AddWindow(land.units.write, land.clock)(HOST, key.slot, window)
    await land.book(ANNA, extra, None)
    await change(land, key, last_day=date(2026, 11, 23))
    page = await OneSlot(land.units.read, land.clock)(HOST, key.slot)
    assert [meeting.occurrence.key for meeting in page.meetings] == [
        SessionKey(key.slot, MONDAY - NEXT),
        extra,
    ]


async def test_notice_and_horizon_hold_for_who_books_from_now_on(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    card = await land.book(ANNA, key, None)
    await change(land, key, horizon=7, notice=24 * 60)
    assert (await MyBooking(land.units.read, land.clock)(ANNA, card.booking.id)).booking.state is BookingState.BOOKED
    land.clock.at = MONDAY - timedelta(hours=23)
    with pytest.raises(TooLate):
        await land.book(BELLA, key, None)
    await change(land, key, notice=0)
    await land.book(BELLA, key, None)


async def test_the_booked_are_told_of_a_new_place_as_of_a_link(land: Republic) -> None:
    key = await land.publishes(HOST, format=Format.ON_SITE, link=None, venue="каб. 12", capacity=3)
    card = await land.book(ANNA, key, None)
    await land.book(BELLA, SessionKey(key.slot, MONDAY + NEXT), None)
    assert await change(land, key, venue="каб. 15") == 2
    async with land.units.read() as work:
        rows = await work.notices.of_subject(f"booking:{card.booking.id}")
    [notice] = [row.notice for row in rows if row.notice.kind == "consultation-new-link"]
    # on-site: through the night when it starts within 24 h (N6)
    assert (notice.person, notice.act_by, notice.on_site) == (ANNA.person, MONDAY, True)
    assert (await MyBooking(land.units.read, land.clock)(ANNA, card.booking.id)).of.slot.terms.venue == "каб. 15"
    assert await change(land, key, venue="каб. 15") == 0
    assert await refused(land, key, venue="") == ("venue", "empty")


async def test_an_online_slot_has_no_place_to_change(land: Republic) -> None:
    key = await land.publishes(HOST)
    with pytest.raises(NotFound):
        await change(land, key, venue="каб. 15")
    assert (await OneSlot(land.units.read, land.clock)(HOST, key.slot)).card.slot.terms.venue is None


async def test_only_the_host_changes_her_slot_and_only_while_it_lasts(land: Republic) -> None:
    key = await land.publishes(HOST)
    for who in (methodist(5), teacher(2), COORDINATOR, STRANGER, Actor(None, 7)):
        with pytest.raises(NotFound):
            await change(land, key, who, capacity=9)
        with pytest.raises(NotFound):
            await RoomForChange(land.units.read, land.clock)(who, key.slot)
    await EndSlot(land.units.write, land.clock)(HOST, key.slot)
    with pytest.raises(NotFound):
        await change(land, key, capacity=9)


async def test_a_refused_change_leaves_all_as_it_was(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    for who in (ANNA, BELLA):
        await land.book(who, key, None)
    before = (await OneSlot(land.units.read, land.clock)(HOST, key.slot)).card.slot.terms
    assert await refused(land, key, capacity=1, horizon=14) == ("capacity", "taken")
    assert (await OneSlot(land.units.read, land.clock)(HOST, key.slot)).card.slot.terms == before
    assert await capacity(land, key) == (2, 3)


async def test_seats_taken_away_while_teachers_book_are_never_overrun(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=10)
    await land.book(ANNA, key, None)
    visitors = [land.book(teacher(number), key, None) for number in range(10, 18)]
    answers = await asyncio.gather(*visitors, change(land, key, capacity=3), return_exceptions=True)
    assert all(isinstance(each, Invalid | NoSeatsLeft) for each in answers if isinstance(each, BaseException))
    booked, seats = await capacity(land, key)
    shrunk = not isinstance(answers[-1], BaseException)
    assert (booked <= 3, seats) == ((True, 3) if shrunk else (False, 10))


async def test_the_last_day_can_be_put_off_to_the_end_of_the_school_year(land: Republic) -> None:
    key = await land.publishes(HOST, first_day=date(2026, 11, 1), last_day=date(2026, 12, 20))
    assert (await room(land, key)).last == date(2027, 5, 31)
    await change(land, key, last_day=date(2027, 5, 31))
    page = await OneSlot(land.units.read, land.clock)(HOST, key.slot)
    assert page.card.slot.terms.last_day == date(2027, 5, 31)
    land.clock.at = datetime(2027, 5, 20, tzinfo=UTC)
    assert (await room(land, key)).first == date(2027, 5, 20)
