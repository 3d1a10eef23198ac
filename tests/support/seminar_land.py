"""A village whose schools ask for seminars: leads of three schools, who runs the seminar, and who has no part in it."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select, update

from shnor_domain.errors import DomainError
from shnor_domain.identity import Actor, Role, SchoolId, Territory
from shnor_domain.notifications.model import NoticeState, StoredNotice
from shnor_domain.risk.factors import shipped_factors
from shnor_domain.seminars.cycle.model import Cycle, Dates
from shnor_domain.seminars.model import CycleId, RequestId
from shnor_domain.seminars.requests.cards import RequestCard
from shnor_domain.seminars.requests.demand import by_school
from shnor_domain.seminars.requests.model import SeminarRequest, Support, SupportId, SupportState
from shnor_domain.seminars.requests.use_cases.sending import SendSeminarRequest
from shnor_domain.seminars.requests.use_cases.supporting import SupportRequest
from shnor_domain.storage.notifications.rows import stored
from shnor_domain.storage.schema.notifications import notification
from shnor_domain.storage.schema.places import place
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.periods import Half
from tests.support.seminar_requests import wanted
from tests.support.village import Village

YEAR, NONE = SchoolYear(2026), CycleId(0)
SPRING = Dates(date(2027, 1, 20), date(2027, 1, 20), date(2027, 2, 1))
AUTUMN = Dates(date(2026, 9, 20), date(2026, 9, 20), date(2026, 10, 1))
PEOPLE = {
    "lead": (Role.SCHOOL_LEAD, "school"),
    "second lead": (Role.SCHOOL_LEAD, "school"),
    "neighbour": (Role.SCHOOL_LEAD, "second_school"),
    "far lead": (Role.SCHOOL_LEAD, "far_school"),
    "teacher": (Role.TEACHER, "school"),
    "methodist": (Role.METHODIST, "region"),
    "region": (Role.REGIONAL_COORDINATOR, "region"),
    "coordinator": (Role.MUNICIPAL_COORDINATOR, "municipality"),
    "local methodist": (Role.METHODIST, "municipality"),
    "observer": (Role.OBSERVER, "region"),
}


@dataclass
class SeminarLand:
    """People by name; `cycle` is the autumn's, announced."""

    village: Village
    people: dict[str, Actor] = field(default_factory=dict)
    cycle: CycleId = field(default=NONE)

    def __getitem__(self, name: str) -> Actor:
        return self.people[name]

    def use(self, case: Any) -> Any:
        return self.village.use(case)

    def school(self, name: str = "school") -> SchoolId:
        where: Territory = getattr(self.village, name)
        assert where.school is not None
        return where.school

    async def sends(
        self, who: str = "lead", topic: str = "Функциональная грамотность", people: int = 10, **more: Any
    ) -> RequestId:
        """A lead of one school asks for her own."""
        school = more.pop("school", None) or self.people[who].places[0].territory.school
        card: RequestCard = await self.use(SendSeminarRequest)(
            self[who], more.pop("cycle", self.cycle), school, wanted(topic), people, **more
        )
        return card.request.id

    async def supports(self, who: str, request: RequestId, people: int = 5) -> None:
        """The same behind a request of others."""
        await self.use(SupportRequest)(self[who], request, self[who].places[0].territory.school, people)

    async def request(self, request: RequestId) -> SeminarRequest:
        async with self.village.units.read() as work:
            found = await work.seminar_requests.get(request)
        assert found is not None
        return found

    async def behind(self, request: RequestId) -> dict[int, int]:
        """People by school, as they stand behind it."""
        return {int(school): people for school, people in by_school(await self.rows(request)).items()}

    async def rows(self, request: RequestId) -> list[Support]:
        async with self.village.units.read() as work:
            return list(await work.request_supports.of_requests([request]))

    async def support(self, who: str, request: RequestId) -> SupportId:
        """The live one of her school."""
        school = self[who].places[0].territory.school
        rows = [row for row in await self.rows(request) if row.state is SupportState.LIVE]
        return next(row.id for row in rows if row.school == school)

    async def other_cycle(self) -> CycleId:
        """The spring's, announced too."""
        async with self.village.units.write() as work:
            region = self.village.region.region
            assert region is not None
            halves = {each.half: each for each in await work.periods.of(region, YEAR)}
            cycle = await work.seminar_cycles.add(halves[Half.SPRING], SPRING)
            await work.seminar_cycles.save(replace(cycle, announced=self.village.clock.now()))
        return cycle.id

    async def announce(self, request: SeminarRequest) -> None:
        """The half-year of this request is announced."""
        async with self.village.units.write() as work:
            cycle = await work.seminar_cycles.get(request.cycle)
            assert cycle is not None
            await work.seminar_cycles.save(replace(cycle, announced=self.village.clock.now()))

    async def also_leads(self, who: str) -> Actor:
        """She leads the first school too."""
        await self.village.seat(self[who], Role.SCHOOL_LEAD, self.village.school)
        self.people[who] = await self.village.actor(self[who].chat)
        return self.people[who]

    async def leads_no_more(self, who: str) -> None:
        """Her places ended yesterday, past all rights."""
        now = self.village.clock.now()
        async with self.village.database.write() as connection:
            hers = update(place).where(place.c.person_id == self[who].person)
            await connection.execute(hers.values(ends=now.date() - timedelta(days=1)))

    async def deliver_all(self) -> None:
        """All that waits has been sent."""
        async with self.village.database.write() as connection:
            sent = {"state": "sent", "wake": None, "sent_at": self.village.clock.now(), "message_ref": "1:1"}
            waits = notification.c.state == NoticeState.PLANNED.value
            await connection.execute(update(notification).where(waits).values(**sent))

    async def waiting(self, *kinds: str) -> list[StoredNotice]:
        """Rows that wait to go to anybody of the land."""
        async with self.village.units.read() as work:
            return [row for actor in self.people.values() for row in await _waiting(work, actor, kinds)]

    async def told(self, *kinds: str) -> list[tuple[str, str]]:
        """Who would be told of what, by name and kind, of what waits."""
        rows = await self.waiting(*kinds)
        names = {actor.person: name for name, actor in self.people.items()}
        return sorted((names[row.notice.person], row.notice.kind) for row in rows)


async def _waiting(work: Any, actor: Actor, kinds: tuple[str, ...]) -> list[StoredNotice]:
    rows = await work._connection.execute(
        select(notification).where(
            notification.c.person_id == actor.person,
            notification.c.kind.in_(kinds),
            notification.c.state == NoticeState.PLANNED.value,
        )
    )
    return [stored(row) for row in rows]


async def answers(*acts: Awaitable[object]) -> list[str]:
    """What each of many at once is answered: «done», or the code of the refusal."""

    async def one(act: Awaitable[object]) -> str:
        try:
            await act
        except DomainError as refusal:
            return refusal.code
        return "done"

    return list(await asyncio.gather(*(one(act) for act in acts)))


async def seminar_land(village: Village) -> SeminarLand:
    """People of a settled village, and its autumn, announced on 15 September."""
    land = SeminarLand(village)
    for name, (role, where) in PEOPLE.items():
        land.people[name] = await village.settled(role, getattr(village, where))
    region = village.region.region
    assert region is not None
    async with village.units.write() as work:
        await work.risk_factors.put(list(shipped_factors()))
        await work.periods.ensure(region, YEAR)
        halves = {each.half: each for each in await work.periods.of(region, YEAR)}
        cycle: Cycle = await work.seminar_cycles.add(halves[Half.AUTUMN], AUTUMN)
        assert await work.seminar_cycles.save(replace(cycle, announced=village.clock.now()))
    land.cycle = cycle.id
    return land
