"""The one digest a day of one person: her due rows gathered, re-checked and said in one message (L3, Q3)."""

import logging
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.notifications.digests import decide_row
from shnor_domain.notifications.kinds import DigestKind, Kinds
from shnor_domain.notifications.marks import Marks
from shnor_domain.notifications.model import DigestHabit, Line, NoticeState, Reader, StoredNotice
from shnor_domain.notifications.ports import DeliveryWork
from shnor_domain.notifications.rules import LEASE, Drop, Go, Hold, Miss, Wait, next_midnight
from shnor_domain.notifications.sending import Sending
from shnor_domain.work import Opens

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SayDigest:
    """Whichever of her rows is claimed first takes the others along; those find themselves said."""

    read: Opens[DeliveryWork]
    write: Opens[DeliveryWork]
    kinds: Kinds
    clock: Clock
    real: Clock
    marks: Marks
    sending: Sending

    async def __call__(self, row: StoredNotice, reader: Reader) -> Awaitable[bool]:
        """Gives the mark to make on all rows that went. Rows are taken in hand before they are looked at: one that
        went along with another would else be looked at a second time.
        """
        now = self.clock.now()
        async with self.write() as work:
            rows = await work.notices.gather(row, self.kinds.of_digest, now, self.real.now() + LEASE)
        async with self.read() as work:
            habit = await work.readers.digest_habit(reader, now, self.kinds.of_digest)
        said: list[StoredNotice] = []
        lines: list[Line] = []
        for each in rows:
            try:
                line = await self._line(each, reader, habit, now)
            except Exception as error:
                logger.exception("notice %s of kind %s stumbled", each.id, each.notice.kind)
                line = self.marks.stumble(each, type(error).__name__)
            if isinstance(line, Line):
                said.append(each)
                lines.append(line)
            else:
                await line
        if not said:
            return self.marks.nothing()
        try:
            return await self.sending(said, reader, await self.kinds.compose(said[0].id, lines, reader))
        except Exception as error:
            logger.exception("a digest of %s rows stumbled, notice %s among them", len(said), said[0].id)
            return self.marks.stumbled(said, type(error).__name__)

    async def _line(
        self, row: StoredNotice, reader: Reader, habit: DigestHabit, now: datetime
    ) -> Line | Awaitable[bool]:
        """What a row says, or the mark of one that does not go now. What she has put off is asked about at its hour
        alone (L6): other rows that come true again are planned anew, this one by nobody but her.
        """
        kind = self.kinds[row.notice.kind]
        if not isinstance(kind, DigestKind):
            raise TypeError(f"{row.notice.kind} is a message of its own")
        decision = decide_row(row.notice, kind.policy, reader, habit, now)
        if isinstance(decision, Go) or not row.notice.put_off:
            true = await kind.still_true(row, now)
            if isinstance(true, datetime):
                return self.marks.move(row, true)
            if not true:
                return self.marks.end([row], NoticeState.CANCELLED, "untrue")
        match decision:
            case Miss():
                return self.marks.end([row], NoticeState.MISSED, row.error or "late")
            case Drop(why):
                return self.marks.end([row], NoticeState.CANCELLED, why)
            case Hold(until, why):
                return self.marks.hold(row, until, why)
            case Wait(until):
                # calendars change: a day that is off now may be worked tomorrow
                return self.marks.wait(row, min(until, next_midnight(now, reader.zone)), settled=True)
        return await kind.line(row, reader)
