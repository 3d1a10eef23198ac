"""Who leads a lesson is nowhere else (I20)."""

from datetime import timedelta

import pytest
from sqlalchemy import insert

from shnor_domain.seats.times import grid
from shnor_domain.seminars.errors import HostIsElsewhere
from shnor_domain.seminars.events.hours import give_hours_back, lock_hosts, take_hours
from shnor_domain.seminars.events.model import EventId
from shnor_domain.storage.schema.consultations import busy
from tests.support.event_land import HOUR, OCTOBER_14, EventLand, lesson
from tests.support.seminar_land import answers
from tests.support.village import whose

NEXT_DAY = OCTOBER_14 + timedelta(days=1)


async def _opens(land: EventLand, *events: EventId) -> None:
    async with land.village.units.write() as work:
        found = [await land.event(each) for each in events]
        await lock_hosts(work, found)
        for each in found:
            await take_hours(work, each)


async def test_who_leads_is_busy_with_each_lesson_once_it_is_taken_and_free_when_given_back(land: EventLand) -> None:
    event = await land.lays(lesson(), lesson(NEXT_DAY))
    assert not await land.is_busy("host")  # a draft takes nobody's hours
    await _opens(land, event)
    assert await land.is_busy("host") and await land.is_busy("host", NEXT_DAY)
    assert not await land.is_busy("host", OCTOBER_14 + HOUR)
    found = await land.event(event)
    async with land.village.units.write() as work:
        await give_hours_back(work, found, found.lessons[1])
    assert await land.is_busy("host") and not await land.is_busy("host", NEXT_DAY)
    async with land.village.units.write() as work:
        await give_hours_back(work, found)
    assert not await land.is_busy("host")


async def test_of_two_events_with_one_host_at_one_hour_nothing_is_taken(land: EventLand) -> None:
    first = await land.lays(lesson(NEXT_DAY))
    second = await land.lays(lesson(), lesson(NEXT_DAY + timedelta(minutes=30)))
    with pytest.raises(HostIsElsewhere) as refused:
        await _opens(land, first, second)
    assert refused.value.facts == {"event": second}
    assert not await land.is_busy("host") and not await land.is_busy("host", NEXT_DAY)


async def test_who_has_a_consultation_then_leads_no_lesson(land: EventLand) -> None:
    event = await land.lays()
    async with land.village.database.write() as connection:
        cells = grid(OCTOBER_14 + HOUR / 2, OCTOBER_14 + HOUR * 2)
        await connection.execute(insert(busy), [{"person_id": whose(land["host"]), "cell": cell} for cell in cells])
    with pytest.raises(HostIsElsewhere):
        await _opens(land, event)
    assert not await land.is_busy("host", hours=0.5)


async def test_two_who_publish_for_one_host_at_once_do_not_both(land: EventLand) -> None:
    events = [await land.lays() for _ in range(6)]
    told = await answers(*(_opens(land, each) for each in events))
    assert sorted(told) == ["done", *["host-is-elsewhere"] * 5]


async def test_nobody_is_busy_with_what_nobody_leads(land: EventLand) -> None:
    await _opens(land, await land.lays(host=None))
    assert not await land.is_busy("host")
