"""Which plans are the actor's to see, and to add to."""

from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor
from shnor_domain.roadmap.access import manages, sees
from shnor_domain.roadmap.model import Plan, PlanId, Programme
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.roadmap.reach import plans_with, require_reach


async def seen_plan(work: RoadmapWork, actor: Actor, plan_id: PlanId) -> Plan:
    """The plan; `NotFound` when it is gone, or nothing of it is the actor's to see."""
    plan = await work.plans.plan(plan_id)
    if plan is None:
        raise NotFound
    if not sees(actor, plan.territory) and not await work.boards.tops(plan_id, require_reach(actor)):
        raise NotFound
    return plan


def may_add(actor: Actor, plan: Plan) -> bool:
    """True for who manages the plan's territory, and for a pair's plan for who draws it up (R130)."""
    pair = plan.programme is Programme.PAIR and plans_with(actor, plan.territory)
    return pair or manages(actor, plan.territory)


def require_adding(actor: Actor, plan: Plan | None) -> Plan:
    """The plan; `NotFound` to who sees nothing of it, `NotAllowed` to who only sees it."""
    if plan is None:
        raise NotFound
    if may_add(actor, plan):
        return plan
    raise NotAllowed if sees(actor, plan.territory) else NotFound
