"""Who acts: every handler, filter and getter finds `actor` in its data."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.types import Chat, TelegramObject

from shnor_domain.identity import Actor

ActorOf = Callable[[int], Awaitable[Actor]]
"""The actor of a private chat; for a chat without a person an `Actor` whose `person` is None."""


class ActorMiddleware(BaseMiddleware):
    """Outer, on updates. In a group nobody acts: what is shown there is seen by all, so no place counts (rule 1)."""

    def __init__(self, actor_of: ActorOf) -> None:
        self._actor_of = actor_of

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        chat: Chat | None = data.get("event_chat")
        if chat is None:
            user = data.get("event_from_user")
            data["actor"] = Actor(person=None, chat=user.id if user else 0)
        elif chat.type == ChatType.PRIVATE:
            data["actor"] = await self._actor_of(chat.id)
        else:
            data["actor"] = Actor(person=None, chat=chat.id)
        return await handler(event, data)
