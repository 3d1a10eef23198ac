"""Windows that ask the same wherever an event is made or changed: hour, length, seats, quota, kind, form, who leads."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import time
from enum import Enum
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group

from handlers.schedule.windows import fixed
from handlers.shell import Asks, Screen, T, back_button
from shnor_domain.consultations.typed import typed_minutes, typed_time
from shnor_domain.seminars.model import Audience, Form, Kind

USUAL_HOURS = (9, 10, 12, 13, 14, 15, 16, 17)
LENGTHS = (45, 60, 90, 120)
SEATS = (15, 25, 50, 100)
QUOTAS = (2, 3, 5)
FORMS = (Form.ONLINE, Form.ON_SITE)
KINDS, AUDIENCES = tuple(Kind), tuple(Audience)

On = Callable[[DialogManager, str], Awaitable[None]]
OnTime = Callable[[DialogManager, time], Awaitable[None]]
OnNumber = Callable[[DialogManager, int], Awaitable[None]]


def named(name: str, values: Iterable[Enum], on_value: On) -> Group:
    """A button for each value: its words are `btn-sev-<name>-<value>`."""

    def one(value: str) -> Button:
        async def click(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
            await on_value(manager, value)

        return Button(T(f"btn-sev-{name}-{value}"), id=f"{name}_{value}", on_click=click)

    return Group(*(one(str(each.value)) for each in values))


def numbers(name: str, key: str, values: Iterable[int], on_value: OnNumber, width: int = 4) -> Group:
    """A button for each number, worded by `key`."""

    def one(value: int) -> Button:
        async def click(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
            await on_value(manager, value)

        return Button(T(key, value=fixed(value)), id=f"{name}_{value}", on_click=click)

    return Group(*map(one, values), width=width)


def hours(on_time: OnTime) -> Group:
    """Usual hours."""

    def one(at: time) -> Button:
        async def click(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
            await on_time(manager, at)

        return Button(T("btn-schedule-at", at=fixed(at)), id=f"at_{at.hour}", on_click=click)

    return Group(*(one(time(hour)) for hour in USUAL_HOURS), width=4)


def time_window(state: State, back: State, on_time: OnTime, getter: Any, *above: Button) -> Screen:
    """The hour of a lesson, from a button or typed; `getter` gives the day and whose clock it is."""

    async def typed(manager: DialogManager, text: str) -> None:
        await on_time(manager, typed_time(text))

    return Screen(
        T("sev-ask-time", "day", "zone"),
        *above,
        hours(on_time),
        Asks("time", typed, most=100),
        back_button(back),
        state=state,
        getter=getter,
        expected="schedule-expects-time",
    )


def minutes_window(state: State, back: State, on_minutes: OnNumber) -> Screen:
    """How long it takes, from a button or typed."""

    async def typed(manager: DialogManager, text: str) -> None:
        await on_minutes(manager, typed_minutes(text))

    return Screen(
        T("sev-ask-minutes"),
        numbers("for", "btn-schedule-minutes", LENGTHS, on_minutes, width=2),
        Asks("minutes", typed, most=100),
        back_button(back),
        state=state,
    )
