"""What the sandbox refuses when the bot sends: Telegram's words to the letter, seen through aiogram."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters

from tests.support.sandbox import TOKEN, Town, bot_for, running_town


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    async with running_town() as running:
        yield running


def keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [[button] for button in buttons]}


async def refusal(town: Town, method: str, **args: Any) -> str:
    status, body = await town.call(method, **args)
    assert body.keys() == {"ok", "error_code", "description"}
    assert (body["ok"], body["error_code"]) == (False, status)
    return str(body["description"])


async def test_a_message_arrives_with_its_marks(town: Town) -> None:
    teacher = await town.teacher()
    sent = await town.bot.send_message(
        teacher.id, "  <b>Химия 🧪</b> &lt;9 «А»&gt; <a href='https://t.me/b?start=x&amp;y'>сюда</a>", parse_mode="HTML"
    )
    assert sent.text == "Химия 🧪 <9 «А»> сюда"
    assert [(mark.type, mark.offset, mark.length) for mark in sent.entities or []] == [
        ("bold", 0, 8),
        ("text_link", 17, 4),
    ]
    (seen,) = await teacher.sees()
    assert seen["from_bot"] and seen["html"].startswith("<b>Химия 🧪</b> &lt;9 «А»&gt; <a href=")


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("я <3 b", 'Unsupported start tag "3" at byte offset 3'),
        ("<div>x</div>", 'Unsupported start tag "div" at byte offset 0'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href='x", "Unclosed start tag at byte offset 0"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<i>ы</b>", 'Unmatched end tag at byte offset 5, expected "</i>", found "</b>"'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ('<tg-time unix="1" format="q">x</tg-time>', "Invalid date format used"),
    ],
)
async def test_html_that_does_not_parse_is_refused_with_the_byte(town: Town, html: str, said: str) -> None:
    teacher = await town.teacher()
    answer = await refusal(town, "sendMessage", chat_id=teacher.id, text=html, parse_mode="HTML")
    assert answer == f"Bad Request: can't parse entities: {said}"
    assert await teacher.sees() == []


@pytest.mark.parametrize(
    ("html", "text", "kinds"),
    [
        ("a & b > c &nbsp; &ampx", "a & b > c &nbsp; &ampx", []),
        ("<b onclick=x>y</b>", "y", ["bold"]),
        ("<a href='javascript:alert(1)'>сюда</a>", "сюда", []),
        ("<b></b>x", "x", []),
        ("<pre><code class='language-python'>x</code></pre>", "x", ["pre"]),
        ('<tg-time unix="1647531900" format="wDT">22:45</tg-time>', "22:45", ["date_time"]),
        ("позовите @anna_school, /help или https://e.ru/x.", "позовите @anna_school, /help или https://e.ru/x.",
         ["mention", "bot_command", "url"]),
        ("12/03 и/или", "12/03 и/или", []),
        ("имя\u202eеми\r\nдва", "имяеми\nдва", []),
    ],
)  # fmt: skip
async def test_html_that_telegram_forgives_is_taken(town: Town, html: str, text: str, kinds: list[str]) -> None:
    teacher = await town.teacher()
    sent = await town.bot.send_message(teacher.id, html, parse_mode="HTML")
    assert sent.text == text
    assert [mark.type for mark in sent.entities or []] == kinds


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ({"text": ""}, "message text is empty"),
        ({}, "message text is empty"),
        ({"text": " \n\u2800\u200b"}, "text must be non-empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "ы" * 4097}, "message is too long"),
        ({"text": "ы" * 16385}, "text is too long"),
        ({"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        ({"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
         "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2"),
        ({"text": "x", "reply_parameters": {"message_id": 77}}, "message to be replied not found"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ({"text": "x", "reply_markup": []}, "object expected as reply markup"),
        ({"text": "x", "reply_markup": {"inline_keyboard": 1}}, 'field "inline_keyboard" must be of type Array'),
        ({"text": "x", "reply_markup": {"inline_keyboard": [1]}},
         'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'),
        ({"text": "x", "reply_markup": {"inline_keyboard": [[1]]}},
         "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
        ({"text": "x", "reply_markup": keyboard({"callback_data": "a"})},
         'can\'t parse inline keyboard button: Can\'t find field "text"'),
        ({"text": "x", "reply_markup": keyboard({"text": "a"})},
         "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ({"text": "x", "reply_markup": keyboard({"text": "a", "callback_data": ""})},
         "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ({"text": "x", "reply_markup": keyboard({"text": "a", "callback_data": "a", "style": "pink"})},
         "can't parse inline keyboard button: invalid button style specified"),
        ({"text": "x", "reply_markup": keyboard({"text": "a", "callback_data": "ы" * 33})}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": keyboard({"text": "a", "url": "http://nowhere"})},
         "inline keyboard button URL 'http://nowhere' is invalid: Wrong HTTP URL"),
        ({"text": "x", "reply_markup": keyboard({"text": "a", "web_app": {"url": "http://a.ru"}})},
         "inline keyboard button Web App URL 'http://a.ru' is invalid: Only HTTPS links are allowed"),
        ({"text": "x", "reply_markup": keyboard(*[{"text": "a", "callback_data": "a"}] * 101)},
         "reply markup is too long"),
        ({"text": "x", "reply_markup": keyboard(*[{"text": "ы" * 40, "callback_data": "ы" * 32}] * 60)},
         "reply markup is too long"),
    ],
)  # fmt: skip
async def test_a_message_telegram_would_refuse_is_refused(town: Town, args: dict[str, Any], said: str) -> None:
    teacher = await town.teacher()
    assert await refusal(town, "sendMessage", chat_id=teacher.id, **args) == f"Bad Request: {said}"
    assert await teacher.sees() == []


async def test_the_limits_themselves_still_pass(town: Town) -> None:
    teacher = await town.teacher()
    markup = InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=str(n), callback_data="ы" * 4) for n in range(5)] for _ in range(20)
        ]
    )
    sent = await town.bot.send_message(teacher.id, "🧪" * 4096, reply_markup=markup)
    assert sent.text == "🧪" * 4096
    assert sent.reply_markup is not None and sent.reply_markup.model_dump() == markup.model_dump()
    await town.bot.send_message(
        teacher.id, "x", reply_markup=InlineKeyboardMarkup(
            inline_keyboard=[[InlineKeyboardButton(text="a", callback_data="ы" * 32)]]
        )
    )  # fmt: skip


async def test_an_answer_names_the_message_it_answers(town: Town) -> None:
    teacher = await town.teacher()
    first = await town.bot.send_message(teacher.id, "один")
    second = await first.as_(town.bot).reply("два")
    assert second.reply_to_message is not None and second.reply_to_message.message_id == first.message_id
    third = await town.bot.send_message(
        teacher.id, "три", reply_parameters=ReplyParameters(message_id=99, allow_sending_without_reply=True)
    )
    assert third.reply_to_message is None


@pytest.mark.parametrize(
    ("chat_id", "said"),
    [("", "chat_id is empty"), ("42", "chat not found"), ("someone", "chat not found"), ("@someone", "chat not found")],
)
async def test_an_unknown_chat_is_not_found(town: Town, chat_id: str, said: str) -> None:
    assert await refusal(town, "sendMessage", chat_id=chat_id, text="x") == f"Bad Request: {said}"


async def test_nobody_is_written_to_who_did_not_start_or_went_away(town: Town) -> None:
    newcomer = await town.newcomer()
    with pytest.raises(TelegramForbiddenError, match="Forbidden: bot can't initiate conversation with a user"):
        await town.bot.send_message(newcomer.id, "x")
    await newcomer.opens("")
    sent = await town.bot.send_message(newcomer.id, "x")

    await newcomer.becomes(blocked=True)
    with pytest.raises(TelegramForbiddenError, match="Forbidden: bot was blocked by the user"):
        await town.bot.send_message(newcomer.id, "y")
    edited = await town.bot.edit_message_text("ещё", chat_id=newcomer.id, message_id=sent.message_id)
    assert not isinstance(edited, bool) and edited.text == "ещё"

    await newcomer.becomes(deactivated=True)
    with pytest.raises(TelegramForbiddenError, match="Forbidden: user is deactivated"):
        await town.bot.send_message(newcomer.id, "z")
    with pytest.raises(TelegramForbiddenError, match="Forbidden: user is deactivated"):
        await town.bot.edit_message_text("нет", chat_id=newcomer.id, message_id=sent.message_id)
    with pytest.raises(TelegramForbiddenError, match="Forbidden: bot can't send messages to bots"):
        await town.bot.send_message(town.bot.id, "x")


async def test_a_group_can_move_and_throw_the_bot_out(town: Town) -> None:
    async with town.http.post("/sandbox/chats", json={"title": "Методобъединение"}) as answer:
        group = (await answer.json())["id"]
    async with town.http.post("/sandbox/chats", json={"title": "Методобъединение", "supergroup": True}) as answer:
        supergroup = (await answer.json())["id"]
    sent = await town.bot.send_message(group, "всем")
    assert sent.chat.type == "group"
    await town.http.patch(f"/sandbox/chats/{group}", json={"migrated_to": supergroup})
    with pytest.raises(TelegramMigrateToChat) as moved:
        await town.bot.send_message(group, "x")
    assert moved.value.migrate_to_chat_id == supergroup
    await town.http.patch(f"/sandbox/chats/{supergroup}", json={"kicked": True})
    with pytest.raises(TelegramForbiddenError, match="Forbidden: bot was kicked from the supergroup chat"):
        await town.bot.send_message(supergroup, "x")


async def test_a_wrong_token_and_an_unknown_method_are_told(town: Town) -> None:
    stranger = bot_for(town.sandbox.url, "4200042:another")
    with pytest.raises(TelegramUnauthorizedError, match="Unauthorized"):
        await stranger.get_me()
    await stranger.session.close()
    async with town.http.get("/botnonsense/getMe") as answer:
        assert (answer.status, await answer.json()) == (401, {
            "ok": False, "error_code": 401, "description": "Unauthorized: invalid token specified",
        })  # fmt: skip
    assert await refusal(town, "sendCarrierPigeon") == "Not Found: method not found"
    with pytest.raises(TelegramNotFound):
        await town.bot.get_user_gifts(1)


async def test_arguments_come_by_address_form_and_json_and_names_in_any_case(town: Town) -> None:
    teacher = await town.teacher()
    async with town.http.get(f"/bot{TOKEN}/SENDMESSAGE", params={"chat_id": teacher.id, "text": "раз"}) as answer:
        assert answer.status == 200
    async with town.http.post(
        f"/bot{TOKEN}/sendmessage", data={"chat_id": teacher.id, "text": "два", "odd": 1}
    ) as answer:
        assert answer.status == 200
    async with town.http.post(
        f"/bot{TOKEN}", json={"method": "sendMessage", "chat_id": teacher.id, "text": "три"}
    ) as answer:
        assert answer.status == 200
    assert [message["html"] for message in await teacher.sees()] == ["раз", "два", "три"]


async def test_a_chat_action_must_be_one_that_exists(town: Town) -> None:
    teacher = await town.teacher()
    assert await town.bot.send_chat_action(teacher.id, "typing")
    with pytest.raises(TelegramBadRequest, match="Bad Request: wrong parameter action in request"):
        await town.bot.send_chat_action(teacher.id, "singing")


async def test_the_bot_can_look_a_person_up(town: Town) -> None:
    teacher = await town.teacher("Айта Учитель")
    chat = await town.bot.get_chat(teacher.id)
    assert (chat.type, chat.first_name, chat.last_name) == ("private", "Айта", "Учитель")
