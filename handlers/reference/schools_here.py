"""Which schools there are: the list, those that were closed, and a new one."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Data, Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.people.form import Form, territory_data
from handlers.people.where import ask_where
from handlers.reference import school_new
from handlers.reference.states import SchoolsHere
from handlers.reference.views import WHO, unit_of
from handlers.registration.views import school_label
from handlers.schools.listing import open_schools
from handlers.schools.states import Schools
from handlers.shell import Choice, Screen, T, back_button, cancel_button, choices, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Territory
from shnor_domain.territories.use_cases.naming import NameTerritories
from shnor_domain.territories.use_cases.scoped import ClosedSchools, MySchools


async def counts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many there are of each."""
    actor = actor_of(dialog_manager)
    if not actor.has(*WHO):
        raise NotAllowed
    return {
        "total": len(await (await given(dialog_manager, MySchools))(actor)),
        "closed": len(await (await given(dialog_manager, ClosedSchools))(actor)),
    }


async def on_list(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """/schools: a school is changed from its card."""
    await open_schools(manager)


async def on_new(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A new school: first the municipality, where there are several."""
    only = await ask_where(manager, "municipality")
    if only is not None:
        await _on_where(manager, only)


async def on_result(_start: Data, result: Any, manager: DialogManager) -> None:
    """The municipality; «Назад» gives nothing."""
    if isinstance(result, dict) and "where" in result:
        manager.dialog_data.update(result)
        await _on_where(manager, Form(manager).where)


async def _on_where(manager: DialogManager, where: Territory) -> None:
    unit_of(where)
    manager.dialog_data.update(where=territory_data(where), name=None, place=None, code=None)
    await manager.switch_to(SchoolsHere.name)


async def closed(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Closed and merged ones, each with its municipality."""
    found = await (await given(dialog_manager, ClosedSchools))(actor_of(dialog_manager))
    names = await (await given(dialog_manager, NameTerritories))([school.territory for school in found])
    texts, rows = texts_of(dialog_manager), []
    for school in found:
        unit = names[school.territory].municipality
        rows.append(Choice(school.id, school_label(texts, school, None if unit is None else unit.name)))
    return {"schools": rows, "none": not rows}


async def on_school(manager: DialogManager, school: int) -> None:
    """Its card, from which it can be opened again."""
    await manager.start(Schools.card, data={"school": school, "nested": True})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("reference-schools", "total"),
            Button(T("btn-reference-school-list"), id="list", on_click=on_list, when="total"),
            Button(T("btn-reference-school-add"), id="add", on_click=on_new),
            SwitchTo(
                T("btn-reference-school-closed", count="closed"), id="closed", state=SchoolsHere.closed, when="closed"
            ),
            cancel_button("btn-back"),
            menu_button(),
            state=SchoolsHere.all,
            getter=counts,
        ),
        Screen(
            T("reference-closed-none", when="none"),
            T("reference-closed", when="schools"),
            choices("schools", on_school, int),
            back_button(SchoolsHere.all),
            menu_button(),
            state=SchoolsHere.closed,
            getter=closed,
        ),
        *school_new.windows(),
        on_process_result=on_result,
        name="schools-here",
    )
