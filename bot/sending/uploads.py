"""Files that many get: uploaded once, then named by what Telegram calls them (Bot API file_id)."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import replace

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, Message

from bot.sending.outgoing import Outgoing, sending_as, who_sends
from bot.sending.parts import file_of
from shnor_domain.messaging import Attachment, Refused, TryLater

_MOST = 100
_LONGEST_WAIT = 10.0
"""Seconds: with its turn at the gates and an upload of its own, which may time out, a row stays within its lease."""
_LATER = 1.0
_FORGOTTEN = ("wrong file identifier", "wrong file_id", "wrong remote file")


class Uploads:
    """Keys of files → their ids at this bot, for the life of the process: the bodies stay in our folder.

    One upload of a file at a time: the first copies of a mailing start together, and all but one of them wait for the
    id. Who waits for one file holds up nobody who sends another. A wait at an upload and one at a closed gate share one
    patience (`Outgoing`): copies of a mailing go back after a moment, and are asked about anew.
    """

    def __init__(self) -> None:
        self._ids: OrderedDict[str, str] = OrderedDict()
        self._going: dict[str, asyncio.Event] = {}

    async def __call__(
        self, attachment: Attachment, send: Callable[[str | BufferedInputFile], Awaitable[Message]]
    ) -> Message:
        """Send by id where it is known and still good, else with the body. Raises `Refused` for a body that is gone,
        `TryLater` where another upload of it takes too long."""
        key, left = attachment.key, who_sends()
        if not key:
            return await send(await _file(attachment))
        while True:
            with sending_as(left):
                if (sent := await self._by_id(key, send)) is not None:
                    return sent
                if key not in self._going:
                    return await self._upload(attachment, send)
            left = await _waited(self._going[key], left)

    async def _upload(self, attachment: Attachment, send: Callable[[BufferedInputFile], Awaitable[Message]]) -> Message:
        self._going[attachment.key] = over = asyncio.Event()
        try:
            return self._kept(attachment.key, await send(await _file(attachment)))
        finally:
            del self._going[attachment.key]
            over.set()

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


async def _waited(over: asyncio.Event, left: Outgoing) -> Outgoing:
    """With what is left of its patience, once that upload is over; `TryLater` when none is."""
    loop = asyncio.get_running_loop()
    since, longest = loop.time(), min(left.patience, _LONGEST_WAIT)
    try:
        async with asyncio.timeout(longest):
            await over.wait()
    except TimeoutError as waited:
        raise TryLater(_LATER) from waited
    waited_for = loop.time() - since
    return replace(
        left, chat_patience=max(0.0, left.chat_patience - waited_for), patience=max(0.0, left.patience - waited_for)
    )


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
