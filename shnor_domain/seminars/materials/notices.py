"""What is told of materials. Words are made by `handlers.seminars.materials.notices`."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import KindPolicy, Notice
from shnor_domain.seminars.events.model import Event, EventId
from shnor_domain.seminars.materials.model import Material

MATERIALS = "event-materials"
"""To who came: what was added, one message for several."""
MISSED = "event-missed"
"""To who asked or had a seat and was not there: where the materials are, without a reproach."""

POLICIES = (KindPolicy(MATERIALS, rest=True), KindPolicy(MISSED, rest=True, optional=True))
_LATE = timedelta(days=14)


def added(event: EventId, batch: Sequence[Material], people: Iterable[PersonId], now: datetime) -> list[Notice]:
    """Once for each batch."""
    last = max(each.id for each in batch)
    return [
        Notice(
            key=f"{MATERIALS}:{event}:{last}:{person}",
            person=person,
            kind=MATERIALS,
            subject=f"{MATERIALS}:{event}:{person}",
            due=now,
            payload={"event": event, "last": last, "count": len(batch)},
            late_after=now + _LATE,
        )
        for person in people
    ]


def missed(event: Event, people: Iterable[PersonId], due: datetime) -> list[Notice]:
    """Once for each event, whatever is added later and whatever becomes of its last hour."""
    return [
        Notice(
            key=f"{MISSED}:{event.id}:{person}",
            person=person,
            kind=MISSED,
            subject=f"{MISSED}:{event.id}:{person}",
            due=due,
            payload={"event": event.id},
            late_after=due + _LATE,
        )
        for person in people
    ]
