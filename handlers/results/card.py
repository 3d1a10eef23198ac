"""Results of a school in a year, and what may be done with them."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from handlers.people.eyes import eyes_of, named
from handlers.people.form import Form
from handlers.results.files import send_school_table
from handlers.results.opening import on_said, school_of, the_school
from handlers.results.states import ResultEntry, Results
from handlers.results.views import cells_in, lines, missing_lines, shown_year, verdict_words
from handlers.results.wording import wording_of
from handlers.schools.views import school_name
from handlers.shell import Choice, Screen, T, cancel_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from shnor_domain.errors import Stale
from shnor_domain.results.cells import State
from shnor_domain.results.use_cases.entering import SetWithoutEge

_UNIT = 80


async def school(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Nine lines of a year beside the year before and the averages; what is missing; the verdict."""
    eyes, view, words = (
        await eyes_of(dialog_manager),
        await the_school(dialog_manager),
        await wording_of(dialog_manager),
    )
    form = Form(dialog_manager)
    year = shown_year(view, form.get("year"))
    cells = cells_in(view, year)
    place = await named(dialog_manager, view.school.territory)
    unit = "" if place.municipality is None else fit(place.municipality.name, _UNIT)
    some = any(cell.answered for cell in cells)
    asked = sum(cell.state is not State.NOT_APPLICABLE for cell in cells)
    return {
        "school": school_name(eyes, view.school),
        "unit": unit,
        "year": words.year(year),
        "lines": lines(words, view, year, unit),
        "missing": missing_lines(words, view.completeness, year, asked),
        "verdict": verdict_words(words, view.verdict),
        "some": some,
        "any": bool(view.completeness.entered),
        "empty": not some and view.enters,
        "empty_reader": not some and not view.enters,
        "enters": view.enters,
        "corrects": some and view.enters,
        "ege": view.enters and not view.without_ege,
        "no_ege": view.enters and view.without_ege,
        "listed": bool(form.get("listed")),
        "nested": bool(form.get("nested")),
    }


async def on_enter(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Procedure after procedure."""
    await manager.start(ResultEntry.year, data={"school": int(school_of(manager))})


async def on_table(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The same as xlsx, of three years."""
    await send_school_table(manager, await the_school(manager))


async def years(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The three, the latest first, with how much of each is there."""
    eyes, view = await eyes_of(dialog_manager), await the_school(dialog_manager)
    words = await wording_of(dialog_manager)
    rows = [
        Choice(
            int(year),
            eyes.texts.button(
                "btn-results-year",
                year=words.year(year),
                entered=sum(cell.answered for cell in cells_in(view, year)),
                due=sum(cell.state is not State.NOT_APPLICABLE for cell in cells_in(view, year)),
            ),
        )
        for year in reversed(view.years)
    ]
    return {"school": school_name(eyes, view.school), "rows": rows}


async def on_year(manager: DialogManager, year: int) -> None:
    """That one."""
    if year not in (await the_school(manager)).years:
        raise Stale
    Form(manager)["year"] = year
    await manager.switch_to(Results.school)


async def ege(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whether the school has ЕГЭ now."""
    view = await the_school(dialog_manager)
    return {"school": school_name(await eyes_of(dialog_manager), view.school), "without": view.without_ege}


async def on_ege(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The widget's id says what holds from now on."""
    without = button.widget_id == "without"
    await (await given(manager, SetWithoutEge))(actor_of(manager), school_of(manager), without)
    tell(manager, texts_of(manager)("results-ege-kept"))
    await manager.switch_to(Results.school)


def windows() -> list[Screen]:
    """The results, other years, «без ЕГЭ»."""
    return [
        Screen(
            T("results-head", "school", "unit", "year"),
            T("results-lines", "lines", when="some"),
            T("results-empty", "year", when="empty"),
            T("results-empty-reader", "year", when="empty_reader"),
            T("results-rest", "missing"),
            T("results-say", "verdict", when="any"),
            Row(
                Button(T("btn-results-enter"), id="enter", on_click=on_enter, when="enters"),
                SwitchTo(T("btn-results-cells"), id="cells", state=Results.cells, when="corrects"),
            ),
            Row(
                SwitchTo(T("btn-results-years"), id="years", state=Results.years),
                Button(T("btn-results-table"), id="table", on_click=on_table, when="any"),
            ),
            SwitchTo(T("btn-results-clusters"), id="clusters", state=Results.clusters),
            SwitchTo(T("btn-results-no-ege"), id="ege", state=Results.ege, when="ege"),
            SwitchTo(T("btn-results-ege"), id="no_ege", state=Results.ege, when="no_ege"),
            SwitchTo(T("btn-schools-list"), id="list", state=Results.schools, when="listed"),
            cancel_button("btn-back", when="nested"),
            menu_button(),
            state=Results.school,
            on_process_result=on_said,
            getter=school,
        ),
        Screen(
            T("results-years", "school"),
            choices("rows", on_year, int),
            SwitchTo(T("btn-back"), id="back", state=Results.school),
            menu_button(),
            state=Results.years,
            getter=years,
        ),
        Screen(
            T("results-ege-ask", "school", "without"),
            Button(
                T("btn-results-no-ege-sure"), id="without", on_click=on_ege, when=lambda data, *_: not data["without"]
            ),
            Button(T("btn-results-ege-sure"), id="with", on_click=on_ege, when="without"),
            SwitchTo(T("btn-back"), id="back", state=Results.school),
            menu_button(),
            state=Results.ege,
            getter=ege,
        ),
    ]
