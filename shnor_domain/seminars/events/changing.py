"""How events are found and changed inside an open unit of work.

Locks in one order (ADR 12): people, then requests, then the event. What was read before the locks is read again after
them.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import Actor, MunicipalityId, PersonId, RegionId, Territory
from shnor_domain.people.model.audit import AuditEntry, Details
from shnor_domain.people.model.days import local_day
from shnor_domain.seminars.access import runs
from shnor_domain.seminars.errors import ProgrammeInWork
from shnor_domain.seminars.events.model import Event, EventId, EventState, Lesson, LessonId, Terms
from shnor_domain.seminars.events.rules import LEADING
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.model import RequestId


def leads(actor: Actor, event: Event) -> bool:
    """True for the host of a published event while a place of hers in the region lets her lead."""
    return (
        actor.person is not None
        and actor.person == event.terms.host
        and event.state is not EventState.DRAFT
        and any(
            place.verified and place.role in LEADING and place.territory.region == event.region
            for place in actor.places
        )
    )


async def seen(work: EventWork, actor: Actor, event_id: EventId) -> Event:
    """An event for who runs the seminar or leads it; raises `NotFound` for all others."""
    event = await work.seminar_events.get(event_id)
    if event is None or not (runs(actor, event.region) or leads(actor, event)):
        raise NotFound
    return event


async def event_of(work: EventWork, lesson_id: LessonId) -> EventId:
    """Whose lesson it is; raises `NotFound`."""
    event = await work.seminar_events.of_lesson(lesson_id)
    if event is None:
        raise NotFound
    return event.id


def lesson_of(event: Event, lesson_id: LessonId) -> Lesson:
    """One of its lessons, called off or not; raises `NotFound`."""
    found = next((each for each in event.lessons if each.id == lesson_id), None)
    if found is None:
        raise NotFound
    return found


async def held(
    work: EventWork,
    actor: Actor,
    event_id: EventId,
    *,
    hosts: Collection[PersonId] = (),
    requests: bool = False,
    beside: Collection[RequestId] = (),
) -> Event:
    """As `seen`, and nobody else changes it until the unit ends; nor its requests, where they are asked for, nor those
    `beside`. `hosts` are locked beside its own. Raises `Stale` where it has changed hands at this very minute."""
    event = await seen(work, actor, event_id)
    people = {*hosts, *([] if event.terms.host is None else [event.terms.host])}
    await work.lesson_times.lock(people)
    if requests or beside:
        await work.seminar_requests.hold(*beside, *(event.requests if requests else ()))
    now_it_is = await work.seminar_events.hold(event_id)
    if now_it_is is None:
        raise NotFound
    if now_it_is.terms.host != event.terms.host or (requests and now_it_is.requests != event.requests):
        raise Stale
    return now_it_is


async def held_by_who_runs(
    work: EventWork,
    actor: Actor,
    event_id: EventId,
    *,
    hosts: Collection[PersonId] = (),
    beside: Collection[RequestId] = (),
) -> Event:
    """As `held`, for who runs the seminar alone: to its host too it is `NotFound`."""
    event = await held(work, actor, event_id, hosts=hosts, beside=beside)
    if not runs(actor, event.region):
        raise NotFound
    return event


async def saved(work: EventWork, event: Event, terms: Terms, state: EventState, now: datetime) -> Event:
    """As it is stored now. Raises `Stale` when somebody was first, `ProgrammeInWork` for a draft of a version that
    waits or is approved: what is approved is what is published."""
    if event.state is EventState.DRAFT and await work.seminar_programmes.in_work_with(event.id):
        raise ProgrammeInWork
    if not await work.seminar_events.save(event, terms, state, now):
        raise Stale
    return replace(event, terms=terms, state=state, version=event.version + 1)


async def who_may_lead(work: EventWork, region: RegionId, now: datetime) -> Collection[PersonId]:
    """Everybody with a place of `LEADING` anywhere in the region today."""
    whole = Territory(region)
    day = local_day(now, await work.lands.zone_of(whole))
    found: set[PersonId] = set()
    for role in LEADING:
        found.update(await work.places.people_with(role, [whole], day))
    return found


async def municipalities_of(work: EventWork, region: RegionId) -> Collection[MunicipalityId]:
    """Of which an event may be open to one."""
    return await work.lands.municipalities(region)


async def note(work: EventWork, actor: Actor, event: EventId, action: str, now: datetime, details: Details) -> None:
    """A line of the audit log: ids and codes, never a title."""
    await work.audit.add(AuditEntry(now, actor.person, action, f"event:{event}", None, details))
