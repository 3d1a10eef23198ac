"""A visitor stands in the queue of a full meeting, looks at her place, leaves it."""

from dataclasses import dataclass, replace

from shnor_domain.clock import Clock
from shnor_domain.consultations.cards import exceptions_of, open_slots
from shnor_domain.consultations.errors import AlreadyBooked, SessionGone
from shnor_domain.consultations.model import SessionKey, SessionState
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.rules import check_bookable, clean_topic, occurrence_at
from shnor_domain.consultations.use_cases.seats import invited_slot
from shnor_domain.consultations.waitlist.freeing import leave_queue, lock_place, locked
from shnor_domain.consultations.waitlist.model import Waiting
from shnor_domain.consultations.waitlist.showing import Ended, WaitCard, place_card
from shnor_domain.errors import DomainError, NotAllowed, NotFound
from shnor_domain.identity import Actor
from shnor_domain.seats.errors import QueueClosed, SeatsAreFree
from shnor_domain.seats.model import WaitingId, WaitState
from shnor_domain.seats.rules import OPENS
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class JoinQueue:
    """Who the slot invites may wait for a seat of a full meeting, once; the card says why she could not accept one now,
    and she may wait all the same (W4).

    Refused: `NotAllowed`, `NotFound` (not invited), `OwnSlot`, `SessionGone`, `TooEarly`, `AlreadyBooked`,
    `SeatsAreFree`, `QueueClosed` (half an hour before the start), `Invalid("topic", …)`. The slot's notice does not
    hold: accepting ignores it.
    """

    write: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor, key: SessionKey, topic: str | None) -> WaitCard:
        """Stand at the end; who waits already keeps her place, and a new topic replaces hers. The same update fed again
        gives the place that it made."""
        line = clean_topic(topic)
        if actor.person is None:
            raise NotAllowed
        operation = f"join:{key.slot}:{int(key.starts.timestamp())}"
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return await _card(work, actor, await _hers(work, actor, WaitingId(int(done))), self.clock)
            place = await stand_last(work, actor, key, line, self.clock)
            await work.applied.save(operation, str(place))
            return await _card(work, actor, await _hers(work, actor, place), self.clock)


async def stand_last(
    work: ConsultationWork,
    actor: Actor,
    key: SessionKey,
    topic: str | None,
    clock: Clock,
    there: type[DomainError] = AlreadyBooked,
) -> WaitingId:
    """The actor's place in the queue, inside an open unit; refused as `JoinQueue` is, with `there` for who has a seat
    already."""
    person = actor.person
    if person is None:
        raise NotAllowed
    slot = await invited_slot(work, actor, key, clock.now())
    await work.bookings.lock({person, slot.host})
    now = clock.now()
    slot = await invited_slot(work, actor, key, now)
    occurrence = occurrence_at(slot, await exceptions_of(work, slot), key.starts)
    check_bookable(slot, occurrence, actor, now, at_once=True)
    session = await locked(work, (await work.sessions.ensure(slot, occurrence)).id)
    if session.state is SessionState.CANCELLED:
        raise SessionGone
    for booking in await work.bookings.of_visitor(person, now):
        if booking.session == session.id:
            raise there(booking=booking.id)
    if key.starts - OPENS <= now:
        raise QueueClosed
    if session.free > 0 and await work.queues.live(session.id, person) is None:
        raise SeatsAreFree
    place = await work.queues.join(session.id, person, topic, now)
    if session.held:
        await work.queue_clock.look(session.id, now)
    return place


@dataclass(frozen=True, slots=True)
class MyWait:
    """One place in a queue, for who stands, or stood, there; another's is `NotFound`."""

    read: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor, waiting: WaitingId) -> WaitCard:
        """In any state; where it has ended and she has joined anew, the place that she has."""
        async with self.read() as work:
            return await _card(work, actor, await _hers(work, actor, waiting), self.clock)


@dataclass(frozen=True, slots=True)
class LeaveQueue:
    """She alone. What is offered to her goes on to the next (W4)."""

    write: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor, waiting_id: WaitingId) -> WaitCard:
        """Leave; where she stands no more nothing changes, and the card says how it ended, or where she stands anew.
        `NotFound` for another's."""
        async with self.write() as work:
            waiting = await _hers(work, actor, waiting_id)
            operation = f"leave-queue:{waiting_id}"
            if waiting.state is WaitState.WAITING and await work.applied.result(operation) is None:
                await lock_place(work, waiting)
                await leave_queue(work, waiting, WaitState.LEFT, self.clock.now())
                await work.applied.save(operation, "left")
            return await _card(work, actor, await _hers(work, actor, waiting_id), self.clock)


async def _hers(work: ConsultationWork, actor: Actor, waiting_id: WaitingId) -> Waiting:
    waiting = await work.queues.get(waiting_id)
    if waiting is None or actor.person is None or waiting.person != actor.person:
        raise NotFound
    return waiting


async def _card(work: ConsultationWork, actor: Actor, waiting: Waiting, clock: Clock) -> WaitCard:
    now = clock.now()
    card = await place_card(work, waiting, now)
    if card.ended is not Ended.LOST:
        return card
    open_to_her = {slot.terms.subject for slot in await open_slots(work, actor, now)}
    return replace(card, ended=Ended.ANEW) if waiting.subject in open_to_her else card
