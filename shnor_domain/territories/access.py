"""Who may see and change what of the reference data (rule 1: what is not named here is denied)."""

from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor, Role, Territory
from shnor_domain.territories.ports import Scope

_WATCH = (Role.ADMIN, Role.REGIONAL_COORDINATOR, Role.MUNICIPAL_COORDINATOR, Role.OBSERVER)
_SUPPORT = frozenset({Role.SCHOOL_CURATOR, Role.MENTOR})


def scope_of(actor: Actor) -> Scope:
    """Schools that the actor may list: of her territory for coordinators and observers, those assigned for
    curators and mentors, her own
    for a head of school. A teacher lists none.
    """
    places = [place for place in actor.places if place.verified]
    watched = [place.territory for place in places if place.role in _WATCH]
    assigned = {school for place in places if place.role in _SUPPORT for school in place.assigned}
    led = {place.territory.school for place in places if place.role is Role.SCHOOL_LEAD}
    return Scope(
        everything=any(territory == Territory() for territory in watched),
        regions=frozenset(
            place.region
            for place in watched
            if place.region is not None and place.municipality is None and place.school is None
        ),
        municipalities=frozenset(
            place.municipality for place in watched if place.municipality is not None and place.school is None
        ),
        schools=frozenset(assigned | {school for school in led if school is not None}),
    )


def sees_school(actor: Actor, where: Territory) -> bool:
    """True when what is told of a school is the actor's to see: she watches its territory (coordinator, observer,
    admin), leads it, or helps it as curator or mentor. A teacher sees none; `where` without a school is seen by who
    watches it alone.
    """
    if actor.reaches(where, *_WATCH):
        return True
    if where.school is None:
        return False
    return any(
        place.verified
        and (
            (place.role is Role.SCHOOL_LEAD and place.territory.school == where.school)
            or (place.role in _SUPPORT and where.school in place.assigned)
        )
        for place in actor.places
    )


def leads(actor: Actor, where: Territory) -> bool:
    """True for a lead, director or deputy, of this very school; False for a `where` without a school."""
    return where.school is not None and any(
        place.verified and place.role is Role.SCHOOL_LEAD and place.territory.school == where.school
        for place in actor.places
    )


def changes_region(actor: Actor, target: Territory) -> bool:
    """True when the actor may change reference data of a region, or of a municipality as a whole: spellings,
    calendars, lists."""
    return actor.reaches(target, Role.REGIONAL_COORDINATOR, Role.ADMIN)


def changes_schools(actor: Actor, target: Territory) -> bool:
    """True when the actor may change schools, their statuses and the weekly days there: also the
    municipality's coordinator."""
    return actor.reaches(target, Role.REGIONAL_COORDINATOR, Role.MUNICIPAL_COORDINATOR, Role.ADMIN)


def require(allowed: bool) -> None:
    """Raise `NotAllowed` unless allowed."""
    if not allowed:
        raise NotAllowed


def require_any(actor: Actor, *roles: Role) -> None:
    """Raise `NotAllowed` unless the actor holds one of the roles anywhere: what is refused before anything is read."""
    require(actor.has(*roles))
