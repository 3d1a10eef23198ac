"""What those who name bodies find in the menu; plans are brought in beside other tables (`handlers.imports`)."""

from handlers.menu.entries import Entry, Group, Section, having
from handlers.roadmap.bringing.who_answers import open_bodies
from shnor_domain.identity import Role

ENTRIES = (
    Entry(
        "plan-bodies",
        open_bodies,
        having(Role.REGIONAL_COORDINATOR, Role.ADMIN),
        Section.TERRITORY,
        groups=(Group.MORE,),
    ),
)
