"""A deputy of a coordinator, from–to by order."""

from datetime import date, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Data, Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.by_order import ask_order
from handlers.people.card import places_of, the_card
from handlers.people.eyes import eyes_of
from handlers.people.form import Form, take_data
from handlers.people.states import Deputy
from handlers.shell import Asks, Choice, DayPicker, Screen, T, back_button, cancel_button, choices, given, menu_button
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turn, turned_to
from shnor_domain.errors import Stale
from shnor_domain.identity import COORDINATOR_ROLES, PersonId, PlaceId
from shnor_domain.people.model.person import NAME_LIMIT
from shnor_domain.people.use_cases.lists import PeopleList
from shnor_domain.people.use_cases.names import NamesOf
from shnor_domain.people.use_cases.roles import AppointDeputy

LIST = "deputies"
_AHEAD = timedelta(days=366)


async def places(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Her places as a coordinator."""
    eyes = await eyes_of(dialog_manager)
    name = eyes.name((await the_card(dialog_manager)).person)
    return {"places": await places_of(dialog_manager, COORDINATOR_ROLES), "name": name}


async def on_place(manager: DialogManager, place: int) -> None:
    """On to who stands in."""
    Form(manager)["place"] = place
    await manager.switch_to(Deputy.who)


async def people(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whom the actor sees, without the coordinator herself."""
    eyes, form = await eyes_of(dialog_manager), Form(dialog_manager)
    page = await (await given(dialog_manager, PeopleList))(
        eyes.actor, turned_to(dialog_manager, LIST), str(form.get("typed") or "")
    )
    rows = [
        Choice(row.person.id, eyes.texts.button("btn-people-person", number=str(number), name=eyes.name(row.person)))
        for number, row in enumerate(page.rows, page.number * 8 + 1)
        if row.person.id not in (form.person, eyes.actor.person)
    ]
    return {"people": rows, "page": page.number, "pages": page.pages}


async def on_typed(manager: DialogManager, typed: str) -> None:
    """Look for a part of a name."""
    Form(manager)["typed"] = typed
    turn(manager, LIST)


async def on_person(manager: DialogManager, person: int) -> None:
    """On to the first day."""
    Form(manager)["deputy"] = person
    await manager.switch_to(Deputy.starts)


async def days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """From today, or from the first day, for a year."""
    eyes, form = await eyes_of(dialog_manager), Form(dialog_manager)
    starts = form.get("starts")
    first = eyes.today if starts is None else date.fromisoformat(starts)
    return {"first_day": first, "last_day": first + _AHEAD, "today": eyes.today, "name": await _deputy(dialog_manager)}


async def on_starts(manager: DialogManager, day: date) -> None:
    """On to the last day."""
    Form(manager)["starts"] = day.isoformat()
    await manager.switch_to(Deputy.ends)


async def on_ends(manager: DialogManager, day: date) -> None:
    """On to the order."""
    Form(manager)["ends"] = day.isoformat()
    await ask_order(manager, needed=True)


async def on_result(_start: Data, result: Any, manager: DialogManager) -> None:
    """The order; «Назад» gives nothing."""
    if isinstance(result, dict):
        manager.dialog_data.update(result)
        await manager.switch_to(Deputy.check)


async def on_again(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Other days."""
    manager.dialog_data.pop("starts", None)
    await manager.switch_to(Deputy.starts)


async def _deputy(manager: DialogManager) -> str:
    eyes, which = await eyes_of(manager), PersonId(int(Form(manager)["deputy"]))
    found = await (await given(manager, NamesOf))(eyes.actor, [which])
    return eyes.name(found[which]) if which in found else eyes.texts.plain("people-gone")


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Everything before it is written."""
    eyes, form = await eyes_of(dialog_manager), Form(dialog_manager)
    return {
        "name": eyes.name((await the_card(dialog_manager)).person),
        "deputy": await _deputy(dialog_manager),
        "starts": eyes.day(date.fromisoformat(form["starts"])),
        "ends": eyes.day(date.fromisoformat(form["ends"])),
        "basis": eyes.basis(form.order),
    }


async def on_appoint(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Write it; both are told."""
    form = Form(manager)
    if form.order is None:
        raise Stale
    await (await given(manager, AppointDeputy))(
        actor_of(manager),
        PlaceId(int(form["place"])),
        PersonId(int(form["deputy"])),
        form.order.number,
        form.order.dated,
        date.fromisoformat(form["starts"]),
        date.fromisoformat(form["ends"]),
    )
    await manager.switch_to(Deputy.done)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("deputy-place", "name"),
            choices("places", on_place, int),
            cancel_button("btn-back"),
            state=Deputy.place,
            getter=places,
        ),
        Screen(
            T("deputy-who"),
            Asks("deputy_name", on_typed, most=NAME_LIMIT),
            choices("people", on_person, int),
            Turning(LIST),
            back_button(Deputy.place),
            state=Deputy.who,
            getter=people,
        ),
        Screen(
            T("deputy-starts", "name"),
            DayPicker("starts", on_starts),
            back_button(Deputy.who),
            state=Deputy.starts,
            getter=days,
        ),
        Screen(
            T("deputy-ends", "name"),
            DayPicker("ends", on_ends),
            Button(T("btn-back"), id="again", on_click=on_again),
            state=Deputy.ends,
            getter=days,
        ),
        Screen(
            T("deputy-check", "name", "deputy", "starts", "ends", "basis"),
            Button(T("btn-deputy-yes"), id="yes", on_click=on_appoint),
            Button(T("btn-back"), id="again", on_click=on_again),
            menu_button(),
            state=Deputy.check,
            getter=check,
        ),
        Screen(
            T("deputy-done", "deputy", "starts", "ends"),
            cancel_button("btn-people-back"),
            menu_button(),
            state=Deputy.done,
            getter=check,
        ),
        on_start=take_data,
        on_process_result=on_result,
        name="deputy",
    )
