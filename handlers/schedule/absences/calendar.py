"""The button that tells a calendar what became of the meetings of one ask to stand in (ADR 11)."""

from collections.abc import Mapping
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Keyboard

from handlers.consultations.calendar import send_events
from handlers.consultations.calendar_words import event_of_meeting
from handlers.consultations.data import eyes_of
from handlers.schedule.absences.chosen import ask_of
from handlers.shell import T, given
from handlers.shell.acting import actor_of
from shnor_domain.consultations.desk.use_cases.host_calendars import AskedInCalendar, TakeAsked


async def asked_calendar(manager: DialogManager, *, leads: bool) -> str:
    """What the button would do, «» for nothing: «take» and «update» for who `leads` these meetings, «remove» for who
    does not and has them in her calendar."""
    differs = await (await given(manager, AskedInCalendar))(actor_of(manager), ask_of(manager))
    if leads:
        return "update" if differs else "take"
    return "remove" if differs else ""


def calendar_button() -> Keyboard:
    """For a window whose data have «calendar», as `asked_calendar` gives it."""
    return Button(T("btn-calendar", "calendar"), id="calendar", on_click=on_take, when=_offered)


async def on_take(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """All of them in one file."""
    taken = await (await given(manager, TakeAsked))(actor_of(manager), ask_of(manager))
    eyes = await eyes_of(manager)
    await send_events(manager, eyes, [event_of_meeting(eyes, each) for each in taken])


def _offered(data: Mapping[str, Any], widget: object, manager: DialogManager) -> bool:
    return bool(data.get("calendar"))
