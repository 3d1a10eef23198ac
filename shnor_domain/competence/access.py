"""Who reads tables of competence, who enters them, and who sees the counts of few (rules 1 and 9)."""

from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, Place, Role, Territory
from shnor_domain.territories.access import leads, sees_school

_UNITS = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.OBSERVER, Role.METHODIST)
"""Who enters for a municipality or a region: its coordinator, an analyst, a methodist of the institute or the
municipality."""
ENTERING = (*_UNITS, Role.SCHOOL_LEAD, Role.ADMIN)
WATCHING = (*_UNITS, Role.ADMIN)
READING = (*ENTERING, Role.SCHOOL_CURATOR, Role.MENTOR)


def reads(actor: Actor, where: Territory) -> bool:
    """Who watches the territory, a methodist in hers, and of a school its lead, curator and mentor. A teacher and a
    tutor read none."""
    return sees_school(actor, where) or actor.reaches(where, Role.METHODIST)


def watches(actor: Actor, where: Territory) -> bool:
    """Who has tables of several schools before her: she is told what a table says in a sentence (R168)."""
    return actor.reaches(where, *WATCHING)


def unit_of(actor: Actor, where: Territory) -> Territory | None:
    """The unit for which the actor enters a table of `where`: her school, else her municipality, else her region;
    None when she may not. The operator enters for the territory itself: an installation is no unit."""
    if leads(actor, where):
        return where
    units = [place.territory for place in _held(actor, *_UNITS) if place.territory.covers(where)]
    if units:
        return min(units, key=lambda unit: (unit.municipality is None, unit.region is None))
    return where if actor.reaches(where, Role.ADMIN) else None


def sees_few(actor: Actor, where: Territory, unit: Territory) -> bool:
    """True for the unit that entered a table and, of a school's table, for the school's lead and curator."""
    if any(place.territory == unit for place in _held(actor, *_UNITS, Role.SCHOOL_LEAD)):
        return True
    return leads(actor, where) or any(where.school in place.assigned for place in _held(actor, Role.SCHOOL_CURATOR))


def require_reader(actor: Actor) -> None:
    """Raise `NotAllowed` to whoever reads no table at all."""
    if not actor.has(*READING):
        raise NotAllowed


def require_reads(actor: Actor, where: Territory | None) -> Territory:
    """The territory; raises `NotFound` where there is none, or none that she reads."""
    if where is None or not reads(actor, where):
        raise NotFound
    return where


def require_unit(actor: Actor, where: Territory | None) -> tuple[Territory, Territory]:
    """The territory and the unit she enters for; raises `NotFound` where she may not."""
    unit = None if where is None else unit_of(actor, where)
    if where is None or unit is None:
        raise NotFound
    return where, unit


def _held(actor: Actor, *roles: Role) -> list[Place]:
    return [place for place in actor.places if place.verified and place.role in roles]
