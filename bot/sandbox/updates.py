"""The queue of updates: made once, kept till confirmed, gone when their time is over."""

import asyncio
from collections.abc import Callable
from dataclasses import asdict, dataclass

from bot.sandbox.clock import SandboxClock
from bot.sandbox.errors import conflict
from bot.sandbox.journal import Journal
from bot.sandbox.json_types import JsonObject

# Seconds of real time. The Bot API keeps updates for a day, a tap for 150 seconds only.
_DAY = 24 * 3600
_LIFE = {"callback_query": 150}
_NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_FIRST_ID = 100_000_001


@dataclass(frozen=True, slots=True)
class Update:
    """`lane` is the chat in whose order it must be delivered; `at` is real unix time."""

    update_id: int
    kind: str
    body: JsonObject
    lane: int
    at: float

    def json(self) -> JsonObject:
        return {"update_id": self.update_id, self.kind: self.body}


class UpdateQueue:
    def __init__(self, journal: Journal, clock: SandboxClock) -> None:
        self._journal = journal
        self._clock = clock
        self._pending: dict[int, Update] = {}
        self._last = _FIRST_ID - 1
        self._allowed: tuple[str, ...] = ()
        self._poller: asyncio.Future[None] | None = None
        self.on_new: Callable[[Update], None] | None = None
        journal.restores("update", lambda record: self._keep(Update(**record)))
        journal.restores("confirmed", lambda record: self._drop(record["ids"]))
        journal.restores("allowed", lambda record: self._subscribe(record["kinds"]))

    @property
    def allowed(self) -> list[str]:
        return list(self._allowed)

    def allow(self, kinds: list[str]) -> None:
        """Subscribe to kinds; an empty list is the default set. Counts for updates made from now on."""
        if tuple(kinds) != self._allowed:
            self._journal.append("allowed", {"kinds": kinds})
            self._subscribe(kinds)

    def add(self, kind: str, body: JsonObject, lane: int) -> None:
        wanted = kind in self._allowed if self._allowed else kind not in _NOT_BY_DEFAULT
        if not wanted:
            return
        update = Update(self._last + 1, kind, body, lane, self._clock.real().timestamp())
        self._journal.append("update", asdict(update))
        self._keep(update)
        if self.on_new is not None:
            self.on_new(update)
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)

    def pending(self) -> list[Update]:
        """Return what waits, oldest first, without what has expired."""
        now = self._clock.real().timestamp()
        late = [update.update_id for update in self._pending.values()
                if now - update.at > _LIFE.get(update.kind, _DAY)]  # fmt: skip
        self.confirm(late)
        return list(self._pending.values())

    def alive(self, update: Update) -> bool:
        late = self._clock.real().timestamp() - update.at > _LIFE.get(update.kind, _DAY)
        return update.update_id in self._pending and not late

    def confirm(self, ids: list[int]) -> None:
        if ids:
            self._journal.append("confirmed", {"ids": ids})
            self._drop(ids)

    def clear(self) -> None:
        self.confirm(list(self._pending))

    async def poll(self, offset: int, limit: int, seconds: float) -> list[JsonObject]:
        """Confirm by `offset`, then return up to `limit` updates, waiting for the first at most `seconds`.

        An older long poll that still waits gets 409: there is one reader.
        """
        self.interrupt("terminated by other getUpdates request; make sure that only one bot instance is running")
        if offset > 0:
            self.confirm([number for number in self._pending if number < offset])
        elif offset < 0:
            self.confirm(list(self._pending)[:offset])
        if not self.pending() and seconds > 0:
            poller: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._poller = poller
            try:
                await asyncio.wait_for(poller, seconds)
            except TimeoutError:
                return []
            finally:
                if self._poller is poller:
                    self._poller = None
        return [update.json() for update in self.pending()[:limit]]

    def interrupt(self, reason: str) -> None:
        """End a running long poll with 409 Conflict."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(conflict(reason))
        self._poller = None

    def release(self) -> None:
        """Let a waiting long poll answer at once, as when the sandbox stops."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)

    def _keep(self, update: Update) -> None:
        self._pending[update.update_id] = update
        self._last = update.update_id

    def _drop(self, ids: list[int]) -> None:
        for number in ids:
            self._pending.pop(number, None)

    def _subscribe(self, kinds: list[str]) -> None:
        self._allowed = tuple(kinds)
