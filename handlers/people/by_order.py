"""Number and date of an order, typed and checked one after the other: a dialog that gives them back.

Its result is `{"order": [number, date]}`, or `{"order": None}` where an order may be missing.
"""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.eyes import eyes_of
from handlers.people.form import Form, order_data, take_data
from handlers.people.states import ByOrder
from handlers.shell import Asks, Screen, T, back_button, cancel_button, tell, texts_of
from shnor_domain.people.model.places import ORDER_NUMBER_LIMIT, checked_order
from shnor_domain.territories.imports.words import date_in


async def ask_order(manager: DialogManager, *, needed: bool) -> None:
    """Open the question; without `needed` it may be left out."""
    await manager.start(ByOrder.number, data={"needed": needed})


async def may_skip(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whether an order may be missing."""
    return {"optional": not dialog_manager.dialog_data.get("needed", True)}


async def on_number(manager: DialogManager, number: str) -> None:
    """Keep the number as it is typed, without «№» in front: the words around it say that."""
    manager.dialog_data["number"] = number.removeprefix("№").strip() or number
    await manager.switch_to(ByOrder.date)


async def on_date(manager: DialogManager, typed: str) -> None:
    """«01.09.2026»; a date to come is refused at once."""
    dated = date_in(typed)
    if dated is None:
        tell(manager, texts_of(manager)("order-date-unclear"))
        return
    eyes = await eyes_of(manager)
    order = checked_order(str(Form(manager)["number"]), dated, eyes.today, needed=True)
    await manager.done({"order": None if order is None else order_data(order.number, order.dated)})


async def on_none(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """No order."""
    await manager.done({"order": None})


async def number_so_far(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The number that was typed."""
    return {"number": str(Form(dialog_manager)["number"])}


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("order-number"),
            Asks("number", on_number, most=ORDER_NUMBER_LIMIT),
            Button(T("btn-order-none"), id="none", on_click=on_none, when="optional"),
            cancel_button("btn-back"),
            state=ByOrder.number,
            getter=may_skip,
        ),
        Screen(
            T("order-date", "number"),
            Asks("date", on_date, most=30),
            back_button(ByOrder.number),
            state=ByOrder.date,
            getter=number_so_far,
        ),
        on_start=take_data,
        name="by-order",
    )
