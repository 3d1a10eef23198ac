"""The calendar of a municipality, a region or the country: its week, the days ahead, what may be changed."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.people.eyes import Eyes, eyes_of
from handlers.people.form import Form, take_data, territory_data
from handlers.reference import calendar_days
from handlers.reference.states import DaysOff, MethodistsDay, OfficialCalendar
from handlers.reference.views import level_code, missing_lines, span_lines, unit_of, weekday_words, where_words
from handlers.shell import Choice, Screen, T, cancel_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.identity import Role, Territory
from shnor_domain.territories.calendar import spans
from shnor_domain.territories.paging import page_of
from shnor_domain.territories.use_cases.calendars import CalendarSheet, ReadCalendar
from shnor_domain.territories.use_cases.settings import SetWeek

LIST = "days"


async def the_sheet(manager: DialogManager) -> CalendarSheet:
    """The calendar of this dialog; refused outside of what the reader may change."""
    return await (await given(manager, ReadCalendar))(actor_of(manager), Form(manager).where)


async def sheet(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The week, the methodists' day, and a page of days that differ from the week."""
    eyes, found = await eyes_of(dialog_manager), await the_sheet(dialog_manager)
    page = page_of(spans(found.rows), turned_to(dialog_manager, LIST))
    loads = eyes.actor.reaches(Territory(), Role.ADMIN)
    years = (eyes.today.year, eyes.today.year + 1)
    return {
        "head": _head(eyes, found, await where_words(dialog_manager, found.where)),
        "missing": missing_lines(eyes.texts, found.missing, "here" if loads else "other"),
        "lines": span_lines(eyes, page.rows),
        "empty": not page.rows,
        "page": page.number,
        "pages": page.pages,
        "five": found.days_in_week == 5,
        "six": found.days_in_week == 6,
        "own": len(found.own),
        "level": level_code(found.where),
        "methodists": found.where.region is not None,
        "years": [Choice(year, _year_label(eyes, year, year in found.missing)) for year in years] if loads else [],
    }


def _head(eyes: Eyes, found: CalendarSheet, place: str) -> Safe:
    parts = [eyes.texts("reference-calendar", place=place)]
    if found.days_in_week is not None:
        parts.append(eyes.texts("reference-week", days=found.days_in_week))
    for day in found.methodists:
        level = "own" if day.municipality == found.where.municipality else "region"
        parts.append(eyes.texts("reference-methodists", day=weekday_words(eyes.texts, day.weekday), level=level))
    return Safe("\n".join(parts))


def _year_label(eyes: Eyes, year: int, missing: bool) -> str:
    return eyes.texts.button("btn-reference-load" if missing else "btn-reference-compare", year=str(year))


async def on_week(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The widget's id is the week: a second tap changes nothing."""
    days = int((button.widget_id or "").removeprefix("week_"))
    await (await given(manager, SetWeek))(actor_of(manager), unit_of(Form(manager).where), days)
    tell(manager, texts_of(manager)("reference-week-set", days=days))


async def on_methodists(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The same territory's day on the road."""
    await manager.start(MethodistsDay.day, data={"where": territory_data(Form(manager).where)})


async def on_year(manager: DialogManager, year: int) -> None:
    """What the official calendar has."""
    await manager.start(OfficialCalendar.preview, data={"year": year})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            Format("{head}"),
            Format("\n{missing}", when="missing"),
            T("reference-no-days", when="empty"),
            T("reference-days", "lines", when="lines"),
            Turning(LIST),
            choices("years", on_year, int),
            SwitchTo(T("btn-reference-add-day"), id="add", state=DaysOff.day),
            SwitchTo(T("btn-reference-own-days", "level", count="own"), id="own", state=DaysOff.own, when="own"),
            Button(T("btn-reference-six"), id="week_6", on_click=on_week, when="five"),
            Button(T("btn-reference-five"), id="week_5", on_click=on_week, when="six"),
            Button(T("btn-reference-methodists"), id="methodists", on_click=on_methodists, when="methodists"),
            cancel_button("btn-back"),
            menu_button(),
            state=DaysOff.sheet,
            getter=sheet,
        ),
        *calendar_days.windows(),
        on_start=take_data,
        name="days-off",
    )
