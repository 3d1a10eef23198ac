"""A teacher's place in a school ends: her bookings and wishes end with it, save for what another place carries."""

from datetime import UTC, date, datetime, timedelta

from shnor_domain.consultations.cards import BookingCard
from shnor_domain.consultations.model import BookingState, SessionKey
from shnor_domain.consultations.notices import PLACE_ENDED, VISITOR_CANCELLED
from shnor_domain.consultations.telling import checks
from shnor_domain.consultations.use_cases import leaving
from shnor_domain.consultations.use_cases.hosting import OneMeeting
from shnor_domain.consultations.use_cases.mine import MyBooking, MyThings
from shnor_domain.consultations.use_cases.requests import AskForConsultation
from shnor_domain.consultations.use_cases.visiting import EndUninvitedBookings
from shnor_domain.identity import Actor, PersonId, Place, PlaceId, Role, SchoolId, Territory
from shnor_domain.people.model.places import KeptPlace
from tests.support.consultations import BIOLOGY, MOMSKY, MONDAY, YAKUTIA, YAKUTSK, Republic, methodist, teacher

HOST = methodist(1)
ANNA, BELLA = teacher(2), teacher(3)
HERE = Territory(YAKUTIA, MOMSKY, SchoolId(1))
NEXT_DOOR = Territory(YAKUTIA, MOMSKY, SchoolId(2))
IN_TOWN = Territory(YAKUTIA, YAKUTSK, SchoolId(3))
YESTERDAY = date(2026, 11, 20)
"""The clock of the stories stands at noon of 21 November in Yakutsk."""


async def works(
    land: Republic, where: Territory = HERE, starts: date = date(2026, 9, 1), ends: date | None = None
) -> Place:
    """Anna gets a place in the database."""
    place = Place(PlaceId(0), Role.TEACHER, where, starts=starts, ends=ends)
    async with land.units.write() as work:
        found = await work.places.get(await work.places.add(KeptPlace(place, PersonId(2))))
    assert found is not None
    return found.place


async def ends(land: Republic, place: Place, last_day: date = YESTERDAY) -> None:
    """The place ends as people end it: its dates first, then what hung on it."""
    async with land.units.write() as work:
        await work.places.end(place.id, last_day)
        await leaving.on_place_ends(work, KeptPlace(place, PersonId(2)), land.clock.now())


async def looks_again(land: Republic) -> int:
    return await EndUninvitedBookings(land.units.read, land.units.write, land.clock)()


async def state(land: Republic, card: BookingCard, of: Actor = ANNA) -> BookingState:
    return (await MyBooking(land.units.read, land.clock)(of, card.booking.id)).booking.state


async def told(land: Republic, card: BookingCard) -> list[tuple[PersonId, str]]:
    async with land.units.read() as work:
        rows = await work.notices.of_subject(f"booking:{card.booking.id}")
    return [(row.notice.person, row.notice.kind) for row in rows if row.state.value == "planned"]


async def test_with_the_place_her_booking_and_her_wish_end_and_she_is_told(land: Republic) -> None:
    key = await land.publishes(HOST)
    place = await works(land)
    card = await land.book(ANNA, key, "её вопрос")
    await AskForConsultation(land.units.write, land.clock)(ANNA, BIOLOGY, None)
    await ends(land, place)
    assert await state(land, card) is BookingState.PLACE_ENDED
    mine = await MyThings(land.units.read, land.clock)(ANNA)
    assert (mine.bookings, mine.wishes) == ((), ())
    # ten days ahead the host reads it at her desk; the word of the booking is taken back
    assert await told(land, card) == [(ANNA.person, PLACE_ENDED)]
    again = await land.book(BELLA, key, None)
    assert await state(land, again, BELLA) is BookingState.BOOKED
    assert await looks_again(land) == 0


async def test_the_word_obeys_the_night_as_any_change_of_a_meeting(land: Republic) -> None:
    key = await land.publishes(HOST)
    place = await works(land)
    card = await land.book(ANNA, key, None)
    await ends(land, place)
    async with land.units.read() as work:
        [row] = [row for row in await work.notices.of_subject(f"booking:{card.booking.id}") if row.notice.news]
    notice = row.notice
    assert (notice.act_by, notice.late_after, notice.on_site) == (MONDAY, MONDAY + timedelta(minutes=45), False)


async def test_a_host_hears_of_it_inside_the_last_day(land: Republic) -> None:
    key = await land.publishes(HOST, notice=0)
    place = await works(land)
    land.clock.at = MONDAY - timedelta(hours=23)
    card = await land.book(ANNA, key, None)
    await ends(land, place)
    assert sorted(await told(land, card)) == [(HOST.person, VISITOR_CANCELLED), (ANNA.person, PLACE_ENDED)]
    async with land.units.read() as work:
        rows = {row.notice.kind: row for row in await work.notices.of_subject(f"booking:{card.booking.id}")}
    still = checks(land.units.read)
    for kind in (VISITOR_CANCELLED, PLACE_ENDED):
        assert await still[kind](rows[kind], land.clock.now()) is True
        assert await still[kind](rows[kind], MONDAY + timedelta(hours=1)) is False


async def test_what_another_place_of_hers_carries_stays(land: Republic) -> None:
    ulus = await land.publishes(HOST, open_to=Territory(YAKUTIA, MOMSKY))
    town = await land.publishes(HOST, open_to=Territory(YAKUTIA, YAKUTSK), subject=BIOLOGY, weekday=1)
    tuesday = SessionKey(town.slot, MONDAY + timedelta(days=1))
    here, there = await works(land), await works(land, IN_TOWN)
    both = Actor(ANNA.person, 2, "Asia/Srednekolymsk", (here, there))
    kept, gone = await land.book(both, tuesday, None), await land.book(both, ulus, None)
    await ends(land, here)
    assert [await state(land, card) for card in (kept, gone)] == [BookingState.BOOKED, BookingState.PLACE_ENDED]
    assert await told(land, gone) == [(ANNA.person, PLACE_ENDED)]


async def test_a_place_with_a_last_day_keeps_its_bookings_until_its_own_midnight(land: Republic) -> None:
    key = await land.publishes(HOST)
    place = await works(land)
    card = await land.book(ANNA, key, None)
    await ends(land, place, date(2026, 11, 25))
    assert await state(land, card) is BookingState.BOOKED
    # 25 November lasts until 13:00 UTC on the Kolyma
    land.clock.at = datetime(2026, 11, 25, 12, 59, tzinfo=UTC)
    assert await looks_again(land) == 0
    land.clock.pass_by(minutes=1)
    assert await looks_again(land) == 1
    assert await state(land, card) is BookingState.PLACE_ENDED
    assert await looks_again(land) == 0


async def test_a_meeting_on_the_last_day_itself_takes_place(land: Republic) -> None:
    key = await land.publishes(HOST)
    place = await works(land)
    card = await land.book(ANNA, key, None)
    await ends(land, place, date(2026, 11, 30))
    land.clock.at = MONDAY - timedelta(minutes=1)
    assert await looks_again(land) == 0
    assert await state(land, card) is BookingState.BOOKED


async def test_a_new_school_that_begins_before_the_meeting_keeps_the_seat_and_one_after_it_does_not(
    land: Republic,
) -> None:
    first = await land.publishes(HOST, capacity=2)
    later = SessionKey((await land.publishes(HOST, subject=BIOLOGY, weekday=1)).slot, MONDAY + timedelta(days=1))
    place = await works(land)
    monday, tuesday = await land.book(ANNA, first, None), await land.book(ANNA, later, None)
    await works(land, NEXT_DOOR, starts=date(2026, 12, 1))
    await ends(land, place)
    assert [await state(land, card) for card in (monday, tuesday)] == [BookingState.PLACE_ENDED, BookingState.BOOKED]


async def test_only_the_seats_of_her_whose_place_ended_go(land: Republic) -> None:
    card = await land.book(BELLA, await land.publishes(HOST), None)
    await ends(land, await works(land))
    land.clock.pass_by(days=1)
    assert await looks_again(land) == 0
    assert await state(land, card, BELLA) is BookingState.BOOKED


async def test_a_wish_waits_on_where_a_school_of_hers_goes_on(land: Republic) -> None:
    first, second = await works(land, NEXT_DOOR), await works(land)
    await AskForConsultation(land.units.write, land.clock)(ANNA, BIOLOGY, None)
    await ends(land, first)
    assert [wish.id for wish in (await MyThings(land.units.read, land.clock)(ANNA)).wishes] == [BIOLOGY]
    await ends(land, second, date(2026, 11, 25))
    land.clock.pass_by(days=10)
    await looks_again(land)
    assert (await MyThings(land.units.read, land.clock)(ANNA)).wishes == ()


async def test_a_seat_taken_again_before_the_word_went_needs_no_word(land: Republic) -> None:
    key = await land.publishes(HOST)
    place = await works(land)
    card = await land.book(ANNA, key, None)
    await ends(land, place)
    await works(land, NEXT_DOOR)
    async with land.units.read() as work:
        [row] = [row for row in await work.notices.of_subject(f"booking:{card.booking.id}") if row.notice.news]
    still = checks(land.units.read)[PLACE_ENDED]
    assert await still(row, land.clock.now()) is True
    await land.book(teacher(2, NEXT_DOOR), key, None)
    assert await still(row, land.clock.now()) is False


async def test_the_last_visitor_gone_the_hosts_hour_is_free_for_her_other_slot(land: Republic) -> None:
    key = await land.publishes(HOST)
    other = SessionKey((await land.publishes(HOST, subject=BIOLOGY)).slot, MONDAY)
    place = await works(land)
    await land.book(ANNA, key, None)
    await ends(land, place)
    await land.book(BELLA, other, None)
    seen = await OneMeeting(land.units.read)(HOST, key)
    assert (seen.meeting.booked, seen.bookings) == (0, ())
