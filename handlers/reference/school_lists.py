"""On which lists of which year a school stands; nothing is copied from another year (rule 15)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.eyes import eyes_of
from handlers.people.form import Form
from handlers.reference.school_card import changed_card
from handlers.reference.states import SchoolFacts
from handlers.reference.views import source_words
from handlers.schools.views import status_code, year_words
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, menu_button, tell
from handlers.shell.acting import now_of
from handlers.shell.fitting import fit
from shnor_domain.errors import Stale
from shnor_domain.territories.imports.words import LONGEST_NAME
from shnor_domain.territories.model import SchoolStatus, SchoolYear, Status, school_year_of
from shnor_domain.territories.use_cases.change_schools import SetSchoolStatus

_FARTHEST = 10
"""Years back that lists are kept for by hand; one ahead."""


async def _year(manager: DialogManager) -> SchoolYear:
    chosen = Form(manager).get("year")
    return await _present(manager) if chosen is None else SchoolYear(int(chosen))


async def _present(manager: DialogManager) -> SchoolYear:
    return school_year_of((await now_of(manager)).date())


async def lists(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All lists there are; those of the school are ticked."""
    eyes, year = await eyes_of(dialog_manager), await _year(dialog_manager)
    card, present = await changed_card(dialog_manager), await _present(dialog_manager)
    on = {one.status for one in card.statuses if one.year == year}
    rows = []
    for at, status in enumerate(Status):
        label = eyes.texts.button("btn-year-status", status=status_code(status))
        rows.append(Choice(at, eyes.texts.button("btn-reference-listed", list=label) if status in on else label))
    return {
        "name": card.school.name,
        "year": year_words(year),
        "statuses": rows,
        "before": year_words(SchoolYear(year - 1)) if year > present - _FARTHEST else "",
        "after": year_words(SchoolYear(year + 1)) if year <= present else "",
    }


async def on_year(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """A year back or forth."""
    year, present = await _year(manager), await _present(manager)
    wanted = year + (1 if button.widget_id == "after" else -1)
    Form(manager)["year"] = min(max(wanted, present - _FARTHEST), present + 1)


async def on_status(manager: DialogManager, at: int) -> None:
    """Off the list, or on it: both are asked about."""
    if at >= len(Status):
        raise Stale
    form = Form(manager)
    form["status"], form["year"] = list(Status)[at].value, int(await _year(manager))
    await manager.switch_to(SchoolFacts.source if await _listed(manager) is None else SchoolFacts.unlist)


async def _listed(manager: DialogManager) -> SchoolStatus | None:
    status, year = Status(Form(manager)["status"]), await _year(manager)
    found = (await changed_card(manager)).statuses
    return next((one for one in found if one.year == year and one.status is status), None)


async def one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The school, the list, and the document by which it stands there."""
    eyes, listed = await eyes_of(dialog_manager), await _listed(dialog_manager)
    source = "" if listed is None else fit(listed.source, LONGEST_NAME)
    return {
        "name": (await changed_card(dialog_manager)).school.name,
        "year": year_words(await _year(dialog_manager)),
        "status": status_code(Status(Form(dialog_manager)["status"])),
        "source": source or eyes.texts.plain("reference-no-source"),
    }


async def on_source(manager: DialogManager, typed: str) -> None:
    """On the list by this document."""
    await _set(manager, typed, listed=True)


async def on_no_source(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """On the list without a document: the bot says when it was entered."""
    await _set(manager, source_words(await eyes_of(manager)), listed=True)


async def on_unlist(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Off the list."""
    if await _listed(manager) is None:
        await manager.switch_to(SchoolFacts.lists)
        raise Stale
    await _set(manager, "", listed=False)


async def _set(manager: DialogManager, source: str, *, listed: bool) -> None:
    eyes, school, year = await eyes_of(manager), (await changed_card(manager)).school, await _year(manager)
    status = Status(Form(manager)["status"])
    put = await given(manager, SetSchoolStatus)
    await put(eyes.actor, SchoolStatus(school.id, year, status, source), listed)
    told = {"name": school.name, "year": year_words(year), "status": status_code(status)}
    tell(manager, eyes.texts("reference-list-on" if listed else "reference-list-off", **told))
    await manager.switch_to(SchoolFacts.lists)


def windows() -> list[Screen]:
    """The lists of a year, and what is asked about one of them."""
    return [
        Screen(
            T("reference-lists", "name", "year"),
            choices("statuses", on_status, int),
            Button(T("btn-year", year="before"), id="before", on_click=on_year, when="before"),
            Button(T("btn-year", year="after"), id="after", on_click=on_year, when="after"),
            back_button(SchoolFacts.all),
            menu_button(),
            state=SchoolFacts.lists,
            getter=lists,
        ),
        Screen(
            T("reference-list-source", "name", "status", "year"),
            Asks("source", on_source, most=LONGEST_NAME),
            Button(T("btn-reference-no-source"), id="none", on_click=on_no_source),
            back_button(SchoolFacts.lists),
            menu_button(),
            state=SchoolFacts.source,
            getter=one,
        ),
        Screen(
            T("reference-list-drop", "name", "status", "year", "source"),
            Button(T("btn-reference-unlist-yes"), id="yes", on_click=on_unlist),
            back_button(SchoolFacts.lists),
            menu_button(),
            state=SchoolFacts.unlist,
            getter=one,
        ),
    ]
