"""Whose items a person's lists hold: `access.sees` told as territories, so that the database can ask for them."""

from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor, Role, Territory
from shnor_domain.roadmap.access import SUPPORTING, WATCHING

PLANNING = frozenset({Role.SCHOOL_LEAD, *SUPPORTING})
"""Who draws up the plan of a pair (R130)."""


def reach_of(actor: Actor) -> tuple[Territory, ...]:
    """Territories whose items are the actor's to see; of assigned schools the id alone. Empty for strangers."""
    found: list[Territory] = []
    for place in actor.places:
        if not place.verified:
            continue
        leads = place.role is Role.SCHOOL_LEAD and place.territory.school is not None
        if place.role in WATCHING or leads:
            found.append(place.territory)
        elif place.role in SUPPORTING:
            found.extend(Territory(school=school) for school in sorted(place.assigned))
    return tuple(dict.fromkeys(found))


def require_reach(actor: Actor) -> tuple[Territory, ...]:
    """The same; raises `NotAllowed` where it is empty."""
    reach = reach_of(actor)
    if not reach:
        raise NotAllowed
    return reach


def watched(actor: Actor) -> tuple[Territory, ...]:
    """Territories that the actor watches as a whole."""
    return tuple(place.territory for place in actor.places if place.verified and place.role in WATCHING)


def narrowed(reach: tuple[Territory, ...], where: Territory) -> tuple[Territory, ...]:
    """What of `reach` lies inside `where`; an assigned school stands for itself when `where` is that school."""
    if any(each.covers(where) for each in reach):
        return (where,)
    return tuple(each for each in reach if where.covers(each))


def plans_with(actor: Actor, school: Territory) -> bool:
    """True when the plan of a pair of `school` is the actor's to draw up: its lead, its curator, its mentor."""
    if school.school is None:
        return False
    return any(
        place.verified
        and (
            (place.role is Role.SCHOOL_LEAD and place.territory.school == school.school)
            or (place.role in SUPPORTING and school.school in place.assigned)
        )
        for place in actor.places
    )


def led_by(actor: Actor) -> tuple[Territory, ...]:
    """Whose items are the actor's own by her places: of schools that she leads, of municipalities that she coordinates;
    of a region that she coordinates those for which nobody else answers (`owning`)."""
    own = []
    for place in actor.places:
        leads = place.role is Role.SCHOOL_LEAD and place.territory.school is not None
        if place.verified and (leads or place.role in (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR)):
            own.append(place.territory)
    return tuple(dict.fromkeys(own))
