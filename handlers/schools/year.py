"""«Список школ на 2026/27»: who entered, stayed and left between two years."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.people.eyes import eyes_of
from handlers.people.form import Form
from handlers.registration.views import school_label
from handlers.schools.states import Schools, YearList
from handlers.schools.views import SEE_LISTS, school_lines, status_code, year_words
from handlers.shell import Choice, Screen, T, back_button, cancel_button, choices, given, menu_button
from handlers.shell.acting import actor_of, now_of
from handlers.shell.turning import Turning, turn, turned_to
from shnor_domain.errors import NotAllowed
from shnor_domain.territories.model import School, SchoolYear, Status, school_year_of
from shnor_domain.territories.paging import page_of
from shnor_domain.territories.use_cases.schools import SchoolYearList
from shnor_domain.territories.years import YearDiff

LIST = "year"
PARTS = ("entered", "stayed", "left")


async def _year(manager: DialogManager) -> SchoolYear:
    chosen = manager.dialog_data.get("year")
    if chosen is not None:
        return SchoolYear(int(chosen))
    return school_year_of((await now_of(manager)).date())


async def statuses(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Lists there are, for the chosen year."""
    eyes = await eyes_of(dialog_manager)
    if not eyes.actor.has(*SEE_LISTS):
        raise NotAllowed
    year = await _year(dialog_manager)
    rows = [
        Choice(str(at), eyes.texts.button("btn-year-status", status=status_code(status)))
        for at, status in enumerate(Status)
    ]
    years = [SchoolYear(year - 1), SchoolYear(year + 1)]
    return {
        "statuses": rows,
        "year": year_words(year),
        "before": year_words(years[0]),
        "after": year_words(years[1]),
    }


async def on_year(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """A year back or forth."""
    year = await _year(manager)
    manager.dialog_data["year"] = int(year) + (1 if button.widget_id == "after" else -1)


async def on_status(manager: DialogManager, at: str) -> None:
    """Open the list of a status."""
    manager.dialog_data["status"] = list(Status)[int(at)].value
    await manager.switch_to(YearList.all)


async def _diff(manager: DialogManager) -> YearDiff:
    actor = actor_of(manager)
    if not actor.has(*SEE_LISTS):
        raise NotAllowed
    status = Status(Form(manager)["status"])
    return await (await given(manager, SchoolYearList))(actor, await _year(manager), status)


async def counts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many entered, stayed and left."""
    diff = await _diff(dialog_manager)
    return {
        "year": year_words(diff.year),
        "before": year_words(SchoolYear(diff.year - 1)),
        "status": status_code(diff.status),
        "known": diff.known_before,
        "unknown": not diff.known_before,
        "empty": not (diff.entered or diff.stayed or diff.left),
        **{part: len(_part(diff, part)) for part in PARTS},
    }


def _part(diff: YearDiff, part: str) -> tuple[School, ...]:
    return {"entered": diff.entered, "stayed": diff.stayed, "left": diff.left}[part]


async def on_part(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The widget's id is the part."""
    manager.dialog_data["part"] = button.widget_id
    turn(manager, LIST)
    await manager.switch_to(YearList.part)


async def schools(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Schools of one part by number and name."""
    eyes, diff = await eyes_of(dialog_manager), await _diff(dialog_manager)
    part = str(Form(dialog_manager)["part"])
    page = page_of(_part(diff, part), turned_to(dialog_manager, LIST))
    return {
        "part": part,
        "year": year_words(diff.year),
        "lines": school_lines(eyes, page.rows, page.number * 8 + 1),
        "schools": [Choice(school.id, school_label(eyes.texts, school)) for school in page.rows],
        "page": page.number,
        "pages": page.pages,
    }


async def on_school(manager: DialogManager, school: int) -> None:
    """The card."""
    await manager.start(Schools.card, data={"school": school, "nested": True})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("year-which", "year"),
            choices("statuses", on_status, str),
            Button(T("btn-year", year="before"), id="before", on_click=on_year),
            Button(T("btn-year", year="after"), id="after", on_click=on_year),
            cancel_button("btn-back"),
            menu_button(),
            state=YearList.status,
            getter=statuses,
        ),
        Screen(
            T("year-head", "year", "status"),
            T("year-counts", "before", "entered", "stayed", "left", when="known"),
            T("year-first", "before", "stayed", when="unknown"),
            Button(T("btn-year-entered", count="entered"), id="entered", on_click=on_part, when="entered"),
            Button(T("btn-year-stayed", count="stayed"), id="stayed", on_click=on_part, when="stayed"),
            Button(T("btn-year-left", count="left"), id="left", on_click=on_part, when="left"),
            back_button(YearList.status),
            menu_button(),
            state=YearList.all,
            getter=counts,
        ),
        Screen(
            T("year-part", "part", "year", "lines"),
            choices("schools", on_school, int),
            Turning(LIST),
            SwitchTo(T("btn-back"), id="back", state=YearList.all),
            menu_button(),
            state=YearList.part,
            getter=schools,
        ),
        name="year-list",
    )
