"""«Открыть пункт» under rows of a digest and under notices."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.roadmap.item.callbacks import OpenItem
from handlers.roadmap.item.opening import open_item
from shnor_domain.roadmap.model import ItemId


def router() -> Router:
    """A fresh router."""
    made = Router(name=__name__)
    made.callback_query.register(open_one, OpenItem.filter())
    return made


async def open_one(query: CallbackQuery, callback_data: OpenItem, dialog_manager: DialogManager) -> None:
    """The card below the message, which stays as it is; a half-filled form waits below it."""
    await open_item(dialog_manager, ItemId(callback_data.item))
