"""«Как вам занятие?» to who came. Words are made by `handlers.seminars.rating.notices`."""

from collections.abc import Iterable
from datetime import datetime

from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import KindPolicy, Notice
from shnor_domain.seminars.events.model import Event
from shnor_domain.seminars.rating.model import RATED

RATE = "event-rate"

POLICIES = (KindPolicy(RATE, rest=True, optional=True, resend_unknown=False),)


def asked(event: Event, people: Iterable[PersonId], now: datetime) -> list[Notice]:
    """Once for each event, after its last lesson, whatever becomes of its hour; none once it may be rated no more."""
    if not event.open_lessons:
        return []
    ends = event.open_lessons[-1].ends
    if ends + RATED <= now:
        return []
    return [
        Notice(
            key=f"{RATE}:{event.id}:{person}",
            person=person,
            kind=RATE,
            subject=f"{RATE}:{event.id}:{person}",
            due=max(now, ends),
            payload={"event": event.id},
            late_after=ends + RATED,
            over_at=ends + RATED,
        )
        for person in people
    ]
