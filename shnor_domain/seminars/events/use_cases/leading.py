"""What has been published is led: link and place, another hour, called off (I20–I23)."""

from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, Stale
from shnor_domain.identity import Actor
from shnor_domain.seminars.cycle.model import Cycle
from shnor_domain.seminars.errors import EventBegun, LessonBegun
from shnor_domain.seminars.events import telling
from shnor_domain.seminars.events.cards import EventCard, event_card
from shnor_domain.seminars.events.changing import event_of, held, lesson_of, note, saved, seen
from shnor_domain.seminars.events.hours import give_hours_back, take_lesson
from shnor_domain.seminars.events.model import Event, EventId, EventState, Lesson, LessonId, LessonState
from shnor_domain.seminars.events.rules import (
    Timing,
    check_apart,
    check_order,
    check_timing,
    checked_place,
    given_back,
    in_half,
)
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.programme.changing import note_change
from shnor_domain.seminars.requests.changing import cycle_of
from shnor_domain.seminars.requests.changing import saved as saved_request
from shnor_domain.seminars.requests.machine import unplanned
from shnor_domain.seminars.signing.moving import on_event_off, on_lesson_off, on_linked, on_moved, seated
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Move:
    """A lesson at another hour, before it is done. `crosses`: it leaves the half-year of its programme. `elsewhere`:
    its host is somewhere then, and so are `away` of who is signed up."""

    card: EventCard
    lesson: Lesson
    at: Timing
    crosses: bool
    elsewhere: bool
    away: int


@dataclass(frozen=True, slots=True)
class EventDesk:
    """Who runs the seminar, and who leads a published event; to all others it is `NotFound`."""

    read: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId) -> EventCard:
        """As it stands now."""
        async with self.read() as work:
            return await event_card(work, actor, event_id, self.clock.now())


@dataclass(frozen=True, slots=True)
class SetLessonLink:
    """As `EventDesk`. Refused: `Invalid("link" | "venue", …)`, `LessonBegun` once it is over, `Stale` where it is
    called off."""

    write: Opens[EventWork]
    clock: Clock

    async def __call__(
        self, actor: Actor, lesson_id: LessonId, link: str | None, venue: str | None = None
    ) -> EventCard:
        """An address that opens, or the place in words; None takes it away."""
        operation, now = f"lesson-link:{lesson_id}", self.clock.now()
        async with self.write() as work:
            event = await held(work, actor, await event_of(work, lesson_id))
            if await work.applied.result(operation) is None:
                lesson = _open(event, lesson_id)
                if lesson.ends <= now:
                    raise LessonBegun
                address, place = checked_place(link, venue)
                placed = replace(lesson, link=address, venue=place)
                await work.seminar_events.save_lesson(placed)
                await saved(work, event, event.terms, event.state, now)
                if placed != lesson:
                    await on_linked(work, event, placed, actor.person, now)
                await note(work, actor, event.id, "lesson-link", now, {"lesson": int(lesson_id)})
                await work.applied.save(operation, "set")
            return await event_card(work, actor, event.id, now)


@dataclass(frozen=True, slots=True)
class PreviewMoveLesson:
    """As `MoveLesson`, of which nothing is done."""

    read: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, lesson_id: LessonId, at: Timing) -> Move:
        """What it would change."""
        now = self.clock.now()
        async with self.read() as work:
            event = await seen(work, actor, await event_of(work, lesson_id))
            cycle, _stands = await cycle_of(work, event.cycle, now)
            lesson = _movable(event, cycle, lesson_id, at, now)
            return Move(
                card=await event_card(work, actor, event.id, now),
                lesson=lesson,
                at=at,
                crosses=not in_half(at, cycle, event.zone),
                elsewhere=event.terms.host is not None
                and bool(await work.lesson_times.busy([event.terms.host], at.starts, at.ends, but=[lesson.id])),
                away=len(
                    await work.lesson_times.busy(await seated(work, event.id), at.starts, at.ends, but=[lesson.id])
                ),
            )


@dataclass(frozen=True, slots=True)
class MoveLesson:
    """As `EventDesk`.

    Refused: `LessonBegun`, `HostIsElsewhere`, `Invalid("starts" | "minutes", …)` («border» where it leaves the
    half-year and nobody has said that it may, «outside» for a draft), `Stale` where it was moved or called off
    meanwhile.
    """

    write: Opens[EventWork]
    clock: Clock

    async def __call__(
        self, actor: Actor, lesson_id: LessonId, was: datetime, at: Timing, *, crossing: bool = False
    ) -> EventCard:
        """From `was`, the start that the actor has seen; a published one takes its host's hours along."""
        operation, now = f"lesson-move:{lesson_id}:{int(at.starts.timestamp())}", self.clock.now()
        async with self.write() as work:
            event_id = await event_of(work, lesson_id)
            people = await seated(work, event_id)
            event = await held(work, actor, event_id, hosts=people)
            if await work.applied.result(operation) is None:
                lesson = lesson_of(event, lesson_id)
                if lesson.starts != was:
                    raise Stale
                cycle, _stands = await cycle_of(work, event.cycle, now)
                lesson = _movable(event, cycle, lesson_id, at, now)
                if not crossing and not in_half(at, cycle, event.zone):
                    raise Invalid("starts", "border")
                moved = await _move(work, event, lesson, at, now)
                if event.state is EventState.OPEN:
                    await on_moved(work, event, moved, people, actor.person, now)
                    await note_change(work, event, actor, now)
                await note(work, actor, event.id, "lesson-move", now, {"lesson": int(lesson_id)})
                await work.applied.save(operation, "moved")
            return await event_card(work, actor, event.id, now)


@dataclass(frozen=True, slots=True)
class CancelLesson:
    """As `EventDesk`, of a published event. Refused: `LessonBegun`, `Invalid("lesson", "last")` for the only one that
    is left, `Stale`."""

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, lesson_id: LessonId) -> EventCard:
        """It stays, called off; its host is free then."""
        operation, now = f"lesson-off:{lesson_id}", self.clock.now()
        async with self.write() as work:
            event_id = await event_of(work, lesson_id)
            people = await seated(work, event_id)
            event = await held(work, actor, event_id, hosts=people)
            if await work.applied.result(operation) is None:
                lesson = _ahead(event, lesson_id, now)
                if event.state is not EventState.OPEN:
                    raise Stale
                if len(event.open_lessons) == 1:
                    raise Invalid("lesson", "last")
                await work.seminar_events.save_lesson(replace(lesson, state=LessonState.CANCELLED))
                await give_hours_back(work, event, lesson)
                await saved(work, event, event.terms, event.state, now)
                await note_change(work, event, actor, now)
                await on_lesson_off(work, event, lesson, people, actor.person, now)
                await note(work, actor, event.id, "lesson-off", now, {"lesson": int(lesson_id)})
                await work.applied.save(operation, "off")
            return await event_card(work, actor, event.id, now)


@dataclass(frozen=True, slots=True)
class CancelEvent:
    """As `CancelLesson`. Refused: `EventBegun` once its first lesson has begun, `Stale`."""

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId) -> EventCard:
        """Its host is free in all its hours; requests that nothing else answers are open again, and their schools are
        told."""
        operation, now = f"event-off:{event_id}", self.clock.now()
        async with self.write() as work:
            people = await seated(work, event_id)
            event = await held(work, actor, event_id, hosts=people, requests=True)
            if await work.applied.result(operation) is None:
                if event.state is not EventState.OPEN:
                    raise Stale
                if event.open_lessons and event.open_lessons[0].starts <= now:
                    raise EventBegun
                await give_hours_back(work, event)
                await saved(work, event, event.terms, EventState.CANCELLED, now)
                await on_event_off(work, event, people, actor.person, now)
                await _give_requests_back(work, actor, event, now)
                await note_change(work, event, actor, now)
                await note(work, actor, event.id, "event-off", now, {})
                await work.applied.save(operation, "off")
            return await event_card(work, actor, event_id, now)


def _open(event: Event, lesson_id: LessonId) -> Lesson:
    lesson = lesson_of(event, lesson_id)
    if event.state is EventState.CANCELLED or lesson.state is LessonState.CANCELLED:
        raise Stale
    return lesson


def _ahead(event: Event, lesson_id: LessonId, now: datetime) -> Lesson:
    lesson = _open(event, lesson_id)
    if event.state is EventState.OPEN and lesson.starts <= now:
        raise LessonBegun
    return lesson


def _movable(event: Event, cycle: Cycle, lesson_id: LessonId, at: Timing, now: datetime) -> Lesson:
    lesson = _ahead(event, lesson_id, now)
    check_timing(at, now)
    if (at.starts, at.ends) == (lesson.starts, lesson.ends):
        raise Invalid("starts", "same")
    check_apart(at, [each for each in event.open_lessons if each.id != lesson_id])
    if event.state is EventState.OPEN:
        check_order(event, lesson_id, at)
    elif not in_half(at, cycle, event.zone):
        raise Invalid("starts", "outside")
    return lesson


async def _move(work: EventWork, event: Event, lesson: Lesson, at: Timing, now: datetime) -> Lesson:
    published = event.state is EventState.OPEN
    moved = replace(lesson, starts=at.starts, ends=at.ends, was=lesson.starts if published else None)
    if published:
        await give_hours_back(work, event, lesson)
    await work.seminar_events.save_lesson(moved)
    if published:
        await take_lesson(work, event, moved)
    await saved(work, event, event.terms, event.state, now)
    return moved


async def _give_requests_back(work: EventWork, actor: Actor, event: Event, now: datetime) -> None:
    requests = (await work.seminar_requests.many(event.requests)).values()
    for request in given_back(requests, await work.seminar_events.of_requests(event.requests), event):
        await saved_request(work, unplanned(request, now))
        await telling.tell_called_off(work, actor, event, request, now)
