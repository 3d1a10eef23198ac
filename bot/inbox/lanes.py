"""Lanes: the updates of a chat go one after another, those of different chats side by side, at most N at once."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.tasks import Tasks
from shnor_domain.storage.inbox import Arrived

logger = logging.getLogger(__name__)

AT_ONCE = 16
WAITING = 2000
"""Updates kept in memory; more wait in the database or at Telegram."""
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Real seconds between looks whether the database is back."""


class Lanes:
    """Hands each update to `handle`, which takes a `slot` for as long as it works and may sleep without one."""

    def __init__(
        self, handle: Callable[[Arrived], Awaitable[None]], tasks: Tasks, first_pause: float = FIRST_PAUSE
    ) -> None:
        """`first_pause` is in real seconds; it doubles while the database stays away."""
        self._handle = handle
        self._tasks = tasks
        self._first_pause = first_pause
        self._queues: dict[int, deque[Arrived]] = {}
        self._waiting = 0
        self._room = asyncio.Event()
        self._room.set()
        self._idle = asyncio.Event()
        self._idle.set()
        self._drivers: set[asyncio.Task[None]] = set()
        self._closing = asyncio.Event()

    @property
    def waiting(self) -> int:
        """How many updates are queued or in hand."""
        return self._waiting

    async def put(self, arrived: Arrived) -> None:
        """Queue behind the earlier ones of its chat; waits while the memory is full."""
        await self._room.wait()
        if self._closing.is_set():
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
        self._closing.set()
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
            while queue and await self._one(queue[0]):
                queue.popleft()
                self._count(-1)
        finally:
            del self._queues[lane]
            self._count(-len(queue))

    async def _one(self, arrived: Arrived) -> bool:
        """Try until it is handled: the inbox itself fails only while the database is away. False when the process ends
        before: then the chat's updates wait for the next start, in their order."""
        pause = self._first_pause
        while True:
            try:
                await self._handle(arrived)
                return True
            except Exception:
                logger.exception("update %s stays in the inbox", arrived.update_id)
            if self._closing.is_set():
                return False
            with suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._closing.wait()
            pause = min(pause * 2, LONGEST_PAUSE)

    def _count(self, change: int) -> None:
        self._waiting += change
        (self._idle.set if self._waiting == 0 else self._idle.clear)()
        (self._room.set if self._waiting < WAITING or self._closing.is_set() else self._room.clear)()
