"""A picture as a message of its own: at once where the messenger has it, drawn now where not."""

from dataclasses import dataclass

from aiogram import Bot
from aiogram.enums import ChatAction
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, Message
from aiogram_dialog import DialogManager, ShowMode

from handlers.shell.acting import actor_of
from handlers.shell.given import given
from handlers.shell.screen import leave_above
from handlers.texts import Safe
from shnor_domain.picture_shelf import PictureShelf, UnknownPicture
from shnor_domain.pictures import Picture

_FILE = "picture.png"


@dataclass(frozen=True, slots=True)
class ChatPost:
    """Port `PicturePost` over one chat."""

    bot: Bot
    chat: int
    caption: Safe | None

    async def drawing(self) -> None:
        """The messenger's own words, for a few seconds."""
        await self.bot.send_chat_action(self.chat, ChatAction.UPLOAD_PHOTO)

    async def send(self, picture: str | bytes) -> str:
        """Any refusal of a name is taken for a name that is known no more: whole, the picture goes or is refused
        again."""
        if isinstance(picture, bytes):
            return _name(await self.bot.send_photo(self.chat, BufferedInputFile(picture, _FILE), caption=self.caption))
        try:
            return _name(await self.bot.send_photo(self.chat, picture, caption=self.caption))
        except TelegramBadRequest as refused:
            raise UnknownPicture from refused


async def send_picture(manager: DialogManager, picture: Picture, caption: Safe | None = None) -> None:
    """The window comes below it. Whoever calls has shown the text first (rule 14). Raises `BadFile` («drawing»)."""
    await _send(manager, picture, caption)
    manager.show_mode = ShowMode.SEND


async def send_picture_below(manager: DialogManager, picture: Picture, caption: Safe | None = None) -> None:
    """The window that has just been shown stays above it, with its buttons; the next one comes below. Raises as
    `send_picture`."""
    await _send(manager, picture, caption)
    leave_above(manager)


async def _send(manager: DialogManager, picture: Picture, caption: Safe | None) -> None:
    bot: Bot = manager.middleware_data["bot"]
    shelf = await given(manager, PictureShelf)
    await shelf.send(picture, bot.id, ChatPost(bot, actor_of(manager).chat, caption))


def _name(sent: Message) -> str:
    """Of the largest size: the others are smaller copies."""
    sizes = sent.photo or []
    return max(sizes, key=lambda size: size.width * size.height).file_id
