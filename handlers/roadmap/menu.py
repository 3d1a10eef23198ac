"""What those who have plans find in the menu (screens.md S3)."""

from typing import Any

from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from handlers.menu.entries import Entry, Section, having
from handlers.roadmap.mine import has_some, open_mine, soon
from handlers.roadmap.plans import open_plans
from handlers.texts import Texts
from shnor_domain.identity import Actor, Role
from shnor_domain.roadmap.access import SUPPORTING, WATCHING
from shnor_domain.roadmap.use_cases.progress import ShowProgress

SEE_PLANS = (*WATCHING, *sorted(SUPPORTING, key=lambda role: role.value))


def has_no_school(actor: Actor) -> bool:
    """Who may answer for a body of the region: she has items of her own and leads no school, and has no list of plans
    from which they could be opened."""
    return actor.person is not None and not actor.has(Role.SCHOOL_LEAD, Role.MUNICIPAL_COORDINATOR)


@inject
async def late(*, actor: Actor, texts: Texts, progress: FromDishka[ShowProgress], **_: Any) -> str | None:
    """«Срок прошёл: 7 пунктов в 4 школах», to who coordinates a municipality, of that, whatever other places she has;
    nothing while nothing is late."""
    units = {each.territory for each in actor.places if each.verified and each.role is Role.MUNICIPAL_COORDINATOR}
    found = [await progress(actor, unit) for unit in sorted(units, key=repr)]
    schools = sum(row.where.school is not None and row.counts.passed > 0 for one in found for row in one.shares)
    items = sum(one.total.passed for one in found)
    return texts("menu-late", items=items, schools=schools) if items else None


ENTRIES = (
    Entry("plan", open_mine, having(Role.SCHOOL_LEAD), Section.SCHOOL, count=soon),
    Entry("plans", open_plans, having(*SEE_PLANS), Section.TERRITORY),
    Entry("body", open_mine, has_no_school, Section.TERRITORY, count=soon, shown=has_some),
)
HEADLINES = (late,)
