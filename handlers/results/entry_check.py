"""The end of the guided input: where the numbers come from, a look at all of them, and «Записать»."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.people.eyes import eyes_of
from handlers.people.form import Form
from handlers.results.entry_form import entries_of, entry_view, got_of, steps_of, year_of
from handlers.results.opening import school_of
from handlers.results.states import ResultEntry
from handlers.results.wording import wording_of
from handlers.schools.views import school_name
from handlers.shell import Asks, Choice, Screen, T, choices, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from shnor_domain.errors import Stale
from shnor_domain.results.entering import checked_source
from shnor_domain.results.model import LONGEST_SOURCE
from shnor_domain.results.procedures import by_code, procedures
from shnor_domain.results.use_cases.entering import EnterResults

SOURCES = ("system", "protocols", "school")
"""What is offered as a source; anything else is typed."""


async def source(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is offered."""
    texts = texts_of(dialog_manager)
    await entry_view(dialog_manager)
    return {"rows": [Choice(each, texts.button("btn-results-source", source=each)) for each in SOURCES]}


async def on_source_chosen(manager: DialogManager, chosen: str) -> None:
    """In the words of its button."""
    if chosen not in SOURCES:
        raise Stale
    await on_source(manager, texts_of(manager).plain("btn-results-source", source=chosen))


async def on_source(manager: DialogManager, typed: str) -> None:
    """On to the look."""
    Form(manager)["source"] = checked_source(typed)
    await manager.switch_to(ResultEntry.check)


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All that is to be written."""
    eyes, view, words = (
        await eyes_of(dialog_manager),
        await entry_view(dialog_manager),
        await wording_of(dialog_manager),
    )
    got = got_of(dialog_manager)
    typed = [each for each in procedures() if each.code in got]
    told = [
        eyes.texts("results-line", procedure=words.procedure(each), facts=words.pair(*got[each.code])) for each in typed
    ]
    rows = [
        Choice(each.code, eyes.texts.button("btn-results-procedure", name=words.procedure(each), entered=True))
        for each in typed
    ]
    return {
        "school": school_name(eyes, view.school),
        "year": words.year(year_of(dialog_manager)),
        "lines": Safe("\n".join(told)),
        "source": str(Form(dialog_manager).get("source") or ""),
        "some": bool(got),
        "none": not got,
        "rows": rows,
    }


async def on_fix(manager: DialogManager, code: str) -> None:
    """Its numbers anew; the look follows."""
    if code not in by_code():
        raise Stale
    Form(manager)["fixing"], Form(manager)["half"] = code, None
    await manager.switch_to(ResultEntry.numbers)


async def on_back(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The last procedure."""
    form = Form(manager)
    form["at"], form["fixing"] = len(steps_of(manager, await entry_view(manager))) - 1, None
    await manager.switch_to(ResultEntry.numbers)


async def on_keep(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """All of them at once; back to the results of that year."""
    enter, entries = await given(manager, EnterResults), entries_of(manager)
    kept = await enter(actor_of(manager), school_of(manager), entries, str(Form(manager)["source"]))
    said = texts_of(manager)("results-kept", count=kept)
    await manager.done({"said": str(said), "year": int(year_of(manager))})


def windows() -> list[Screen]:
    """The source, the look, which one to correct."""
    return [
        Screen(
            T("results-source"),
            Asks("source", on_source, most=LONGEST_SOURCE),
            choices("rows", on_source_chosen, str),
            Button(T("btn-back"), id="back", on_click=on_back),
            menu_button(),
            state=ResultEntry.source,
            getter=source,
        ),
        Screen(
            T("results-check-none", when="none"),
            T("results-check", "school", "year", "lines", "source", when="some"),
            Button(T("btn-results-keep"), id="keep", on_click=on_keep, when="some"),
            SwitchTo(T("btn-results-fix"), id="fix", state=ResultEntry.fix, when="some"),
            SwitchTo(T("btn-results-other-source"), id="source", state=ResultEntry.source, when="some"),
            Button(T("btn-back"), id="back", on_click=on_back),
            menu_button(),
            state=ResultEntry.check,
            getter=check,
        ),
        Screen(
            T("results-fix", "year"),
            choices("rows", on_fix, str),
            SwitchTo(T("btn-back"), id="back", state=ResultEntry.check),
            menu_button(),
            state=ResultEntry.fix,
            getter=check,
        ),
    ]
