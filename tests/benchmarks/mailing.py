"""An announcement to a hundred thousand people on its way: every copy is checked, worded, sent and marked.

Usage: python -m tests.benchmarks.mailing DATABASE_URL SECONDS [PAGES] — prints the growth of the peak of memory, bytes,
from the first thousand copies on, how many went after them, how many a second, milliseconds of this process a copy on
all cores, and the peak of memory in bytes. PAGES are kibibytes of the database that a connection may keep (SQLite).
"""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import astuple, dataclass
from functools import partial
from math import inf
from pathlib import Path
from typing import Any

from aiogram import Bot
from sqlalchemy import event

from bot.collecting import settle
from bot.sender import Limits, TelegramMessenger
from bot.tasks import Tasks
from shnor_domain.announcements.content import Content
from shnor_domain.notifications.model import Brake
from shnor_domain.notifications.use_cases import Deliver
from tests.benchmarks.bot_api import bot_api
from tests.benchmarks.memory import FAST, FEW, MANY
from tests.benchmarks.pace import FAR, FEWER, LIMIT, NEAR, PEOPLE, warm_up
from tests.benchmarks.peak import peak
from tests.benchmarks.report import Figure
from tests.benchmarks.square import carrying, confirm, copies, draft_and_scope, lay, seat
from tests.benchmarks.town import Fresh, Town, telegram, town

PERMITTED = Limits().per_second * Limits().mailing_share
"""Copies a second."""
FEW_AND_MORE = (2_000, 20_000)
SMALL = 64
"""Kibibytes."""
WORDS = Content("Совещание директоров перенесли на <b>среду</b>.", acknowledge=True)
_ROOT = Path(__file__).resolve().parents[2]


async def mailing(fresh: Fresh, *, seconds: float = 120) -> AsyncIterator[Figure]:
    """All rows are laid. Some thousands of copies go at the pace that is permitted, then as many as `seconds` hold go
    with the limit scaled up."""
    with fresh() as url:
        async with town(url) as here:
            await lay_for(here, MANY)
            for most, way, words in ((PEOPLE, NEAR, "at once"), (FEWER, FAR, "after 50–70 ms")):
                async for figure in _paced(here, most, way, f"{most:,} of {MANY:,} copies, answers {words}"):
                    yield figure
        found = await delivered_apart(url, seconds)
    growth, delivered = found.growth, found.delivered
    yield Figure(f"growth of memory from {FEW:,} copies to {FEW + delivered:,}, MB", growth / 1e6, 20)
    if FEW + delivered < MANY:
        yield Figure(f"the same, if it went on so to {MANY:,}, MB", growth / 1e6 * MANY / delivered, 20)
    yield Figure("copies a second without a limit", found.rate, PERMITTED, least=True)
    yield Figure("CPU of the bot a copy, ms", found.cpu, 8)


async def recipients(fresh: Fresh, *, of: tuple[int, int] = FEW_AND_MORE) -> AsyncIterator[Figure]:
    """The peak of memory of a process that tells two thousand people, and of one that tells ten times as many. Pages
    that SQLite keeps are left out: 2 MB a connection, which a small database does not fill, and a large one does.
    """
    peaks = []
    for people in of:
        with fresh() as url:
            async with town(url) as here:
                await lay_for(here, people)
            found = await delivered_apart(url, inf, SMALL)
        peaks.append(found.peak / 1e6)
        yield Figure(
            f"copies of {people:,} that went", FEW + found.delivered, people - 1, least=True, show="{:,.0f}".format
        )
        yield Figure(f"peak of memory with {people:,} recipients, MB", peaks[-1])
        yield Figure(f"CPU of the bot a copy with {people:,} recipients, ms", found.cpu, 8)
    times = of[1] / of[0]
    yield Figure(f"growth of the peak with {times:.3g} times the recipients, MB", peaks[1] - peaks[0], 10)
    yield Figure("the same as a ratio", peaks[1] / peaks[0], 1.1)


async def lay_for(here: Town, people: int) -> None:
    """All rows of one announcement to all of them."""
    await here.settle(people)
    await seat(here, people)
    await confirm(here, (await draft_and_scope(here, WORDS))[0])
    await lay(here)
    await here.statistics()


@dataclass(frozen=True, slots=True)
class Delivered:
    """Bytes, copies after the first thousand, copies a second, milliseconds a copy, bytes."""

    growth: int
    delivered: int
    rate: float
    cpu: float
    peak: int


async def delivered_apart(url: str, seconds: float, *pages: int) -> Delivered:
    """By a process of its own."""
    command = (sys.executable, "-m", "tests.benchmarks.mailing", url, str(seconds), *map(str, pages))
    process = await asyncio.create_subprocess_exec(*command, cwd=_ROOT, stdout=asyncio.subprocess.PIPE)
    told, _ = await process.communicate()
    return Delivered(*json.loads(told))


async def _paced(here: Town, most: int, way: tuple[float, float], said: str) -> AsyncIterator[Figure]:
    brake = Brake()
    async with bot_api(*way, LIMIT) as api, telegram(api, Limits()) as (bot, messenger), _carried_on(here):
        await warm_up(api, bot)
        press_after(most, bot, brake)
        delivered = await _line(here, messenger, brake)()
        counts = await api.counts()
    yield Figure(f"share of the permitted {PERMITTED:g} a second, {said}", counts.per_second / PERMITTED, 0.97, True)
    yield Figure("answers 429", counts.throttles, 0)
    yield Figure("worst count in any one second, at the server", counts.worst_second, LIMIT)
    yield Figure("calls beyond one a copy", len(counts.times) - delivered, 0)


async def deliver(url: str, seconds: float, *pages: int) -> Delivered:
    """In this process."""
    brake = Brake()
    async with bot_api(0, 0, 0) as api, town(url) as here, telegram(api, FAST) as (bot, messenger), _carried_on(here):
        for kept in pages:
            event.listen(here.database.engine.sync_engine, "connect", partial(_keep, kept))
        press_after(FEW, bot, brake)
        line = _line(here, messenger, brake)
        await line()
        settle()
        before, brake.pressed = peak(), False
        if seconds < inf:
            asyncio.get_running_loop().call_later(seconds, setattr, brake, "pressed", True)
        begun, busy = time.monotonic(), time.process_time()
        delivered = await line()
        rate, cpu = delivered / (time.monotonic() - begun), 1000 * (time.process_time() - busy) / delivered
        return Delivered(peak() - before, delivered, rate, cpu, peak())


def _keep(pages: int, driver: Any, _record: object) -> None:
    cursor = driver.cursor()
    cursor.execute(f"PRAGMA cache_size = -{pages}")
    cursor.close()


def press_after(most: int, bot: Bot, brake: Brake) -> None:
    """The brake, by the call that makes `most` of them; those in flight are finished."""
    calls = 0

    async def counted(make_request: Any, bot: Bot, method: Any) -> Any:
        nonlocal calls
        calls += 1
        brake.pressed = brake.pressed or calls == most
        return await make_request(bot, method)

    bot.session.middleware(counted)


@asynccontextmanager
async def _carried_on(here: Town) -> AsyncIterator[None]:
    """Its announcement is looked after every second, as `bot.jobs` has it."""
    job, tasks = carrying(here), Tasks()

    async def every_second() -> None:
        while True:
            await job()
            await asyncio.sleep(1)

    tasks.start(every_second(), name="announcements")
    try:
        yield
    finally:
        await tasks.cancel()


def _line(here: Town, messenger: TelegramMessenger, brake: Brake) -> Deliver:
    return here.line(messenger, mailing=True, brake=brake, kinds=copies(here))


if __name__ == "__main__":
    sys.stdout.write(
        json.dumps(astuple(asyncio.run(deliver(sys.argv[1], float(sys.argv[2]), *map(int, sys.argv[3:])))))
    )
