"""What those who have schools find in the menu."""

from handlers.menu.entries import Entry, Group, Section, having
from handlers.schools import unreached
from handlers.schools.listing import open_schools
from handlers.schools.states import Attention, YearList
from handlers.schools.views import SEE_LISTS
from shnor_domain.identity import Role

WHO = (*SEE_LISTS, Role.SCHOOL_CURATOR, Role.MENTOR, Role.SCHOOL_LEAD)

ENTRIES = (
    Entry("schools", open_schools, having(*WHO), Section.TERRITORY),
    Entry("year", YearList.status, having(*SEE_LISTS), Section.TERRITORY, groups=(Group.MORE,)),
    Entry("attention", Attention.all, having(*SEE_LISTS), Section.TERRITORY, groups=(Group.MORE,)),
)
HEADLINES = (unreached.headline,)
