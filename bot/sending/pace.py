"""How fast Telegram may be called, and when not at all (Bot API FAQ «My bot is hitting limits»)."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiolimiter import AsyncLimiter

from bot.sending.chats import Chats
from bot.sending.outgoing import Outgoing, who_sends
from bot.sending.turnstile import Rank, Turnstile

logger = logging.getLogger(__name__)

_MENUS_PER_SECOND = 5.0
_BOTH_WITHIN = 1.0
"""Two chats that are refused within this many seconds mean that all are too much."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Calls to chats in all: `per_second` in any `window` of seconds (0 is no limit, for tests). Sends a second to a
    person beyond a burst, calls a minute in a group, and the share of the whole that mailings may take.
    """

    per_second: float = 30.0
    window: float = 1.0
    chat_per_second: float = 1.0
    chat_burst: int = 3
    group_per_minute: float = 20.0
    group_burst: float = 4.0
    mailing_share: float = 0.9


class Closed(Exception):
    """The gate stays closed longer than the call may wait; `seconds` until it opens."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Pace:
    """Lines and gates of one process; seconds are the loop's own, never a rehearsal's.

    No second sees more calls than the limit (`Turnstile`). Per chat only sends are paced: edits and deletes count
    globally and in groups (paced, one change of screen took 2 s).
    """

    def __init__(
        self,
        limits: Limits,
        on_throttle: Callable[[float], None] = lambda _seconds: None,
        on_call: Callable[[Rank, float], None] = lambda _rank, _waited: None,
    ) -> None:
        """`on_throttle` is told the seconds of each 429, `on_call` the seconds that each call has waited here."""
        self._limits = limits
        self._on_throttle = on_throttle
        self._on_call = on_call
        self._paced = limits.per_second > 0
        if self._paced:
            self._everybody = Turnstile(limits.per_second, window=limits.window, reserve=1 - limits.mailing_share)
            self._mailings = Turnstile(limits.per_second * limits.mailing_share, make_up=1)
            self._menus = Turnstile(_MENUS_PER_SECOND)
        self._chats = Chats(self._new_chat)
        self._closed: dict[int, float] = {}
        self._all_closed = 0.0
        self._last: tuple[int, float] | None = None

    @asynccontextmanager
    async def turn(
        self, chat: int, *, send: bool, menu: bool = False, since: float | None = None
    ) -> AsyncIterator[None]:
        """One call, made within the block. Raises `Closed`; patience is counted from `since`, the loop's time.

        The gate is asked again after every wait: asked once, it let a whole queue through in the second after a 429.
        """
        outgoing, asked = who_sends(), self._now()
        while True:
            await self._pass_gate(chat, outgoing, asked if since is None else since)
            await self._narrow_ways(chat, send, menu, outgoing.rank)
            begun = await self._everybody.enter(outgoing.rank) if self._paced else self._now()
            if self._closed_for(chat) <= 0 and self._all_closed_for() <= 0:
                break
            if self._paced:
                self._everybody.forgo()
        self._on_call(outgoing.rank, begun - asked)
        try:
            yield
        finally:
            if self._paced:
                self._everybody.leave(begun)

    def throttled(self, chat: int, seconds: float) -> None:
        """A 429: the chat is closed until `seconds` are over; two different ones within a second close all."""
        now = self._now()
        self._closed = {each: until for each, until in self._closed.items() if until > now}
        self._closed[chat] = max(self._closed.get(chat, 0.0), now + seconds)
        if self._last is not None and self._last[0] != chat and now - self._last[1] <= _BOTH_WITHIN:
            self._all_closed = max(self._all_closed, now + seconds)
        self._last = (chat, now)
        logger.warning("Telegram asks to wait %s s in a chat", seconds)
        self._on_throttle(seconds)

    async def _pass_gate(self, chat: int, outgoing: Outgoing, since: float) -> None:
        while True:
            of_chat, of_all = self._closed_for(chat), self._all_closed_for()
            if of_chat <= 0 and of_all <= 0:
                return
            waited = self._now() - since
            if waited + of_chat > outgoing.chat_patience:
                raise Closed(max(of_chat, of_all))
            if waited + of_all > outgoing.patience:
                if outgoing.rank is not Rank.ANSWER:
                    # the row that took its place would only be told the same
                    await asyncio.sleep(max(0.0, outgoing.patience - waited))
                raise Closed(max(of_chat, self._all_closed_for()))
            await asyncio.sleep(max(of_chat, of_all))

    async def _narrow_ways(self, chat: int, send: bool, menu: bool, rank: Rank) -> None:
        """Before the line of all, so that nobody holds a place in it while waiting for another."""
        if not self._paced:
            return
        if menu:
            self._menus.leave(await self._menus.enter(rank))
        if rank is Rank.MAILING:
            self._mailings.leave(await self._mailings.enter(rank))
        if chat < 0 or send:
            await self._chats.wait(chat)

    def _new_chat(self, chat: int) -> AsyncLimiter:
        limits = self._limits
        if chat >= 0:
            return AsyncLimiter(limits.chat_burst, limits.chat_burst / limits.chat_per_second)
        # what is left of the minute after a burst: burst and refill together never pass the limit of any minute
        refill = (limits.group_per_minute - limits.group_burst) / 60
        return AsyncLimiter(limits.group_burst, limits.group_burst / refill)

    def _closed_for(self, chat: int) -> float:
        return self._closed.get(chat, 0.0) - self._now()

    def _all_closed_for(self) -> float:
        return self._all_closed - self._now()

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()
