"""Who may read, enter and mark results, and who may see small groups (rule 9; what is not named here is denied)."""

from collections.abc import Iterable

from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, Role, Territory
from shnor_domain.results.model import Unit
from shnor_domain.territories.access import leads, sees_school

WATCHING = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.OBSERVER, Role.ADMIN)
"""Read and enter results of their territory, mark bias, enter clusters, bring tables."""
READING = (*WATCHING, Role.SCHOOL_LEAD, Role.SCHOOL_CURATOR, Role.MENTOR)
ENTERING = (Role.SCHOOL_LEAD, *WATCHING)
_LEVELS = (
    (Role.MUNICIPAL_COORDINATOR, Unit.MUNICIPALITY),
    (Role.REGIONAL_COORDINATOR, Unit.REGION),
    (Role.OBSERVER, Unit.REGION),
    (Role.ADMIN, Unit.INSTALLATION),
)


def unit_of(actor: Actor, school: Territory) -> Unit | None:
    """As whom the actor enters results of the school: of several places as the nearest to it; None where she may
    not."""
    if leads(actor, school):
        return Unit.SCHOOL
    return next((unit for role, unit in _LEVELS if actor.reaches(school, role)), None)


def sees_small(actor: Actor, school: Territory, unit: Unit) -> bool:
    """True when n and k below `SMALL` are the actor's to see: the school's lead, its curator, and people of exactly the
    place that entered them. Who watches from above or beside sees «меньше 5»."""
    if leads(actor, school) or (school.school is not None and school.school in curated(actor)):
        return True
    if unit is Unit.SCHOOL:
        return False
    place = unit.of(school)
    return any(each.verified and each.role in WATCHING and each.territory == place for each in actor.places)


def curated(actor: Actor) -> frozenset[int]:
    """Ids of schools whose curator she is; a mentor is not."""
    return frozenset(
        school
        for place in actor.places
        if place.verified and place.role is Role.SCHOOL_CURATOR
        for school in place.assigned
    )


def own_units(actor: Actor) -> tuple[Territory, ...]:
    """Territories whose people she belongs to: what they entered is hers to see."""
    return tuple({each.territory for each in actor.places if each.verified and each.role in WATCHING})


def own_schools(actor: Actor) -> frozenset[int]:
    """Ids of schools all of whose numbers are hers to see."""
    led = (each.territory.school for each in actor.places if each.verified and each.role is Role.SCHOOL_LEAD)
    return curated(actor) | {school for school in led if school is not None}


def require_any(actor: Actor, roles: Iterable[Role]) -> None:
    """Raise `NotAllowed` to who holds none of the roles anywhere."""
    if not actor.has(*roles):
        raise NotAllowed


def require_reading(actor: Actor, school: Territory | None) -> Territory:
    """The territory of a school that is the actor's to read; `NotFound` for none and for all others."""
    if school is None or school.school is None or not sees_school(actor, school):
        raise NotFound
    return school


def judges(actor: Actor, school: Territory) -> bool:
    """True when she marks bias at the school and enters its cluster: from above, and never at the one that she leads,
    whatever else she is: nobody decides on herself."""
    return actor.reaches(school, *WATCHING) and not leads(actor, school)


def require_judging(actor: Actor, school: Territory) -> None:
    """Raise `NotAllowed` to who watches nothing or leads this very school, `NotFound` to who watches elsewhere."""
    if leads(actor, school):
        raise NotAllowed
    require_watching(actor, school)


def require_watching(actor: Actor, where: Territory) -> None:
    """Raise `NotAllowed` to who watches nothing, `NotFound` to who watches elsewhere."""
    require_any(actor, WATCHING)
    if not actor.reaches(where, *WATCHING):
        raise NotFound
