"""Keeps each chat's command menu as its person's roles are."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.types import Chat, TelegramObject

from bot.command_menus import Command, CommandMenus
from handlers.menu.commands import commands_of
from handlers.texts import Texts
from shnor_domain.identity import Actor
from shnor_domain.messaging import ChatId


class KeepCommands(BaseMiddleware):
    """Outer, on updates, inside the actor's: after the answer, so that nobody waits for a menu.

    What was shown is remembered here and, over restarts, by `CommandMenus`; strangers have the menu of all
    private chats.
    """

    def __init__(self, menus: CommandMenus, texts: Texts) -> None:
        self._menus = menus
        self._texts = texts
        self._shown: dict[int, list[tuple[str, str]]] = {}

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        result = await handler(event, data)
        chat: Chat | None = data.get("event_chat")
        actor: Actor = data["actor"]
        if chat is None or chat.type != ChatType.PRIVATE:
            return result
        wanted = commands_of(actor)
        if self._shown.get(chat.id) == wanted or (actor.person is None and chat.id not in self._shown):
            return result
        if await self._menus.show(ChatId(chat.id), menu(self._texts, actor)):
            self._shown[chat.id] = wanted
        return result


def menu(texts: Texts, actor: Actor) -> list[Command]:
    """The commands of an actor with what they do."""
    return [Command(name, texts.plain(key)) for name, key in commands_of(actor)]
