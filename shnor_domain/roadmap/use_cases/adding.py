"""The plan of a pair (R130), and items added to a plan or taken out of it one by one."""

from dataclasses import dataclass, field
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotAllowed, NotFound, Stale
from shnor_domain.identity import Actor, Territory
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.model.days import local_day
from shnor_domain.roadmap.deciding import follow
from shnor_domain.roadmap.model import Item, ItemId, ItemState, Plan, PlanId, Programme
from shnor_domain.roadmap.periods.model import Customs, Period, Question, plan_for
from shnor_domain.roadmap.periods.reading import read_period
from shnor_domain.roadmap.plan_rights import require_adding
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.roadmap.programmes import school_year_window, template
from shnor_domain.roadmap.reach import PLANNING, plans_with
from shnor_domain.roadmap.review_notices import review_subject
from shnor_domain.roadmap.use_cases.steps import plan_unit
from shnor_domain.territories.model import school_year_of
from shnor_domain.work import Opens

TITLE = 500
"""Letters of a title that is typed."""
VERBATIM = 200
"""Letters of a period that is typed."""


@dataclass(frozen=True, slots=True)
class StartPairPlan:
    """The lead of a school, its curator, its mentor: the plan of interaction of this school year."""

    write: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: Territory) -> PlanId:
        """The one that is there already, else an empty one."""
        if not actor.has(*PLANNING):
            raise NotAllowed
        if school.school is None or not plans_with(actor, school):
            raise NotFound
        now = self.clock.now()
        async with self.write() as work:
            whole = await work.boards.school(school.school)
            if whole is None or whole.region is None:
                raise NotFound
            await work.boards.take_turns(whole.region)
            window = school_year_window(school_year_of(local_day(now, await work.plan_lands.zone_of(whole))))
            for plan in await work.plans.within([whole]):
                if plan.programme is Programme.PAIR and plan.window == window:
                    return plan.id
            title = f"{template(Programme.PAIR).title}, {window.first.year}/{window.last.year % 100:02}"
            made = await work.plans.add(Plan(PlanId(0), title, Programme.PAIR, whole, window, "", now), ())
            await work.audit.add(AuditEntry(now, actor.person, "plan-start", f"plan:{made}"))
        return made


@dataclass(frozen=True, slots=True)
class ReadTyped:
    """Who may add to the plan: what a typed period means in it, or a question with readings to choose from."""

    read: Opens[RoadmapWork]
    customs: Customs = field(default_factory=Customs)

    async def __call__(self, actor: Actor, plan_id: PlanId, typed: str) -> Period | Question:
        """«без срока» has no windows."""
        async with self.read() as work:
            plan = require_adding(actor, await work.plans.plan(plan_id))
        return read_period(typed, plan_for(plan.window), self.customs)


@dataclass(frozen=True, slots=True)
class AddItem:
    """Coordinators in their own plans, in the plan of a pair also its school's lead, curator and mentor. `Invalid` for
    an empty or too long title."""

    write: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor, plan_id: PlanId, title: str, period: Period) -> ItemId:
        """Behind the last item, of the plan's own territory; known since now (L2)."""
        title = " ".join(title.split())
        if not title:
            raise Invalid("title", "empty")
        if len(title) > TITLE or len(period.verbatim) > VERBATIM:
            raise Invalid("title", "long")
        now = self.clock.now()
        async with self.write() as work:
            plan = require_adding(actor, await work.plans.plan(plan_id))
            if (done := await work.applied.result(f"plan-add:{plan_id}")) is not None:
                return ItemId(int(done))
            position = await work.boards.next_position(plan_id)
            new = Item(ItemId(0), plan_id, None, position, str(position), title, period, plan.territory, now)
            made = await work.boards.add_item(new)
            await _lay(work, plan.territory, now)
            await work.audit.add(AuditEntry(now, actor.person, "plan-item-add", f"item:{made}"))
            await work.applied.save(f"plan-add:{plan_id}", str(made))
        return made


@dataclass(frozen=True, slots=True)
class DropItem:
    """«Убрать из плана»: who may add to the plan, an item that is not confirmed yet. `Stale` once it is, or is gone."""

    write: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor, item_id: ItemId) -> None:
        """With its parts; those that are confirmed stay, and their whole is done. Nothing is deleted: what was sent
        stays, what was to be said of it goes unsaid."""
        now = self.clock.now()
        async with self.write() as work:
            item = await work.plans.hold(item_id)
            plan = None if item is None else await work.plans.plan(item.plan)
            require_adding(actor, plan)
            if item is None:
                raise NotFound
            if await work.applied.result(f"plan-drop:{item_id}") is not None:
                return
            if item.state in (ItemState.DONE, ItemState.DROPPED):
                raise Stale
            parts = await work.plans.parts(item_id)
            await work.boards.drop([part.id for part in parts])
            if not parts:
                await work.boards.drop([item_id])
            await _follow(work, item_id if parts else item.parent)
            gone = (item, *parts)
            about = [*(f"item:{one.id}" for one in gone), *(review_subject(one) for one in gone)]
            await work.notices.cancel_all(about, now)
            await work.audit.add(AuditEntry(now, actor.person, "plan-item-drop", f"item:{item_id}"))
            await work.applied.save(f"plan-drop:{item_id}", "done")


async def _follow(work: RoadmapWork, whole: ItemId | None) -> None:
    """A whole goes with the last of its parts, and is done when those that stay are."""
    parts = [] if whole is None else await work.plans.parts(whole)
    if whole is not None and all(part.state is ItemState.DROPPED for part in parts):
        await work.boards.drop([whole])
    elif parts:
        await follow(work, parts[0])


async def _lay(work: RoadmapWork, owner: Territory, now: datetime) -> None:
    await plan_unit(work, Territory(owner.region, owner.municipality), now)
