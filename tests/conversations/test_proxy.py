"""A proxy between the bot and the Bot API: calls go through it, and one that is down is a fault that passes."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from aiogram import Bot

from bot.sender import Limits, Pace, TelegramMessenger
from bot.sending.middleware import PacedRequests
from bot.sending.session import Session
from shnor_domain.messaging import ChatId, Message, TryLater

TOKEN = "42:proxied"
SENT = {"ok": True, "result": {"message_id": 5, "date": 0, "chat": {"id": 1001, "type": "private"}}}


@dataclass
class Proxy:
    """Answers in the name of whom it is asked for; `heads` are what it was asked."""

    url: str = ""
    heads: list[str] = field(default_factory=list)

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.heads.append((await reader.readuntil(b"\r\n\r\n")).decode())
        body = json.dumps(SENT).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\nConnection: close"
        writer.write(head.encode() + b"\r\n\r\n" + body)
        await writer.drain()
        writer.close()


@asynccontextmanager
async def proxy() -> AsyncIterator[Proxy]:
    made = Proxy()
    server = await asyncio.start_server(made.handle, "127.0.0.1", 0)
    made.url = f"http://shnor:secret@127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server:
        yield made


@asynccontextmanager
async def messenger(proxy_url: str) -> AsyncIterator[TelegramMessenger]:
    session = Session("http://telegram.invalid", proxy_url)
    bot = Bot(TOKEN, session=session)
    session.middleware(PacedRequests(Pace(Limits(per_second=0)), first_wait=0.01))
    yield TelegramMessenger(bot)
    await session.close()


async def test_calls_go_through_the_proxy_with_its_password() -> None:
    async with proxy() as between, messenger(between.url) as made:
        assert await made.send(ChatId(1001), Message("Здравствуйте")) == "1001:5"
        (head,) = between.heads
        assert head.startswith(f"POST http://telegram.invalid/bot{TOKEN}/sendMessage HTTP/1.1")
        assert f"Basic {base64.b64encode(b'shnor:secret').decode()}" in head


async def test_a_proxy_that_is_down_is_no_fault_of_the_message() -> None:
    async with messenger("http://127.0.0.1:1") as made:
        with pytest.raises(TryLater):
            await made.send(ChatId(1001), Message("Здравствуйте"))
