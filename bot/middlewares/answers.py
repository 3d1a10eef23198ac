"""Every tap is answered exactly once: by whoever has words for it, else without words when it has been handled."""

import logging
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import AiogramError
from aiogram.methods import AnswerCallbackQuery, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import CallbackQuery, TelegramObject
from aiogram_dialog.api.exceptions import OutdatedIntent, UnknownIntent, UnknownState

logger = logging.getLogger(__name__)

STALE = (UnknownIntent, OutdatedIntent, UnknownState)
"""The window behind the button is gone; `dp.errors` answers these taps with words."""


@dataclass(slots=True)
class Tap:
    """The callback query in hand."""

    query: str
    answered: bool = False


tap_in_hand: ContextVar[Tap | None] = ContextVar("tap_in_hand", default=None)


class AnswerOnce(BaseRequestMiddleware):
    """On the session: lets the first answer to the tap in hand through and keeps the others home (a 400 each)."""

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Any:
        tap = tap_in_hand.get()
        if tap is not None and isinstance(method, AnswerCallbackQuery) and method.callback_query_id == tap.query:
            if tap.answered:
                return True
            tap.answered = True
        return await make_request(bot, method)


class AnswerTaps(BaseMiddleware):
    """Outer, on callback queries, before those of dialogs: what nobody has answered is answered without words."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        assert isinstance(event, CallbackQuery)
        # not reset: `dp.errors` runs after this and must know; a lane has one update in hand at a time
        tap_in_hand.set(Tap(event.id))
        try:
            result = await handler(event, data)
        except STALE:
            raise
        except Exception:
            await _stop_spinning(event)
            raise
        await _stop_spinning(event)
        return result


async def say(query: CallbackQuery, words: str, *, alert: bool) -> bool:
    """Answer with plain `words`, cut at 200 characters (Bot API answerCallbackQuery); False when not shown."""
    tap = tap_in_hand.get()
    if tap is not None and tap.query == query.id and tap.answered:
        return False
    try:
        await query.answer(words if len(words) <= 200 else words[:199] + "…", show_alert=alert)
    except AiogramError as error:
        logger.info("a tap was not answered: %s", type(error).__name__)
        return False
    return True


async def _stop_spinning(query: CallbackQuery) -> None:
    tap = tap_in_hand.get()
    if tap is not None and tap.query == query.id and tap.answered:
        return
    try:
        await query.answer()
    except AiogramError as error:
        logger.info("a tap was not answered: %s", type(error).__name__)
