"""The official calendar of a year: what it would add is shown by pages, and written by one tap."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.eyes import eyes_of
from handlers.people.form import Form, take_data
from handlers.reference.states import OfficialCalendar
from handlers.reference.views import span_lines
from handlers.shell import Screen, T, cancel_button, given, menu_button
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from shnor_domain.territories.calendar import spans
from shnor_domain.territories.paging import page_of
from shnor_domain.territories.use_cases.federal_year import LoadFederalYear, PreviewFederalYear

LIST = "official"


async def preview(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of the days that would be added."""
    eyes, year = await eyes_of(dialog_manager), _year(dialog_manager)
    found = await (await given(dialog_manager, PreviewFederalYear))(eyes.actor, year)
    page = page_of(spans(found.rows), turned_to(dialog_manager, LIST))
    return {
        "year": str(year),
        "count": len(found.rows),
        "lines": span_lines(eyes, page.rows),
        "incomplete": not found.complete,
        "nothing": not found.rows,
        "page": page.number,
        "pages": page.pages,
    }


async def on_write(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Write what was shown."""
    written = await (await given(manager, LoadFederalYear))(actor_of(manager), _year(manager))
    Form(manager)["written"] = written
    await manager.switch_to(OfficialCalendar.done)


async def done(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many days were written."""
    return {"year": str(_year(dialog_manager)), "count": int(Form(dialog_manager)["written"])}


def _year(manager: DialogManager) -> int:
    return int(Form(manager)["year"])


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("reference-official-none", "year", when="nothing"),
            T("reference-official", "year", "count", "lines", when="count"),
            T("reference-official-incomplete", "year", when="incomplete"),
            Turning(LIST),
            Button(T("btn-reference-official-yes"), id="write", on_click=on_write, when="count"),
            cancel_button("btn-back"),
            menu_button(),
            state=OfficialCalendar.preview,
            getter=preview,
        ),
        Screen(
            T("reference-official-done", "year", "count"),
            cancel_button("btn-reference-to-calendar"),
            menu_button(),
            state=OfficialCalendar.done,
            getter=done,
        ),
        on_start=take_data,
        name="official-calendar",
    )
