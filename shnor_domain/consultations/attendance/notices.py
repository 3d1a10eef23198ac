"""«Как прошло?»: the one question to the host once a meeting is over, without a sound and never at night."""

from datetime import datetime

from shnor_domain.consultations.attendance.model import CORRECTED
from shnor_domain.consultations.model import Session
from shnor_domain.notifications.model import KindPolicy, Notice

HOW_WAS_IT = "consultation-how-was-it"
"""To the host of a meeting that somebody had booked, at its end."""

POLICIES = (KindPolicy(HOW_WAS_IT, resend_unknown=False),)


def how_was_it(session: Session, subject: str, now: datetime) -> Notice:
    """A row for the host, planned at `now` with her reminders and of the same `subject`; once she has marked the
    meeting, or can no longer, it says so."""
    return Notice(
        key=f"{HOW_WAS_IT}:{session.id}:{int(session.key.starts.timestamp())}",
        person=session.host,
        kind=HOW_WAS_IT,
        subject=subject,
        due=session.ends,
        payload={"session": session.id, "starts": session.key.starts.isoformat()},
        late_after=session.ends + CORRECTED,
        over_at=session.ends + CORRECTED,
        since=now,
    )
