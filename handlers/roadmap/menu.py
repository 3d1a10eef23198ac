"""What those who have plans find in the menu (screens.md S3)."""

from handlers.menu.entries import Entry, Section, having
from handlers.roadmap.mine import has_some, open_mine, soon
from handlers.roadmap.plans import open_plans
from shnor_domain.identity import Actor, Role
from shnor_domain.roadmap.access import SUPPORTING, WATCHING

SEE_PLANS = (*WATCHING, *sorted(SUPPORTING, key=lambda role: role.value))


def has_no_school(actor: Actor) -> bool:
    """Who may answer for a body of the region: she has items of her own and leads no school, and has no list of plans
    from which they could be opened."""
    return actor.person is not None and not actor.has(Role.SCHOOL_LEAD, Role.MUNICIPAL_COORDINATOR)


ENTRIES = (
    Entry("plan", open_mine, having(Role.SCHOOL_LEAD), Section.SCHOOL, count=soon),
    Entry("plans", open_plans, having(*SEE_PLANS), Section.TERRITORY),
    Entry("body", open_mine, has_no_school, Section.TERRITORY, count=soon, shown=has_some),
)
