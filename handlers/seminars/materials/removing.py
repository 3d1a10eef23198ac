"""A material is taken away (JP11)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.schedule.windows import started_with
from handlers.seminars.materials.states import EventMaterials
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from shnor_domain.errors import Stale
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.materials.model import Material, MaterialId
from shnor_domain.seminars.materials.use_cases.giving import RemoveMaterial, ShowMaterials
from shnor_domain.territories.paging import page_of

LIST, _CHOSEN = "removable", "material"


async def _rows(manager: DialogManager) -> tuple[Material, ...]:
    event = EventId(int(started_with(manager, "event")))
    return (await (await given(manager, ShowMaterials))(actor_of(manager), event)).rows


async def rows(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of them."""
    texts = texts_of(dialog_manager)
    page = page_of(await _rows(dialog_manager), turned_to(dialog_manager, LIST))
    return {
        LIST: [Choice(each.id, texts.button("btn-smat-one", title=each.title)) for each in page.rows],
        "page": page.number,
        "pages": page.pages,
    }


async def on_row(manager: DialogManager, material: int) -> None:
    """It is asked first."""
    manager.dialog_data[_CHOSEN] = material
    await manager.switch_to(EventMaterials.sure)


async def sure(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What would go."""
    chosen = dialog_manager.dialog_data.get(_CHOSEN)
    found = next((each for each in await _rows(dialog_manager) if each.id == chosen), None)
    if found is None:
        raise Stale
    return {"title": found.title}


async def on_sure(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """It goes with its file."""
    material = MaterialId(int(manager.dialog_data.get(_CHOSEN, 0)))
    await manager.switch_to(EventMaterials.all)
    await (await given(manager, RemoveMaterial))(actor_of(manager), material)
    tell(manager, texts_of(manager)("smat-removed"))


def windows() -> list[Screen]:
    """For the dialog of materials."""
    return [
        Screen(
            T("smat-which"),
            choices(LIST, on_row, int),
            Turning(LIST),
            back_button(EventMaterials.all),
            menu_button(),
            state=EventMaterials.remove,
            getter=rows,
        ),
        Screen(
            T("smat-sure", "title"),
            Button(T("btn-smat-sure"), id="sure", on_click=on_sure),
            back_button(EventMaterials.remove),
            state=EventMaterials.sure,
            getter=sure,
        ),
    ]
