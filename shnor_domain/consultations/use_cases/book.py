"""A teacher books a seat."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.consultations import notices
from shnor_domain.consultations.cards import BookingCard, booking_cards, exceptions_of, open_slots
from shnor_domain.consultations.errors import (
    AlreadyBooked,
    NoSeatsLeft,
    OpenBookingExists,
    OwnSlot,
    SessionGone,
    YouAreBusy,
)
from shnor_domain.consultations.model import Booking, BookingId, SessionKey, SessionState, Slot
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.rules import check_bookable, clean_topic, occurrence_at
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
        person = actor.person
        if person is None:
            raise NotAllowed
        line = clean_topic(topic)
        operation = f"book:{key.slot}:{int(key.starts.timestamp())}"
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return await _card(work, BookingId(int(done)))
            slot = await self._slot(work, actor, key)
            await work.bookings.lock({person, slot.host})
            # the host may have ended it while this waited
            slot = await self._slot(work, actor, key)
            await self._check_own_bookings(work, person, slot, key)
            booking = await self._take(work, actor, person, slot, key, line)
            await work.notices.plan(notices.booked(booking, self.clock.now()))
            await work.consultation_requests.withdraw(person, slot.terms.subject)
            await work.applied.save(operation, str(booking.id))
            return await _card(work, booking.id)

    async def _slot(self, work: ConsultationWork, actor: Actor, key: SessionKey) -> Slot:
        for slot in await open_slots(work, actor, self.clock.now()):
            if slot.id == key.slot:
                return slot
        known = await work.slots.get(key.slot)
        if known is not None and known.host == actor.person:
            raise OwnSlot
        raise NotFound

    async def _check_own_bookings(self, work: ConsultationWork, person: PersonId, slot: Slot, key: SessionKey) -> None:
        for booking in await work.bookings.of_visitor(person, self.clock.now()):
            if booking.key == key:
                raise AlreadyBooked(booking=booking.id)
            if booking.host == slot.host and booking.subject == slot.terms.subject:
                raise OpenBookingExists(booking=booking.id)

    async def _take(
        self, work: ConsultationWork, actor: Actor, person: PersonId, slot: Slot, key: SessionKey, topic: str | None
    ) -> Booking:
        now = self.clock.now()
        occurrence = occurrence_at(slot, await exceptions_of(work, slot), key.starts)
        check_bookable(slot, occurrence, actor, now)
        session = await work.sessions.ensure(slot, occurrence)
        if session.state is SessionState.CANCELLED:
            raise SessionGone
        booking_id = await work.bookings.add(session, person, topic, now)
        taken = await work.bookings.take_seat(session.id)
        await work.bookings.occupy(person, session, YouAreBusy)
        if taken == 1:
            await work.bookings.occupy(session.host, session, NoSeatsLeft)
        booking = await work.bookings.get(booking_id)
        if booking is None:
            raise NotFound
        return booking


async def _card(work: ConsultationWork, booking_id: BookingId) -> BookingCard:
    booking = await work.bookings.get(booking_id)
    if booking is None:
        raise NotFound
    return (await booking_cards(work, [booking]))[0]
