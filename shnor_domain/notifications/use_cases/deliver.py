"""The tick: claims what is due, a few rows at a time, until nothing is."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from shnor_domain.clock import Clock
from shnor_domain.notifications.model import Brake, StoredNotice
from shnor_domain.notifications.ports import DeliveryWork, Meter
from shnor_domain.notifications.rules import LEASE
from shnor_domain.notifications.use_cases.delivery import Delivery
from shnor_domain.work import Opens

logger = logging.getLogger(__name__)

IN_FLIGHT = 5


@dataclass(frozen=True, slots=True)
class Deliver:
    """Sends what is due. Safe to run anywhere, any number of times at once; a crash repeats at most what was in flight.

    There are two of it, one a line: `mailing` claims the mailings' rows, so that a reminder never stands behind them.
    `clock` may be a rehearsal's; `real` is the machine's, on which leases stay (ADR 5).
    """

    read: Opens[DeliveryWork]
    write: Opens[DeliveryWork]
    delivery: Delivery
    clock: Clock
    real: Clock
    brake: Brake
    meter: Meter
    mailing: bool = False
    in_flight: int = IN_FLIGHT

    async def __call__(self) -> int:
        """Returns how many messages and edits people have seen. Stops early, with what is in flight finished, when the
        brake is pressed."""
        running: dict[asyncio.Task[int], int] = {}
        seen = 0
        more = False
        async with asyncio.TaskGroup() as group:
            while not self.brake.pressed:
                self.meter.looked()
                until = self.real.now() + LEASE / 2
                free = self.in_flight - sum(running.values())
                try:
                    rows = await self._claim(free) if more or await self._anything() else []
                except Exception:
                    # raised in here it would cancel what is being sent; the next tick tries again
                    logger.exception("no notices could be claimed")
                    break
                more = len(rows) == free
                for _, of_one in groupby(sorted(rows, key=_reader), key=_reader):
                    turn = list(of_one)
                    running[group.create_task(self._in_turn(turn, until))] = len(turn)
                if not running:
                    break
                done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    del running[task]
                    seen += task.result()
        return seen

    async def _anything(self) -> bool:
        """A cheap look first: an empty tick takes no writer's turn. In the middle of many rows it would only cost."""
        async with self.read() as work:
            due = await work.notices.next_due(self.real.now(), mailing=self.mailing)
        return due is not None and due <= self.clock.now()

    async def _claim(self, limit: int) -> Sequence[StoredNotice]:
        now, real = self.clock.now(), self.real.now()
        async with self.write() as work:
            return await work.notices.claim(now, real, real + LEASE, limit, mailing=self.mailing)

    async def _in_turn(self, rows: Sequence[StoredNotice], until: datetime) -> int:
        """Rows of one reader. What could not be begun before `until` is left to its lease: another may take it."""
        seen = 0
        for row in rows:
            if self.real.now() >= until:
                logger.warning("notice %s waits for the end of its lease", row.id)
                break
            seen += await self.delivery(row)
        return seen


def _reader(row: StoredNotice) -> int:
    return row.notice.person
