"""Whether what was planned to be told of materials is still true, and hers to know (Q3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.notifications.model import StoredNotice
from shnor_domain.notifications.ports import StillTrue
from shnor_domain.seminars.events.model import EventState
from shnor_domain.seminars.events.telling import event_of
from shnor_domain.seminars.materials import notices
from shnor_domain.seminars.materials.ports import MaterialWork
from shnor_domain.seminars.materials.reading import missed_it
from shnor_domain.seminars.materials.rules import MISSED_AFTER, missed_at
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class SheCame:
    """She was at a lesson, and there is something to look at."""

    read: Opens[MaterialWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once all of it was taken away, or her mark."""
        async with self.read() as work:
            event = event_of(row.notice)
            if not await work.event_materials.of_event(event):
                return False
            return bool(await work.presence.attended(row.notice.person, event))


@dataclass(frozen=True, slots=True)
class SheDidNot:
    """A day after the last lesson she has been at none, and there is something to look at."""

    read: Opens[MaterialWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool | datetime:
        """Where the last lesson was moved it goes a day after its new end. False too for who has no seat any more, or
        whose school is not behind it."""
        async with self.read() as work:
            event = await work.seminar_events.get(event_of(row.notice))
            if event is None or event.state is not EventState.OPEN or not event.open_lessons:
                return False
            if not event.over(now - MISSED_AFTER):
                return missed_at(event, now)
            if not await work.event_materials.of_event(event.id):
                return False
            return await missed_it(work, event, row.notice.person, now)


def checks(read: Opens[MaterialWork]) -> Mapping[str, StillTrue]:
    """The re-check of each kind of `notices.POLICIES`."""
    return {notices.MATERIALS: SheCame(read), notices.MISSED: SheDidNot(read)}
