"""Whom a version concerns: schools that had asked for its events, teachers whose wishes it answers, and the rest."""

from collections.abc import Collection, Sequence
from datetime import datetime

from shnor_domain.identity import PersonId, Place, PlaceId, RegionId, Role, SchoolId
from shnor_domain.seminars.cycle.model import TopicWish
from shnor_domain.seminars.cycle.ports import Lead
from shnor_domain.seminars.events.inviting import shown_to
from shnor_domain.seminars.events.model import Event, EventState
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.model import Audience
from shnor_domain.seminars.requests.changing import today_of
from shnor_domain.seminars.requests.model import LIVING, Support, SupportState

_NOBODY, _MANY = PersonId(0), 100_000


async def asking(work: EventWork, events: Sequence[Event], now: datetime) -> list[tuple[Support, Event]]:
    """Each school that stands behind what an event answers, and that the event invites; schools behind what was set
    aside know that it does not come in."""
    requests = await work.seminar_requests.many({each for event in events for each in event.requests})
    living = [each.id for each in requests.values() if each.state in LIVING]
    supports = await work.request_supports.of_requests(living)
    live = [each for each in supports if each.state is SupportState.LIVE]
    project = await _project(work, events, {each.school for each in live}, now)
    return [
        (support, event)
        for event in events
        for support in live
        if support.request in event.requests and shown_to(event, _place(support), project)
    ]


async def passed_over(work: EventWork, events: Sequence[Event], now: datetime) -> list[tuple[Event, int]]:
    """Events that leave out schools behind what they answer, with how many: of those that no event of `events`, nor one
    that is open already, invites."""
    wanted = {each for event in events for each in event.requests}
    opened = [each for each in await work.seminar_events.of_requests(wanted) if each.state is EventState.OPEN]
    beside = {each.id: each for each in (*opened, *events)}
    invited = {(support.request, support.school) for support, _event in await asking(work, list(beside.values()), now)}
    requests = await work.seminar_requests.many(wanted)
    living = [each.id for each in requests.values() if each.state in LIVING]
    missed = [
        each
        for each in await work.request_supports.of_requests(living)
        if each.state is SupportState.LIVE and (each.request, each.school) not in invited
    ]
    counts = [(event, len({each.school for each in missed if each.request in event.requests})) for event in events]
    return [(event, count) for event, count in counts if count]


async def concerns(work: EventWork, support: Support, event: Event, now: datetime) -> bool:
    """True while the event is for a school that stands behind what it answers."""
    return shown_to(event, _place(support), await _project(work, [event], [support.school], now))


async def wishing(work: EventWork, events: Sequence[Event], now: datetime) -> list[tuple[TopicWish, Event]]:
    """Each wish that a request has taken along which an event for teachers answers."""
    found = []
    for event in (each for each in events if each.terms.audience is Audience.TEACHERS):
        families = {one for each in event.requests for one in await work.seminar_requests.family(each)}
        wishes = [each for rows in (await work.seminar_wishes.of_requests(families)).values() for each in rows]
        schools = {each.where.school for each in wishes if each.where.school is not None}
        project = await _project(work, [event], schools, now)
        for wish in wishes:
            if wish.person is not None and shown_to(event, Place(PlaceId(0), Role.TEACHER, wish.where), project):
                found.append((wish, event))
    return found


async def leads_of(work: EventWork, region: RegionId, now: datetime) -> Sequence[Lead]:
    """All leads of open schools of a region."""
    return await work.seminar_readers.leads(region, await today_of(work, region, now), _NOBODY, _MANY)


async def _project(
    work: EventWork, events: Sequence[Event], schools: Collection[SchoolId], now: datetime
) -> Collection[SchoolId]:
    """Of these schools those on the list of the year, where an event asks for it."""
    if not schools or not any(each.terms.project_schools_only for each in events):
        return ()
    return await work.lands.supported(schools, await today_of(work, events[0].region, now))


def _place(support: Support) -> Place:
    return Place(PlaceId(0), Role.SCHOOL_LEAD, support.where)
