"""What a host has heard of a booking, and what she is told when it ends (N5, N6)."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.consultations import notices
from shnor_domain.consultations.model import Booking, Format
from shnor_domain.consultations.moving import VISITOR_MOVED, known_start
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.rules import TELL_HOST
from shnor_domain.notifications.model import WAITING


@dataclass(frozen=True, slots=True)
class Heard:
    """`of_it` is False while the notice of the booking itself still waits; `start` is where she believes it to be when
    a word of its move still waits, None when she knows where it is.
    """

    of_it: bool
    start: datetime | None


async def heard(work: ConsultationWork, booking: Booking) -> Heard:
    """Read off what still waits about the booking."""
    rows = [row for row in await work.notices.of_subject(notices.subject_of(booking)) if row.state in WAITING]
    moves = [known_start(row) for row in rows if row.notice.kind == VISITOR_MOVED]
    return Heard(all(row.notice.kind != notices.BOOKED for row in rows), next(iter(moves), None))


async def tell_of_end(work: ConsultationWork, booking: Booking, form: Format, now: datetime) -> None:
    """After a booking has ended: its reminders vanish, and the host hears of it when what she knows, or what is, starts
    within the last 24 h (N5).
    """
    host = await heard(work, booking)
    await work.notices.cancel(notices.subject_of(booking), now)
    starts = booking.key.starts if host.start is None else min(host.start, booking.key.starts)
    if starts - now < TELL_HOST:
        told = notices.visitor_cancelled(booking, form, now, known=host.start, untold=not host.of_it)
        await work.notices.plan(told)
