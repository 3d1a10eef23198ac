"""The question, and the seat for her."""

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import SwitchTo

from handlers.consultations.data import Chosen, eyes_of
from handlers.consultations.on_behalf.data import whom_of, whom_words
from handlers.consultations.on_behalf.states import ForOthers
from handlers.consultations.people import under
from handlers.consultations.topic import TopicWindow
from handlers.consultations.views import booking_text, who_comes
from handlers.shell import Screen, T, given, menu_button
from handlers.shell.acting import actor_of
from shnor_domain.consultations.model import Sits
from shnor_domain.consultations.on_behalf.use_cases.book import BookForAnother
from shnor_domain.consultations.use_cases.mine import MyBooking


async def book(manager: DialogManager) -> None:
    """Book what was chosen with the question that was kept."""
    chosen = Chosen(manager)
    # where a refusal is shown: the question stays, and other times are a tap away
    await manager.switch_to(ForOthers.again)
    case = await given(manager, BookForAnother)
    card = await case(actor_of(manager), whom_of(manager), chosen.key, chosen.topic)
    chosen.keep(booking=card.booking.id)
    # what was typed stands on the booking now, and is forgotten with it
    for typed in ("topic", "early", "guest"):
        manager.dialog_data.pop(typed, None)
    await manager.switch_to(ForOthers.done)


async def asking(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The question that waits already, if any."""
    eyes = await eyes_of(dialog_manager)
    return {"early": Chosen(dialog_manager).early, "name": await whom_words(dialog_manager, eyes)}


async def booked(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The booking in words, and who will be told."""
    eyes = await eyes_of(dialog_manager)
    card = await (await given(dialog_manager, MyBooking))(actor_of(dialog_manager), Chosen(dialog_manager).booking)
    guest = card.booking.behalf.sits is Sits.GUEST
    return {
        "booking": under(booking_text(eyes, card), eyes.texts("others-told", guest=guest)),
        "name": who_comes(eyes, card, eyes.texts.plain("consult-colleague")),
    }


def windows() -> list[Screen]:
    """Fresh windows: a dialog belongs to one dispatcher."""
    return [
        TopicWindow(book).screen(T("others-which-topic", "name"), ForOthers.topic, ForOthers.day, asking),
        Screen(
            T("others-booked", "name", "booking"),
            SwitchTo(T("btn-others-more"), id="more", state=ForOthers.teachers),
            menu_button(),
            state=ForOthers.done,
            getter=booked,
        ),
    ]
