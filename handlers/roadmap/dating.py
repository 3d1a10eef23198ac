"""«Назначить срок»: to an open item of a plan, and to those who do it."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager

from handlers.people.form import Form, take_data
from handlers.roadmap.reading import plan_of, windows
from handlers.roadmap.states import PlanDate
from handlers.roadmap.views import item_choices, item_lines, short
from handlers.shell import Screen, T, cancel_button, choices, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.roadmap.model import Item, ItemState
from shnor_domain.roadmap.periods.model import Period
from shnor_domain.roadmap.use_cases.dating import DateItem
from shnor_domain.roadmap.use_cases.looking import OpenPlan, PlanView
from shnor_domain.territories.paging import page_of

LIST = "dated"


async def _view(manager: DialogManager) -> tuple[PlanView, list[Item]]:
    view = await (await given(manager, OpenPlan))(actor_of(manager), plan_of(manager))
    if not view.adds:
        raise NotAllowed
    return view, [entry.item for entry in view.entries if entry.item.state is ItemState.OPEN]


async def which(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of what is open."""
    view, items = await _view(dialog_manager)
    page = page_of(items, turned_to(dialog_manager, LIST))
    texts = texts_of(dialog_manager)
    return {
        "lines": item_lines(texts, page.rows, view.today),
        LIST: item_choices(texts, page.rows),
        "some": bool(items),
        "empty": not items,
        "page": page.number,
        "pages": page.pages,
    }


async def on_item(manager: DialogManager, item: int) -> None:
    """Ask when."""
    Form(manager)["item"] = item
    await manager.switch_to(PlanDate.period)


async def _chosen(manager: DialogManager) -> tuple[PlanView, Item]:
    (view, items), wanted = await _view(manager), int(Form(manager)["item"])
    item = next((item for item in items if item.id == wanted), None)
    if item is None:
        raise NotFound
    return view, item


async def line(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The item as it stands."""
    view, item = await _chosen(dialog_manager)
    return {"line": item_lines(texts_of(dialog_manager), [item], view.today)}


async def set_days(manager: DialogManager, period: Period) -> None:
    """To the item and its parts; it says to how many."""
    _view_now, item = await _chosen(manager)
    count = await (await given(manager, DateItem))(actor_of(manager), item.id, period)
    await manager.done({"said": str(texts_of(manager)("plan-dated", title=short(item.title), count=count))})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    question = T("plan-date-period", "line")
    return Dialog(
        Screen(
            T("plan-date", "lines", when="some"),
            T("plan-date-none", when="empty"),
            choices(LIST, on_item, int),
            Turning(LIST),
            cancel_button("btn-back"),
            menu_button(),
            state=PlanDate.which,
            getter=which,
        ),
        *windows(question, PlanDate.period, PlanDate.reading, PlanDate.which, line, set_days),
        on_start=take_data,
        name="plan-date",
    )
