"""What a person is told when her update came to nothing through no fault of hers."""

import logging
from typing import Protocol

from handlers.texts import Texts
from shnor_domain.messaging import ChatId, Message, Messenger, Undeliverable

logger = logging.getLogger(__name__)


class Apologies(Protocol):
    """Both are best effort and never raise for a chat that cannot be reached."""

    async def broken(self, chat: int, incident: str) -> None: ...
    async def late(self, chat: int) -> None: ...


class SpokenApologies:
    """By message: the query of such a tap can no longer be answered. Groups are told nothing."""

    def __init__(self, messenger: Messenger, texts: Texts) -> None:
        self._messenger = messenger
        self._texts = texts

    async def broken(self, chat: int, incident: str) -> None:
        """«Не получилось, уже разбираемся» with the number by which the log is searched."""
        await self._say(chat, self._texts("error-broken", incident=incident))

    async def late(self, chat: int) -> None:
        """The tap was made while the bot was away and is not carried out."""
        await self._say(chat, self._texts("late-tap"))

    async def _say(self, chat: int, words: str) -> None:
        if chat <= 0:  # Bot API: groups and channels have negative ids
            return
        try:
            await self._messenger.send(ChatId(chat), Message(words))
        except Undeliverable as error:
            logger.info("chat %s was not told: %s", chat, type(error).__name__)
