"""The catalogue as its region reads it."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.seminars import reading
from handlers.seminars.states import Seminars
from handlers.seminars.views import half_words, offer_words, topic_button, topic_row
from handlers.seminars.wishes.wishing import take_topic
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, texts_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.territories.paging import ROWS, page_of
from shnor_domain.territories.use_cases.subjects import NameSubjects

LIST = "topics"


async def listed(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of topics."""
    texts, found = texts_of(dialog_manager), await reading.cycle_of(dialog_manager)
    page = page_of(found.topics, turned_to(dialog_manager, LIST))
    numbered = list(enumerate(page.rows, page.number * ROWS + 1))
    return {
        "half": half_words(texts, found.cycle.half),
        "lines": Safe("\n".join(topic_row(texts, number, each.offer.title) for number, each in numbered)),
        "none": not page.total,
        LIST: [Choice(each.id, topic_button(texts, number, each.offer.title)) for number, each in numbered],
        "page": page.number,
        "pages": page.pages,
    }


async def on_topic(manager: DialogManager, topic: int) -> None:
    """Its card."""
    manager.dialog_data[reading.TOPIC] = topic
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
