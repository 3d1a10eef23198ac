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
from shnor_domain.roadmap.use_cases.called_off import CountBack
from shnor_domain.territories.called_off import CalledOffDay
from shnor_domain.territories.use_cases.called_off import RestoreDay


async def on_undoable(manager: DialogManager, day: date) -> None:
    """Ask before it is taken back."""
    Form(manager)["day"] = day.isoformat()
    await _one(manager)
    await manager.switch_to(CalledOff.undo)


async def one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The day that is about to be taken back, and how many items are due on it again; after its midnight it stays."""
    eyes, sheet, row = await eyes_of(dialog_manager), await sheet_of(dialog_manager), await _one(dialog_manager)
    where = sheet.municipality.territory
    free = row.day >= sheet.today
    back = await (await given(dialog_manager, CountBack))(eyes.actor, where, row.day) if free else 0
    return {
        "line": line_of(eyes, row),
        "place": await where_words(dialog_manager, where),
        "free": free,
        "past": not free,
        "today": back if row.day == sheet.today else 0,
    }


async def on_undo(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Take it back; the list says so, to an update that comes a second time too."""
    eyes, day = await eyes_of(manager), _day(manager)
    await (await given(manager, RestoreDay))(eyes.actor, unit_of(Form(manager).where), day)
    await manager.switch_to(CalledOff.all)
    tell(manager, eyes.texts("called-off-undone", day=day_words(eyes, day)))


def _day(manager: DialogManager) -> date:
    return date.fromisoformat(Form(manager)["day"])


async def _one(manager: DialogManager) -> CalledOffDay:
    found = standing(await sheet_of(manager), _day(manager))
    if found is None:
        await manager.switch_to(CalledOff.all)
        raise Stale
    return found


def window() -> Screen:
    """The question."""
    return Screen(
        T("called-off-ask-undo", "line", "place", when="free"),
        T("called-off-undo-today", "today", when="today"),
        T("called-off-undo-past", "line", when="past"),
        Button(T("btn-called-off-undo-yes"), id="yes", on_click=on_undo, when="free"),
        back_button(CalledOff.all),
        menu_button(),
        state=CalledOff.undo,
        getter=one,
    )
