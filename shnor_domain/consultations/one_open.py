"""One open booking a subject and host (defaults of product.md)."""

from collections.abc import Sequence

from shnor_domain.consultations.model import Booking, SlotId
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.identity import SubjectId


async def open_with(
    work: ConsultationWork, bookings: Sequence[Booking], slot: SlotId, subject: SubjectId
) -> Booking | None:
    """The first of `bookings`, which are live and ahead, on this subject with the host of this slot.

    The host is whose times they are: a substitute leads one meeting and takes no place of another's.
    """
    alike = [booking for booking in bookings if booking.subject == subject]
    if not alike:
        return None
    slots = await work.slots.many({slot, *(booking.key.slot for booking in alike)})
    hosts = {each.id: each.host for each in slots}
    return next((booking for booking in alike if hosts.get(booking.key.slot) == hosts.get(slot)), None)
