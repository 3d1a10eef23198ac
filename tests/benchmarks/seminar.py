"""The permanent seminar when a programme has just come out: many who sign up at once, and the board of a half-year."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import event

from shnor_domain.errors import DomainError
from shnor_domain.identity import Actor, Role, SchoolId
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.requests.model import Support
from shnor_domain.seminars.requests.use_cases.looking import RequestsOfCycle
from shnor_domain.seminars.signing.use_cases.clock import TendEventQueues
from shnor_domain.seminars.signing.use_cases.signing_up import SignUpForEvent
from shnor_domain.storage.engine import Database
from shnor_domain.territories.model import School
from shnor_domain.topics import topic_key
from tests.benchmarks.report import Figure
from tests.benchmarks.town import Fresh
from tests.support.event_land import EventLand, event_land
from tests.support.seminar_requests import wanted
from tests.support.village import Village, settle

TEACHERS, SEATS, AT_ONCE = 500, 100, 50
FEW, MANY, SCHOOLS = 30, 300, 40
"""Requests of the board, and schools behind each."""


async def seminar(fresh: Fresh) -> AsyncIterator[Figure]:
    """Seats first, then the board."""
    with fresh() as url:
        database = Database(url)
        land = await _land(database)
        async for figure in _signing(land):
            yield figure
        async for figure in _board(land):
            yield figure
        await database.close()


async def _land(database: Database) -> EventLand:
    village = Village(database)
    async with village.units.write() as work:
        await settle(work, village)
    return await event_land(village)


async def _signing(land: EventLand) -> AsyncIterator[Figure]:
    webinar = await land.lays(capacity=SEATS)
    await land.opens(webinar)
    teachers = [await land.village.settled(Role.TEACHER, land.village.school) for _ in range(TEACHERS)]
    taken, answers = [], Counter[str]()
    for first in range(0, TEACHERS, AT_ONCE):
        rush = teachers[first : first + AT_ONCE]
        for seconds, answer in await asyncio.gather(*(_signs_up(land, each, webinar) for each in rush)):
            taken.append(seconds)
            answers[answer] += 1
    taken.sort()
    words = f"{TEACHERS} teachers, {AT_ONCE} at once, for {SEATS} seats"
    yield Figure(f"{words}: seats taken", answers["done"], SEATS, least=True)
    yield Figure(f"{words}: without a seat", answers["no-seats-left"], TEACHERS - SEATS)
    yield Figure(f"{words}: an answer, p50, ms", 1000 * taken[len(taken) // 2])
    yield Figure(f"{words}: an answer, p95, ms", 1000 * taken[len(taken) * 95 // 100])
    tend = land.village.use(TendEventQueues, real=land.village.clock, offer_window=timedelta(hours=1))
    await tend()
    with _statements(land.village.database) as statements:
        await tend()
    yield Figure("statements of a beat of queues that has nothing to do", len(statements), 6)


async def _signs_up(land: EventLand, teacher: Actor, webinar: EventId) -> tuple[float, str]:
    begun, answer = time.monotonic(), "done"
    try:
        await land.use(SignUpForEvent)(teacher, webinar)
    except DomainError as refusal:
        answer = refusal.code
    return time.monotonic() - begun, answer


async def _board(land: EventLand) -> AsyncIterator[Figure]:
    (behind,) = await land.rows(await land.sends(topic="Тема 0"))
    schools = await _schools(land)
    look, needed, made = land.use(RequestsOfCycle), {}, 1
    for requests in (FEW, MANY):
        for number in range(made, requests):
            await _asked(land, behind, schools, number)
        made = requests
        with _statements(land.village.database) as statements:
            begun = time.monotonic()
            await look(land["methodist"])
            seconds = time.monotonic() - begun
        needed[requests] = len(statements)
        yield Figure(f"board of {requests} requests with {SCHOOLS} schools each, ms", 1000 * seconds)
    yield Figure(f"statements of the board of {MANY} above that of {FEW}", needed[MANY] - needed[FEW], 0)


async def _schools(land: EventLand) -> list[SchoolId]:
    first = land.village.school
    assert first.region is not None and first.municipality is not None
    async with land.village.units.write() as work:
        return [
            await work.schools.add(School(SchoolId(0), first.region, first.municipality, f"СОШ № {number}", number))
            for number in range(100, 100 + SCHOOLS)
        ]


async def _asked(land: EventLand, like: Support, schools: Sequence[SchoolId], number: int) -> None:
    """A request with all these schools behind it, past the rule that a school has twenty."""
    topic = f"Тема {number}"
    async with land.village.units.write() as work:
        (first,) = (await work.seminar_requests.many([like.request])).values()
        another = replace(first, wanted=wanted(topic), key=topic_key(topic) or topic)
        made = await work.seminar_requests.add(another)
        for school in schools:
            await work.request_supports.add(replace(like, request=made, where=replace(like.where, school=school)))


@contextmanager
def _statements(database: Database) -> Iterator[list[str]]:
    """Those that go to the database inside of it."""
    seen: list[str] = []

    def note(*told: Any) -> None:
        seen.append(str(told[2]))

    engine = database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)
