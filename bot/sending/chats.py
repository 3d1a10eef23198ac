"""The pace of each chat: a burst and then one a second for a person, twenty a minute for a group."""

from collections import OrderedDict
from collections.abc import Callable

from aiolimiter import AsyncLimiter


class Chats:
    """Buckets of the chats that were written to lately: one that is full again is as good as none."""

    def __init__(self, new: Callable[[int], AsyncLimiter]) -> None:
        """`new` makes the bucket of a chat."""
        self._new = new
        self._buckets: OrderedDict[int, AsyncLimiter] = OrderedDict()

    def __len__(self) -> int:
        return len(self._buckets)

    async def wait(self, chat: int) -> None:
        """Take one call from the bucket of `chat`."""
        bucket = self._buckets.pop(chat, None)
        if bucket is None:
            bucket = self._new(chat)
        self._buckets[chat] = bucket
        self._forget()
        await bucket.acquire()

    def _forget(self) -> None:
        """Two for each that comes, so that they never heap up; a bucket somebody waits at has no room."""
        for _ in range(2):
            chat, oldest = next(iter(self._buckets.items()))
            if len(self._buckets) == 1 or not oldest.has_capacity(oldest.max_rate):
                return
            del self._buckets[chat]
