"""Shifts that were made: the list, one of them, and «Вернуть как было»."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.eyes import Eyes, eyes_of
from handlers.people.form import Form
from handlers.roadmap.states import PlanShift
from handlers.roadmap.views import owner_names
from handlers.shell import Choice, Screen, T, back_button, cancel_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.errors import NotFound
from shnor_domain.people.model.days import local_day
from shnor_domain.roadmap.model import ShiftId
from shnor_domain.roadmap.use_cases.shifting import ListShifts, SeenShift, UndoShift
from shnor_domain.territories.paging import page_of

LIST = "shifts"
_REASON = 150

OnClick = Callable[[CallbackQuery, Button, DialogManager], Awaitable[None]]


async def listed(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page, the latest first."""
    eyes = await eyes_of(dialog_manager)
    found = await (await given(dialog_manager, ListShifts))(eyes.actor)
    page = page_of(found, turned_to(dialog_manager, LIST))
    names = await owner_names(dialog_manager, eyes.texts, [seen.shift.territory for seen in page.rows])
    rows = [
        (number, seen, _words(eyes, seen, names[seen.shift.territory]))
        for number, seen in enumerate(page.rows, page.number * 8 + 1)
    ]
    return {
        "lines": Safe("\n".join(eyes.texts("plan-numbered", number=str(at), title=words) for at, _, words in rows)),
        "shifts": [
            Choice(
                seen.shift.id,
                eyes.texts.button("btn-plan-shift-row", number=str(at), day=local_day(seen.shift.at, eyes.actor.zone)),
            )
            for at, seen, _ in rows
        ],
        "some": bool(found),
        "empty": not found,
        "page": page.number,
        "pages": page.pages,
    }


def _words(eyes: Eyes, seen: SeenShift, place: str) -> Safe:
    return eyes.texts(
        "plan-shift-line",
        day=local_day(seen.shift.at, eyes.actor.zone),
        place=place,
        items=seen.items,
        days=abs(seen.shift.days),
        back=seen.shift.days < 0,
        reason=fit(seen.shift.reason, _REASON),
        undone=seen.shift.undone is not None,
    )


async def on_shift(manager: DialogManager, shift: int) -> None:
    """Open it."""
    Form(manager)["shift"] = shift
    await manager.switch_to(PlanShift.one)


async def one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The shift, and whether it may be taken back."""
    eyes, wanted = await eyes_of(dialog_manager), int(Form(dialog_manager)["shift"])
    found = await (await given(dialog_manager, ListShifts))(eyes.actor)
    seen = next((each for each in found if each.shift.id == wanted), None)
    if seen is None:
        raise NotFound
    names = await owner_names(dialog_manager, eyes.texts, [seen.shift.territory])
    return {"line": _words(eyes, seen, names[seen.shift.territory]), "undoable": seen.undoable}


async def on_undo(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Put back what nobody has changed since; say how much that was."""
    undo = await given(manager, UndoShift)
    undone = await undo(actor_of(manager), ShiftId(int(Form(manager)["shift"])))
    await manager.switch_to(PlanShift.one)
    tell(manager, texts_of(manager)("plan-shift-undone", back=undone.back, kept=undone.kept))


def windows(on_start: OnClick) -> list[Screen]:
    """The list and one of it; `on_start` begins another."""
    return [
        Screen(
            T("plan-shifts", "lines", when="some"),
            T("plan-shifts-empty", when="empty"),
            choices("shifts", on_shift, int),
            Turning(LIST),
            Button(T("btn-plan-shift"), id="start", on_click=on_start),
            cancel_button("btn-back"),
            menu_button(),
            state=PlanShift.listed,
            getter=listed,
        ),
        Screen(
            T("plan-shift-one", "line"),
            Button(T("btn-plan-shift-undo"), id="undo", on_click=on_undo, when="undoable"),
            back_button(PlanShift.listed),
            menu_button(),
            state=PlanShift.one,
            getter=one,
        ),
    ]
