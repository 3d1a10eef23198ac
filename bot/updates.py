"""The inbox (ADR 3): polling and webhook into one ordered, durable stream."""

import json
import logging
from collections.abc import Sequence
from datetime import datetime

from bot.inbox.figures import Figures
from bot.inbox.handling import Handling
from bot.inbox.lanes import Lanes
from bot.inbox.polling import Polling
from bot.inbox.stripping import Json, kind_of, lane_of, strip
from bot.inbox.webhook import NotReady, add_webhook
from bot.tasks import Tasks
from shnor_domain.clock import Clock
from shnor_domain.storage.inbox import Arrived, InboxStore

__all__ = ["Inbox", "NotReady", "Polling", "add_webhook"]

logger = logging.getLogger(__name__)


class Inbox:
    """`start()`, then give its `accept` to `Polling` or `add_webhook`; at the end stop the source, then `close()`."""

    def __init__(self, store: InboxStore, handling: Handling, tasks: Tasks, clock: Clock, figures: Figures) -> None:
        """`clock` is real time, also in a rehearsal."""
        self._store = store
        self._lanes = Lanes(handling, tasks)
        self._clock = clock
        self._figures = figures
        self._ready = False

    @property
    def waiting(self) -> int:
        """How many updates are queued or in hand."""
        return self._lanes.waiting

    async def start(self) -> None:
        """Take up what an earlier run has left, in order and before anything new."""
        for update_id in await self._store.restarted():
            logger.error("incident %s: the process ended at each attempt, the update is put aside", update_id)
            self._figures.parked()
        last, count = 0, 0
        while batch := await self._store.pending(after=last):
            for arrived in batch:
                await self._lanes.put(arrived)
            last, count = batch[-1].update_id, count + len(batch)
        if count:
            logger.info("%s updates of an earlier run are taken up", count)
        self._ready = True

    async def accept(self, updates: Sequence[Json]) -> None:
        """Write a batch down and queue what is new in it; raises `NotReady` before `start` has ended."""
        if not self._ready:
            raise NotReady
        received = self._clock.now()
        fresh = await self._store.accept([_arrived(update, received) for update in updates])
        self._figures.accepted(len(fresh))
        for arrived in fresh:
            await self._lanes.put(arrived)

    async def idle(self) -> None:
        """Return when nothing is queued and nothing in hand."""
        await self._lanes.idle()

    async def close(self, seconds: float = 20.0) -> bool:
        """Finish what is here within `seconds` of real time; what is left waits in the database. False when some is."""
        self._ready = False
        return await self._lanes.close(seconds)


def _arrived(update: Json, received: datetime) -> Arrived:
    """One that is not as the Bot API says is kept as its bare number: it may not hold up the rest of its batch."""
    try:
        return Arrived(update["update_id"], lane_of(update), kind_of(update), _json(strip(update)), received)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        logger.error("update %s is no update: %s", update["update_id"], type(error).__name__)
        return Arrived(update["update_id"], 0, "unreadable", _json({"update_id": update["update_id"]}), received)


def _json(update: Json) -> str:
    line = json.dumps(update, ensure_ascii=False, separators=(",", ":"))
    line.encode()  # half a character pair is a ValueError here, not in the database's driver
    return line
