"""«Убрать из плана»: which item, and whether really."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.form import take_data
from handlers.roadmap.choosing import ItemChoice
from handlers.roadmap.states import PlanDrop
from handlers.roadmap.views import item_lines
from handlers.shell import Screen, T, back_button, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.roadmap.model import ItemState
from shnor_domain.roadmap.use_cases.adding import DropItem

CHOICE = ItemChoice(
    "droppable",
    PlanDrop.which,
    PlanDrop.sure,
    lambda view: view.adds,
    lambda entry: entry.item.state is not ItemState.DONE,
)


async def sure(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What goes, with how many parts."""
    view, entry = await CHOICE.chosen(dialog_manager)
    line = item_lines(texts_of(dialog_manager), [entry.item], view.today)
    return {"line": line, "parts": 0 if entry.parts is None else entry.parts.total}


async def on_sure(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Take it out."""
    _view, entry = await CHOICE.chosen(manager)
    await (await given(manager, DropItem))(actor_of(manager), entry.item.id)
    await manager.done({"said": str(texts_of(manager)("plan-dropped", title=entry.item.title))})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        CHOICE.screen(T("plan-drop", "lines", when="some"), T("plan-drop-none", when="empty")),
        Screen(
            T("plan-drop-sure", "line", "parts"),
            Button(T("btn-plan-drop-sure"), id="yes", on_click=on_sure),
            back_button(PlanDrop.which),
            menu_button(),
            state=PlanDrop.sure,
            getter=sure,
        ),
        on_start=take_data,
        name="plan-drop",
    )
