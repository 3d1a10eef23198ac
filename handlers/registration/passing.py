"""What every act of a known person brings along: her last activity, and a newer version of the consent."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.types import CallbackQuery, TelegramObject
from dishka import AsyncContainer
from dishka.integrations.aiogram import CONTAINER_NAME

from handlers.registration.callbacks import Agree
from handlers.registration.consent import ask
from shnor_domain.clock import Clock
from shnor_domain.identity import Actor
from shnor_domain.notifications.use_cases import ComeBack
from shnor_domain.people.model.consent import ConsentState, ConsentTerms
from shnor_domain.people.use_cases.actor import NoteActivity
from shnor_domain.people.use_cases.consent import ConsentOf

_HOUR = timedelta(hours=1)

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Activity(BaseMiddleware):
    """Outer: notes that she is here and can be reached, at most once an hour and chat, so that taps pay nothing."""

    def __init__(self) -> None:
        self._noted: dict[int, datetime] = {}

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        container: AsyncContainer = data[CONTAINER_NAME]
        actor: Actor = data["actor"]
        now = (await container.get(Clock)).now()
        before = self._noted.get(actor.chat)
        if actor.person is not None and (before is None or now - before >= _HOUR):
            self._noted[actor.chat] = now
            await (await container.get(NoteActivity))(actor)
            # who writes can be written to, whatever the messenger said of her chat before
            await (await container.get(ComeBack))(actor.person)
        return await handler(event, data)


class ConsentAgain(BaseMiddleware):
    """Outer, on taps: who agreed to an earlier version is asked anew at her first tap, once in the life of the process.

    The tap is carried out: her earlier consent stands until she withdraws it.
    """

    def __init__(self) -> None:
        self._looked: set[int] = set()

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        actor: Actor = data["actor"]
        if actor.person is not None and actor.chat not in self._looked and not _answers(event):
            container: AsyncContainer = data[CONTAINER_NAME]
            self._looked.add(actor.chat)
            if await (await container.get(ConsentOf))(actor.chat) is ConsentState.OUTDATED:
                bot: Bot = data["bot"]
                await ask(bot, actor.chat, data["texts"], await container.get(ConsentTerms), again=True)
        return await handler(event, data)


def _answers(event: TelegramObject) -> bool:
    prefix = f"{Agree.__prefix__}{Agree.__separator__}"
    return isinstance(event, CallbackQuery) and (event.data or "").startswith(prefix)
