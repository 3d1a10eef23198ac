"""A teacher books a seat."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations import notices, reminders
from shnor_domain.consultations.cards import BookingCard, booking_cards
from shnor_domain.consultations.errors import AlreadyBooked, OpenBookingExists
from shnor_domain.consultations.model import Booking, BookingId, SessionKey, Slot
from shnor_domain.consultations.one_open import open_with
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.rules import clean_topic
from shnor_domain.consultations.use_cases.seats import invited_slot, open_session, take
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, PersonId
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class BookConsultation:
    """Who the slot invites may book one seat for herself (R155).

    Refused: `NotAllowed` (not invited), `OwnSlot`, `SessionGone`, `TooLate`, `TooEarly`, `AlreadyBooked`,
    `OpenBookingExists`, `YouAreBusy`, `NoSeatsLeft`, `Invalid("topic", …)`. Capacity and overlaps are kept by named
    constraints: nothing is looked at beforehand that another writer could change.
    """

    write: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor, key: SessionKey, topic: str | None) -> BookingCard:
        """Book; the same update fed again gives the booking that it made."""
        if actor.person is None:
            raise NotAllowed
        line = clean_topic(topic)
        operation = f"book:{key.slot}:{int(key.starts.timestamp())}"
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return await booked_card(work, BookingId(int(done)))
            booking = await book_seat(work, actor, key, line, self.clock)
            await work.applied.save(operation, str(booking.id))
            return await booked_card(work, booking.id)


async def book_seat(work: ConsultationWork, actor: Actor, key: SessionKey, topic: str | None, clock: Clock) -> Booking:
    """Take a seat for the actor herself inside an open unit; refused as `BookConsultation` is."""
    person = actor.person
    if person is None:
        raise NotAllowed
    slot = await invited_slot(work, actor, key, clock.now())
    await work.bookings.lock({person, slot.host})
    # the host may have ended it while this waited
    slot = await invited_slot(work, actor, key, clock.now())
    now = clock.now()
    await _check_own_bookings(work, person, slot, key, now)
    session = await open_session(work, actor, slot, key, now)
    booking_id = await work.bookings.add(session, person, topic, now)
    await take(work, person, session, now)
    booking = await work.bookings.get(booking_id)
    if booking is None:
        raise NotFound
    await work.notices.plan(notices.booked(booking, now), *reminders.of_visitor(booking, now))
    await work.consultation_requests.withdraw(person, slot.terms.subject)
    return booking


async def _check_own_bookings(
    work: ConsultationWork, person: PersonId, slot: Slot, key: SessionKey, now: datetime
) -> None:
    hers = await work.bookings.of_visitor(person, now)
    for booking in hers:
        if booking.key == key:
            raise AlreadyBooked(booking=booking.id)
    if (other := await open_with(work, hers, slot.id, slot.terms.subject)) is not None:
        raise OpenBookingExists(booking=other.id)


async def booked_card(work: ConsultationWork, booking_id: BookingId) -> BookingCard:
    """The booking as its visitor sees it; raises `NotFound`."""
    booking = await work.bookings.get(booking_id)
    if booking is None:
        raise NotFound
    return (await booking_cards(work, [booking]))[0]
