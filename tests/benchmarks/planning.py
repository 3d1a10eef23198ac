"""The daily planning of 5,000 schools with thirty items each, in a process of its own (L1–L5).

Usage: python -m tests.benchmarks.planning DATABASE_URL INSTANT — plans at that instant and prints seconds, the
growth of the peak of memory and the peak itself in bytes, and how many rows were planned.
"""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.collecting import settle
from shnor_domain.roadmap.use_cases.steps import PlanSteps
from shnor_domain.storage.engine import Database
from shnor_domain.storage.work import Units
from tests.benchmarks.peak import peak
from tests.benchmarks.planning_land import BUSY, SCHOOLS, fill
from tests.benchmarks.report import Figure
from tests.benchmarks.town import Fresh, town
from tests.support.notices import HandClock

IDLE = datetime(2026, 10, 21, 15, 5, tzinfo=UTC)
"""Nothing ends for weeks before and after; the job runs a few minutes after midnight in Якутск."""
_ROOT = Path(__file__).resolve().parents[2]


async def planning(fresh: Fresh) -> AsyncIterator[Figure]:
    """An idle day, a busy one, and the day after it, when most of its rows lie there already."""
    with fresh() as url:
        async with town(url) as here:
            await fill(here.database)
            await here.statistics()
        for words, at in (("idle", IDLE), ("busy", BUSY), ("next", BUSY + timedelta(days=1))):
            command = (sys.executable, "-m", "tests.benchmarks.planning", url, at.isoformat())
            process = await asyncio.create_subprocess_exec(*command, cwd=_ROOT, stdout=asyncio.subprocess.PIPE)
            told, _ = await process.communicate()
            seconds, growth, whole, rows = json.loads(told)
            day = f"{words} day, {SCHOOLS:,} schools × 30 items"
            yield Figure(f"{day}: rows planned", rows, show="{:,.0f}".format)
            yield Figure(f"{day}: seconds", seconds, 60)
            yield Figure(f"{day}: growth of memory, MB", growth / 1e6, 300)
            yield Figure(f"{day}: memory of the whole process, MB", whole / 1e6)


async def plan(url: str, at: datetime) -> tuple[float, int, int, int]:
    """Seconds, bytes of growth and in all, rows."""
    database = Database(url)
    units, clock = Units(database), HandClock(at)
    async with units.read() as work:
        await work.plan_lands.units()
    settle()
    before, begun = peak(), time.monotonic()
    rows = await PlanSteps(units.read, units.write, clock)()
    seconds = time.monotonic() - begun
    await database.close()
    return seconds, peak() - before, peak(), rows


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(plan(sys.argv[1], datetime.fromisoformat(sys.argv[2])))))
