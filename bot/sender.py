"""Everything that the bot says of its own accord: the domain's `Messenger` over aiogram."""

from collections.abc import Iterator
from contextlib import contextmanager

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import AiogramError, TelegramBadRequest
from aiogram.types import LinkPreviewOptions
from aiogram.types import Message as Sent

from bot.sending.faults import fault_of
from bot.sending.middleware import PacedRequests
from bot.sending.outgoing import Outgoing, sending_as
from bot.sending.pace import Limits, Pace
from bot.sending.parts import keyboard, place_of, reference, shown
from bot.sending.turnstile import Rank
from bot.sending.uploads import Uploads
from shnor_domain.messaging import ChatId, Lane, Message, MessageRef

__all__ = ["Limits", "Pace", "TelegramMessenger", "pace_session"]

CAPTION = 1024
"""A longer text stands below its file as a message of its own (Bot API: caption)."""
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_UNCHANGED = "message is not modified"
_NO_TEXT = "there is no text in the message to edit"
_GONE = ("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID")
_NOT_DELETED = ("message to delete not found", "message can't be deleted")
# a closed chat gives its place to the next row; while all are closed the few in flight wait, within their lease. Of
# mailings for a moment only: who may tell them is asked anew before they go, and a stop is obeyed within two seconds
OUTGOING = {
    Lane.ANSWER: Outgoing(Rank.ANSWER, chat_patience=20.0, patience=20.0),
    Lane.PEOPLE: Outgoing(Rank.NOTICE, chat_patience=2.0, patience=25.0),
    Lane.MAILING: Outgoing(Rank.MAILING, chat_patience=1.2, patience=1.2),
}


def pace_session(bot: Bot, pace: Pace) -> None:
    """Let all calls of `bot` pass `pace`, dialogs and answers too; once a bot."""
    bot.session.middleware(PacedRequests(pace))


class TelegramMessenger:
    """Port `Messenger`; references are «chat:message»."""

    def __init__(self, bot: Bot, uploads: Uploads | None = None) -> None:
        """`bot` has been given to `pace_session`; `uploads` are those of the process, which all messengers share."""
        self._bot = bot
        self._uploads = uploads or Uploads()

    async def send(self, chat: ChatId, message: Message, lane: Lane = Lane.PEOPLE) -> MessageRef:
        """Send anew; the reference is of the part with the buttons."""
        with _told(lane):
            sent = await self._send(chat, message)
        return reference(sent.chat.id, sent.message_id)

    async def edit(
        self, ref: MessageRef, message: Message, *, anew: bool = True, lane: Lane = Lane.PEOPLE
    ) -> MessageRef | None:
        """Edit the text, or the caption of a file; the file itself stays."""
        chat, number = place_of(ref)
        with _told(lane):
            try:
                await self._edit(chat, number, message)
            except TelegramBadRequest as refusal:
                if _UNCHANGED in refusal.message:
                    return ref
                if not any(words in refusal.message for words in _GONE):
                    raise
                if not anew:
                    return None
                sent = await self._send(chat, message)
                return reference(sent.chat.id, sent.message_id)
        return ref

    async def delete(self, ref: MessageRef, lane: Lane = Lane.PEOPLE) -> bool:
        """Telegram deletes for 48 h."""
        chat, number = place_of(ref)
        with _told(lane):
            try:
                return await self._bot.delete_message(chat, number)
            except TelegramBadRequest as refusal:
                if any(words in refusal.message for words in _NOT_DELETED):
                    return False
                raise

    async def _send(self, chat: ChatId, message: Message) -> Sent:
        if message.attachment is None:
            return await self._send_text(chat, message)
        fits = shown(message.text) <= CAPTION
        caption, markup = (message.text, keyboard(message)) if fits else (None, None)
        send = self._bot.send_photo if message.attachment.picture else self._bot.send_document
        sent = await self._uploads(
            message.attachment,
            lambda file: send(
                chat,
                file,
                caption=caption,
                parse_mode=ParseMode.HTML,
                reply_markup=markup,
                disable_notification=message.silent,
            ),
        )
        return sent if fits else await self._send_text(chat, message)

    async def _send_text(self, chat: ChatId, message: Message) -> Sent:
        return await self._bot.send_message(
            chat,
            message.text,
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=keyboard(message),
            disable_notification=message.silent,
        )

    async def _edit(self, chat: ChatId, number: int, message: Message) -> None:
        try:
            await self._bot.edit_message_text(
                message.text,
                chat_id=chat,
                message_id=number,
                parse_mode=ParseMode.HTML,
                link_preview_options=_NO_PREVIEW,
                reply_markup=keyboard(message),
            )
        except TelegramBadRequest as refusal:
            if _NO_TEXT not in refusal.message:
                raise
            await self._bot.edit_message_caption(
                chat_id=chat,
                message_id=number,
                caption=message.text,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard(message),
            )


@contextmanager
def _told(lane: Lane) -> Iterator[None]:
    """Calls within are paced as `lane`, their faults are told in the domain's words."""
    with sending_as(OUTGOING[lane]):
        try:
            yield
        except AiogramError as error:
            raise fault_of(error) from error
