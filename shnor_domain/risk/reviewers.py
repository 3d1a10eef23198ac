"""Who confirms or returns now, read once for any number of schools of one unit of work (rule 8)."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime

from shnor_domain.identity import Actor, PersonId, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.risk.deciding import first_held
from shnor_domain.risk.ports import RiskWork

_TOP = Territory()


class Reviewers:
    """The school's curator, else the municipal coordinator, else the regional one, else an administrator. Nobody who
    leads the school is one of them, whatever else she is, and nobody for what is her own."""

    def __init__(self, work: RiskWork, now: datetime) -> None:
        self._work, self._now = work, now
        self._levels: dict[Territory, list[Collection[PersonId]]] = {}
        self._leads: dict[Territory, Collection[PersonId]] = {}

    async def learn(self, schools: Collection[Territory]) -> None:
        """Four statements for each date that there is on their walls."""
        new = {where for where in schools if where.school is not None} - self._levels.keys()
        if not new:
            return
        zones = await self._work.plan_lands.zones_of({_unit(where) for where in new})
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

    async def of(self, where: Territory, authors: Collection[PersonId]) -> frozenset[PersonId]:
        """Of what `authors` have decided or sent for this school."""
        await self.learn([where])
        return first_held(self._levels[where], {*self._leads[where], *authors})

    async def includes(self, actor: Actor, where: Territory, authors: Collection[PersonId]) -> bool:
        """True for one of them."""
        return actor.person is not None and actor.person in await self.of(where, authors)


def _unit(where: Territory) -> Territory:
    return Territory(where.region, where.municipality)
