"""The command menu of each chat, made from its person's roles (`setMyCommands` with a chat's scope)."""

import hashlib
import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from shnor_domain.messaging import ChatId
from shnor_domain.notifications.ports import MenuWork
from shnor_domain.work import Opens

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Command:
    """`name` without a slash, `words` what it does."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class CommandMenus:
    """Sent only when they changed: each is a call that counts. A menu is display only; every command checks
    its right."""

    bot: Bot
    read: Opens[MenuWork]
    write: Opens[MenuWork]

    async def show(self, chat: ChatId, commands: Sequence[Command]) -> bool:
        """True when the chat's menu is this one now; a fault leaves the old one for the next time."""
        made = _hash(commands)
        async with self.read() as work:
            if await work.menus.hash_of(chat) == made:
                return True
        try:
            await self.bot.set_my_commands(_bot_commands(commands), scope=BotCommandScopeChat(chat_id=chat))
        except AiogramError as fault:
            logger.info("a command menu was not set: %s", type(fault).__name__)
            return False
        async with self.write() as work:
            await work.menus.keep(chat, made)
        return True

    async def show_strangers(self, commands: Sequence[Command]) -> None:
        """The menu of all private chats that have none of their own; raises what aiogram raises."""
        await self.bot.set_my_commands(_bot_commands(commands), scope=BotCommandScopeAllPrivateChats())


def _bot_commands(commands: Sequence[Command]) -> list[BotCommand]:
    return [BotCommand(command=command.name, description=command.words) for command in commands]


def _hash(commands: Sequence[Command]) -> str:
    plain = json.dumps([[command.name, command.words] for command in commands], ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()
