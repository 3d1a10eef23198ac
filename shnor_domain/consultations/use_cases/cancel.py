"""A visitor gives her seat back."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.consultations.cards import BookingCard, booking_cards
from shnor_domain.consultations.errors import SessionStarted
from shnor_domain.consultations.host_news import tell_of_end
from shnor_domain.consultations.model import BookingId, BookingState, CancelReason
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.rules import LATE_CANCEL
from shnor_domain.consultations.use_cases.seats import free
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import Actor
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class CancelBooking:
    """The visitor herself, until the start.

    Refused: `NotFound` (another's), `SessionStarted`, `Stale` (ended already). Inside the last 24 h the host is told
    (N5).
    """

    write: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor, booking_id: BookingId, reason: CancelReason | None) -> BookingCard:
        """Free the seat; the same update fed again changes nothing and answers alike."""
        operation = f"cancel:{booking_id}"
        now = self.clock.now()
        async with self.write() as work:
            booking = await work.bookings.get(booking_id)
            if booking is None or actor.person is None or booking.visitor != actor.person:
                raise NotFound
            if await work.applied.result(operation) is None:
                await work.bookings.lock({booking.visitor, booking.host})
                # while this waited it may have been moved: seat and time to give back are those of now
                booking = await work.bookings.get(booking_id) or booking
                if booking.key.starts <= now:
                    raise SessionStarted
                late = booking.key.starts - now < LATE_CANCEL
                if not await work.bookings.end(booking_id, BookingState.CANCELLED, now, late=late, reason=reason):
                    raise Stale
                await free(work, booking)
                slot = await work.slots.get(booking.key.slot)
                if slot is not None:
                    await tell_of_end(work, booking, slot.terms.format, now)
                await work.applied.save(operation, "cancelled")
            ended = await work.bookings.get(booking_id)
            return (await booking_cards(work, [ended or booking]))[0]
