"""A half-year of the seminar beside an oracle that shares no code with the bot (tests/oracle/seminars): what is done,
what is refused by which name, what everybody is told in which minute, and how it stands in the end."""

import logging
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random, SystemRandom

import pytest

from shnor_domain.seminars.requests.demand import by_school
from tests.conversations.seminar_year.always import BORDER, MOVED, Always, Make
from tests.conversations.seminar_year.chance import Chance
from tests.conversations.seminar_year.hands import Hands
from tests.conversations.seminar_year.land import AUTUMN, LAND, SPRING, WHOLE, settle
from tests.conversations.seminar_year.reading import difference
from tests.conversations.seminar_year.walk import Walk
from tests.oracle.roadmaps.calendar import days
from tests.oracle.seminars import facts
from tests.oracle.seminars.office import at_wall
from tests.oracle.seminars.story import Story
from tests.support import length
from tests.support.bot_in_memory import MovedClock, talking_bot

KNOWN = datetime(2026, 9, 1, 1, 0, 30, tzinfo=UTC)
"""Ten in the morning of the first day of school."""
END = date(2027, 1, 29)
A_HALF = 12
"""The acts of make check; `make long` and SEED take others."""
FIVE = timedelta(minutes=5)

logger = logging.getLogger(__name__)


def seed_of() -> int:
    """Printed, so that what was found by chance is found again."""
    seed = int(os.environ.get("SEED") or (SystemRandom().randrange(10**6) if length.LONGER > 1 else A_HALF))
    logger.warning("seed %s", seed)
    return seed


async def lived(chance: Chance, walk: Walk) -> None:
    """Day by day, each with what always happens and what chance brings."""
    always, at = Always(chance), KNOWN + FIVE
    await _at(chance, walk, at, lambda at: facts.Announced(at, LAND.running()[0], AUTUMN.name))
    for day in days(date(2026, 9, 2), END):
        await _job(chance, walk, at_wall(day, time(0, 5), WHOLE.zone))
        for at, make in sorted([*always.on(day), *_by_chance(chance, day)], key=lambda each: each[0]):
            await _at(chance, walk, at, make)


def _by_chance(chance: Chance, day: date) -> Iterator[tuple[datetime, Make]]:
    """More while requests are collected, answers once the half-year is over."""
    most = 14 if day <= MOVED else 2 if day <= AUTUMN.last else 4 if day >= BORDER else 0
    for at in chance.instants(day, most):
        if day >= BORDER:
            yield at, chance.answers
        else:
            yield at, chance.collecting if day <= MOVED else chance.later


async def _at(chance: Chance, walk: Walk, at: datetime, make: Make) -> None:
    await walk.to(at)
    chance.story.until(at)
    if (act := make(at)) is not None:
        await chance.do(act)
        await _job(chance, walk, _five_after(at))


async def _job(chance: Chance, walk: Walk, at: datetime) -> None:
    await walk.job(at)
    chance.story.job(at)


def _five_after(at: datetime) -> datetime:
    return at.replace(minute=at.minute - at.minute % 5, second=0) + FIVE


@pytest.mark.timeout(300)
async def test_a_half_year_is_told_as_the_rules_say(sqlite_url: str) -> None:
    seed = seed_of()
    async with talking_bot(sqlite_url, MovedClock(KNOWN)) as talk:
        settled = await settle(talk)
        story = Story(LAND, KNOWN, {each.name: each for each in (AUTUMN, SPRING)})
        walk, chance = Walk(settled), Chance(Hands(settled), story, Random(seed))
        await lived(chance, walk)
        end = at_wall(END, time(23), WHOLE.zone)
        await walk.to(end)
        story.until(end)
        await _schools_stand_as_they_should(chance)
    logger.warning("%s of %s told", dict(sorted(chance.done.items())), len(walk.told))
    found = difference(story.office.told, walk.told)
    assert not found, f"seed {seed}\n" + "\n".join(found)[:8000]


async def _schools_stand_as_they_should(chance: Chance) -> None:
    names = {number: name for name, number in chance.hands.settled.schools.items()}
    for number in chance.story.requests.every:
        seen = by_school(await chance.hands.supports(number))
        expected = chance.story.requests.behind(chance.story.requests.root(number).number)
        assert {names[school]: people for school, people in seen.items()} == expected, number
