"""How fast Telegram may be called, and when not at all (Bot API FAQ «My bot is hitting limits»)."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from aiolimiter import AsyncLimiter

logger = logging.getLogger(__name__)

_CHATS_KEPT = 50_000
_MENUS_PER_SECOND = 5.0
_BOTH_WITHIN = 1.0
"""Two chats that are refused within this many seconds mean that all are too much."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Calls to chats a second in all (0 is no limit, for tests), sends a second to a person beyond a burst,
    calls a minute
    in a group, and the share of the whole that mailings may take.
    """

    per_second: float = 30.0
    chat_per_second: float = 1.0
    chat_burst: int = 3
    group_per_minute: float = 20.0
    group_burst: float = 4.0
    mailing_share: float = 0.9


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Who sends: mailings have their own bucket. Seconds that a call may wait at a closed gate: its chat's,
    everybody's."""

    mailing: bool = False
    chat_patience: float = 60.0
    patience: float = 60.0


_outgoing: ContextVar[Outgoing] = ContextVar("outgoing")
_A_PERSON_WAITS = Outgoing()


@contextmanager
def sending_as(outgoing: Outgoing) -> Iterator[None]:
    """Calls within the block are paced as `outgoing`; without it they are answers to people."""
    token = _outgoing.set(outgoing)
    try:
        yield
    finally:
        _outgoing.reset(token)


def who_sends() -> Outgoing:
    """The `Outgoing` of the block around."""
    return _outgoing.get(_A_PERSON_WAITS)


class Closed(Exception):
    """The gate stays closed longer than the call may wait; `seconds` until it opens."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Pace:
    """Buckets and gates of one process; seconds are the loop's own, never a rehearsal's.

    The bucket of all has room for one, so that no second sees more than the limit. Per chat only sends are
    paced: edits and
    deletes count globally and in groups (paced, one change of screen took 2 s).
    """

    def __init__(self, limits: Limits, on_throttle: Callable[[float], None] = lambda _seconds: None) -> None:
        """`on_throttle` is told the seconds of each 429."""
        self._limits = limits
        self._on_throttle = on_throttle
        self._everybody = _bucket(1, limits.per_second)
        self._mailings = _bucket(1, limits.per_second * limits.mailing_share)
        self._menus = _bucket(1, _MENUS_PER_SECOND if limits.per_second else 0)
        self._chats: OrderedDict[int, AsyncLimiter] = OrderedDict()
        self._closed: dict[int, float] = {}
        self._all_closed = 0.0
        self._last: tuple[int, float] | None = None

    async def admit(self, chat: int, *, send: bool, menu: bool = False) -> None:
        """Wait for the turn of one call. Raises `Closed`.

        The gate is asked again after every wait: asked once, it let a whole queue through in the second after a 429.
        """
        outgoing = who_sends()
        while True:
            await self._pass_gate(chat, outgoing)
            for bucket in self._buckets(chat, send, menu, outgoing.mailing):
                await bucket.acquire()
            if self._closed_for(chat) <= 0 and self._all_closed_for() <= 0:
                return

    def throttled(self, chat: int, seconds: float) -> None:
        """A 429: the chat is closed until `seconds` are over; two different ones within a second close all."""
        now = self._now()
        self._closed[chat] = max(self._closed.get(chat, 0.0), now + seconds)
        if self._last is not None and self._last[0] != chat and now - self._last[1] <= _BOTH_WITHIN:
            self._all_closed = max(self._all_closed, now + seconds)
        self._last = (chat, now)
        logger.warning("Telegram asks to wait %s s in a chat", seconds)
        self._on_throttle(seconds)

    async def _pass_gate(self, chat: int, outgoing: Outgoing) -> None:
        while True:
            of_chat, of_all = self._closed_for(chat), self._all_closed_for()
            if of_chat <= 0 and of_all <= 0:
                return
            if of_chat > outgoing.chat_patience or of_all > outgoing.patience:
                raise Closed(max(of_chat, of_all))
            await asyncio.sleep(max(of_chat, of_all))

    def _buckets(self, chat: int, send: bool, menu: bool, mailing: bool) -> Iterator[AsyncLimiter]:
        """The narrowest first, so that nobody holds a turn of all while waiting for another."""
        if self._limits.per_second == 0:
            return
        if menu and self._menus is not None:
            yield self._menus
        if mailing and self._mailings is not None:
            yield self._mailings
        if chat < 0 or send:
            yield self._chat(chat)
        if self._everybody is not None:
            yield self._everybody

    def _chat(self, chat: int) -> AsyncLimiter:
        bucket = self._chats.pop(chat, None)
        if bucket is None:
            bucket = self._new_chat(chat)
        self._chats[chat] = bucket
        if len(self._chats) > _CHATS_KEPT:
            self._chats.popitem(last=False)
        return bucket

    def _new_chat(self, chat: int) -> AsyncLimiter:
        limits = self._limits
        if chat >= 0:
            return AsyncLimiter(limits.chat_burst, limits.chat_burst / limits.chat_per_second)
        # what is left of the minute after a burst: burst and refill together never pass the limit of any minute
        refill = (limits.group_per_minute - limits.group_burst) / 60
        return AsyncLimiter(limits.group_burst, limits.group_burst / refill)

    def _closed_for(self, chat: int) -> float:
        left = self._closed.get(chat, 0.0) - self._now()
        if left <= 0:
            self._closed.pop(chat, None)
        return left

    def _all_closed_for(self) -> float:
        return self._all_closed - self._now()

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()


def _bucket(size: float, per_second: float) -> AsyncLimiter | None:
    return AsyncLimiter(size, size / per_second) if per_second else None
