"""Days for an item that is in a plan already: steps of programmes begin without any."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound, Stale
from shnor_domain.identity import Actor, Territory
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.roadmap.model import ItemId, ItemState
from shnor_domain.roadmap.periods.model import Period
from shnor_domain.roadmap.plan_rights import require_adding
from shnor_domain.roadmap.ports import Before, RoadmapWork
from shnor_domain.roadmap.use_cases.adding import VERBATIM
from shnor_domain.roadmap.use_cases.steps import plan_unit
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class DateItem:
    """Who may add to the plan: other words and days for an open item. `Stale` once it was sent or is done."""

    write: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor, item_id: ItemId, period: Period) -> int:
        """With those of its parts that are open; how many of those who do it that concerns. Known since now: steps of
        the past are not made up for (L2)."""
        if len(period.verbatim) > VERBATIM:
            raise Invalid("period", "long")
        now = self.clock.now()
        async with self.write() as work:
            item = await work.plans.hold(item_id)
            require_adding(actor, None if item is None else await work.plans.plan(item.plan))
            if item is None:
                raise NotFound
            operation = f"plan-date:{item_id}"
            if (done := await work.applied.result(operation)) is not None:
                return int(done)
            if item.state is not ItemState.OPEN:
                raise Stale
            parts = [part for part in await work.plans.parts(item_id) if part.state is ItemState.OPEN]
            dated = [item, *parts]
            await work.boards.set_period([one.id for one in dated], period)
            await work.shifts.put([Before(one.id, period.windows, now) for one in dated])
            for unit in dict.fromkeys(Territory(one.owner.region, one.owner.municipality) for one in dated):
                await plan_unit(work, unit, now)
            concerned = len(parts) or 1
            await work.audit.add(AuditEntry(now, actor.person, "plan-item-date", f"item:{item_id}"))
            await work.applied.save(operation, str(concerned))
        return concerned
