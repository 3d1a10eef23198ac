"""«Буду»: the visitor, or somebody for her, says that she comes; the host sees it."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.consultations.cards import BookingCard, booking_cards
from shnor_domain.consultations.errors import SessionStarted
from shnor_domain.consultations.model import BookingId, BookingState
from shnor_domain.consultations.on_behalf.access import ActingWork, acting_role, answers_for
from shnor_domain.consultations.on_behalf.notices import Deed, for_you
from shnor_domain.consultations.on_behalf.use_cases.book import note
from shnor_domain.consultations.on_behalf.use_cases.colleagues import as_seen
from shnor_domain.errors import Stale
from shnor_domain.identity import Actor
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class ConfirmBooking:
    """The visitor herself, or who acts for her, until the start; then she is told (N5).

    Refused: `NotFound` (another's), `SessionStarted`, `Stale` (ended already).
    """

    write: Opens[ActingWork]
    clock: Clock

    async def __call__(self, actor: Actor, booking_id: BookingId) -> BookingCard:
        """Mark it as confirmed; what is confirmed already stays so."""
        operation = f"confirm:{booking_id}"
        now = self.clock.now()
        async with self.write() as work:
            booking = await answers_for(work, actor, await work.bookings.get(booking_id), now)
            if await work.applied.result(operation) is None:
                if booking.state is not BookingState.BOOKED:
                    raise Stale
                if booking.key.starts <= now:
                    raise SessionStarted
                role = await acting_role(work, actor, booking, now)
                if await work.bookings.confirm(booking_id) and role is not None and actor.person is not None:
                    slot = await work.slots.get(booking.key.slot)
                    if slot is not None:
                        told = for_you(booking, Deed.CONFIRMED, actor.person, role, slot.terms.format, now)
                        await work.notices.plan(told)
                    await note(work, actor, booking, "booking-confirm-for-another", now)
                await work.applied.save(operation, "confirmed")
            after = await work.bookings.get(booking_id) or booking
            return (await booking_cards(work, as_seen(actor, [after])))[0]
