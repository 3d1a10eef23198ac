"""How memory grows from a thousand recipients to a hundred thousand, in a process of its own.

Usage: python -m tests.benchmarks.memory DATABASE_URL SECONDS — prints the growth of the peak in bytes, how many were
delivered after the first thousand, and how many a second.
"""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

from bot.collecting import settle
from bot.sender import Limits
from shnor_domain.notifications.model import Brake
from tests.benchmarks.bot_api import bot_api
from tests.benchmarks.peak import peak
from tests.benchmarks.report import Figure
from tests.benchmarks.town import Fresh, telegram, town

FEW, MANY = 1_000, 100_000
FAST = Limits(per_second=10_000)
_ROOT = Path(__file__).resolve().parents[2]


async def memory(fresh: Fresh, *, seconds: float = 60) -> AsyncIterator[Figure]:
    """The limit is scaled up; all of the rows wait, and as many go as these `seconds` hold."""
    with fresh() as url:
        async with town(url) as here:
            await here.settle(MANY)
            await here.plan(FEW, mailing=True)
            await here.plan(MANY, mailing=True, after=timedelta(hours=1))
            await here.statistics()
        command = (sys.executable, "-m", "tests.benchmarks.memory", url, str(seconds))
        process = await asyncio.create_subprocess_exec(*command, cwd=_ROOT, stdout=asyncio.subprocess.PIPE)
        told, _ = await process.communicate()
    growth, delivered, rate = json.loads(told)
    yield Figure(f"growth of memory from 1,000 recipients to {FEW + delivered:,}, MB", growth / 1e6, 20)
    if delivered < MANY:
        yield Figure("the same, if it went on so to 100,000, MB", growth / 1e6 * MANY / delivered, 20)
    yield Figure("messages a second without a limit", rate)


async def deliver(url: str, seconds: float) -> tuple[int, int, float]:
    """Bytes, messages, and messages a second."""
    brake = Brake()
    async with bot_api(0, 0, 0) as api, town(url) as here, telegram(api, FAST) as (_, messenger):
        line = here.line(messenger, mailing=True, brake=brake)
        assert await line() == FEW
        settle()
        before = peak()
        here.clock.advance(timedelta(hours=1))
        asyncio.get_running_loop().call_later(seconds, setattr, brake, "pressed", True)
        begun = time.monotonic()
        delivered = await line()
        return peak() - before, delivered, delivered / (time.monotonic() - begun)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(deliver(sys.argv[1], float(sys.argv[2])))))
