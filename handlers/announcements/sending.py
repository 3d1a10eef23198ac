"""A copy of an announcement in the sender's own chat: the preview, and the test to oneself."""

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions

from shnor_domain.errors import NotFound
from shnor_domain.messaging import Message

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def send_copy(bot: Bot, chat: int, message: Message) -> None:
    """As delivery would send it; its buttons belong to no announcement yet. `NotFound` for a file that is gone."""
    rows = [
        [InlineKeyboardButton(text=each.text, callback_data=each.data, url=each.url) for each in row]
        for row in message.buttons
    ]
    markup = InlineKeyboardMarkup(inline_keyboard=rows) if rows else None
    shown = message.attachment
    if shown is None:
        await bot.send_message(
            chat, message.text, parse_mode=ParseMode.HTML, link_preview_options=_NO_PREVIEW, reply_markup=markup
        )
        return
    body = shown.body if shown.load is None else await shown.load()
    if body is None:
        raise NotFound
    send = bot.send_photo if shown.picture else bot.send_document
    file = BufferedInputFile(body, shown.name)
    await send(chat, file, caption=message.text, parse_mode=ParseMode.HTML, reply_markup=markup)
