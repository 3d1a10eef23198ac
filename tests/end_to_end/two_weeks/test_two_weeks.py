"""Two weeks of forty people, against an oracle that shares no code with the bot (tests/oracle)."""

import logging
import random
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.end_to_end.two_weeks.acting import Acting
from tests.end_to_end.two_weeks.cast import CHATS
from tests.end_to_end.two_weeks.chance import story
from tests.end_to_end.two_weeks.edges import edges, link_and_back
from tests.end_to_end.two_weeks.outages import down_and_up
from tests.end_to_end.two_weeks.reading import read
from tests.end_to_end.two_weeks.stage import sets_the_stage
from tests.end_to_end.two_weeks.story import BEGINS, ENDS, LEAP
from tests.oracle.all_told import all_told
from tests.oracle.facts import Act, Story
from tests.oracle.told import difference
from tests.support.another_day import RehearsedBot
from tests.support.installation import Installation, installation
from tests.support.length import LONGER
from tests.support.nursery import Nursery

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(600)]

NAMES = {chat: person.name for person, chat in CHATS.items()}
LAST = ENDS - timedelta(minutes=1)
KNOWN = 2987603515
"""The chance of make check; `make long` takes others."""

logger = logging.getLogger(__name__)


async def plays(place: Installation, acts: Collection[Act]) -> Acting:
    """Every act at its instant, the leap in one jump, and on to the end."""
    acting = Acting(place)
    await acting.does(act for act in acts if act.at < LEAP[0])
    for instant in LEAP:
        await place.clock(to=instant.isoformat())
    await acting.does(act for act in acts if act.at > LEAP[1])
    await place.clock(to=LAST.isoformat())
    return acting


async def plays_with_outages(place: Installation, story: Story) -> Acting:
    """All acts, then one outage after the other."""
    acting = Acting(place)
    await acting.does(story.acts)
    for outage in story.outages:
        await place.clock(to=outage.down.isoformat())
        await is_down(place, outage.up)
    await place.clock(to=LAST.isoformat())
    return acting


async def is_down(place: Installation, until: datetime) -> None:
    """It stops as it is told to, and begins anew on that day."""
    assert isinstance(place.bot, RehearsedBot)
    assert place.bot.stop() == 0
    place.bot.begins = until
    await place.bot.started()


async def agrees(place: Installation, acting: Acting, story: Story, until: datetime = ENDS) -> None:
    """Person, minute, kind, date and both clocks; and nothing more came by itself."""
    reading = read(await place.street.transcript(), NAMES, acting.turns)
    expected = [told for told in all_told(story) if told.at < until]
    found = [*reading.strange, *difference(expected, reading.told)]
    assert found == [], "\n".join(found)


@asynccontextmanager
async def curtain_up(url: str, folder: Path, nursery: Nursery) -> AsyncIterator[Installation]:
    """Everybody is let in, the bot runs, it is the first morning."""
    async with installation(url, folder, begins=BEGINS, nursery=nursery, LOG_LEVEL="WARNING") as place:
        await sets_the_stage(place)
        await place.bot.started()
        yield place


async def test_two_weeks_of_forty_people_are_told_as_the_rules_reckon(
    nursery: Nursery, sqlite_url: str, tmp_path: Path
) -> None:
    seed = random.randrange(2**32) if LONGER > 1 else KNOWN
    logger.warning("chance of the two weeks: seed %s", seed)
    acts = story(seed)
    async with curtain_up(sqlite_url, tmp_path, nursery) as place:
        await agrees(place, await plays(place, acts), Story(acts))


async def test_where_rules_meet_people_are_told_as_the_rules_reckon(
    nursery: Nursery, sqlite_url: str, tmp_path: Path
) -> None:
    acts = edges()
    async with curtain_up(sqlite_url, tmp_path, nursery) as place:
        await agrees(place, await plays(place, acts), Story(acts))


async def test_a_link_that_came_back_before_the_morning_is_no_news(
    nursery: Nursery, sqlite_url: str, tmp_path: Path
) -> None:
    acts = link_and_back()
    async with curtain_up(sqlite_url, tmp_path, nursery) as place:
        acting = Acting(place)
        await acting.does(acts)
        await place.clock(to=(BEGINS + timedelta(days=1)).isoformat())
        await agrees(place, acting, Story(acts), until=BEGINS + timedelta(days=1))


async def test_after_each_outage_what_is_late_goes_or_is_left_as_the_rules_reckon(
    nursery: Nursery, sqlite_url: str, tmp_path: Path
) -> None:
    story = down_and_up()
    async with curtain_up(sqlite_url, tmp_path, nursery) as place:
        await agrees(place, await plays_with_outages(place, story), story)
