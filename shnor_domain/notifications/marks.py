"""The marks that delivery leaves on rows: each of a group in one unit of work, each counted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from shnor_domain.clock import Clock
from shnor_domain.messaging import ChatId, MessageRef
from shnor_domain.notifications.kinds import Kinds
from shnor_domain.notifications.model import Face, NoticeState, StoredNotice
from shnor_domain.notifications.ports import DeliveryWork, Meter
from shnor_domain.notifications.rules import backoff, late_at
from shnor_domain.work import Opens

COPY_LEFT = "copy-left"
"""Why a message does not wear the face that it should: the messenger edits or deletes it no more."""
IN_HAND = "in-hand"
"""Why a row of the mailings' line may have been said already: whoever had begun it never marked it. Why it waits
follows after a colon, where it does."""
BEGUN = "begun"
"""A row of the mailings' line that is about to be sent; what is claimed and not begun has surely not gone."""
MOST_BUGS = 5
"""After so many attempts that ended in an exception of our own a row is failed."""


def may_have_gone(error: str | None) -> bool:
    """Of a row's `error`: its reader may have it though nobody has marked it."""
    return error is not None and error.startswith(IN_HAND)


class Following(Protocol):
    """What goes next. Its beginning is written with the mark of what went before: no transaction of its own."""

    def take(self) -> StoredNotice | None:
        """The next row that nobody else has taken; None where there is none, or it needs no mark."""
        ...

    def begun(self, row: StoredNotice) -> None:
        """Its beginning is written."""
        ...


@dataclass(frozen=True, slots=True)
class Marks:
    """`jitter` gives numbers in [0, 1). A notice of its own is a group of one, a digest one of all its rows.

    Each mark tells whether the reader has seen something: a message or an edit.
    """

    write: Opens[DeliveryWork]
    kinds: Kinds
    clock: Clock
    real: Clock
    meter: Meter
    jitter: Callable[[], float]

    async def sent(self, rows: Sequence[StoredNotice], ref: MessageRef, following: Following | None = None) -> bool:
        """All of them stand in this message."""
        coming = None if following is None else following.take()
        async with self.write() as work:
            for row in rows:
                await work.notices.sent(row, ref, self.clock.now())
            if coming is not None:
                await work.notices.begin([coming.id])
        if following is not None and coming is not None:
            following.begun(coming)
        self._count(rows, NoticeState.SENT, "")
        return True

    async def retouched(self, row: StoredNotice, face: Face, why: str | None = None) -> bool:
        """Its message wears this face now, or cannot (`why`)."""
        async with self.write() as work:
            await work.notices.retouched(row, face, why, self.clock.now())
        return True

    async def end(self, rows: Sequence[StoredNotice], state: NoticeState, why: str) -> bool:
        """Closed in a final state; `why` is a code."""
        async with self.write() as work:
            for row in rows:
                await work.notices.end(row.id, state, why, self.clock.now())
        self._count(rows, state, why)
        return False

    async def fail(self, rows: Sequence[StoredNotice], code: str, words: str) -> bool:
        """Closed until the operator sends them again: `words` are for him, the code is counted."""
        async with self.write() as work:
            for row in rows:
                await work.notices.end(row.id, NoticeState.FAILED, words, self.clock.now())
        self._count(rows, NoticeState.FAILED, code)
        return False

    async def done(self, row: StoredNotice, state: NoticeState, why: str) -> bool:
        """Marked already; counted here."""
        self._count([row], state, why)
        return False

    async def nothing(self) -> bool:
        """Marked and counted already."""
        return False

    async def hold(self, row: StoredNotice, until: datetime | None, why: str) -> bool:
        """Held until an instant, or until the person comes back."""
        async with self.write() as work:
            await work.notices.hold(row.id, until, why, self.clock.now())
        self._count([row], NoticeState.HELD, why)
        return False

    async def lose(self, rows: Sequence[StoredNotice], chat: ChatId, reason: str) -> bool:
        """Nothing reaches this chat: its rows wait until its person comes back, or until it is too late for them."""
        async with self.write() as work:
            now = self.clock.now()
            await work.reach.lost(chat, reason, now)
            for row in rows:
                late = late_at(row.notice, self.kinds[row.notice.kind].policy)
                await work.notices.hold(row.id, late, "unreachable", now)
        self._count(rows, NoticeState.HELD, reason)
        return False

    async def move(self, row: StoredNotice, due: datetime) -> bool:
        """It has another instant."""
        async with self.write() as work:
            await work.notices.move(row.id, due)
        return False

    async def wait(self, row: StoredNotice, until: datetime, *, settled: bool = False) -> bool:
        """Its minute for this reader comes then; `settled` as in `Outbox.wait`."""
        async with self.write() as work:
            await work.notices.wait(row.id, until, settled=settled)
        return False

    async def put_off(self, rows: Sequence[StoredNotice], why: str, seconds: float | None) -> bool:
        """A 429 is obeyed to the second, jitter comes on top of it (rule 7)."""
        wait = backoff(max(row.attempts for row in rows), self.jitter())
        if seconds is not None:
            wait = timedelta(seconds=seconds + 1 + self.jitter())
        async with self.write() as work:
            for row in rows:
                await work.notices.retry(row.id, self.real.now() + wait, why)
        for row in rows:
            self.meter.put_off(row.notice.kind, why)
        return False

    async def stumble(self, row: StoredNotice, error: str) -> bool:
        """An exception of our own: later, or failed after several."""
        if row.attempts < MOST_BUGS:
            return await self.put_off([row], "bug", None)
        if row.state is NoticeState.SENT:
            return await self.retouched(row, row.face, COPY_LEFT)
        return await self.fail([row], "bug", f"bug: {error}")

    async def stumbled(self, rows: Sequence[StoredNotice], error: str) -> bool:
        """The same for all rows of a digest."""
        for row in rows:
            await self.stumble(row, error)
        return False

    def _count(self, rows: Sequence[StoredNotice], state: NoticeState, why: str) -> None:
        for row in rows:
            self.meter.ended(row.notice.kind, state, why)
