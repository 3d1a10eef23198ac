"""What an event has for the reader, and all that she is signed up for."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor
from shnor_domain.seminars.access import schools_led
from shnor_domain.seminars.events.model import Event, EventId, EventState, Lesson
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.signing.access import acts_for, published
from shnor_domain.seminars.signing.model import SignUp, SignUpId, SignUpState, Sits
from shnor_domain.seminars.signing.showing import EventWait, SignUpCard, card_of, wait_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class MySeat:
    """A sign-up with its event; `school` names the school of kept seats, None for her own."""

    signup: SignUp
    event: Event
    school: str | None = None


@dataclass(frozen=True, slots=True)
class MyAgenda:
    """`seats` are live ones of what is not over, hers and those that schools keep which she leads, by the next lesson;
    `waits` her places in queues; `past` her own of what is over, the latest first."""

    seats: tuple[MySeat, ...]
    waits: tuple[EventWait, ...]
    past: tuple[MySeat, ...]


@dataclass(frozen=True, slots=True)
class MySignUp:
    """Whoever may see the published event: it invites her or schools of hers, she has or had a seat, runs or leads it.
    `NotFound` for all others."""

    read: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId) -> SignUpCard:
        """Seats, what is left of the quota, her own seat and her place in the queue, as they stand now."""
        now = self.clock.now()
        async with self.read() as work:
            event = await published(work, actor, event_id, now)
            return await card_of(work, actor, event.id, now)


@dataclass(frozen=True, slots=True)
class OneSignUp:
    """Who sits there, or acts for her; `NotFound` for all others."""

    read: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, signup_id: SignUpId) -> MySeat:
        """In any state."""
        async with self.read() as work:
            signup = await work.event_signups.get(signup_id)
            event = None if signup is None else await work.seminar_events.get(signup.event)
            if signup is None or event is None or not await acts_for(work, actor, signup):
                raise NotFound
            return await _seat(work, signup, event)


@dataclass(frozen=True, slots=True)
class MyEvents:
    """Whoever has consented reads her own; where she takes part in nothing it is empty."""

    read: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> MyAgenda:
        """All of it."""
        if actor.person is None:
            raise NotAllowed
        now = self.clock.now()
        async with self.read() as work:
            mine = await work.event_signups.of_person(actor.person, SignUpState.LIVE, SignUpState.LEFT)
            led = [each.school for each in schools_led(actor) if each.school is not None]
            kept = [each for each in await work.event_signups.of_schools(led, now) if each.sits is Sits.KEPT]
            queues = await work.event_queue.of_person(actor.person, now)
            named = {*(each.event for each in (*mine, *kept)), *(each.session for each in queues)}
            events = await work.seminar_events.many(named)
            found = [
                await _seat(work, each, events[each.event])
                for each in (*mine, *kept)
                if events[each.event].state is EventState.OPEN
            ]
            waits = [await wait_of(work, each, events[each.session], now) for each in queues]
        ahead = [each for each in found if not each.event.over(now) and each.signup.state is SignUpState.LIVE]
        past = [each for each in found if each.event.over(now)]
        return MyAgenda(
            seats=tuple(sorted(ahead, key=lambda each: (next_start(each.event, now), each.signup.id))),
            waits=tuple(waits),
            past=tuple(sorted(past, key=lambda each: (each.event.open_lessons[-1].ends, each.signup.id), reverse=True)),
        )


@dataclass(frozen=True, slots=True)
class NextLesson:
    """Whoever has consented; for nobody, and for who takes part in nothing, None."""

    read: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> tuple[Event, Lesson] | None:
        """The one that is on or comes next, of all events in which she has a seat."""
        if actor.person is None:
            return None
        now = self.clock.now()
        async with self.read() as work:
            seats = await work.event_signups.of_person(actor.person, SignUpState.LIVE)
            events = await work.seminar_events.many({each.event for each in seats})
        ahead = [
            (event, lesson)
            for event in events.values()
            if event.state is EventState.OPEN
            for lesson in event.open_lessons
            if lesson.ends > now
        ]
        return min(ahead, key=lambda each: (each[1].starts, each[0].id), default=None)


def next_start(event: Event, now: datetime) -> datetime:
    """Of the lesson that is on or comes next; of what is over, its last."""
    return next((each.starts for each in event.open_lessons if each.ends > now), event.open_lessons[-1].starts)


async def _seat(work: EventWork, signup: SignUp, event: Event) -> MySeat:
    if signup.sits is Sits.SELF or signup.school is None:
        return MySeat(signup, event)
    names = await work.seminar_directory.schools([signup.school])
    return MySeat(signup, event, names[signup.school].name if signup.school in names else "")
