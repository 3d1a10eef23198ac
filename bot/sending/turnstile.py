"""One line for many calls: one after another, evenly, by rank, and never too many in a row for who counts them."""

import asyncio
from collections import deque
from enum import IntEnum
from itertools import count
from math import inf

from bot.sending.trips import Trips

_MOST_BEFORE_OTHERS = 9
_ANY = 10**9


class Rank(IntEnum):
    """Who goes first: what a person waits for, what she is told, what goes to many."""

    ANSWER = 0
    NOTICE = 1
    MAILING = 2


_Waiting = tuple[int, asyncio.Future[None]]


class Turnstile:
    """At most `per_second` calls on average; what the loop loses by waking late is made up for, a few calls at once.

    With a `window` in seconds there are `per_second` x `window` places, and each call holds one from its start until
    `window` after its answer: only then has the other end surely counted it that long ago, however long the way was.
    What is sure to pass on the way there and back (`Trips`) is taken off. Mailings leave the last `reserve`
    share of the places alone, so that an answer finds one free.

    Every tenth call may be that of who has waited longest, so that no rank waits for ever.
    """

    def __init__(
        self, per_second: float, *, window: float | None = None, reserve: float = 0.0, make_up: int = 5
    ) -> None:
        self._interval = 1 / per_second
        self._make_up = make_up * self._interval
        self._window = window
        self._places = _ANY if window is None else max(1, int(per_second * window + 1e-9))
        self._places_of_mailings = self._places if window is None else max(1, int(self._places * (1 - reserve) + 1e-9))
        self._next = 0.0
        self._inside = 0
        self._held: deque[float] = deque()
        self._trips = Trips()
        self._lines: dict[Rank, deque[_Waiting]] = {rank: deque() for rank in Rank}
        self._numbers = count()
        self._overtaken = 0
        self._timer: asyncio.TimerHandle | None = None

    async def enter(self, rank: Rank) -> float:
        """Wait for a place; gives the loop's instant at which the call begins, for `leave`."""
        loop = asyncio.get_running_loop()
        turn: asyncio.Future[None] = loop.create_future()
        self._lines[rank].append((next(self._numbers), turn))
        self._let_in()
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():
                self.forgo()
            raise
        return loop.time()

    def leave(self, begun: float) -> None:
        """The answer is there, or none will come."""
        now = asyncio.get_running_loop().time()
        self._inside -= 1
        if self._window is not None:
            self._trips.add(now - begun)
            free = now + self._window - self._trips.sure
            self._held.append(max(free, self._held[-1]) if self._held else free)
        self._let_in()

    def forgo(self) -> None:
        """The call was not made after all."""
        self._inside -= 1
        self._let_in()

    def _let_in(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        loop = asyncio.get_running_loop()
        now = loop.time()
        while (rank := self._first()) is not None:
            line, opens = self._lines[rank], self._opens(rank, now)
            if opens > now:
                if opens < inf:
                    self._timer = loop.call_at(opens, self._let_in)
                return
            came, turn = line.popleft()
            turn.set_result(None)
            before_others = any(other and other[0][0] < came for other in self._lines.values())
            self._overtaken = self._overtaken + 1 if before_others else 0
            self._next = max(self._next, now) + self._interval
            self._inside += 1

    def _opens(self, rank: Rank, now: float) -> float:
        """When the next call of `rank` may begin; infinity until somebody leaves."""
        while self._held and self._held[0] <= now:
            self._held.popleft()
        evenly = self._next - self._make_up
        # who has waited longest may have any place
        spared = rank is Rank.MAILING and self._overtaken < _MOST_BEFORE_OTHERS
        places = self._places_of_mailings if spared else self._places
        too_many = self._inside + len(self._held) - places + 1
        if too_many <= 0:
            return evenly
        return max(evenly, self._held[too_many - 1]) if too_many <= len(self._held) else inf

    def _first(self) -> Rank | None:
        for line in self._lines.values():
            while line and line[0][1].done():
                line.popleft()
        waiting = [rank for rank, line in self._lines.items() if line]
        if self._overtaken < _MOST_BEFORE_OTHERS:
            return next(iter(waiting), None)
        return min(waiting, key=lambda rank: self._lines[rank][0][0], default=None)
