"""A line to the sandbox on which the messages to one chat are held up until they may go on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import ClientSession, ClientTimeout, web


@dataclass
class HeldLine:
    """`url` is what a bot takes for the Bot API. `arrived` is set by the first message that is held."""

    sandbox: str
    http: ClientSession
    url: str = ""
    chat: int | None = None
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    go_on: asyncio.Event = field(default_factory=asyncio.Event)

    async def handle(self, request: web.Request) -> web.Response:
        """Everything else passes at once."""
        form = await request.post()
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        if request.match_info["method"] == "sendMessage" and fields.get("chat_id") == str(self.chat):
            self.arrived.set()
            await self.go_on.wait()
        async with self.http.post(f"{self.sandbox}{request.path}", data=fields) as answer:
            return web.Response(status=answer.status, body=await answer.read(), content_type="application/json")


@asynccontextmanager
async def held_line(sandbox: str) -> AsyncIterator[HeldLine]:
    """Works while the block lasts; holds nobody up before it is given a chat."""
    async with ClientSession(timeout=ClientTimeout(total=None)) as http:
        line = HeldLine(sandbox, http)
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", line.handle)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        line.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield line
        finally:
            await runner.cleanup()
