"""A role is taken: which, by which order; what hung on it ends with a word to those concerned."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Data, Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.by_order import ask_order
from handlers.people.card import places_of, the_card
from handlers.people.eyes import eyes_of, named
from handlers.people.form import Form, take_data
from handlers.people.states import Take
from handlers.people.views import role_and_place
from handlers.shell import Screen, T, back_button, cancel_button, choices, given, menu_button
from handlers.shell.acting import actor_of
from shnor_domain.errors import NotFound
from shnor_domain.identity import PlaceId
from shnor_domain.people.model.givable import givable
from shnor_domain.people.model.places import BY_ORDER, KeptPlace
from shnor_domain.people.use_cases.roles import TakeRole


async def places(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Her places that this actor may end."""
    eyes = await eyes_of(dialog_manager)
    roles = frozenset(givable(eyes.actor))
    name = eyes.name((await the_card(dialog_manager)).person)
    return {"places": await places_of(dialog_manager, roles), "name": name}


async def _place(manager: DialogManager) -> KeptPlace:
    which = int(Form(manager)["place"])
    kept = next((each for each in (await the_card(manager)).places if each.place.id == which), None)
    if kept is None:
        raise NotFound
    return kept


async def on_place(manager: DialogManager, place: int) -> None:
    """On to the order."""
    Form(manager)["place"] = place
    await ask_order(manager, needed=(await _place(manager)).place.role in BY_ORDER)


async def on_result(_start: Data, result: Any, manager: DialogManager) -> None:
    """The order; «Назад» gives nothing."""
    if isinstance(result, dict):
        manager.dialog_data.update(result)
        await manager.switch_to(Take.check)


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is about to end."""
    eyes, form = await eyes_of(dialog_manager), Form(dialog_manager)
    kept = await _place(dialog_manager)
    where = await named(dialog_manager, kept.place.territory)
    return {
        "name": eyes.name((await the_card(dialog_manager)).person),
        "place": role_and_place(eyes, kept.place, where),
        "basis": eyes.basis(form.order),
    }


async def on_take(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """End it: it closes at once."""
    form = Form(manager)
    order = form.order
    form["told"] = (await check(manager))["place"]
    await (await given(manager, TakeRole))(
        actor_of(manager),
        PlaceId(int(form["place"])),
        None if order is None else order.number,
        None if order is None else order.dated,
    )
    await manager.switch_to(Take.done)


async def done(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What has ended; she may be out of reach by now, so nothing is read."""
    return {"place": str(Form(dialog_manager)["told"])}


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("take-place", "name"),
            choices("places", on_place, int),
            cancel_button("btn-back"),
            state=Take.place,
            getter=places,
        ),
        Screen(
            T("take-check", "name", "place", "basis"),
            Button(T("btn-take-yes"), id="take", on_click=on_take),
            back_button(Take.place),
            menu_button(),
            state=Take.check,
            getter=check,
        ),
        Screen(
            T("take-done", "place"),
            menu_button(),
            state=Take.done,
            getter=done,
        ),
        on_start=take_data,
        on_process_result=on_result,
        name="take-role",
    )
