"""The question, and the seat for her."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from handlers.consultations.data import Chosen, eyes_of
from handlers.consultations.on_behalf.data import whom_of, whom_words
from handlers.consultations.on_behalf.states import ForOthers
from handlers.consultations.people import under
from handlers.consultations.seat import TOPICS
from handlers.consultations.views import booking_text, who_comes
from handlers.shell import Asks, Screen, T, back_button, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.consultations.model import Sits
from shnor_domain.consultations.on_behalf.use_cases.book import BookForAnother
from shnor_domain.consultations.rules import MAX_TEXT
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


async def on_topic(manager: DialogManager, topic: str) -> None:
    """Book with the typed question."""
    Chosen(manager).keep(topic=topic)
    await book(manager)


async def on_ready_topic(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Book with a question from a button, or with none."""
    kind = (button.widget_id or "").removeprefix("topic_")
    await _with(manager, texts_of(manager).button(f"btn-consult-topic-{kind}") if kind in TOPICS else None)


async def _with(manager: DialogManager, topic: str | None) -> None:
    Chosen(manager).keep(topic=topic)
    await book(manager)


async def on_early_topic(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Book with the question that was typed before its turn."""
    await on_topic(manager, Chosen(manager).early or "")


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
        Screen(
            T("others-which-topic", "name"),
            T("consult-topic-waits", "early", when="early"),
            Asks("topic", on_topic, most=MAX_TEXT),
            Button(T("btn-consult-topic-early"), id="topic_early", on_click=on_early_topic, when="early"),
            Row(
                *(
                    Button(T(f"btn-consult-topic-{kind}"), id=f"topic_{kind}", on_click=on_ready_topic)
                    for kind in TOPICS
                )
            ),
            Button(T("btn-skip"), id="topic_none", on_click=on_ready_topic),
            back_button(ForOthers.day),
            state=ForOthers.topic,
            getter=asking,
        ),
        Screen(
            T("others-booked", "name", "booking"),
            SwitchTo(T("btn-others-more"), id="more", state=ForOthers.teachers),
            menu_button(),
            state=ForOthers.done,
            getter=booked,
        ),
    ]
