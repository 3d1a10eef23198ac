"""What goes wrong between a bot and Telegram: on demand, and by the pace that Telegram allows."""

from collections.abc import AsyncIterator

import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    RestartingTelegram,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiohttp import ServerDisconnectedError

from bot.sandbox.limits import Pace
from bot.sandbox.server import Options
from tests.support.sandbox import TOKEN, Town, running_town


class Seconds:
    """A monotonic clock that a test moves."""

    def __init__(self) -> None:
        self.value = 1000.0

    def __call__(self) -> float:
        return self.value


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    async with running_town() as running:
        yield running


async def test_flood_control_names_the_seconds_in_body_and_header(town: Town) -> None:
    teacher = await town.teacher()
    await town.breaks(kind="429", retry_after=7, times=2)
    with pytest.raises(TelegramRetryAfter) as refused:
        await town.bot.send_message(teacher.id, "x")
    assert refused.value.retry_after == 7
    async with town.http.post(f"/bot{TOKEN}/sendMessage", json={"chat_id": teacher.id, "text": "x"}) as answer:
        assert (answer.status, answer.headers["Retry-After"], await answer.json()) == (429, "7", {
            "ok": False, "error_code": 429, "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        })  # fmt: skip
    await town.bot.send_message(teacher.id, "x")


async def test_servers_fail_in_their_own_ways(town: Town) -> None:
    teacher = await town.teacher()
    await town.breaks(kind="500")
    with pytest.raises(RestartingTelegram, match="Internal Server Error: restart"):
        await town.bot.send_message(teacher.id, "x")
    await town.breaks(kind="502")
    with pytest.raises(ClientDecodeError):
        await town.bot.send_message(teacher.id, "x")
    await town.breaks(kind="502")
    async with town.http.get(f"/bot{TOKEN}/getMe") as answer:
        assert (answer.status, answer.content_type) == (502, "text/html")
    await town.breaks(kind="drop")
    with pytest.raises(TelegramNetworkError):
        await town.bot.send_message(teacher.id, "x")
    assert await teacher.sees() == []


async def test_a_lost_answer_hides_a_message_that_arrived(town: Town) -> None:
    teacher = await town.teacher()
    await town.breaks(kind="lost_answer", method="sendMessage")
    with pytest.raises(TelegramNetworkError):
        await town.bot.send_message(teacher.id, "дошло")
    assert [message["html"] for message in await teacher.sees()] == ["дошло"]


async def test_a_fault_hits_only_the_method_and_the_chat_it_names(town: Town) -> None:
    teacher, curator = await town.teacher(), await town.teacher("Туйаара Куратор")
    await town.breaks(kind="drop", method="sendMessage", chat_id=teacher.id)
    await town.bot.get_me()
    await town.bot.send_message(curator.id, "x")
    async with town.http.get("/sandbox/faults") as answer:
        assert [fault["times"] for fault in await answer.json()] == [1]
    with pytest.raises(ServerDisconnectedError):
        await town.call("sendMessage", chat_id=teacher.id, text="x")
    async with town.http.get("/sandbox/faults") as answer:
        assert await answer.json() == []
    async with town.http.post("/sandbox/faults", json={"kind": "meteor"}) as answer:
        assert (answer.status, (await answer.json())["code"]) == (400, "bad_fault")


async def test_one_chat_may_get_a_burst_and_then_one_a_second() -> None:
    seconds = Seconds()
    async with running_town(Options(pace=Pace(chat_burst=3), monotonic=seconds)) as town:
        teacher, curator = await town.teacher(), await town.teacher("Туйаара Куратор")
        sent = [await town.bot.send_message(teacher.id, str(number)) for number in range(3)]
        with pytest.raises(TelegramRetryAfter) as refused:
            await town.bot.send_message(teacher.id, "x")
        assert refused.value.retry_after == 1
        await town.bot.send_message(curator.id, "x")
        seconds.value += 0.9
        with pytest.raises(TelegramRetryAfter):
            await town.bot.send_message(teacher.id, "x")
        seconds.value += 0.2
        sent.append(await town.bot.send_message(teacher.id, "x"))
        for message in sent:
            await town.bot.edit_message_text("правка", chat_id=teacher.id, message_id=message.message_id)


async def test_all_chats_together_get_thirty_a_second() -> None:
    seconds = Seconds()
    async with running_town(Options(monotonic=seconds)) as town:
        people = [await town.teacher(f"Учитель {number}") for number in range(31)]
        for person in people[:30]:
            await town.bot.send_message(person.id, "x")
        with pytest.raises(TelegramRetryAfter):
            await town.bot.send_message(people[30].id, "x")
        seconds.value += 1
        await town.bot.send_message(people[30].id, "x")


async def test_a_group_gets_twenty_a_minute_edits_counted() -> None:
    seconds = Seconds()
    async with running_town(Options(monotonic=seconds)) as town:
        async with town.http.post("/sandbox/chats", json={"title": "Методобъединение"}) as answer:
            group = (await answer.json())["id"]
        sent = await town.bot.send_message(group, "0")
        for number in range(1, 20):
            await town.bot.edit_message_text(str(number), chat_id=group, message_id=sent.message_id)
        seconds.value += 20
        with pytest.raises(TelegramRetryAfter) as refused:
            await town.bot.send_message(group, "x")
        assert refused.value.retry_after == 40
        async with town.http.patch("/sandbox/limits", json={"enabled": False}) as answer:
            assert (await answer.json())["enabled"] is False
        await town.bot.send_message(group, "x")


async def test_the_calls_are_listed_with_answers_and_without_the_token(town: Town) -> None:
    teacher = await town.teacher()
    await town.bot.get_updates(timeout=0)
    await town.bot.send_message(teacher.id, "x")
    await town.breaks(kind="drop")
    with pytest.raises(TelegramNetworkError):
        await town.bot.send_message(teacher.id, "y")
    async with town.http.get("/sandbox/calls?after=0") as answer:
        text = await answer.text()
        calls = await answer.json()
    assert [(call["n"], call["method"], call["status"]) for call in calls] == [
        (1, "sendMessage", 200), (2, "sendMessage", 0),
    ]  # fmt: skip
    assert calls[0]["params"]["chat_id"] == teacher.id and calls[0]["answer"]["result"]["text"] == "x"
    assert TOKEN not in text
    async with town.http.get("/sandbox/calls?after=1") as answer:
        assert [call["n"] for call in await answer.json()] == [2]
