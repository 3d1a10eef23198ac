"""Who confirms an item, where the plan says another level than L5 does."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound, Stale
from shnor_domain.identity import Actor, Territory
from shnor_domain.people.model.audit import AuditEntry, Details
from shnor_domain.roadmap.access import require_manager
from shnor_domain.roadmap.ladder import Rung
from shnor_domain.roadmap.model import ItemId, ItemState
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.work import Opens

NAMED = (Rung.MUNICIPALITY, Rung.REGION)
"""Levels that a plan may name."""


@dataclass(frozen=True, slots=True)
class NameReviewer:
    """Coordinators of the plan's territory or of one above it: one of `NAMED` for an open item, None for whom L5 says.
    `Stale` once it was sent or is done."""

    write: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor, item_id: ItemId, reviewer: Rung | None) -> int:
        """With those of its parts that are open; how many of those who do it that concerns."""
        if reviewer is not None and reviewer not in NAMED:
            raise Invalid("reviewer", "unknown")
        async with self.write() as work:
            item = await work.plans.hold(item_id)
            plan = None if item is None else await work.plans.plan(item.plan)
            require_manager(actor, Territory() if plan is None else plan.territory)
            if item is None:
                raise NotFound
            operation = f"plan-reviewer:{item_id}"
            if (done := await work.applied.result(operation)) is not None:
                return int(done)
            if item.state is not ItemState.OPEN:
                raise Stale
            parts = [part for part in await work.plans.parts(item_id) if part.state is ItemState.OPEN]
            await work.boards.set_reviewer([item_id, *(part.id for part in parts)], reviewer)
            concerned = len(parts) or 1
            details: Details = {"reviewer": None if reviewer is None else reviewer.value}
            now = self.clock.now()
            await work.audit.add(
                AuditEntry(now, actor.person, "plan-item-reviewer", f"item:{item_id}", details=details)
            )
            await work.applied.save(operation, str(concerned))
        return concerned
