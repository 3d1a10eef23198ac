"""Numbers by hand: a year, procedure after procedure, their source, a look, and they are kept."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.eyes import eyes_of
from handlers.people.form import Form, take_data
from handlers.results import entry_check
from handlers.results.entry_form import current, entry_view, forward, got_of, half_of, keep, step_of, steps_of, year_of
from handlers.results.states import ResultEntry
from handlers.results.views import cells_in
from handlers.results.wording import wording_of
from handlers.schools.views import school_name
from handlers.shell import Asks, Choice, Screen, Step, T, cancel_button, choices, menu_button
from shnor_domain.errors import Stale
from shnor_domain.results.cells import State
from shnor_domain.results.typed import numbers_in

_LONGEST = 60


async def years(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The last three, the latest first."""
    eyes, view, words = (
        await eyes_of(dialog_manager),
        await entry_view(dialog_manager),
        await wording_of(dialog_manager),
    )
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
    """From the first procedure on; numbers of another year are not taken over."""
    if year not in (await entry_view(manager)).years:
        raise Stale
    form = Form(manager)
    if form.get("year") != year:
        form["got"], form["at"] = {}, 0
    form["year"], form["half"], form["fixing"] = year, None, None
    await manager.switch_to(ResultEntry.numbers)


async def numbers(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is asked, what stands there already, what was typed."""
    view, words = await entry_view(dialog_manager), await wording_of(dialog_manager)
    steps, year = steps_of(dialog_manager, view), year_of(dialog_manager)
    if year not in view.years:
        raise Stale
    procedure = current(dialog_manager, steps)
    stored = next(cell for cell in cells_in(view, year) if cell.procedure == procedure.code)
    typed, half = got_of(dialog_manager).get(procedure.code), half_of(dialog_manager)
    fixing = Form(dialog_manager).get("fixing") is not None
    return {
        "step": step_of(dialog_manager, steps) + 1,
        "steps": len(steps),
        "stepping": len(steps) > 1 and not fixing,
        "procedure": words.procedure(procedure),
        "year": words.year(year),
        "now": words.cell(stored) if stored.answered else "",
        "typed": "" if typed is None else words.pair(*typed),
        "half": half[0] if half else 0,
        "first": not half,
        "second": bool(half),
        "skip": typed is None and not half and not fixing and len(steps) > 1,
        "next": typed is not None and not half,
        "forget": typed is not None and not half,
    }


async def on_numbers(manager: DialogManager, typed: str) -> None:
    """On to the next once there are two."""
    steps = steps_of(manager, await entry_view(manager))
    found = numbers_in(typed, half_of(manager))
    if len(found) == 1:
        Form(manager)["half"] = found[0]
        return
    keep(manager, current(manager, steps).code, (found[0], found[1]))
    await forward(manager, steps)


async def on_none(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """«Нет процедуры»."""
    steps = steps_of(manager, await entry_view(manager))
    keep(manager, current(manager, steps).code, (0, 0))
    await forward(manager, steps)


async def on_next(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """As it is."""
    await forward(manager, steps_of(manager, await entry_view(manager)))


async def on_forget(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """What was typed for it is written nowhere."""
    steps = steps_of(manager, await entry_view(manager))
    keep(manager, current(manager, steps).code, None)


async def on_back(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The number before, the procedure before, the look, or the years."""
    form, steps = Form(manager), steps_of(manager, await entry_view(manager))
    at, halfway, fixing = step_of(manager, steps), bool(half_of(manager)), form.get("fixing") is not None
    form["half"], form["fixing"] = None, None
    if halfway:
        form["fixing"] = current(manager, steps).code if fixing else None
    elif fixing:
        await manager.switch_to(ResultEntry.check)
    elif at:
        form["at"] = at - 1
    elif form.get("single"):
        await manager.done()
    else:
        await manager.switch_to(ResultEntry.year)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("results-entry-year", "school"),
            choices("rows", on_year, int),
            cancel_button("btn-back"),
            menu_button(),
            state=ResultEntry.year,
            getter=years,
        ),
        Screen(
            Step("step", "steps", when="stepping"),
            T("results-numbers-head", "procedure", "year"),
            T("results-numbers-now", "now", when="now"),
            T("results-numbers-typed", "typed", when="typed"),
            T("results-numbers", when="first"),
            T("results-numbers-second", "half", when="second"),
            Asks("numbers", on_numbers, most=_LONGEST),
            Button(T("btn-results-next"), id="next", on_click=on_next, when="next"),
            Button(T("btn-results-none"), id="none", on_click=on_none),
            Button(T("btn-results-forget"), id="forget", on_click=on_forget, when="forget"),
            Button(T("btn-results-skip"), id="skip", on_click=on_next, when="skip"),
            Button(T("btn-back"), id="back", on_click=on_back),
            menu_button(),
            state=ResultEntry.numbers,
            getter=numbers,
        ),
        *entry_check.windows(),
        on_start=take_data,
        name="result-entry",
    )
