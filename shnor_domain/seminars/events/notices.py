"""What schools and who runs the seminar are told of events, as rows. Words: `handlers.seminars.events.notices`."""

from collections.abc import Iterable
from datetime import datetime

from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import KindPolicy, Notice
from shnor_domain.seminars.events.model import Event, EventId
from shnor_domain.seminars.requests.model import Support

EVENT_OFF = "seminar-event-off"
"""To the schools behind a request: what was to answer it is called off, and it is open again."""

HOST_GONE = "seminar-host-gone"
"""To who runs the seminar, as a row of the digest: nobody leads what is published."""

POLICIES = (KindPolicy(EVENT_OFF), KindPolicy(HOST_GONE, digest=True))


def host_gone(event: Event, people: Iterable[PersonId], now: datetime) -> list[Notice]:
    """A row for each who runs the seminar; once for each host that is lost."""
    return [
        Notice(
            key=f"{HOST_GONE}:{event.id}:{event.version}:{person}",
            person=person,
            kind=HOST_GONE,
            subject=f"event-host:{event.id}",
            due=now,
            payload={"event": event.id},
        )
        for person in people
    ]


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
