"""The one home of background tasks: each is referenced until it ends, its failure is logged, and shutdown waits."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any, TypeVar

logger = logging.getLogger(__name__)

T = TypeVar("T")


class Tasks:
    """Background work of one process. asyncio itself keeps only weak references and hides failures until collection."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[Any]] = set()

    def __len__(self) -> int:
        return len(self._running)

    def start(self, work: Coroutine[Any, Any, T], *, name: str) -> asyncio.Task[T]:
        """Run `work` in the background under `name` (what the log says if it fails)."""
        task = asyncio.create_task(work, name=name)
        self._running.add(task)
        task.add_done_callback(self._ended)
        return task

    async def drain(self, seconds: float) -> bool:
        """Wait up to `seconds` (real time) for all tasks, cancel the rest; True when all ended by themselves."""
        if not self._running:
            return True
        _done, late = await asyncio.wait(self._running, timeout=seconds)
        await self._cancel(late)
        return not late

    async def cancel(self) -> None:
        """Cancel everything and wait until it has ended."""
        await self._cancel(set(self._running))

    async def _cancel(self, tasks: set[asyncio.Task[Any]]) -> None:
        for task in tasks:
            logger.info("task %s is cancelled", task.get_name())
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.error("task %s failed", task.get_name(), exc_info=error)
