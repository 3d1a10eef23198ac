"""The daily planning: which items reach whom in the coming days (L1–L5). Nobody's action."""

import logging
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.clock import Clock
from shnor_domain.identity import PersonId, SchoolId, Territory
from shnor_domain.notifications.model import Notice
from shnor_domain.roadmap import notices
from shnor_domain.roadmap.ladder import Rung, Step, rungs, steps, ways_up
from shnor_domain.roadmap.model import Item
from shnor_domain.roadmap.periods.model import Window
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.roadmap.review_rows import plan_reviews
from shnor_domain.territories.calendar import Calendar
from shnor_domain.work import Opens

logger = logging.getLogger(__name__)

DAYS_AHEAD = 2
"""Local days planned beyond today: the job runs once a day, and no digest may come before it."""
REACH = timedelta(days=45)
"""So far from its last day a step may lie: seven working days over the longest holidays, and then some."""


@dataclass(frozen=True, slots=True)
class PlanSteps:
    """Rows for today and the next days, any number of times: each has its key. A municipality is a unit of its own, so
    that one cannot hold up the rest.
    """

    read: Opens[RoadmapWork]
    write: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self) -> int:
        """How many rows are planned for these days, old ones included."""
        planned = 0
        async with self.read() as work:
            units = await work.plan_lands.units()
        for unit in units:
            try:
                async with self.write() as work:
                    planned += await plan_unit(work, unit, self.clock.now())
                    planned += await plan_reviews(work, unit, self.clock.now())
            except Exception:
                logger.exception("items of %s could not be planned", unit)
        return planned


async def plan_unit(work: RoadmapWork, unit: Territory, now: datetime) -> int:
    """Plan the steps of one municipality with its schools, or of a region's own items; inside an open unit of work,
    for those who change items too.
    """
    zone = await work.plan_lands.zone_of(unit)
    today = now.astimezone(ZoneInfo(zone)).date()
    items = await work.plans.due_about(unit, today - REACH, today + REACH, now - REACH)
    days = frozenset(today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD + 1))
    calendar = await work.plan_lands.calendar_of(unit)
    due = [found for item in items for found in _due(item, calendar, zone, days)]
    if not due:
        return 0
    people = await _people(work, unit, {item for item, _, _ in due}, today)
    rows = list(_rows(due, people, zone))
    await work.notices.lay(rows)
    return len(rows)


@dataclass(frozen=True, slots=True)
class _People:
    """Who answers in one unit: owners by item, curators by school, coordinators of the municipality and the region."""

    owners: Mapping[int, Collection[PersonId]]
    curators: Mapping[SchoolId, Collection[PersonId]]
    municipality: Collection[PersonId]
    region: Collection[PersonId]

    def of(self, rung: Rung, item: Item) -> Collection[PersonId]:
        """Of one rung, the owner herself left out (L4)."""
        if rung is Rung.CURATOR:
            found = self.curators.get(item.owner.school, ()) if item.owner.school is not None else ()
        else:
            found = self.municipality if rung is Rung.MUNICIPALITY else self.region
        return [person for person in found if person not in self.owners[item.id]]

    def holds(self, rung: Rung, item: Item) -> bool:
        """True when the level is held, be it by the owner."""
        if rung is Rung.CURATOR:
            return item.owner.school is not None and bool(self.curators.get(item.owner.school))
        return bool(self.municipality if rung is Rung.MUNICIPALITY else self.region)


def _due(item: Item, calendar: Calendar, zone: str, days: Collection[date]) -> Iterator[tuple[Item, Window, Step]]:
    known = item.known.astimezone(ZoneInfo(zone)).date()
    returned = None if item.returned is None else item.returned.astimezone(ZoneInfo(zone)).date()
    for window in item.period.windows:
        for step in steps(window.last, calendar, known, returned):
            if step.day in days:
                yield item, window, step


async def _people(work: RoadmapWork, unit: Territory, items: Collection[Item], today: date) -> _People:
    schools = {item.owner.school for item in items if item.owner.school is not None}
    leads = await work.plan_people.leads(schools, today) if schools else {}
    municipality: Sequence[PersonId] = ()
    if unit.municipality is not None:
        municipality = await work.plan_people.coordinators(unit, today)
    owners: dict[int, Collection[PersonId]] = {}
    for item in items:
        if item.owner.school is not None:
            owners[item.id] = leads.get(item.owner.school, ())
        elif item.owner.municipality is not None:
            owners[item.id] = municipality
        else:
            owners[item.id] = await _of_chief(work, item)
    return _People(
        owners,
        await work.plan_people.curators(schools, today) if schools else {},
        municipality,
        await work.plan_people.coordinators(Territory(unit.region), today),
    )


async def _of_chief(work: RoadmapWork, item: Item) -> Sequence[PersonId]:
    """The first named is chief (D)."""
    if item.owner.region is None or not item.bodies:
        return ()
    return await work.plan_people.of_body(item.owner.region, item.bodies[0])


def _rows(due: Sequence[tuple[Item, Window, Step]], people: _People, zone: str) -> Iterator[Notice]:
    for item, window, step in due:
        for rung in rungs(item.level, step):
            if rung is Rung.OWNER:
                for person in people.owners[item.id]:
                    yield notices.step(item, window, step, person, zone)
                continue
            held = next((each for each in ways_up(rung) if people.holds(each, item)), None)
            if held is None:
                continue
            missing = None if held is rung else rung
            for person in people.of(held, item):
                yield notices.escalation(item.owner, held, step.day, person, zone, missing)
