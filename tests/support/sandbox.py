"""A sandbox on a free port and a bot that talks with it over HTTP, for the tests of the sandbox itself."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, Update
from aiohttp import ClientSession

from bot.sandbox.limits import Pace
from bot.sandbox.server import Options, Sandbox, start_sandbox
from shnor_domain.clock import Clock

TOKEN = "4200042:sandbox-token"
UNPACED = Options(pace=Pace(enabled=False))


@dataclass(frozen=True, slots=True)
class Teacher:
    """A person of the sandbox who does things through its control addresses."""

    id: int
    http: ClientSession

    async def sends(self, text: str) -> Any:
        return await self._post("send", {"text": text})

    async def opens(self, start: str) -> Any:
        return await self._post("open", {"start": start})

    async def presses(self, message_id: int, data: str) -> Any:
        return await self._post("press", {"message_id": message_id, "data": data})

    async def becomes(self, **fields: Any) -> Any:
        async with self.http.patch(f"/sandbox/people/{self.id}", json=fields) as answer:
            return await answer.json()

    async def sees(self) -> Any:
        async with self.http.get(f"/sandbox/people/{self.id}/messages") as answer:
            return await answer.json()

    async def _post(self, action: str, body: Any) -> Any:
        async with self.http.post(f"/sandbox/people/{self.id}/{action}", json=body) as answer:
            return await answer.json()


@dataclass(frozen=True, slots=True)
class Town:
    """One running sandbox, its bot, and a session for raw requests."""

    sandbox: Sandbox
    bot: Bot
    http: ClientSession

    async def newcomer(self, name: str = "Айта Новая", **fields: Any) -> Teacher:
        """Somebody who has never opened the bot."""
        async with self.http.post("/sandbox/people", json={"name": name, **fields}) as answer:
            return Teacher((await answer.json())["id"], self.http)

    async def teacher(self, name: str = "Айта Учитель") -> Teacher:
        """Somebody who has started the bot; her updates are confirmed already."""
        person = await self.newcomer(name, started=True)
        return person

    async def call(self, method: str, **args: Any) -> tuple[int, Any]:
        """Return status and body of a raw call with JSON arguments."""
        async with self.http.post(f"/bot{TOKEN}/{method}", json=args) as answer:
            return answer.status, await answer.json()

    async def breaks(self, **fault: Any) -> None:
        async with self.http.post("/sandbox/faults", json=fault) as answer:
            assert answer.status == 201, await answer.text()

    async def next_updates(self, offset: int | None = None) -> list[Update]:
        return await self.bot.get_updates(offset=offset, timeout=5)

    async def next_tap(self) -> CallbackQuery:
        """Wait for the next tap and confirm it."""
        (update,) = await self.next_updates()
        await self.bot.get_updates(offset=update.update_id + 1, timeout=0)
        assert update.callback_query is not None
        return update.callback_query


def bot_for(url: str, token: str = TOKEN) -> Bot:
    return Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))


@asynccontextmanager
async def running_town(
    options: Options = UNPACED, folder: Path | None = None, clock_url: str | None = None, clock: Clock | None = None
) -> AsyncIterator[Town]:
    sandbox = await start_sandbox(
        "127.0.0.1", 0, TOKEN, files_dir=folder, clock_url=clock_url, clock=clock, options=options
    )
    bot = bot_for(sandbox.url)
    try:
        async with ClientSession(sandbox.url) as http:
            yield Town(sandbox, bot, http)
    finally:
        await bot.session.close()
        await sandbox.stop()
        # The connector closes its sockets on the next turn of the loop.
        await asyncio.sleep(0)
