"""A day off or a day worked is added to a calendar by hand, or taken out of it."""

from datetime import date, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.eyes import eyes_of
from handlers.people.form import Form
from handlers.reference.states import DaysOff
from handlers.reference.views import day_words, source_words, span_line, way_code, where_words
from handlers.shell import Asks, Choice, DayPicker, Screen, T, back_button, choices, given, menu_button, tell
from handlers.shell.acting import actor_of
from shnor_domain.errors import Stale
from shnor_domain.territories.calendar import DayOff, DaySpan, Week, ways_of
from shnor_domain.territories.use_cases.calendars import CalendarSheet, ReadCalendar
from shnor_domain.territories.use_cases.settings import SetDayOff

_LONGEST_WORD = 100


async def _sheet(manager: DialogManager) -> CalendarSheet:
    return await (await given(manager, ReadCalendar))(actor_of(manager), Form(manager).where)


async def days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """From today to the end of next year, without those that this level has already."""
    eyes, found = await eyes_of(dialog_manager), await _sheet(dialog_manager)
    last = date(eyes.today.year + 1, 12, 31)
    taken = {row.day for row in found.own}
    free = {eyes.today + timedelta(days=after) for after in range((last - eyes.today).days + 1)} - taken
    return {
        "place": await where_words(dialog_manager, found.where),
        "first_day": eyes.today,
        "last_day": last,
        "today": eyes.today,
        "free": free,
    }


async def on_day(manager: DialogManager, day: date) -> None:
    """On to what kind of day it is, where there is a choice."""
    form = Form(manager)
    form["day"] = day.isoformat()
    ways = ways_of(day, (await _sheet(manager)).days_in_week)
    form["week"] = ways[0].value
    await manager.switch_to(DaysOff.way if len(ways) > 1 else DaysOff.word)


async def ways(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Off for all, off for five days, worked."""
    eyes, day = await eyes_of(dialog_manager), _day(dialog_manager)
    offered = ways_of(day, (await _sheet(dialog_manager)).days_in_week)
    return {
        "day": day_words(eyes, day),
        "ways": [Choice(way.value, eyes.texts.button("btn-reference-way", way=way_code(way))) for way in offered],
    }


async def on_way(manager: DialogManager, way: Week) -> None:
    """On to the word."""
    if way not in ways_of(_day(manager), (await _sheet(manager)).days_in_week):
        raise Stale
    Form(manager)["week"] = way.value
    await manager.switch_to(DaysOff.word)


async def word(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The day that waits for its word."""
    eyes = await eyes_of(dialog_manager)
    return {
        "day": day_words(eyes, _day(dialog_manager)),
        "way": way_code(Week(Form(dialog_manager)["week"])),
        "place": await where_words(dialog_manager, Form(dialog_manager).where),
    }


async def on_word(manager: DialogManager, typed: str) -> None:
    """Write it and show the calendar."""
    form, eyes, day = Form(manager), await eyes_of(manager), _day(manager)
    week = Week(form["week"])
    put = await given(manager, SetDayOff)
    await put(eyes.actor, form.where, day, typed, source_words(eyes), week)
    words = eyes.texts("reference-day-added", day=day_words(eyes, day), way=way_code(week), word=typed)
    tell(manager, words)
    await manager.switch_to(DaysOff.sheet)


async def own(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Days of exactly this level."""
    eyes, found = await eyes_of(dialog_manager), await _sheet(dialog_manager)
    return {
        "place": await where_words(dialog_manager, found.where),
        "none": not found.own,
        "days": [
            Choice(
                row.day.isoformat(),
                eyes.texts.button("btn-reference-day", day=day_words(eyes, row.day), word=row.word),
            )
            for row in found.own
        ],
    }


async def on_own(manager: DialogManager, day: date) -> None:
    """Ask before it is taken out."""
    Form(manager)["day"] = day.isoformat()
    await _one(manager)
    await manager.switch_to(DaysOff.take)


async def one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The day that is about to be taken out."""
    eyes, row = await eyes_of(dialog_manager), await _one(dialog_manager)
    place = await where_words(dialog_manager, Form(dialog_manager).where)
    return {"line": span_line(eyes, DaySpan(row, row.day)), "place": place}


async def on_take(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Take it out; the calendar shows what is left."""
    eyes, row = await eyes_of(manager), await _one(manager)
    await (await given(manager, SetDayOff))(eyes.actor, Form(manager).where, row.day, None)
    tell(manager, eyes.texts("reference-day-taken", day=day_words(eyes, row.day)))
    await manager.switch_to(DaysOff.sheet)


def _day(manager: DialogManager) -> date:
    return date.fromisoformat(Form(manager)["day"])


async def _one(manager: DialogManager) -> DayOff:
    found = next((row for row in (await _sheet(manager)).own if row.day == _day(manager)), None)
    if found is None:
        manager.dialog_data.pop("day", None)
        await manager.switch_to(DaysOff.own)
        raise Stale
    return found


def windows() -> list[Screen]:
    """Adding and taking out."""
    return [
        Screen(
            T("reference-ask-day", "place"),
            DayPicker("day", on_day, days="free"),
            back_button(DaysOff.sheet),
            menu_button(),
            state=DaysOff.day,
            getter=days,
        ),
        Screen(
            T("reference-ask-way", "day"),
            choices("ways", on_way, Week),
            back_button(DaysOff.day),
            menu_button(),
            state=DaysOff.way,
            getter=ways,
        ),
        Screen(
            T("reference-ask-word", "day", "way", "place"),
            Asks("word", on_word, most=_LONGEST_WORD),
            back_button(DaysOff.day),
            menu_button(),
            state=DaysOff.word,
            getter=word,
        ),
        Screen(
            T("reference-own-none", when="none"),
            T("reference-own-days", "place", when=lambda data, *_: not data["none"]),
            choices("days", on_own, date.fromisoformat),
            back_button(DaysOff.sheet),
            menu_button(),
            state=DaysOff.own,
            getter=own,
        ),
        Screen(
            T("reference-take-day", "line", "place"),
            Button(T("btn-reference-take-yes"), id="yes", on_click=on_take),
            back_button(DaysOff.own),
            menu_button(),
            state=DaysOff.take,
            getter=one,
        ),
    ]
