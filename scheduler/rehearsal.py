"""The clock of a rehearsal, moved by hand: every instant at which something is due is visited on the way (ADR 5).

One leap instead would bring reminders to their late cut-off.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta
from typing import Protocol

from scheduler.jobs import Every, Job, Pulse, checked, next_after

logger = logging.getLogger(__name__)

NextWake = Callable[[datetime], Awaitable[datetime | None]]
"""The earliest instant strictly after the given one at which a row has to be looked at, None when nothing waits."""

_MOST_ROUNDS = 10
_MOST_SILENT_STEPS = 1000
"""Rows are looked at that have to wait longer: nothing that a spectator could see."""
_PULSE = 1.0


class SettableClock(Protocol):
    """A clock that can be put forward and runs on by itself."""

    def now(self) -> datetime:
        """An aware instant in UTC."""
        ...

    def move_to(self, instant: datetime) -> datetime:
        """Put it forward; an instant that has passed changes nothing. Returns the new «now»."""
        ...


async def _nothing() -> None:
    return None


class Rehearsal:
    """Steps from one due instant to the next; one jump at a time."""

    def __init__(
        self,
        clock: SettableClock,
        jobs: Iterable[Job],
        next_wake: NextWake,
        settle: Callable[[], Awaitable[object]] = _nothing,
    ) -> None:
        """`settle` waits, after each step, until what people have sent meanwhile is handled."""
        self._clock = clock
        self._jobs = checked(jobs)
        self._next_wake = next_wake
        self._settle = settle
        self._lock = asyncio.Lock()
        self._done = clock.now()
        self._happened = False

    def as_job(self) -> Job:
        """What the local scheduler runs instead of the jobs themselves, so that time also passes between jumps."""
        return Job("rehearsal", Pulse(_PULSE), self.catch_up)

    async def advance(self, seconds: float) -> datetime:
        """Jump ahead; raises ValueError for a negative number. Returns the instant reached once all is idle."""
        if seconds < 0:
            raise ValueError("the clock of a rehearsal only goes forward")
        async with self._lock:
            await self._run_due()
            return await self._walk(self._clock.now() + timedelta(seconds=seconds))

    async def to(self, instant: datetime) -> datetime:
        """Jump to an aware instant; raises ValueError for one that has passed. Returns the instant reached."""
        async with self._lock:
            if instant < self._clock.now():
                raise ValueError("the clock of a rehearsal only goes forward")
            await self._run_due()
            return await self._walk(instant)

    async def next(self) -> datetime:
        """Jump to the next instant at which somebody is told something, or to the next job when no row waits. Returns
        the instant reached.
        """
        async with self._lock:
            await self._run_due()
            for _ in range(_MOST_SILENT_STEPS):
                target = await self._next_wake(self._done)
                if target is None:
                    break
                self._happened = False
                await self._walk(target)
                if self._happened:
                    return self._clock.now()
            job = self._next_job()
            return self._clock.now() if target is not None or job is None else await self._walk(job)

    async def catch_up(self) -> None:
        """Run what has fallen due while the clock ran by itself."""
        async with self._lock:
            await self._walk(self._clock.now())

    async def _walk(self, target: datetime) -> datetime:
        while True:
            steps = [step for step in (await self._next_wake(self._done), self._next_job()) if step is not None]
            if not steps or min(steps) > target:
                break
            self._clock.move_to(min(steps))
            await self._run_due()
        self._clock.move_to(target)
        await self._run_due()
        return self._clock.now()

    def _next_job(self) -> datetime | None:
        stops = (job.rule for job in self._jobs if not (isinstance(job.rule, Every) and not job.rule.step))
        firings = (next_after(rule, self._done) for rule in stops)
        return min((firing for firing in firings if firing is not None), default=None)

    async def _run_due(self) -> None:
        """Jobs whose instant has come, each once, then pulses until they find nothing to do."""
        since, self._done = self._done, self._clock.now()
        fired = [(firing, job) for job in self._jobs if (firing := next_after(job.rule, since)) is not None]
        for _, job in sorted(
            (pair for pair in fired if pair[0] <= self._done), key=lambda pair: (pair[0], pair[1].name)
        ):
            await _run(job)
        pulses = [job for job in self._jobs if isinstance(job.rule, Pulse)]
        for _ in range(_MOST_ROUNDS):
            await self._settle()
            if not any([await _run(job) for job in pulses]):
                break
            self._happened = True


async def _run(job: Job) -> object:
    try:
        return await job.run()
    except Exception:
        logger.exception("job %s failed", job.name)
        return None
