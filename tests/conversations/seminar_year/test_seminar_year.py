"""A half-year of the seminar beside an oracle that shares no code with the bot (tests/oracle/seminars): what is done,
what is refused by which name, what everybody is told in which minute, and how it stands in the end."""

import logging
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random, SystemRandom

import pytest

from tests.conversations.seminar_year import standing
from tests.conversations.seminar_year.always import BORDER, MOVED, Always, Make
from tests.conversations.seminar_year.always_events import AGAIN, PUBLISHED
from tests.conversations.seminar_year.chance import Chance
from tests.conversations.seminar_year.hands import Hands
from tests.conversations.seminar_year.land import AUTUMN, LAND, WHOLE, halves, settle
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

LEAST = {
    "Wished": 5, "Sent": 15, "Supported": 15, "Counted": 1, "Withdrew": 3, "Merged": 3, "Split": 1, "Routed": 1,
    "Aside": 3, "Reopened": 1, "AtBorder": 5, "Closed": 1, "DatesMoved": 1,
    "Drafted": 15, "Submitted": 2, "Approved": 2, "Published": 2, "Approved: own-programme": 1,
    "SignedUp": 30, "SignedUpFor": 1, "Kept": 1, "Cancelled": 10, "Joined": 6, "Answered": 2,
    "SignedUp: school-quota-reached": 1, "SignedUp: no-seats-left": 1, "LessonMoved": 2, "LessonMoved: invalid": 1,
    "LessonMoved: host-is-elsewhere": 1, "EventOff": 1, "CheckedIn": 20, "CheckedIn: wrong-code": 2,
    "CheckedIn: code-locked": 1, "Marked": 8, "Certified": 5,
}  # fmt: skip
"""How often each is done at least, or refused."""

logger = logging.getLogger(__name__)


def seed_of() -> int:
    """Printed, so that what was found by chance is found again."""
    seed = int(os.environ.get("SEED") or (SystemRandom().randrange(10**6) if length.LONGER > 1 else A_HALF))
    logger.warning("seed %s", seed)
    return seed


async def lived(chance: Chance, walk: Walk) -> None:
    """Day by day, each with what always happens and what chance brings; the bot's own work at the next five minutes
    after each act."""
    always, at = Always(chance), KNOWN + FIVE
    await _at(chance, walk, at, lambda at: facts.Announced(at, LAND.running()[0], AUTUMN.name))
    job = _five_after(at)
    for day in days(date(2026, 9, 2), END):
        await _job(chance, walk, job)
        await _job(chance, walk, at_wall(day, time(0, 5), WHOLE.zone))
        job = at_wall(day, time(0, 10), WHOLE.zone)
        of_day = [*always.on(day), *chance.events.of_lessons(day), *_by_chance(chance, day)]
        for at, make in sorted(of_day, key=lambda each: each[0]):
            if at > job:
                await _job(chance, walk, job)
            await _at(chance, walk, at, make)
            job = _five_after(at)


def _by_chance(chance: Chance, day: date) -> Iterator[tuple[datetime, Make]]:
    """More while requests are collected and in the first days of a programme, answers once the half-year is over."""
    if day >= BORDER:
        draw, most = chance.answers, 4
    elif day > PUBLISHED:
        draw, most = chance.season, 12 if day < AGAIN else 6 if day <= AUTUMN.last else 3
    else:
        draw, most = (chance.collecting, 14) if day <= MOVED else (chance.later, 2)
    for at in chance.instants(day, most):
        yield at, draw


async def _at(chance: Chance, walk: Walk, at: datetime, make: Make) -> None:
    await walk.to(at)
    chance.story.until(at)
    if (act := make(at)) is not None:
        await chance.do(act)


async def _job(chance: Chance, walk: Walk, at: datetime) -> None:
    await walk.job(at)
    chance.story.job(at)


def _five_after(at: datetime) -> datetime:
    return at.replace(minute=at.minute - at.minute % 5, second=0) + FIVE


@pytest.mark.timeout(300)
@pytest.mark.parametrize("_another", range(length.LONGER))
async def test_a_half_year_is_told_as_the_rules_say(sqlite_url: str, _another: int) -> None:
    seed = seed_of()
    async with talking_bot(sqlite_url, MovedClock(KNOWN)) as talk:
        settled = await settle(talk)
        story = Story(LAND, KNOWN, halves())
        walk, chance = Walk(settled), Chance(Hands(settled), story, Random(seed))
        await lived(chance, walk)
        end = at_wall(END, time(23), WHOLE.zone)
        await walk.to(end)
        story.until(end)
        stands = await standing.seen(chance)
    logger.warning("%s of %s told", dict(sorted(chance.done.items())), len(walk.told))
    found = difference(story.office.told, walk.told)
    assert not found, f"seed {seed}\n" + "\n".join(found)[:8000]
    assert standing.differences(standing.expected(chance), stands) == [], f"seed {seed}"
    _everything_happened(chance)


def _everything_happened(chance: Chance) -> None:
    """No half-year in which a rule was not tried; each act is counted, and each refusal."""
    seldom = {name: chance.done[name] for name, least in LEAST.items() if chance.done[name] < least}
    assert seldom == {}
    numbers = [(each.year, each.number) for each in chance.story.presence.certificates]
    assert len(numbers) == len(set(numbers)) and any(not each.valid for each in chance.story.presence.certificates)
