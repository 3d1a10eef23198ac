"""Announcements that only wait: many of them cost as little as one."""

from datetime import date, timedelta

from shnor_domain.announcements.audience import Audience
from shnor_domain.announcements.content import Content
from shnor_domain.announcements.model import Start, State
from shnor_domain.identity import Role
from tests.storage.announcements.conftest import Folk
from tests.storage.announcements.test_together import count_statements
from tests.support.announced import Square

OPEN = 12


async def test_many_that_only_wait_are_looked_at_by_one_statement(square: Square, folk: Folk) -> None:
    """However many are open; the first second in which one has something to do sees it."""
    later = square.village.clock.at + timedelta(days=2)
    made = [
        await square.announces(
            folk.coordinator,
            square.village.municipality,
            Audience(roles=frozenset({Role.TEACHER})),
            Content(f"Сбор {number}"),
            start=Start(at=later + timedelta(minutes=number)),
        )
        for number in range(OPEN)
    ]
    await square.carries_on()
    said = count_statements(square)
    assert await square.carries_on() == 0
    assert (
        len(
            [
                each
                for each in said
                if not each.startswith(("BEGIN", "SELECT pg_catalog", "select pg_catalog", "SHOW", "show"))
            ]
        )
        == 1
    )
    await square.delivers(timedelta(days=2))
    await square.carries_on()
    assert [await square.state(which) for which in made] == [State.DONE, *[State.RUNNING] * (OPEN - 1)]


async def test_a_place_that_ends_tomorrow_holds_today_and_stops_after_it(square: Square, folk: Folk) -> None:
    later = Start(at=square.village.clock.at + timedelta(days=5))
    which = await square.announces(folk.coordinator, square.village.municipality, start=later)
    await square.carries_on()
    async with square.village.units.write() as work:
        await work.places.end(folk.coordinator.places[0].id, date(2026, 9, 16))
    await square.carries_on()
    assert await square.state(which) is State.RUNNING
    square.passes(timedelta(days=2))
    await square.carries_on()
    assert await square.state(which) is State.STOPPED
