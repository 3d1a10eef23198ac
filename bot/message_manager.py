"""How a dialog's window meets the chat: notices stay untouched, one window has buttons, the network may fail."""

import logging

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import ShowMode
from aiogram_dialog.api.entities import NewMessage, OldMessage
from aiogram_dialog.api.protocols import MessageNotModified
from aiogram_dialog.manager.message_manager import MessageManager as LibraryMessageManager

log = logging.getLogger(__name__)

_PASSING = (
    ClientDecodeError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
)
"""The window was not shown by nobody's mistake: what the person did is kept, the next tap shows it again."""

_GONE = ("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID", "no text in the message to edit")


class MessageManager(LibraryMessageManager):
    """Shows windows of text and inline buttons; pictures and files are messages of their own.

    An unchanged window counts as shown, one that is gone is sent anew, and where Telegram cannot be reached the update
    goes on to its end, so that its answers and its state are not lost.
    """

    async def answer_callback(self, bot: Bot, callback_query: CallbackQuery) -> None:
        """Stop the spinner on the button; too late or twice is no error (Bot API answerCallbackQuery)."""
        try:
            await bot.answer_callback_query(callback_query_id=callback_query.id)
        except AiogramError as error:
            log.info("a query was not answered: %s", type(error).__name__)

    async def show_message(self, bot: Bot, new_message: NewMessage, old_message: OldMessage | None) -> OldMessage:
        """Edit `old_message`, or with `ShowMode.SEND` put the window below and take the buttons of the old one away.

        Raises `MessageNotModified` where nothing was shown: the library then keeps the ids that it had.
        """
        if new_message.media is not None:
            raise ValueError("a window has no media: send it as a message of its own")
        if new_message.show_mode is ShowMode.NO_UPDATE:
            raise MessageNotModified("not wanted")
        try:
            if old_message is not None and new_message.show_mode is ShowMode.EDIT:
                return await self._edit_or_send(bot, new_message, old_message)
            shown = _window(await self.send_text(bot, new_message))
        except _PASSING as error:
            log.warning("a window was not shown in chat %s: %s", new_message.chat.id, type(error).__name__)
            raise MessageNotModified("not shown") from error
        await self.remove_inline_kbd(bot, old_message)
        return shown

    async def remove_kbd(self, bot: Bot, show_mode: ShowMode, old_message: OldMessage | None) -> Message | None:
        """Take the buttons of a closed dialog away; its text stays as the record of what was done."""
        return None if show_mode is ShowMode.NO_UPDATE else await self.remove_inline_kbd(bot, old_message)

    async def remove_inline_kbd(self, bot: Bot, old_message: OldMessage | None) -> Message | None:
        """Take the buttons away; it is only for order's sake, so no failure of it stops anything."""
        if old_message is None:
            return None
        try:
            edited = await bot.edit_message_reply_markup(chat_id=old_message.chat.id, message_id=old_message.message_id)
        except AiogramError as error:
            log.debug("buttons of message %s stay: %s", old_message.message_id, type(error).__name__)
            return None
        return edited if isinstance(edited, Message) else None

    async def _edit_or_send(self, bot: Bot, new_message: NewMessage, old_message: OldMessage) -> OldMessage:
        try:
            return _window(await self.edit_text(bot, new_message, old_message))
        except TelegramBadRequest as error:
            if "message is not modified" in error.message:
                return old_message
            if any(reason in error.message for reason in _GONE):
                return _window(await self.send_text(bot, new_message))
            raise


def _window(message: Message) -> OldMessage:
    return OldMessage(
        chat=message.chat, message_id=message.message_id, media_id=None, media_uniq_id=None, text=message.text
    )
