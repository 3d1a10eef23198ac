"""Who may announce, and to whom at most (rule 1: what is not named here is denied)."""

from shnor_domain.announcements.model import Announcement, By
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, Role, Territory

ANNOUNCING = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMIN)
"""An observer announces nothing, nor does a methodist (product.md)."""


def scopes_of(actor: Actor) -> tuple[By, ...]:
    """As who the actor may announce, the widest first."""
    found = {By(place.role, place.territory) for place in actor.places if place.verified and place.role in ANNOUNCING}
    return tuple(sorted(found, key=lambda by: (by.territory.municipality or 0, by.territory.region or 0)))


def require_scope(actor: Actor, by: By) -> None:
    """Raise `NotAllowed` to who announces nothing, `NotFound` for a place that is not the actor's."""
    if not actor.has(*ANNOUNCING):
        raise NotAllowed
    if by not in scopes_of(actor):
        raise NotFound


def steers(actor: Actor, where: Territory) -> bool:
    """True when the actor may see, stop and correct what is told there: her territory covers the whole audience."""
    return actor.reaches(where, *ANNOUNCING)


def may_erase(actor: Actor, found: Announcement) -> bool:
    """Its sender while she steers it, the level above her, an administrator: no colleague beside her."""
    if not steers(actor, found.by.territory):
        return False
    hers = found.sender is not None and found.sender == actor.person
    where = found.by.territory
    above = (by.role is Role.ADMIN or by.territory != where for by in scopes_of(actor) if by.territory.covers(where))
    return hers or any(above)


def require_steering(actor: Actor, where: Territory | None) -> None:
    """Raise `NotAllowed` to who announces nothing, `NotFound` for what is told elsewhere, or nowhere (None)."""
    if not actor.has(*ANNOUNCING):
        raise NotAllowed
    if where is None or not steers(actor, where):
        raise NotFound
