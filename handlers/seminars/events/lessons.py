"""Lessons of an event by time, and one of them with what may be done with it now."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.seminars.events import lesson_adding, lesson_ending, lesson_moving, lesson_place, states
from handlers.seminars.events.data import CHOSEN, card_of, lesson_of
from handlers.seminars.events.views import by_time, lesson_line, lesson_lines, look_of
from handlers.seminars.presence.states import MarkingLesson
from handlers.shell import (
    Choice,
    Screen,
    T,
    back_button,
    choices,
    menu_button,
    way_back,
)
from handlers.texts import Safe
from shnor_domain.seminars.events.model import EventState, LessonState
from shnor_domain.seminars.presence.model import EARLY

_LESSONS = states.Lessons


async def on_start(data: Any, manager: DialogManager) -> None:
    """One of them at once, where it was opened from a list of lessons."""
    if isinstance(data, dict) and "lesson" in data:
        manager.dialog_data[CHOSEN] = int(data["lesson"])
        await manager.switch_to(_LESSONS.one)


async def rows(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All of them by time."""
    look, card = await look_of(dialog_manager), await card_of(dialog_manager)
    event = card.event
    found = by_time(event)
    return {
        "title": event.terms.title,
        "lines": Safe("\n".join(lesson_lines(look, event))),
        "some": bool(found),
        "rows": [
            Choice(each.id, look.texts.button("btn-sev-lesson", number=str(number), at=look.short_moment(each.starts)))
            for number, each in enumerate(found, 1)
        ],
        "adds": card.runs and event.state is EventState.DRAFT,
    }


async def on_row(manager: DialogManager, lesson: int) -> None:
    """One of them."""
    manager.dialog_data[CHOSEN] = lesson
    await manager.switch_to(_LESSONS.one)


async def one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The lesson in words, and what may be done with it now."""
    look = await look_of(dialog_manager)
    card, lesson = await lesson_of(dialog_manager)
    event = card.event
    number = by_time(event).index(lesson) + 1
    live = lesson.state is LessonState.OPEN and event.state is not EventState.CANCELLED
    ahead = lesson.starts > look.now or event.state is EventState.DRAFT
    lines = [look.texts("sev-head-lesson", title=event.terms.title), lesson_line(look, event, number, lesson)]
    if lesson.link is not None:
        lines.append(look.texts("sev-link", link=lesson.link))
    if lesson.venue is not None:
        lines.append(look.texts("sev-venue", venue=lesson.venue))
    if lesson.was is not None:
        lines.append(look.texts("sev-was", at=look.moment(lesson.was, event.zone)))
    return {
        "text": Safe("\n".join(lines)),
        "places": live and lesson.ends > look.now,
        "moves": live and ahead,
        "calls_off": live and ahead and event.state is EventState.OPEN,
        "drops": live and card.runs and event.state is EventState.DRAFT,
        "marks": live and event.state is EventState.OPEN and lesson.starts - EARLY <= look.now,
    }


async def on_marks(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Who came, and the code that they are told."""
    _card, lesson = await lesson_of(manager)
    await manager.start(MarkingLesson.card, data={"lesson": int(lesson.id)})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("sev-lessons", "title", "some", "lines"),
            choices("rows", on_row, int),
            SwitchTo(T("btn-sev-add-lesson"), id="add", state=_LESSONS.day, when="adds"),
            way_back(),
            menu_button(),
            state=_LESSONS.all,
            getter=rows,
        ),
        Screen(
            Format("{text}"),
            Button(T("btn-sev-marks"), id="marks", on_click=on_marks, when="marks"),
            SwitchTo(T("btn-sev-place"), id="place", state=_LESSONS.place, when="places"),
            Button(T("btn-sev-move"), id="move", on_click=lesson_moving.on_move, when="moves"),
            SwitchTo(T("btn-sev-lesson-off"), id="off", state=_LESSONS.off, when="calls_off"),
            SwitchTo(T("btn-sev-lesson-drop"), id="drop", state=_LESSONS.drop, when="drops"),
            back_button(_LESSONS.all),
            menu_button(),
            state=_LESSONS.one,
            getter=one,
        ),
        *lesson_adding.windows(),
        *lesson_place.windows(),
        *lesson_moving.windows(),
        *lesson_ending.windows(),
        on_start=on_start,
    )
