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
from datetime import date
from pathlib import Path

from sqlalchemy import insert

from bot.collecting import settle
from shnor_domain.announcements.audience import Audience
from shnor_domain.announcements.content import Content
from shnor_domain.announcements.model import Draft
from shnor_domain.announcements.ports import Scope
from shnor_domain.announcements.use_cases.carrying import CarryOnAnnouncements
from shnor_domain.identity import PersonId, Role
from shnor_domain.storage.schema.places import place
from tests.benchmarks.memory import MANY
from tests.benchmarks.peak import peak
from tests.benchmarks.report import Figure
from tests.benchmarks.town import Fresh, Town, town
from tests.support.announced import as_coordinator
from tests.support.notices import NOW

_ROOT = Path(__file__).resolve().parents[2]


async def laying(fresh: Fresh) -> AsyncIterator[Figure]:
    """All of them teachers of one school, told now."""
    with fresh() as url:
        async with town(url) as here:
            await here.settle(MANY)
            await _seat(here)
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


async def _seat(here: Town) -> None:
    async with here.units.write() as work:
        region = await work.municipalities.add_region("Республика", None)
        await work.municipalities.add(region, "Ближний", "Asia/Yakutsk", None)
    seat = {"region_id": region, "municipality_id": 1, "school_id": 1, "starts": date(2026, 9, 1), "verified": True,
            "deputy": False}  # fmt: skip
    async with here.database.write() as connection:
        for begin in range(1, MANY + 1, 10_000):
            rows = [{"person_id": n, "role": Role.TEACHER.value, **seat} for n in range(begin, begin + 10_000)]
            await connection.execute(insert(place), rows)
        coordinator = {"person_id": 1, "role": Role.MUNICIPAL_COORDINATOR.value, **seat, "school_id": None}
        await connection.execute(insert(place).values(**coordinator))


async def lay(url: str) -> tuple[float, ...]:
    """Seconds, bytes, rows, seconds of four looks."""
    async with town(url) as here:
        units = here.units
        async with units.read() as work:
            unit = (await work.municipalities.within(None))[0]
        by = as_coordinator(unit.territory)
        audience = Audience(roles=frozenset({Role.TEACHER}))
        begun = time.monotonic()
        async with units.read() as work:
            await work.audiences.alike(Scope(by.territory, audience, NOW.date(), NOW, PersonId(1)))
        counted = time.monotonic() - begun
        async with units.write() as work:
            which = await work.announcements.add(Draft(by, audience, Content("Слова")), PersonId(1), NOW, NOW)
        settle()
        before, begun = peak(), time.monotonic()
        job = CarryOnAnnouncements(units.read, units.write, here.clock)
        while await job():
            pass
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
    sys.stdout.write(json.dumps(asyncio.run(lay(sys.argv[1]))))
