"""What an «актированный день» of a municipality means for items due that day (L7)."""

from dataclasses import dataclass
from datetime import date, datetime

from shnor_domain.clock import Clock
from shnor_domain.identity import Actor, Territory
from shnor_domain.roadmap.access import require_manager
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.roadmap.reckoning import REACH
from shnor_domain.roadmap.use_cases.steps import plan_unit
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class DueThen:
    """Open items without parts of a municipality and its schools that are due on a day, and of how many schools."""

    items: int
    schools: int


@dataclass(frozen=True, slots=True)
class CountDue:
    """Coordinators of the municipality, or of one above: what a called-off day would put off. Changes nothing."""

    read: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor, where: Territory, day: date) -> DueThen:
        """What was put off to that day already is due then."""
        require_manager(actor, where)
        async with self.read() as work:
            found = await work.plans.due_about(where, day, day, self.clock.now())
        due = [item for item in found if any(window.last == day for window in item.left)]
        return DueThen(len(due), len({item.owner.school for item in due if item.owner.school is not None}))


@dataclass(frozen=True, slots=True)
class CountBack:
    """Likewise: what the undo of a called-off day would bring back to it. Changes nothing."""

    read: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor, where: Territory, day: date) -> int:
        """Open items that are due after `day` as it is called off, and those that were put off to it from days
        before."""
        require_manager(actor, where)
        async with self.read() as work:
            found = await work.plans.due_about(where, day - REACH, day, self.clock.now())
        return sum(
            any(
                plan.last <= day < left.last
                for plan, left in zip(item.planned[item.confirmed :], item.left, strict=True)
            )
            for item in found
        )


async def on_called_off(work: RoadmapWork, where: Territory, day: date, now: datetime) -> None:
    """The steps of the coming days, as what is due then has them now; those laid for another day go unsaid as they
    are re-checked (Q3)."""
    await plan_unit(work, where, now)
