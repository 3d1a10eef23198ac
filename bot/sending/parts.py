"""Parts of a message in aiogram's types."""

import re
from html import unescape

from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup

from shnor_domain.letters import units_of
from shnor_domain.messaging import Attachment, Button, ChatId, Message, MessageRef


def keyboard(message: Message) -> InlineKeyboardMarkup | None:
    """Inline buttons; None without any, which takes away those that were there."""
    if not message.buttons:
        return None
    return InlineKeyboardMarkup(inline_keyboard=[[_button(button) for button in row] for row in message.buttons])


def file_of(attachment: Attachment) -> BufferedInputFile:
    """The content under its name."""
    return BufferedInputFile(attachment.body, attachment.name)


def shown(html: str) -> int:
    """Units of what is seen of HTML: what the limits of messages and captions count."""
    return units_of(unescape(re.sub(r"<[^<>]*>", "", html)))


def reference(chat: int, message: int) -> MessageRef:
    """«chat:message»."""
    return MessageRef(f"{chat}:{message}")


def place_of(ref: MessageRef) -> tuple[ChatId, int]:
    """Chat and message of a reference made by `reference`; raises ValueError for another messenger's."""
    chat, _, message = ref.partition(":")
    return ChatId(int(chat)), int(message)


def _button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=button.text, callback_data=button.data, url=button.url)
