"""The tick: claims what is due, a few rows at a time, until nothing is."""

import asyncio
import logging
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from shnor_domain.clock import Clock
from shnor_domain.notifications.asking import Asked
from shnor_domain.notifications.model import Brake, NoticeId, NoticeState, StoredNotice
from shnor_domain.notifications.ports import DeliveryWork, Meter
from shnor_domain.notifications.rules import LEASE
from shnor_domain.notifications.use_cases.delivery import Delivery
from shnor_domain.work import Opens

logger = logging.getLogger(__name__)

IN_FLIGHT = 5
_LOW, _LOW_OF_MAILING = 2, 5
_MOST_OF_MAILING = 20
"""Claimed together, so asked about together: at the pace of mailings the last of them goes while the answer is good."""


@dataclass(frozen=True, slots=True, eq=False)
class _Turn:
    """Claimed rows of one reader, one after the other; begun until then."""

    rows: Sequence[StoredNotice]
    until: datetime
    asked: Mapping[NoticeId, Asked]

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(slots=True)
class _Hand:
    """Claimed turns that are not begun, in their order. Of a mailing the first row of each is marked before it goes,
    along with what went before wherever that can be (`Following`)."""

    marks: bool
    turns: deque[_Turn] = field(default_factory=deque)
    taken: set[NoticeId] = field(default_factory=set)
    marked: set[NoticeId] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.turns)

    @property
    def rows(self) -> Sequence[StoredNotice]:
        """All of them."""
        return [row for turn in self.turns for row in turn.rows]

    def take(self) -> StoredNotice | None:
        """See `Following`."""
        first = next((turn.rows[0] for turn in self.turns if turn.rows[0].id not in self.taken), None)
        if first is None or not self.unmarked([first]):
            return None
        self.taken.add(first.id)
        return first

    def begun(self, row: StoredNotice) -> None:
        """See `Following`."""
        if row.id in self.taken:
            self.marked.add(row.id)

    def forget(self, rows: Iterable[StoredNotice]) -> None:
        """They have been looked after; claimed once more they are begun anew."""
        for row in rows:
            self.taken.discard(row.id)
            self.marked.discard(row.id)

    def unmarked(self, rows: Iterable[StoredNotice]) -> Sequence[StoredNotice]:
        """Those whose beginning has yet to be written; another face of what was sent can be put on twice."""
        return [row for row in rows if self.marks and row.state is not NoticeState.SENT and row.id not in self.marked]

    def draw(self, count: int, *, anything: bool) -> Sequence[_Turn]:
        """At most so many turns, to be begun now, those first that are marked. What is being marked along with a row
        in flight takes its place and no other, unless `anything` is to be drawn because nothing is in flight."""
        ready = [turn for turn in self.turns if turn.rows[0].id in self.marked]
        ready += [turn for turn in self.turns if anything or turn.rows[0].id not in self.taken]
        drawn = list({turn.rows[0].id: turn for turn in ready}.values())[:count]
        for turn in drawn:
            self.turns.remove(turn)
        return drawn


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
        """Returns how many messages and edits people have seen. When the brake is pressed what is in flight is
        finished, and what was not begun goes back."""
        running: dict[asyncio.Task[int], _Turn] = {}
        hand = _Hand(self.mailing)
        seen, more = 0, False
        async with asyncio.TaskGroup() as group:
            while not self.brake.pressed:
                # rows, not readers: one who waits for much fills the hand alone
                room = self._most - sum(map(len, running.values())) - len(hand.rows)
                if room > 0 and len(hand) < (_LOW_OF_MAILING if self.mailing else _LOW):
                    turns = await self._claim(room, surely=more)
                    more = sum(map(len, turns)) == room
                    hand.turns.extend(turns)
                turns = hand.draw(self.in_flight - len(running), anything=not running)
                if await self._begin(hand, [turn.rows[0] for turn in turns]):
                    running |= {group.create_task(self._in_turn(turn, hand)): turn for turn in turns}
                if not running:
                    break
                done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    del running[task]
                seen += sum(task.result() for task in done)
        await self._give_back(hand.rows)
        return seen + sum(task.result() for task in running)

    @property
    def _most(self) -> int:
        return _MOST_OF_MAILING if self.mailing else 2 * self.in_flight

    async def _claim(self, limit: int, *, surely: bool) -> Sequence[_Turn]:
        """A few more than can be sent at once: each claim is a transaction, and senders do not wait for it. A cheap
        look first, unless rows keep coming: an empty tick takes no writer's turn.
        """
        self.meter.looked()
        now, real = self.clock.now(), self.real.now()
        try:
            if not surely and not await self._anything(now, real):
                return []
            async with self.write() as work:
                rows = await work.notices.claim(now, real, real + LEASE, limit, mailing=self.mailing)
        except Exception:
            # raised in here it would cancel what is being sent; the next tick tries again
            logger.exception("no notices could be claimed")
            return []
        until, asked = real + LEASE / 2, await self.delivery.together(rows)
        return [_Turn(list(rows), until, asked) for _, rows in groupby(sorted(rows, key=_reader), key=_reader)]

    async def _anything(self, now: datetime, real: datetime) -> bool:
        async with self.read() as work:
            due = await work.notices.next_due(real, mailing=self.mailing)
        return due is not None and due <= now

    async def _begin(self, hand: _Hand, rows: Iterable[StoredNotice]) -> bool:
        """Written for all that begin together; where it cannot be written they do not go, and are left to their
        lease."""
        unmarked = hand.unmarked(rows)
        try:
            if unmarked:
                async with self.write() as work:
                    await work.notices.begin([row.id for row in unmarked])
        except Exception:
            logger.exception("%s notices could not be begun", len(unmarked))
            return False
        hand.marked.update(row.id for row in unmarked)
        return True

    async def _in_turn(self, turn: _Turn, hand: _Hand) -> int:
        """What could not be begun in time is left to its lease: another may take it."""
        seen = 0
        for row in turn.rows:
            if self.real.now() >= turn.until:
                logger.warning("notice %s waits for the end of its lease", row.id)
                break
            if not await self._begin(hand, [row]):
                break
            seen += await self.delivery(row, turn.asked.get(row.id), hand)
        hand.forget(turn.rows)
        return seen

    async def _give_back(self, rows: Sequence[StoredNotice]) -> None:
        if rows:
            async with self.write() as work:
                for row in rows:
                    await work.notices.retry(row.id, self.real.now(), row.error)


def _reader(row: StoredNotice) -> int:
    return row.notice.person
