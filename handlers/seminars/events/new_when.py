"""When a new event is: its lessons, one after another."""

from datetime import date, time
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.schedule.windows import asked_again
from handlers.seminars.events import asking, states
from handlers.seminars.events.data import When
from handlers.seminars.events.form import form_of
from handlers.seminars.events.new_event import answer, back, choices_of
from handlers.seminars.events.views import Look, look_of
from handlers.shell import DayPicker, Screen, T
from handlers.texts import Safe
from handlers.texts import times as words
from shnor_domain.errors import Invalid
from shnor_domain.seminars.events.rules import Timing, check_timing

_NEW = states.NewEvent


async def days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those of the half-year that are ahead; the wanted month first."""
    offered, form = await choices_of(dialog_manager), form_of(dialog_manager)
    month = None if offered.request is None else offered.request.request.wanted.month
    opens = min(max(month or offered.first_day, offered.first_day), offered.last_day)
    return {
        "today": offered.today,
        "first_day": offered.first_day,
        "last_day": offered.last_day,
        "opens": opens,
        "number": len(form.lessons) + 1,
        "first": not form.lessons,
    }


async def on_day(manager: DialogManager, day: date) -> None:
    """The hour is next."""
    When(manager).keep(day=day.isoformat())
    await manager.switch_to(_NEW.time)


async def on_no_day(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Lessons come later."""
    await answer(manager, "lessons", [])


async def hours(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The day, and whose clock it is."""
    look, offered = await look_of(dialog_manager), await choices_of(dialog_manager)
    day = words.day(look.texts, When(dialog_manager).day, this_year=offered.today.year)
    return {"day": day, "zone": look.clock_of(offered.zone)}


async def keep_time(manager: DialogManager, at: time) -> None:
    """The length is next, for the second lesson as the first had it."""
    When(manager).keep(time=at.isoformat("minutes"))
    await manager.switch_to(_NEW.minutes)


async def keep_minutes(manager: DialogManager, minutes: int) -> None:
    """One more lesson, unless its hour has passed: then the hour is asked again."""
    When(manager).keep(minutes=minutes)
    look, offered, form = await look_of(manager), await choices_of(manager), form_of(manager)
    at = When(manager).timing(offered.zone)
    async with asked_again(manager, {"starts": _NEW.time}):
        check_timing(at, look.now)
        if any(each.starts < at.ends and at.starts < each.ends for each in form.lessons):
            raise Invalid("starts", "lesson-overlap")
    form.add_lesson(at)
    await manager.switch_to(_NEW.lessons)


async def lessons(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those that are chosen so far."""
    look, form = await look_of(dialog_manager), form_of(dialog_manager)
    offered = await choices_of(dialog_manager)
    return {"lines": lesson_lines(look, form.lessons, offered.zone), "some": bool(form.lessons)}


async def on_enough(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """No more lessons."""
    form = form_of(manager)
    form.data.setdefault("lessons", [])
    await manager.switch_to(form.next_open())


async def on_drop_last(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The last by time is not wanted."""
    form_of(manager).drop_last()


def lesson_lines(look: Look, timings: list[Timing], zone: str) -> Safe:
    lines = [
        look.texts(
            "sev-lesson-new",
            number=str(number),
            at=look.moment(each.starts, zone),
            minutes=words.minutes(look.texts, each.minutes),
        )
        for number, each in enumerate(timings, 1)
    ]
    return Safe("\n".join(lines))


def windows() -> list[Screen]:
    """Day, hour and length of each."""
    return [
        Screen(
            T("sev-ask-day", "number"),
            DayPicker("day", on_day, opens="opens"),
            Button(T("btn-sev-no-day"), id="no_day", on_click=on_no_day, when="first"),
            SwitchTo(T("btn-back"), id="to_lessons", state=_NEW.lessons, when=lambda data, _w, _m: not data["first"]),
            SwitchTo(T("btn-back"), id="to_form", state=_NEW.form, when="first"),
            state=_NEW.day,
            getter=days,
        ),
        asking.time_window(_NEW.time, _NEW.day, keep_time, hours),
        asking.minutes_window(_NEW.minutes, _NEW.time, keep_minutes),
        Screen(
            T("sev-lessons-new", "some", "lines"),
            SwitchTo(T("btn-sev-more-lessons"), id="more", state=_NEW.day),
            Button(T("btn-sev-drop-last"), id="drop", on_click=on_drop_last, when="some"),
            Button(T("btn-sev-go-on"), id="enough", on_click=on_enough),
            back(_NEW.form),
            state=_NEW.lessons,
            getter=lessons,
        ),
    ]
