"""What is told of acts for another, as rows (N5, N6, N8)."""

from datetime import datetime
from enum import Enum

from shnor_domain.consultations.model import Booking, Format
from shnor_domain.consultations.notices import subject_of
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.waitlist.model import Waiting
from shnor_domain.identity import PersonId, Role
from shnor_domain.notifications.model import WAITING, KindPolicy, Notice, Payload

FOR_YOU = "consultation-for-you"
"""To the visitor: somebody has booked, confirmed, cancelled or counted anew for her."""
HEADS_CHANGED = "consultation-heads-changed"
"""To the host: another number of people comes, inside the last 24 h (N5)."""

QUEUED_FOR_YOU = "consultation-queued-for-you"
"""To who waits: somebody has put her into the queue; what is offered there she answers herself."""

POLICIES = (KindPolicy(FOR_YOU), KindPolicy(HEADS_CHANGED), KindPolicy(QUEUED_FOR_YOU))


class Deed(Enum):
    """What was done for the reader."""

    BOOKED = "booked"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    COUNTED = "counted"
    MOVED = "moved"


def for_you(
    booking: Booking,
    deed: Deed,
    by: PersonId,
    role: Role,
    form: Format,
    now: datetime,
    *,
    before: Booking | None = None,
) -> Notice:
    """A row for the visitor; what was cancelled is worth reading until its end, all else until the start. At night she
    is told where she must come, or must not, by the morning (N6); that she is confirmed or counted anew can wait.
    `before` is the booking as she knew it: what was moved or counted anew may come back to it."""
    known = booking if before is None else before
    pressing = deed in {Deed.BOOKED, Deed.CANCELLED, Deed.MOVED}
    return Notice(
        key=f"{FOR_YOU}:{booking.id}:{deed.value}:{int(now.timestamp())}",
        person=booking.visitor,
        kind=FOR_YOU,
        subject=subject_of(booking),
        due=now,
        payload={"booking": booking.id, "deed": deed.value, "by": by, "role": role.value, **_known(deed, known)},
        act_by=min(known.key.starts, booking.key.starts) if pressing else None,
        on_site=form is Format.ON_SITE,
        late_after=booking.ends if deed is Deed.CANCELLED else booking.key.starts,
        news=True,
    )


def _known(deed: Deed, before: Booking) -> Payload:
    """What she knows of that which the deed changes: see `visitor_news.WhatIsNew`."""
    match deed:
        case Deed.CONFIRMED:
            return {"confirmed": False}
        case Deed.COUNTED:
            return {"heads": before.heads}
        case Deed.MOVED:
            return {"from": before.key.starts.isoformat()}
    return {}


def heads_changed(booking: Booking, before: int, now: datetime) -> Notice:
    """A row for the host; `before` is the number that she knows. The night holds it: it is none of N6."""
    return Notice(
        key=f"{HEADS_CHANGED}:{booking.id}:{int(now.timestamp())}",
        person=booking.host,
        kind=HEADS_CHANGED,
        subject=subject_of(booking),
        due=now,
        payload={"booking": booking.id, "before": before},
        late_after=booking.key.starts,
        news=True,
    )


def queued_for_you(waiting: Waiting, by: PersonId, role: Role, now: datetime) -> Notice:
    """A row for who waits now; the night holds it: it is none of N6."""
    return Notice(
        key=f"{QUEUED_FOR_YOU}:{waiting.id}",
        person=waiting.person,
        kind=QUEUED_FOR_YOU,
        subject=f"waiting:{waiting.id}",
        due=now,
        payload={"waiting": waiting.id, "by": by, "role": role.value},
        late_after=waiting.key.starts,
    )


async def has_not_heard(work: ConsultationWork, booking: Booking) -> bool:
    """True while the word that somebody has booked for the visitor still waits: she knows of nothing yet (N6)."""
    rows = await work.notices.of_subject(subject_of(booking))
    return any(
        row.state in WAITING and row.notice.kind == FOR_YOU and row.notice.payload["deed"] == Deed.BOOKED.value
        for row in rows
    )
