"""What of materials stands on the card of an event."""

from aiogram_dialog import DialogManager

from handlers.seminars.materials.states import EventMaterials
from handlers.seminars.programme.parts import Act, Part
from handlers.shell import given, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.seminars.materials.use_cases.giving import MaterialsOf
from shnor_domain.seminars.programme.cards import EventView


async def materials(manager: DialogManager, view: EventView) -> Part:
    """«Материалы», where she reads some, or adds them."""
    if view.inside is None or view.open.called_off:
        return Part()
    found = await (await given(manager, MaterialsOf))(actor_of(manager), view.open.id)
    if found is None:
        return Part()
    return Part(acts=(Act("materials", texts_of(manager).button("btn-smat"), EventMaterials.all),))
