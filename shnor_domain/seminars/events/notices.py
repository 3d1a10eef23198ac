"""What schools are told of events, as rows. Words are made by `handlers.seminars.events.notices`."""

from collections.abc import Iterable
from datetime import datetime

from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import KindPolicy, Notice
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.requests.model import Support

EVENT_OFF = "seminar-event-off"
"""To the schools behind a request: what was to answer it is called off, and it is open again."""

POLICIES = (KindPolicy(EVENT_OFF),)


def called_off(
    support: Support, event: EventId, people: Iterable[PersonId], now: datetime, until: datetime
) -> list[Notice]:
    """A row for each of the school; from the end of the half-year on it has no buttons."""
    return [
        Notice(
            key=f"{EVENT_OFF}:{support.id}:{event}:{person}",
            person=person,
            kind=EVENT_OFF,
            subject=f"support-event:{support.id}:{event}",
            due=now,
            payload={"support": support.id, "event": event},
            over_at=until,
        )
        for person in people
    ]
