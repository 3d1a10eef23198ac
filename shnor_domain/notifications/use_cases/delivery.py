"""What becomes of one claimed row."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from shnor_domain.clock import Clock
from shnor_domain.messaging import (
    ChatId,
    ChatMoved,
    Lane,
    Message,
    MessageRef,
    Messenger,
    OutcomeUnknown,
    Refused,
    TryLater,
    Unreachable,
)
from shnor_domain.notifications.kinds import Kind, Kinds
from shnor_domain.notifications.model import Face, NoticeState, Reader, StoredNotice
from shnor_domain.notifications.ports import DeliveryWork, Meter
from shnor_domain.notifications.rules import Drop, Hold, Miss, backoff, decide, late_at
from shnor_domain.work import Opens

logger = logging.getLogger(__name__)

MOST_BUGS = 5
"""After so many attempts that ended in an exception of our own a row is failed."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """Re-checks, decides, sends, and marks the row on its own. Whatever happens to one row, the others go on.

    `jitter` gives numbers in [0, 1).
    """

    read: Opens[DeliveryWork]
    write: Opens[DeliveryWork]
    kinds: Kinds
    messenger: Messenger
    clock: Clock
    real: Clock
    meter: Meter
    jitter: Callable[[], float]

    async def __call__(self, row: StoredNotice) -> None:
        """Never raises for a fault of one row: it goes later, or is failed and logged by its id."""
        try:
            step = await self._retouch(row) if row.state is NoticeState.SENT else await self._say(row)
        except Exception as error:
            logger.exception("notice %s of kind %s stumbled", row.id, row.notice.kind)
            step = self._stumble(row, type(error).__name__)
        try:
            await step
        except Exception:
            logger.exception("notice %s keeps its lease: it could not be marked", row.id)

    async def _say(self, row: StoredNotice) -> Awaitable[None]:
        """Gives the mark to make; it is made outside, so that a mark that fails leaves the row to its lease."""
        now = self.clock.now()
        kind = self.kinds[row.notice.kind]
        async with self.read() as work:
            reader = await work.readers.reader(row.notice.person)
            if reader is not None and kind.policy.rest:
                reader = replace(reader, days_off=await work.readers.days_off(reader, now))
        if reader is None:
            return self._end(row, NoticeState.CANCELLED, "nobody")
        if row.notice.news:
            async with self.write() as work:
                merged = await work.notices.absorb(row)
            if merged is None:
                return self._done(row, NoticeState.CANCELLED, "merged")
            row = merged
        true = await kind.still_true(row, now)
        if isinstance(true, datetime):
            return self._move(row, true)
        if not true:
            return self._end(row, NoticeState.CANCELLED, "untrue")
        match decide(row.notice, kind.policy, reader, now):
            case Miss():
                return self._end(row, NoticeState.MISSED, row.error or "late")
            case Drop(why):
                return self._end(row, NoticeState.CANCELLED, why)
            case Hold(until, why):
                return self._hold(row, until, why)
        return await self._send(row, kind, reader)

    async def _send(self, row: StoredNotice, kind: Kind, reader: Reader) -> Awaitable[None]:
        if reader.chat is None:
            raise ValueError("a reader without a chat")
        message = await kind.render(row, reader, Face.NEW)
        try:
            ref = await self._to_chat(reader.chat, message, Lane.MAILING if row.notice.mailing else Lane.PEOPLE)
        except Unreachable as lost:
            return self._lose(row, kind, reader.chat, lost.reason)
        except TryLater as fault:
            return self._put_off(row, "try-later", fault.seconds)
        except OutcomeUnknown:
            if kind.policy.resend_unknown:
                return self._put_off(row, "unknown-outcome", None)
            return self._end(row, NoticeState.UNKNOWN, "unknown-outcome")
        except Refused as refusal:
            logger.error("notice %s of kind %s was refused", row.id, row.notice.kind)
            return self._end(row, NoticeState.FAILED, refusal.description)
        return self._sent(row, ref)

    async def _to_chat(self, chat: ChatId, message: Message, lane: Lane) -> MessageRef:
        """A chat that moved keeps its messages: the account gets the new id, the message goes there."""
        try:
            return await self.messenger.send(chat, message, lane)
        except ChatMoved as moved:
            async with self.write() as work:
                await work.reach.moved(chat, moved.chat)
            try:
                return await self.messenger.send(moved.chat, message, lane)
            except ChatMoved as again:
                raise TryLater from again

    async def _retouch(self, row: StoredNotice) -> Awaitable[None]:
        """Edit what was sent (N4): without a sound, at any hour, never anew."""
        face = Face.CHANGED if row.face is Face.CHANGED else Face.PAST
        async with self.read() as work:
            reader = await work.readers.reader(row.notice.person)
        if reader is None or reader.chat is None or row.ref is None:
            return self._retouched(row, face)
        message = await self.kinds[row.notice.kind].render(row, reader, face)
        try:
            await self.messenger.edit(row.ref, message, anew=False)
        except (TryLater, OutcomeUnknown) as fault:
            return self._put_off(row, "edit", fault.seconds if isinstance(fault, TryLater) else None)
        except (Unreachable, Refused, ChatMoved) as fault:
            logger.info("notice %s keeps its old face: %s", row.id, type(fault).__name__)
        return self._retouched(row, face)

    async def _sent(self, row: StoredNotice, ref: MessageRef) -> None:
        async with self.write() as work:
            await work.notices.sent(row, ref, self.clock.now())
        self.meter.ended(row.notice.kind, NoticeState.SENT, "")

    async def _retouched(self, row: StoredNotice, face: Face) -> None:
        async with self.write() as work:
            await work.notices.retouched(row.id, face)

    async def _end(self, row: StoredNotice, state: NoticeState, why: str) -> None:
        async with self.write() as work:
            await work.notices.end(row.id, state, why)
        self.meter.ended(row.notice.kind, state, why if state is not NoticeState.FAILED else "refused")

    async def _done(self, row: StoredNotice, state: NoticeState, why: str) -> None:
        self.meter.ended(row.notice.kind, state, why)

    async def _hold(self, row: StoredNotice, until: datetime | None, why: str) -> None:
        async with self.write() as work:
            await work.notices.hold(row.id, until, why)
        self.meter.ended(row.notice.kind, NoticeState.HELD, why)

    async def _lose(self, row: StoredNotice, kind: Kind, chat: ChatId, reason: str) -> None:
        async with self.write() as work:
            await work.reach.lost(chat, reason, self.clock.now())
            await work.notices.hold(row.id, late_at(row.notice, kind.policy), "unreachable")
        self.meter.ended(row.notice.kind, NoticeState.HELD, reason)

    async def _move(self, row: StoredNotice, due: datetime) -> None:
        async with self.write() as work:
            await work.notices.move(row.id, due)

    async def _put_off(self, row: StoredNotice, why: str, seconds: float | None) -> None:
        """A 429 is obeyed to the second, jitter comes on top of it (rule 7)."""
        wait = backoff(row.attempts, self.jitter())
        if seconds is not None:
            wait = timedelta(seconds=seconds + 1 + self.jitter())
        async with self.write() as work:
            await work.notices.retry(row.id, self.real.now() + wait, why)
        self.meter.put_off(row.notice.kind, why)

    async def _stumble(self, row: StoredNotice, error: str) -> None:
        if row.state is NoticeState.SENT and row.attempts >= MOST_BUGS:
            await self._retouched(row, row.face)
        elif row.attempts >= MOST_BUGS:
            await self._end(row, NoticeState.FAILED, f"bug: {error}")
        else:
            await self._put_off(row, "bug", None)
