"""Who reads which numbers (rule 1)."""

from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import COORDINATOR_ROLES, HOST_ROLES, Actor, PersonId, Role, Territory

READING = frozenset({*COORDINATOR_ROLES, Role.OBSERVER})
"""Roles that read statistics of their territory; hosts read their own, a teacher none."""


def territories_of(actor: Actor, *roles: Role) -> tuple[Territory, ...]:
    """Regions and municipalities of the actor's places in these roles, the wider first, none inside another."""
    if actor.person is None:
        return ()
    found = [place.territory for place in actor.places if place.verified and place.role in roles]
    wide = sorted({each for each in found if each.region is not None}, key=_width)
    return tuple(each for each in wide if not any(other != each and other.covers(each) for other in wide))


def required_territory(actor: Actor, territory: Territory) -> Territory:
    """The territory, where the actor reads statistics of it; else `NotFound`."""
    if actor.person is None or territory.region is None or not actor.reaches(territory, *READING):
        raise NotFound
    return territory


def required_host(actor: Actor) -> PersonId:
    """The actor as a host; else `NotAllowed`."""
    if actor.person is None or not actor.has(*HOST_ROLES):
        raise NotAllowed
    return actor.person


def _width(territory: Territory) -> tuple[int, int, int, int]:
    narrow = (territory.municipality is not None) + (territory.school is not None)
    return narrow, int(territory.region or 0), int(territory.municipality or 0), int(territory.school or 0)
