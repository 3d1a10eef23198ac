"""One message on its way, and the mark that its outcome leaves on the rows it stands for."""

import logging
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass

from shnor_domain.messaging import (
    ChatId,
    ChatMoved,
    Lane,
    Message,
    Messenger,
    OutcomeUnknown,
    Refused,
    TryLater,
    Unreachable,
)
from shnor_domain.notifications.kinds import Kinds
from shnor_domain.notifications.marks import Following, Marks
from shnor_domain.notifications.model import NoticeState, Reader, StoredNotice
from shnor_domain.notifications.ports import DeliveryWork
from shnor_domain.work import Opens

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sending:
    """Gives the mark to make; it is made outside, so that a mark that fails leaves the rows to their lease."""

    write: Opens[DeliveryWork]
    kinds: Kinds
    messenger: Messenger
    marks: Marks
    following: Following | None = None

    async def __call__(self, rows: Sequence[StoredNotice], reader: Reader, message: Message) -> Awaitable[bool]:
        """Send what `rows` say together: one notice, or the rows of a digest."""
        if reader.chat is None:
            raise ValueError("a reader without a chat")
        chat = reader.chat
        lane = Lane.MAILING if rows[0].notice.mailing else Lane.PEOPLE
        try:
            try:
                ref = await self.messenger.send(chat, message, lane)
            except ChatMoved as moved:
                chat = await self._follow(chat, moved.chat)
                ref = await self.messenger.send(chat, message, lane)
        except Unreachable as lost:
            return self.marks.lose(rows, chat, lost.reason)
        except TryLater as fault:
            return self.marks.put_off(rows, "try-later", fault.seconds)
        except ChatMoved:
            return self.marks.put_off(rows, "try-later", None)
        except OutcomeUnknown:
            if all(self.kinds[row.notice.kind].policy.resend_unknown for row in rows):
                return self.marks.put_off(rows, "unknown-outcome", None)
            return self.marks.end(rows, NoticeState.UNKNOWN, "unknown-outcome")
        except Refused as refusal:
            logger.error("notice %s of kind %s was refused", rows[0].id, rows[0].notice.kind)
            return self.marks.fail(rows, "refused", refusal.description)
        return self.marks.sent(rows, ref, self.following)

    async def _follow(self, chat: ChatId, moved: ChatId) -> ChatId:
        """A chat that moved keeps its messages: the account gets the new id, the message goes there."""
        async with self.write() as work:
            await work.reach.moved(chat, moved)
        return moved
