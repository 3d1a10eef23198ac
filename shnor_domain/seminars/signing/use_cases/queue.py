"""Who finds no seat of an event waits for one, looks at her place, leaves it (J6)."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, SchoolId
from shnor_domain.seats.errors import QueueClosed, SeatsAreFree
from shnor_domain.seats.model import WaitingId, WaitState
from shnor_domain.seats.rules import OPENS
from shnor_domain.seminars.events.model import Event, EventId, EventState
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.signing.errors import AlreadySignedUp, EventOff
from shnor_domain.seminars.signing.house import hall_of
from shnor_domain.seminars.signing.model import Waiting
from shnor_domain.seminars.signing.showing import EventWait, seats_of, wait_of
from shnor_domain.seminars.signing.sitting import held_event
from shnor_domain.seminars.signing.use_cases.signing_up import held_for_her
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class JoinEventQueue:
    """Who the event invites, where she finds no seat; the card says why she could not accept one now (her school has
    its quota, she is elsewhere), and she may wait all the same (W4).

    Refused: `NotAllowed`, `NotFound`, `OwnEvent`, `EventOff`, `AlreadySignedUp`, `QueueClosed` (half an hour before the
    first lesson), `SeatsAreFree`.
    """

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId, school: SchoolId | None = None) -> EventWait:
        """Stand at the end; who waits already keeps her place. The same update fed again gives the place that it
        made."""
        if actor.person is None:
            raise NotAllowed
        operation, now = f"join-event:{event_id}", self.clock.now()
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                waiting, event = await hers(work, actor, WaitingId(int(done)))
                return await wait_of(work, waiting, event, now)
            event, where = await held_for_her(work, actor, event_id, school, self.clock)
            if event.state is not EventState.OPEN:
                raise EventOff
            if (mine := await work.event_signups.live(event_id, actor.person)) is not None:
                raise AlreadySignedUp(signup=mine.id)
            room = await hall_of(work, event).locked(event_id)
            if room.starts - OPENS <= now:
                raise QueueClosed
            stands = await work.event_queue.live(event_id, actor.person)
            if where.school is None:
                raise NotFound
            seats = (await seats_of(work, event, {where.school: where}))[where.school]
            if stands is None and seats.may_sit(room):
                raise SeatsAreFree
            place = await work.event_queue.join(event_id, actor.person, where.school, now)
            if room.held:
                await work.event_clock.look(event_id, now)
            await work.applied.save(operation, str(place))
            waiting, event = await hers(work, actor, place)
            return await wait_of(work, waiting, event, now)


@dataclass(frozen=True, slots=True)
class MyEventWait:
    """One place in a queue, for who stands, or stood, there; another's is `NotFound`."""

    read: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, waiting_id: WaitingId) -> EventWait:
        """In any state; where it has ended and she has joined anew, the place that she has."""
        async with self.read() as work:
            waiting, event = await hers(work, actor, waiting_id)
            return await wait_of(work, waiting, event, self.clock.now())


@dataclass(frozen=True, slots=True)
class LeaveEventQueue:
    """She alone. What is offered to her goes on to the next (W4). `NotFound` for another's."""

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, waiting_id: WaitingId) -> EventWait:
        """Leave; where she stands no more nothing changes, and the card says how it ended."""
        operation, now = f"leave-event-queue:{waiting_id}", self.clock.now()
        async with self.write() as work:
            waiting, event = await hers(work, actor, waiting_id)
            if waiting.state is WaitState.WAITING and await work.applied.result(operation) is None:
                await work.lesson_times.lock([waiting.person])
                event = await held_event(work, event)
                await hall_of(work, event).leave_queue(waiting, WaitState.LEFT, now)
                await work.applied.save(operation, "left")
            waiting, event = await hers(work, actor, waiting_id)
            return await wait_of(work, waiting, event, now)


async def hers(work: EventWork, actor: Actor, waiting_id: WaitingId) -> tuple[Waiting, Event]:
    """A place of the actor's and its event; raises `NotFound`."""
    waiting = await work.event_queue.get(waiting_id)
    event = None if waiting is None else await work.seminar_events.get(waiting.session)
    if waiting is None or event is None or actor.person is None or waiting.person != actor.person:
        raise NotFound
    return waiting, event
