"""«Кто подтверждает»: another level than usual for an open item and those who do it."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager

from handlers.people.form import take_data
from handlers.roadmap.choosing import ItemChoice
from handlers.roadmap.states import PlanReviewer
from handlers.roadmap.views import item_lines, short
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.errors import Stale
from shnor_domain.roadmap.ladder import Rung
from shnor_domain.roadmap.model import ItemState
from shnor_domain.roadmap.use_cases.naming_reviewer import NAMED, NameReviewer

USUAL = "usual"
CHOICE = ItemChoice(
    "reviewed",
    PlanReviewer.which,
    PlanReviewer.level,
    lambda view: view.manages,
    lambda entry: entry.item.state is ItemState.OPEN,
)


async def level(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The item, and who may confirm it; what is so now has its mark."""
    view, entry = await CHOICE.chosen(dialog_manager)
    texts, now = texts_of(dialog_manager), _name(entry.item.reviewer)
    return {
        "line": item_lines(texts, [entry.item], view.today),
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
    _view, entry = await CHOICE.chosen(manager)
    count = await (await given(manager, NameReviewer))(actor_of(manager), entry.item.id, reviewer)
    said = texts_of(manager)("plan-reviewer-named", title=short(entry.item.title), level=name, count=count)
    await manager.done({"said": str(said)})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        CHOICE.screen(T("plan-reviewer", "lines", when="some"), T("plan-reviewer-none", when="empty")),
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
