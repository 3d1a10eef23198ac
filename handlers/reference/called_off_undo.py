"""An «актированный день» is taken back, after one more question."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.eyes import eyes_of
from handlers.people.form import Form
from handlers.reference.called_off_views import line_of, sheet_of, standing
from handlers.reference.states import CalledOff
from handlers.reference.views import day_words, unit_of, where_words
from handlers.shell import Screen, T, back_button, given, menu_button, tell
from shnor_domain.errors import Stale
from shnor_domain.territories.called_off import CalledOffDay
from shnor_domain.territories.use_cases.called_off import RestoreDay


async def on_undoable(manager: DialogManager, day: date) -> None:
    """Ask before it is taken back."""
    Form(manager)["day"] = day.isoformat()
    await _one(manager)
    await manager.switch_to(CalledOff.undo)


async def one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The day that is about to be taken back."""
    eyes, row = await eyes_of(dialog_manager), await _one(dialog_manager)
    return {"line": line_of(eyes, row), "place": await where_words(dialog_manager, Form(dialog_manager).where)}


async def on_undo(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Take it back; the list says so."""
    eyes, row = await eyes_of(manager), await _one(manager)
    await (await given(manager, RestoreDay))(eyes.actor, unit_of(Form(manager).where), row.day)
    await manager.switch_to(CalledOff.all)
    tell(manager, eyes.texts("called-off-undone", day=day_words(eyes, row.day)))


async def _one(manager: DialogManager) -> CalledOffDay:
    found = standing(await sheet_of(manager), date.fromisoformat(Form(manager)["day"]))
    if found is None:
        await manager.switch_to(CalledOff.all)
        raise Stale
    return found


def window() -> Screen:
    """The question."""
    return Screen(
        T("called-off-ask-undo", "line", "place"),
        Button(T("btn-called-off-undo-yes"), id="yes", on_click=on_undo),
        back_button(CalledOff.all),
        menu_button(),
        state=CalledOff.undo,
        getter=one,
    )
