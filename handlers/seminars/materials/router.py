"""What buttons of notices about materials open: the right is asked first, a refusal opens nothing."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.consultations.notice_buttons import open_above
from handlers.seminars.materials.callbacks import OpenMaterials
from handlers.seminars.materials.states import EventMaterials
from handlers.shell import given
from shnor_domain.identity import Actor
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.materials.use_cases.giving import ShowMaterials


def router() -> Router:
    """Buttons of `handlers.seminars.materials.notices`."""
    buttons = Router(name=__name__)
    buttons.callback_query.register(open_materials, OpenMaterials.filter())
    return buttons


async def open_materials(
    query: CallbackQuery, callback_data: OpenMaterials, actor: Actor, dialog_manager: DialogManager
) -> None:
    """All of the event."""
    await (await given(dialog_manager, ShowMaterials))(actor, EventId(callback_data.event))
    await open_above(dialog_manager, EventMaterials.all, {"event": callback_data.event})
