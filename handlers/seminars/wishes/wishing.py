"""A teacher wishes for a topic: of the catalogue, or in her own words."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.seminars import reading
from handlers.seminars.states import Seminars
from handlers.seminars.topic_list import TOPIC
from handlers.seminars.views import topic_button
from handlers.shell import Asks, Choice, Screen, Step, T, back_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from shnor_domain.errors import Stale
from shnor_domain.identity import SchoolId
from shnor_domain.seminars.cycle.offers import checked_topic
from shnor_domain.seminars.cycle.use_cases.wishing import WishTopic
from shnor_domain.seminars.model import TOPIC_LETTERS, CatalogueId
from shnor_domain.territories.paging import ROWS, page_of

LIST, _WORDS = "offered", "words"


async def offered(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Topics that the reader has not wished for yet."""
    texts, found = texts_of(dialog_manager), await reading.cycle_of(dialog_manager)
    mine = {each.catalogue for each in await reading.my_wishes(dialog_manager, found)}
    page = page_of([each for each in found.topics if each.id not in mine], turned_to(dialog_manager, LIST))
    numbered = enumerate(page.rows, page.number * ROWS + 1)
    return {
        LIST: [Choice(each.id, topic_button(texts, number, each.offer.title)) for number, each in numbered],
        "page": page.number,
        "pages": page.pages,
        "kept": bool(dialog_manager.dialog_data.get(_WORDS)),
    }


async def take_topic(manager: DialogManager, topic: int) -> None:
    """A topic of the catalogue; what was typed before stays, should she come back to it."""
    manager.dialog_data[TOPIC] = topic
    await manager.switch_to(Seminars.check)


async def on_words(manager: DialogManager, text: str) -> None:
    """Her own words."""
    manager.dialog_data[_WORDS] = checked_topic(text)
    manager.dialog_data.pop(TOPIC, None)
    await manager.switch_to(Seminars.check)


async def on_kept(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """What she has typed before."""
    manager.dialog_data.pop(TOPIC, None)
    await manager.switch_to(Seminars.check)


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The topic once more, and from which school where she has several."""
    found = await reading.cycle_of(dialog_manager)
    schools = reading.wishes_for(dialog_manager, found)
    key = "btn-seminar-send-wish" if len(schools) == 1 else "btn-seminar-send-wish-of"
    return {
        "topic": await _words(dialog_manager),
        "several": len(schools) > 1,
        "schools": await reading.school_choices(dialog_manager, schools, key),
    }


async def _words(manager: DialogManager) -> str:
    if TOPIC in manager.dialog_data:
        _, topic = await reading.topic_of(manager)
        return topic.offer.title
    if not manager.dialog_data.get(_WORDS):
        raise Stale
    return str(manager.dialog_data[_WORDS])


async def on_school(manager: DialogManager, school: int) -> None:
    """Send it; a refusal leaves what she has typed."""
    found, data = await reading.cycle_of(manager), manager.dialog_data
    topic = CatalogueId(int(data[TOPIC])) if TOPIC in data else await _words(manager)
    wish = await (await given(manager, WishTopic))(actor_of(manager), found.cycle.id, SchoolId(school), topic)
    if isinstance(topic, str):
        data.pop(_WORDS, None)
    data.pop(TOPIC, None)
    await manager.switch_to(Seminars.mine)
    tell(manager, texts_of(manager)("seminar-wish-sent", topic=wish.topic or ""))


def windows() -> tuple[Screen, Screen]:
    """Which topic, then once more before it goes."""
    return (
        Screen(
            Step(1, 2),
            T("seminar-ask-topic"),
            Asks("words", on_words, most=TOPIC_LETTERS),
            choices(LIST, take_topic, int),
            Turning(LIST),
            Button(T("btn-seminar-kept-words"), id="kept", on_click=on_kept, when="kept"),
            back_button(Seminars.home),
            menu_button(),
            state=Seminars.wish,
            getter=offered,
        ),
        Screen(
            Step(2, 2),
            T("seminar-check-wish", "topic", "several"),
            choices("schools", on_school, int),
            SwitchTo(T("btn-back"), id="back", state=Seminars.wish),
            menu_button(),
            state=Seminars.check,
            getter=check,
        ),
    )
