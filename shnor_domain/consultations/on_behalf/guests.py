"""Colleagues without an account: known by how they are called, within one school."""

from datetime import datetime, timedelta

from shnor_domain.consultations.model import Behalf, Booking
from shnor_domain.consultations.on_behalf.rights import guest_key
from shnor_domain.consultations.ports import ConsultationWork

KEPT = timedelta(days=30)
"""A name is forgotten so long after the meeting."""


async def bookings_of_guest(work: ConsultationWork, behalf: Behalf, now: datetime) -> list[Booking]:
    """What lies ahead of this guest, whoever of her school has booked it."""
    if behalf.guest is None or behalf.school is None:
        return []
    wanted = guest_key(behalf.guest)
    return [
        booking
        for booking in await work.bookings.of_school(behalf.school, now)
        if booking.behalf.guest is not None and guest_key(booking.behalf.guest) == wanted
    ]
