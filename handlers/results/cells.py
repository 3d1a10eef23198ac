"""One value: what stands there, who may correct, take back or mark it."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.people.form import Form
from handlers.results.opening import on_said, school_of, the_school
from handlers.results.states import ResultEntry, Results
from handlers.results.views import cells_in, shown_year
from handlers.results.wording import wording_of
from handlers.shell import Choice, Screen, T, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.errors import NotFound, Stale
from shnor_domain.results.cells import Cell, State
from shnor_domain.results.procedures import ProcedureCode, by_code
from shnor_domain.results.use_cases.entering import DropResult, MarkBiased
from shnor_domain.results.use_cases.reading import SchoolResults


async def cells(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Procedures of the year; what is entered is ticked."""
    view, words = await the_school(dialog_manager), await wording_of(dialog_manager)
    if not view.enters:
        raise NotFound
    year = shown_year(view, Form(dialog_manager).get("year"))
    rows = [
        Choice(
            cell.procedure,
            words.texts.button("btn-results-procedure", name=words.code(cell.procedure), entered=cell.answered),
        )
        for cell in cells_in(view, year)
        if cell.state is not State.NOT_APPLICABLE
    ]
    return {"year": words.year(year), "rows": rows}


async def on_cell(manager: DialogManager, code: str) -> None:
    """That one."""
    if code not in by_code():
        raise Stale
    Form(manager)["cell"] = code
    await manager.switch_to(Results.cell)


async def _the_cell(manager: DialogManager) -> tuple[SchoolResults, Cell]:
    view, code = await the_school(manager), str(Form(manager)["cell"])
    year = shown_year(view, Form(manager).get("year"))
    return view, next(cell for cell in cells_in(view, year) if cell.procedure == code)


async def cell(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What stands there, where it comes from, its mark."""
    (view, found), words = await _the_cell(dialog_manager), await wording_of(dialog_manager)
    if not view.enters:
        raise NotFound
    marks = view.marks and found.state in (State.SHOWN, State.HIDDEN)
    return {
        "procedure": words.code(found.procedure),
        "year": words.year(found.year),
        "now": words.cell(found),
        "source": found.source,
        "biased": found.biased,
        "known": found.answered,
        "mark": marks and not found.biased,
        "unmark": marks and found.biased,
    }


async def on_correct(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """New numbers for this one."""
    _, found = await _the_cell(manager)
    data = {"school": int(school_of(manager)), "year": int(found.year), "single": found.procedure}
    await manager.start(ResultEntry.numbers, data=data)


async def on_drop(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Nothing is known of it from now on."""
    _, found = await _the_cell(manager)
    code = ProcedureCode(found.procedure)
    await (await given(manager, DropResult))(actor_of(manager), school_of(manager), found.year, code)
    tell(manager, texts_of(manager)("results-dropped", procedure=(await wording_of(manager)).code(code)))
    await manager.switch_to(Results.cells)


async def on_mark(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The widget's id says whether the mark is set or taken off."""
    _, found = await _the_cell(manager)
    mark, marked = await given(manager, MarkBiased), button.widget_id == "mark"
    await mark(actor_of(manager), school_of(manager), found.year, found.procedure, marked)
    tell(manager, texts_of(manager)("results-marked", marked=marked))


def windows() -> list[Screen]:
    """Which value, the value, and whether it goes."""
    return [
        Screen(
            T("results-cells", "year"),
            choices("rows", on_cell, str),
            SwitchTo(T("btn-back"), id="back", state=Results.school),
            menu_button(),
            state=Results.cells,
            getter=cells,
        ),
        Screen(
            T("results-cell", "procedure", "year", "now"),
            T("results-cell-source", "source", when="source"),
            T("results-line-biased", when="biased"),
            Button(T("btn-results-correct"), id="correct", on_click=on_correct),
            Button(T("btn-results-mark"), id="mark", on_click=on_mark, when="mark"),
            Button(T("btn-results-unmark"), id="unmark", on_click=on_mark, when="unmark"),
            SwitchTo(T("btn-results-drop"), id="drop", state=Results.drop, when="known"),
            SwitchTo(T("btn-back"), id="back", state=Results.cells),
            menu_button(),
            state=Results.cell,
            on_process_result=on_said,
            getter=cell,
        ),
        Screen(
            T("results-drop", "procedure", "year", "now"),
            Button(T("btn-results-drop-sure"), id="sure", on_click=on_drop),
            SwitchTo(T("btn-back"), id="back", state=Results.cell),
            menu_button(),
            state=Results.drop,
            getter=cell,
        ),
    ]
