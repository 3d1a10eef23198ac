"""A called-off day is undone while those whom it fell for book again: on both databases."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest

from shnor_domain.consultations.absences.use_cases.called_off import on_called_off
from shnor_domain.consultations.model import Format, SessionKey
from shnor_domain.errors import DomainError
from shnor_domain.identity import Territory
from shnor_domain.territories.called_off import CalledOffDay
from tests.support.consultations import MOMSKY, MONDAY, YAKUTIA, Republic, methodist, teacher

pytestmark = pytest.mark.sqlite_threads

HOST = methodist(90)
UNIT = Territory(YAKUTIA, MOMSKY)
CROWD = range(5, 20)
"""Before their host in every order of locks: who books again holds herself and waits for the host."""


async def test_a_day_is_undone_while_those_who_fell_book_again(land: Republic) -> None:
    on_site = {"format": Format.ON_SITE, "link": None, "venue": "Хонуу, кабинет 5", "open_to": UNIT}
    key = await land.publishes(HOST, capacity=20, **on_site)
    other = SessionKey((await land.publishes(HOST, capacity=20, weekday=1)).slot, MONDAY + timedelta(days=1))
    for number in CROWD:
        await land.book(teacher(number), key, None)
    day = CalledOffDay(MOMSKY, MONDAY.date(), "мороз", date(2026, 12, 1), land.clock.now(), land.clock.now())

    async def declared(row: CalledOffDay) -> str:
        async with land.units.write() as work:
            await work.called_off.put(row)
            await on_called_off(work, UNIT, MONDAY.date(), land.clock.now())
        return "undone"

    async def again(number: int) -> str:
        try:
            await land.book(teacher(number), other, None)
        except DomainError as refusal:
            return refusal.code
        return "booked"

    await declared(day)
    land.clock.pass_by(minutes=10)
    answers = await asyncio.gather(
        declared(replace(day, undone=land.clock.now())), *(again(number) for number in CROWD), return_exceptions=True
    )
    assert answers[0] == "undone" and set(answers[1:]) <= {"booked", "open-booking-exists"}
    async with land.units.read() as work:
        for number in CROWD:
            (hers,) = await work.bookings.of_visitor(teacher(number).person, land.clock.now())  # type: ignore[arg-type]
            assert (hers.key == other) == (answers[1 + number - CROWD.start] == "booked")
