"""«Перенести»: another time of the same host, in one tap; the seat stays hers until then."""

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import SwitchTo

from handlers.consultations.calendar import calendar_button, calendar_state
from handlers.consultations.data import Chosen, eyes_of
from handlers.consultations.states import Mine
from handlers.consultations.views import booking_text, key_id, key_of, local_day
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button
from handlers.shell.acting import actor_of
from handlers.texts import times as words
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.use_cases.mine import MyBooking
from shnor_domain.consultations.use_cases.move import MoveBooking, TimesToMove


async def times(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The booking as it stands, and the other times of its host; full ones are shown full."""
    eyes, actor = await eyes_of(dialog_manager), actor_of(dialog_manager)
    card = await (await given(dialog_manager, MyBooking))(actor, Chosen(dialog_manager).booking)
    offered = await (await given(dialog_manager, TimesToMove))(actor, card.booking.id)
    rows = [
        Choice(
            key_id(opening.occurrence.key),
            eyes.texts.button(
                "btn-mine-time",
                day=words.short_day(eyes.texts, local_day(eyes, opening.occurrence.starts), this_year=eyes.now.year),
                clock=words.own_clock(eyes.texts, opening.occurrence.starts, eyes.zone),
                seats=opening.seats,
            ),
        )
        for opening in offered
    ]
    return {"booking": booking_text(eyes, card), "times": rows, "none": not rows}


async def on_time(manager: DialogManager, key: SessionKey) -> None:
    """Move; a refusal is shown on the times as they stand now."""
    await (await given(manager, MoveBooking))(actor_of(manager), Chosen(manager).booking, key)
    await manager.switch_to(Mine.moved)


async def moved(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The booking in words."""
    eyes = await eyes_of(dialog_manager)
    card = await (await given(dialog_manager, MyBooking))(actor_of(dialog_manager), Chosen(dialog_manager).booking)
    return {"booking": booking_text(eyes, card), "calendar": await calendar_state(dialog_manager, card, eyes)}


def windows() -> list[Screen]:
    """Fresh windows: a dialog belongs to one dispatcher."""
    return [
        Screen(
            T("mine-no-times", "booking", when="none"),
            T("mine-which-time", "booking", when=lambda data, *_: not data["none"]),
            choices("times", on_time, key_of),
            back_button(Mine.booking),
            state=Mine.move,
            getter=times,
        ),
        Screen(
            T("mine-moved", "booking"),
            calendar_button(),
            SwitchTo(T("btn-my-things"), id="things", state=Mine.things),
            menu_button(),
            state=Mine.moved,
            getter=moved,
        ),
    ]
