"""One update from the inbox to its end: late taps, attempts, parking, and the forms that are committed with «done»."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta

from aiogram import Bot, Dispatcher
from aiogram.exceptions import AiogramError
from aiogram.types import Update
from pydantic import ValidationError

from bot.inbox.apologies import Apologies
from bot.inbox.figures import Figures
from bot.inbox.lanes import AT_ONCE
from shnor_domain.clock import Clock
from shnor_domain.storage.current import UpdateInHand, update_in_hand
from shnor_domain.storage.inbox import ATTEMPTS, Arrived, InboxStore

logger = logging.getLogger(__name__)

LATE = timedelta(minutes=10)
"""A tap that old meant a window that nobody remembers: it is answered, not carried out (ADR 3)."""

GUARD_SECONDS = 60.0
"""After this an attempt is taken for hanging."""

_PAUSES = (0.5, 2.0)
"""Real seconds between attempts: enough for the network to come back, little for who waits."""


class Handling:
    """Called by a lane; returns when the update is done or parked. `clock` is real time, also in a rehearsal."""

    def __init__(
        self,
        bot: Bot,
        dispatcher: Dispatcher,
        store: InboxStore,
        apologies: Apologies,
        clock: Clock,
        figures: Figures,
        *,
        at_once: int = AT_ONCE,
        guard: float = GUARD_SECONDS,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._store = store
        self._apologies = apologies
        self._clock = clock
        self._figures = figures
        self._slots = asyncio.Semaphore(at_once)
        self._guard = guard
        self._sleep = sleep
        self._told_late: set[int] = set()

    async def __call__(self, arrived: Arrived) -> None:
        """Feed it until it succeeds or is parked; raises only when the database itself fails."""
        try:
            update = Update.model_validate_json(arrived.body, context={"bot": self._bot})
        except ValidationError:
            logger.error("update %s (%s) cannot be read and is put aside", arrived.update_id, arrived.kind)
            await self._store.park(arrived.update_id)
            await self._parked(arrived)
            return
        if update.model_fields_set <= {"update_id"}:  # of a kind that was not asked for
            await self._store.done(arrived, {})
            return
        if update.callback_query is not None and self._clock.now() - arrived.received > LATE:
            await self._answer_late(arrived, update.callback_query.id)
            return
        for attempt in range(ATTEMPTS):
            async with self._slots:
                done = await self._attempt(arrived, update)
            if done or await self._store.failed(arrived.update_id):
                break
            await self._sleep(_PAUSES[min(attempt, len(_PAUSES) - 1)])
        if not done:
            await self._parked(arrived)

    async def _attempt(self, arrived: Arrived, update: Update) -> bool:
        current = UpdateInHand(arrived.update_id, arrived.lane)
        token = update_in_hand.set(current)
        begun = asyncio.get_running_loop().time()
        try:
            async with asyncio.timeout(self._guard):
                await self._dispatcher.feed_update(self._bot, update)
            await self._store.done(arrived, current.forms, forgotten=current.forgotten)
        except Exception:
            logger.exception("incident %s: an attempt failed", arrived.update_id)
            self._figures.failed()
            return False
        finally:
            update_in_hand.reset(token)
        self._figures.handled(asyncio.get_running_loop().time() - begun)
        return True

    async def _parked(self, arrived: Arrived) -> None:
        logger.error("incident %s: update (%s) is put aside", arrived.update_id, arrived.kind)
        self._figures.parked()
        await self._apologies.broken(arrived.lane, str(arrived.update_id))

    async def _answer_late(self, arrived: Arrived, query: str) -> None:
        logger.info("update %s is a tap from before the pause and is not carried out", arrived.update_id)
        with suppress(AiogramError):
            await self._bot.answer_callback_query(query)
        if arrived.lane not in self._told_late:
            self._told_late.add(arrived.lane)
            await self._apologies.late(arrived.lane)
        await self._store.done(arrived, {})
