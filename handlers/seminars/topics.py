"""The catalogue as its region reads it."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.seminars import reading
from handlers.seminars.states import Seminars
from handlers.seminars.topic_list import LIST, TOPIC, topic_page
from handlers.seminars.views import offer_words
from handlers.seminars.wishes.wishing import take_topic
from handlers.shell import Screen, T, back_button, choices, given, menu_button, texts_of
from handlers.shell.turning import Turning
from shnor_domain.territories.use_cases.subjects import NameSubjects


async def listed(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of topics."""
    found = await reading.cycle_of(dialog_manager)
    return topic_page(dialog_manager, found.cycle.half, found.topics)


async def on_topic(manager: DialogManager, topic: int) -> None:
    """Its card."""
    manager.dialog_data[TOPIC] = topic
    await manager.switch_to(Seminars.topic)


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One topic, and whether it may be wished for."""
    texts = texts_of(dialog_manager)
    found, topic = await reading.topic_of(dialog_manager)
    mine = any(each.catalogue == topic.id for each in await reading.my_wishes(dialog_manager, found))
    may = found.wishing and bool(reading.wishes_for(dialog_manager, found))
    return {
        "text": offer_words(texts, topic.offer, await (await given(dialog_manager, NameSubjects))()),
        "wished": mine,
        "may": may and not mine,
    }


async def on_wish(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The topic of this card."""
    _, topic = await reading.topic_of(manager)
    await take_topic(manager, topic.id)


def windows() -> tuple[Screen, Screen]:
    """List and card."""
    return (
        Screen(
            T("seminar-catalogue-none", "half", when="none"),
            T("seminar-catalogue", "half", "lines", when=lambda data, *_: not data["none"]),
            choices(LIST, on_topic, int),
            Turning(LIST),
            back_button(Seminars.home),
            menu_button(),
            state=Seminars.topics,
            getter=listed,
        ),
        Screen(
            T("seminar-topic-card", "text"),
            T("seminar-topic-wished", when="wished"),
            Button(T("btn-seminar-want"), id="want", on_click=on_wish, when="may"),
            back_button(Seminars.topics),
            menu_button(),
            state=Seminars.topic,
            getter=card,
        ),
    )
