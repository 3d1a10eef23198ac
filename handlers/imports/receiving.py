"""A table or plan as a document: downloaded and read while a word of progress stands there."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from io import BytesIO
from typing import TypeVar

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import Document, Message
from aiogram_dialog import DialogManager

from handlers.shell import texts_of
from shnor_domain.tables import LARGEST_FILE, BadFile

R = TypeVar("R")


async def received(
    message: Message,
    document: Document,
    manager: DialogManager,
    progress: str,
    read: Callable[[str, bytes], Awaitable[R]],
) -> R:
    """What `read` makes of name and body; `progress` is the key of the word. Raises `BadFile` for one that is too big
    before it is downloaded."""
    if (document.file_size or 0) > LARGEST_FILE:
        raise BadFile("too-big")
    shown = await message.answer(texts_of(manager)(progress))
    try:
        bot: Bot = manager.middleware_data["bot"]
        body = BytesIO()
        await bot.download(document.file_id, destination=body)
        return await read(document.file_name or "", body.getvalue())
    finally:
        with suppress(AiogramError):  # the word has served its turn; that it stays is no mistake of the file's
            await shown.delete()
