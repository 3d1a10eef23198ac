"""For whom an event is there to be signed up for, read inside an open unit of work."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from shnor_domain.errors import NotFound
from shnor_domain.identity import COORDINATOR_ROLES, Actor, PersonId, Place, Role, SchoolId, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.seminars.access import runs
from shnor_domain.seminars.events.changing import leads
from shnor_domain.seminars.events.inviting import invites
from shnor_domain.seminars.events.model import Event, EventId, EventState
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.signing.model import SignUp, Sits
from shnor_domain.seminars.signing.rights import role_over


async def project_schools(
    work: EventWork, event: Event, places: Iterable[Place], now: datetime
) -> Collection[SchoolId]:
    """Those of the places that are on the list of the year; none is looked up where it does not matter."""
    if not event.terms.project_schools_only:
        return frozenset()
    schools = {place.territory.school for place in places if place.territory.school is not None}
    return await work.lands.supported(schools, local_day(now, await work.lands.zone_of(Territory(event.region))))


async def invited(
    work: EventWork, event: Event, places: Sequence[Place], now: datetime
) -> Mapping[SchoolId, Territory]:
    """Schools of these places as which the event invites, by id."""
    project = await project_schools(work, event, places, now)
    found = {
        place.territory.school: place.territory
        for place in places
        if invites(event, place, project) and place.territory.school is not None
    }
    return {school: found[school] for school in sorted(found)}


async def published(work: EventWork, actor: Actor, event_id: EventId, now: datetime) -> Event:
    """An event that was published and is the actor's to see: it invites her, or schools over which she is, she has or
    had a seat of it, runs or leads it. `NotFound` for all others."""
    event = await work.seminar_events.get(event_id)
    if event is None or event.state is EventState.DRAFT or not event.lessons or actor.person is None:
        raise NotFound
    if runs(actor, event.region) or leads(actor, event) or await invited(work, event, actor.places, now):
        return event
    if role_over(actor, open_to(event)) is not None:
        return event
    if any(each.event == event_id for each in await work.event_signups.of_person(actor.person)):
        return event
    if any(open_to(event).covers(where) for where in _coordinated(actor)):
        return event
    raise NotFound


def open_to(event: Event) -> Territory:
    """Its region, or one municipality of it."""
    return Territory(event.region, event.terms.municipality)


async def acts_for(work: EventWork, actor: Actor, signup: SignUp) -> bool:
    """True for herself, for a lead of the school on whose quota it is, and for a coordinator over that."""
    if actor.person is None:
        return False
    if signup.sits is Sits.SELF and signup.person == actor.person:
        return True
    return await acting_role(work, actor, signup) is not None


async def acting_role(work: EventWork, actor: Actor, signup: SignUp) -> Role | None:
    """In which role the actor is over the school on whose quota it is; of a merged one over its successor (I18). None
    where she is not."""
    if signup.school is None:
        return None
    school = await work.lands.of_school(await work.seminar_directory.whole(signup.school))
    return None if school is None else role_over(actor, school)


async def places_of(work: EventWork, person: PersonId) -> Mapping[Place, str]:
    """All places that she ever had, each with the zone of its calendar."""
    places = [kept.place for kept in await work.places.of(person)]
    zones = {territory: await work.lands.zone_of(territory) for territory in {place.territory for place in places}}
    return {place: zones[place.territory] for place in places}


def _coordinated(actor: Actor) -> list[Territory]:
    """Territories of which she is a coordinator, that may lie inside of what an event is open to."""
    return [place.territory for place in actor.places if place.verified and place.role in COORDINATOR_ROLES]
