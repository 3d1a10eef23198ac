"""The daily planning: which items reach whom in the coming days (L1–L5). Nobody's action."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.clock import Clock
from shnor_domain.identity import Territory
from shnor_domain.notifications.model import Notice
from shnor_domain.one_by_one import one_by_one
from shnor_domain.roadmap import notices
from shnor_domain.roadmap.model import ItemId
from shnor_domain.roadmap.notices import midnight
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.roadmap.reckoning import REACH, Answering, Due, answering, due_on
from shnor_domain.roadmap.review_rows import plan_reviews
from shnor_domain.work import Opens

DAYS_AHEAD = 2
"""Local days planned beyond today: the job runs once a day, and no digest may come before it."""


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
        async with self.read() as work:
            units = await work.plan_lands.units()
        return await one_by_one(self.write, units, self._plan, "items of %s could not be planned")

    async def _plan(self, work: RoadmapWork, unit: Territory) -> int:
        now = self.clock.now()
        return await plan_unit(work, unit, now) + await plan_reviews(work, unit, now)


async def plan_unit(
    work: RoadmapWork,
    unit: Territory,
    now: datetime,
    *,
    only: Collection[ItemId] | None = None,
    cause: datetime | None = None,
) -> int:
    """Plan the steps of one municipality with its schools, or of a region's own items, of `only` these where they are
    named; inside an open unit of work, for those who change items too. Of what an act of `cause` brings back no digest
    before it is made up for (L2); what the job has slept through goes with the next one.
    """
    zone = await work.plan_lands.zone_of(unit)
    today = now.astimezone(ZoneInfo(zone)).date()
    items = await work.plans.due_about(unit, today - REACH, today + REACH, now - REACH)
    days = frozenset(today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD + 1))
    calendar = await work.plan_lands.calendar_of(unit)
    due = list(due_on((each for each in items if only is None or each.id in only), calendar, zone, days))
    if not due:
        return 0
    people = await answering(work, unit, (each.item for each in due), today)
    rows = list(_rows(due, people, zone))
    rows = await _not_before_their_readers(work, rows, midnight(today, zone), today, now)
    if cause is not None:
        rows = [replace(row, since=max(cause, row.since or cause)) for row in rows]
    await work.notices.lay(rows)
    return len(rows)


async def _not_before_their_readers(
    work: RoadmapWork, rows: Sequence[Notice], begins: datetime, today: date, now: datetime
) -> list[Notice]:
    """Who holds her place since today has no digest of today made up for that went before she had it (L2): her rows of
    earlier days are never laid, those of later ones in time. What was laid already stays as it is."""
    here = {row.person for row in rows if row.due == begins}
    new = await work.plan_people.assigned_on(here, today) if here else ()
    return [
        replace(row, since=max(now, row.since or now)) if row.due == begins and row.person in new else row
        for row in rows
    ]


def _rows(due: Sequence[Due], people: Answering, zone: str) -> Iterator[Notice]:
    for each in due:
        for person in people.owners[each.item.id]:
            yield notices.step(each.item, each.window, each.step, person, zone)
        if (heard := people.above(each)) is not None:
            for person in heard.people:
                yield notices.escalation(each.item.owner, heard.rung, each.step.day, person, zone)
