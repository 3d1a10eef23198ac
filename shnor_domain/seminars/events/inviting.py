"""Whom an event invites, and who may read of it (I26): pure."""

from collections.abc import Collection, Mapping

from shnor_domain.identity import Place, Role, SchoolId
from shnor_domain.seminars.events.model import Event
from shnor_domain.seminars.model import Audience

AUDIENCE: Mapping[Audience, frozenset[Role]] = {
    Audience.TEACHERS: frozenset({Role.TEACHER, Role.SCHOOL_LEAD}),
    Audience.TEAMS: frozenset({Role.SCHOOL_LEAD}),
}
"""In which places of a school one is invited."""


def invites(event: Event, place: Place, project: Collection[SchoolId]) -> bool:
    """True when who holds this place may sign up: audience, territory and, where asked, only schools of the project.
    `project` are schools that are on the list of the year."""
    return place.role in AUDIENCE[event.terms.audience] and shown_to(event, place, project)


def shown_to(event: Event, place: Place, project: Collection[SchoolId]) -> bool:
    """True when who holds this place may read all of a published event: it is for where she works, whatever her
    role."""
    where, town = place.territory, event.terms.municipality
    if not place.verified or where.region != event.region:
        return False
    if town is not None and where.municipality not in (None, town):
        return False
    return not event.terms.project_schools_only or where.school is None or where.school in project
