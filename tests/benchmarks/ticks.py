"""What a tick costs when nothing is due and when one row is, with a short history and with a long one."""

import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from typing import Any

from shnor_domain.messaging import ChatId, Lane, Message, MessageRef
from shnor_domain.notifications.model import NoticeState
from tests.benchmarks.report import Figure
from tests.benchmarks.town import Fresh, Town, town
from tests.support.notices import NOW, notice

FEW, MANY = 1_000, 1_000_000
EMPTY, DUE, WARM_UP = 300, 150, 20
FLAT = 2.0
"""A table without its index costs some hundred times more; what this machine adds by itself stays below."""


class Nowhere:
    """A messenger that costs nothing."""

    async def send(self, chat: ChatId, message: Message, lane: Lane = Lane.PEOPLE) -> MessageRef:
        return MessageRef(f"{chat}:1")

    async def edit(
        self, ref: MessageRef, message: Message, *, anew: bool = True, lane: Lane = Lane.PEOPLE
    ) -> MessageRef | None:
        return ref

    async def delete(self, ref: MessageRef, lane: Lane = Lane.PEOPLE) -> bool:
        return True


async def ticks(fresh: Fresh) -> AsyncIterator[Figure]:
    """Medians of ticks that take turns in two databases, so that what else goes on here meets both."""
    with fresh() as short, fresh() as long:
        async with town(short) as small, town(long) as large:
            for here, rows in ((small, FEW), (large, MANY)):
                await here.settle(FEW)
                await _history(here, rows)
            empty = await _medians((small, large), _nothing, EMPTY)
            due = await _medians((small, large), _one_due, DUE)
    for words, (few, many) in (("empty tick", empty), ("tick with one due row", due)):
        yield Figure(f"{words}, 1,000 rows, ms", few)
        yield Figure(f"{words}, 1,000,000 rows, ms", many)
        yield Figure(f"{words}, 1,000,000 rows to 1,000", many / few, FLAT)


async def _history(here: Town, rows: int) -> None:
    """Half was sent long ago, half waits for days to come."""
    sent: dict[str, Any] = {"state": NoticeState.SENT.value, "wake": None, "sent_at": NOW, "message_ref": "1:1"}
    await here.plan(rows // 2, people=FEW, after=timedelta(days=-3), **sent)
    await here.plan(rows // 2, people=FEW, after=timedelta(days=3))
    await here.statistics()


async def _nothing(_here: Town, _number: int) -> None:
    """Nothing is due."""


async def _one_due(here: Town, number: int) -> None:
    async with here.units.write() as work:
        await work.notices.plan(notice(f"due:{number}", NOW))


async def _medians(
    towns: tuple[Town, Town], before: Callable[[Town, int], Awaitable[None]], times: int
) -> tuple[float, float]:
    """Milliseconds of a tick in each."""
    lines = [here.line(Nowhere()) for here in towns]
    costs: tuple[list[float], list[float]] = ([], [])
    for number in range(times + WARM_UP):
        for here, tick, found in zip(towns, lines, costs, strict=True):
            await before(here, number)
            begun = time.perf_counter()
            await tick()
            found.append(1000 * (time.perf_counter() - begun))
    few, many = (statistics.median(found[WARM_UP:]) for found in costs)
    return few, many
