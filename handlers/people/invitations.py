"""A link as a message of its own, to be forwarded, and as a picture to hold up in a staff room."""

from aiogram import Bot
from aiogram.types import BufferedInputFile
from aiogram.utils.deep_linking import create_start_link
from aiogram_dialog import DialogManager, ShowMode

from handlers.ports import Qr
from handlers.shell import given
from handlers.shell.acting import actor_of
from handlers.texts import Safe, Texts


async def deep_link(manager: DialogManager, code: str) -> str:
    """The address that opens this bot with the code."""
    return await create_start_link(_bot(manager), code)


async def send_below(manager: DialogManager, words: Safe) -> None:
    """A message without buttons, so that it can be forwarded as it is; the window comes below it."""
    await _bot(manager).send_message(actor_of(manager).chat, words)
    manager.show_mode = ShowMode.SEND


async def send_qr(manager: DialogManager, code: str, caption: Safe) -> None:
    """The picture of a link; the window comes below it."""
    draw = await given(manager, Qr)  # type: ignore[type-abstract]  # a port is asked for by its protocol
    texts: Texts = manager.middleware_data["texts"]
    picture = BufferedInputFile(draw(await deep_link(manager, code)), f"{texts.plain('invitation-file')}.png")
    await _bot(manager).send_photo(actor_of(manager).chat, picture, caption=caption)
    manager.show_mode = ShowMode.SEND


def _bot(manager: DialogManager) -> Bot:
    bot = manager.middleware_data["bot"]
    assert isinstance(bot, Bot)
    return bot
