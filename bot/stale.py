"""`dp.errors`: windows that are gone, and chats that have blocked the bot. Everything else is a bug and flies on.

An error that no handler here takes is raised again by aiogram, so the inbox counts the attempt, logs it under its
number and in the end tells the person.
"""

import logging

from aiogram import Dispatcher
from aiogram.exceptions import TelegramForbiddenError
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import ErrorEvent
from aiogram_dialog import DialogManager

from bot.middlewares.answers import STALE, say
from bot.middlewares.domain_errors import ShowMenu
from handlers.texts import Texts
from shnor_domain.errors import DomainError

logger = logging.getLogger(__name__)


def register(dispatcher: Dispatcher, show_menu: ShowMenu) -> None:
    """Register both handlers."""

    async def stale(event: ErrorEvent, texts: Texts, dialog_manager: DialogManager | None = None) -> None:
        if (query := event.update.callback_query) is not None:
            await say(query, texts.plain("menu-updated"), alert=False)
        if dialog_manager is not None:
            await show_top(dialog_manager, show_menu)

    async def blocked(event: ErrorEvent) -> None:
        # the sender and my_chat_member note who is gone; the work of this update is done
        logger.info("update %s: the chat takes no messages", event.update.update_id)

    dispatcher.errors.register(stale, ExceptionTypeFilter(*STALE))
    dispatcher.errors.register(blocked, ExceptionTypeFilter(TelegramForbiddenError))


async def show_top(manager: DialogManager, show_menu: ShowMenu) -> None:
    """Show the dialog the person is in, else the menu."""
    if not manager.has_context():
        await show_menu(manager)
        return
    try:
        await manager.show()
    except DomainError:
        await show_menu(manager)
