"""Hours of a school's people by name, for who leads it (JP9)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.seminars.certificates.views import duration
from handlers.seminars.events.views import look_of
from handlers.seminars.requests import halves
from handlers.seminars.requests.views import SCHOOL
from handlers.seminars.training.files import send_school
from handlers.seminars.training.states import SchoolHours
from handlers.seminars.views import half_words
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, texts_of, way_back
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import Safe
from shnor_domain.identity import SchoolId
from shnor_domain.seminars.requests.use_cases.looking import Halves
from shnor_domain.seminars.training.use_cases.of_schools import SchoolTraining, TrainingOfSchool
from shnor_domain.territories.paging import page_of

LIST, _SCHOOL, _FOUND = "staff_hours", "hours_school", "school_training"


async def training_of(manager: DialogManager) -> SchoolTraining:
    """Of the school and half-year in hand."""
    school = manager.dialog_data.get(_SCHOOL)
    case = await given(manager, TrainingOfSchool)
    return await case(actor_of(manager), None if school is None else SchoolId(int(school)), halves.chosen(manager))


async def rows(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of people, who attended most first."""
    look, found = await look_of(dialog_manager), await training_of(dialog_manager)
    page = page_of(found.rows, turned_to(dialog_manager, LIST))
    lines = [
        look.texts(
            "strain-teacher",
            name=look.person(each.name),
            hours=duration(look.texts, each.minutes),
            count=len(each.lessons),
        )
        for each in page.rows
    ]
    head = {"school": fit(found.school.name, SCHOOL), "some": found.halves is not None and bool(found.rows)}
    half = "" if found.halves is None else half_words(look.texts, found.halves.cycle.half)
    return {
        "text": look.texts("strain-school", half=half, lines=Safe("\n".join(lines)), **head),
        "some": head["some"],
        "others": found.halves is not None and len(found.halves.all) > 1,
        "schools": len(found.schools) > 1,
        "page": page.number,
        "pages": page.pages,
    }


async def schools(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All schools that the reader leads."""
    texts, found = texts_of(dialog_manager), await training_of(dialog_manager)
    return {
        "rows": [
            Choice(int(each.where.school or 0), texts.button("btn-strain-school", school=each.name))
            for each in found.schools
        ]
    }


async def on_school(manager: DialogManager, school: int) -> None:
    """Another of hers."""
    manager.dialog_data[_SCHOOL] = school
    turn(manager, LIST)
    await manager.switch_to(SchoolHours.all)


async def on_file(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The same as xlsx, with each lesson."""
    await send_school(manager, await training_of(manager))


async def _halves(manager: DialogManager) -> Halves | None:
    return (await training_of(manager)).halves


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            Format("{text}"),
            Turning(LIST),
            Button(T("btn-strain-file"), id="file", on_click=on_file, when="some"),
            SwitchTo(T("btn-sreq-halves"), id="halves", state=SchoolHours.halves, when="others"),
            SwitchTo(T("btn-strain-schools"), id="schools", state=SchoolHours.schools, when="schools"),
            way_back(),
            menu_button(),
            state=SchoolHours.all,
            getter=rows,
        ),
        Screen(
            T("strain-which-school"),
            choices("rows", on_school, int),
            back_button(SchoolHours.all),
            menu_button(),
            state=SchoolHours.schools,
            getter=schools,
        ),
        halves.screen(SchoolHours.halves, SchoolHours.all, LIST, _halves),
    )
