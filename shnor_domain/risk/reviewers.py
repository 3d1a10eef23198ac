"""Who confirms or returns now, read once for any number of schools of one unit of work (rule 8)."""

from collections import defaultdict
from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.identity import Actor, PersonId, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.risk.deciding import first_held, held_above
from shnor_domain.risk.ports import RiskWork
from shnor_domain.risk.waiting import Waiting
from shnor_domain.territories.calendar import Calendar

REMINDED, MOVED_UP = 3, 5
"""Working days that something waits, as evidence does (L5)."""
_TOP, _SHORT = Territory(), timedelta(days=MOVED_UP - 1)
"""Nothing younger has waited for five working days in any calendar."""


class Reviewers:
    """The school's curator, else the municipal coordinator, else the regional one, else an administrator. Nobody who
    leads the school is one of them, whatever else she is, and nobody for what is her own."""

    def __init__(self, work: RiskWork, now: datetime) -> None:
        self._work, self._now = work, now
        self._levels: dict[Territory, list[Collection[PersonId]]] = {}
        self._leads: dict[Territory, Collection[PersonId]] = {}
        self._zones: dict[Territory, str] = {}
        self._calendars: dict[Territory, Calendar] = {}

    async def learn(self, schools: Collection[Territory]) -> None:
        """Four statements for each date that there is on their walls."""
        new = {where for where in schools if where.school is not None} - self._levels.keys()
        if not new:
            return
        zones = await self._work.plan_lands.zones_of({_unit(where) for where in new})
        self._zones |= zones
        by_day: dict[date, list[Territory]] = defaultdict(list)
        for where in new:
            by_day[local_day(self._now, zones[_unit(where)])].append(where)
        people = self._work.plan_people
        for day, same in by_day.items():
            ids = {where.school for where in same if where.school is not None}
            curators, leads = await people.curators(ids, day), await people.leads(ids, day)
            units = {_unit(where) for where in same} | {Territory(where.region) for where in same} | {_TOP}
            above = await people.coordinators_of(units, day)
            for where in same:
                assert where.school is not None
                self._leads[where] = leads.get(where.school, ())
                self._levels[where] = [
                    curators.get(where.school, ()),
                    *(above.get(unit, ()) for unit in (_unit(where), Territory(where.region), _TOP)),
                ]

    async def holding(self, where: Territory, authors: Collection[PersonId]) -> frozenset[PersonId]:
        """The lowest level that is held, of what `authors` have decided or sent for this school."""
        await self.learn([where])
        return first_held(self._levels[where], {*self._leads[where], *authors})

    async def above(self, one: Waiting) -> frozenset[PersonId]:
        """The level above it."""
        where = one.case.where
        await self.learn([where])
        return held_above(self._levels[where], {*self._leads[where], *one.authors})

    async def of(self, one: Waiting) -> frozenset[PersonId]:
        """Of what waits: the lowest level, and the one above it once it has waited for five working days."""
        found = await self.holding(one.case.where, one.authors)
        return found | await self.above(one) if await self._moved_up(one) else found

    async def includes(self, actor: Actor, one: Waiting) -> bool:
        """True for one of them."""
        return actor.person is not None and actor.person in await self.of(one)

    async def days(self, one: Waiting) -> tuple[date, date]:
        """When who holds the lowest level is reminded, and when the level above hears of it."""
        unit = _unit(one.case.where)
        await self.learn([one.case.where])
        if unit not in self._calendars:
            self._calendars |= await self._work.plan_lands.calendars_of({unit})
        sent, calendar = local_day(one.since, self._zones[unit]), self._calendars[unit]
        return calendar.after(sent, REMINDED), calendar.after(sent, MOVED_UP)

    async def today(self, where: Territory) -> date:
        """The date on the wall of a school."""
        await self.learn([where])
        return local_day(self._now, self._zones[_unit(where)])

    async def midnight(self, where: Territory, day: date) -> datetime:
        """The beginning of a day there, UTC."""
        await self.learn([where])
        return datetime.combine(day, time(), ZoneInfo(self._zones[_unit(where)])).astimezone(UTC)

    async def _moved_up(self, one: Waiting) -> bool:
        if self._now - one.since < _SHORT:
            return False
        return await self.today(one.case.where) >= (await self.days(one))[1]


def _unit(where: Territory) -> Territory:
    return Territory(where.region, where.municipality)
