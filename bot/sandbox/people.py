"""What a person does in her chat with the bot: writes, sends files, taps, blocks; each makes an update."""

from dataclasses import replace
from re import compile as pattern

from bot.sandbox.box import Box
from bot.sandbox.callbacks import Answer
from bot.sandbox.errors import ApiError
from bot.sandbox.files import Upload
from bot.sandbox.images import image_mime
from bot.sandbox.json_types import JsonObject
from bot.sandbox.keyboards import inline_rows
from bot.sandbox.records import Message, Person
from bot.sandbox.refusals import Refusal
from bot.sandbox.text import MAX_CAPTION, MAX_TEXT, cleaned, detected, whole
from bot.sandbox.views import message_json

_START = pattern(r"[A-Za-z0-9_-]{0,64}\Z")


def check_may_write(person: Person) -> None:
    if person.deactivated:
        raise Refusal(409, "deactivated")
    if person.blocked:
        raise Refusal(409, "blocked")


def _pieces(text: str) -> list[str]:
    """Cut a long text as messengers do, so that no piece is over 4096 UTF-16 units."""
    pieces = [""]
    size = 0
    for sign in text:
        width = 1 + (sign > "\uffff")
        if size + width > MAX_TEXT:
            pieces.append("")
            size = 0
        pieces[-1] += sign
        size += width
    return pieces


def _put(box: Box, person: Person, message: Message) -> Message:
    if not person.started:
        box.world.put_person(replace(box.world.people[person.id], started=True))
    box.world.put_message(message)
    box.updates.add("message", message_json(box, message), person.id)
    return message


def _new(box: Box, person: Person, text: str) -> Message:
    text = cleaned(whole(text)).strip()
    number = box.world.next_message_id(person.id)
    return Message(person.id, number, False, box.clock.stamp(), text, tuple(detected(text, [])))


def write(box: Box, person: Person, text: str) -> list[Message]:
    """Send a text, as several messages if it is long; raises Refusal."""
    check_may_write(person)
    if not text.strip():
        raise Refusal(400, "nothing_to_send")
    return [_put(box, person, _new(box, person, piece)) for piece in _pieces(text.strip()) if piece.strip()]


def send_file(box: Box, person: Person, kind: str, upload: Upload, caption: str) -> Message:
    """Send a `photo` or a `document`; a picture that is none goes as a document. Raises Refusal."""
    check_may_write(person)
    if len(caption) > MAX_CAPTION:
        raise Refusal(400, "long_caption")
    if kind == "photo" and image_mime(upload.content) is None:
        kind = "document"
    try:
        file = box.files.store(kind, upload)
    except ApiError as error:
        raise Refusal(400, "bad_file", error.description) from error
    message = _new(box, person, caption)
    message = replace(message, photo=file.key) if kind == "photo" else replace(message, document=file.key)
    return _put(box, person, message)


def open_link(box: Box, person: Person, start: str) -> Message:
    """Tap a deep link and START: who had blocked the bot unblocks it so. Raises Refusal."""
    if person.deactivated:
        raise Refusal(409, "deactivated")
    if not _START.match(start):
        raise Refusal(400, "bad_start")
    person = set_blocked(box, person, False)
    return write(box, person, f"/start {start}".strip())[0]


def set_blocked(box: Box, person: Person, blocked: bool) -> Person:
    """Block or unblock the bot; the bot learns of it by `my_chat_member`."""
    if person.blocked == blocked:
        return person
    person = box.world.put_person(replace(person, blocked=blocked))

    def member(status: str) -> JsonObject:
        until: JsonObject = {"until_date": 0} if status == "kicked" else {}
        return {"user": box.me(), "status": status, **until}

    before, after = ("member", "kicked") if blocked else ("kicked", "member")
    body = {"chat": person.chat(), "from": person.user(), "date": box.clock.stamp(),
            "old_chat_member": member(before), "new_chat_member": member(after)}  # fmt: skip
    box.updates.add("my_chat_member", body, person.id)
    return person


async def press(box: Box, person: Person, message_id: int, data: str) -> Answer:
    """Tap an inline button and wait for the bot's answer till its window closes. Raises Refusal."""
    check_may_write(person)
    message = box.world.message(person.id, message_id)
    if message is None:
        raise Refusal(404, "no_message")
    if all(button.get("callback_data") != data for row in inline_rows(message.markup) for button in row):
        raise Refusal(409, "no_button")
    query = box.callbacks.ask(int(box.clock.real().timestamp() * 1000))
    body = {"id": query, "from": person.user(), "message": message_json(box, message),
            "chat_instance": str(person.id * 1_000_003), "data": data}  # fmt: skip
    box.updates.add("callback_query", body, person.id)
    return await box.callbacks.answer_of(query)
