"""What those who bring tables find in the menu."""

from handlers.imports.states import Imports
from handlers.menu.entries import Entry, Group, Section, having
from shnor_domain.identity import Role

ENTRIES = (
    Entry(
        "import",
        Imports.kind,
        having(Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.OBSERVER, Role.ADMIN),
        Section.TERRITORY,
        groups=(Group.MORE,),
    ),
)
