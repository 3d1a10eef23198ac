"""Who runs the seminar makes events of what schools ask for, and changes them (I19)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound, Stale
from shnor_domain.identity import Actor, PersonId, Territory
from shnor_domain.seminars.access import runs
from shnor_domain.seminars.cycle.model import Cycle, Phase
from shnor_domain.seminars.errors import CycleOver, HostTakesPart, NotSameCycle, RequestClosed
from shnor_domain.seminars.events.cards import EventCard, event_card
from shnor_domain.seminars.events.changing import (
    held_by_who_runs,
    municipalities_of,
    note,
    saved,
    who_may_lead,
)
from shnor_domain.seminars.events.hours import give_hours_back, take_lesson
from shnor_domain.seminars.events.model import Event, EventId, EventState, Lesson, LessonId, Terms
from shnor_domain.seminars.events.rules import Timing, check_apart, check_timing, checked_terms, in_half
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.model import CycleId, RequestId
from shnor_domain.seminars.programme.changing import note_change
from shnor_domain.seminars.programme.telling import tell_handed_over
from shnor_domain.seminars.requests.changing import cycle_of, require_not_over, root_of
from shnor_domain.seminars.requests.model import LIVING, Route, SeminarRequest
from shnor_domain.seminars.requests.rules import route_of
from shnor_domain.seminars.signing.moving import on_form, on_handed_over, resized
from shnor_domain.work import Opens

_NEW = EventId(0)


@dataclass(frozen=True, slots=True)
class AddEvent:
    """Methodists and the coordinator of the whole region; to all others the half-year is `NotFound`.

    Refused: `Invalid` of terms and lessons, `NotSameCycle`, `RequestClosed`, `CycleOver`.
    """

    write: Opens[EventWork]
    clock: Clock

    async def __call__(
        self,
        actor: Actor,
        cycle_id: CycleId,
        terms: Terms,
        lessons: Sequence[Timing] = (),
        requests: Sequence[RequestId] = (),
    ) -> EventCard:
        """A draft that answers `requests`, living ones of this half-year; its lessons in the order of time."""
        operation, now = f"seminar-event:{cycle_id}:{terms.kind.value}", self.clock.now()
        async with self.write() as work:
            cycle, stands = await cycle_of(work, cycle_id, now)
            if not runs(actor, cycle.region):
                raise NotFound
            done = await work.applied.result(operation)
            if done is not None:
                return await event_card(work, actor, EventId(int(done)), now)
            if stands in {Phase.OVER, Phase.CLOSED}:
                raise CycleOver
            zone = await work.lands.zone_of(Territory(cycle.region))
            wanted = await _answered(work, cycle, requests)
            new = Event(
                id=_NEW,
                region=cycle.region,
                cycle=cycle.id,
                terms=await _checked(work, cycle, terms, now),
                zone=zone,
                route=_route(wanted, stands),
                state=EventState.DRAFT,
                since=now,
                lessons=_lessons(cycle, lessons, zone, now),
                requests=tuple(each.id for each in wanted),
            )
            made = await work.seminar_events.add(new)
            await note(work, actor, made, "seminar-event-add", now, {"cycle": int(cycle.id)})
            await work.applied.save(operation, str(made))
            return await event_card(work, actor, made, now)


@dataclass(frozen=True, slots=True)
class ChangeEvent:
    """As `AddEvent`; an event that was called off, or was changed since `version`, is `Stale`.

    Refused: `Invalid`, `HostIsElsewhere`, `HostTakesPart`, `CycleOver`, `Stale`.
    """

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId, version: int, terms: Terms) -> EventCard:
        """All of its terms anew; where it is published and another leads, the hours go over to her at once."""
        operation, now = f"seminar-event-change:{event_id}:{version}", self.clock.now()
        async with self.write() as work:
            to = () if terms.host is None else (terms.host,)
            event = await held_by_who_runs(work, actor, event_id, hosts=to)
            if await work.applied.result(operation) is None:
                if event.version != version or event.state is EventState.CANCELLED:
                    raise Stale
                cycle, stands = await cycle_of(work, event.cycle, now)
                if stands is Phase.CLOSED or (stands is Phase.OVER and event.state is EventState.DRAFT):
                    raise CycleOver
                checked = await _checked(work, cycle, terms, now, keeps=event.terms.host)
                async with resized(work, event, checked, now):
                    after = await saved(work, event, checked, event.state, now)
                await on_form(work, event, after, actor.person, now)
                await _hand_over(work, actor, event, after, now)
                if event.state is EventState.OPEN:
                    await note_change(work, event, actor, now)
                await note(work, actor, event.id, "seminar-event-change", now, {})
                await work.applied.save(operation, "changed")
            return await event_card(work, actor, event_id, now)


@dataclass(frozen=True, slots=True)
class AnswerRequest:
    """As `AddEvent`, of a draft: it answers one request more. Refused: `NotSameCycle`, `RequestClosed`, `CycleOver`,
    `Stale`."""

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId, request_id: RequestId) -> EventCard:
        """Of a merged request what it was merged into. What it answered before, closed or not, stays as it is: of two
        at once both are answered."""
        operation, now = f"seminar-event-answers:{event_id}:{request_id}", self.clock.now()
        async with self.write() as work:
            request = await root_of(work, request_id)
            event = await held_by_who_runs(work, actor, event_id, beside=[request.id])
            if await work.applied.result(operation) is None:
                cycle = await _draft_in(work, event, now)
                (wanted,) = await _answered(work, cycle, [request.id])
                await work.seminar_events.link(event.id, [wanted.id])
                await saved(work, event, event.terms, event.state, now)
                await note(work, actor, event.id, "seminar-event-answers", now, {"request": int(wanted.id)})
                await work.applied.save(operation, "linked")
            return await event_card(work, actor, event_id, now)


@dataclass(frozen=True, slots=True)
class AddLesson:
    """As `AddEvent`, of a draft. Refused: `Invalid("starts" | "minutes" | "lessons", …)`, `CycleOver`, `Stale`."""

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId, at: Timing) -> EventCard:
        """One more, inside of the half-year."""
        operation, now = f"seminar-lesson:{event_id}", self.clock.now()
        async with self.write() as work:
            event = await held_by_who_runs(work, actor, event_id)
            if await work.applied.result(operation) is None:
                cycle = await _draft_in(work, event, now)
                (lesson,) = _lessons(cycle, [at], event.zone, now, beside=event.open_lessons)
                made = await work.seminar_events.add_lesson(event.id, lesson)
                await saved(work, event, event.terms, event.state, now)
                await note(work, actor, event.id, "seminar-lesson-add", now, {"lesson": int(made)})
                await work.applied.save(operation, str(made))
            return await event_card(work, actor, event_id, now)


@dataclass(frozen=True, slots=True)
class DropLesson:
    """As `AddLesson`. Refused: `Stale` for what is gone or published."""

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId, lesson_id: LessonId) -> EventCard:
        """A lesson of a draft is gone without a trace."""
        operation, now = f"seminar-lesson-drop:{event_id}:{lesson_id}", self.clock.now()
        async with self.write() as work:
            event = await held_by_who_runs(work, actor, event_id)
            if await work.applied.result(operation) is None:
                await _draft_in(work, event, now)
                if lesson_id not in {each.id for each in event.lessons}:
                    raise Stale
                await work.seminar_events.drop_lesson(lesson_id)
                await saved(work, event, event.terms, event.state, now)
                await note(work, actor, event.id, "seminar-lesson-drop", now, {"lesson": int(lesson_id)})
                await work.applied.save(operation, "dropped")
            return await event_card(work, actor, event_id, now)


@dataclass(frozen=True, slots=True)
class DropEvent:
    """As `AddEvent`, of a draft; what was published is called off instead (`CancelEvent`). Refused: `Stale`."""

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId) -> CycleId:
        """It is gone; requests that it answered wait for another. Of what a version shows already the row stays, called
        off. Gives its half-year."""
        operation, now = f"seminar-event-drop:{event_id}", self.clock.now()
        async with self.write() as work:
            done = await work.applied.result(operation)
            if done is not None:
                return CycleId(int(done))
            event = await held_by_who_runs(work, actor, event_id)
            if event.state is not EventState.DRAFT:
                raise Stale
            if not await work.seminar_events.drop(event.id):
                await saved(work, event, event.terms, EventState.CANCELLED, now)
            await note(work, actor, event.id, "seminar-event-drop", now, {"cycle": int(event.cycle)})
            await work.applied.save(operation, str(event.cycle))
            return event.cycle


async def _checked(work: EventWork, cycle: Cycle, terms: Terms, now: datetime, keeps: PersonId | None = None) -> Terms:
    hosts = set(await who_may_lead(work, cycle.region, now))
    if keeps is not None:
        hosts.add(keeps)
    return checked_terms(terms, await municipalities_of(work, cycle.region), hosts)


async def _answered(work: EventWork, cycle: Cycle, requests: Sequence[RequestId]) -> list[SeminarRequest]:
    # held: a merge that is under way is waited for, and the next one finds the draft
    found = await work.seminar_requests.hold(*requests)
    wanted = [found[each] for each in sorted(set(requests)) if each in found]
    if len(wanted) != len(set(requests)) or any(each.region != cycle.region for each in wanted):
        raise NotFound
    if any(each.cycle != cycle.id for each in wanted):
        raise NotSameCycle
    for each in wanted:
        if each.state not in LIVING:
            raise RequestClosed(state=each.state.value)
    return wanted


def _route(wanted: Sequence[SeminarRequest], stands: Phase) -> Route:
    """Of the plan where one of its requests is; of its own date where nobody asked."""
    if not wanted:
        return route_of(stands)
    return Route.PLAN if any(each.route is Route.PLAN for each in wanted) else Route.EXTRA


def _lessons(
    cycle: Cycle, timings: Sequence[Timing], zone: str, now: datetime, beside: Sequence[Lesson] = ()
) -> tuple[Lesson, ...]:
    made: list[Lesson] = []
    for at in sorted(timings, key=lambda each: each.starts):
        check_timing(at, now)
        if not in_half(at, cycle, zone):
            raise Invalid("starts", "outside")
        check_apart(at, [*beside, *made])
        made.append(Lesson(LessonId(0), _NEW, 0, at.starts, at.ends))
    return tuple(made)


async def _draft_in(work: EventWork, event: Event, now: datetime) -> Cycle:
    """The half-year of a draft that may still be changed; raises `Stale`, `CycleOver`."""
    if event.state is not EventState.DRAFT:
        raise Stale
    await require_not_over(work, event.cycle, now)
    cycle, _stands = await cycle_of(work, event.cycle, now)
    return cycle


async def _hand_over(work: EventWork, actor: Actor, before: Event, after: Event, now: datetime) -> None:
    """Of a published event: lessons that are not over are led by another from now on. Raises `HostTakesPart`."""
    if after.state is not EventState.OPEN or before.terms.host == after.terms.host:
        return
    to = after.terms.host
    if to is not None and await work.event_signups.live(after.id, to) is not None:
        raise HostTakesPart
    for lesson in after.open_lessons:
        if lesson.ends > now:
            await give_hours_back(work, before, lesson)
            await take_lesson(work, after, lesson)
    await on_handed_over(work, after, now)
    await tell_handed_over(work, actor, before, after, now)
