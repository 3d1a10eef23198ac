"""«Напомнить завтра» under a digest (L6)."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.notifications.digests import digest_minute
from shnor_domain.notifications.kinds import Kinds
from shnor_domain.notifications.model import AGAIN, Notice, NoticeId
from shnor_domain.notifications.ports import DeliveryWork
from shnor_domain.people.model.days import local_day
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class RemindTomorrow:
    """The reader of a digest alone: its rows that are still true stand in her next working day's digest too.

    `NotFound` for a message of somebody else's, for one that is no digest, and for one that never went.
    """

    read: Opens[DeliveryWork]
    write: Opens[DeliveryWork]
    kinds: Kinds
    clock: Clock

    async def __call__(self, actor: Actor, notice: NoticeId) -> datetime | None:
        """When that digest goes, None when no row is true any more. `notice` is any of the rows of the digest; a second
        tap of the day plans nothing more.
        """
        person, now = person_of(actor), self.clock.now()
        async with self.read() as work:
            message = await work.notices.in_message(person, notice)
        rows = [row for row in message if row.notice.kind in self.kinds.of_digest]
        if not rows:
            raise NotFound
        true = [row.notice for row in rows if await self.kinds[row.notice.kind].still_true(row, now)]
        if not true:
            return None
        async with self.write() as work:
            reader = await work.readers.reader(person)
            if reader is None:
                raise NotFound
            tomorrow = local_day(now, reader.zone) + timedelta(days=1)
            due = datetime.combine(tomorrow, time(), ZoneInfo(reader.zone)).astimezone(UTC)
            await work.notices.plan(*(_again(each, tomorrow, due) for each in true))
            habit = await work.readers.digest_habit(reader, now, self.kinds.of_digest)
            reader = replace(reader, days_off=await work.readers.days_off(reader, now))
        return digest_minute(reader, habit, due, tomorrow)


def _again(notice: Notice, day: date, due: datetime) -> Notice:
    """She asked for it herself: no cut-off and no cause before which it would not go."""
    key = f"{notice.key.partition(AGAIN)[0]}{AGAIN}{day}"
    return replace(notice, key=key, due=due, since=None, late_after=None, over_at=None)
