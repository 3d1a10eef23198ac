"""Long polling: confirms only what the inbox has written down, and outlives everything that Telegram answers."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramConflictError, TelegramRetryAfter
from aiogram.methods import TelegramMethod

from bot.inbox.stripping import ALLOWED, Json

logger = logging.getLogger(__name__)

HOLD_SECONDS = 50
"""Longest hold of getUpdates; the server cuts longer ones (Bot API getUpdates)."""

_SHORTEST, _LONGEST = 0.5, 30.0


class GetJsonUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates as plain JSON: an update that aiogram cannot read then spoils only itself, not its whole batch."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    timeout: int = HOLD_SECONDS
    allowed_updates: list[str] = list(ALLOWED)  # noqa: RUF012  # a field of pydantic, which copies it


class Polling:
    """`accept` returns when a batch is durable. `sleep` is real time; tests give one that does not wait."""

    def __init__(
        self,
        bot: Bot,
        accept: Callable[[Sequence[Json]], Awaitable[None]],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        hold: int = HOLD_SECONDS,
    ) -> None:
        self._bot = bot
        self._accept = accept
        self._sleep = sleep
        self._request = GetJsonUpdates(timeout=hold)
        self._failures = 0

    async def run(self) -> None:
        """Poll until cancelled."""
        while True:
            await self.once()

    async def once(self) -> None:
        """One request with what follows from it; after a failure a pause that grows from 0.5 to 30 s, with jitter."""
        try:
            batch = await self._bot(self._request, request_timeout=self._request.timeout + 15)
            if batch:
                await self._accept(batch)
                self._request = self._request.model_copy(update={"offset": batch[-1]["update_id"] + 1})
        except Exception as error:
            self._failures += 1
            self._report(error)
            await self._sleep(self._pause(error))
        else:
            if self._failures:
                logger.info("updates come again after %s failures", self._failures)
            self._failures = 0

    def _pause(self, error: Exception) -> float:
        if isinstance(error, TelegramRetryAfter):
            return float(error.retry_after)
        longest = min(_LONGEST, _SHORTEST * 2 ** min(self._failures, 10))
        return random.uniform(longest / 2, longest)

    def _report(self, error: Exception) -> None:
        # types only: a body that was cut short is quoted in the error, and it holds what people wrote
        if isinstance(error, TelegramConflictError):
            if self._failures == 1:
                logger.error("another process polls with this token, or a webhook is set: only one may run (409)")
        elif isinstance(error, AiogramError):
            logger.warning("getUpdates failed: %s", type(error).__name__)
        else:
            logger.error("a batch was not accepted and will come again", exc_info=error)
