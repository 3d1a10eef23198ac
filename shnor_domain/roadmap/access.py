"""Who may see, send, and change what of a road map (rule 1: what is not named here is denied)."""

from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, Role, Territory
from shnor_domain.territories.access import sees_school

MANAGING = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMIN)
"""Roles that bring in plans, move their days and see everything inside of their territory."""
WATCHING = (*MANAGING, Role.OBSERVER)
SUPPORTING = frozenset({Role.SCHOOL_CURATOR, Role.MENTOR})


def manages(actor: Actor, where: Territory) -> bool:
    """True when plans of `where` are the actor's to change: a coordinator of it or of what lies above, an admin."""
    return actor.reaches(where, *MANAGING)


def sees(actor: Actor, where: Territory) -> bool:
    """True when the items of `where` are the actor's to see, as everything told of it (`sees_school`). Of a body named
    in an item the use case asks the table of bodies.
    """
    return sees_school(actor, where)


def require_manager(actor: Actor, where: Territory) -> None:
    """Raise `NotAllowed` to who manages nothing, `NotFound` to who manages elsewhere: both tell nothing of `where`."""
    if not actor.has(*MANAGING):
        raise NotAllowed
    if not manages(actor, where):
        raise NotFound
