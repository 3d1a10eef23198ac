"""What is new to a visitor about her live booking, whichever of several words of one night is the last (N6)."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from shnor_domain.consultations.model import BookingId, BookingState
from shnor_domain.consultations.notices import mark_of_where, where_of
from shnor_domain.consultations.on_behalf.notices import Deed
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.notifications.model import StoredNotice
from shnor_domain.work import Opens


class New(Enum):
    """What she does not know; the first of these that holds is what she is told, for each message has all the rest."""

    BOOKED = "booked"
    START = "start"
    LEADER = "leader"
    WHERE = "where"


@dataclass(frozen=True, slots=True)
class WhatIsNew:
    """Of a row about a booking: «from» is the start that its reader knows, «leader» the host, «where» the mark of the
    place, «deed» what was done for her: each from the first of the rows that were merged, a payload of its own else."""

    read: Opens[ConsultationWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> New | None:
        """None when everything came back to what she knows, and for who is not its visitor."""
        known = row.notice.payload if row.known is None else row.known
        async with self.read() as work:
            booking = await work.bookings.get(BookingId(int(row.notice.payload["booking"] or 0)))
            if booking is None or booking.state is not BookingState.BOOKED or booking.ends <= now:
                return None
            if booking.visitor != row.notice.person:
                return None
            if unheard(row):
                return New.BOOKED
            if "from" in known and datetime.fromisoformat(str(known["from"])) != booking.key.starts:
                return New.START
            if "leader" in known and known["leader"] != booking.host:
                return New.LEADER
            slot = await work.slots.get(booking.key.slot) if "where" in known else None
        moved = slot is not None and mark_of_where(where_of(slot.terms, booking.link)) != known["where"]
        return New.WHERE if moved else None


@dataclass(frozen=True, slots=True)
class SomethingIsNew:
    """To the visitor: her live booking is otherwise than she knows, in whatever was told of it this night."""

    read: Opens[ConsultationWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False when it came back to what she knows (N6)."""
        return await WhatIsNew(self.read)(row, now) is not None


def unheard(row: StoredNotice) -> bool:
    """True for a word about a booking that somebody has made for its reader, while she has not heard of it: of its end
    she is not told either (N6)."""
    return row.known is not None and row.known.get("deed") == Deed.BOOKED.value
