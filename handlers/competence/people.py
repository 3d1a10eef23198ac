"""«Сколько человек всего»: beside positions, since one person may teach two subjects (R167)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.competence.form import the_view
from handlers.competence.states import CompetenceEntry
from handlers.competence.views import place_names
from handlers.schools.views import year_words
from handlers.shell import Asks, Screen, T, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.competence.errors import BadCounts
from shnor_domain.competence.typed import numbers_in
from shnor_domain.competence.use_cases.entering import EnterHeadcount
from shnor_domain.errors import NotFound

_LONGEST = 20


async def people(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is known of it."""
    texts, view = texts_of(dialog_manager), await the_view(dialog_manager)
    if not view.enters:
        raise NotFound
    return {
        "place": (await place_names(dialog_manager, texts, [view.where]))[view.where],
        "year": year_words(view.year),
        "people": view.summary.people or 0,
        "known": view.summary.people is not None,
    }


async def on_people(manager: DialogManager, typed: str) -> None:
    """One number."""
    found = numbers_in(typed)
    if len(found) > 1:
        raise BadCounts("one-number")
    await _keep(manager, found[0])


async def on_forget(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """No number any more."""
    await _keep(manager, None)


async def _keep(manager: DialogManager, number: int | None) -> None:
    view = await the_view(manager)
    await (await given(manager, EnterHeadcount))(actor_of(manager), view.where, view.year, number)
    tell(manager, texts_of(manager)("competence-people-kept"))
    await manager.switch_to(CompetenceEntry.subjects)


def window() -> Screen:
    """The question."""
    return Screen(
        T("competence-people-ask", "place", "year"),
        T("competence-people-now", "people", when="known"),
        Asks("people", on_people, most=_LONGEST),
        Button(T("btn-competence-people-forget"), id="forget", on_click=on_forget, when="known"),
        SwitchTo(T("btn-back"), id="back", state=CompetenceEntry.subjects),
        menu_button(),
        state=CompetenceEntry.people,
        getter=people,
    )
