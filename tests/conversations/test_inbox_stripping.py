"""What of a real update is written down: ids, words, files; nothing of who the person is elsewhere."""

import json
from typing import Any

import pytest
from aiogram.types import Update

from bot.inbox.stripping import kind_of, lane_of, strip

HER = {
    "id": 101,
    "is_bot": False,
    "first_name": "CANARY",
    "last_name": "CANARY",
    "username": "CANARY",
    "language_code": "CANARY",
    "is_premium": True,
}
CHAT = {"id": 101, "first_name": "CANARY", "last_name": "CANARY", "username": "CANARY", "type": "private"}
KEPT_USER = {"id": 101, "is_bot": False, "first_name": ""}
KEPT_CHAT = {"id": 101, "type": "private"}
OURS = {
    "message_id": 70,
    "from": {"id": 42, "is_bot": True, "first_name": "CANARY", "username": "CANARY"},
    "chat": CHAT,
    "date": 1796000000,
    "text": "CANARY",
    "entities": [{"type": "bold", "offset": 0, "length": 6}],
    "reply_markup": {"inline_keyboard": [[{"text": "CANARY", "callback_data": "CANARY"}]]},
}

STICKER = {
    "file_id": "a",
    "file_unique_id": "b",
    "type": "regular",
    "width": 1,
    "height": 1,
    "is_animated": False,
    "is_video": False,
    "set_name": "CANARY",
}


def message(**content: Any) -> dict[str, Any]:
    return {
        "update_id": 7,
        "message": {"message_id": 71, "from": HER, "chat": CHAT, "date": 1796000001, **content},
    }


def kept(**content: Any) -> dict[str, Any]:
    return {
        "update_id": 7,
        "message": {"message_id": 71, "from": KEPT_USER, "chat": KEPT_CHAT, "date": 1796000001, **content},
    }


def test_a_text_keeps_its_words_and_commands() -> None:
    update = message(
        text="/start abc",
        entities=[
            {"type": "bot_command", "offset": 0, "length": 6},
            {"type": "text_mention", "offset": 7, "length": 3, "user": HER},
        ],
        link_preview_options={"url": "CANARY"},
    )
    assert strip(update) == kept(text="/start abc", entities=[{"type": "bot_command", "offset": 0, "length": 6}])
    assert (lane_of(update), kind_of(update)) == (101, "message:text")


def test_a_tap_keeps_which_button_of_which_message() -> None:
    query = {"id": "5", "from": HER, "chat_instance": "9", "data": "abc\x1dslot", "message": OURS}
    update = {"update_id": 8, "callback_query": query}
    assert strip(update) == {
        "update_id": 8,
        "callback_query": {
            "id": "5",
            "from": KEPT_USER,
            "chat_instance": "9",
            "data": "abc\x1dslot",
            "message": {
                "message_id": 70,
                "date": 1796000000,
                "chat": KEPT_CHAT,
                "from": {"id": 42, "is_bot": True, "first_name": ""},
            },
        },
    }
    assert (lane_of(update), kind_of(update)) == (101, "callback_query")


def test_a_file_keeps_what_is_needed_to_fetch_it() -> None:
    thumbnail = {"file_id": "CANARY", "file_unique_id": "CANARY", "width": 1, "height": 1}
    file = {"file_id": "f", "file_unique_id": "u", "file_name": "plan.xlsx", "mime_type": "m", "file_size": 5}
    update = message(document=file | {"thumbnail": thumbnail}, caption="План")
    assert strip(update) == kept(document=file, caption="План")
    size = {"file_id": "p", "file_unique_id": "q", "width": 9, "height": 9, "file_size": 3}
    assert strip(message(photo=[size])) == kept(photo=[size])
    song = message(
        audio={"file_id": "a", "file_unique_id": "b", "duration": 3, "performer": "CANARY", "title": "CANARY"}
    )
    assert strip(song) == kept(audio={"file_id": "a", "file_unique_id": "b", "duration": 3})


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"contact": {"phone_number": "CANARY", "first_name": "CANARY", "user_id": 101, "vcard": "CANARY"}}, "contact"),
        ({"location": {"latitude": 62.03, "longitude": 129.73}}, "location"),
        (
            {"venue": {"location": {"latitude": 62.03, "longitude": 129.73}, "title": "CANARY", "address": "CANARY"}},
            "venue",
        ),
        ({"text": "a", "forward_origin": {"type": "user", "sender_user": HER, "date": 1}, "forward_from": HER}, "text"),
        (
            {"text": "a", "reply_to_message": OURS, "external_reply": {"origin": HER}, "quote": {"text": "CANARY"}},
            "text",
        ),
        ({"users_shared": {"users": [HER], "request_id": 1}}, "other"),
        ({"new_chat_members": [HER]}, "other"),
    ],
)
def test_of_everything_else_only_the_fact_that_it_came_stays(content: dict[str, Any], kind: str) -> None:
    stripped = json.dumps(strip(message(**content)))
    assert not any(secret in stripped for secret in ("CANARY", "62.03", "129.73"))
    assert kind_of(message(**content)) == f"message:{kind}"
    if kind != "other" and kind != "text":
        assert kind in strip(message(**content))["message"]


def test_who_blocks_the_bot_is_a_chat_with_a_status() -> None:
    bot = {"id": 42, "is_bot": True, "first_name": "CANARY", "username": "CANARY"}
    event = {
        "chat": CHAT,
        "from": HER,
        "date": 1796000002,
        "old_chat_member": {"user": bot, "status": "member"},
        "new_chat_member": {"user": bot, "status": "kicked", "until_date": 0},
    }
    update = {"update_id": 9, "my_chat_member": event}
    stripped = strip(update)
    assert "CANARY" not in json.dumps(stripped)
    assert stripped["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert (lane_of(update), kind_of(update)) == (101, "my_chat_member")


def test_an_update_that_nobody_asked_for_is_only_a_number() -> None:
    assert strip({"update_id": 9, "poll": {"question": "CANARY"}}) == {"update_id": 9}
    assert (lane_of({"update_id": 9, "poll": {}}), kind_of({"update_id": 9, "poll": {}})) == (0, "poll")


def test_what_is_kept_can_still_be_read() -> None:
    bot = {"id": 42, "is_bot": True, "first_name": "x"}
    member = {"chat": CHAT, "from": HER, "date": 1, "old_chat_member": {"user": bot, "status": "member"}}
    updates = [
        message(contact={"phone_number": "1", "first_name": "x"}),
        message(location={"latitude": 1, "longitude": 2}),
        message(venue={"location": {"latitude": 1, "longitude": 2}, "title": "x", "address": "x"}),
        message(text="a", forward_origin={"type": "user", "sender_user": HER, "date": 1}, reply_to_message=OURS),
        message(sticker=STICKER),
        message(voice={"file_id": "a", "file_unique_id": "b", "duration": 1}),
        message(video_note={"file_id": "a", "file_unique_id": "b", "duration": 1, "length": 5}),
        {
            "update_id": 8,
            "callback_query": {"id": "5", "from": HER, "chat_instance": "9", "data": "a", "message": OURS},
        },
        {
            "update_id": 9,
            "my_chat_member": member | {"new_chat_member": {"user": bot, "status": "kicked", "until_date": 0}},
        },
    ]
    kinds = [Update.model_validate(strip(update)).event_type for update in updates]
    assert kinds == ["message"] * 7 + ["callback_query"] + ["my_chat_member"]
    assert Update.model_validate(strip(updates[0])).message.content_type == "contact"  # type: ignore[union-attr]
    assert Update.model_validate(strip({"update_id": 1, "poll": {}})).update_id == 1
