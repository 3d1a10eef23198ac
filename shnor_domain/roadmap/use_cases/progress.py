"""How far municipalities and schools are (500+ indicator 7, R109)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.roadmap.access import sees
from shnor_domain.roadmap.benches import Benches
from shnor_domain.roadmap.ladder import Rung
from shnor_domain.roadmap.model import Item, PlanId, Programme
from shnor_domain.roadmap.plan_rights import seen_plan
from shnor_domain.roadmap.ports import By, ProgressRow, RoadmapWork
from shnor_domain.roadmap.programmes import Progress, Turn, progress_of
from shnor_domain.roadmap.reach import narrowed, plans_with, require_reach
from shnor_domain.roadmap.standing import Counts, counts_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Progressed:
    """How far a territory is; `by` tells what the rows are about, `where` is None at the actor's whole reach."""

    where: Territory | None
    by: By
    total: Counts
    shares: Sequence[ProgressRow]
    today: date


@dataclass(frozen=True, slots=True)
class ShowProgress:
    """Whoever watches territories or helps schools: her municipalities, of one municipality its schools, of all plans
    or of one. What lies elsewhere is not counted; `NotFound` where nothing of `where` is hers."""

    read: Opens[RoadmapWork]
    clock: Clock

    async def __call__(
        self, actor: Actor, where: Territory | None = None, plan: PlanId | None = None, by: By | None = None
    ) -> Progressed:
        """By municipality, number, name, never by lateness (L8); `by` where other rows are wanted than those of the
        next level. Counted are items without parts that did not leave their plan; the share is that of the confirmed
        (indicator 7 of «500+»)."""
        reach = require_reach(actor)
        today = local_day(self.clock.now(), actor.zone)
        if by is None:
            by = _level(reach if where is None else (where,))
        async with self.read() as work:
            if plan is not None:
                await seen_plan(work, actor, plan)
            shares = await work.boards.shares(reach, by, plan, today, where)
        if where is not None and not shares and not narrowed(reach, where):
            raise NotFound
        return Progressed(where, by, sum((each.counts for each in shares), Counts()), shares, today)


def _level(places: Sequence[Territory]) -> By:
    """Schools of one municipality, or some schools, go by school; all else by municipality."""
    one = len({each.municipality for each in places}) == 1 and all(each.municipality is not None for each in places)
    return By.SCHOOL if one or all(each.school is not None for each in places) else By.MUNICIPALITY


@dataclass(frozen=True, slots=True)
class OwnerPlan:
    """What one municipality, region or school has to do, plan by plan in their order. `medk` is how far it is in МЭДК,
    `reviewer` the level that its next step waits for, None where no level has anybody left; `pairs` where the actor may
    draw up its plan of interaction."""

    where: Territory
    items: Sequence[Item]
    counts: Counts
    today: date
    medk: Progress | None
    reviewer: Rung | None
    pairs: bool


@dataclass(frozen=True, slots=True)
class ShowOwnerItems:
    """Whoever sees them; `NotFound` for all others."""

    read: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor, where: Territory, plan: PlanId | None = None) -> OwnerPlan:
        """Items of exactly this owner, by plan and number."""
        require_reach(actor)
        if not sees(actor, where):
            raise NotFound
        today = local_day(self.clock.now(), actor.zone)
        async with self.read() as work:
            items = sorted(
                (item for item in await work.plans.owned_by([where]) if plan is None or item.plan == plan),
                key=lambda item: (item.plan, item.position, item.id),
            )
            medk = {each.id for each in await work.boards.plans_for([where]) if each.programme is Programme.MEDK}
            progress = progress_of([item for item in items if item.plan == max(medk, default=None)])
            reviewer = await self._reviewer(work, progress)
        return OwnerPlan(where, items, counts_of(items, today), today, progress, reviewer, plans_with(actor, where))

    async def _reviewer(self, work: RoadmapWork, progress: Progress | None) -> Rung | None:
        """Who has the next step of МЭДК while it waits (L5)."""
        if progress is None or progress.next is None or progress.turn is not Turn.REVIEWER:
            return None
        return await Benches(work, self.clock.now()).standing(progress.next)
