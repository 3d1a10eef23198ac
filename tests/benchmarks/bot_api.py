"""A Bot API in a process of its own that counts: when each call came, and how many came within a second.

Usage: python -m tests.benchmarks.bot_api DELAY JITTER PER_SECOND — seconds until an answer, at most so many more, and
the calls within any one second beyond which it answers 429 (0 for any number). The first line of its output is its
address.
"""

import asyncio
import json
import random
import sys
import time
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientSession, web

TOKEN = "42:benchmark"
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Counts:
    """What came: seconds are of the machine's monotonic clock, which all processes share."""

    times: list[float]
    waits: list[float]
    throttles: int
    worst_second: int

    @property
    def per_second(self) -> float:
        """The average between the first call and the last."""
        return (len(self.times) - 1) / (self.times[-1] - self.times[0])


@dataclass
class Counter:
    """A call whose text is a number of seconds was asked for at that instant: `waits` keeps how long ago."""

    delay: float
    jitter: float
    per_second: int

    def __post_init__(self) -> None:
        self._times: list[float] = []
        self._second: deque[float] = deque()
        self._waits: list[float] = []
        self._throttles = self._worst = 0

    async def call(self, request: web.Request) -> web.Response:
        """Count it, then answer as late as Telegram would."""
        now = time.monotonic()
        self._times.append(now)
        while self._second and self._second[0] <= now - 1:
            self._second.popleft()
        self._second.append(now)
        self._worst = max(self._worst, len(self._second))
        fields = await request.post()
        text = str(fields.get("text", ""))
        if text.replace(".", "").isdigit():
            self._waits.append(now - float(text))
        await asyncio.sleep(self.delay + random.uniform(0, self.jitter))
        if 0 < self.per_second < len(self._second):
            self._throttles += 1
            body = {"ok": False, "error_code": 429, "description": "Too Many Requests: retry after 1"}
            return web.json_response({**body, "parameters": {"retry_after": 1}}, status=429)
        chat = {"id": int(str(fields.get("chat_id", 0))), "type": "private"}
        return web.json_response({"ok": True, "result": {"message_id": len(self._times), "date": 0, "chat": chat}})

    async def figures(self, _request: web.Request) -> web.Response:
        """All that was counted, and from now on anew."""
        told = {"times": self._times, "waits": self._waits, "throttles": self._throttles, "worst_second": self._worst}
        self.__post_init__()
        return web.json_response(told)


@dataclass(frozen=True, slots=True)
class Address:
    """Where it listens."""

    url: str

    async def counts(self) -> Counts:
        """What came since the last question."""
        async with ClientSession() as http, http.get(f"{self.url}/figures") as answer:
            return Counts(**await answer.json())


@asynccontextmanager
async def bot_api(delay: float, jitter: float, per_second: int) -> AsyncIterator[Address]:
    """Runs while the block lasts."""
    command = (sys.executable, "-m", "tests.benchmarks.bot_api", str(delay), str(jitter), str(per_second))
    process = await asyncio.create_subprocess_exec(*command, cwd=_ROOT, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    try:
        yield Address(json.loads(await process.stdout.readline()))
    finally:
        process.kill()
        await process.wait()


async def serve(counter: Counter) -> None:
    """Until killed."""
    app = web.Application()
    app.router.add_post(f"/bot{TOKEN}/{{method}}", counter.call)
    app.router.add_get("/figures", counter.figures)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    sys.stdout.write(json.dumps(f"http://127.0.0.1:{runner.addresses[0][1]}") + "\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(Counter(float(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]))))
