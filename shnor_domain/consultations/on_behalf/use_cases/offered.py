"""What the actor may book for another: the slots that invite the other, and when they meet."""

from dataclasses import dataclass, replace

from shnor_domain.clock import Clock
from shnor_domain.consultations.cards import Opening, SlotCard, open_slots, slot_cards
from shnor_domain.consultations.model import Slot
from shnor_domain.consultations.on_behalf.access import ActingWork, StandIn, Whom, stand_in
from shnor_domain.consultations.on_behalf.guests import bookings_of_guest
from shnor_domain.consultations.use_cases.offers import Subject, SubjectOffer, Times, openings_of
from shnor_domain.identity import Actor, PersonId, SubjectId
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class SubjectsForAnother:
    """As `stand_in`; slots that do not invite the other, and the actor's own, are not counted."""

    read: Opens[ActingWork]
    clock: Clock

    async def __call__(self, actor: Actor, whom: Whom) -> SubjectOffer:
        """Subjects in the order of the catalogue, those that she teaches first."""
        now = self.clock.now()
        async with self.read() as work:
            other = await stand_in(work, actor, whom, now)
            offered = {slot.terms.subject for slot in await slots_for(work, actor, other, self.clock)}
            names = await work.directory.subjects()
        taught = {subject for place in other.eyes.places for subject in place.subjects}
        own = tuple(Subject(code, name) for code, name in names.items() if code in offered & taught)
        return SubjectOffer(
            own, tuple(Subject(code, name) for code, name in names.items() if code in offered - taught), ()
        )


@dataclass(frozen=True, slots=True)
class SlotsForAnother:
    """As `stand_in`."""

    read: Opens[ActingWork]
    clock: Clock

    async def __call__(self, actor: Actor, whom: Whom, subject: SubjectId) -> list[SlotCard]:
        """Slots of a subject, by weekday and time."""
        async with self.read() as work:
            other = await stand_in(work, actor, whom, self.clock.now())
            found = await slots_for(work, actor, other, self.clock)
            return await slot_cards(work, [slot for slot in found if slot.terms.subject == subject])


@dataclass(frozen=True, slots=True)
class TimesForAnother:
    """As `stand_in`."""

    read: Opens[ActingWork]
    clock: Clock

    async def __call__(self, actor: Actor, whom: Whom, subject: SubjectId, host: PersonId) -> Times:
        """Openings of a host; `mine` marks what the other has booked."""
        now = self.clock.now()
        async with self.read() as work:
            other = await stand_in(work, actor, whom, now)
            slots = [
                slot
                for slot in await slots_for(work, actor, other, self.clock)
                if slot.terms.subject == subject and slot.host == host
            ]
            exceptions = await work.slots.exceptions([slot.id for slot in slots])
            openings = await openings_of(work, other.eyes, slots, exceptions, now, queues=True)
            openings = await _marked(work, other, openings, self.clock)
            cards = await slot_cards(work, slots)
        return Times({card.slot.id: card for card in cards}, tuple(openings))


async def slots_for(work: ActingWork, actor: Actor, other: StandIn, clock: Clock) -> list[Slot]:
    """Published slots that invite the other; nobody books into own slot this way either."""
    found = await open_slots(work, other.eyes, clock.now())
    return [slot for slot in found if slot.host not in (actor.person, other.visitor)]


async def _marked(work: ActingWork, other: StandIn, openings: list[Opening], clock: Clock) -> list[Opening]:
    if other.behalf.guest is None:
        return openings
    # what is offered in a queue one has to answer oneself: who has no account cannot
    openings = [replace(opening, waits=None, queued=False) for opening in openings]
    hers = {booking.key for booking in await bookings_of_guest(work, other.behalf, clock.now())}
    return [replace(opening, mine=opening.occurrence.key in hers) for opening in openings]
