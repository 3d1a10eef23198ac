"""A subject without a weekly day: a wish instead of a dead end (R149)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.consultations.data import Chosen
from handlers.consultations.states import Book
from handlers.consultations.videos.menu import of_subject, videos_button
from handlers.consultations.windows import to_my_things
from handlers.questions.windows import to_ask
from handlers.shell import Asks, Screen, T, back_button, given, menu_button
from handlers.shell.acting import actor_of
from shnor_domain.consultations.rules import MAX_TEXT
from shnor_domain.consultations.use_cases.offers import OfferedSubjects
from shnor_domain.consultations.use_cases.requests import AskForConsultation


async def wish_subject(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The subject nobody consults on."""
    offer = await (await given(dialog_manager, OfferedSubjects))(actor_of(dialog_manager))
    chosen = Chosen(dialog_manager).subject
    return {"subject": next((each.name for each in offer.without_day if each.id == chosen), chosen)}


async def on_wish(manager: DialogManager, topic: str) -> None:
    """Keep the wish with what she would like to speak about."""
    await (await given(manager, AskForConsultation))(actor_of(manager), Chosen(manager).subject, topic)
    await manager.switch_to(Book.asked)


async def on_wish_without_topic(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Keep the wish as it is."""
    await (await given(manager, AskForConsultation))(actor_of(manager), Chosen(manager).subject, None)
    await manager.switch_to(Book.asked)


def windows() -> list[Screen]:
    """Fresh windows: a dialog belongs to one dispatcher."""
    return [
        Screen(
            T("consult-no-day", "subject"),
            Asks("wish", on_wish, most=MAX_TEXT),
            Button(T("btn-consult-wish"), id="wish_none", on_click=on_wish_without_topic),
            to_ask(keep=("subject",)),
            videos_button(),
            back_button(Book.subject),
            state=Book.nobody,
            getter=(wish_subject, of_subject),
        ),
        Screen(
            T("consult-wish-kept", "subject"),
            to_my_things(),
            menu_button(),
            state=Book.asked,
            getter=wish_subject,
        ),
    ]
