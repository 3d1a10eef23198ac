"""One request goes into another: which, then a look at both before it is done."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.schedule.windows import started_with
from handlers.seminars.requests import states
from handlers.seminars.requests.views import schools_word, short
from handlers.shell import (
    Asks,
    Choice,
    Screen,
    T,
    back_button,
    cancel_button,
    choices,
    given,
    menu_button,
    texts_of,
)
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from shnor_domain.errors import Stale
from shnor_domain.seminars.model import TOPIC_LETTERS, RequestId
from shnor_domain.seminars.requests.cards import RequestCard
from shnor_domain.seminars.requests.use_cases.looking import OneRequest
from shnor_domain.seminars.requests.use_cases.merging import MergeRequests
from shnor_domain.seminars.requests.use_cases.sending import Similar, SimilarRequests


async def card_of(manager: DialogManager, name: str) -> RequestCard:
    """The request that was opened («request»), or the one that was picked («other»)."""
    number = started_with(manager, "request") if name == "request" else manager.dialog_data.get(name)
    if number is None:
        raise Stale
    return await (await given(manager, OneRequest))(actor_of(manager), RequestId(int(number)))


async def pick(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Requests that are alike, or have the words that were typed."""
    texts, card = texts_of(dialog_manager), await card_of(dialog_manager, "request")
    found = await _found(dialog_manager, card)
    numbered = list(enumerate(found, 1))
    lines = [
        texts(
            "sreq-similar-row",
            number=str(number),
            topic=short(each.request.wanted.topic),
            schools=schools_word(texts, each.schools),
        )
        for number, each in numbered
    ]
    rows = [
        Choice(each.request.id, texts.button("btn-sreq-row", number=str(number), topic=each.request.wanted.topic))
        for number, each in numbered
    ]
    return {
        "topic": short(card.request.wanted.topic),
        "found": bool(found),
        "others": rows,
        "lines": Safe("\n".join(lines)),
    }


async def _found(manager: DialogManager, card: RequestCard) -> Sequence[Similar]:
    words = str(manager.dialog_data.get("words") or card.request.wanted.topic)
    found = await (await given(manager, SimilarRequests))(actor_of(manager), card.cycle.id, words)
    return [each for each in found if each.request.id != card.request.id]


async def on_words(manager: DialogManager, text: str) -> None:
    """Look for other words."""
    manager.dialog_data["words"] = text


async def on_other(manager: DialogManager, request: int) -> None:
    """A look at both."""
    manager.dialog_data["other"] = request
    await manager.switch_to(states.Merging.check)


async def _pair(manager: DialogManager) -> tuple[RequestCard, RequestCard]:
    """What goes, and what stays."""
    one, other = await card_of(manager, "request"), await card_of(manager, "other")
    return (other, one) if manager.dialog_data.get("turned") else (one, other)


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many schools stand behind each, and behind both."""
    texts, (one, other) = texts_of(dialog_manager), await _pair(dialog_manager)
    both = one.demand.by_school.keys() | other.demand.by_school.keys()
    return {
        "one": short(one.request.wanted.topic),
        "other": short(other.request.wanted.topic),
        "mine": schools_word(texts, one.demand.schools),
        "theirs": schools_word(texts, other.demand.schools),
        "both": schools_word(texts, len(both)),
    }


async def on_turn(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The other topic stays."""
    manager.dialog_data["turned"] = not manager.dialog_data.get("turned")


async def on_merge(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The card of what stays comes in the place of this dialog."""
    one, other = await _pair(manager)
    card = await (await given(manager, MergeRequests))(actor_of(manager), other.request.id, [one.request.id])
    await manager.start(states.OneRequest.card, data={"request": card.request.id, "said": "sreq-merged"})


async def on_result(_started: Any, _result: Any, manager: DialogManager) -> None:
    """«Назад» leads to where the merging began."""
    await manager.done()


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    merging = states.Merging
    return Dialog(
        Screen(
            T("sreq-merge-pick", "topic", "found", "lines"),
            choices("others", on_other, int),
            Asks("words", on_words, most=TOPIC_LETTERS),
            cancel_button("btn-back"),
            menu_button(),
            state=merging.pick,
            getter=pick,
        ),
        Screen(
            T("sreq-merge-check", "one", "other", "mine", "theirs", "both"),
            Button(T("btn-sreq-merge-yes"), id="yes", on_click=on_merge),
            Button(T("btn-sreq-merge-turn"), id="turn", on_click=on_turn),
            back_button(merging.pick),
            menu_button(),
            state=merging.check,
            getter=check,
            on_process_result=on_result,
        ),
    )
