"""Pure rules of who came: when it may be said, and of whom."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from shnor_domain.consultations.attendance.errors import MarkingOver, NotYetStarted
from shnor_domain.consultations.attendance.model import CORRECTED
from shnor_domain.consultations.model import Booking, BookingId, Sits
from shnor_domain.consultations.rules import MAX_CAPACITY
from shnor_domain.errors import Invalid


def check_time(starts: datetime, ends: datetime, now: datetime) -> None:
    """From the start until 14 days after the end."""
    if now < starts:
        raise NotYetStarted
    if now > ends + CORRECTED:
        raise MarkingOver(days=CORRECTED.days)


def checked_came(bookings: Sequence[Booking], came: Mapping[BookingId, int] | None) -> dict[BookingId, int]:
    """How many came by each booking: all seats without `came`, else those named, 0 for all others.

    Of pupils and parents more may come than were enrolled; of others nobody whom no seat was kept for. Raises
    `Invalid("came", …)`: «unknown» for another meeting's booking, «range», «empty» when nobody came at all (that is a
    meeting that was not held).
    """
    if came is None:
        return {booking.id: booking.heads for booking in bookings}
    if came.keys() - {booking.id for booking in bookings}:
        raise Invalid("came", "unknown")
    counted = {booking.id: came.get(booking.id, 0) for booking in bookings}
    for booking in bookings:
        most = MAX_CAPACITY if booking.behalf.sits is Sits.SCHOOL else booking.heads
        if not 0 <= counted[booking.id] <= most:
            raise Invalid("came", "range", most=most)
    if not any(counted.values()):
        raise Invalid("came", "empty")
    return counted


def typed_came(text: str) -> int:
    """How many came in «9», «9 человек», «0»; raises `Invalid("came", "range")` above 500 and for what is no number."""
    found = re.match(r"\s*(\d{1,3})\b", text)
    if found is None or int(found[1]) > MAX_CAPACITY:
        raise Invalid("came", "range", most=MAX_CAPACITY)
    return int(found[1])
