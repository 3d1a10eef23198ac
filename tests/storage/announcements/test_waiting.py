"""Announcements that only wait: many of them cost as little as one."""

from datetime import date, timedelta

from shnor_domain.announcements.audience import Audience
from shnor_domain.announcements.content import Content
from shnor_domain.announcements.model import Start, State
from shnor_domain.announcements.use_cases.steering import GoOnWithAnnouncement, PauseAnnouncement
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


async def test_a_paused_one_stops_too_when_its_senders_place_ends_by_its_date(square: Square, folk: Folk) -> None:
    """The region hears of it; until then it sleeps without a writer's turn, on the last day as well."""
    which = await square.announces(folk.coordinator, square.village.municipality)
    await square.use(PauseAnnouncement)(folk.coordinator, which)
    await square.carries_on()
    said = count_statements(square)
    assert await square.carries_on() == 0
    assert len([each for each in said if "announcement" in each]) == 1
    async with square.village.units.write() as work:
        await work.places.end(folk.coordinator.places[0].id, date(2026, 9, 16))
    said.clear()
    assert await square.carries_on() == 0
    assert not [each for each in said if each.startswith("UPDATE")]
    square.passes(timedelta(days=2))
    await square.carries_on()
    found = await square.stands(which)
    assert (found.state, found.why) == (State.STOPPED, "sender")
    assert [kind for kind, _ in await square.village.told()] == ["announcement-sender-gone"]


async def test_paused_before_its_rows_are_laid_it_goes_on_with_all_of_them(square: Square, folk: Folk) -> None:
    which = await square.announces(folk.coordinator, square.village.municipality)
    await square.use(PauseAnnouncement)(folk.coordinator, which)
    await square.carries_on()
    await square.use(GoOnWithAnnouncement)(folk.coordinator, which)
    await square.use(PauseAnnouncement)(folk.coordinator, which)
    await square.use(GoOnWithAnnouncement)(folk.coordinator, which)
    await square.carries_on()
    assert await square.delivers() == 3
    await square.carries_on()
    assert await square.state(which) is State.DONE
