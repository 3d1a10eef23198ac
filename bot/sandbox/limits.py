"""The pace that Telegram allows, on real time: 30 messages a second, one a second to a chat, 20 a minute to a group."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil

from bot.sandbox.errors import too_many_requests
from bot.sandbox.json_types import JsonObject


@dataclass(frozen=True, slots=True)
class Pace:
    """Thresholds: calls a second in all, sends a second to one chat beyond `chat_burst`, calls a minute in a group."""

    enabled: bool = True
    per_second: float = 30.0
    chat_per_second: float = 1.0
    chat_burst: float = 5.0
    group_per_minute: int = 20


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float

    def wait(self, now: float, rate: float, size: float) -> float:
        """Refill and return the seconds till the next token, 0 if there is one."""
        self.tokens = min(size, self.tokens + (now - self.at) * rate)
        self.at = now
        return 0.0 if self.tokens >= 1 else (1 - self.tokens) / rate


class Limiter:
    """A refusal closes the chat (or everything) till `retry_after` is over: calls in between are refused too."""

    def __init__(self, pace: Pace, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._all: _Bucket | None = None
        self._chats: dict[int, _Bucket] = {}
        self._groups: dict[int, deque[float]] = {}
        self._closed: dict[int | None, float] = {}
        self.pace = pace

    def change(self, fields: JsonObject) -> Pace:
        """Set thresholds by name and start counting anew. Raises TypeError for an unknown name."""
        self.pace = replace(self.pace, **fields)
        self._all = None
        self._chats.clear()
        self._groups.clear()
        self._closed.clear()
        return self.pace

    def check(self, chat_id: int, *, send: bool) -> None:
        """Count one call to a chat; raises 429. Edits and deletes (not `send`) are not paced in private chats."""
        if not self.pace.enabled:
            return
        now = self._monotonic()
        for scope in (None, chat_id):
            if self._closed.get(scope, 0.0) > now:
                raise too_many_requests(ceil(self._closed[scope] - now))
        spent: list[_Bucket] = []
        if self._all is None:
            self._all = _Bucket(self.pace.per_second, now)
        self._take(None, self._all, self.pace.per_second, self.pace.per_second, now)
        spent.append(self._all)
        if chat_id < 0:
            self._take_of_group(chat_id, now)
        elif send:
            bucket = self._chats.setdefault(chat_id, _Bucket(self.pace.chat_burst, now))
            self._take(chat_id, bucket, self.pace.chat_per_second, self.pace.chat_burst, now)
            spent.append(bucket)
        for bucket in spent:
            bucket.tokens -= 1

    def _take(self, scope: int | None, bucket: _Bucket, rate: float, size: float, now: float) -> None:
        wait = bucket.wait(now, rate, size)
        if wait > 0:
            self._close(scope, wait, now)

    def _take_of_group(self, chat_id: int, now: float) -> None:
        minute = self._groups.setdefault(chat_id, deque())
        while minute and now - minute[0] >= 60:
            minute.popleft()
        if len(minute) >= self.pace.group_per_minute:
            self._close(chat_id, 60 - (now - minute[0]), now)
        minute.append(now)

    def _close(self, scope: int | None, wait: float, now: float) -> None:
        seconds = max(1, ceil(wait))
        self._closed[scope] = now + seconds
        raise too_many_requests(seconds)
