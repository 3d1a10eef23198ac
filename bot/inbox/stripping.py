"""What of an update we keep: ids, words and files sent to us, taps. Never who the person says she is in her profile.

The bot asks how to call a person (P1), and nothing is stored before her consent (rule 10); so names, usernames, phone
numbers, places, forwards and the text of our own messages are left out before an update is written anywhere.
"""

from collections.abc import Mapping
from typing import Any

Json = Mapping[str, Any]

ALLOWED = ("message", "callback_query", "my_chat_member")
"""`allowed_updates`, told to Telegram each time: left out, it keeps the set of an earlier run (Bot API getUpdates)."""

_PLAIN = (
    "message_id",
    "date",
    "message_thread_id",
    "is_topic_message",
    "business_connection_id",
    "media_group_id",
    "has_protected_content",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "text",
    "caption",
)
_OURS = ("message_id", "date", "message_thread_id", "is_topic_message", "business_connection_id")
_FILES = ("document", "photo", "audio", "video", "voice", "video_note", "animation", "sticker")
_OF_A_FILE = (
    "file_id",
    "file_unique_id",
    "file_size",
    "file_name",
    "mime_type",
    "width",
    "height",
    "duration",
    "length",
    "type",
    "is_animated",
    "is_video",
)
# That such a thing came is kept, as empty as Telegram's types allow.
_EMPTIED: dict[str, Json] = {
    "contact": {"phone_number": "", "first_name": ""},
    "location": {"latitude": 0, "longitude": 0},
    "venue": {"location": {"latitude": 0, "longitude": 0}, "title": "", "address": ""},
    "forward_origin": {"type": "hidden_user", "date": 0, "sender_user_name": ""},
}
_MEMBER = ("status", "until_date", "is_member", "is_anonymous", "can_be_edited")


def strip(update: Json) -> dict[str, Any]:
    """The update without what we never need; of a kind that was not asked for only its number stays."""
    kept: dict[str, Any] = {"update_id": update["update_id"]}
    if message := update.get("message"):
        kept["message"] = _message(message)
    if query := update.get("callback_query"):
        kept["callback_query"] = _some(query, ("id", "chat_instance", "data")) | {"from": _user(query["from"])}
        if message := query.get("message"):
            kept["callback_query"]["message"] = _our_message(message)
    if member := update.get("my_chat_member"):
        kept["my_chat_member"] = _some(member, ("date",)) | {
            "chat": _chat(member["chat"]),
            "from": _user(member["from"]),
            "old_chat_member": _member(member["old_chat_member"]),
            "new_chat_member": _member(member["new_chat_member"]),
        }
    return kept


def lane_of(update: Json) -> int:
    """The chat whose updates go one after another: of the message, of the tapped message, else the person's own."""
    for kind in ALLOWED:
        if event := update.get(kind):
            chat = (event.get("message") or event).get("chat") or event.get("from") or {}
            return int(chat.get("id", 0))
    return 0


def kind_of(update: Json) -> str:
    """What came, without its content: «message:text», «callback_query», «poll»."""
    if message := update.get("message"):
        what = ("text", *_FILES, *_EMPTIED)
        return f"message:{next((name for name in what if name in message), 'other')}"
    return str(next((name for name in update if name != "update_id"), "empty"))[:40]


def _message(message: Json) -> dict[str, Any]:
    kept = _some(message, _PLAIN) | {"chat": _chat(message["chat"])}
    if sender := message.get("from"):
        kept["from"] = _user(sender)
    for name in ("entities", "caption_entities"):
        if marks := message.get(name):
            kept[name] = [_some(mark, ("type", "offset", "length", "url")) for mark in marks if "user" not in mark]
    for name in _FILES:
        if file := message.get(name):
            kept[name] = [_file(size) for size in file] if isinstance(file, list) else _file(file)
    if original := message.get("reply_to_message"):
        kept["reply_to_message"] = _our_message(original)
    return kept | {name: emptied for name, emptied in _EMPTIED.items() if name in message}


def _our_message(message: Json) -> dict[str, Any]:
    """A message of ours that came back with a tap: which one it was; its text may name others."""
    kept = _some(message, _OURS) | {"chat": _chat(message["chat"])}
    if sender := message.get("from"):
        kept["from"] = _user(sender)
    return kept


def _file(file: Json) -> dict[str, Any]:
    return _some(file, _OF_A_FILE)


def _member(member: Json) -> dict[str, Any]:
    # rights of bots and of administrators are flags without any person in them
    flags = {name: value for name, value in member.items() if name.startswith("can_")}
    return _some(member, _MEMBER) | flags | {"user": _user(member["user"])}


def _user(user: Json) -> dict[str, Any]:
    return {"id": user["id"], "is_bot": user.get("is_bot", False), "first_name": ""}


def _chat(chat: Json) -> dict[str, Any]:
    return {"id": chat["id"], "type": chat["type"]}


def _some(source: Json, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: source[name] for name in names if name in source}
