"""The queue of updates: confirmed by offset, one reader, short-lived taps, webhooks in order."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiogram.exceptions import TelegramConflictError
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from aiohttp import web

from bot.sandbox.server import Options
from tests.support.sandbox import UNPACED, Town, running_town

NOW = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)


class HandClock:
    """Real time that a test moves."""

    def __init__(self) -> None:
        self.value = NOW

    def now(self) -> datetime:
        return self.value


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    async with running_town() as running:
        yield running


async def texts(town: Town, **args: Any) -> list[str | None]:
    return [update.message.text for update in await town.bot.get_updates(timeout=0, **args) if update.message]


async def test_what_is_not_confirmed_comes_again(town: Town) -> None:
    teacher = await town.teacher()
    for word in ("раз", "два", "три"):
        await teacher.sends(word)
    assert await texts(town) == await texts(town) == ["раз", "два", "три"]
    assert await texts(town, limit=2) == ["раз", "два"]
    first, *_ = await town.bot.get_updates(timeout=0)
    assert await texts(town, offset=first.update_id + 1) == ["два", "три"]
    assert await texts(town, offset=-1) == ["три"]
    assert await texts(town) == ["три"]


async def test_a_long_poll_answers_as_soon_as_somebody_writes(town: Town) -> None:
    teacher = await town.teacher()
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(town.bot.get_updates(timeout=50))
        await asyncio.sleep(0.05)
        assert not poll.done()
        await teacher.sends("привет")
    assert [update.message and update.message.text for update in poll.result()] == ["привет"]


async def test_the_older_of_two_readers_is_sent_away(town: Town) -> None:
    older = asyncio.gather(town.bot.get_updates(timeout=50), return_exceptions=True)
    await asyncio.sleep(0.1)
    assert await town.bot.get_updates(timeout=0) == []
    (refused,) = await older
    assert isinstance(refused, TelegramConflictError)
    assert refused.message == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )


async def test_only_the_kinds_asked_for_are_made(town: Town) -> None:
    teacher = await town.teacher()
    await town.bot.get_updates(timeout=0, allowed_updates=["my_chat_member", "moonrise"])
    await teacher.sends("не увидят")
    await teacher.becomes(blocked=True)
    (update,) = await town.bot.get_updates(timeout=0)
    assert update.my_chat_member is not None
    await town.bot.get_updates(timeout=0, allowed_updates=[])
    await teacher.becomes(blocked=False)
    await teacher.sends("увидят")
    assert await texts(town) == ["увидят"]


async def test_a_tap_is_forgotten_after_150_seconds_and_a_message_after_a_day() -> None:
    clock = HandClock()
    async with running_town(Options(pace=UNPACED.pace, answer_window=0.01), clock=clock) as town:
        teacher = await town.teacher()
        keyboard = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="yes")]])
        sent = await town.bot.send_message(teacher.id, "?", reply_markup=keyboard)
        assert sent.date == NOW
        await teacher.sends("слова")
        await teacher.presses(sent.message_id, "yes")
        assert len(await town.bot.get_updates(timeout=0)) == 2
        clock.value = NOW + timedelta(seconds=151)
        assert await texts(town) == ["слова"]
        assert len(await town.bot.get_updates(timeout=0)) == 1
        clock.value = NOW + timedelta(hours=24, seconds=1)
        assert await town.bot.get_updates(timeout=0) == []


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ({"url": "nowhere"}, "invalid webhook URL specified"),
        ({"url": "http://e.ru/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://e.ru:8080/"}, "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"),
        ({"url": "https://e.ru/"}, "bad webhook: the sandbox delivers to this machine only"),
        ({"url": "http://127.0.0.1:9/", "secret_token": "с"}, "secret token contains unallowed characters"),
        ({"url": "http://127.0.0.1:9/", "secret_token": "s" * 257}, "secret token is too long"),
    ],
)
async def test_a_wrong_webhook_is_refused(town: Town, args: dict[str, str], said: str) -> None:
    status, body = await town.call("setWebhook", **args)
    assert (status, body["description"]) == (400, f"Bad Request: {said}")


async def test_a_webhook_gets_each_chat_in_order_and_again_until_it_says_200() -> None:
    taken: list[tuple[int, str]] = []
    refusals = 2
    everything = asyncio.Event()

    async def take(request: web.Request) -> web.Response:
        nonlocal refusals
        assert request.headers["X-Telegram-Bot-Api-Secret-Token"] == "s3cret"
        message = (await request.json())["message"]
        if refusals and message["text"] == "раз":
            refusals -= 1
            return web.Response(status=500)
        taken.append((message["chat"]["id"], message["text"]))
        if len(taken) == 4:
            everything.set()
        return web.json_response({"method": "sendMessage", "chat_id": message["chat"]["id"], "text": "принято"})

    app = web.Application()
    app.router.add_post("/hook", take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with running_town(Options(pace=UNPACED.pace, webhook_pause=0.01)) as town:
        teacher, curator = await town.teacher(), await town.teacher("Туйаара Куратор")
        reader = asyncio.gather(town.bot.get_updates(timeout=50), return_exceptions=True)
        await asyncio.sleep(0.1)
        await town.bot.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token="s3cret")
        assert "Conflict: terminated by setWebhook request" in str((await reader)[0])
        with pytest.raises(TelegramConflictError, match="can't use getUpdates method while webhook is active"):
            await town.bot.get_updates(timeout=0)
        for word in ("раз", "два", "три"):
            await teacher.sends(word)
        await curator.sends("здравствуйте")
        await asyncio.wait_for(everything.wait(), 20)
        assert [text for chat, text in taken if chat == teacher.id] == ["раз", "два", "три"]
        info = await town.bot.get_webhook_info()
        assert "Wrong response from the webhook: 500" in str(info.last_error_message)
        await town.bot.delete_webhook()
        assert (await town.bot.get_webhook_info()).url == ""
        await town.bot.get_updates(timeout=0)
        assert "принято" in [message["html"] for message in await teacher.sees()]
    await runner.cleanup()
