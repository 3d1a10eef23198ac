"""What schools and who runs the seminar find in the menu."""

from handlers.menu.entries import Entry, Group, Section, having
from handlers.seminars.states import Halves, Seminars
from shnor_domain.identity import SCHOOL_ROLES, Actor, Role
from shnor_domain.seminars.access import regions_run


def runs(actor: Actor) -> bool:
    """Who runs the seminar of a region."""
    return bool(regions_run(actor))


def watches(actor: Actor) -> bool:
    """Who only reads the catalogue: schools and who runs the seminar have a way of their own."""
    return not actor.has(*SCHOOL_ROLES) and not runs(actor) and actor.has(*(set(Role) - {Role.ADMIN}))


ENTRIES = (
    Entry("seminars", Seminars.home, having(*SCHOOL_ROLES), Section.VISITOR),
    Entry("seminar-desk", Halves.all, runs, Section.TERRITORY, groups=(Group.CONSULTATIONS,)),
    Entry("seminar-look", Seminars.home, watches, Section.MORE, groups=(Group.MORE,)),
)
