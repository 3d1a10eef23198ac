"""Polling and webhook: nothing is confirmed before it is written down, and no answer of Telegram stops the bot."""

from collections.abc import AsyncGenerator, Sequence
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import ClientDecodeError, TelegramConflictError, TelegramNetworkError, TelegramRetryAfter
from aiogram.methods import TelegramMethod
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.inbox.polling import GetJsonUpdates, Polling
from bot.inbox.stripping import Json
from bot.inbox.webhook import SECRET_HEADER, NotReady, add_webhook
from bot.log_privacy import describe

SECRET = "a-long-secret_1"


class Script(BaseSession):
    """Answers getUpdates with what it was given, one after another."""

    def __init__(self, *answers: list[dict[str, Any]] | type[Exception] | Exception) -> None:
        super().__init__()
        self.answers = list(answers)
        self.asked: list[GetJsonUpdates] = []

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109
        assert isinstance(method, GetJsonUpdates)
        self.asked.append(method)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def close(self) -> None: ...

    async def stream_content(self, *args: Any, **kwargs: Any) -> AsyncGenerator[bytes, None]:
        yield b""


class Taker:
    """The inbox as sources see it."""

    def __init__(self, *failures: Exception) -> None:
        self.taken: list[int] = []
        self.failures = list(failures)

    async def __call__(self, updates: Sequence[Json]) -> None:
        if self.failures:
            raise self.failures.pop(0)
        self.taken += [update["update_id"] for update in updates]


class Pauses:
    def __init__(self) -> None:
        self.slept: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.slept.append(seconds)


def method() -> GetJsonUpdates:
    return GetJsonUpdates()


async def poll(session: Script, accept: Taker) -> list[float]:
    pauses = Pauses()
    polling = Polling(Bot("42:TEST", session=session), accept, sleep=pauses)
    while session.answers:
        await polling.once()
    return pauses.slept


async def test_the_offset_follows_what_was_accepted() -> None:
    session, accept = Script([{"update_id": 5}, {"update_id": 6}], [], [{"update_id": 9}], []), Taker()
    assert await poll(session, accept) == []
    assert accept.taken == [5, 6, 9]
    assert [asked.offset for asked in session.asked] == [None, 7, 7, 10]
    assert session.asked[0].allowed_updates == ["message", "callback_query", "my_chat_member"]


async def test_a_batch_that_was_not_written_down_is_asked_for_again() -> None:
    session, accept = Script([{"update_id": 5}], [{"update_id": 5}], []), Taker(OSError("the disk is full"))
    assert len(await poll(session, accept)) == 1
    assert accept.taken == [5]
    assert [asked.offset for asked in session.asked] == [None, None, 6]


async def test_a_page_of_a_proxy_and_a_broken_line_are_outlived(caplog: pytest.LogCaptureFixture) -> None:
    page = ClientDecodeError("Failed to decode object", ValueError(), "<html>CANARY 502</html>")
    broken = TelegramNetworkError(method(), "CANARY")
    session, accept = Script(*[page, broken] * 4, [{"update_id": 5}], broken, []), Taker()
    slept = await poll(session, accept)
    assert accept.taken == [5]
    assert len(slept) == 9
    assert all(low / 2 <= one <= low for one, low in zip(slept, [1, 2, 4, 8, 16, 30, 30, 30, 1], strict=True))
    assert "CANARY" not in caplog.text


def test_a_body_that_could_not_be_read_is_not_quoted_in_the_log() -> None:
    quoting = ClientDecodeError("Failed to decode object", ValueError(), '{"text": "CANARY"}')
    assert "CANARY" in str(quoting)
    assert "CANARY" not in describe(quoting)


async def test_a_flood_is_waited_for_as_long_as_told() -> None:
    session = Script(TelegramRetryAfter(method(), "Too Many Requests", 17), [])
    assert await poll(session, Taker()) == [17]


async def test_a_second_poller_is_reported_in_one_line(caplog: pytest.LogCaptureFixture) -> None:
    conflict = TelegramConflictError(method(), "Conflict: terminated by other getUpdates request")
    session, accept = Script(conflict, conflict, conflict, [{"update_id": 5}]), Taker()
    await poll(session, accept)
    assert accept.taken == [5]
    assert len([line for line in caplog.messages if "409" in line]) == 1


async def post(accept: Taker, body: bytes, secret: str | None = SECRET) -> int:
    app = web.Application()
    add_webhook(app, accept, path="/telegram", secret=SECRET)
    headers = {} if secret is None else {SECRET_HEADER: secret}
    async with TestClient(TestServer(app, host="127.0.0.1")) as client:
        return (await client.post("/telegram", data=body, headers=headers)).status


async def test_a_webhook_takes_what_telegram_sends() -> None:
    accept = Taker()
    assert await post(accept, b'{"update_id": 5}') == 200
    assert accept.taken == [5]


@pytest.mark.parametrize("secret", [None, "", "a-long-secret_2", SECRET + "x", "тайна"])
async def test_a_webhook_takes_nothing_without_its_secret(secret: str | None) -> None:
    accept = Taker()
    assert await post(accept, b'{"update_id": 5}', secret) == 401
    assert accept.taken == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"{}", b'{"update_id": "5"}', b"\xff"])
async def test_a_webhook_refuses_what_is_no_update(body: bytes) -> None:
    accept = Taker()
    assert await post(accept, body) == 400
    assert accept.taken == []


async def test_telegram_is_asked_to_come_again_when_nothing_was_written_down() -> None:
    assert await post(Taker(OSError("the disk is full")), b'{"update_id": 5}') == 500
    assert await post(Taker(NotReady()), b'{"update_id": 5}') == 503
