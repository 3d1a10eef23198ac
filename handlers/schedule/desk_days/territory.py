"""Coordinators: the week of their territory as a graph to print (R156), and which subjects are asked for."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from handlers.consultations.data import eyes_of
from handlers.schedule.desk_days.printing import send_territory
from handlers.schedule.desk_days.states import TerritoryDays
from handlers.schedule.desk_days.views import meetings_text
from handlers.schedule.views import lines
from handlers.shell import Screen, T, given, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turn, turned_to
from shnor_domain.consultations.desk.use_cases.territory import CountWishes, ShowTerritoryWeek, TerritoryWeek
from shnor_domain.consultations.desk.use_cases.week import WEEKS
from shnor_domain.territories.paging import page_of

ROWS = "rows"


async def _shown(manager: DialogManager) -> TerritoryWeek:
    return await (await given(manager, ShowTerritoryWeek))(actor_of(manager), _ahead(manager))


async def week(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One page of the week's meetings under their days."""
    eyes, found = await eyes_of(dialog_manager), await _shown(dialog_manager)
    page, ahead = page_of(found.meetings, turned_to(dialog_manager, ROWS)), _ahead(dialog_manager)
    return {
        "first": found.first,
        "days": meetings_text(eyes, page.rows),
        "none": not found.meetings,
        "some": bool(found.meetings),
        "page": page.number,
        "pages": page.pages,
        "before": ahead > 0,
        "after": ahead < WEEKS - 1,
    }


async def on_turn(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """A week earlier or later."""
    manager.dialog_data["ahead"] = _ahead(manager) + (1 if button.widget_id == "later" else -1)
    turn(manager, ROWS)


async def on_print(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The week as a table."""
    await send_territory(manager, await eyes_of(manager), await _shown(manager))


async def asked(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of subjects with how many ask."""
    eyes = await eyes_of(dialog_manager)
    found = await (await given(dialog_manager, CountWishes))(actor_of(dialog_manager))
    page = page_of(found, turned_to(dialog_manager, ROWS))
    return {
        "rows": lines(eyes.texts("schedule-wish", subject=subject, count=count) for subject, count in page.rows),
        "total": sum(count for _, count in found),
        "none": not found,
        "some": bool(found),
        "page": page.number,
        "pages": page.pages,
    }


def _ahead(manager: DialogManager) -> int:
    return min(max(int(manager.dialog_data.get("ahead", 0)), 0), WEEKS - 1)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("desk-territory", "first"),
            T("desk-lines", lines="days", when="some"),
            T("desk-territory-none", when="none"),
            Turning(ROWS),
            Row(
                Button(T("btn-desk-earlier"), id="earlier", on_click=on_turn, when="before"),
                Button(T("btn-desk-later"), id="later", on_click=on_turn, when="after"),
            ),
            Button(T("btn-desk-print"), id="print", on_click=on_print, when="some"),
            way_back(),
            menu_button(),
            state=TerritoryDays.week,
            getter=week,
        ),
        Screen(
            T("desk-wishes", "rows", "total", when="some"),
            T("desk-wishes-none", when="none"),
            Turning(ROWS),
            way_back(),
            menu_button(),
            state=TerritoryDays.asked,
            getter=asked,
        ),
    )
