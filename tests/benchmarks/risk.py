"""/risk of fifty schools, asked by ten people of different rights at once, through the whole bot in one process.

The messenger is in memory, the database and the worker that draws are real. An answer is there when its picture is.
"""

import asyncio
import statistics
import time
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import date
from random import Random
from typing import Any

from aiogram.methods import SendPhoto
from aiogram.methods.base import TelegramMethod

from bot.collecting import settle
from bot.tasks import Tasks
from bot.worker.pictures import WorkerPictures
from bot.worker.pool import WorkerPool
from shnor_domain.identity import Actor, Role, SchoolId
from shnor_domain.people.model.pairs import Pair, PairId, PairKind
from shnor_domain.people.model.places import Order
from shnor_domain.people.model.preferences import Names
from shnor_domain.results.model import Result, Unit
from shnor_domain.results.procedures import procedures
from shnor_domain.results.use_cases.profiles import FillThresholds
from shnor_domain.risk.factors import Significance, shipped_factors
from shnor_domain.risk.use_cases.catalogue import FillFactors
from shnor_domain.risk.use_cases.profiles import Entered, EnterProfile
from shnor_domain.territories.model import School, SchoolYear
from tests.benchmarks.report import Figure
from tests.benchmarks.town import Fresh
from tests.support.bot_in_memory import TERMS, MovedClock, Talk
from tests.support.conversation import Person
from tests.support.loaded_land import land_in

SCHOOLS, VIEWERS = 50, 10
UNIT, REGION = "Лабинский", "Краснодарский край"
EACH = SCHOOLS // VIEWERS
_TICK = 0.005
_FIRST = 101
"""The number of the first school: no shipped one has it."""


async def risk(fresh: Fresh) -> AsyncIterator[Figure]:
    """Each viewer asks for five schools of her own, then for the same again."""
    with fresh() as url:
        async with bench_bot(url) as talk:
            schools = await _schools(talk)
            viewers = await _viewers(talk, schools)
            seen = Seen(talk)
            await _ask(seen, viewers[:1], schools, 0)  # what draws is loaded with the first picture of a process
            await _forget(talk)
            settle()  # as the bot does once it has started
            async with Ticker() as ticker:
                drawn = [each for turn in range(EACH) for each in await _ask(seen, viewers, schools, turn)]
                known = [each for turn in range(EACH) for each in await _ask(seen, viewers, schools, turn)]
    what = f"{VIEWERS} viewers at once, {SCHOOLS} schools"
    yield Figure(f"{what}: drawn now, p95, s", _p95(drawn), 3)
    yield Figure(f"{what}: drawn now, median, s", statistics.median(drawn))
    yield Figure(f"{what}: drawn before, p95, s", _p95(known), 0.3)
    yield Figure(f"{what}: drawn before, median, s", statistics.median(known))
    yield Figure(f"{what}: longest stall of the loop, ms", 1000 * ticker.worst, 50)


@asynccontextmanager
async def bench_bot(url: str) -> AsyncIterator[Talk]:
    """A talking bot whose pictures are drawn."""
    territories, pool = await land_in(url), WorkerPool()
    talk = Talk(url, MovedClock(), TERMS, Names.FULL)
    talk.territories, talk.pictures = territories, WorkerPictures(pool)  # type: ignore[assignment]  # drawn, not read
    await talk.start()
    await FillFactors(talk.units.write)()
    await FillThresholds(talk.units.write)()
    try:
        yield talk
    finally:
        await talk.close()
        await pool.close()
        talk.forget_files()


async def _schools(talk: Talk) -> list[SchoolId]:
    """Fifty with results of three years and a profile of four to ten factors."""
    chance, where = Random(5), talk.where(UNIT)
    assert where.region is not None and where.municipality is not None
    async with talk.units.write() as work:
        made = [
            await work.schools.add(
                School(SchoolId(0), where.region, where.municipality, f"СОШ № {number}", number, "Лабинск")
            )
            for number in range(_FIRST, _FIRST + SCHOOLS)
        ]
        schools = await work.schools.many(made)
        await work.results.save(_results(schools, chance, talk), keep_mark=False)
    operator = await _person(talk, Role.ADMIN)
    enter, codes = await talk.the(EnterProfile), [one.code for one in shipped_factors()]
    for school in made:
        named = chance.sample(codes, chance.randint(4, len(codes)))
        factors = {code: chance.choice(list(Significance)) for code in named}
        await enter(operator, school, Entered(date(2026, 9, 12), "ФИС ОКО", factors))
    return made


def _results(schools: Iterable[School], chance: Random, talk: Talk) -> list[Result]:
    return [
        Result(
            school.territory, SchoolYear(year), procedure.code, all_, chance.randint(0, all_), "отчёт", Unit.SCHOOL,
            None, talk.clock.now(),
        )
        for school in schools
        for procedure in procedures()
        for year in (2023, 2024, 2025)
        for all_ in (chance.randint(2, 60),)
    ]  # fmt: skip


async def _person(talk: Talk, role: Role) -> Actor:
    return await talk.actor(await talk.grown_person(role, name="Олег Операторов"))


async def _viewers(talk: Talk, schools: Sequence[SchoolId]) -> list[Person]:
    """Those above, a curator and a mentor with five schools, and heads of five schools each."""
    grown = talk.grown_person
    found = [
        await grown(Role.REGIONAL_COORDINATOR, region=REGION, name="Регина Краевая"),
        await grown(Role.MUNICIPAL_COORDINATOR, UNIT, name="Клара Районова"),
        await grown(Role.OBSERVER, region=REGION, name="Анна Аналитикова"),
        await grown(Role.ADMIN, name="Ада Админова"),
        await grown(Role.SCHOOL_CURATOR, UNIT, name="Кира Кураторова"),
        await grown(Role.MENTOR, UNIT, name="Майя Наставникова"),
    ]
    since = date(2026, 9, 1)
    async with talk.units.write() as work:
        for at, kind in ((4, PairKind.SCHOOL), (5, PairKind.TEAM)):
            for school in _own(schools, at):
                who = await talk.person_id(found[at])
                await work.pairs.add(Pair(PairId(0), kind, who, school, Order("№ 1", since), since, None, None, None))
    async with talk.units.read() as work:
        by_id = {one.id: one for one in await work.schools.many(schools)}
    for at in range(len(found), VIEWERS):
        chat = None
        for school in _own(schools, at):
            name = f"{UNIT} / {by_id[school].name}"
            talk.territories[name] = by_id[school].territory
            head = await grown(Role.SCHOOL_LEAD, UNIT, by_id[school].name, name="Лидия Руководителева", chat=chat)
            chat = head.chat
        found.append(head)
    return found


def _own(schools: Sequence[SchoolId], viewer: int) -> Sequence[SchoolId]:
    return schools[viewer * EACH : (viewer + 1) * EACH]


class Seen:
    """When each chat was sent its picture."""

    def __init__(self, talk: Talk) -> None:
        self.at: dict[int, float] = {}
        request = talk.session.make_request

        async def noted(bot: Any, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109
            answer = await request(bot, method, timeout)
            if isinstance(method, SendPhoto):
                self.at[int(method.chat_id)] = time.perf_counter()
            return answer

        talk.session.make_request = noted  # type: ignore[method-assign]  # the clock of the bench stands in between


async def _ask(seen: Seen, viewers: Sequence[Person], schools: Sequence[SchoolId], turn: int) -> list[float]:
    """Seconds from the question to the picture, of all at once."""
    seen.at.clear()
    begun = time.perf_counter()
    asked = [f"/risk {_FIRST + viewer * EACH + turn}" for viewer in range(len(viewers))]
    await asyncio.gather(*(viewer.sends(words) for viewer, words in zip(viewers, asked, strict=True)))
    missing = [str(viewer.screens[-1]) for viewer in viewers if viewer.chat not in seen.at]
    assert not missing, f"no picture for {missing}"
    return [seen.at[viewer.chat] - begun for viewer in viewers]


async def _forget(talk: Talk) -> None:
    async with talk.units.write() as work:
        await work.pictures.forget(talk.clock.now().replace(year=2100))


class Ticker:
    """The longest time for which the loop did not come round."""

    def __init__(self) -> None:
        self.worst, self._tasks = 0.0, Tasks()

    async def __aenter__(self) -> "Ticker":
        self._tasks.start(self._run(), name="ticker")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._tasks.cancel()

    async def _run(self) -> None:
        while True:
            begun = time.perf_counter()
            await asyncio.sleep(_TICK)
            self.worst = max(self.worst, time.perf_counter() - begun - _TICK)


def _p95(values: Sequence[float]) -> float:
    return sorted(values)[max(0, round(0.95 * len(values)) - 1)]
