"""Queues over both databases: what holds seats, what ends a wait, and many at once."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from shnor_domain.consultations.changing import Changes
from shnor_domain.consultations.errors import AlreadyBooked, SessionGone
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.change_slot import ChangeSlot
from shnor_domain.consultations.use_cases.leaving import contribute, on_person_leaves
from shnor_domain.consultations.use_cases.move import MoveBooking
from shnor_domain.consultations.waitlist.freeing import lose_place
from shnor_domain.consultations.waitlist.notices import QUEUE_OVER
from shnor_domain.consultations.waitlist.use_cases.answer import TakeOfferedSeat
from shnor_domain.consultations.waitlist.use_cases.clock import NextQueueLook, TendQueues
from shnor_domain.consultations.waitlist.use_cases.queue import JoinQueue, LeaveQueue
from shnor_domain.errors import DomainError
from shnor_domain.identity import Actor, PersonId
from shnor_domain.seats.errors import NoSeatsLeft, OfferPassed, QueueClosed, SeatsAreFree
from shnor_domain.seats.model import OfferState, WaitState
from shnor_domain.seats.rules import OFFER_WINDOW
from shnor_domain.storage.current import UpdateInHand, update_in_hand
from shnor_domain.storage.schema.consultations import session
from shnor_domain.storage.schema.notifications import notification
from shnor_domain.storage.schema.people import account, preferences
from shnor_domain.storage.schema.updates import inbox
from shnor_domain.storage.schema.waitlist import seat_offer, waiting
from tests.support.consultations import BIOLOGY, MONDAY, FixedClock, Republic, methodist, teacher
from tests.support.queue_world import offers_arrive

HOST, OTHER = methodist(1), methodist(2)
ANNA, BELLA, VERA = teacher(10), teacher(11), teacher(12)
NOON = MONDAY - timedelta(days=3, hours=3)
"""Friday, 14:00 in Srednekolymsk, where all the teachers live."""


@pytest.fixture
async def world(land: Republic) -> AsyncIterator[Republic]:
    """Teachers 10 to 39 have accounts."""
    async with land.database.write() as connection:
        rows = [{"chat": number, "person_id": number, "active": True, "since": NOON} for number in range(10, 40)]
        await connection.execute(insert(account), rows)
    land.clock.at = NOON
    yield land


async def full(world: Republic, **changes: object) -> tuple[SessionKey, int]:
    """A meeting whose one seat is Anna's; gives her booking."""
    key = await world.publishes(HOST, **changes)
    return key, int((await world.book(ANNA, key, None)).booking.id)


async def waits(world: Republic, who: Actor, key: SessionKey, topic: str | None = None) -> int:
    return int((await JoinQueue(world.units.write, world.clock)(who, key, topic)).waiting.id)


async def cancels(world: Republic, who: Actor, booking: int) -> None:
    await CancelBooking(world.units.write, world.clock)(who, booking, None)  # type: ignore[arg-type]


async def tend(world: Republic, real: FixedClock | None = None, *, away: bool = False) -> int:
    """A tick, and what is offered reaches its people unless the messenger is `away`; `real` stands where the bot was
    there all the time."""
    seen = await TendQueues(world.units.read, world.units.write, world.clock, real or world.clock, OFFER_WINDOW)()
    if not away:
        await offers_arrive(world.database)
    return seen


async def offers(world: Republic) -> list[Any]:
    async with world.database.read() as connection:
        joined = select(seat_offer, waiting.c.person_id).join_from(seat_offer, waiting).order_by(seat_offer.c.id)
        return list(await connection.execute(joined))


async def counts(world: Republic) -> tuple[int, int, int]:
    """Taken, held, loose of the only meeting."""
    async with world.database.read() as connection:
        row = (await connection.execute(select(session.c.taken, session.c.held, session.c.loose))).one()
    return row.taken, row.held, row.loose


async def answered(doing: Any) -> str:
    try:
        await doing
    except DomainError as refusal:
        return refusal.code
    return "done"


async def test_only_a_full_meeting_ahead_has_a_queue(world: Republic) -> None:
    key, _ = await full(world, notice=720)
    with pytest.raises(AlreadyBooked):
        await waits(world, ANNA, key)
    with pytest.raises(SeatsAreFree):
        await waits(world, BELLA, SessionKey(key.slot, key.starts + timedelta(days=7)))
    with pytest.raises(SessionGone):
        await waits(world, BELLA, SessionKey(key.slot, key.starts + timedelta(days=1)))
    world.clock.at = key.starts - timedelta(minutes=30, seconds=1)
    await waits(world, BELLA, key)
    world.clock.at = key.starts - timedelta(minutes=30)
    with pytest.raises(QueueClosed):
        await waits(world, VERA, key)


async def test_joining_twice_keeps_the_place(world: Republic) -> None:
    key, _ = await full(world)
    first = await waits(world, BELLA, key, "соли")
    await waits(world, VERA, key)
    assert await waits(world, BELLA, key, None) == first
    async with world.units.read() as work:
        places = await work.queues.of_session((await work.sessions.find([key]))[key].id)
    assert [(place.person, place.topic) for place in places] == [(11, "соли"), (12, None)]


async def test_every_way_a_seat_is_freed_holds_it_for_the_queue(world: Republic) -> None:
    key, seat = await full(world, notice=0)
    await waits(world, BELLA, key)
    await cancels(world, ANNA, seat)
    assert await counts(world) == (0, 1, 0)
    await tend(world)
    (offer,) = await offers(world)
    await TakeOfferedSeat(world.units.write, world.clock)(BELLA, offer.id)
    assert await counts(world) == (1, 0, 0)
    await waits(world, VERA, key)
    later = SessionKey(key.slot, key.starts + timedelta(days=7))
    async with world.units.read() as work:
        (hers,) = await work.bookings.of_visitor(PersonId(11), world.clock.now())
    await MoveBooking(world.units.write, world.clock)(BELLA, hers.id, later)
    async with world.units.read() as work:
        rows = await work.sessions.find([key, later])
    assert (rows[key].taken, rows[key].held, rows[later].taken) == (0, 1, 1)
    await ChangeSlot(world.units.write, world.clock)(HOST, key.slot, Changes(capacity=2))
    async with world.units.read() as work:
        row = (await work.sessions.find([key]))[key]
    # one waits, and one seat is held: the added one is for all
    assert (row.capacity, row.held, row.free) == (2, 1, 1)
    async with world.units.write() as work:
        await on_person_leaves(work, PersonId(12), world.clock.now())
    await tend(world)
    async with world.units.read() as work:
        row = (await work.sessions.find([key]))[key]
    assert (row.held, row.free, row.loose) == (0, 2, 1)


async def test_a_held_seat_is_taken_by_nobody_from_outside_however_many_try(world: Republic) -> None:
    key, seat = await full(world)
    await waits(world, BELLA, key)
    await cancels(world, ANNA, seat)
    await tend(world)
    (offer,) = await offers(world)
    crowd = [teacher(number) for number in range(13, 33)]
    take = TakeOfferedSeat(world.units.write, world.clock)
    said = await asyncio.gather(
        *(answered(world.book(who, key, None)) for who in crowd), answered(take(BELLA, offer.id))
    )
    assert Counter(said) == {"no-seats-left": 20, "done": 1}
    assert said[-1] == "done"
    assert await counts(world) == (1, 0, 0)


async def test_many_accept_join_cancel_and_look_at_once(world: Republic) -> None:
    key = await world.publishes(HOST, capacity=4)
    seats = {number: (await world.book(teacher(number), key, None)).booking.id for number in range(10, 14)}
    for number in range(14, 20):
        await waits(world, teacher(number), key)
    for number in (10, 11, 12):
        await cancels(world, teacher(number), seats[number])
    await tend(world)
    take = TakeOfferedSeat(world.units.write, world.clock)
    open_ones = await offers(world)
    assert [row.person_id for row in open_ones] == [14, 15, 16]
    await asyncio.gather(
        *(answered(take(teacher(row.person_id), row.id)) for row in open_ones),
        *(answered(waits(world, teacher(number), key)) for number in range(20, 26)),
        answered(cancels(world, teacher(13), seats[13])),
        *(tend(world) for _ in range(4)),
        *(answered(world.book(teacher(number), key, None)) for number in range(26, 30)),
    )
    await tend(world)
    assert await counts(world) == (3, 1, 0)
    live = [row for row in await offers(world) if row.state == "open"]
    assert [row.person_id for row in live] == [17]


async def test_several_clocks_at_once_make_one_offer(world: Republic) -> None:
    key, seat = await full(world)
    await waits(world, BELLA, key)
    await waits(world, VERA, key)
    await cancels(world, ANNA, seat)
    await asyncio.gather(*(tend(world) for _ in range(8)))
    assert [row.person_id for row in await offers(world)] == [11]


async def test_the_same_tap_fed_twice_takes_one_seat(world: Republic) -> None:
    key, seat = await full(world, capacity=1)
    await waits(world, BELLA, key, "соли")
    await cancels(world, ANNA, seat)
    await tend(world)
    (offer,) = await offers(world)
    take = TakeOfferedSeat(world.units.write, world.clock)
    token = update_in_hand.set(UpdateInHand(7, 11))
    try:
        first, second = await take(BELLA, offer.id), await take(BELLA, offer.id)
    finally:
        update_in_hand.reset(token)
    assert first == second
    assert first.booking.topic == "соли"
    assert await counts(world) == (1, 0, 0)


async def test_booking_elsewhere_takes_the_offer_back(world: Republic) -> None:
    key, seat = await full(world)
    elsewhere = await world.publishes(OTHER, subject=BIOLOGY)
    await waits(world, BELLA, key)
    await waits(world, VERA, key)
    await cancels(world, ANNA, seat)
    await tend(world)
    await world.book(BELLA, elsewhere, None)
    await tend(world)
    assert [(row.person_id, row.state) for row in await offers(world)] == [(11, "withdrawn"), (12, "open")]


async def test_w5_a_tap_that_waits_in_the_inbox_is_heard_before_the_offer_lapses(world: Republic) -> None:
    key, seat = await full(world)
    await waits(world, BELLA, key)
    await cancels(world, ANNA, seat)
    await tend(world)
    (offer,) = await offers(world)
    row = {"update_id": 7, "lane": 11, "kind": "callback_query", "received": world.clock.now(), "state": "new"}
    async with world.database.write() as connection:
        await connection.execute(insert(inbox), row)
    there = FixedClock(world.clock.at)
    world.clock.at = offer.until + timedelta(seconds=1)
    await tend(world, there)
    assert [each.state for each in await offers(world)] == ["open"]
    async with world.database.write() as connection:
        await connection.execute(update(inbox).values(state="done"))
    world.clock.pass_by(seconds=2)
    await tend(world, there)
    assert [each.state for each in await offers(world)] == ["lapsed"]


async def test_w5_after_a_short_silence_nothing_lapses_until_taps_are_fetched(world: Republic) -> None:
    key, seat = await full(world)
    await waits(world, BELLA, key)
    await cancels(world, ANNA, seat)
    await tend(world)
    (offer,) = await offers(world)
    there = FixedClock(world.clock.at)
    world.clock.at = offer.until
    there.pass_by(seconds=100)
    await tend(world, there)
    assert [each.state for each in await offers(world)] == ["open"]
    there.pass_by(seconds=15)
    world.clock.pass_by(seconds=15)
    await tend(world, there)
    assert [each.state for each in await offers(world)] == ["lapsed"]


@pytest.mark.parametrize("silence", [160, 200, 300])
async def test_w5_an_offer_that_lost_less_to_a_long_outage_waits_for_taps_too(world: Republic, silence: int) -> None:
    """It ended 140 s into the silence: its window stands, but what was tapped in it is fetched first."""
    key, seat = await full(world)
    await waits(world, BELLA, key)
    await cancels(world, ANNA, seat)
    await tend(world)
    (offer,) = await offers(world)
    there = FixedClock(world.clock.at)
    world.clock.at = offer.until - timedelta(seconds=140)
    there.pass_by(seconds=20)
    await tend(world, there)
    world.clock.pass_by(seconds=silence)
    there.pass_by(seconds=silence)
    await tend(world, there)
    assert [each.state for each in await offers(world)] == ["open"]
    world.clock.pass_by(seconds=15)
    there.pass_by(seconds=15)
    await tend(world, there)
    assert [each.state for each in await offers(world)] == ["lapsed"]


async def test_w5_an_offer_that_never_reached_her_was_never_made(world: Republic) -> None:
    """The bot is there, the messenger is not: she is asked again, and who stands behind her waits."""
    key, seat = await full(world)
    await waits(world, BELLA, key)
    await waits(world, VERA, key)
    await cancels(world, ANNA, seat)
    there = FixedClock(world.clock.at)
    await tend(world, there, away=True)
    world.clock.pass_by(minutes=60)
    await tend(world, there)
    assert [(row.person_id, row.state) for row in await offers(world)] == [(11, "void"), (11, "open")]
    world.clock.pass_by(minutes=60)
    await tend(world, there)
    assert [(row.person_id, row.state) for row in await offers(world)][1:] == [(11, "lapsed"), (12, "open")]


async def test_w5_an_offer_whose_message_was_given_up_was_never_made(world: Republic) -> None:
    """The sender comes back to the row after the end of the offer, and before the look at the queue."""
    key, seat = await full(world)
    await waits(world, BELLA, key)
    await waits(world, VERA, key)
    await cancels(world, ANNA, seat)
    there = FixedClock(world.clock.at)
    await tend(world, there, away=True)
    (offer,) = await offers(world)
    async with world.database.write() as connection:
        about = notification.c.subject == f"offer:{offer.id}"
        changed = await connection.execute(update(notification).where(about).values(state="missed", error="late"))
        assert changed.rowcount == 1
    world.clock.pass_by(minutes=60)
    await tend(world, there)
    assert [(row.person_id, row.state) for row in await offers(world)] == [(11, "void"), (11, "open")]


async def test_a_late_tap_books_while_who_stands_behind_is_asleep(world: Republic) -> None:
    """She is passed over, less than a day before: the seat is held, and for nobody in particular."""
    key, seat = await full(world, notice=720)
    async with world.database.write() as connection:
        day = {"person_id": 12, "quiet_from": 600, "quiet_to": 960, "save_traffic": False, "notices": "all"}
        await connection.execute(insert(preferences).values(**day))
    await waits(world, BELLA, key)
    await waits(world, VERA, key)
    world.clock.at = key.starts - timedelta(hours=5)
    await cancels(world, ANNA, seat)
    there = FixedClock(world.clock.at)
    await tend(world, there)
    world.clock.pass_by(minutes=61)
    await tend(world, there)
    (offer,) = await offers(world)
    assert (offer.person_id, offer.state) == (11, "lapsed") and await counts(world) == (0, 1, 0)
    await TakeOfferedSeat(world.units.write, world.clock)(BELLA, offer.id)
    assert await counts(world) == (1, 0, 0)


async def test_a_late_tap_takes_no_seat_that_was_freed_since(world: Republic) -> None:
    """What she let go by is taken; the seat that is held now goes to who is asked about it."""
    key, seat = await full(world)
    await waits(world, BELLA, key)
    await waits(world, VERA, key)
    await cancels(world, ANNA, seat)
    there = FixedClock(world.clock.at)
    await tend(world, there)
    world.clock.pass_by(minutes=61)
    await tend(world, there)
    lapsed, hers = await offers(world)
    taken = await TakeOfferedSeat(world.units.write, world.clock)(VERA, hers.id)
    await cancels(world, VERA, int(taken.booking.id))
    assert await counts(world) == (0, 1, 0)
    with pytest.raises(OfferPassed):
        await TakeOfferedSeat(world.units.write, world.clock)(BELLA, lapsed.id)


async def test_two_seats_do_not_wait_for_the_morning_of_one(world: Republic) -> None:
    """The first sleeps by day: one seat waits for her, the other goes to who stands behind her and is awake."""
    key = await world.publishes(HOST, capacity=2)
    seats = [await world.book(who, key, None) for who in (ANNA, teacher(13))]
    async with world.database.write() as connection:
        day = {"person_id": 11, "quiet_from": 600, "quiet_to": 1200, "save_traffic": False, "notices": "all"}
        await connection.execute(insert(preferences).values(**day))
    await waits(world, BELLA, key)
    await waits(world, VERA, key)
    for number, seat in enumerate(seats):
        await cancels(world, (ANNA, teacher(13))[number], int(seat.booking.id))
    await tend(world)
    assert [(row.person_id, row.state) for row in await offers(world)] == [(12, "open")]
    assert await counts(world) == (0, 2, 0)
    there = FixedClock(world.clock.at)
    world.clock.at += timedelta(hours=6)
    await tend(world, there)
    assert [row.person_id for row in await offers(world)] == [12, 11]


async def test_the_end_of_a_place_ends_the_wait_and_is_told_once(world: Republic) -> None:
    key, _ = await full(world)
    place = await waits(world, BELLA, key)
    async with world.units.write() as work:
        wait = await work.queues.get(place)  # type: ignore[arg-type]
        slot = await work.slots.get(key.slot)
        assert wait is not None and slot is not None
        await lose_place(work, wait, slot, world.clock.now())
        await lose_place(work, wait, slot, world.clock.now())
    async with world.database.read() as connection:
        told = (await connection.execute(select(notification.c.kind).where(notification.c.person_id == 11))).scalars()
        assert list(told) == [QUEUE_OVER]
    async with world.units.read() as work:
        ended = await work.queues.get(place)  # type: ignore[arg-type]
    assert ended is not None and ended.state is WaitState.LOST


async def test_who_leaves_the_programme_leaves_no_word_in_a_queue(world: Republic) -> None:
    key, seat = await full(world)
    await waits(world, BELLA, key, "тайна")
    async with world.units.read() as work:
        assert "тайна" in repr(await contribute(work, PersonId(11)))
    await cancels(world, ANNA, seat)
    await tend(world)
    async with world.units.write() as work:
        await on_person_leaves(work, PersonId(11), world.clock.now())
    async with world.database.read() as connection:
        assert list((await connection.execute(select(waiting.c.topic, waiting.c.state))).one()) == [None, "left"]
    assert [row.state for row in await offers(world)] == [OfferState.WITHDRAWN.value]


async def test_leaving_twice_changes_nothing(world: Republic) -> None:
    key, _ = await full(world)
    place = await waits(world, BELLA, key)
    leave = LeaveQueue(world.units.write, world.clock)
    first, second = await leave(BELLA, place), await leave(BELLA, place)  # type: ignore[arg-type]
    assert first.waiting.state is second.waiting.state is WaitState.LEFT


async def test_nothing_due_costs_one_look(world: Republic) -> None:
    assert await tend(world) == 0
    key, _ = await full(world)
    await waits(world, BELLA, key)
    assert await tend(world) == 0
    with pytest.raises(NoSeatsLeft):
        await world.book(VERA, key, None)


async def test_a_rehearsal_finds_the_instant_at_which_an_offer_lapses(world: Republic) -> None:
    key, seat = await full(world)
    await waits(world, BELLA, key)
    await cancels(world, ANNA, seat)
    await tend(world)
    (offer,) = await offers(world)
    following = NextQueueLook(world.units.read)
    assert await following(world.clock.now()) == offer.until == NOON + timedelta(minutes=60)
    assert await following(offer.until) is None
