"""A booking that was moved to another time: what its host is told (N5, N6)."""

from datetime import datetime

from shnor_domain.consultations.model import Booking, Format
from shnor_domain.consultations.notices import subject_of
from shnor_domain.notifications.model import KindPolicy, Notice, StoredNotice

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
