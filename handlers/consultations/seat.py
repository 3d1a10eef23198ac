"""The question, and the seat itself."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.kbd import Button

from handlers.consultations.asking import ask_ahead
from handlers.consultations.calendar import calendar_button, calendar_state
from handlers.consultations.data import Chosen, eyes_of
from handlers.consultations.states import Book, Mine
from handlers.consultations.topic import TopicWindow
from handlers.consultations.views import booking_text
from handlers.consultations.windows import to_my_things
from handlers.risk.factor.booking import note_booking
from handlers.shell import Screen, T, given, menu_button
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from shnor_domain.consultations.use_cases.book import BookConsultation
from shnor_domain.consultations.use_cases.mine import MyBooking
from shnor_domain.notifications.before_start import DAY, HOUR


async def asking(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The question that waits already, if any."""
    return {"early": Chosen(dialog_manager).early}


async def book(manager: DialogManager) -> None:
    """Book what was chosen with the question that was kept."""
    chosen = Chosen(manager)
    # where a refusal is shown: the question stays, and other times are a tap away
    await manager.switch_to(Book.again)
    card = await (await given(manager, BookConsultation))(actor_of(manager), chosen.key, chosen.topic)
    chosen.keep(booking=card.booking.id)
    await note_booking(manager, card.booking.id)
    await manager.switch_to(Book.done)


async def booked(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The booking in words, and which reminders will come (N3)."""
    eyes = await eyes_of(dialog_manager)
    card = await (await given(dialog_manager, MyBooking))(actor_of(dialog_manager), Chosen(dialog_manager).booking)
    lines, left = [booking_text(eyes, card)], card.booking.key.starts - eyes.now
    if left >= HOUR:
        lines.append(eyes.texts("consult-reminds", reminds="both" if left >= DAY else "hour"))
    return {"booking": Safe("\n".join(lines)), "calendar": await calendar_state(dialog_manager, card, eyes)}


async def on_move(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Other times of the same host."""
    await _to_booking(manager, Mine.move)


async def on_cancel(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Why, on buttons."""
    await _to_booking(manager, Mine.reason)


async def _to_booking(manager: DialogManager, state: State) -> None:
    await manager.start(state, data={"booking": Chosen(manager).booking}, mode=StartMode.RESET_STACK)


def windows() -> list[Screen]:
    """Fresh windows: a dialog belongs to one dispatcher."""
    return [
        TopicWindow(book).screen(T("consult-which-topic"), Book.topic, Book.day, asking),
        Screen(
            T("consult-booked", "booking"),
            ask_ahead(),
            calendar_button(),
            Button(T("btn-mine-move"), id="move", on_click=on_move),
            Button(T("btn-mine-cancel"), id="cancel", on_click=on_cancel),
            to_my_things(),
            menu_button(),
            state=Book.done,
            getter=booked,
        ),
    ]
