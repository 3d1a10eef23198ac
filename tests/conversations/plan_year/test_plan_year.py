"""A school year of a small land beside an oracle that shares no code with the bot (tests/oracle/roadmaps): every
digest, every escalation, every silence (L1–L7, Q1, Q2, Q4)."""

import logging
import os
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random, SystemRandom

import pytest

from tests.conversations.plan_year.chance import Chance
from tests.conversations.plan_year.land import CENTRAL, DISTANT, READERS, SEASIDE, WHOLE, Settled, settle
from tests.conversations.plan_year.plans import DOCUMENT, OF_SCHOOLS, as_facts, bring, name_bodies
from tests.conversations.plan_year.reading import difference, shortened
from tests.conversations.plan_year.walk import A_DAY, Walk
from tests.oracle.roadmaps import facts
from tests.oracle.roadmaps.calendar import days
from tests.oracle.roadmaps.facts import Land
from tests.oracle.roadmaps.rows import PASSED, SOON, WAITING
from tests.oracle.roadmaps.state import wall
from tests.oracle.roadmaps.year import Digest, Word, Year, ordered
from tests.support import length
from tests.support.bot_in_memory import MovedClock, talking_bot

KNOWN = datetime(2026, 8, 14, 3, 0, tzinfo=UTC)
"""A Friday, noon in the west: the plans are brought in."""
NEW_YEAR = date(2026, 12, 31)
READER = "Марфа Методистова"
"""Who answers for most of what is due on that day."""
NEAR = timedelta(days=7)
EVENING = time(20, 30)
"""Leaves begin when the digests of the day have gone."""
FROST, THAW = time(6, 30), time(12, 31)
"""Days are called off early in the morning; some are undone when some have read their digests of the day."""

logger = logging.getLogger(__name__)

A_YEAR = 12
"""The acts of make check; `make long` and SEED take others."""


@dataclass(frozen=True, slots=True)
class Shift:
    """`by` moves all that is to come in her territory by `days`, and takes it back on the day `back`."""

    by: str
    days: int
    on: date
    back: date


@dataclass(frozen=True, slots=True)
class Frost:
    """`day` is called off in a municipality by `by`, on its own morning or `ahead` days before, and undone at noon of
    the day where it is `undone`."""

    day: date
    unit: facts.Unit
    by: str
    ahead: int = 0
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Half:
    """Half a year: by how many years the plan of 2021 is moved, who goes on leave on which evening until when, which
    days are called off."""

    first: date
    last: date
    years: int
    leaves: tuple[tuple[date, str, date], ...]
    shift: Shift
    frosts: tuple[Frost, ...]


AUTUMN = Half(
    date(2026, 9, 1),
    date(2027, 1, 31),
    5,
    (
        (date(2026, 10, 8), "Ксения Кураторова", date(2026, 11, 9)),
        (date(2026, 11, 9), "Кира Кураторова", date(2026, 11, 12)),
        (date(2026, 12, 15), "Анна Первая", date(2026, 12, 29)),
        (date(2027, 1, 10), "Клара Центрова", date(2027, 1, 20)),
    ),
    Shift(SEASIDE.coordinators[0], 5, date(2026, 9, 14), date(2026, 9, 17)),
    (
        Frost(date(2026, 9, 18), CENTRAL, CENTRAL.coordinators[0]),
        Frost(date(2026, 9, 18), SEASIDE, SEASIDE.coordinators[0], ahead=2),
        Frost(date(2026, 11, 2), CENTRAL, CENTRAL.coordinators[0], ahead=5),
        Frost(date(2026, 11, 3), CENTRAL, WHOLE.coordinators[0]),
        Frost(date(2026, 11, 2), SEASIDE, SEASIDE.coordinators[0], undone=True),
        Frost(date(2026, 11, 2), DISTANT, WHOLE.coordinators[0]),
        Frost(date(2026, 12, 31), CENTRAL, CENTRAL.coordinators[0], ahead=1),
        Frost(date(2027, 1, 11), SEASIDE, SEASIDE.coordinators[0], ahead=12),
    ),
)
SPRING = Half(
    date(2027, 2, 1),
    date(2027, 8, 31),
    6,
    (
        (date(2027, 3, 1), "Кира Кураторова", date(2027, 3, 18)),
        (date(2027, 4, 27), "Белла Вторая", date(2027, 5, 11)),
        (date(2027, 5, 12), "Капитон Кураторов", date(2027, 5, 14)),
        (date(2027, 7, 1), "Кузьма Кураторов", date(2027, 8, 31)),
    ),
    Shift(CENTRAL.coordinators[0], -3, date(2027, 2, 15), date(2027, 2, 18)),
    (
        Frost(date(2027, 2, 24), CENTRAL, CENTRAL.coordinators[0], undone=True),
        Frost(date(2027, 2, 24), DISTANT, WHOLE.coordinators[0]),
        Frost(date(2027, 4, 30), SEASIDE, SEASIDE.coordinators[0], ahead=7, undone=True),
        Frost(date(2027, 5, 11), CENTRAL, CENTRAL.coordinators[0]),
        Frost(date(2027, 5, 12), CENTRAL, CENTRAL.coordinators[0], undone=True),
        Frost(date(2027, 5, 11), SEASIDE, WHOLE.coordinators[0], ahead=3),
        Frost(date(2027, 7, 5), DISTANT, WHOLE.coordinators[0]),
    ),
)


async def brought(settled: Settled, years: int) -> Land:
    """The plan as it stands, moved, and one of the schools' own."""
    items = [
        *await bring(settled, "план.docx", DOCUMENT, years=years),
        *await bring(settled, "школы.csv", OF_SCHOOLS),
    ]
    await name_bodies(settled)
    return Land(WHOLE, READERS, as_facts(settled, items))


async def lived(chance: Chance, walk: Walk, half: Half) -> None:
    """Day by day, each with what chance and the half year bring."""
    for day in days(half.first, half.last):
        for at in sorted([*chance.instants(day), *_weather(day, half)]):
            await _to(chance, walk, at)
            if not await _frost(chance, half, day, at):
                await chance.acts(at)
        at = wall(day, EVENING, WHOLE.zone)
        await _to(chance, walk, at)
        for _, who, until in (leave for leave in half.leaves if leave[0] == day):
            await chance.leaves(at, who, until)
        if day == half.shift.on:
            await chance.moves(at, half.shift.by, half.shift.days)
        if day == half.shift.back:
            await chance.moves_back(at, half.shift.by)


def _weather(day: date, half: Half) -> set[datetime]:
    """When days are called off, or restored, that day."""
    frost = any(each.day - timedelta(days=each.ahead) == day for each in half.frosts)
    thaw = any(each.day == day and each.undone for each in half.frosts)
    return {wall(day, at, WHOLE.zone) for at, some in ((FROST, frost), (THAW, thaw)) if some}


async def _frost(chance: Chance, half: Half, day: date, at: datetime) -> bool:
    """True when it was the hour for it."""
    found = False
    for each in half.frosts:
        if each.day - timedelta(days=each.ahead) == day and at == wall(day, FROST, WHOLE.zone):
            await chance.calls_off(at, each.by, each.unit.name, each.day)
            found = True
        if each.day == day and each.undone and at == wall(day, THAW, WHOLE.zone):
            await chance.restores(at, each.by, each.unit.name, each.day)
            found = True
    return found


async def _to(chance: Chance, walk: Walk, at: datetime) -> None:
    await walk.to(at)
    chance.year.until(at)


@pytest.mark.parametrize("half", [AUTUMN, SPRING], ids=["until January", "from February"])
@pytest.mark.timeout(300)
async def test_a_year_is_told_as_the_rules_say(sqlite_url: str, half: Half) -> None:
    seed = int(os.environ.get("SEED") or (SystemRandom().randrange(10**6) if length.LONGER > 1 else A_YEAR))
    logger.warning("seed %s", seed)
    async with talking_bot(sqlite_url, MovedClock(KNOWN)) as talk:
        settled = await settle(talk)
        land = await brought(settled, half.years)
        walk, begins = Walk(settled), wall(half.first, time(), WHOLE.zone) - timedelta(minutes=1)
        await walk.to(KNOWN + A_DAY)
        await walk.leap(begins)
        of_reader = frozenset(item.key for item in land.items if item.lasts == (NEW_YEAR,) and READER in item.people)
        chance = Chance(settled, Year(land, begins), Random(seed), untouched=of_reader)
        await lived(chance, walk, half)
    told = ordered(chance.year.told)
    found = difference([shortened(each) for each in told], walk.told)
    assert not found, f"seed {seed}\n{found[:8000]}\n{_before(chance, found)}"
    _everything_happened(told)
    if half is AUTUMN:
        _the_eve_of_the_holidays(land, told, of_reader)


def _before(chance: Chance, found: str) -> str:
    """What people did in the days before each difference."""
    of = {date.fromisoformat(day) for day in re.findall(r"^\w+ +(\S+) \S+Z ", found, re.MULTILINE)}
    near = (act for act in chance.year.acts if any(day - NEAR <= act.at.date() <= day for day in of))
    return "\n".join(str(act)[:200] for act in near)


def _everything_happened(told: list[Digest | Word]) -> None:
    """No half year in which a rule was not tried."""
    rows = [row for each in told if isinstance(each, Digest) for row in each.rows]
    assert {row.part for row in rows} == {WAITING, SOON, PASSED}
    assert {row.empty for row in rows} >= {"", "куратор школы", "координатор"}
    assert len({each.who for each in told}) > 15
    assert {each.confirmed for each in told if isinstance(each, Word)} == {True, False}
    assert len(told) > 150


def _the_eve_of_the_holidays(land: Land, told: list[Digest | Word], untouched: Collection[int]) -> None:
    """31 December is a day off, so that the last step of twelve items goes a day before it (L1)."""
    assert len({item.title for item in land.items if item.lasts == (NEW_YEAR,)}) == 12
    eve = wall(date(2026, 12, 30), time(9), WHOLE.zone)
    [read] = [each for each in told if (each.who, each.at) == (READER, eve)]
    assert isinstance(read, Digest)
    assert [(row.part, row.day) for row in read.rows] == [(SOON, NEW_YEAR)] * 8
    assert len(read.rows) + read.more == len(untouched) >= 8
    holidays = (wall(NEW_YEAR, time(), WHOLE.zone), wall(date(2027, 1, 8), time(23, 59), WHOLE.zone))
    assert not [each for each in told if isinstance(each, Digest) and holidays[0] <= each.at <= holidays[1]]
