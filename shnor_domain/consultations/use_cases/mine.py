"""A visitor's own bookings and wishes."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.consultations.cards import BookingCard, booking_cards
from shnor_domain.consultations.model import BookingId
from shnor_domain.consultations.on_behalf.access import ActingWork, answers_for
from shnor_domain.consultations.on_behalf.use_cases.colleagues import as_seen
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.use_cases.offers import Subject
from shnor_domain.consultations.waitlist.showing import WaitCard, wait_cards
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor
from shnor_domain.work import Opens

PAGE = 8


@dataclass(frozen=True, slots=True)
class Mine:
    """What lies ahead of a visitor, by start, and the subjects for which she asked; `for_others` is what she has booked
    for others, `waits` where she stands in a queue."""

    bookings: tuple[BookingCard, ...]
    wishes: tuple[Subject, ...]
    for_others: tuple[BookingCard, ...] = ()
    waits: tuple[WaitCard, ...] = ()


@dataclass(frozen=True, slots=True)
class MyThings:
    """Everybody with consent sees her own."""

    read: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Mine:
        """Bookings not yet over and open wishes."""
        if actor.person is None:
            raise NotAllowed
        async with self.read() as work:
            bookings = await work.bookings.of_visitor(actor.person, self.clock.now())
            cards = await booking_cards(work, bookings)
            names = await work.directory.subjects()
            wishes = [wish.subject for wish in await work.consultation_requests.of_person(actor.person)]
            made = await booking_cards(work, await work.bookings.made_by(actor.person, self.clock.now()))
            asked = tuple(Subject(subject, names.get(subject, subject)) for subject in wishes)
            now = self.clock.now()
            waits = await wait_cards(work, await work.queues.of_person(actor.person, now), now)
            return Mine(tuple(cards), asked, tuple(made), tuple(waits))


@dataclass(frozen=True, slots=True)
class PastBookings:
    """One page of what is over, the latest first."""

    read: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor, page: int) -> tuple[list[BookingCard], bool]:
        """At most 8 cards of page `page` (from 0), and whether there are more."""
        if actor.person is None:
            raise NotAllowed
        async with self.read() as work:
            found = await work.bookings.past_of_visitor(actor.person, self.clock.now(), page * PAGE, PAGE + 1)
            return await booking_cards(work, found[:PAGE]), len(found) > PAGE


@dataclass(frozen=True, slots=True)
class MyBooking:
    """One booking, for its visitor and who acts for her."""

    read: Opens[ActingWork]
    clock: Clock

    async def __call__(self, actor: Actor, booking_id: BookingId) -> BookingCard:
        """In any state; another's booking is `NotFound`, like one that never was. A question is shown to who has typed
        it."""
        async with self.read() as work:
            booking = await answers_for(work, actor, await work.bookings.get(booking_id), self.clock.now())
            return (await booking_cards(work, as_seen(actor, [booking])))[0]
