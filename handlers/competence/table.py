"""The table of a territory in a year, and what lies inside of it."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.competence.files import send_competence_picture, send_competence_table
from handlers.competence.form import the_view, year_of
from handlers.competence.states import Competence, CompetenceEntry
from handlers.competence.views import (
    basis_words,
    inside_name,
    lines_words,
    note_lines,
    place_names,
    subject_names,
    total_words,
)
from handlers.imports.states import Imports
from handlers.people.eyes import eyes_of
from handlers.people.form import Form, territory_data
from handlers.schools.views import year_words
from handlers.shell import Choice, Screen, T, choices, menu_button, texts_of
from handlers.shell.turning import Turning, turn, turned_to
from shnor_domain.competence.access import ENTERING
from shnor_domain.errors import Stale
from shnor_domain.identity import Territory
from shnor_domain.territories.paging import page_of

LINES, INSIDE = "lines", "inside"


async def table(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of subjects in the order of the catalogue, and the whole."""
    eyes = await eyes_of(dialog_manager)
    view = await the_view(dialog_manager)
    page = page_of(view.summary.lines, turned_to(dialog_manager, LINES))
    some = bool(view.summary.lines)
    return {
        "place": (await place_names(dialog_manager, eyes.texts, [view.where]))[view.where],
        "year": year_words(view.year),
        "basis": basis_words(eyes, view),
        "lines": lines_words(eyes.texts, await subject_names(dialog_manager), page.rows),
        "total": total_words(eyes.texts, view),
        "notes": "\n".join(note_lines(eyes.texts, view)),
        "some": some,
        "empty": not some and view.enters,
        "empty_reader": not some and not view.enters,
        "enters": view.enters,
        "loads": eyes.actor.has(*ENTERING),
        "schools": bool(view.inside) and view.where.municipality is not None,
        "units": bool(view.inside) and view.where.municipality is None,
        "back": view.above is not None or bool(Form(dialog_manager).get("chosen")),
        "page": page.number,
        "pages": page.pages,
    }


async def on_back(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """To what lies around it, else to the list from which it was chosen."""
    above = (await the_view(manager)).above
    if above is None:
        await manager.switch_to(Competence.places)
        return
    open_place(manager, above)
    await manager.switch_to(Competence.inside)


def open_place(manager: DialogManager, where: Territory) -> None:
    """From now on the windows tell of it."""
    Form(manager)["where"] = territory_data(where)
    turn(manager, LINES)
    turn(manager, INSIDE)


async def on_enter(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Subject by subject."""
    data = {"where": Form(manager)["where"], "year": int(await year_of(manager))}
    await manager.start(CompetenceEntry.subjects, data=data)


async def on_load(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A file."""
    await manager.start(Imports.file, data={"kind": "competence", "nested": True})


async def on_table(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The same as xlsx."""
    await send_competence_table(manager, await the_view(manager))


async def on_picture(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The same as a picture."""
    await send_competence_picture(manager, await the_view(manager))


async def inside(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of municipalities or schools by name or number, those with numbers ticked."""
    texts, view = texts_of(dialog_manager), await the_view(dialog_manager)
    page = page_of(view.inside, turned_to(dialog_manager, INSIDE))
    entered = sum(bool(one.summary.lines) for one in view.inside)
    rows = [
        Choice(
            _key(one.where),
            texts.button("btn-competence-place", name=inside_name(texts, one), entered=bool(one.summary.lines)),
        )
        for one in page.rows
    ]
    return {
        "place": (await place_names(dialog_manager, texts, [view.where]))[view.where],
        "year": year_words(view.year),
        "entered": entered,
        "of": view.of,
        "rows": rows,
        "page": page.number,
        "pages": page.pages,
    }


def _key(where: Territory) -> int:
    return int(where.school or where.municipality or 0)


async def on_inside(manager: DialogManager, place: int) -> None:
    """Its own table."""
    found = next((one for one in (await the_view(manager)).inside if _key(one.where) == place), None)
    if found is None:
        raise Stale
    open_place(manager, found.where)
    await manager.switch_to(Competence.table)


def windows() -> list[Screen]:
    """The table and the list of what lies inside."""
    return [
        Screen(
            T("competence-head", "place", "year"),
            T("competence-basis", "basis", when="some"),
            T("competence-lines", "lines", when="some"),
            T("competence-whole", "total", when="total"),
            T("competence-notes", "notes", when="some"),
            T("competence-empty", when="empty"),
            T("competence-empty-reader", when="empty_reader"),
            Turning(LINES),
            Button(T("btn-competence-enter"), id="enter", on_click=on_enter, when="enters"),
            Button(T("btn-competence-load"), id="load", on_click=on_load, when="loads"),
            SwitchTo(T("btn-competence-schools"), id="schools", state=Competence.inside, when="schools"),
            SwitchTo(T("btn-competence-units"), id="units", state=Competence.inside, when="units"),
            SwitchTo(T("btn-competence-years"), id="years", state=Competence.years),
            Button(T("btn-competence-table"), id="table", on_click=on_table, when="some"),
            Button(T("btn-competence-picture"), id="picture", on_click=on_picture, when="some"),
            SwitchTo(T("btn-competence-levels"), id="levels", state=Competence.levels),
            Button(T("btn-back"), id="back", on_click=on_back, when="back"),
            menu_button(),
            state=Competence.table,
            getter=table,
        ),
        Screen(
            T("competence-inside", "place", "year", "entered", "of"),
            choices("rows", on_inside, int),
            Turning(INSIDE),
            SwitchTo(T("btn-back"), id="back", state=Competence.table),
            menu_button(),
            state=Competence.inside,
            getter=inside,
        ),
    ]


async def levels(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How documents call the levels is told to who works with documents of several schools."""
    view = await the_view(dialog_manager)
    return {"official": view.watches, "few": view.few}


def levels_window() -> Screen:
    """What the letters mean, and how it is counted (rule 9)."""
    return Screen(
        T("competence-levels", "few"),
        T("competence-levels-official", when="official"),
        SwitchTo(T("btn-back"), id="back", state=Competence.table),
        menu_button(),
        state=Competence.levels,
        getter=levels,
    )
