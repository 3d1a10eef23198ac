"""editMessageText, editMessageCaption, editMessageReplyMarkup, editMessageMedia, deleteMessage, deleteMessages."""

from dataclasses import replace

from bot.sandbox.args import Args
from bot.sandbox.box import Box
from bot.sandbox.errors import bad_request
from bot.sandbox.json_types import Json
from bot.sandbox.keyboards import parse_markup
from bot.sandbox.media import media_of
from bot.sandbox.methods.registry import Method
from bot.sandbox.records import Message
from bot.sandbox.targets import check_deletable, check_writable, editable, find_chat
from bot.sandbox.text import caption_text, message_text
from bot.sandbox.views import message_json

_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
_MAX_IDS = 100


def _put(box: Box, old: Message, new: Message) -> Json:
    if new == old:
        raise bad_request(_SAME)
    return message_json(box, box.world.put_message(replace(new, edit_date=box.clock.stamp())))


def edit_text(box: Box, args: Args) -> Json:
    text, entities = message_text(args.text("text"), args.text("parse_mode"), args.text("entities"))
    markup = parse_markup(args.text("reply_markup"), inline_only=True)
    _, message = editable(box, args)
    if message.media:
        raise bad_request("there is no text in the message to edit")
    return _put(box, message, replace(message, text=text, entities=entities, markup=markup))


def edit_caption(box: Box, args: Args) -> Json:
    text, entities = caption_text(args.text("caption"), args.text("parse_mode"), args.text("caption_entities"))
    markup = parse_markup(args.text("reply_markup"), inline_only=True)
    _, message = editable(box, args)
    if not message.media:
        raise bad_request("there is no caption in the message to edit")
    return _put(box, message, replace(message, text=text, entities=entities, markup=markup))


def edit_markup(box: Box, args: Args) -> Json:
    markup = parse_markup(args.text("reply_markup"), inline_only=True)
    _, message = editable(box, args)
    return _put(box, message, replace(message, markup=markup))


def edit_media(box: Box, args: Args) -> Json:
    media = args.json("media", "can't parse input media JSON object")
    if not isinstance(media, dict):
        raise bad_request("input media is not specified" if media is None else "expected an Object as input media")
    kind = str(media.get("type", ""))
    if kind not in ("photo", "document"):
        raise bad_request("can't parse InputMedia: invalid type specified")
    markup = parse_markup(args.text("reply_markup"), inline_only=True)
    text, entities = caption_text(str(media.get("caption") or ""), media.get("parse_mode"), None)
    _, message = editable(box, args)
    key = media_of(box, args, kind, str(media.get("media", "")), part="media").key
    photo, document = (key, None) if kind == "photo" else (None, key)
    return _put(box, message, replace(
        message, text=text, entities=entities, photo=photo, document=document, markup=markup
    ))  # fmt: skip


def delete_message(box: Box, args: Args) -> Json:
    if not args.text("chat_id"):
        raise bad_request("chat identifier is not specified")
    if not args.text("message_id"):
        raise bad_request("message identifier is not specified")
    chat = find_chat(box, args.text("chat_id"))
    message = box.world.message(chat.id, args.number("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    check_deletable(box, chat, message)
    if chat.id < 0:
        check_writable(chat)
    box.limiter.check(chat.id, send=False)
    box.world.put_message(replace(message, deleted=True))
    return True


def delete_messages(box: Box, args: Args) -> Json:
    """Delete what can be found; what is gone already is passed over, as in the Bot API."""
    chat = find_chat(box, args.text("chat_id"))
    numbers = args.json("message_ids", "can't parse message identifiers JSON object")
    if not isinstance(numbers, list) or not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > _MAX_IDS:
        raise bad_request("too many message identifiers specified")
    found = [message for number in dict.fromkeys(numbers)
             if (message := box.world.message(chat.id, int(number))) is not None]  # fmt: skip
    for message in found:
        check_deletable(box, chat, message)
    box.limiter.check(chat.id, send=False)
    for message in found:
        box.world.put_message(replace(message, deleted=True))
    return True


METHODS: dict[str, Method] = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageReplyMarkup": edit_markup,
    "editMessageMedia": edit_media,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}
