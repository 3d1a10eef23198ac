"""One process for what is slow, heavy or hostile: tables and charts. The event loop never waits for it, its
death is survived."""

import asyncio
import multiprocessing
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

MOST_MEMORY = 4 * 1024**3
"""Bytes of address space: charts take a quarter of it. A file that asks for more ends the process, not the machine."""


class WorkerFailed(Exception):
    """`reason`: «busy» (the queue is full), «too-slow» (killed after the limit), «died» (killed from outside
    or out of memory)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class WorkerPool:
    """Runs one job at a time in a spawned process, made when first needed and again after a death.

    `queue` jobs may wait or run; `seconds` of real time are given to one job, the start of the process included.
    """

    def __init__(self, queue: int = 8, seconds: float = 60.0) -> None:
        self._queue = queue
        self._seconds = seconds
        self._taken = 0
        self._turn = asyncio.Lock()
        self._executor: ProcessPoolExecutor | None = None

    async def run(self, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a module-level function there; its own exceptions come back as they are. Raises `WorkerFailed`."""
        if kwargs:
            raise TypeError("positional arguments only: they travel to another process")
        if self._taken >= self._queue:
            raise WorkerFailed("busy")
        self._taken += 1
        try:
            async with self._turn:
                return await self._once(job, args)
        finally:
            self._taken -= 1

    async def _once(self, job: Callable[..., T], args: tuple[object, ...]) -> T:
        if self._executor is None:
            spawn = multiprocessing.get_context("spawn")
            self._executor = ProcessPoolExecutor(1, mp_context=spawn, initializer=_limit_memory)
        try:
            async with asyncio.timeout(self._seconds):
                return await asyncio.get_running_loop().run_in_executor(self._executor, job, *args)
        except TimeoutError as error:
            await self._kill()
            raise WorkerFailed("too-slow") from error
        except BrokenProcessPool as error:
            await self._kill()
            raise WorkerFailed("died") from error
        except asyncio.CancelledError:
            await self._kill()  # the job would run on and make the next one wait
            raise

    async def close(self) -> None:
        """Stop the process; a later job would start a new one."""
        await self._kill()

    async def _kill(self) -> None:
        executor, self._executor = self._executor, None
        if executor is None:
            return
        # a job that hangs never reads the request to stop, and before Python 3.14 an executor has no public way to kill
        for process in list((executor._processes or {}).values()):
            process.kill()
        await asyncio.to_thread(executor.shutdown, wait=True, cancel_futures=True)


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource  # Unix alone has it

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
