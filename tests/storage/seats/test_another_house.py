"""Seats and queues of a house that is no consultation: the same promises over tables of its own."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from shnor_domain.identity import PersonId
from shnor_domain.seats.errors import NoSeatsLeft, YouAreBusy
from shnor_domain.seats.model import Pulse, SeatId, SeatingId
from shnor_domain.storage.constraints import violated
from shnor_domain.storage.engine import Database
from shnor_domain.storage.schema.waitlist import MEETINGS
from shnor_domain.storage.seats.queue_clock import QueueClockStore
from tests.support.consultations import FixedClock
from tests.support.evenings import OWN, Choir, clock_of
from tests.support.evenings import evening as evenings_table

ANNA, VERA, GALA, DINA = PersonId(1), PersonId(2), PersonId(3), PersonId(4)


@pytest.fixture
async def choir(database_url: str) -> AsyncIterator[Choir]:
    database = Database(database_url)
    async with database.write() as connection:
        await connection.run_sync(OWN.create_all)
    yield Choir(database, FixedClock())
    await database.close()


async def test_a_freed_seat_goes_through_the_queue(choir: Choir) -> None:
    """It is held, offered to the first, whose window passes, and to the next, who takes it: nobody else could (W1)."""
    evening = await choir.announce(choir.clock.now() + timedelta(days=2), 1)
    await choir.sit(evening, ANNA)
    await choir.wait(evening, VERA, "alto")
    await choir.wait(evening, GALA)
    assert await choir.rise(evening) == 1
    assert await choir.tend() == 1
    with pytest.raises(NoSeatsLeft):
        await choir.sit(evening, DINA)
    choir.clock.pass_by(minutes=61)
    # the first beat after a silence hears first what was tapped in it; offers that lost it are made anew (W5)
    await choir.tend()
    assert await choir.offers(evening) == [(VERA, "void"), (VERA, "open")]
    for _ in range(5):
        choir.clock.pass_by(minutes=15)
        await choir.within(lambda hall: hall.clock.beat(Pulse(choir.clock.now(), None)))
        await choir.tend()
    assert await choir.offers(evening) == [(VERA, "void"), (VERA, "lapsed"), (GALA, "open")]
    await choir.sit(evening, GALA)
    assert await choir.offers(evening) == [(VERA, "void"), (VERA, "lapsed"), (GALA, "taken")]
    row = await choir.row(evening)
    assert (row.taken, row.held) == (1, 0)
    assert choir.seated == [ANNA, GALA]
    (left,) = await choir.within(lambda hall: hall.queue.of_session(evening))
    assert (left.person, left.voice) == (VERA, "alto")


async def test_who_cannot_come_is_passed_over_and_who_may_not_is_told(choir: Choir) -> None:
    """The house says who is elsewhere and who has lost her right (W4); then the seat is open to all (W3)."""
    evening = await choir.announce(choir.clock.now() + timedelta(days=2), 1)
    await choir.sit(evening, ANNA)
    await choir.wait(evening, VERA)
    await choir.wait(evening, GALA)
    choir.elsewhere, choir.hoarse = {VERA}, {GALA}
    await choir.rise(evening)
    await choir.tend()
    assert await choir.offers(evening) == []
    assert await choir.told() == [(GALA, "over")]
    row = await choir.row(evening)
    assert (row.taken, row.held, row.loose) == (0, 0, 1)
    assert choir.emptied_ones == [evening]
    with pytest.raises(YouAreBusy):
        await choir.sit(evening, VERA)
    assert (await choir.row(evening)).taken == 0


async def test_fewer_seats_take_an_offer_back_and_more_go_to_the_queue(choir: Choir) -> None:
    evening = await choir.announce(choir.clock.now() + timedelta(days=2), 2)
    await choir.sit(evening, ANNA)
    await choir.sit(evening, DINA)
    await choir.wait(evening, VERA)
    await choir.rise(evening)
    await choir.tend()
    await resize(choir, evening, 1)
    assert await choir.offers(evening) == [(VERA, "withdrawn")]
    assert await choir.told() == [(VERA, "offered"), (VERA, "gone")]
    row = await choir.row(evening)
    assert (row.capacity, row.taken, row.held) == (1, 1, 0)
    await resize(choir, evening, 3)
    row = await choir.row(evening)
    assert (row.capacity, row.taken, row.held) == (3, 1, 1)


async def test_what_is_called_off_is_told_once_to_who_waited(choir: Choir) -> None:
    """But for who did it; nothing is held or offered any more."""
    evening = await choir.announce(choir.clock.now() + timedelta(days=2), 1)
    await choir.sit(evening, ANNA)
    for person in (VERA, GALA, DINA):
        await choir.wait(evening, person)
    await choir.rise(evening)
    await choir.tend()
    await choir.within(lambda hall: hall.end_queue(evening, DINA, choir.clock.now(), day_fell=True))
    assert await choir.told() == [(VERA, "offered"), (VERA, "fell"), (GALA, "fell")]
    assert await choir.offers(evening) == [(VERA, "withdrawn")]
    assert await choir.within(lambda hall: hall.offers.held(evening)) == []
    assert await choir.within(lambda hall: hall.queue.of_session(evening)) == []


async def test_who_stands_twice_keeps_her_place_and_what_she_said_last(choir: Choir) -> None:
    evening = await choir.announce(choir.clock.now() + timedelta(days=2), 1)
    first = await choir.wait(evening, VERA, "alto")
    assert await choir.wait(evening, VERA, None) == first
    assert await choir.wait(evening, VERA, "soprano") == first
    ((place, voice),) = [
        (each.id, each.voice) for each in await choir.within(lambda hall: hall.queue.of_session(evening))
    ]
    assert (place, voice) == (first, "soprano")


async def test_one_seat_is_offered_to_one_alone(choir: Choir) -> None:
    """By the constraint of its own tables, known by its name on both databases."""
    evening, now = await choir.announce(choir.clock.now() + timedelta(days=2), 1), choir.clock.now()
    places = [await choir.wait(evening, person) for person in (VERA, GALA)]
    await choir.within(lambda hall: hall.offers.hold(evening, 1, now))
    seat: SeatId = (await choir.within(lambda hall: hall.offers.held(evening)))[0].id
    await choir.within(lambda hall: hall.offers.make(seat, places[0], now, now + timedelta(hours=1)))
    with pytest.raises(IntegrityError) as refused:
        await choir.within(lambda hall: hall.offers.make(seat, places[1], now, now + timedelta(hours=1)))
    assert violated(refused.value, "uq_evening_seat_offer_open_seat")


async def test_each_clock_hears_its_own_silence(choir: Choir) -> None:
    """Where two houses beat in one row each would hide that the other was not tended (W5)."""
    now = choir.clock.now()
    async with choir.database.write() as connection:
        meetings, evenings = QueueClockStore(connection, MEETINGS, beats=1), clock_of(connection)
        await evenings.beat(Pulse(now, None))
        assert await meetings.pulse() is None
        await meetings.beat(Pulse(now + timedelta(hours=1), now))
        assert await evenings.pulse() == Pulse(now, None)


async def resize(choir: Choir, of: SeatingId, capacity: int) -> None:
    async with choir.database.write() as connection:
        hall = choir.hall(connection)
        async with hall.resized([await hall.locked(of)], capacity, choir.clock.now()):
            await connection.execute(update(evenings_table).where(evenings_table.c.id == of).values(capacity=capacity))
