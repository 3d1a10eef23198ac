"""A stored message as the Bot API shows it to the bot, and as the page shows it to people."""

from bot.sandbox.box import Box
from bot.sandbox.files import document_json, photo_json
from bot.sandbox.json_types import JsonObject
from bot.sandbox.keyboards import page_buttons
from bot.sandbox.records import Message, Person, StoredFile
from bot.sandbox.render import to_html


def message_json(box: Box, message: Message, *, with_reply: bool = True) -> JsonObject:
    """Return the Bot API `Message`."""
    chat = box.world.chat(message.chat_id)
    if chat is None:
        raise LookupError(message.chat_id)
    result: JsonObject = {"message_id": message.message_id, "date": message.date, "chat": chat.chat()}
    if message.from_bot:
        result["from"] = box.me()
    elif isinstance(chat, Person):
        result["from"] = chat.user()
    if message.edit_date is not None:
        result["edit_date"] = message.edit_date
    if message.photo is not None:
        result["photo"] = photo_json(box.world.files[message.photo])
    if message.document is not None:
        result["document"] = document_json(box.world.files[message.document])
    words, marks = ("caption", "caption_entities") if message.media else ("text", "entities")
    if message.text:
        result[words] = message.text
    if message.entities:
        result[marks] = list(message.entities)
    # Only inline keyboards are part of a message; others belong to the chat.
    if message.markup is not None and "inline_keyboard" in message.markup:
        result["reply_markup"] = message.markup
    replied = box.world.message(message.chat_id, message.reply_to) if message.reply_to and with_reply else None
    if replied is not None:
        result["reply_to_message"] = message_json(box, replied, with_reply=False)
    return result


def _link(file: StoredFile) -> str:
    return f"/sandbox/files/{file.key}"


def page_message(box: Box, message: Message) -> JsonObject:
    """Return a message for the page; texts are safe HTML, dates unix seconds, file sizes bytes."""
    html = to_html(message.text, message.entities)
    document = box.world.files[message.document] if message.document is not None else None
    return {
        "message_id": message.message_id,
        "from_bot": message.from_bot,
        "date": message.date,
        "edit_date": message.edit_date,
        "html": "" if message.media else html,
        "caption_html": html if message.media else "",
        "photo": _link(box.world.files[message.photo]) if message.photo is not None else None,
        "document": None if document is None else {
            "file_name": document.name, "size": document.size, "mime": document.mime, "url": _link(document),
        },
        "buttons": page_buttons(message.markup),
        "deleted": message.deleted,
        "reply_to": message.reply_to,
    }  # fmt: skip
