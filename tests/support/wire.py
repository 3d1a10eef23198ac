"""A Bot API at the other end of a real connection that answers what it is told, and notes when each call came."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import web

from bot.sender import Limits, Pace, TelegramMessenger
from bot.sending.middleware import PacedRequests
from bot.sending.turnstile import Rank

TOKEN = "42:wire"
Answer = Callable[[web.Request], Awaitable[None]] | tuple[int, Any]
"""Status and body (text goes as it is, anything else as JSON), or something that breaks the connection."""


def refusal(code: int, description: str, **parameters: Any) -> tuple[int, Any]:
    """An error body as the Bot API words it."""
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    return code, {**body, "parameters": parameters} if parameters else body


async def hang_up(request: web.Request) -> None:
    """The call has arrived, the connection ends without an answer."""
    assert request.transport is not None
    request.transport.abort()


async def never(_request: web.Request) -> None:
    """The call has arrived, its answer does not come."""
    await asyncio.Event().wait()


@dataclass(frozen=True, slots=True)
class Call:
    at: float
    method: str
    fields: dict[str, Any]

    @property
    def chat(self) -> int:
        return int(self.fields["chat_id"])


@dataclass
class Wire:
    """`script` answers the next calls one by one, `rule` all others if it gives something; the rest succeed."""

    calls: list[Call] = field(default_factory=list)
    script: list[Answer] = field(default_factory=list)
    rule: Callable[[Call], Answer | None] = lambda _call: None
    throttles: list[tuple[float, float]] = field(default_factory=list)
    """Seconds of each 429, and the loop's instant."""
    begun: list[tuple[Rank, float]] = field(default_factory=list)
    """Who was let through by the pace, and the loop's instant."""

    async def handle(self, request: web.Request) -> web.StreamResponse:
        fields = {name: getattr(value, "filename", value) for name, value in (await request.post()).items()}
        call = Call(asyncio.get_running_loop().time(), request.match_info["method"], fields)
        self.calls.append(call)
        answer = self.script.pop(0) if self.script else self.rule(call)
        if callable(answer):
            await answer(request)
            return web.Response()
        status, body = answer or (200, {"ok": True, "result": self._result(call)})
        text = body if isinstance(body, str) else json.dumps(body)
        return web.Response(status=status, text=text, content_type="application/json")

    def _result(self, call: Call) -> Any:
        if "chat_id" not in call.fields or call.method == "deleteMessage":
            return True
        return {"message_id": len(self.calls), "date": 0, "chat": {"id": call.chat, "type": "private"}}

    def worst_window(self, seconds: float) -> int:
        """The most calls that came within any `seconds`."""
        times = [call.at for call in self.calls]
        return max(sum(1 for time in times if start <= time < start + seconds) for start in times)

    @property
    def methods(self) -> list[str]:
        return [call.method for call in self.calls]


@dataclass(frozen=True, slots=True)
class Connected:
    wire: Wire
    bot: Bot
    messenger: TelegramMessenger
    pace: Pace


@asynccontextmanager
async def connected(limits: Limits, patience: float = 20) -> AsyncIterator[Connected]:
    """A bot whose calls are paced by `limits`; a call gives up after `patience` seconds."""
    wire, loop = Wire(), asyncio.get_running_loop()
    app = web.Application()
    app.router.add_post(f"/bot{TOKEN}/{{method}}", wire.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(address), timeout=patience))
    pace = Pace(
        limits,
        lambda seconds: wire.throttles.append((seconds, loop.time())),
        lambda rank, _waited: wire.begun.append((rank, loop.time())),
    )
    bot.session.middleware(PacedRequests(pace, first_wait=0.01))
    try:
        yield Connected(wire, bot, TelegramMessenger(bot), pace)
    finally:
        await bot.session.close()
        await runner.cleanup()
        await asyncio.sleep(0)
