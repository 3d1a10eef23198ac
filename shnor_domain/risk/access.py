"""Who may see, enter and decide what of risk profiles (rule 1: what is not named here is denied)."""

from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, RegionId, Role, Territory
from shnor_domain.risk.errors import ProfileByLead
from shnor_domain.territories.access import changes_region, leads, sees_school

MANAGING = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMIN)
ENTERING = (*MANAGING, Role.OBSERVER)
"""Roles that enter profiles of the schools of their territory; a lead enters her own school's."""
READING = (*ENTERING, Role.SCHOOL_LEAD, Role.SCHOOL_CURATOR, Role.MENTOR)


def curates(actor: Actor, where: Territory) -> bool:
    """True for the curator assigned to this school."""
    return where.school is not None and any(
        place.verified and place.role is Role.SCHOOL_CURATOR and where.school in place.assigned
        for place in actor.places
    )


def enters(actor: Actor, where: Territory) -> bool:
    """True for who may enter a profile of this school."""
    return leads(actor, where) or actor.reaches(where, *ENTERING)


def tags(actor: Actor, where: Territory) -> bool:
    """True for who may say that an item of the plan is about a factor: lead, curator, coordinators."""
    return leads(actor, where) or curates(actor, where) or actor.reaches(where, *MANAGING)


def carries(actor: Actor, where: Territory) -> bool:
    """True for who may move open factors to the new school year: lead, coordinators (R105)."""
    return leads(actor, where) or actor.reaches(where, *MANAGING)


def require_reader_at_all(actor: Actor) -> None:
    """Before anything is read: `ProfileByLead` to a teacher, `NotAllowed` to all who read no profile anywhere."""
    if not actor.has(*READING):
        raise ProfileByLead if actor.has(Role.TEACHER) else NotAllowed


def require_sees(actor: Actor, where: Territory | None) -> Territory:
    """The school, when its profile is the actor's to see: coordinators, observers, its lead, curator and mentor. As
    `require_reader_at_all`, and `NotFound` to who reads elsewhere: nothing is told of a school."""
    require_reader_at_all(actor)
    if where is None or where.school is None or not sees_school(actor, where):
        raise NotFound
    return where


def require(allowed: bool) -> None:
    """Of what the actor sees: raise `NotAllowed` unless she may do this too."""
    if not allowed:
        raise NotAllowed


def require_changes_catalogue(actor: Actor, region: RegionId) -> None:
    """The regional coordinator or an admin: `NotAllowed` to who is neither, `NotFound` to one of another region."""
    require(actor.has(Role.REGIONAL_COORDINATOR, Role.ADMIN))
    if not changes_region(actor, Territory(region)):
        raise NotFound
