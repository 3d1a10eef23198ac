"""Files that many get: uploaded once, then named by what Telegram calls them (Bot API file_id)."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, Message

from bot.sending.parts import file_of
from shnor_domain.messaging import Attachment, Refused

_MOST = 100
_FORGOTTEN = ("wrong file identifier", "wrong file_id", "wrong remote file")


class Uploads:
    """Keys of files → their ids at this bot, for the life of the process: the bodies stay in our folder.

    One upload at a time: the first copies of a mailing start together, and all but one of them wait for the id.
    """

    def __init__(self) -> None:
        self._ids: OrderedDict[str, str] = OrderedDict()
        self._one_at_a_time = asyncio.Lock()

    async def __call__(
        self, attachment: Attachment, send: Callable[[str | BufferedInputFile], Awaitable[Message]]
    ) -> Message:
        """Send by id where it is known and still good, else with the body. Raises `Refused` for a body that is gone."""
        if not attachment.key:
            return await send(await _file(attachment))
        if (sent := await self._by_id(attachment.key, send)) is not None:
            return sent
        async with self._one_at_a_time:
            if attachment.key not in self._ids:
                return self._kept(attachment.key, await send(await _file(attachment)))
        return await self(attachment, send)

    async def _by_id(self, key: str, send: Callable[[str], Awaitable[Message]]) -> Message | None:
        """None where it is not known, or not any more."""
        known = self._ids.get(key)
        if known is None:
            return None
        try:
            return await send(known)
        except TelegramBadRequest as refusal:
            if not any(words in refusal.message for words in _FORGOTTEN):
                raise
            if self._ids.get(key) == known:
                del self._ids[key]
            return None

    def _kept(self, key: str, sent: Message) -> Message:
        number = _number(sent)
        if number is not None:
            self._ids[key] = number
            while len(self._ids) > _MOST:
                self._ids.popitem(last=False)
        return sent


async def _file(attachment: Attachment) -> BufferedInputFile:
    if attachment.load is None:
        return file_of(attachment)
    body = await attachment.load()
    if body is None:
        raise Refused("the file of this message is gone")
    return BufferedInputFile(body, attachment.name)


def _number(sent: Message) -> str | None:
    if sent.photo:
        return sent.photo[-1].file_id
    return None if sent.document is None else sent.document.file_id
