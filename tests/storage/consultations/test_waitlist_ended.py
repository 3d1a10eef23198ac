"""How a wait has ended, where only the world around it changed: on both databases."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.use_cases.calling_off import call_off
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.waitlist.freeing import lose_place
from shnor_domain.consultations.waitlist.showing import Ended
from shnor_domain.consultations.waitlist.use_cases.answer import TakeOfferedSeat
from shnor_domain.consultations.waitlist.use_cases.clock import TendQueues
from shnor_domain.consultations.waitlist.use_cases.queue import JoinQueue, MyWait
from shnor_domain.identity import Actor
from shnor_domain.seats.errors import NotInQueue
from shnor_domain.seats.model import OfferId, WaitingId
from shnor_domain.seats.rules import OFFER_WINDOW
from shnor_domain.storage.schema.people import account
from shnor_domain.storage.schema.waitlist import seat_offer
from tests.support.consultations import MONDAY, Republic, methodist, teacher

HOST = methodist(1)
ANNA, BELLA = teacher(10), teacher(11)
NOON = MONDAY - timedelta(days=3, hours=3)
"""Friday, 14:00 in Srednekolymsk, where the teachers live."""


@pytest.fixture
async def world(land: Republic) -> Republic:
    async with land.database.write() as connection:
        rows = [{"chat": number, "person_id": number, "active": True, "since": NOON} for number in (10, 11)]
        await connection.execute(insert(account), rows)
    land.clock.at = NOON
    return land


async def offered(world: Republic) -> tuple[SessionKey, WaitingId, OfferId]:
    """Анна gives the one seat back, and Белла, who waits for it, is asked."""
    key = await world.publishes(HOST)
    seat = await world.book(ANNA, key, None)
    place = (await JoinQueue(world.units.write, world.clock)(BELLA, key, None)).waiting.id
    await CancelBooking(world.units.write, world.clock)(ANNA, seat.booking.id, None)
    await TendQueues(world.units.read, world.units.write, world.clock, world.clock, OFFER_WINDOW)()
    async with world.database.read() as connection:
        offer = OfferId(await connection.scalar(select(seat_offer.c.id)))  # type: ignore[arg-type]
    return key, place, offer


async def ended(world: Republic, place: WaitingId, who: Actor = BELLA) -> Ended | None:
    return (await MyWait(world.units.read, world.clock)(who, place)).ended


async def test_whose_place_in_the_school_has_ended_reads_that_and_is_told_of_no_queue(world: Republic) -> None:
    key, place, offer = await offered(world)
    async with world.units.write() as work:
        wait, slot = await work.queues.get(place), await work.slots.get(key.slot)
        assert wait is not None and slot is not None
        await lose_place(work, wait, slot, world.clock.now())
    with pytest.raises(NotInQueue) as refused:
        await TakeOfferedSeat(world.units.write, world.clock)(replace(BELLA, places=()), offer)
    assert refused.value.facts == {"waiting": place}
    assert await ended(world, place, replace(BELLA, places=())) is Ended.LOST


async def test_whom_another_school_has_confirmed_since_reads_that_she_may_book_this_subject_again(
    world: Republic,
) -> None:
    key, place, _ = await offered(world)
    async with world.units.write() as work:
        wait, slot = await work.queues.get(place), await work.slots.get(key.slot)
        assert wait is not None and slot is not None
        await lose_place(work, wait, slot, world.clock.now())
    unconfirmed = tuple(replace(each, verified=False) for each in BELLA.places)
    assert await ended(world, place, replace(BELLA, places=unconfirmed)) is Ended.LOST
    assert await ended(world, place, BELLA) is Ended.ANEW
    world.clock.at = MONDAY + timedelta(days=1)
    assert await ended(world, place, BELLA) is Ended.PAST


async def test_a_meeting_that_is_restored_does_not_bring_its_queue_back_and_says_so(world: Republic) -> None:
    key, place, offer = await offered(world)
    async with world.units.write() as work:
        row, slot = (await work.sessions.find([key]))[key], await work.slots.get(key.slot)
        assert slot is not None
        await call_off(work, slot, row, HOST, world.clock.now())
        await work.absences.fall(row.id, world.clock.now())
    assert await ended(world, place) is Ended.OFF
    with pytest.raises(NotInQueue):
        await TakeOfferedSeat(world.units.write, world.clock)(BELLA, offer)
    async with world.units.write() as work:
        assert await work.absences.rise(row.id)
    assert await ended(world, place) is Ended.BACK
    world.clock.at = MONDAY - timedelta(minutes=20)
    assert await ended(world, place) is Ended.CLOSED
    world.clock.at = MONDAY
    assert await ended(world, place) is Ended.PAST
