"""Refusals of the domain become words in one place, inside the dialog, so that what was typed there stays."""

from collections.abc import Awaitable, Callable
from typing import Any, cast

from aiogram import BaseMiddleware, Bot
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Chat, TelegramObject
from aiogram_dialog import DialogManager
from aiogram_dialog.api.protocols import DialogProtocol

from bot.middlewares.answers import say
from handlers.fallback import to_menu_keyboard
from handlers.shell import tell
from handlers.texts import Texts
from shnor_domain.errors import DomainError, NotAllowed
from shnor_domain.identity import Actor

ShowMenu = Callable[[DialogManager], Awaitable[None]]
"""Forget every open dialog of the chat and show the menu."""


class DomainErrors(BaseMiddleware):
    """Inner, on messages and callback queries, registered AFTER `setup_dialogs`.

    aiogram-dialog saves a dialog only when its handler returns: an error that flies past loses what was typed.
    """

    def __init__(self, show_menu: ShowMenu) -> None:
        self._show_menu = show_menu

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        try:
            return await handler(event, data)
        except DomainError as error:
            await self._refuse(error, event, data)
            return None

    async def _refuse(self, error: DomainError, event: TelegramObject, data: dict[str, Any]) -> None:
        texts: Texts = data["texts"]
        key = _key(error, data.get("actor"))
        words = texts(key, **error.facts)
        heard = isinstance(event, CallbackQuery) and await say(event, texts.plain(key, **error.facts), alert=True)
        manager = _manager_of_the_dialog(data)
        if manager is not None:
            tell(manager, words)
            if await _redrawn(manager):
                return
        if not heard:
            chat = cast(Chat, data["event_chat"])
            # the menu follows where a dialog was at work
            keyboard = to_menu_keyboard(texts) if manager is None and chat.type == ChatType.PRIVATE else None
            await cast(Bot, data["bot"]).send_message(chat.id, words, reply_markup=keyboard)
        if manager is not None:
            await self._show_menu(manager)


def _key(error: DomainError, actor: Actor | None) -> str:
    """The key of its words; «недоступно» means something else to whoever is not registered, or not let in yet."""
    if not isinstance(error, NotAllowed) or actor is None or actor.places:
        return f"error-{error.code}"
    return "error-consent-needed" if actor.person is None else "error-not-allowed-yet"


async def _redrawn(manager: DialogManager) -> bool:
    """False when the window itself is refused: what it was about is gone, or the right to it."""
    try:
        await manager.show()
    except DomainError:
        return False
    return True


def _manager_of_the_dialog(data: dict[str, Any]) -> DialogManager | None:
    """The manager when a dialog's own handler was at work; a button of a notice leaves the open dialog alone."""
    manager: DialogManager | None = data.get("dialog_manager")
    if manager is None or not isinstance(data.get("event_router"), DialogProtocol) or not manager.has_context():
        return None
    return manager
