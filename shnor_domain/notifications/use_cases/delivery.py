"""What becomes of one claimed row."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from shnor_domain.clock import Clock
from shnor_domain.messaging import ChatMoved, Lane, Messenger, OutcomeUnknown, Refused, TryLater, Unreachable
from shnor_domain.notifications.asking import Asked, AskTogether
from shnor_domain.notifications.digest_delivery import SayDigest
from shnor_domain.notifications.kinds import DigestKind, Kind, Kinds
from shnor_domain.notifications.marks import COPY_LEFT, IN_HAND, Following, Marks, may_have_gone
from shnor_domain.notifications.model import Face, NoticeState, Reader, StoredNotice
from shnor_domain.notifications.ports import DeliveryWork, Meter, Words
from shnor_domain.notifications.rules import Drop, Hold, Miss, Wait, decide, next_midnight
from shnor_domain.notifications.sending import Sending
from shnor_domain.work import Opens

logger = logging.getLogger(__name__)


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

    async def __call__(self, row: StoredNotice, asked: Asked | None = None, following: Following | None = None) -> bool:
        """True when the reader has seen something: a message or an edit. Never raises for a fault of one row: it goes
        later, or is failed and logged by its id. What was `asked` with other rows is taken while it is good.
        `following` begins with the mark of this one, once it is sent.
        """
        fresh = asked if asked is not None and self.real.now() < asked.until else None
        try:
            said = row.state is NoticeState.SENT
            step = await self._retouch(row, fresh) if said else await self._say(row, fresh, following)
        except Exception as error:
            logger.exception("notice %s of kind %s stumbled", row.id, row.notice.kind)
            step = self.marks.stumble(row, type(error).__name__)
        try:
            return await step
        except Exception:
            logger.exception("notice %s keeps its lease: it could not be marked", row.id)
            return False

    @property
    def marks(self) -> Marks:
        """What is left on rows."""
        return Marks(self.write, self.kinds, self.clock, self.real, self.meter, self.jitter)

    def _sending(self, following: Following | None) -> Sending:
        return Sending(self.write, self.kinds, self.messenger, self.marks, following)

    @property
    def together(self) -> AskTogether:
        """Asks about rows that were claimed together."""
        return AskTogether(self.read, self.kinds, self.clock, self.real)

    async def _reader(self, row: StoredNotice, now: datetime) -> Reader | None:
        policy = self.kinds[row.notice.kind].policy
        async with self.read() as work:
            reader = await work.readers.reader(row.notice.person)
            if reader is not None and (policy.rest or policy.digest):
                reader = replace(reader, days_off=await work.readers.days_off(reader, now))
        return reader

    async def _say(self, row: StoredNotice, asked: Asked | None, following: Following | None) -> Awaitable[bool]:
        """Gives the mark to make; it is made outside, so that a mark that fails leaves the row to its lease."""
        now, marks = self.clock.now(), self.marks
        kind = self.kinds[row.notice.kind]
        reader = await self._reader(row, now) if asked is None else asked.reader
        if reader is None:
            return self._ended(row, NoticeState.CANCELLED, "nobody")
        if isinstance(kind, DigestKind):
            digest = SayDigest(
                self.read, self.write, self.kinds, self.clock, self.real, marks, self._sending(following)
            )
            return await digest(row, reader)
        if row.notice.news:
            async with self.write() as work:
                merged = await work.notices.absorb(row, now)
            if merged is None:
                return marks.done(row, NoticeState.CANCELLED, "merged")
            row = merged
        true = await kind.still_true(row, now) if asked is None else asked.looked.answer
        if isinstance(true, datetime):
            return marks.move(row, true)
        if not true:
            return self._ended(row, NoticeState.CANCELLED, "untrue")
        match true if isinstance(true, Drop | Hold) else decide(row.notice, kind.policy, reader, now):
            case Miss():
                return self._ended(row, NoticeState.MISSED, row.error or "late")
            case Drop(why):
                return self._ended(row, NoticeState.CANCELLED, why)
            case Hold(until, why):
                if until is not None and why == "rest":
                    until = min(until, next_midnight(now, reader.zone))
                return marks.hold(row, until, why)
            case Wait(until):
                return marks.wait(row, until)
        return await self._sending(following)([row], reader, await _words(kind, row, asked)(reader, Face.NEW))

    def _ended(self, row: StoredNotice, state: NoticeState, why: str) -> Awaitable[bool]:
        """It does not go: of one that may have gone before a crash, and is not repeated, nobody can say so."""
        if may_have_gone(row.error):
            if not self.kinds[row.notice.kind].policy.resend_unknown:
                return self.marks.end([row], NoticeState.UNKNOWN, "unknown-outcome")
            why = "late" if why.startswith(IN_HAND) else why
        return self.marks.end([row], state, why)

    async def _retouch(self, row: StoredNotice, asked: Asked | None) -> Awaitable[bool]:
        """Edit what was sent (N4), or delete it, from who is here no more too: without a sound, at any hour, never
        anew."""
        face, marks = (Face.PAST if row.face is Face.NEW else row.face), self.marks
        kind = self.kinds[row.notice.kind]
        if isinstance(kind, DigestKind):
            return marks.retouched(row, face)
        lane = Lane.MAILING if row.notice.mailing else Lane.PEOPLE
        try:
            if face is Face.GONE:
                deleted = row.ref is not None and await self.messenger.delete(row.ref, lane)
                return marks.retouched(row, face, None if deleted else COPY_LEFT)
            reader = await self._reader(row, self.clock.now()) if asked is None else asked.reader
            if reader is None or reader.chat is None or row.ref is None:
                return marks.retouched(row, face, COPY_LEFT)
            if face is Face.CHANGED and kind.policy.asked_again:
                true = await kind.still_true(row, self.clock.now()) if asked is None else asked.looked.answer
                if not true or isinstance(true, Drop):
                    return marks.retouched(row, face, COPY_LEFT)
            message = await _words(kind, row, asked)(reader, face)
            edited = await self.messenger.edit(row.ref, message, anew=False, lane=lane)
        except (TryLater, OutcomeUnknown) as fault:
            return marks.put_off([row], "edit", fault.seconds if isinstance(fault, TryLater) else None)
        except (Unreachable, Refused, ChatMoved) as fault:
            logger.info("notice %s keeps its old face: %s", row.id, type(fault).__name__)
            return marks.retouched(row, face, COPY_LEFT)
        # a message that is gone, or that the messenger edits no more, is no refusal
        return marks.retouched(row, face, COPY_LEFT if edited is None else None)


def _words(kind: Kind, row: StoredNotice, asked: Asked | None) -> Words:
    return partial(kind.render, row) if asked is None else asked.looked.words
