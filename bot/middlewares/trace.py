"""Ids of the update on every line that is logged while it is in hand."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import BaseMiddleware
from aiogram.types import Chat, TelegramObject, Update

logger = logging.getLogger(__name__)


class Trace(BaseMiddleware):
    """Outer, on updates: binds `update`, `lane` and `kind`, and tells how long it took (`outcome`: done or failed)."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        assert isinstance(event, Update)
        chat: Chat | None = data.get("event_chat")
        clock = asyncio.get_running_loop().time
        begun, outcome = clock(), "failed"
        with structlog.contextvars.bound_contextvars(
            update=event.update_id, lane=chat.id if chat else None, kind=event.event_type
        ):
            try:
                result = await handler(event, data)
                outcome = "done"
                return result
            finally:
                logger.info("update %s in %d ms", outcome, (clock() - begun) * 1000)
