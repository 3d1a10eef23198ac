"""Lanes: the updates of a chat go one after another, those of different chats side by side, at most N at once."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable

from bot.tasks import Tasks
from shnor_domain.storage.inbox import Arrived

logger = logging.getLogger(__name__)

AT_ONCE = 16
WAITING = 2000
"""Updates kept in memory; more wait in the database or at Telegram."""


class Lanes:
    """Hands each update to `handle`, which takes a `slot` for as long as it works and may sleep without one."""

    def __init__(self, handle: Callable[[Arrived], Awaitable[None]], tasks: Tasks) -> None:
        self._handle = handle
        self._tasks = tasks
        self._queues: dict[int, deque[Arrived]] = {}
        self._waiting = 0
        self._room = asyncio.Event()
        self._room.set()
        self._idle = asyncio.Event()
        self._idle.set()
        self._drivers: set[asyncio.Task[None]] = set()
        self._closed = False

    @property
    def waiting(self) -> int:
        """How many updates are queued or in hand."""
        return self._waiting

    async def put(self, arrived: Arrived) -> None:
        """Queue behind the earlier ones of its chat; waits while the memory is full."""
        await self._room.wait()
        if self._closed:
            return
        self._count(+1)
        if (queue := self._queues.get(arrived.lane)) is not None:
            queue.append(arrived)
            return
        self._queues[arrived.lane] = deque([arrived])
        driver = self._tasks.start(self._drive(arrived.lane), name=f"lane {arrived.lane}")
        self._drivers.add(driver)
        driver.add_done_callback(self._drivers.discard)

    async def idle(self) -> None:
        """Return when nothing is queued and nothing is in hand."""
        await self._idle.wait()

    async def close(self, seconds: float) -> bool:
        """Take nothing more, finish what is here within `seconds` of real time; False when something was left.

        What is left is in the database and is handled after the next start.
        """
        self._closed = True
        self._room.set()
        try:
            async with asyncio.timeout(seconds):
                await self.idle()
        except TimeoutError:
            logger.warning("%s updates are left for the next start", self._waiting)
            late = set(self._drivers)
            for driver in late:
                driver.cancel()
            await asyncio.gather(*late, return_exceptions=True)
            return False
        return True

    async def _drive(self, lane: int) -> None:
        queue = self._queues[lane]
        try:
            while queue:
                await self._one(queue[0])
                queue.popleft()
                self._count(-1)
        finally:
            del self._queues[lane]
            self._count(-len(queue))

    async def _one(self, arrived: Arrived) -> None:
        try:
            await self._handle(arrived)
        except Exception:
            # the inbox itself failed (the database is away): the row stays and comes back after a restart
            logger.exception("update %s stays in the inbox", arrived.update_id)

    def _count(self, change: int) -> None:
        self._waiting += change
        (self._idle.set if self._waiting == 0 else self._idle.clear)()
        (self._room.set if self._waiting < WAITING or self._closed else self._room.clear)()
