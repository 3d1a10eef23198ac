"""Whether it is open who leads a meeting."""

from datetime import date

from shnor_domain.consultations.absences.model import Answer
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.model import Booking


async def leader_is_sought(work: AbsenceWork, booking: Booking) -> bool:
    """True while its host is away and the last who was asked has not agreed, or has given it back. What was taken back
    from him, or has left the days of the absence, she leads herself."""
    last = await work.absences.last_about(booking.session)
    if last is None or last.host != booking.host or last.state not in {Answer.ASKED, Answer.REFUSED}:
        return False
    slot = await work.slots.get(booking.key.slot)
    absences = {each.id: each for each in await work.absences.of_host(booking.host, date.min)}
    return slot is not None and absences[last.absence].covers(booking.key.starts, slot.terms.zone)
