"""Who can be written to, and what happens to her notices meanwhile (rule 7)."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.identity import PersonId
from shnor_domain.messaging import ChatId
from shnor_domain.notifications.ports import DeliveryWork
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class MarkUnreachable:
    """The messenger told that a chat is closed to us (Bot API `my_chat_member`); its notices are held when
    they are due."""

    write: Opens[DeliveryWork]
    clock: Clock

    async def __call__(self, chat: ChatId, reason: str) -> None:
        """`reason` as in `messaging.Unreachable`; a chat of nobody changes nothing."""
        async with self.write() as work:
            await work.reach.lost(chat, reason, self.clock.now())


@dataclass(frozen=True, slots=True)
class ComeBack:
    """The person writes to the bot again (/start): what was held for her goes, each row re-checked."""

    write: Opens[DeliveryWork]
    clock: Clock

    async def __call__(self, person: PersonId) -> int:
        """Returns how many notices were woken."""
        async with self.write() as work:
            await work.reach.found(person)
            return await work.notices.release(person, self.clock.now())


@dataclass(frozen=True, slots=True)
class MoveChat:
    """A chat has a new id: everything that is written from now on goes there."""

    write: Opens[DeliveryWork]

    async def __call__(self, old: ChatId, new: ChatId) -> None:
        """Unknown chats change nothing."""
        async with self.write() as work:
            await work.reach.moved(old, new)
