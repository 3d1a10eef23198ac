"""What people do, as the bot is told of it: messages, taps, links, blocking; and commands that they see."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BotCommandScopeDefault,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
)

from bot.sandbox.server import Options
from tests.support.sandbox import UNPACED, Town, running_town

OLD_QUERY = "Bad Request: query is too old and response timeout expired or query ID is invalid"
KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="yes")],
                     [InlineKeyboardButton(text="Сайт", url="https://e.ru")]]
)  # fmt: skip


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    async with running_town() as running:
        yield running


async def test_a_newcomer_opens_a_link_and_the_bot_learns_the_code(town: Town) -> None:
    newcomer = await town.newcomer("Айта Петрова", username="aita_p")
    await newcomer.opens("invite_7-x")
    (update,) = await town.next_updates()
    message = update.message
    assert message is not None and message.from_user is not None
    assert (message.text, message.chat.id, message.chat.username) == ("/start invite_7-x", newcomer.id, "aita_p")
    assert [(mark.type, mark.offset, mark.length) for mark in message.entities or []] == [("bot_command", 0, 6)]
    assert (await newcomer.becomes())["started"]
    assert (await newcomer.opens("два слова"))["code"] == "bad_start"


async def test_a_tap_waits_for_the_answer_of_the_bot(town: Town) -> None:
    teacher = await town.teacher()
    sent = await town.bot.send_message(teacher.id, "Записать?", reply_markup=KEYBOARD)
    async with asyncio.TaskGroup() as group:
        tap = group.create_task(teacher.presses(sent.message_id, "yes"))
        query = await town.next_tap()
        assert (query.data, query.from_user.id) == ("yes", teacher.id)
        assert query.message is not None and query.message.message_id == sent.message_id
        with pytest.raises(TelegramBadRequest, match="Bad Request: MESSAGE_TOO_LONG"):
            await town.bot.answer_callback_query(query.id, "ы" * 201)
        await town.bot.answer_callback_query(query.id, "Записали", show_alert=True)
    assert tap.result() == {"answered": True, "text": "Записали", "alert": True, "url": None}
    with pytest.raises(TelegramBadRequest, match=OLD_QUERY):
        await town.bot.answer_callback_query(query.id)
    with pytest.raises(TelegramBadRequest, match=OLD_QUERY):
        await town.bot.answer_callback_query("123")


async def test_a_silent_bot_leaves_the_tap_unanswered_and_is_then_too_late() -> None:
    async with running_town(Options(pace=UNPACED.pace, answer_window=0.05)) as town:
        teacher = await town.teacher()
        sent = await town.bot.send_message(teacher.id, "Записать?", reply_markup=KEYBOARD)
        assert await teacher.presses(sent.message_id, "yes") == {
            "answered": False, "text": "", "alert": False, "url": None,
        }  # fmt: skip
        with pytest.raises(TelegramBadRequest, match=OLD_QUERY):
            await town.bot.answer_callback_query((await town.next_tap()).id)


async def test_a_button_that_is_gone_cannot_be_tapped(town: Town) -> None:
    teacher = await town.teacher()
    sent = await town.bot.send_message(teacher.id, "Записать?", reply_markup=KEYBOARD)
    assert (await teacher.presses(sent.message_id, "no"))["code"] == "no_button"
    await town.bot.delete_message(teacher.id, sent.message_id)
    assert (await teacher.presses(sent.message_id, "yes"))["code"] == "no_message"
    assert await town.bot.get_updates(timeout=0) == []


async def test_blocking_and_coming_back_are_told_to_the_bot(town: Town) -> None:
    teacher = await town.teacher()
    await teacher.becomes(blocked=True)
    assert (await teacher.sends("ау"))["code"] == "blocked"
    await teacher.becomes(blocked=True)
    await teacher.becomes(blocked=False)
    await teacher.becomes(blocked=True)
    await teacher.opens("again")
    *members, start = await town.next_updates()
    changes = [update.my_chat_member for update in members]
    assert [change and (change.old_chat_member.status, change.new_chat_member.status) for change in changes] == [
        ("member", "kicked"), ("kicked", "member"), ("member", "kicked"), ("kicked", "member"),
    ]  # fmt: skip
    assert start.message is not None and start.message.text == "/start again"
    await teacher.becomes(deactivated=True)
    assert (await teacher.sends("ау"))["code"] == "deactivated"


async def test_a_long_text_is_cut_as_messengers_cut_it(town: Town) -> None:
    teacher = await town.teacher()
    await teacher.sends("🧪" * 2049)
    texts = [update.message.text for update in await town.next_updates() if update.message]
    assert texts == ["🧪" * 2048, "🧪"]


async def test_names_and_words_with_markup_reach_the_page_as_words(town: Town) -> None:
    teacher = await town.newcomer("<b>&_*[ \u202eאבג")
    await teacher.sends("<img src=x onerror=alert(1)> & \ud800")
    (seen,) = await teacher.sees()
    assert seen["html"] == "&lt;img src=x onerror=alert(1)&gt; &amp; \ufffd"
    await town.bot.send_message(teacher.id, "a<b>&", parse_mode=None)
    assert (await teacher.sees())[1]["html"] == "a&lt;b&gt;&amp;"


async def test_unread_counts_what_the_bot_wrote_until_the_chat_is_read(town: Town) -> None:
    teacher = await town.teacher()
    await town.bot.send_message(teacher.id, "раз")
    await town.bot.send_message(teacher.id, "два")
    assert (await teacher.becomes())["unread"] == 2
    await teacher.sees()
    assert (await teacher.becomes())["unread"] == 0


async def test_the_page_gets_buttons_it_can_press_or_open(town: Town) -> None:
    teacher = await town.teacher()
    await town.bot.send_message(teacher.id, "x", reply_markup=KEYBOARD)
    (seen,) = await teacher.sees()
    assert seen["buttons"] == [[{"text": "Да", "data": "yes"}], [{"text": "Сайт", "url": "https://e.ru"}]]


async def test_the_page_is_told_what_changed(town: Town) -> None:
    teacher = await town.teacher()
    async with town.http.get("/sandbox/events") as stream:
        await stream.content.readuntil(b"\n\n")
        sent = await town.bot.send_message(teacher.id, "x")
        await town.bot.delete_message(teacher.id, sent.message_id)
        seen = [await stream.content.readuntil(b"\n\n") for _ in range(5)]
    kinds = [line.split(b'"')[3].decode() for line in seen]
    assert kinds == ["message", "person", "call", "delete", "call"]


async def test_the_most_specific_commands_win(town: Town) -> None:
    teacher, curator = await town.teacher(), await town.teacher("Туйаара Куратор")
    common, own = BotCommand(command="help", description="Помощь"), BotCommand(command="my", description="Мои записи")
    await town.bot.set_my_commands([common], BotCommandScopeDefault())
    await town.bot.set_my_commands([own], BotCommandScopeChat(chat_id=teacher.id))

    async def menu(person_id: int) -> list[str]:
        async with town.http.get(f"/sandbox/people/{person_id}/commands") as answer:
            return [command["command"] for command in await answer.json()]

    assert (await menu(teacher.id), await menu(curator.id)) == (["my"], ["help"])
    (kept,) = await town.bot.get_my_commands(BotCommandScopeChat(chat_id=teacher.id))
    assert (kept.command, kept.description) == ("my", "Мои записи")
    await town.bot.delete_my_commands(BotCommandScopeChat(chat_id=teacher.id))
    assert await menu(teacher.id) == ["help"]


@pytest.mark.parametrize(
    ("commands", "scope", "said"),
    [
        ("[", None, "can't parse commands JSON object"),
        ("{}", None, "expected an Array of BotCommand"),
        ([{"command": "a"}], None, "can't parse BotCommand: Can't find field \"description\""),
        ([{"command": "", "description": "x"}], None, "command must be non-empty"),
        ([{"command": "a" * 33, "description": "x"}], None, "command length must not exceed 32"),
        ([{"command": "a", "description": " "}], None, "command description must be non-empty"),
        ([{"command": "a", "description": "x" * 257}], None, "command description length must not exceed 256"),
        ([{"command": "My", "description": "x"}], None, "BOT_COMMAND_INVALID"),
        ([{"command": "a", "description": "x"}] * 101, None, "BOT_COMMANDS_TOO_MUCH"),
        ([], {"type": "planet"}, "can't parse BotCommandScope: Unsupported type specified"),
        ([], {"type": "chat"}, "can't parse BotCommandScope: Empty chat_id specified"),
        ([], {"type": "chat", "chat_id": 5}, "chat not found"),
    ],
)
async def test_wrong_commands_are_refused(town: Town, commands: object, scope: object, said: str) -> None:
    args = {"commands": commands} | ({"scope": scope} if scope else {})
    status, body = await town.call("setMyCommands", **args)
    assert (status, body["description"]) == (400, f"Bad Request: {said}")
