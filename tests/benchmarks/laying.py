"""The laying of an announcement to a hundred thousand people, and its report, in a process of its own.

Usage: python -m tests.benchmarks.laying DATABASE_URL — prints seconds, the growth of the peak of memory in bytes, how
many rows were laid, then seconds of the count before it is sent, of the progress, of the totals and of the first page
of the report.
"""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

from bot.collecting import settle
from shnor_domain.announcements.content import Content
from tests.benchmarks.memory import MANY
from tests.benchmarks.peak import peak
from tests.benchmarks.report import Figure
from tests.benchmarks.square import confirm, draft_and_scope, lay, seat
from tests.benchmarks.town import Fresh, town

_ROOT = Path(__file__).resolve().parents[2]


async def laying(fresh: Fresh) -> AsyncIterator[Figure]:
    """All of them teachers of one school, told now."""
    with fresh() as url:
        async with town(url) as here:
            await here.settle(MANY)
            await seat(here, MANY)
            await here.statistics()
        command = (sys.executable, "-m", "tests.benchmarks.laying", url)
        process = await asyncio.create_subprocess_exec(*command, cwd=_ROOT, stdout=asyncio.subprocess.PIPE)
        told, _ = await process.communicate()
    seconds, growth, rows, counted, progress, totals, page = json.loads(told)
    yield Figure("rows of an announcement laid", rows, show="{:,.0f}".format)
    yield Figure("seconds of the laying", seconds, 120)
    yield Figure("growth of memory by it, MB", growth / 1e6, 50)
    yield Figure("count before it is sent, ms", 1000 * counted)
    yield Figure("progress, ms", 1000 * progress, 500)
    yield Figure("totals of the report, ms", 1000 * totals)
    yield Figure("a page of 5,000 of the report, ms", 1000 * page)


async def laid(url: str) -> tuple[float, ...]:
    """Seconds, bytes, rows, seconds of four looks."""
    async with town(url) as here:
        units = here.units
        draft, scope = await draft_and_scope(here, Content("Слова"))
        begun = time.monotonic()
        async with units.read() as work:
            await work.audiences.alike(scope)
        counted = time.monotonic() - begun
        which = await confirm(here, draft)
        settle()
        before, begun = peak(), time.monotonic()
        await lay(here)
        seconds, growth = time.monotonic() - begun, peak() - before
        looks = []
        async with units.read() as work:
            for look in (work.recipients.progress(which), work.recipients.totals(which),
                         work.recipients.rows(which, 0, 5_000)):  # fmt: skip
                begun = time.monotonic()
                await look
                looks.append(time.monotonic() - begun)
            rows = (await work.recipients.progress(which)).laid
        return seconds, growth, rows, counted, *looks


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(laid(sys.argv[1]))))
