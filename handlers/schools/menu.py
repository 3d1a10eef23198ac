"""What those who have schools find in the menu."""

from handlers.menu.entries import Entry, Group, Section, having
from handlers.schools import unreached
from handlers.schools.listing import open_schools
from handlers.schools.states import Attention, YearList
from handlers.schools.views import SEE_LISTS
from shnor_domain.identity import Actor, Role

WHO = (*SEE_LISTS, Role.SCHOOL_CURATOR, Role.MENTOR, Role.SCHOOL_LEAD)
of_region = having(Role.REGIONAL_COORDINATOR)


def of_schools(actor: Actor) -> bool:
    """A coordinator of a region begins with its municipalities: the same windows under another word (S3)."""
    return actor.has(*WHO) and not of_region(actor)


ENTRIES = (
    Entry("units", open_schools, of_region, Section.TERRITORY),
    Entry("schools", open_schools, of_schools, Section.TERRITORY),
)
YEARS = (
    Entry("year", YearList.status, having(*SEE_LISTS), Section.TERRITORY, groups=(Group.MORE,), at_hand=of_region),
    Entry("attention", Attention.all, having(*SEE_LISTS), Section.TERRITORY, groups=(Group.MORE,)),
)
HEADLINES = (unreached.headline,)
