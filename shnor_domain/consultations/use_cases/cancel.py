"""A visitor gives her seat back, or somebody for her."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations.cards import BookingCard, booking_cards
from shnor_domain.consultations.errors import SessionStarted
from shnor_domain.consultations.host_news import tell_of_end
from shnor_domain.consultations.model import Booking, BookingId, BookingState, CancelReason, Format
from shnor_domain.consultations.on_behalf.access import ActingWork, acting_role, answers_for
from shnor_domain.consultations.on_behalf.notices import Deed, for_you, has_not_heard
from shnor_domain.consultations.on_behalf.use_cases.book import note
from shnor_domain.consultations.on_behalf.use_cases.colleagues import as_seen
from shnor_domain.consultations.rules import LATE_CANCEL
from shnor_domain.consultations.use_cases.seats import free
from shnor_domain.errors import Stale
from shnor_domain.identity import Actor
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class CancelBooking:
    """The visitor herself, or who acts for her, until the start.

    Refused: `NotFound` (another's), `SessionStarted`, `Stale` (ended already). Inside the last 24 h the host is told;
    the visitor of what another cancels (N5).
    """

    write: Opens[ActingWork]
    clock: Clock

    async def __call__(self, actor: Actor, booking_id: BookingId, reason: CancelReason | None) -> BookingCard:
        """Free the seat; the same update fed again changes nothing and answers alike."""
        operation = f"cancel:{booking_id}"
        now = self.clock.now()
        async with self.write() as work:
            booking = await answers_for(work, actor, await work.bookings.get(booking_id), now)
            if await work.applied.result(operation) is None:
                slot = await work.slots.get(booking.key.slot)
                await work.bookings.lock({booking.visitor, booking.host} | ({slot.host} if slot is not None else set()))
                # while this waited it may have been moved: seat and time to give back are those of now
                booking = await work.bookings.get(booking_id) or booking
                if booking.key.starts <= now:
                    raise SessionStarted
                late = booking.key.starts - now < LATE_CANCEL
                if not await work.bookings.end(booking_id, BookingState.CANCELLED, now, late=late, reason=reason):
                    raise Stale
                await free(work, booking, now)
                if slot is not None:
                    unheard = await has_not_heard(work, booking)
                    await tell_of_end(work, booking, slot.terms.format, now)
                    await self._tell_visitor(work, actor, booking, slot.terms.format, now, unheard=unheard)
                await work.applied.save(operation, "cancelled")
            ended = await work.bookings.get(booking_id)
            return (await booking_cards(work, as_seen(actor, [ended or booking])))[0]

    async def _tell_visitor(
        self, work: ActingWork, actor: Actor, booking: Booking, form: Format, now: datetime, *, unheard: bool
    ) -> None:
        """Of what another has cancelled, unless she has not even heard of the booking (N6)."""
        role = await acting_role(work, actor, booking, now)
        if role is None or actor.person is None:
            return
        await note(work, actor, booking, "booking-cancel-for-another", now)
        if not unheard:
            await work.notices.plan(for_you(booking, Deed.CANCELLED, actor.person, role, form, now))
