"""`python -m tests.support.another_day <instant> <sandbox> run`: the bot as a process that begins on another day.

A rehearsal only goes forward from the machine's present, and a story is about days with names. The sandbox hears of
each step of a jump, so every message carries the instant of the rehearsal.
"""

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from bot import jobs, running
from bot.cli import main
from bot.clock import MovableClock, SystemClock, Told
from bot.settings import Settings
from scheduler.jobs import Every, Job
from tests.support.nursery import Nursery
from tests.support.process import BotProcess, Launched


class AnotherDay(MovableClock):
    """Movable, and `begins` (an aware instant) is now."""

    def __init__(self, begins: datetime, told: Told | None = None) -> None:
        super().__init__(told)
        self._off = timedelta()
        self._off = begins - self.now()

    def now(self) -> datetime:
        return super().now() + self._off


class RehearsedBot(BotProcess):
    """`begins` may be moved on between two starts: so long it was down. With a `nursery` it is forked."""

    def __init__(
        self,
        folder: Path,
        settings: Mapping[str, object],
        begins: datetime,
        sandbox: str,
        nursery: Nursery | None = None,
    ) -> None:
        super().__init__(folder, {"CLOCK": "movable", **settings})
        self.begins = begins
        self._sandbox = sandbox
        self._nursery = nursery

    @property
    def program(self) -> list[str]:
        return ["-m", "tests.support.another_day", self.begins.isoformat(), self._sandbox]

    def _launch(self, log: BinaryIO) -> Launched:
        if self._nursery is None:
            return super()._launch(log)
        return self._nursery.fork(self.order | {"day": [self.begins.isoformat(), self._sandbox]})


class TheSandbox:
    """Takes the bot's time; one connection for all steps."""

    def __init__(self, url: str) -> None:
        self._connection = HTTPConnection(urlsplit(url).netloc)

    def hears(self, now: datetime) -> None:
        body, headers = json.dumps({"set": now.isoformat()}), {"Content-Type": "application/json"}
        self._connection.request("POST", "/sandbox/clock", body, headers)
        answer = self._connection.getresponse()
        assert answer.status == 200, answer.read()
        answer.read()


def step_over_housekeeping() -> None:
    """Jobs that look every few minutes run once a jump: nobody applies in these stories, and each of their steps
    costs as much as a reminder."""
    every = jobs.Work.jobs

    def once_a_jump(self: jobs.Work) -> list[Job]:
        return [
            replace(job, rule=replace(job.rule, step=False)) if isinstance(job.rule, Every) else job
            for job in every(self)
        ]

    jobs.Work.jobs = once_a_jump  # type: ignore[method-assign]


def on(begins: str, sandbox: str) -> None:
    """Make this process one that begins then, and tells the sandbox of each step."""
    hearing = TheSandbox(sandbox)
    clock = AnotherDay(datetime.fromisoformat(begins), hearing.hears)
    hearing.hears(datetime.fromisoformat(begins))

    def on_that_day(settings: Settings) -> SystemClock | MovableClock:
        return clock

    running.clock_of = on_that_day
    step_over_housekeeping()


if __name__ == "__main__":
    on(*sys.argv[1:3])
    sys.exit(main(sys.argv[3:]))
