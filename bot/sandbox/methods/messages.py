"""sendMessage, sendPhoto, sendDocument, copyMessage, sendChatAction, getChat."""

from dataclasses import replace

from bot.sandbox.args import Args
from bot.sandbox.box import Box
from bot.sandbox.errors import bad_request
from bot.sandbox.json_types import Json, JsonObject
from bot.sandbox.keyboards import parse_markup
from bot.sandbox.media import media_of
from bot.sandbox.methods.registry import Method
from bot.sandbox.records import Chat, Group, Message
from bot.sandbox.targets import check_writable, find_chat
from bot.sandbox.text import caption_text, message_text
from bot.sandbox.views import message_json

_ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
})  # fmt: skip


def _reply_to(box: Box, args: Args, chat: Chat) -> int | None:
    wanted: JsonObject = args.json("reply_parameters", "can't parse reply parameters JSON object") or {}
    number = int(wanted.get("message_id", 0)) or args.number("reply_to_message_id")
    if not number:
        return None
    if box.world.message(chat.id, number) is None:
        if wanted.get("allow_sending_without_reply") or args.flag("allow_sending_without_reply"):
            return None
        raise bad_request("message to be replied not found")
    return number


def _draft(box: Box, args: Args, chat: Chat) -> Message:
    """Check all that does not depend on the content, and count the call: a refused call leaves nothing behind."""
    markup = parse_markup(args.text("reply_markup"), group=isinstance(chat, Group))
    reply_to = _reply_to(box, args, chat)
    check_writable(chat)
    box.limiter.check(chat.id, send=True)
    number = box.world.next_message_id(chat.id)
    return Message(chat.id, number, True, box.clock.stamp(), text="", markup=markup, reply_to=reply_to)


def send_message(box: Box, args: Args) -> Json:
    chat = find_chat(box, args.text("chat_id"))
    text, entities = message_text(args.text("text"), args.text("parse_mode"), args.text("entities"))
    draft = _draft(box, args, chat)
    return message_json(box, box.world.put_message(replace(draft, text=text, entities=entities)))


def _send_media(box: Box, args: Args, kind: str) -> Json:
    chat = find_chat(box, args.text("chat_id"))
    text, entities = caption_text(args.text("caption"), args.text("parse_mode"), args.text("caption_entities"))
    draft = replace(_draft(box, args, chat), text=text, entities=entities)
    key = media_of(box, args, kind, args.text(kind), part=kind).key
    message = replace(draft, photo=key) if kind == "photo" else replace(draft, document=key)
    return message_json(box, box.world.put_message(message))


def send_photo(box: Box, args: Args) -> Json:
    return _send_media(box, args, "photo")


def send_document(box: Box, args: Args) -> Json:
    return _send_media(box, args, "document")


def copy_message(box: Box, args: Args) -> Json:
    chat = find_chat(box, args.text("chat_id"))
    source = find_chat(box, args.text("from_chat_id"))
    original = box.world.message(source.id, args.number("message_id"))
    if original is None:
        raise bad_request("message to copy not found")
    text, entities = original.text, original.entities
    if original.media and "caption" in args.values:
        text, entities = caption_text(args.text("caption"), args.text("parse_mode"), args.text("caption_entities"))
    draft = _draft(box, args, chat)
    copy = replace(draft, text=text, entities=entities, photo=original.photo, document=original.document)
    return {"message_id": box.world.put_message(copy).message_id}


def send_chat_action(box: Box, args: Args) -> Json:
    chat = find_chat(box, args.text("chat_id"))
    if args.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    check_writable(chat)
    box.events.publish("typing", chat_id=chat.id, action=args.text("action"))
    return True


def get_chat(box: Box, args: Args) -> Json:
    chat = find_chat(box, args.text("chat_id"))
    return chat.chat() | {
        "accent_color_id": 0, "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
        ),
    }  # fmt: skip


METHODS: dict[str, Method] = {
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "copyMessage": copy_message,
    "sendChatAction": send_chat_action,
    "getChat": get_chat,
}
