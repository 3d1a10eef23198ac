"""The clock of one machine: APScheduler with a memory store and a handful of recurring jobs, never one a reminder."""

import asyncio
import logging
from collections.abc import Iterable

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from scheduler.heartbeat import Heartbeat
from scheduler.jobs import Daily, Every, Job, Pulse, Rule, checked

logger = logging.getLogger(__name__)

# it warns at each tick that is still busy with the one before, and logs a traceback at shutdown
logging.getLogger("apscheduler").setLevel(logging.ERROR)


class LocalScheduler:
    """Runs each job at most once at a time; a late one still runs, several late ones run once. Used within one
    event loop."""

    def __init__(self, jobs: Iterable[Job], heartbeat: Heartbeat) -> None:
        """Raises ValueError when two jobs have one name."""
        self._jobs = checked(jobs)
        self._heartbeat = heartbeat
        self._running: set[str] = set()
        self._quiet = asyncio.Event()
        self._quiet.set()
        self._clock = AsyncIOScheduler(
            timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )

    def start(self) -> None:
        """Begin to tick; a first pulse comes after its own interval."""
        for job in self._jobs:
            self._clock.add_job(self._run, _trigger(job.rule), args=(job,), id=job.name)
            if job.at_start:
                self._clock.add_job(self._run, args=(job,), id=f"{job.name}:start")
        self._clock.start()

    async def stop(self, seconds: float = 20.0) -> bool:
        """Begin nothing new and wait up to `seconds` (real) for what runs; True when all of it ended.

        APScheduler's own shutdown cancels running jobs, in the middle of a send: hence the pause before it.
        """
        self._clock.pause()
        try:
            async with asyncio.timeout(seconds):
                await self._quiet.wait()
        except TimeoutError:
            logger.warning("jobs are cut off: %s", ", ".join(sorted(self._running)))
        ended = not self._running
        self._clock.shutdown(wait=False)
        await asyncio.sleep(0)
        return ended

    async def _run(self, job: Job) -> None:
        if job.name in self._running:
            return
        self._running.add(job.name)
        self._quiet.clear()
        try:
            await job.run()
        except Exception:
            logger.exception("job %s failed", job.name)
        else:
            if isinstance(job.rule, Pulse):
                self._heartbeat.beat()
        finally:
            self._running.discard(job.name)
            if not self._running:
                self._quiet.set()


def _trigger(rule: Rule) -> IntervalTrigger | CronTrigger:
    match rule:
        case Pulse(seconds):
            return IntervalTrigger(seconds=seconds, timezone="UTC")
        case Every(minutes):
            return IntervalTrigger(minutes=minutes, timezone="UTC")
        case Daily(hour, minute):
            return CronTrigger(hour=hour, minute=minute, timezone="UTC")
