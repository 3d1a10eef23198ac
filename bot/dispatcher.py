"""The dispatcher and the order of its parts, which is the order in which they hear of an update."""

from collections.abc import Sequence

from aiogram import Bot, Dispatcher, Router
from aiogram.fsm.storage.base import BaseStorage
from aiogram.fsm.storage.memory import DisabledEventIsolation
from aiogram_dialog import setup_dialogs
from aiogram_dialog.api.internal import DialogManagerFactory
from dishka import AsyncContainer
from dishka.integrations.aiogram import setup_dishka

from bot import stale
from bot.command_menus import CommandMenus
from bot.dialog_manager import WindowManagerFactory
from bot.middlewares.actor import ActorMiddleware, ActorOf
from bot.middlewares.answers import AnswerOnce, AnswerTaps
from bot.middlewares.commands import KeepCommands
from bot.middlewares.domain_errors import DomainErrors, ShowMenu
from bot.middlewares.trace import Trace
from handlers import fallback
from handlers.texts import Texts


def build_dispatcher(
    *,
    forms: BaseStorage,
    texts: Texts,
    actor_of: ActorOf,
    routers: Sequence[Router],
    container: AsyncContainer | None = None,
    dialog_manager_factory: DialogManagerFactory | None = None,
    show_menu: ShowMenu = fallback.show_menu,
    command_menus: CommandMenus | None = None,
) -> Dispatcher:
    """A dispatcher over `routers`: commands first, then buttons of notices, then dialogs; the fallback comes by itself.

    A router belongs to one dispatcher for ever, so stories give fresh ones (`def router() -> Router`). Before the first
    update call `emit_startup(bot=bot)`: dishka, aiogram-dialog and the answers to taps are set up then.
    """
    dispatcher = Dispatcher(storage=forms, texts=texts)
    dispatcher.update.outer_middleware(Trace())
    dispatcher.update.outer_middleware(ActorMiddleware(actor_of))
    if command_menus is not None:
        dispatcher.update.outer_middleware(KeepCommands(command_menus, texts))
    # outside of the dialogs' own: it has to see an answer that they give, and a stale window that they find
    dispatcher.callback_query.outer_middleware(AnswerTaps())
    dispatcher.include_routers(*routers)
    setup_dialogs(
        dispatcher,
        dialog_manager_factory=dialog_manager_factory or WindowManagerFactory(),
        # a lane lets in one update of a chat at a time, and the library never frees its own locks
        events_isolation=DisabledEventIsolation(),
    )
    dispatcher.include_router(fallback.router(show_menu))
    errors = DomainErrors(show_menu)
    dispatcher.message.middleware(errors)
    dispatcher.callback_query.middleware(errors)
    stale.register(dispatcher, show_menu)
    dispatcher.startup.register(_answer_once)
    if container is not None:
        setup_dishka(container, router=dispatcher, auto_inject=True)
    return dispatcher


async def _answer_once(bot: Bot) -> None:
    bot.session.middleware(AnswerOnce())
