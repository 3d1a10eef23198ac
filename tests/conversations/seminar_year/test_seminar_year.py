"""A half-year of the seminar beside an oracle that shares no code with the bot (tests/oracle/seminars): what is done,
what is refused by which name, what everybody is told in which minute, and how it stands in the end."""

import logging
import os
from datetime import UTC, date, datetime, time, timedelta
from random import Random, SystemRandom

import pytest

from shnor_domain.seminars.requests.demand import by_school
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
MOVED = date(2026, 9, 18)
"""Until when requests are sent after all."""
BORDER = date(2027, 1, 11)
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
    """Day by day."""
    runs = LAND.running()[0]
    await _at(chance, walk, KNOWN + FIVE, facts.Announced(KNOWN + FIVE, runs, AUTUMN.name))
    collecting = [
        (chance.wishes, 8), (chance.unwishes, 1), (chance.sends, 8), (chance.supports, 8), (chance.counts, 3),
        (chance.withdraws, 2), (chance.merges, 3), (chance.splits, 2), (chance.routes, 2), (chance.sets_aside, 2),
        (chance.reopens, 2),
    ]  # fmt: skip
    later = [
        (chance.sends, 3), (chance.supports, 4), (chance.withdraws, 2), (chance.merges, 3), (chance.splits, 2),
        (chance.routes, 2), (chance.sets_aside, 3), (chance.reopens, 2),
    ]  # fmt: skip
    for day in days(date(2026, 9, 2), END):
        await _job(chance, walk, at_wall(day, time(0, 5), WHOLE.zone))
        if day == date(2026, 9, 14):
            at = at_wall(day, time(10, 1), WHOLE.zone)
            await _at(chance, walk, at, facts.DatesMoved(at, runs, AUTUMN.name, MOVED))
        if day <= MOVED:
            for at in chance.instants(day, 14):
                await _at(chance, walk, at, chance.draw(at, collecting))
        elif day <= AUTUMN.last:
            for at in chance.instants(day, 2):
                await _at(chance, walk, at, chance.draw(at, later))
        elif day >= BORDER:
            for at in chance.instants(day, 4):
                await _at(chance, walk, at, chance.answers(at))


async def _at(chance: Chance, walk: Walk, at: datetime, act: object) -> None:
    await walk.to(at)
    chance.story.until(at)
    if act is not None:
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
