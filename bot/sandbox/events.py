"""Server-Sent Events for the page: what changed, so that it can read the rest."""

import asyncio
from collections.abc import AsyncIterator

from bot.sandbox.json_types import Json, JsonObject

# A page that does not read is dropped; it reconnects and reads everything anew.
_BACKLOG = 1000


class Events:
    """Fans out `{type, chat_id, …}` to every open page."""

    def __init__(self) -> None:
        self._pages: set[asyncio.Queue[JsonObject | None]] = set()

    def publish(self, kind: str, **fields: Json) -> None:
        for page in tuple(self._pages):
            try:
                page.put_nowait({"type": kind, **fields})
            except asyncio.QueueFull:
                self._pages.discard(page)

    async def listen(self, heartbeat: float) -> AsyncIterator[JsonObject | None]:
        """Yield events, and None after `heartbeat` seconds of silence; ends when the sandbox stops."""
        page: asyncio.Queue[JsonObject | None] = asyncio.Queue(_BACKLOG)
        self._pages.add(page)
        try:
            while page in self._pages:
                try:
                    event = await asyncio.wait_for(page.get(), heartbeat)
                except TimeoutError:
                    yield None
                    continue
                if event is None:
                    return
                yield event
        finally:
            self._pages.discard(page)

    def close(self) -> None:
        for page in tuple(self._pages):
            if page.full():
                page.get_nowait()
            page.put_nowait(None)
