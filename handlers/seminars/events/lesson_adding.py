"""One lesson more of a draft: day, hour, length."""

from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from aiogram_dialog import DialogManager

from handlers.schedule.windows import asked_again
from handlers.seminars.events import asking, states
from handlers.seminars.events.data import When, card_of, changed
from handlers.seminars.events.views import day_and_clock, look_of
from handlers.shell import (
    DayPicker,
    Screen,
    T,
    back_button,
    given,
    tell,
    texts_of,
)
from handlers.shell.acting import actor_of
from shnor_domain.seminars.events.use_cases.making import AddLesson

_LESSONS = states.Lessons


async def days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Days of its half-year that are ahead."""
    look, card = await look_of(dialog_manager), await card_of(dialog_manager)
    half, today = card.cycle.half.days, look.now.astimezone(ZoneInfo(card.event.zone)).date()
    first = min(max(today, half.first), half.last)
    return {"today": today, "first_day": first, "last_day": half.last, "number": len(card.event.lessons) + 1}


async def hours(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The day that was chosen, and whose clock it is."""
    return await day_and_clock(dialog_manager, When(dialog_manager))


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


def windows() -> list[Screen]:
    """For the dialog of lessons."""
    return [
        Screen(
            T("sev-ask-day", "number"),
            DayPicker("day", on_day),
            back_button(_LESSONS.all),
            state=_LESSONS.day,
            getter=days,
        ),
        asking.time_window(_LESSONS.time, _LESSONS.day, keep_time, hours),
        asking.minutes_window(_LESSONS.minutes, _LESSONS.time, keep_minutes),
    ]
