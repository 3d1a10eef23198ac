"""What of a booking is otherwise than its host knows, whichever of several words of one night is the last (N6)."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from shnor_domain.consultations.model import BookingState
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.telling import booking_of
from shnor_domain.notifications.model import StoredNotice
from shnor_domain.work import Opens


class Otherwise(Enum):
    """The first that holds is what she is told: a word of another start has the number that comes too."""

    START = "start"
    HEADS = "heads"


@dataclass(frozen=True, slots=True)
class WhatIsOtherwise:
    """Of a row to the host of a live booking: «from» is the start that she knows, «before» the number of people."""

    read: Opens[ConsultationWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> Otherwise | None:
        """None when all came back to what she knows, for another than its host, and after the end."""
        known = row.notice.payload if row.known is None else row.known
        async with self.read() as work:
            booking = await work.bookings.get(booking_of(row.notice))
        if booking is None or booking.state is not BookingState.BOOKED or booking.ends <= now:
            return None
        if booking.host != row.notice.person:
            return None
        if "from" in known and datetime.fromisoformat(str(known["from"])) != booking.key.starts:
            return Otherwise.START
        return Otherwise.HEADS if "before" in known and known["before"] != booking.heads else None


@dataclass(frozen=True, slots=True)
class SomethingIsOtherwise:
    """To the host: a visitor's live booking is otherwise than she knows."""

    read: Opens[ConsultationWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False when it came back to what she knows (N6)."""
        return await WhatIsOtherwise(self.read)(row, now) is not None
