"""Plans as people look at them: what of each lies within the actor's reach."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.roadmap.access import manages, sees
from shnor_domain.roadmap.model import Item, ItemId, Plan, PlanId
from shnor_domain.roadmap.plan_rights import may_add, seen_plan
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.roadmap.reach import require_reach
from shnor_domain.roadmap.standing import Counts, counts_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class SeenPlan:
    """A plan and how far what the actor sees of it is."""

    plan: Plan
    counts: Counts


@dataclass(frozen=True, slots=True)
class PlansInReach:
    """Everybody who sees somebody's items: the plans in which they stand. Others get `NotAllowed`."""

    read: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Sequence[SeenPlan]:
        """The latest first."""
        reach = require_reach(actor)
        today = local_day(self.clock.now(), actor.zone)
        async with self.read() as work:
            plans = await work.boards.plans_for(reach)
            counts = await work.boards.by_plan([plan.id for plan in plans], reach, today) if plans else {}
        return [SeenPlan(plan, counts.get(plan.id, Counts())) for plan in plans]


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A row of a plan: an item, and how far its parts are where it has some."""

    item: Item
    parts: Counts | None


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan by numbers. `adds`: the actor may put an item into it; `today` is the reader's day."""

    plan: Plan
    counts: Counts
    entries: Sequence[PlanEntry]
    today: date
    adds: bool
    manages: bool


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """Whoever sees an item of a plan, or the territory that it is of; for all others there is none."""

    read: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor, plan_id: PlanId) -> PlanView:
        """Items that are nobody's part, in the order of the plan. Of an item with one part in sight, the part."""
        reach = require_reach(actor)
        today = local_day(self.clock.now(), actor.zone)
        async with self.read() as work:
            plan = await seen_plan(work, actor, plan_id)
            counts = (await work.boards.by_plan([plan_id], reach, today)).get(plan_id, Counts())
            tops = await work.boards.tops(plan_id, reach)
            parts = await work.boards.parts_of(plan_id, reach, today)
            entries = []
            alone = {top.id for top in tops if not sees(actor, top.owner) and parts.get(top.id, Counts()).total == 1}
            only = {item.parent: item for item in await work.boards.leaves(plan_id, reach)} if alone else {}
            for top in tops:
                entries.append(PlanEntry(only[top.id], None) if top.id in alone else PlanEntry(top, parts.get(top.id)))
        return PlanView(plan, counts, entries, today, may_add(actor, plan), manages(actor, plan.territory))


@dataclass(frozen=True, slots=True)
class OpenParts:
    """The parts of an item that the actor sees; `NotFound` where there are none."""

    read: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor, item: ItemId) -> tuple[Item, Sequence[Item], date]:
        """The item, its parts by municipality, number and name (L8), the reader's day."""
        reach = require_reach(actor)
        async with self.read() as work:
            whole = await work.plans.item(item)
            parts = await work.boards.parts_within(item, reach)
        if whole is None or not parts:
            raise NotFound
        return whole, parts, local_day(self.clock.now(), actor.zone)


@dataclass(frozen=True, slots=True)
class PlanRows:
    """Items as a table or on paper: of one plan every item without parts that the actor sees; `plan` None where they
    are of several."""

    plan: Plan | None
    items: Sequence[Item]
    counts: Counts
    today: date


@dataclass(frozen=True, slots=True)
class PlanAsTable:
    """As `OpenPlan`; of one municipality or school inside of it where `where` says so."""

    read: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor, plan_id: PlanId, where: Territory | None = None) -> PlanRows:
        """In the order of the plan, parts by municipality, number and name."""
        reach = require_reach(actor)
        today = local_day(self.clock.now(), actor.zone)
        async with self.read() as work:
            plan = await seen_plan(work, actor, plan_id)
            items = await work.boards.leaves(plan_id, reach, where)
        return PlanRows(plan, items, counts_of(items, today), today)
