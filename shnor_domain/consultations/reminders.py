"""Reminders of consultations as rows: 24 h and 1 h before, to the visitor and to the host (N1–N4).

A row is planned with the booking; where its minute begins before that, it is not made up for (N3). A key carries the
start: a booking that was moved has new reminders beside the old ones.
"""

from datetime import datetime

from shnor_domain.consultations.attendance.notices import how_was_it
from shnor_domain.consultations.model import Booking, Session, SessionId
from shnor_domain.consultations.notices import subject_of
from shnor_domain.notifications.before_start import pair
from shnor_domain.notifications.model import KindPolicy, Notice

DAY_BEFORE = "consultation-day-before"
"""To the visitor, 24 h before; in the evening where that falls in her night (N2)."""
HOUR_BEFORE = "consultation-hour-before"
"""To the visitor, 1 h before, also at night."""
HOST_DAY_BEFORE = "consultation-host-day-before"
"""To the host of a session that has a booking."""
HOST_HOUR_BEFORE = "consultation-host-hour-before"
"""The same, 1 h before."""

POLICIES = (
    KindPolicy(DAY_BEFORE),
    KindPolicy(HOUR_BEFORE, night=False),
    KindPolicy(HOST_DAY_BEFORE),
    KindPolicy(HOST_HOUR_BEFORE, night=False),
)


def subject_of_session(session: SessionId) -> str:
    """Reminders of one meeting's host share this subject."""
    return f"session:{session}"


def of_visitor(booking: Booking, now: datetime) -> list[Notice]:
    """What reminds a visitor of a booking that was made, or moved here, at `now`."""
    return list(
        pair(
            (DAY_BEFORE, HOUR_BEFORE),
            f"{booking.id}",
            booking.visitor,
            subject_of(booking),
            booking.key.starts,
            {"booking": booking.id},
            now,
        )
    )


def of_host(session: Session, now: datetime) -> list[Notice]:
    """What reminds a host of a session whose first seat was taken at `now`, and asks her afterwards how it was."""
    subject = subject_of_session(session.id)
    reminders = pair(
        (HOST_DAY_BEFORE, HOST_HOUR_BEFORE),
        f"{session.id}",
        session.host,
        subject,
        session.key.starts,
        {"session": session.id},
        now,
    )
    return [*reminders, how_was_it(session, subject, now)]
