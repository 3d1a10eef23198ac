"""A line between the bot and the sandbox that breaks: before a call has had its effect, or after it."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiohttp import ClientSession, web

from bot.sender import Limits, Pace, TelegramMessenger
from bot.sending.middleware import PacedRequests
from tests.support.sandbox import TOKEN, Town, running_town

PATIENCE = 1.5
"""Seconds after which the bot gives a call up here."""


class Break(Protocol):
    """What the bot gets instead of the sandbox's answer; `carry_out` lets the call have its effect first."""

    async def __call__(
        self, request: web.Request, carry_out: Callable[[], Awaitable[object]]
    ) -> web.StreamResponse: ...


@dataclass
class FaultyLine:
    """`breaks` are the next ones of a chat, first come first; every other call goes through as it is."""

    sandbox: str
    http: ClientSession
    breaks: dict[int, list[Break]] = field(default_factory=dict)
    methods: list[tuple[str, int]] = field(default_factory=list)
    most_at_once: int = 0
    _now: int = 0

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One call: method and chat are noted."""
        form = await request.post()
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        chat = int(fields.get("chat_id") or json.loads(fields.get("scope", "{}")).get("chat_id", 0))
        self.methods.append((request.match_info["method"], chat))

        async def carry_out() -> tuple[int, bytes]:
            async with self.http.post(f"{self.sandbox}{request.path}", data=fields) as answer:
                return answer.status, await answer.read()

        self._now += 1
        self.most_at_once = max(self.most_at_once, self._now)
        try:
            if self.breaks.get(chat):
                return await self.breaks[chat].pop(0)(request, carry_out)
            status, body = await carry_out()
            return web.Response(status=status, body=body, content_type="application/json")
        finally:
            self._now -= 1

    def calls_to(self, chat: int) -> list[str]:
        """Methods called for `chat`, in order."""
        return [method for method, where in self.methods if where == chat]


class Unplugged(BaseRequestMiddleware):
    """Next to the wire: for `chats` nobody listens where the bot calls."""

    def __init__(self) -> None:
        self.chats: set[int] = set()
        self._nowhere: AiohttpSession | None = None

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Any:
        if getattr(method, "chat_id", None) not in self.chats:
            return await make_request(bot, method)
        if self._nowhere is None:
            self._nowhere = AiohttpSession(api=TelegramAPIServer.from_base("http://127.0.0.1:1"))
        return await self._nowhere.make_request(bot, method)

    async def close(self) -> None:
        if self._nowhere is not None:
            await self._nowhere.close()


@dataclass(frozen=True, slots=True)
class Exchange:
    """A sandbox, the line to it, and the bot at its other end, which no pace holds back but that of a 429."""

    town: Town
    line: FaultyLine
    unplugged: Unplugged
    bot: Bot
    messenger: TelegramMessenger

    async def said(self) -> dict[int, list[str]]:
        """The words that are in each chat, edited and deleted ones left out, as the sandbox's own transcript tells."""
        async with self.town.http.get("/sandbox/transcript") as answer:
            story: list[dict[str, Any]] = await answer.json()
        chats: dict[int, dict[int, str]] = {}
        for each in story:
            messages = chats.setdefault(each["chat_id"], {})
            messages[each["message_id"]] = each["text"]
            if each["event"] == "delete":
                del messages[each["message_id"]]
        return {chat: list(messages.values()) for chat, messages in chats.items()}

    def meets(self, chat: int, fault: Break | None) -> None:
        """The next call to `chat` meets it; None is no connection, until `mended`."""
        if fault is None:
            self.unplugged.chats.add(chat)
        else:
            self.line.breaks[chat] = [fault]

    def mended(self) -> None:
        """From now on all is well."""
        self.unplugged.chats.clear()
        self.line.breaks.clear()

    async def settle(self, people: int) -> None:
        """Persons 1…`people` have started the bot in chats 1001…"""
        for number in range(1, people + 1):
            self.town.sandbox.ensure_person(1000 + number, f"Учитель {number}")


@asynccontextmanager
async def exchange() -> AsyncIterator[Exchange]:
    """At work while the block lasts."""
    async with running_town() as town, ClientSession() as http:
        line = FaultyLine(town.sandbox.url, http)
        app = web.Application()
        app.router.add_post(f"/bot{TOKEN}/{{method}}", line.handle)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        session = AiohttpSession(api=TelegramAPIServer.from_base(url), timeout=PATIENCE)
        bot = Bot(TOKEN, session=session)
        bot.session.middleware(PacedRequests(Pace(Limits(per_second=0)), first_wait=0.01))
        unplugged = Unplugged()
        bot.session.middleware(unplugged)
        try:
            yield Exchange(town, line, unplugged, bot, TelegramMessenger(bot))
        finally:
            await unplugged.close()
            # aiogram's own close waits a quarter of a second for TLS
            await (await session.create_session()).close()
            await runner.cleanup()
            await asyncio.sleep(0)


def answers(status: int, body: str | bytes, *, kind: str = "application/json", done: bool = False) -> Break:
    """This instead of what Telegram would say; `done` means that the call had its effect nevertheless."""

    async def broken(request: web.Request, carry_out: Callable[[], Awaitable[object]]) -> web.StreamResponse:
        if done:
            await carry_out()
        return web.Response(status=status, body=body if isinstance(body, bytes) else body.encode(), content_type=kind)

    return broken


def hangs_up(*, done: bool) -> Break:
    """RST."""

    async def broken(request: web.Request, carry_out: Callable[[], Awaitable[object]]) -> web.StreamResponse:
        if done:
            await carry_out()
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    return broken


def cut_short(*, done: bool) -> Break:
    """Less comes than was promised."""

    async def broken(request: web.Request, carry_out: Callable[[], Awaitable[object]]) -> web.StreamResponse:
        if done:
            await carry_out()
        response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": "400"})
        await response.prepare(request)
        await response.write(b'{"ok":true,"result":{"message_id"')
        assert request.transport is not None
        request.transport.close()
        return response

    return broken


def never_answers(*, done: bool) -> Break:
    """Until the bot gives it up."""

    async def broken(request: web.Request, carry_out: Callable[[], Awaitable[object]]) -> web.StreamResponse:
        if done:
            await carry_out()
        await asyncio.Event().wait()
        return web.Response()

    return broken
