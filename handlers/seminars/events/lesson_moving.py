"""A lesson at another hour: what that changes is shown before it is done."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.schedule.windows import asked_again
from handlers.seminars.events import asking, states
from handlers.seminars.events.data import When, card_of, changed, lesson_of
from handlers.seminars.events.views import day_and_clock, hits, look_of
from handlers.seminars.requests.views import schools_word
from handlers.shell import (
    DayPicker,
    Screen,
    T,
    back_button,
    given,
    menu_button,
    tell,
    texts_of,
)
from handlers.shell.acting import actor_of
from handlers.texts import times as words
from shnor_domain.errors import Stale
from shnor_domain.seminars.events.model import EventState
from shnor_domain.seminars.events.use_cases.leading import (
    Move,
    MoveLesson,
    PreviewMoveLesson,
)

_LESSONS = states.Lessons
_WAS = "was"
_BEYOND = timedelta(days=180)
"""How far past its half-year a lesson may be moved."""


async def days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Days of its half-year that are ahead, and beyond it."""
    look, card = await look_of(dialog_manager), await card_of(dialog_manager)
    half, today = card.cycle.half.days, look.now.astimezone(ZoneInfo(card.event.zone)).date()
    return {"today": today, "first_day": max(today, half.first), "last_day": max(half.last, today) + _BEYOND}


async def hours(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The day that was chosen, whose clock it is, and the hour as it was."""
    look, (card, lesson) = await look_of(dialog_manager), await lesson_of(dialog_manager)
    same = words.own_clock(look.texts, lesson.starts, card.event.zone)
    return {**await day_and_clock(dialog_manager, When(dialog_manager, "move")), "same": same}


async def on_move(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """From the hour that is shown now."""
    _card, lesson = await lesson_of(manager)
    manager.dialog_data[_WAS] = int(lesson.starts.timestamp())
    await manager.switch_to(_LESSONS.move_day)


async def on_move_day(manager: DialogManager, day: date) -> None:
    """The hour is next."""
    When(manager, "move").keep(day=day.isoformat())
    await manager.switch_to(_LESSONS.move_time)


async def on_same_time(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Another day, the same hour."""
    card, lesson = await lesson_of(manager)
    await keep_move_time(manager, lesson.starts.astimezone(ZoneInfo(card.event.zone)).time())


async def keep_move_time(manager: DialogManager, at: time) -> None:
    """A look at what it changes; what cannot be is asked again."""
    When(manager, "move").keep(time=at.isoformat("minutes"))
    async with asked_again(manager, {"starts": _LESSONS.move_time}):
        await _preview(manager)
    await manager.switch_to(_LESSONS.move)


async def _preview(manager: DialogManager) -> Move:
    card, lesson = await lesson_of(manager)
    at = When(manager, "move").timing(card.event.zone, lesson.minutes)
    return await (await given(manager, PreviewMoveLesson))(actor_of(manager), lesson.id, at)


async def preview(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Both hours, whom it concerns, whether it leaves the half-year, and whether its host is free."""
    look = await look_of(dialog_manager)
    async with asked_again(dialog_manager, {"starts": _LESSONS.move_time}):
        move = await _preview(dialog_manager)
    event = move.card.event
    return {
        "title": event.terms.title,
        "was": look.moment(move.lesson.starts, event.zone),
        "to": look.moment(move.at.starts, event.zone),
        "schools": schools_word(look.texts, move.card.schools),
        "asked": bool(move.card.schools),
        "crosses": move.crosses,
        "away": move.away,
        **hits(move.card),
        "elsewhere": move.elsewhere and event.state is EventState.OPEN,
        "free": not (move.elsewhere and event.state is EventState.OPEN),
    }


async def on_move_yes(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The border of the half-year was shown: whoever says yes here has been asked."""
    card, lesson = await lesson_of(manager)
    was = manager.dialog_data.get(_WAS)
    if was is None:
        raise Stale
    at = When(manager, "move").timing(card.event.zone, lesson.minutes)
    case = await given(manager, MoveLesson)
    async with asked_again(manager, {"starts": _LESSONS.move_time}):
        changed(
            manager, await case(actor_of(manager), lesson.id, datetime.fromtimestamp(int(was), UTC), at, crossing=True)
        )
    await manager.switch_to(_LESSONS.one)
    tell(manager, texts_of(manager)("sev-moved"))


def windows() -> list[Screen]:
    """For the dialog of lessons."""
    return [
        Screen(
            T("sev-ask-move-day"),
            DayPicker("move", on_move_day),
            back_button(_LESSONS.one),
            state=_LESSONS.move_day,
            getter=days,
        ),
        asking.time_window(
            _LESSONS.move_time,
            _LESSONS.move_day,
            keep_move_time,
            hours,
            Button(T("btn-sev-same-time", "same"), id="same", on_click=on_same_time),
        ),
        Screen(
            T("sev-move", "title", "was", "to", "schools", "asked"),
            T("sev-hits", "taken", "waits", when="opened"),
            T("sev-hits-away", "away", when="away"),
            T("sev-move-crosses", when="crosses"),
            T("sev-move-elsewhere", when="elsewhere"),
            Button(T("btn-sev-move-yes"), id="yes", on_click=on_move_yes, when="free"),
            back_button(_LESSONS.move_day),
            menu_button(),
            state=_LESSONS.move,
            getter=preview,
        ),
    ]
