"""/settings and /privacy, and the buttons under the message of /privacy."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackQueryFilter
from aiogram.types import Message
from aiogram_dialog import DialogManager, StartMode

from handlers.registration.consent import consented
from handlers.settings import privacy
from handlers.settings.callbacks import Privacy, Wish
from handlers.settings.states import Settings


def router() -> Router:
    """A fresh router."""
    made = Router(name=__name__)
    made.message.register(settings, Command("settings"))
    made.message.register(privacy.privacy, Command("privacy"))
    made.callback_query.register(privacy.to_menu, _wish(Wish.MENU))
    made.callback_query.register(privacy.show, _wish(Wish.SHOW))
    made.callback_query.register(privacy.files, _wish(Wish.FILES))
    made.callback_query.register(privacy.sure, _wish(Wish.WITHDRAW, Wish.DELETE))
    made.callback_query.register(privacy.withdraw, _wish(Wish.WITHDRAW_YES))
    made.callback_query.register(privacy.delete, _wish(Wish.DELETE_YES))
    return made


async def settings(message: Message, dialog_manager: DialogManager) -> None:
    """Whoever has not consented has no settings: the consent is asked for."""
    if await consented(dialog_manager):
        await dialog_manager.start(Settings.all, mode=StartMode.RESET_STACK)


def _wish(*wishes: Wish) -> CallbackQueryFilter:
    return Privacy.filter(F.wish.in_(wishes))
