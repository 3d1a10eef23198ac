"""What keeps the half-year as the rules have it: with a constraint taken away the comparison fails, so that it means
something where it holds."""

import re
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import text

from shnor_domain.identity import SchoolId
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.requests.model import SeminarRequest
from shnor_domain.seminars.requests.use_cases import supporting
from shnor_domain.storage.schema.seminar_events import EVENT_SEATS
from shnor_domain.storage.schema.seminar_requests import CARRIED_ONCE, SUPPORT_LIVE
from shnor_domain.storage.schema.seminar_seats import SCHOOL_QUOTA
from shnor_domain.storage.seminars import requests as stored
from tests.conversations.seminar_year import standing
from tests.conversations.seminar_year.always_events import teachers
from tests.conversations.seminar_year.chance import Chance
from tests.conversations.seminar_year.event_chance import HOSTS
from tests.conversations.seminar_year.hands import Hands
from tests.conversations.seminar_year.land import LAND, WHOLE, halves, settle
from tests.oracle.seminars import deeds, facts
from tests.oracle.seminars.events import Event, Lesson
from tests.oracle.seminars.office import at_wall
from tests.oracle.seminars.story import Story
from tests.support.bot_in_memory import MovedClock, Talk, talking_bot

KNOWN = datetime(2026, 9, 1, 1, 0, 30, tzinfo=UTC)
BORDER = datetime(2027, 1, 11, 3, 0, 30, tzinfo=UTC)
RUNS, LEAD = LAND.running(), LAND.leads
SMALL, CROWDED = 1, 2
A_MINUTE = timedelta(minutes=1)


class Beside:
    """The bot and the oracle, act by act, each a minute after the one before."""

    def __init__(self, talk: Talk, chance: Chance) -> None:
        self.talk, self.chance, self.at = talk, chance, KNOWN

    async def alike(self, act: Any, **fields: Any) -> bool:
        """True where both do it, or refuse it by one name."""
        self.at += A_MINUTE
        self.talk.clock.instant = self.at
        made = act(self.at, **fields)
        expected, seen = self.chance.story.do(made), await self.chance.hands.do(made)
        return expected == seen

    async def stand_alike(self) -> bool:
        """True where nothing in the end is otherwise than by the rules."""
        return not standing.differences(standing.expected(self.chance), await standing.seen(self.chance))

    async def without_check(self, table: str, name: str) -> None:
        """SQLite drops no constraint: the words of the table are changed instead."""
        async with self.talk.database.write() as connection:
            found = await connection.execute(
                text("SELECT sql FROM sqlite_master WHERE name = :table"), {"table": table}
            )
            words = str(found.scalar_one())
            held = re.search(rf"CONSTRAINT {name} (CHECK|UNIQUE) \(", words)
            assert held is not None, words
            end, depth = held.end(), 1
            while depth:
                depth += {"(": 1, ")": -1}.get(words[end], 0)
                end += 1
            others = words[: held.start()] + f"CONSTRAINT {name} CHECK (1)" + words[end:]
            await connection.execute(text("PRAGMA writable_schema=ON"))
            await connection.execute(
                text("UPDATE sqlite_master SET sql = :sql WHERE name = :table"), {"sql": others, "table": table}
            )
            if held[1] == "UNIQUE":
                gone = text("DELETE FROM sqlite_master WHERE name = :name")
                await connection.execute(gone, {"name": f"sqlite_autoindex_{table}_1"})
            await connection.execute(text("PRAGMA writable_schema=RESET"))


def _event(number: int, capacity: int, quota: int | None) -> Event:
    starts = at_wall(date(2026, 10, 12 + number), time(15), WHOLE.zone)
    return Event(number, "осень 2026", f"Семинар {number}", HOSTS[1], capacity, quota, [Lesson(1, starts, 60)])


async def _begins(here: Beside) -> None:
    """Two requests of two schools each, and a programme of two events."""
    assert await here.alike(facts.Announced, by=RUNS[0], half="осень 2026")
    for number, topic in ((1, "Дроби"), (2, "Карты")):
        school = f"СОШ № {number}"
        assert await here.alike(facts.Sent, by=LEAD(school)[0], school=school, number=number, topic=topic, people=5)
        assert await here.alike(facts.Supported, by=LEAD("СОШ № 3")[0], school="СОШ № 3", number=number, people=7)
    for event in (_event(SMALL, 1, None), _event(CROWDED, 9, 1)):
        assert await here.alike(deeds.Drafted, by=RUNS[0], event=event)
    for act, by in ((deeds.Submitted, RUNS[0]), (deeds.Approved, RUNS[2]), (deeds.Published, RUNS[0])):
        assert await here.alike(act, by=by)


async def _sits(here: Beside, who: str, event: int, school: int) -> bool:
    return await here.alike(deeds.SignedUp, by=who, event=event, school=f"СОШ № {school}")


async def _stands_twice(here: Beside) -> bool:
    school = "СОШ № 1"
    return await here.alike(facts.Supported, by=LEAD(school)[1], school=school, number=1, people=9)


async def _carried(here: Beside, number: int) -> bool:
    """Both schools take it along."""
    for school in (f"СОШ № {number}", "СОШ № 3"):
        assert await here.alike(facts.AtBorder, by=LEAD(school)[0], school=school, number=number, carry=True)
    return await here.stand_alike()


@pytest.mark.timeout(120)
async def test_without_a_constraint_the_comparison_fails(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with talking_bot(sqlite_url, MovedClock(KNOWN)) as talk:
        chance = Chance(Hands(await settle(talk)), Story(LAND, KNOWN, halves()), Random(1))
        here = Beside(talk, chance)
        await _begins(here)
        first, second = teachers(5)[:2]
        assert await _sits(here, first, SMALL, 5) and await _sits(here, teachers(6)[0], SMALL, 6)
        assert await _sits(here, first, CROWDED, 5) and await _sits(here, second, CROWDED, 5)
        monkeypatch.setattr(supporting, "_live", _nobody)
        assert await _stands_twice(here)
        assert await here.stand_alike()

        await here.without_check("event", EVENT_SEATS)
        assert not await _sits(here, teachers(7)[0], SMALL, 7)
        await here.without_check("event_school", SCHOOL_QUOTA)
        assert not await _sits(here, second, CROWDED, 5)
        async with talk.database.write() as connection:
            await connection.execute(text(f"DROP INDEX {SUPPORT_LIVE}"))
        assert not await _stands_twice(here)


@pytest.mark.timeout(120)
async def test_schools_that_carry_over_meet_by_a_constraint(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with talking_bot(sqlite_url, MovedClock(KNOWN)) as talk:
        chance = Chance(Hands(await settle(talk)), Story(LAND, KNOWN, halves()), Random(1))
        here = Beside(talk, chance)
        await _begins(here)
        here.at = BORDER
        assert await _carried(here, 1)
        await here.without_check("seminar_request", CARRIED_ONCE)
        monkeypatch.setattr(stored.SeminarRequests, "carried", _nothing)
        monkeypatch.setattr(stored.SeminarRequests, "carry", _each_her_own)
        assert not await _carried(here, 2)


async def _nobody(*_: Any) -> list[SchoolId]:
    """The question that is asked before the constraint is."""
    return []


async def _nothing(*_: Any) -> None:
    """As `_nobody`: what others have made."""


async def _each_her_own(self: Any, request: SeminarRequest) -> RequestId:
    """As it would be without it."""
    made: RequestId = await self.add(request)
    return made
