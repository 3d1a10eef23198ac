"""A teacher's own wishes."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.people.eyes import eyes_of
from handlers.seminars import reading
from handlers.seminars.states import Seminars
from handlers.seminars.views import day_words, half_words, topic_button
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.texts import Safe
from shnor_domain.errors import Stale
from shnor_domain.people.model.days import local_day
from shnor_domain.seminars.cycle.model import TopicWish, WishState
from shnor_domain.seminars.cycle.use_cases.wishing import MOST_WISHES, WithdrawTopicWish
from shnor_domain.seminars.model import WishId

_WISH, _ROW = "wish", 90


async def mine(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All of this half-year: there are never more than a page of them."""
    texts, found = texts_of(dialog_manager), await reading.cycle_of(dialog_manager)
    wishes = list(enumerate(await reading.my_wishes(dialog_manager, found), 1))
    may = found.wishing and bool(reading.wishes_for(dialog_manager, found))
    rows = [
        texts("seminar-wish-row", number=str(number), topic=fit(each.topic or "", _ROW), state=each.state.value)
        for number, each in wishes
    ]
    return {
        "half": half_words(texts, found.cycle.half),
        "lines": Safe("\n".join(rows)),
        "none": not wishes,
        "wishes": [Choice(each.id, topic_button(texts, number, each.topic or "")) for number, each in wishes],
        "more": may and len(wishes) < MOST_WISHES,
    }


async def on_wish(manager: DialogManager, wish: int) -> None:
    """Its card."""
    manager.dialog_data[_WISH] = wish
    await manager.switch_to(Seminars.own)


async def own(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One wish and what has become of it."""
    eyes, wish = await eyes_of(dialog_manager), await _wish(dialog_manager)
    return {
        "topic": wish.topic or "",
        "day": day_words(eyes.texts, local_day(wish.made, eyes.actor.zone)),
        "state": wish.state.value,
        "open": wish.state is WishState.OPEN,
    }


async def _wish(manager: DialogManager) -> TopicWish:
    found = await reading.cycle_of(manager)
    wanted = manager.dialog_data.get(_WISH)
    wish = next((each for each in await reading.my_wishes(manager, found) if each.id == wanted), None)
    if wish is None:
        raise Stale
    return wish


async def on_withdraw(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """It is needed no more."""
    await (await given(manager, WithdrawTopicWish))(actor_of(manager), WishId(int(manager.dialog_data.get(_WISH) or 0)))
    await manager.switch_to(Seminars.mine)
    tell(manager, texts_of(manager)("seminar-wish-withdrawn"))


def windows() -> tuple[Screen, Screen]:
    """List and card."""
    return (
        Screen(
            T("seminar-mine-none", when="none"),
            T("seminar-mine", "half", "lines", when=lambda data, *_: not data["none"]),
            choices("wishes", on_wish, int),
            SwitchTo(T("btn-seminar-wish"), id="wish", state=Seminars.wish, when="more"),
            back_button(Seminars.home),
            menu_button(),
            state=Seminars.mine,
            getter=mine,
        ),
        Screen(
            T("seminar-own-wish", "topic", "day", "state"),
            Button(T("btn-seminar-unwish"), id="unwish", on_click=on_withdraw, when="open"),
            back_button(Seminars.mine),
            menu_button(),
            state=Seminars.own,
            getter=own,
        ),
    )
