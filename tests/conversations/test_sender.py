"""Everything outgoing: what each fault of the Bot API means, and how fast it is called."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter

from bot.sender import Limits
from bot.sending.turnstile import Rank
from shnor_domain.messaging import (
    Attachment,
    Button,
    ChatId,
    Lane,
    Message,
    TryLater,
)
from tests.support.wire import Connected, connected, refusal

UNPACED = Limits(per_second=0)
HER = ChatId(1001)
HELLO = Message(
    "<b>Здравствуйте</b>", ((Button("Записаться", data="book:1"), Button("Сайт", url="https://example.org")),)
)


@pytest.fixture
async def line() -> AsyncIterator[Connected]:
    async with connected(UNPACED) as made:
        yield made


async def test_a_message_goes_with_buttons_and_without_a_preview(line: Connected) -> None:
    ref = await line.messenger.send(HER, HELLO)
    assert ref == "1001:1"
    (call,) = line.wire.calls
    assert (call.method, call.fields["text"], call.fields["parse_mode"]) == ("sendMessage", HELLO.text, "HTML")
    assert json.loads(call.fields["link_preview_options"]) == {"is_disabled": True}
    (row,) = json.loads(call.fields["reply_markup"])["inline_keyboard"]
    assert [(button["text"], button.get("callback_data"), button.get("url")) for button in row] == [
        ("Записаться", "book:1", None),
        ("Сайт", None, "https://example.org"),
    ]


async def test_a_file_carries_a_short_text_and_stands_above_a_long_one(line: Connected) -> None:
    file = Attachment("план.ics", b"BEGIN:VCALENDAR")
    await line.messenger.send(HER, Message("Файл", attachment=file))
    long = await line.messenger.send(HER, Message("я" * 1025, HELLO.buttons, Attachment("x.png", b"png", picture=True)))
    assert line.wire.methods == ["sendDocument", "sendPhoto", "sendMessage"]
    assert line.wire.calls[0].fields["caption"] == "Файл"
    assert "reply_markup" not in line.wire.calls[1].fields
    assert long == "1001:3"


async def test_no_window_of_a_second_sees_more_than_the_limit() -> None:
    # ten times as fast as Telegram allows, so that the test measures a tenth of a second
    async with connected(Limits(per_second=300, window=0.1, chat_per_second=10)) as line:
        await asyncio.gather(*(line.messenger.send(ChatId(n), HELLO) for n in range(1, 241)))
        assert len(line.wire.calls) == 240
        assert line.wire.worst_window(0.1) <= 30


async def test_answers_go_before_notices_and_they_before_mailings(line: Connected) -> None:
    await line.messenger.send(HER, HELLO)
    await line.messenger.send(HER, HELLO, Lane.MAILING)
    await line.bot.send_message(HER, "Меню")
    assert [rank for rank, _ in line.wire.begun] == [Rank.NOTICE, Rank.MAILING, Rank.ANSWER]


async def test_a_429_closes_that_chat_and_no_other() -> None:
    async with connected(UNPACED) as line:
        line.wire.script = [refusal(429, "Too Many Requests: retry after 1", retry_after=1)]
        waiting, other = await asyncio.gather(line.messenger.send(HER, HELLO), line.messenger.send(ChatId(1002), HELLO))
        assert {waiting, other} == {"1001:3", "1002:2"} or {waiting, other} == {"1001:2", "1002:3"}
        first, last = line.wire.calls[0], line.wire.calls[-1]
        assert first.chat == last.chat
        assert last.at - first.at >= 1
        assert line.wire.calls[1].at - first.at < 1
        assert [seconds for seconds, _ in line.wire.throttles] == [1]


async def test_two_chats_refused_within_a_second_close_all_and_nobody_slips_through() -> None:
    async with connected(Limits(per_second=200, chat_per_second=100)) as line:
        line.wire.script = [refusal(429, "Too Many Requests: retry after 1", retry_after=1)] * 2
        await asyncio.gather(*(line.messenger.send(ChatId(n), HELLO) for n in range(1, 101)))
        assert len(line.wire.calls) == 102
        (_, _), (_, second) = line.wire.throttles
        assert not [at for _, at in line.wire.begun if second < at < second + 1]


async def test_a_call_of_a_mailing_is_not_repeated_unasked(line: Connected) -> None:
    """While a notice's is: nobody asks whether a copy may still go before the repeat."""
    ref = await line.messenger.send(HER, HELLO)
    line.wire.script = [refusal(502, "Bad Gateway")]
    assert await line.messenger.edit(ref, HELLO) == ref
    line.wire.script = [refusal(502, "Bad Gateway")]
    with pytest.raises(TryLater):
        await line.messenger.edit(ref, HELLO, lane=Lane.MAILING)
    assert line.wire.methods == ["sendMessage", *["editMessageText"] * 3]


async def test_a_notice_does_not_wait_for_a_chat_that_is_closed_for_long(line: Connected) -> None:
    line.wire.script = [refusal(429, "Too Many Requests: retry after 30", retry_after=30)]
    for _ in range(2):
        with pytest.raises(TryLater) as raised:
            await line.messenger.send(HER, HELLO)
        assert raised.value.seconds is not None
        assert 29 <= raised.value.seconds <= 30
    assert line.wire.methods == ["sendMessage"], "the gate is obeyed without asking again"


async def test_calls_that_belong_to_no_chat_pass_freely(line: Connected) -> None:
    line.pace.throttled(1, 300)
    line.pace.throttled(2, 300)
    assert await line.bot.answer_callback_query("17")
    assert line.wire.methods == ["answerCallbackQuery"]


async def test_dialogs_pass_the_same_gate(line: Connected) -> None:
    line.wire.script = [refusal(429, "Too Many Requests: retry after 300", retry_after=300)]
    with pytest.raises(TelegramRetryAfter):
        await line.bot.send_message(HER, "Меню")
    with pytest.raises(TryLater):
        await line.messenger.send(HER, HELLO)
    line.wire.script = [refusal(400, "Bad Request: message text is empty")]
    with pytest.raises(TelegramBadRequest):
        await line.bot.send_message(ChatId(1002), " ")
