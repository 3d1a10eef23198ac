"""Lessons of an event: link or place, another hour, called off; of a draft one more or one less."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.schedule.windows import FAR_TOO_LONG, asked_again
from handlers.seminars.events import asking, states
from handlers.seminars.events.data import When, card_of, changed
from handlers.seminars.events.views import by_time, lesson_line, lesson_lines, look_of
from handlers.seminars.requests.views import schools_word
from handlers.shell import (
    Asks,
    Choice,
    DayPicker,
    Screen,
    T,
    back_button,
    choices,
    given,
    menu_button,
    tell,
    texts_of,
    way_back,
)
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from handlers.texts import times as words
from shnor_domain.consultations.typed import typed_link
from shnor_domain.errors import Stale
from shnor_domain.seminars.events.cards import EventCard
from shnor_domain.seminars.events.model import EventState, Lesson, LessonState
from shnor_domain.seminars.events.use_cases.leading import (
    CancelLesson,
    Move,
    MoveLesson,
    PreviewMoveLesson,
    SetLessonLink,
)
from shnor_domain.seminars.events.use_cases.making import AddLesson, DropLesson
from shnor_domain.seminars.model import Form

_LESSONS = states.Lessons
_CHOSEN, _WAS, _KEPT = "lesson", "was", "typed_place"
_BEYOND = timedelta(days=180)
"""How far past its half-year a lesson may be moved."""


async def on_start(data: Any, manager: DialogManager) -> None:
    """One of them at once, where it was opened from a list of lessons."""
    if isinstance(data, dict) and "lesson" in data:
        manager.dialog_data[_CHOSEN] = int(data["lesson"])
        await manager.switch_to(_LESSONS.one)


async def lesson_of(manager: DialogManager) -> tuple[EventCard, Lesson]:
    """The chosen one; raises `Stale` where it is gone."""
    card = await card_of(manager)
    found = next((each for each in card.event.lessons if each.id == manager.dialog_data.get(_CHOSEN)), None)
    if found is None:
        raise Stale
    return card, found


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
    manager.dialog_data[_CHOSEN] = lesson
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
    }


async def days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Days for a lesson: of its half-year, and beyond it for one that is moved."""
    look, card = await look_of(dialog_manager), await card_of(dialog_manager)
    half, today = card.cycle.half.days, look.now.astimezone(ZoneInfo(card.event.zone)).date()
    moving = dialog_manager.current_context().state == _LESSONS.move_day
    first = min(max(today, half.first), half.last) if not moving else max(today, half.first)
    last = max(half.last, today) + _BEYOND if moving else half.last
    return {"today": today, "first_day": first, "last_day": last, "number": len(card.event.lessons) + 1}


async def hours(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The day that was chosen, whose clock it is, and the hour as it was."""
    look, card = await look_of(dialog_manager), await card_of(dialog_manager)
    when = _when(dialog_manager)
    data = {
        "day": words.day(look.texts, when.day, this_year=look.now.year),
        "zone": look.clock_of(card.event.zone),
    }
    if dialog_manager.current_context().state == _LESSONS.move_time:
        _card, lesson = await lesson_of(dialog_manager)
        data["same"] = words.own_clock(look.texts, lesson.starts, card.event.zone)
    return data


def _when(manager: DialogManager) -> When:
    moving = manager.current_context().state in {_LESSONS.move_day, _LESSONS.move_time, _LESSONS.move}
    return When(manager, "move" if moving else "at")


async def on_day(manager: DialogManager, day: date) -> None:
    """The hour is next."""
    When(manager).keep(day=day.isoformat())
    await manager.switch_to(_LESSONS.time)


async def keep_time(manager: DialogManager, at: time) -> None:
    """The length is next."""
    When(manager).keep(time=at.isoformat("minutes"))
    await manager.switch_to(_LESSONS.minutes)


async def keep_minutes(manager: DialogManager, minutes: int) -> None:
    """One more lesson; what is refused is asked again."""
    When(manager).keep(minutes=minutes)
    event = (await card_of(manager)).event
    case = await given(manager, AddLesson)
    async with asked_again(manager, {"starts": _LESSONS.time, "lessons": _LESSONS.all}):
        changed(manager, await case(actor_of(manager), event.id, When(manager).timing(event.zone)))
    await manager.switch_to(_LESSONS.all)
    tell(manager, texts_of(manager)("sev-lesson-added"))


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


async def place(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is asked for: an address from afar, words on the spot; and what was refused."""
    card, lesson = await lesson_of(dialog_manager)
    kept = dialog_manager.dialog_data.get(_KEPT)
    return {
        "online": card.event.terms.form is Form.ONLINE,
        "has": lesson.link is not None or lesson.venue is not None,
        "now": lesson.link or lesson.venue or "",
        "kept": kept is not None,
        "typed": kept or "",
    }


async def on_place(manager: DialogManager, text: str) -> None:
    """An address or words, by the form of the event."""
    manager.dialog_data[_KEPT] = text
    card, _lesson = await lesson_of(manager)
    if card.event.terms.form is Form.ONLINE:
        await _set_place(manager, typed_link(text), None)
    else:
        await _set_place(manager, None, text)


async def on_no_place(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Taken away."""
    await _set_place(manager, None, None)


async def _set_place(manager: DialogManager, link: str | None, venue: str | None) -> None:
    _card, lesson = await lesson_of(manager)
    case = await given(manager, SetLessonLink)
    changed(manager, await case(actor_of(manager), lesson.id, link, venue))
    manager.dialog_data.pop(_KEPT, None)
    await manager.switch_to(_LESSONS.one)
    tell(manager, texts_of(manager)("sev-place-done"))


async def going(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Which one, and whom it concerns."""
    look = await look_of(dialog_manager)
    card, lesson = await lesson_of(dialog_manager)
    return {
        "title": card.event.terms.title,
        "at": look.moment(lesson.starts, card.event.zone),
        "schools": schools_word(look.texts, card.schools),
        "asked": bool(card.schools),
    }


async def on_off(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Called off; a refusal is shown on the lesson."""
    _card, lesson = await lesson_of(manager)
    await manager.switch_to(_LESSONS.one)
    changed(manager, await (await given(manager, CancelLesson))(actor_of(manager), lesson.id))
    tell(manager, texts_of(manager)("sev-lesson-off-done"))


async def on_drop(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Gone from the draft."""
    card, lesson = await lesson_of(manager)
    await manager.switch_to(_LESSONS.all)
    changed(manager, await (await given(manager, DropLesson))(actor_of(manager), card.event.id, lesson.id))
    tell(manager, texts_of(manager)("sev-lesson-dropped"))


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
            SwitchTo(T("btn-sev-place"), id="place", state=_LESSONS.place, when="places"),
            Button(T("btn-sev-move"), id="move", on_click=on_move, when="moves"),
            SwitchTo(T("btn-sev-lesson-off"), id="off", state=_LESSONS.off, when="calls_off"),
            SwitchTo(T("btn-sev-lesson-drop"), id="drop", state=_LESSONS.drop, when="drops"),
            back_button(_LESSONS.all),
            menu_button(),
            state=_LESSONS.one,
            getter=one,
        ),
        Screen(
            T("sev-ask-day", "number"),
            DayPicker("day", on_day),
            back_button(_LESSONS.all),
            state=_LESSONS.day,
            getter=days,
        ),
        asking.time_window(_LESSONS.time, _LESSONS.day, keep_time, hours),
        asking.minutes_window(_LESSONS.minutes, _LESSONS.time, keep_minutes),
        Screen(
            T("sev-ask-place", "online", "has", "now"),
            T("sev-kept", "typed", when="kept"),
            Button(T("btn-sev-no-place"), id="none", on_click=on_no_place, when="has"),
            Asks("place", on_place, most=FAR_TOO_LONG),
            back_button(_LESSONS.one),
            menu_button(),
            state=_LESSONS.place,
            getter=place,
        ),
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
            T("sev-move-crosses", when="crosses"),
            T("sev-move-elsewhere", when="elsewhere"),
            Button(T("btn-sev-move-yes"), id="yes", on_click=on_move_yes, when="free"),
            back_button(_LESSONS.move_day),
            menu_button(),
            state=_LESSONS.move,
            getter=preview,
        ),
        Screen(
            T("sev-lesson-off-ask", "title", "at", "schools", "asked"),
            Button(T("btn-sev-lesson-off-yes"), id="yes", on_click=on_off),
            back_button(_LESSONS.one),
            menu_button(),
            state=_LESSONS.off,
            getter=going,
        ),
        Screen(
            T("sev-lesson-drop", "title", "at"),
            Button(T("btn-sev-drop-yes"), id="yes", on_click=on_drop),
            back_button(_LESSONS.one),
            menu_button(),
            state=_LESSONS.drop,
            getter=going,
        ),
        on_start=on_start,
    )
