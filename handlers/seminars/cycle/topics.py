"""The catalogue on the desk: add, change, take out."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.seminars.cycle import reading
from handlers.seminars.states import CatalogueForm, Halves
from handlers.seminars.topic_list import LIST, TOPIC, topic_page
from handlers.seminars.views import offer_words
from handlers.shell import Screen, T, back_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning
from shnor_domain.seminars.cycle.model import Phase
from shnor_domain.seminars.cycle.use_cases.catalogue import DropCatalogueTopic
from shnor_domain.territories.use_cases.subjects import NameSubjects

_OPEN = (Phase.PREPARED, Phase.COLLECTING)


async def listed(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of topics."""
    desk = await reading.desk_of(dialog_manager)
    return {**topic_page(dialog_manager, desk.half, desk.topics), "adds": desk.phase in _OPEN}


async def on_topic(manager: DialogManager, topic: int) -> None:
    """Its card."""
    manager.dialog_data[TOPIC] = topic
    await manager.switch_to(Halves.topic)


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One topic, as schools read it."""
    texts = texts_of(dialog_manager)
    desk, topic = await reading.topic_of(dialog_manager)
    return {
        "text": offer_words(texts, topic.offer, await (await given(dialog_manager, NameSubjects))()),
        "changes": desk.phase in _OPEN,
        "announced": desk.cycle is not None and desk.cycle.announced is not None,
    }


async def on_add(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A new topic, step by step."""
    cycle = await reading.cycle_of(manager)
    await manager.start(CatalogueForm.title, data={"cycle": cycle.id})


async def on_change(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Its wording."""
    _, topic = await reading.topic_of(manager)
    await manager.start(CatalogueForm.check, data={"topic": topic.id, "half": reading.half_id(manager)})


async def on_drop(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Out of the catalogue."""
    _, topic = await reading.topic_of(manager)
    await (await given(manager, DropCatalogueTopic))(actor_of(manager), topic.id)
    await manager.switch_to(Halves.topics)
    tell(manager, texts_of(manager)("seminar-topic-dropped"))


async def on_result(_started: Any, result: Any, manager: DialogManager) -> None:
    """What became of a form stands above."""
    if isinstance(result, dict) and "told" in result:
        tell(manager, texts_of(manager)(str(result["told"])))


def windows() -> tuple[Screen, ...]:
    """List, card, and the question before a topic goes."""
    return (
        Screen(
            T("seminar-desk-catalogue-none", "half", "adds", when="none"),
            T("seminar-catalogue", "half", "lines", when=lambda data, *_: not data["none"]),
            choices(LIST, on_topic, int),
            Turning(LIST),
            Button(T("btn-seminar-add-topic"), id="add", on_click=on_add, when="adds"),
            back_button(Halves.half),
            menu_button(),
            state=Halves.topics,
            getter=listed,
            on_process_result=on_result,
        ),
        Screen(
            T("seminar-topic-card", "text"),
            Button(T("btn-seminar-change-topic"), id="change", on_click=on_change, when="changes"),
            SwitchTo(T("btn-seminar-drop-topic"), id="drop", state=Halves.drop, when="changes"),
            back_button(Halves.topics),
            menu_button(),
            state=Halves.topic,
            getter=card,
            on_process_result=on_result,
        ),
        Screen(
            T("seminar-ask-drop", "text", "announced"),
            Button(T("btn-seminar-drop-yes"), id="yes", on_click=on_drop),
            back_button(Halves.topic),
            menu_button(),
            state=Halves.drop,
            getter=card,
        ),
    )
