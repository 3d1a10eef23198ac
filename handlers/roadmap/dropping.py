"""«Убрать из плана»: which item, and whether really."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.form import Form, take_data
from handlers.roadmap.states import PlanDrop
from handlers.roadmap.views import item_choices, item_lines
from handlers.shell import Screen, T, back_button, cancel_button, choices, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.roadmap.model import ItemState, PlanId
from shnor_domain.roadmap.use_cases.adding import DropItem
from shnor_domain.roadmap.use_cases.looking import OpenPlan, PlanEntry, PlanView
from shnor_domain.territories.paging import page_of

LIST = "droppable"


async def _view(manager: DialogManager) -> PlanView:
    view = await (await given(manager, OpenPlan))(actor_of(manager), PlanId(int(Form(manager)["plan"])))
    if not view.adds:
        raise NotAllowed
    return view


def _left(view: PlanView) -> list[PlanEntry]:
    return [entry for entry in view.entries if entry.item.state is not ItemState.DONE]


async def which(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of what is not confirmed yet."""
    view = await _view(dialog_manager)
    page = page_of(_left(view), turned_to(dialog_manager, LIST))
    items = [entry.item for entry in page.rows]
    texts = texts_of(dialog_manager)
    return {
        "lines": item_lines(texts, items, view.today),
        "droppable": item_choices(texts, items),
        "some": bool(items),
        "empty": not items,
        "page": page.number,
        "pages": page.pages,
    }


async def on_item(manager: DialogManager, item: int) -> None:
    """Ask once more."""
    Form(manager)["item"] = item
    await manager.switch_to(PlanDrop.sure)


async def _chosen(manager: DialogManager) -> tuple[PlanView, PlanEntry]:
    view, wanted = await _view(manager), int(Form(manager)["item"])
    entry = next((entry for entry in _left(view) if entry.item.id == wanted), None)
    if entry is None:
        raise NotFound
    return view, entry


async def sure(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What goes, with how many parts."""
    view, entry = await _chosen(dialog_manager)
    line = item_lines(texts_of(dialog_manager), [entry.item], view.today)
    return {"line": line, "parts": 0 if entry.parts is None else entry.parts.total}


async def on_sure(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Take it out."""
    _view_now, entry = await _chosen(manager)
    await (await given(manager, DropItem))(actor_of(manager), entry.item.id)
    await manager.done({"said": str(texts_of(manager)("plan-dropped", title=entry.item.title))})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("plan-drop", "lines", when="some"),
            T("plan-drop-none", when="empty"),
            choices("droppable", on_item, int),
            Turning(LIST),
            cancel_button("btn-back"),
            menu_button(),
            state=PlanDrop.which,
            getter=which,
        ),
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
