"""Who reads materials of an event: who runs the seminar or leads it, who has or had a seat, and leads of schools that
had asked for it or keep seats of it."""

from collections.abc import Collection
from datetime import datetime

from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId, Role, SchoolId
from shnor_domain.people.use_cases.rights import in_force_now
from shnor_domain.seminars.access import region_schools, runs, schools_led
from shnor_domain.seminars.events.changing import leads
from shnor_domain.seminars.events.model import Event, EventId, EventState
from shnor_domain.seminars.presence.ports import PresenceWork
from shnor_domain.seminars.requests.model import SupportState
from shnor_domain.seminars.requests.sides import school_side
from shnor_domain.seminars.signing.model import SignUpState, Sits


async def readable(work: PresenceWork, actor: Actor, event_id: EventId) -> Event:
    """The event for who reads its materials; `NotFound` for all others."""
    event = await found_by(work, actor, event_id)
    if event is None:
        raise NotFound
    return event


async def found_by(work: PresenceWork, actor: Actor, event_id: EventId) -> Event | None:
    """As `readable`, None for all others."""
    event = await work.seminar_events.get(event_id)
    if event is None or actor.person is None or event.state is EventState.DRAFT:
        return None
    if gives(actor, event) or any(each.event == event_id for each in await work.event_signups.of_person(actor.person)):
        return event
    led = set(region_schools(schools_led(actor), event.region))
    return event if led and led & set(await concerned(work, event)) else None


def gives(actor: Actor, event: Event) -> bool:
    """True for who adds and removes them."""
    return runs(actor, event.region) or leads(actor, event)


async def concerned(work: PresenceWork, event: Event) -> Collection[SchoolId]:
    """Schools that stand behind what it answers, or keep seats of it."""
    supports = await work.request_supports.of_requests(event.requests)
    asked = {each.school for each in supports if each.state is SupportState.LIVE}
    kept = {
        each.school
        for each in await work.event_signups.of_event(event.id, SignUpState.LIVE)
        if each.sits is Sits.KEPT and each.school is not None
    }
    return asked | kept


async def who_missed(work: PresenceWork, event: Event, now: datetime) -> Collection[PersonId]:
    """Who has a seat and was at no lesson, and leads of schools behind what it answers of which nobody was."""
    came = set(await work.presence.attended_at(event.id))
    present = {each.school for each in await work.presence.sat_at([event.id])}
    live = await work.event_signups.of_event(event.id, SignUpState.LIVE)
    found = {each.person for each in live if each.sits is Sits.SELF and each.person is not None}
    for support in await work.request_supports.of_requests(event.requests):
        if support.state is SupportState.LIVE and support.school not in present:
            found.update(await school_side(work, support, now))
    return found - came - {event.terms.host}


async def missed_it(work: PresenceWork, event: Event, person: PersonId, now: datetime) -> bool:
    """As `who_missed`, of one person."""
    if person == event.terms.host or await work.presence.attended(person, event.id):
        return False
    if await work.event_signups.live(event.id, person) is not None:
        return True
    places = await in_force_now(work, person, now)
    led = {each.territory.school for each in places if each.verified and each.role is Role.SCHOOL_LEAD}
    present = {each.school for each in await work.presence.sat_at([event.id])}
    supports = await work.request_supports.of_requests(event.requests)
    return any(each.state is SupportState.LIVE and each.school in led - present for each in supports)
