"""Seats of a meeting that a substitute leads: they stay those of the host whose times they are."""

import asyncio
from datetime import time, timedelta

import pytest
from sqlalchemy import select

from shnor_domain.consultations.absences.leading import pass_over
from shnor_domain.consultations.errors import OpenBookingExists, SessionGone
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.one_open import open_with
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.move import MoveBooking
from shnor_domain.consultations.use_cases.seats import take
from shnor_domain.consultations.waitlist.freeing import hindrance
from shnor_domain.consultations.waitlist.use_cases.queue import JoinQueue
from shnor_domain.errors import DomainError
from shnor_domain.identity import PersonId
from shnor_domain.storage.consultations.slots import Slots
from shnor_domain.storage.schema.consultations import booking, session
from tests.support.consultations import CHEMISTRY, MONDAY, Republic, methodist, teacher

HOST, OTHER = methodist(1), methodist(2)
ANNA = teacher(10)
WEEK = timedelta(days=7)


async def passed(land: Republic, key: SessionKey) -> None:
    """The other methodist leads it."""
    async with land.units.write() as work:
        row, slot = (await work.sessions.find([key]))[key], await work.slots.get(key.slot)
        assert slot is not None
        await work.bookings.lock({PersonId(1), PersonId(2)})
        await pass_over(work, slot, row, PersonId(2), land.clock.now())


async def test_one_open_booking_is_counted_by_whose_times_they_are(land: Republic) -> None:
    """In booking, in the queue and for another alike: with the host of the slot, and not with his substitute."""
    key = await land.publishes(HOST, capacity=5)
    theirs = await land.publishes(OTHER, starts=time(18, 0), capacity=5)
    theirs = SessionKey(theirs.slot, MONDAY + timedelta(hours=3))
    await land.book(ANNA, key, None)
    await passed(land, key)
    later = SessionKey(key.slot, MONDAY + WEEK)
    with pytest.raises(OpenBookingExists):
        await land.book(ANNA, later, None)
    await land.book(teacher(11), later, None)
    await land.book(teacher(11), theirs, None)
    async with land.units.read() as work:
        rows = await work.sessions.find([later, theirs])
        now, anna = land.clock.now(), PersonId(10)
        assert await hindrance(work, anna, rows[later], now) is OpenBookingExists
        assert await hindrance(work, anna, rows[theirs], now) is None
        hers = await work.bookings.of_visitor(anna, now)
        assert await open_with(work, hers, key.slot, CHEMISTRY) == hers[0]
        assert await open_with(work, hers, theirs.slot, CHEMISTRY) is None
    assert (await land.book(ANNA, theirs, None)).booking.key == theirs


async def test_nobody_takes_a_seat_of_what_was_called_off_meanwhile(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=5)
    await land.book(ANNA, key, None)
    async with land.units.write() as work:
        row = (await work.sessions.find([key]))[key]
        await work.sessions.cancel(row.id)
        with pytest.raises(SessionGone):
            await take(work, PersonId(11), row, land.clock.now())


async def test_moving_from_a_substitute_waits_for_the_host_who_calls_off(land: Republic) -> None:
    """However they meet, no live booking is left in a meeting that was called off."""
    key = await land.publishes(HOST, capacity=9)
    later = SessionKey(key.slot, MONDAY + WEEK)
    cards = [await land.book(teacher(number), key, None) for number in range(10, 16)]
    await passed(land, key)
    move = MoveBooking(land.units.write, land.clock)

    async def tried(number: int) -> str:
        try:
            await move(teacher(10 + number), cards[number].booking.id, later)
        except DomainError as refusal:
            return refusal.code
        return "moved"

    off = CancelSession(land.units.write, land.clock)
    *answers, _ = await asyncio.gather(*(tried(number) for number in range(6)), off(HOST, later))
    assert set(answers) <= {"moved", "session-gone"}
    async with land.database.read() as connection:
        live = select(booking.c.id).join_from(booking, session)
        lost = live.where(booking.c.state == "booked", session.c.state == "cancelled")
        assert (await connection.execute(lost)).all() == []


async def test_a_seat_is_taken_without_reading_the_slots_of_the_region(
    land: Republic, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unread(*_: object) -> None:
        raise AssertionError("all slots of the region were read")

    key = await land.publishes(HOST)
    monkeypatch.setattr(Slots, "published", unread)
    card = await land.book(ANNA, key, None)
    await JoinQueue(land.units.write, land.clock)(teacher(11), key, None)
    later = SessionKey(key.slot, MONDAY + WEEK)
    assert (await MoveBooking(land.units.write, land.clock)(ANNA, card.booking.id, later)).booking.key == later
