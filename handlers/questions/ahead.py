"""«Ответить заранее»: what the people of a meeting have asked, answered before they meet."""

from datetime import UTC, datetime
from typing import Any

from aiogram_dialog import Dialog, DialogManager

from handlers.questions.states import Ahead
from handlers.questions.words import spoken
from handlers.questions.writing import Writer
from handlers.shell import Choice, Screen, T, back_button, cancel_button, choices, given, menu_button
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.errors import NotFound, Stale
from shnor_domain.questions.model import QuestionId, Words
from shnor_domain.questions.use_cases.ahead import AnswerAhead, AskedAhead, AskedOne
from shnor_domain.questions.use_cases.answering import AnswerQuestion, ShowQuestion
from shnor_domain.questions.use_cases.mine import QuestionOfBooking
from shnor_domain.territories.paging import page_of

LIST = "ahead"
_TOPIC, _WORDS = 120, 1_500
_THREAD = "thread_of"
"""The booking above whose thread she writes, and that thread."""


async def on_start(data: Any, manager: DialogManager) -> None:
    """The meeting: its slot, and its start in whole minutes since 1970."""
    if isinstance(data, dict):
        manager.dialog_data.update(data)


async def _asked(manager: DialogManager) -> list[AskedOne]:
    data = manager.dialog_data
    if "slot" not in data:
        raise Stale
    starts = datetime.fromtimestamp(int(data["minute"]) * 60, UTC)
    return list(await (await given(manager, AskedAhead))(actor_of(manager), int(data["slot"]), starts))


async def all_asked(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A line and a button for each who has asked something."""
    eyes, found = await spoken(dialog_manager), await _asked(dialog_manager)
    page = page_of(found, turned_to(dialog_manager, LIST))
    numbered = list(enumerate(page.rows, page.number * 8 + 1))
    lines = [
        eyes.texts("question-ahead-row", number=str(number), topic=fit(each.meeting.topic or "", _TOPIC),
                   named=bool(each.meeting.topic), state="topic" if each.state is None else each.state.value)
        for number, each in numbered
    ]  # fmt: skip
    return {
        "lines": Safe("\n".join(lines)),
        "none": not page.total,
        LIST: [
            Choice(each.meeting.booking, eyes.texts.button("btn-question-ahead-row", number=str(number)))
            for number, each in numbered
        ],
        "page": page.number,
        "pages": page.pages,
    }


async def on_booking(manager: DialogManager, booking: int) -> None:
    """Answer this one."""
    manager.dialog_data["booking"] = booking
    await manager.switch_to(Ahead.text)


async def about(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What was asked, as far as it fits above an answer."""
    eyes, actor = await spoken(dialog_manager), actor_of(dialog_manager)
    booking = int(dialog_manager.dialog_data.get("booking") or 0)
    found = next((each for each in await _asked(dialog_manager) if each.meeting.booking == booking), None)
    which = await (await given(dialog_manager, QuestionOfBooking))(actor, booking)
    if which is None or (found is not None and found.state is None):
        words = "" if found is None else found.meeting.topic or ""
    else:
        card = await (await given(dialog_manager, ShowQuestion))(actor, which)
        words = "\n".join(turn.words.text for turn in card.turns if not turn.answer)
        dialog_manager.dialog_data[_THREAD] = [booking, which]
    return {"about": eyes.texts("question-about-ahead", words=fit(words, _WORDS))}


def _draft(manager: DialogManager) -> str:
    return f"ahead:{manager.dialog_data.get('booking')}"


async def send(manager: DialogManager, words: Words) -> None:
    """The answer goes at once, before the meeting; to a thread that has left it meanwhile where she may answer that."""
    booking, actor = int(manager.dialog_data.get("booking") or 0), actor_of(manager)
    of, which = manager.dialog_data.get(_THREAD, (0, 0))
    try:
        await (await given(manager, AnswerAhead))(actor, booking, words)
    except NotFound:
        if of != booking:
            raise
        await (await given(manager, AnswerQuestion))(actor, QuestionId(which), words)
    await manager.switch_to(Ahead.done)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    writer = Writer(Ahead.text, Ahead.whole, "question-write-answer", send, about, _draft, Ahead.all)
    return Dialog(
        Screen(
            T("question-ahead-none", when="none"),
            T("question-ahead", "lines", when=lambda data, *_: not data["none"]),
            choices(LIST, on_booking, int),
            Turning(LIST),
            cancel_button("btn-back"),
            menu_button(),
            state=Ahead.all,
            getter=all_asked,
        ),
        *writer.windows(),
        Screen(
            T("question-answer-sent"),
            back_button(Ahead.all),
            menu_button(),
            state=Ahead.done,
        ),
        on_start=on_start,
        name="ahead",
    )
