"""Whether the question what an event was worth is still to be asked (Q3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.notifications.model import StoredNotice
from shnor_domain.notifications.ports import StillTrue
from shnor_domain.seminars.events.model import EventState
from shnor_domain.seminars.events.telling import event_of
from shnor_domain.seminars.rating import notices
from shnor_domain.seminars.rating.ports import RatingWork
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class CameAndHasNotRated:
    """The event is over, she was there, and has not answered."""

    read: Opens[RatingWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool | datetime:
        """Where its last lesson was moved meanwhile the question goes at its new end."""
        person = row.notice.person
        async with self.read() as work:
            event = await work.seminar_events.get(event_of(row.notice))
            if event is None or event.state is not EventState.OPEN:
                return False
            if not event.over(now):
                return event.open_lessons[-1].ends
            if any(of == event.id for of, _rating in await work.event_ratings.of_person(person)):
                return False
            return bool(await work.presence.attended(person, event.id))


def checks(read: Opens[RatingWork]) -> Mapping[str, StillTrue]:
    """The re-check of each kind of `notices.POLICIES`."""
    return {notices.RATE: CameAndHasNotRated(read)}
