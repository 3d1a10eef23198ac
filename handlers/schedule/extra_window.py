"""One more meeting outside the weekly rule: day, time, length."""

from collections.abc import Awaitable, Callable
from datetime import date, time, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, SwitchTo

from handlers.consultations.data import eyes_of
from handlers.consultations.views import key_id, when
from handlers.schedule.states import MeetingCard, SlotCard
from handlers.schedule.views import zone_words
from handlers.schedule.windows import asked_again, fixed
from handlers.shell import Asks, DayPicker, Screen, T, back_button, given, menu_button
from handlers.shell.acting import actor_of
from handlers.texts import times as words
from shnor_domain.consultations.model import ExtraWindow
from shnor_domain.consultations.typed import typed_minutes, typed_time
from shnor_domain.consultations.use_cases.hosting import SlotPage
from shnor_domain.consultations.use_cases.windows import AddWindow

AHEAD = timedelta(days=60)
USUAL_HOURS = (9, 10, 12, 13, 14, 15, 16, 17)
LENGTHS = (30, 45, 60, 90)
ASKED_IN = {"day": SlotCard.window_day, "starts": SlotCard.window_time, "minutes": SlotCard.window_minutes}

PageOf = Callable[[DialogManager], Awaitable[SlotPage]]


def windows(page_of: PageOf) -> list[Screen]:
    """Windows of the slot's dialog; `page_of` reads the slot."""

    async def days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        page = await page_of(dialog_manager)
        return {"today": page.today, "first_day": page.today, "last_day": page.today + AHEAD}

    async def on_day(manager: DialogManager, day: date) -> None:
        manager.dialog_data["window_day"] = day.isoformat()
        await manager.switch_to(SlotCard.window_time)

    async def chosen(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        eyes, page = await eyes_of(dialog_manager), await page_of(dialog_manager)
        terms = page.card.slot.terms
        day = date.fromisoformat(dialog_manager.dialog_data["window_day"])
        return {
            "day": words.day(eyes.texts, day, this_year=page.today.year),
            "zone": zone_words(eyes, terms.zone, page.card.town),
        }

    async def on_time(manager: DialogManager, text: str) -> None:
        await keep_time(manager, typed_time(text))

    async def keep_time(manager: DialogManager, at: time) -> None:
        manager.dialog_data["window_time"] = at.isoformat("minutes")
        await manager.switch_to(SlotCard.window_minutes)

    async def on_minutes(manager: DialogManager, text: str) -> None:
        await add(manager, typed_minutes(text))

    async def add(manager: DialogManager, minutes: int) -> None:
        typed = manager.dialog_data
        window = ExtraWindow(date.fromisoformat(typed["window_day"]), time.fromisoformat(typed["window_time"]), minutes)
        page = await page_of(manager)
        async with asked_again(manager, ASKED_IN):
            key = await (await given(manager, AddWindow))(actor_of(manager), page.card.slot.id, window)
        typed["window_key"] = key_id(key)
        typed["window_when"] = when(await eyes_of(manager), page.card, key.starts)
        await manager.switch_to(SlotCard.window_done)

    async def on_open(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await manager.start(MeetingCard.card, data={"key": manager.dialog_data["window_key"]})

    def hour(at: time) -> Button:
        async def click(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
            await keep_time(manager, at)

        return Button(T("btn-schedule-at", at=fixed(at)), id=f"at_{at.hour}", on_click=click)

    def length(minutes: int) -> Button:
        async def click(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
            await add(manager, minutes)

        return Button(T("btn-schedule-minutes", value=fixed(minutes)), id=f"for_{minutes}", on_click=click)

    return [
        Screen(
            T("schedule-ask-window-day"),
            DayPicker("window", on_day),
            back_button(SlotCard.card),
            state=SlotCard.window_day,
            getter=days,
        ),
        Screen(
            T("schedule-ask-window-time", "day", "zone"),
            Group(*(hour(time(number)) for number in USUAL_HOURS), width=4),
            Asks("window_time", on_time, most=100),
            back_button(SlotCard.window_day),
            state=SlotCard.window_time,
            getter=chosen,
            expected="schedule-expects-time",
        ),
        Screen(
            T("schedule-ask-minutes"),
            Group(*(length(minutes) for minutes in LENGTHS), width=2),
            Asks("window_minutes", on_minutes, most=100),
            back_button(SlotCard.window_time),
            state=SlotCard.window_minutes,
        ),
        Screen(
            T("schedule-window-added", meeting="dialog_data.window_when"),
            Button(T("btn-schedule-open-meeting"), id="open", on_click=on_open),
            SwitchTo(T("btn-schedule-to-slot"), id="card", state=SlotCard.card),
            menu_button(),
            state=SlotCard.window_done,
        ),
    ]
