"""A visitor's own bookings and wishes."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.consultations.cards import BookingCard, booking_cards
from shnor_domain.consultations.model import BookingId
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.use_cases.offers import Subject
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor
from shnor_domain.work import Opens

PAGE = 8


@dataclass(frozen=True, slots=True)
class Mine:
    """What lies ahead of a visitor, by start, and the subjects for which she asked."""

    bookings: tuple[BookingCard, ...]
    wishes: tuple[Subject, ...]


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
            return Mine(tuple(cards), tuple(Subject(subject, names.get(subject, subject)) for subject in wishes))


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
    """One booking, for its visitor only."""

    read: Opens[ConsultationWork]

    async def __call__(self, actor: Actor, booking_id: BookingId) -> BookingCard:
        """In any state; another's booking is `NotFound`, like one that never was."""
        async with self.read() as work:
            booking = await work.bookings.get(booking_id)
            if booking is None or actor.person is None or booking.visitor != actor.person:
                raise NotFound
            return (await booking_cards(work, [booking]))[0]
