"""A document as a message of its own: a table, a paper, a text; the window comes below it."""

from collections.abc import Sequence

from aiogram import Bot
from aiogram.types import BufferedInputFile
from aiogram_dialog import DialogManager, ShowMode

from handlers.shell.acting import actor_of
from handlers.shell.given import given
from handlers.texts import Safe
from handlers.texts.texts import clip
from shnor_domain.tables import Sheet, TableWriter

_LONGEST = 60
_REFUSED = '\\/:*?"<>|'


def file_name(title: str) -> str:
    """Without signs that file systems refuse, at most 60 letters, without an extension; «file» where nothing is
    left."""
    clean = "".join(" " if letter in _REFUSED or not letter.isprintable() else letter for letter in title)
    return clip(" ".join(clean.split()) or "file", _LONGEST)


async def send_file(manager: DialogManager, body: bytes, name: str, caption: Safe | None = None) -> None:
    """`name` with its extension."""
    bot: Bot = manager.middleware_data["bot"]
    await bot.send_document(actor_of(manager).chat, BufferedInputFile(body, name), caption=caption)
    manager.show_mode = ShowMode.SEND


async def send_table(manager: DialogManager, title: str, sheets: Sequence[Sheet], caption: Safe | None = None) -> None:
    """As xlsx, called by its title. Raises `BadFile` («busy») as its writer does."""
    writer = await given(manager, TableWriter)  # type: ignore[type-abstract]  # a port is asked for by its protocol
    await send_file(manager, await writer.write(sheets), f"{file_name(title)}.xlsx", caption)
