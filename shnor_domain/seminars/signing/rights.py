"""Who acts for whom, and whether places that come and go still carry a seat; pure."""

from collections.abc import Collection, Mapping
from datetime import datetime

from shnor_domain.identity import Actor, Place, Role, SchoolId, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.seminars.events.inviting import invites
from shnor_domain.seminars.events.model import Event
from shnor_domain.territories.access import leads

_ABOVE = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR)


def meant_for(event: Event, place: Place) -> bool:
    """As `invites`, whatever the list of the year says."""
    school = place.territory.school
    return school is not None and invites(event, place, {school})


def role_over(actor: Actor, school: Territory) -> Role | None:
    """In which role the actor signs up people of a school: as its lead, or as a coordinator over it; None where she
    does not."""
    if actor.person is None:
        return None
    if leads(actor, school):
        return Role.SCHOOL_LEAD
    return next((role for role in _ABOVE if actor.reaches(school, role)), None)


def uninvited(
    event: Event, starts: datetime, places: Mapping[Place, str], project: Collection[SchoolId], now: datetime
) -> bool:
    """True when a place that had invited her is over, and none invites any longer that is in force today or on the day
    of the first lesson, at `starts`.

    `places` are all that she ever had, each with the zone of its calendar. A list of schools that has changed takes no
    seat.
    """
    meant = [place for place in places if meant_for(event, place)]
    held = [place for place in meant if any(place.holds_on(local_day(at, places[place])) for at in (now, starts))]
    if any(invites(event, place, project) for place in held):
        return False
    over = [place for place in meant if _over(place, places[place], now)]
    return any(invites(event, place, project) for place in over) or (bool(over) and not held)


def _over(place: Place, zone: str, now: datetime) -> bool:
    return place.ends is not None and place.ends < local_day(now, zone)
