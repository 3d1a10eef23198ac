"""Whether it is open who leads a meeting."""

from datetime import date, datetime

from shnor_domain.consultations.absences.model import Answer
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.model import Booking


async def leader_is_sought(work: AbsenceWork, booking: Booking, now: datetime) -> bool:
    """True while its host is away and the last who was asked has not agreed, or has given it back. A meeting that has
    left the days of the absence she leads herself."""
    asks = await work.absences.of_absent(booking.host, now, refused=True)
    last = next((each for each in reversed(asks) if booking.session in each.meetings), None)
    if last is None or last.state is Answer.AGREED:
        return False
    slot = await work.slots.get(booking.key.slot)
    absences = {each.id: each for each in await work.absences.of_host(booking.host, date.min)}
    return slot is not None and absences[last.absence].covers(booking.key.starts, slot.terms.zone)
