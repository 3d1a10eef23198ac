"""The way to an item's card from lists, digests and notices."""

from aiogram_dialog import DialogManager, StartMode

from handlers.roadmap.item.states import PlanItem
from handlers.shell import given
from handlers.shell.acting import actor_of
from shnor_domain.roadmap.model import ItemId
from shnor_domain.roadmap.use_cases.items import ShowItem

DEEPEST = 10
"""So many dialogs may lie below; deeper ones are forgotten."""


async def open_item(manager: DialogManager, item: ItemId, mode: StartMode = StartMode.NORMAL) -> None:
    """Show the card over what is open; the right is asked first, a refusal opens nothing."""
    await (await given(manager, ShowItem))(actor_of(manager), item)
    if len(manager.current_stack().intents) >= DEEPEST:
        mode = StartMode.RESET_STACK
    await manager.start(PlanItem.card, data={"item": int(item)}, mode=mode)
