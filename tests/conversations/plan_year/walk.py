"""The clock goes from one due instant to the next; what reaches the chats is written down with its minute."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from shnor_domain.roadmap.use_cases.steps import PlanSteps
from tests.conversations.plan_year.land import Settled
from tests.conversations.plan_year.reading import read
from tests.oracle.roadmaps.year import Digest, Word

JOB = timedelta(hours=15, minutes=5)
"""When the daily planning runs, as `bot.jobs` has it."""
A_DAY = timedelta(days=1)
PLANNED = timedelta(days=8)
"""Longer than the planning looks ahead, with any days off behind it."""


@dataclass
class Walk:
    """One bot lived through; `told` in the order of time."""

    settled: Settled
    told: list[Digest | Word] = field(default_factory=list)
    _seen: int = 0

    def __post_init__(self) -> None:
        self._seen = len(self.settled.talk.session.changes)

    async def to(self, instant: datetime) -> None:
        """Each day's planning and every due instant on the way."""
        talk = self.settled.talk
        while (job := self._next_job()) <= instant:
            await self._deliver_until(job)
            await (await talk.the(PlanSteps))()
        await self._deliver_until(instant)

    async def leap(self, instant: datetime) -> None:
        """Nothing is planned and nothing happens until then: what was planned already goes, and is not told here."""
        await self._deliver_until(self.settled.talk.clock.instant + PLANNED)
        self.settled.talk.clock.instant = instant
        self.told.clear()

    def _next_job(self) -> datetime:
        now = self.settled.talk.clock.instant
        job = now.replace(hour=0, minute=0, second=0, microsecond=0) + JOB
        return job if job > now else job + A_DAY

    async def _deliver_until(self, instant: datetime) -> None:
        talk = self.settled.talk
        while True:
            async with talk.units.read() as work:
                due = await work.notices.next_due(talk.clock.now(), mailing=False)
            if due is None or due > instant:
                break
            talk.clock.instant = max(talk.clock.instant, due)
            await self._deliver()
        talk.clock.instant = instant

    async def _deliver(self) -> None:
        talk = self.settled.talk
        await talk.deliver()
        changes = talk.session.changes
        for screen in changes[self._seen :]:
            at = talk.clock.instant.replace(second=0, microsecond=0)
            self.told.append(read(self.settled.name_of(screen.chat), at, screen))
        self._seen = len(changes)
