"""«Кто подтверждает»: another level than usual for an open item and those who do it."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager

from handlers.people.form import Form, take_data
from handlers.roadmap.reading import plan_of
from handlers.roadmap.states import PlanReviewer
from handlers.roadmap.views import item_choices, item_lines, short
from handlers.shell import Choice, Screen, T, back_button, cancel_button, choices, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from shnor_domain.errors import NotAllowed, NotFound, Stale
from shnor_domain.roadmap.ladder import Rung
from shnor_domain.roadmap.model import Item, ItemState
from shnor_domain.roadmap.use_cases.looking import OpenPlan, PlanView
from shnor_domain.roadmap.use_cases.naming_reviewer import NAMED, NameReviewer
from shnor_domain.territories.paging import page_of

LIST, USUAL = "reviewed", "usual"


async def _view(manager: DialogManager) -> tuple[PlanView, list[Item]]:
    view = await (await given(manager, OpenPlan))(actor_of(manager), plan_of(manager))
    if not view.manages:
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
    """Ask who."""
    Form(manager)["item"] = item
    await manager.switch_to(PlanReviewer.level)


async def _chosen(manager: DialogManager) -> tuple[PlanView, Item]:
    (view, items), wanted = await _view(manager), int(Form(manager)["item"])
    item = next((item for item in items if item.id == wanted), None)
    if item is None:
        raise NotFound
    return view, item


async def level(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The item, and who may confirm it; what is so now has its mark."""
    view, item = await _chosen(dialog_manager)
    texts, now = texts_of(dialog_manager), _name(item.reviewer)
    return {
        "line": item_lines(texts, [item], view.today),
        "levels": [
            Choice(name, texts.button("btn-plan-reviewer-level", level=name, chosen=name == now))
            for name in (USUAL, *(rung.value for rung in NAMED))
        ],
    }


def _name(reviewer: Rung | None) -> str:
    return USUAL if reviewer not in NAMED else reviewer.value


async def on_level(manager: DialogManager, name: str) -> None:
    """To the item and its parts; it says to how many."""
    reviewer = next((rung for rung in NAMED if rung.value == name), None)
    if reviewer is None and name != USUAL:
        raise Stale
    _view_now, item = await _chosen(manager)
    count = await (await given(manager, NameReviewer))(actor_of(manager), item.id, reviewer)
    said = texts_of(manager)("plan-reviewer-named", title=short(item.title), level=name, count=count)
    await manager.done({"said": str(said)})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("plan-reviewer", "lines", when="some"),
            T("plan-reviewer-none", when="empty"),
            choices(LIST, on_item, int),
            Turning(LIST),
            cancel_button("btn-back"),
            menu_button(),
            state=PlanReviewer.which,
            getter=which,
        ),
        Screen(
            T("plan-reviewer-level", "line"),
            choices("levels", on_level, str),
            back_button(PlanReviewer.which),
            menu_button(),
            state=PlanReviewer.level,
            getter=level,
        ),
        on_start=take_data,
        name="plan-reviewer",
    )
