"""A booking that was moved to another time: what its host is told (N5, N6)."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.consultations.model import Booking, BookingState, Format
from shnor_domain.consultations.notices import subject_of
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.telling import booking_of
from shnor_domain.notifications.model import KindPolicy, Notice, StoredNotice
from shnor_domain.work import Opens

VISITOR_MOVED = "consultation-visitor-moved"
"""To the host: a visitor moved her booking, from or to a start within 24 h (N5)."""

POLICIES = (KindPolicy(VISITOR_MOVED),)


def visitor_moved(before: Booking, after: Booking, form: Format, now: datetime) -> Notice:
    """A row for the host whose visitor comes at another time than she knows."""
    return Notice(
        key=f"{VISITOR_MOVED}:{after.id}:{int(now.timestamp())}",
        person=after.host,
        kind=VISITOR_MOVED,
        subject=subject_of(after),
        due=now,
        payload={"booking": after.id, "from": before.key.starts.isoformat()},
        act_by=min(before.key.starts, after.key.starts),
        on_site=form is Format.ON_SITE,
        late_after=after.ends,
        news=True,
    )


def known_start(row: StoredNotice) -> datetime:
    """The start that the reader knows: the first of the moves that were merged tells it (N6)."""
    return datetime.fromisoformat(str((row.known or row.notice.payload)["from"]))


@dataclass(frozen=True, slots=True)
class VisitorMoved:
    """To the host: the booking is live, ahead, and not where she knows it."""

    read: Opens[ConsultationWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False when it came back to what she knows (N6)."""
        async with self.read() as work:
            booking = await work.bookings.get(booking_of(row.notice))
        return (
            booking is not None
            and booking.state is BookingState.BOOKED
            and booking.host == row.notice.person
            and booking.ends > now
            and booking.key.starts != known_start(row)
        )
