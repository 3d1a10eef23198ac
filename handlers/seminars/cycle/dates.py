"""The three dates of a cycle, and the days of a half-year, each by a calendar."""

from collections.abc import Callable
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.schedule.windows import asked_again
from handlers.seminars.cycle import reading
from handlers.seminars.states import Halves
from handlers.seminars.views import day_words, half_words
from handlers.shell import DayPicker, Screen, Step, T, back_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.errors import Stale
from shnor_domain.seminars.cycle.model import Dates
from shnor_domain.seminars.cycle.use_cases.half_years import SetPeriods
from shnor_domain.seminars.cycle.use_cases.planning import CycleDesk, SetCycle
from shnor_domain.territories.periods import Days

WINDOWS = {
    "wishes_until": Halves.wishes,
    "requests_until": Halves.requests,
    "publish_by": Halves.publish,
    "first_day": Halves.first_day,
    "last_day": Halves.last_day,
}
_CHECKED, _VERSION = "checked", "version"


def _begun(manager: DialogManager, desk: CycleDesk) -> dict[str, Any]:
    """Dates as they stand, are proposed, or were changed in this form; and the version that they were read of."""
    data = manager.dialog_data
    if reading.DATES not in data:
        dates = desk.dates
        data[reading.DATES] = {
            "wishes_until": dates.wishes_until.isoformat(),
            "requests_until": dates.requests_until.isoformat(),
            "publish_by": dates.publish_by.isoformat(),
            _VERSION: None if desk.cycle is None else desk.cycle.version,
            _CHECKED: desk.cycle is not None,
        }
    found: dict[str, Any] = data[reading.DATES]
    return found


def _date(form: dict[str, Any], name: str) -> date:
    return date.fromisoformat(form[name])


def _picking(name: str) -> Callable[..., Any]:
    async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        """The month of the date in hand; days that have passed are not there."""
        desk = await reading.desk_of(dialog_manager)
        form = _begun(dialog_manager, desk)
        return {
            "half": half_words(texts_of(dialog_manager), desk.half),
            "now": day_words(texts_of(dialog_manager), _date(form, name)),
            "first_day": min(desk.today, _date(form, name)),
            "last_day": desk.half.days.last,
            "today": desk.today,
            "opens": _date(form, name),
            "numbered": not form[_CHECKED],
            "again": bool(form[_CHECKED]),
        }

    return getter


def _keeping(name: str, following: str) -> Callable[[DialogManager, date], Any]:
    async def keep(manager: DialogManager, day: date) -> None:
        """The next date, or the summary from which one was corrected."""
        form = _begun(manager, await reading.desk_of(manager))
        manager.dialog_data[reading.DATES] = {**form, name: day.isoformat()}
        await manager.switch_to(Halves.dates if form[_CHECKED] else WINDOWS.get(following, Halves.dates))

    return keep


async def summary(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All three before they are saved; from now on one is corrected at a time."""
    texts, desk = texts_of(dialog_manager), await reading.desk_of(dialog_manager)
    form = {**_begun(dialog_manager, desk), _CHECKED: True}
    dialog_manager.dialog_data[reading.DATES] = form
    asked = (_date(form, "requests_until") != desk.dates.requests_until) if desk.cycle is not None else False
    told = asked and desk.cycle is not None and desk.cycle.announced is not None
    return {
        "half": half_words(texts, desk.half),
        "wishes": day_words(texts, _date(form, "wishes_until")),
        "requests": day_words(texts, _date(form, "requests_until")),
        "publish": day_words(texts, _date(form, "publish_by")),
        "told": told,
    }


async def on_save(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Save; a refused date is asked for in its own window. Where somebody was first, hers are put away and the cycle's
    own are shown."""
    form = _begun(manager, await reading.desk_of(manager))
    dates = Dates(_date(form, "wishes_until"), _date(form, "requests_until"), _date(form, "publish_by"))
    try:
        async with asked_again(manager, WINDOWS):
            await (await given(manager, SetCycle))(actor_of(manager), reading.half_id(manager), dates, form[_VERSION])
    except Stale:
        manager.dialog_data.pop(reading.DATES)
        raise
    manager.dialog_data.pop(reading.DATES)
    await manager.switch_to(Halves.half)
    tell(manager, texts_of(manager)("seminar-dates-saved"))


async def on_put_away(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Nothing is changed."""
    manager.dialog_data.pop(reading.DATES, None)


async def first_days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Where the half-year may begin: from August to the August after it."""
    row = await reading.row_of(dialog_manager)
    return {
        "half": half_words(texts_of(dialog_manager), row.half),
        "now": day_words(texts_of(dialog_manager), row.half.days.first),
        "first_day": date(row.half.year, 8, 1),
        "last_day": date(row.half.year + 1, 8, 31),
        "today": row.half.days.first,
    }


async def on_first_day(manager: DialogManager, day: date) -> None:
    """Then its last one."""
    manager.dialog_data[reading.DAYS] = day.isoformat()
    await manager.switch_to(Halves.last_day)


async def last_days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """From the first day on."""
    row = await reading.row_of(dialog_manager)
    first = _first(dialog_manager)
    return {
        "half": half_words(texts_of(dialog_manager), row.half),
        "first": day_words(texts_of(dialog_manager), first),
        "now": day_words(texts_of(dialog_manager), row.half.days.last),
        "first_day": first,
        "last_day": date(row.half.year + 1, 8, 31),
        "today": max(row.half.days.last, first),
    }


def _first(manager: DialogManager) -> date:
    chosen = manager.dialog_data.get(reading.DAYS)
    if chosen is None:
        raise Stale
    return date.fromisoformat(chosen)


async def on_last_day(manager: DialogManager, day: date) -> None:
    """Save both."""
    row = await reading.row_of(manager)
    days = Days(_first(manager), day)
    await (await given(manager, SetPeriods))(actor_of(manager), row.half.region, row.half.year, row.half.half, days)
    manager.dialog_data.pop(reading.DAYS)
    await manager.switch_to(Halves.half)
    tell(manager, texts_of(manager)("seminar-days-saved"))


def windows() -> tuple[Screen, ...]:
    """Three dates and their summary, two days."""
    names = ("wishes_until", "requests_until", "publish_by")
    states = (Halves.wishes, Halves.requests, Halves.publish)
    before = (Halves.half, Halves.wishes, Halves.requests)
    pickers = [
        Screen(
            Step(number, 3, when="numbered"),
            T(f"seminar-ask-{state.state.rpartition(':')[2] if state.state else ''}", "half", "now"),
            DayPicker("day", _keeping(name, following), opens="opens"),
            SwitchTo(T("btn-seminar-take-date", day="now"), id="take", state=WINDOWS.get(following, Halves.dates),
                     when="numbered"),
            back_button(back, when="numbered"),
            SwitchTo(T("btn-back"), id="to_dates", state=Halves.dates, when="again"),
            menu_button(),
            state=state,
            getter=_picking(name),
        )
        for number, (name, following, state, back) in enumerate(
            zip(names, (*names[1:], ""), states, before, strict=True), 1
        )
    ]  # fmt: skip
    return (
        *pickers,
        Screen(
            T("seminar-dates", "half", "wishes", "requests", "publish", "told"),
            Button(T("btn-seminar-save"), id="save", on_click=on_save),
            SwitchTo(T("btn-seminar-wishes-until"), id="to_wishes", state=Halves.wishes),
            SwitchTo(T("btn-seminar-requests-until"), id="to_requests", state=Halves.requests),
            SwitchTo(T("btn-seminar-publish-by"), id="to_publish", state=Halves.publish),
            SwitchTo(T("btn-back"), id="back", state=Halves.half, on_click=on_put_away),
            menu_button(),
            state=Halves.dates,
            getter=summary,
        ),
        Screen(
            Step(1, 2),
            T("seminar-ask-first-day", "half", "now"),
            DayPicker("first", on_first_day),
            back_button(Halves.half),
            menu_button(),
            state=Halves.first_day,
            getter=first_days,
        ),
        Screen(
            Step(2, 2),
            T("seminar-ask-last-day", "half", "first", "now"),
            DayPicker("last", on_last_day),
            back_button(Halves.first_day),
            menu_button(),
            state=Halves.last_day,
            getter=last_days,
        ),
    )
