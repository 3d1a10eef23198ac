"""Seats of a number, of guests and of colleagues: the database keeps them under any number of writers."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import event, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from shnor_domain.consultations.errors import AlreadyBooked, OwnSlot
from shnor_domain.consultations.model import Audience, BookingId, BookingState, SessionKey
from shnor_domain.consultations.notices import PLACE_ENDED
from shnor_domain.consultations.on_behalf.access import Guest
from shnor_domain.consultations.on_behalf.notices import FOR_YOU
from shnor_domain.consultations.on_behalf.use_cases.book import BookForAnother
from shnor_domain.consultations.on_behalf.use_cases.numbers import ChangeNumber, EnrolNumber
from shnor_domain.consultations.use_cases import leaving
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.mine import MyBooking, MyThings
from shnor_domain.consultations.use_cases.move import MoveBooking
from shnor_domain.errors import DomainError, NotFound
from shnor_domain.identity import Actor, PersonId, Place, PlaceId, Role, SchoolId, Territory
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.seats.errors import NoSeatsLeft
from shnor_domain.storage.consultations.slots import Slots
from shnor_domain.storage.current import UpdateInHand, update_in_hand
from shnor_domain.storage.schema.consultations import HEADS, booking, busy, session
from shnor_domain.storage.schema.territories import school
from tests.support.consultations import MOMSKY, OSSETIA, YAKUTIA, Republic, methodist, teacher

HOST = methodist(1)
HERE = Territory(YAKUTIA, MOMSKY, SchoolId(1))


def lead(number: int, of: int = 1) -> Actor:
    """A lead of a school of the Momsky ulus."""
    return teacher(number, Territory(YAKUTIA, MOMSKY, SchoolId(of)), Role.SCHOOL_LEAD)


def enrol(land: Republic) -> EnrolNumber:
    return EnrolNumber(land.units.write, land.clock)


def book_for(land: Republic) -> BookForAnother:
    return BookForAnother(land.units.write, land.clock)


async def answers(acts: Sequence[Awaitable[object]]) -> Counter[str]:
    """All at once: «done», or the code of the refusal."""

    async def tried(act: Awaitable[object]) -> str:
        try:
            await act
        except DomainError as refusal:
            return refusal.code
        return "done"

    return Counter(await asyncio.gather(*(tried(act) for act in acts)))


async def seats(land: Republic) -> tuple[int, int]:
    """Heads of live bookings, seats counted as taken."""
    async with land.database.read() as connection:
        heads = await connection.scalar(select(func.sum(booking.c.heads)).where(booking.c.state == "booked"))
        taken = await connection.scalar(select(func.sum(session.c.taken)))
    return heads or 0, taken or 0


async def works_here(land: Republic, *numbers: int, role: Role = Role.TEACHER) -> None:
    """They get places in the database: the school is made with the first."""
    async with land.database.write() as connection:
        if await connection.scalar(select(func.count()).select_from(school)) == 0:
            await connection.execute(insert(school).values(id=1, municipality_id=MOMSKY, name="СОШ № 1", number=1))
    async with land.units.write() as work:
        for number in numbers:
            place = Place(PlaceId(0), role, HERE, starts=date(2026, 9, 1))
            await work.places.add(KeptPlace(place, PersonId(number)))


async def test_twenty_schools_at_once_take_no_more_heads_than_there_are(land: Republic) -> None:
    key = await land.publishes(HOST, audience=Audience.PUPILS, capacity=25)
    told = await answers([
        enrol(land)(lead(number, number), SchoolId(number), key, 1 + number % 7) for number in range(2, 22)
    ])  # fmt: skip
    heads, taken = await seats(land)
    assert heads == taken <= 25
    assert sum(told.values()) == 20 and set(told) <= {"done", "too-many-heads", "no-seats-left"} and told["done"] >= 4


async def test_numbers_changed_at_once_keep_the_capacity_and_no_head_is_lost(land: Republic) -> None:
    key = await land.publishes(HOST, audience=Audience.PUPILS, capacity=20)
    kept: list[tuple[Actor, BookingId]] = []
    for number in range(2, 7):
        card = await enrol(land)(lead(number, number), SchoolId(number), key, 3)
        kept.append((lead(number, number), card.booking.id))
    change = ChangeNumber(land.units.write, land.clock)
    for wanted in ((9, 1, 7, 2, 8), (1, 8, 1, 9, 1), (6, 6, 6, 6, 6)):
        told = await answers([change(who, of, heads) for (who, of), heads in zip(kept, wanted, strict=True)])
        heads, taken = await seats(land)
        assert heads == taken <= 20
        assert set(told) <= {"done", "too-many-heads"} and told["done"]
    cancel = CancelBooking(land.units.write, land.clock)
    assert await answers([cancel(who, of, None) for who, of in [*kept, *kept]]) == {"done": 5, "stale": 5}
    assert await seats(land) == (0, 0)
    async with land.database.read() as connection:
        assert await connection.scalar(select(func.count()).select_from(busy)) == 0


async def test_two_leads_of_a_school_at_once_give_one_number(land: Republic) -> None:
    key = await land.publishes(HOST, audience=Audience.PUPILS, capacity=25)
    told = await answers([enrol(land)(lead(number), SchoolId(1), key, 5) for number in range(2, 12)])
    assert told == {"done": 1, "already-booked": 9}
    assert await seats(land) == (5, 5)


async def test_a_number_is_given_without_reading_the_slots_of_the_region(
    land: Republic, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unread(*_: object) -> None:
        raise AssertionError("all slots of the region were read")

    key = await land.publishes(HOST, audience=Audience.PUPILS, capacity=25)
    other = await land.publishes(HOST, audience=Audience.PUPILS, capacity=25, weekday=1)
    teachers = await land.publishes(methodist(3))
    abroad = await land.publishes(
        methodist(4, Territory(OSSETIA)), audience=Audience.PUPILS, open_to=Territory(OSSETIA)
    )
    closed = await land.publishes(methodist(5), audience=Audience.PUPILS)
    async with land.units.write() as work:
        await work.slots.close(closed.slot)
    monkeypatch.setattr(Slots, "published", unread)
    read: list[str] = []
    engine = land.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", lambda *told: read.append(told[2]))
    card = await enrol(land)(lead(2), SchoolId(1), key, 5)
    of_slots = [each for each in read if each.startswith("SELECT slot.id")]
    with_days = [each for each in of_slots if "JOIN called_off_day" in each]
    # each by its number, however many stand in the region; one more looks for days on which it falls
    assert (len(with_days), len(of_slots)) == (1, 6) and all("WHERE slot.id" in each for each in of_slots)
    await works_here(land, 2, role=Role.SCHOOL_LEAD)
    later = SessionKey(other.slot, other.starts + timedelta(days=1))
    moved = await MoveBooking(land.units.write, land.clock)(lead(2), card.booking.id, later)
    assert moved.booking.key == later
    for hidden in (teachers, abroad, closed):
        with pytest.raises(NotFound):
            await enrol(land)(lead(2), SchoolId(1), hidden, 5)
    mine = await land.publishes(lead_who_hosts(), audience=Audience.PUPILS, weekday=3)
    with pytest.raises(OwnSlot):
        await enrol(land)(lead_who_hosts(), SchoolId(1), mine, 5)


def lead_who_hosts() -> Actor:
    """The lead of the school, who is a methodist too."""
    return replace(lead(6), places=(*lead(6).places, *methodist(6).places))


async def test_the_named_constraint_refuses_a_booking_without_heads(land: Republic) -> None:
    key = await land.publishes(HOST, audience=Audience.PUPILS, capacity=25)
    card = await enrol(land)(lead(2), SchoolId(1), key, 5)
    with pytest.raises(IntegrityError, match=HEADS):
        async with land.database.write() as connection:
            await connection.execute(update(booking).where(booking.c.id == card.booking.id).values(heads=0))


async def test_guests_booked_at_once_take_a_seat_each_and_one_name_is_booked_once(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=4)
    names = ["Вера", "Нина", "Ольга", "Раиса", "Тамара", "Вера"]
    told = await answers([book_for(land)(lead(2), Guest(name, SchoolId(1)), key, None) for name in names])
    assert told["done"] == 4 and sum(told.values()) == 6
    assert set(told) <= {"done", "no-seats-left", "they-are-booked"}
    assert await seats(land) == (4, 4)


async def test_a_teacher_and_her_lead_at_once_book_her_once(land: Republic) -> None:
    await works_here(land, 3)
    key = await land.publishes(HOST, capacity=4)
    anna = teacher(3)
    told = await answers(
        [*(book_for(land)(lead(2), PersonId(3), key, None) for _ in range(5)), land.book(anna, key, None)]
    )
    assert told["done"] == 1 and set(told) <= {"done", "they-are-booked", "already-booked"}
    assert await seats(land) == (1, 1)


async def test_the_same_update_fed_twice_books_for_her_once(land: Republic) -> None:
    await works_here(land, 3)
    key = await land.publishes(HOST, capacity=4)
    token = update_in_hand.set(UpdateInHand(77, 2))
    try:
        first = await book_for(land)(lead(2), PersonId(3), key, "Соли")
        again = await book_for(land)(lead(2), PersonId(3), key, "Соли")
    finally:
        update_in_hand.reset(token)
    assert first.booking == again.booking
    async with land.units.read() as work:
        rows = await work.notices.of_subject(f"booking:{first.booking.id}")
    assert [row.notice.kind for row in rows].count(FOR_YOU) == 1


async def test_a_guests_seat_moves_with_its_name_and_only_where_there_is_room_for_her(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=1)
    await works_here(land)
    later = SessionKey(key.slot, key.starts + timedelta(days=7))
    move = MoveBooking(land.units.write, land.clock)
    card = await book_for(land)(lead(2), Guest("Вера Павловна", SchoolId(1)), key, "Щёлочи")
    moved = (await move(lead(2), card.booking.id, later)).booking
    assert (moved.key, moved.behalf, moved.topic) == (later, card.booking.behalf, "Щёлочи")
    assert await seats(land) == (1, 1)
    with pytest.raises(AlreadyBooked):
        await move(lead(2), card.booking.id, later)
    await book_for(land)(lead(2), Guest("Нина Сергеевна", SchoolId(1)), key, None)
    with pytest.raises(NoSeatsLeft):
        await move(lead(2), card.booking.id, key)


async def test_a_lead_who_sits_in_the_meeting_herself_keeps_her_hour_when_a_guests_seat_goes(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    own = await land.book(lead(2), key, None)
    card = await book_for(land)(lead(2), Guest("Вера Павловна", SchoolId(1)), key, None)
    await CancelBooking(land.units.write, land.clock)(lead(2), card.booking.id, None)
    assert await seats(land) == (1, 1)
    async with land.database.read() as connection:
        hours = await connection.scalar(select(func.count()).select_from(busy).where(busy.c.person_id == 2))
    assert hours == 9
    assert (await MyBooking(land.units.read, land.clock)(lead(2), own.booking.id)).booking.state is BookingState.BOOKED


async def test_when_the_leads_place_ends_what_she_kept_for_the_school_ends_and_she_is_told(land: Republic) -> None:
    await works_here(land, 2, role=Role.SCHOOL_LEAD)
    key = await land.publishes(HOST, audience=Audience.PUPILS, capacity=10)
    card = await enrol(land)(lead(2), SchoolId(1), key, 7)
    async with land.units.write() as work:
        (kept,) = await work.places.of(PersonId(2))
        yesterday = land.clock.now().date().replace(day=20)
        await work.places.end(kept.place.id, yesterday)
        await leaving.on_place_ends(work, kept, land.clock.now())
    assert await seats(land) == (0, 0)
    ended = await MyBooking(land.units.read, land.clock)(lead(2), card.booking.id)
    assert ended.booking.state is BookingState.PLACE_ENDED
    async with land.units.read() as work:
        rows = await work.notices.of_subject(f"booking:{card.booking.id}")
    assert PLACE_ENDED in {row.notice.kind for row in rows if row.state.value == "planned"}


async def test_what_a_lead_leaves_behind_names_nobody(land: Republic) -> None:
    await works_here(land, 3)
    key = await land.publishes(HOST, capacity=4)
    await book_for(land)(lead(2), Guest("Вера Павловна", SchoolId(1)), key, "её вопрос")
    hers = await book_for(land)(lead(2), PersonId(3), key, None)
    async with land.units.read() as work:
        told = await leaving.contribute(work, PersonId(2))
    assert "Вера Павловна" in str(told)
    async with land.units.write() as work:
        await leaving.on_person_leaves(work, PersonId(2), land.clock.now())
    assert await seats(land) == (1, 1)
    async with land.database.read() as connection:
        left = (await connection.execute(text("SELECT guest, topic, booked_by FROM booking ORDER BY id"))).all()
    assert [tuple(row) for row in left] == [(None, None, None), (None, None, None)]
    mine = await MyThings(land.units.read, land.clock)(teacher(3))
    assert [card.booking.id for card in mine.bookings] == [hers.booking.id]
