"""Who may do what in the permanent seminar (rule 1: what is not named here is denied)."""

from collections.abc import Sequence

from shnor_domain.identity import Actor, Place, RegionId, Role, SchoolId, Territory

RUNNING = (Role.METHODIST, Role.REGIONAL_COORDINATOR)
"""Who runs the seminar of a region, in a place that covers the region as a whole."""
WISHING = (Role.TEACHER, Role.SCHOOL_LEAD)
"""Who wishes for a topic, in her own school."""


def runs(actor: Actor, region: RegionId) -> bool:
    """True for a methodist or coordinator of the whole region (of its municipality is not enough); nobody before
    consent."""
    return actor.person is not None and any(
        _runs(place) and place.territory.covers(Territory(region=region)) for place in actor.places
    )


def regions_run(actor: Actor) -> Sequence[RegionId]:
    """Regions whose seminar the actor runs, by id."""
    if actor.person is None:
        return ()
    found = {place.territory.region for place in actor.places if _runs(place)}
    return sorted(region for region in found if region is not None)


def regions_sat_in(actor: Actor) -> Sequence[RegionId]:
    """Regions inside of which the actor has a verified place, by id."""
    if actor.person is None:
        return ()
    found = {place.territory.region for place in actor.places if place.verified}
    return sorted(region for region in found if region is not None)


def schools_wished_for(actor: Actor) -> Sequence[Territory]:
    """Schools in which the actor may wish for a topic, by id, each once."""
    return _schools(actor, *WISHING)


def schools_led(actor: Actor) -> Sequence[Territory]:
    """Schools for which the actor asks, by id, each once."""
    return _schools(actor, Role.SCHOOL_LEAD)


def region_schools(schools: Sequence[Territory], region: RegionId) -> Sequence[SchoolId]:
    """Those that lie in a region."""
    return [each.school for each in schools if each.region == region and each.school is not None]


def _runs(place: Place) -> bool:
    within = place.territory
    return place.verified and place.role in RUNNING and within.municipality is None and within.school is None


def _schools(actor: Actor, *roles: Role) -> Sequence[Territory]:
    if actor.person is None:
        return ()
    found = {
        place.territory.school: place.territory
        for place in actor.places
        if place.verified and place.role in roles and place.territory.school is not None
    }
    return [found[school] for school in sorted(found, key=int)]
