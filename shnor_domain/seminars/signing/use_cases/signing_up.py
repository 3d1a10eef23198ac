"""Who an event invites signs up for it (J2)."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, SchoolId, Territory
from shnor_domain.seminars.events.model import Event, EventId, EventState
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.signing.access import invited
from shnor_domain.seminars.signing.errors import OwnEvent
from shnor_domain.seminars.signing.showing import SignUpCard, card_of
from shnor_domain.seminars.signing.sitting import Sitter, held_event, sit
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class SignUpForEvent:
    """Who the event invites, for herself.

    Refused: `NotAllowed`, `NotFound` (not invited, a draft), `OwnEvent`, `EventOff`, `AlreadySignedUp`, `SignUpOver`,
    `SchoolQuotaReached`, `NoSeatsLeft`, `YouAreBusy`: by constraints, whoever writes at the same time.
    """

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId, school: SchoolId | None = None) -> SignUpCard:
        """A seat of all its lessons, on the quota of `school` (where she works in several; else her only one). The same
        update fed again finds the seat that it took."""
        if actor.person is None:
            raise NotAllowed
        operation, now = f"sign-up:{event_id}", self.clock.now()
        async with self.write() as work:
            if await work.applied.result(operation) is None:
                event, where = await held_for_her(work, actor, event_id, school, self.clock)
                made = await sit(work, event, Sitter(actor.person, where), now)
                await work.applied.save(operation, str(made.id))
            return await card_of(work, actor, event_id, now)


async def held_for_her(
    work: EventWork, actor: Actor, event_id: EventId, school: SchoolId | None, clock: Clock
) -> tuple[Event, Territory]:
    """An event that invites the actor, held after she was locked, and the school as whose; raises `NotAllowed`,
    `OwnEvent`, `NotFound`."""
    if actor.person is None:
        raise NotAllowed
    found = await work.seminar_events.get(event_id)
    if found is None or found.state is EventState.DRAFT:
        raise NotFound
    await work.lesson_times.lock([actor.person])
    event = await held_event(work, found)
    if event.terms.host == actor.person:
        raise OwnEvent
    return event, await school_of(work, actor, event, school, clock.now())


async def school_of(work: EventWork, actor: Actor, event: Event, school: SchoolId | None, now: datetime) -> Territory:
    """As whose the event invites the actor: `school`, or the first of hers; raises `NotFound`."""
    schools = await invited(work, event, actor.places, now)
    found = next(iter(schools.values()), None) if school is None else schools.get(school)
    if found is None:
        raise NotFound
    return found
