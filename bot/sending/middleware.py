"""The one gate of the aiogram session: dialogs, answers and notices alike."""

import asyncio
import logging
import random
from math import ceil
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import SetMyCommands
from aiogram.methods.base import Response, TelegramMethod, TelegramType

from bot.sending.faults import never_left, passing
from bot.sending.outgoing import who_sends
from bot.sending.pace import Closed, Pace
from bot.sending.turnstile import Rank

logger = logging.getLogger(__name__)

_MOST_FLOODS = 5
_MOST_ATTEMPTS = 3
_FIRST_WAIT = 0.5
_SENDS = ("Send", "Copy", "Forward")
_REPEATABLE = ("Edit", "Delete", "SetMyCommands")
_ANSWERS: dict[type, Any] = {}
"""The models of answers, held: pydantic keeps them weakly, and each time one is collected it is built anew (20 ms)."""


class PacedRequests(BaseRequestMiddleware):
    """Registered last on the session, so that it stands next to the wire.

    A 429 is waited out and tried again while the caller's patience lasts. Edits, deletes and menus are tried again
    after a fault of the network, which changes nothing by repeating; a send only when it surely never left. Of mailings
    nothing is: who may tell a copy is asked anew before it goes.
    """

    def __init__(self, pace: Pace, first_wait: float = _FIRST_WAIT) -> None:
        """`first_wait` is the first pause after a fault in seconds; it doubles, jitter moves half of it."""
        self._pace = pace
        self._first_wait = first_wait

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        """Raises what aiogram raises; a gate that stays closed too long is a `TelegramRetryAfter` without a call."""
        chat = _chat_of(method)
        if chat is None:
            return await _ask(make_request, bot, method)
        faults = floods = 0
        since = asyncio.get_running_loop().time()
        send, menu = _is_send(method), isinstance(method, SetMyCommands)
        while True:
            try:
                async with self._pace.turn(chat, send=send, menu=menu, since=since):
                    return await _ask(make_request, bot, method)
            except Closed as closed:
                raise TelegramRetryAfter(method, "the gate is closed", ceil(closed.seconds)) from closed
            except TelegramRetryAfter as flood:
                self._pace.throttled(chat, flood.retry_after)
                floods += 1
                if floods >= _MOST_FLOODS or flood.retry_after > who_sends().chat_patience:
                    raise
            except (TelegramNetworkError, TelegramServerError, ClientDecodeError) as fault:
                faults += 1
                if who_sends().rank is Rank.MAILING or faults >= _MOST_ATTEMPTS or not passing(fault):
                    raise
                if not (_repeatable(method) or never_left(fault)):
                    raise
                logger.info("%s is tried again after %s", type(method).__name__, type(fault).__name__)
                await asyncio.sleep(self._first_wait * 2 ** (faults - 1) * random.uniform(0.5, 1))


async def _ask(
    make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
) -> Response[TelegramType]:
    """aiogram lets through what a broken answer does beneath aiohttp: bytes that are no text, a line that is cut."""
    if type(method) not in _ANSWERS:
        _ANSWERS[type(method)] = Response.__class_getitem__(method.__returning__)
    try:
        return await make_request(bot, method)
    except (OSError, UnicodeDecodeError) as fault:
        raise TelegramNetworkError(method, type(fault).__name__) from fault


def _chat_of(method: TelegramMethod[Any]) -> int | None:
    """The chat that a call counts for; None for calls that no limit of messages knows."""
    place = getattr(method, "scope", None) if isinstance(method, SetMyCommands) else method
    chat = getattr(place, "chat_id", None)
    return chat if isinstance(chat, int) else None


def _is_send(method: TelegramMethod[Any]) -> bool:
    name = type(method).__name__
    return name.startswith(_SENDS) and name != "SendChatAction"


def _repeatable(method: TelegramMethod[Any]) -> bool:
    return type(method).__name__.startswith(_REPEATABLE)
