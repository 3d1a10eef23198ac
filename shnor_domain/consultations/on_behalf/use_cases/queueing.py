"""A lead or a coordinator puts a teacher into the queue of a full meeting; what is offered she answers herself."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.consultations.errors import OwnSlot
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.on_behalf.access import ActingWork, stand_in
from shnor_domain.consultations.on_behalf.errors import TheyAreBooked
from shnor_domain.consultations.on_behalf.notices import queued_for_you
from shnor_domain.consultations.rules import clean_topic
from shnor_domain.consultations.waitlist.showing import WaitCard, wait_cards
from shnor_domain.consultations.waitlist.use_cases.queue import stand_last
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, PersonId, Role
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.seats.model import WaitingId
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class QueueForAnother:
    """Who may book for her; for who has no account nobody may: an offer is answered by who it is made to (W1–W4).

    Refused as `JoinQueue` is, told of her: `NotAllowed`, `NotFound`, `OwnSlot` (the actor's own), `TheyAreBooked`,
    `SessionGone`, `TooEarly`, `SeatsAreFree`, `QueueClosed`, `Invalid`.
    """

    write: Opens[ActingWork]
    clock: Clock

    async def __call__(self, actor: Actor, person: PersonId, key: SessionKey, topic: str | None) -> WaitCard:
        """She stands at the end, with what was typed for her, and is told; who stands there already keeps her place and
        her own question. The same update fed again gives the place that it made."""
        line, operation = clean_topic(topic), f"queue-for:{key.slot}:{int(key.starts.timestamp())}:{person}"
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return await self._card(work, WaitingId(int(done)))
            now = self.clock.now()
            other = await stand_in(work, actor, person, now)
            if actor.person is None:
                raise NotAllowed
            slot = await work.slots.get(key.slot)
            row = (await work.sessions.find([key])).get(key)
            if actor.person in {None if slot is None else slot.host, None if row is None else row.host}:
                raise OwnSlot
            there = None if row is None else await work.queues.live(row.id, person)
            if there is None:
                place = await stand_last(work, other.eyes, key, line, self.clock, TheyAreBooked)
                waiting = await work.queues.get(place)
                if waiting is None:
                    raise NotFound
                by = actor.person, other.behalf.role or Role.SCHOOL_LEAD
                await work.notices.plan(queued_for_you(waiting, *by, now))
                await work.audit.add(AuditEntry(now, actor.person, "queue-for-another", f"waiting:{place}", person))
            else:
                place = there.id
            await work.applied.save(operation, str(place))
            return await self._card(work, place)

    async def _card(self, work: ActingWork, place: WaitingId) -> WaitCard:
        waiting = await work.queues.get(place)
        if waiting is None:
            raise NotFound
        return (await wait_cards(work, [waiting], self.clock.now()))[0]
