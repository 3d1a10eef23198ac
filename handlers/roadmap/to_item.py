"""From a list to the card of an item."""

from aiogram_dialog import DialogManager

from handlers.roadmap.item.opening import open_item
from shnor_domain.roadmap.model import ItemId


async def to_item(manager: DialogManager, item: int) -> None:
    """The card comes over this window; «Назад» leads here."""
    await open_item(manager, ItemId(item))
