"""When it goes: now, at an hour of each reader's wall, at an hour of the sender's; through the night for a reason."""

from datetime import date, time, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.announcements.compose.audience import forecast
from handlers.announcements.compose.states import Compose
from handlers.announcements.compose.writing import Writing
from handlers.announcements.words import day_of, start_words
from handlers.people.eyes import eyes_of
from handlers.people.form import Form
from handlers.shell import Asks, Choice, DayPicker, Screen, T, back_button, choices, menu_button
from handlers.shell.acting import actor_of, now_of
from handlers.texts import times as clocks
from shnor_domain.announcements.model import LEAST_REASON, MOST_REASON, Start
from shnor_domain.consultations.typed import typed_time

HOURS = (8, 9, 10, 12, 14, 15, 16, 18)
FARTHEST = timedelta(days=60)
_THEIRS = "theirs"


async def there(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """When it goes as it stands."""
    writing, eyes = Writing(dialog_manager), await eyes_of(dialog_manager)
    return {
        "start": start_words(eyes.texts, writing.start, eyes.actor.zone, eyes.today.year),
        "urgent": writing.urgent is not None,
        "calm": writing.urgent is None,
        "reason": writing.urgent or "",
        "today": eyes.today,
        "first_day": eyes.today,
        "last_day": eyes.today + FARTHEST,
        "least": LEAST_REASON,
    }


async def on_now(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """As soon as it is confirmed."""
    Writing(manager).start = Start()
    await manager.switch_to(Compose.whole)


async def on_clock(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """On whose wall; the widget's id says it."""
    Form(manager)["clock"] = button.widget_id
    await manager.switch_to(Compose.day)


async def on_day(manager: DialogManager, day: date) -> None:
    """On to the hour."""
    Form(manager)["day"] = day.isoformat()
    await manager.switch_to(Compose.hour)


async def hours(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Usual hours; any other is typed."""
    eyes, form = await eyes_of(dialog_manager), Form(dialog_manager)
    return {
        "hours": [Choice(one, clocks.clock(eyes.texts, time(one))) for one in HOURS],
        "day": day_of(eyes.texts, date.fromisoformat(form["day"]), eyes.today.year),
        "theirs": form["clock"] == _THEIRS,
    }


async def on_hour(manager: DialogManager, hour: int) -> None:
    """A usual one."""
    await _at(manager, time(hour % 24))


async def on_typed(manager: DialogManager, typed: str) -> None:
    """Any, as people write it."""
    await _at(manager, typed_time(typed))


async def _at(manager: DialogManager, hour: time) -> None:
    """A time that has passed for all of them leaves the question open."""
    form, zone, now = Form(manager), actor_of(manager).zone, await now_of(manager)
    start = Start(day=date.fromisoformat(form["day"]), hour=hour)
    if form["clock"] != _THEIRS:
        start = Start(at=start.due(zone, now))
    await forecast(manager, start)
    Writing(manager).start = start
    await manager.switch_to(Compose.whole)


async def on_reason(manager: DialogManager, typed: str) -> None:
    """It stands in the log."""
    Writing(manager).urgent = typed
    await manager.switch_to(Compose.when)


async def on_calm(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The night holds it again."""
    Writing(manager).urgent = None


def windows() -> list[Screen]:
    """Whose clock, the day, the hour, the reason."""
    return [
        Screen(
            T("announce-when", "start", "urgent", "reason"),
            Button(T("btn-announce-now"), id="now", on_click=on_now),
            Button(T("btn-announce-theirs"), id=_THEIRS, on_click=on_clock),
            Button(T("btn-announce-mine"), id="mine", on_click=on_clock),
            SwitchTo(T("btn-announce-urgent"), id="urgent", state=Compose.reason, when="calm"),
            Button(T("btn-announce-calm"), id="calm", on_click=on_calm, when="urgent"),
            back_button(Compose.whole),
            menu_button(),
            state=Compose.when,
            getter=there,
        ),
        Screen(
            T("announce-ask-day"),
            DayPicker("day", on_day),
            back_button(Compose.when),
            menu_button(),
            state=Compose.day,
            getter=there,
        ),
        Screen(
            T("announce-ask-hour", "day", "theirs"),
            Asks("hour", on_typed, most=100),
            choices("hours", on_hour, int, width=4),
            back_button(Compose.day),
            menu_button(),
            state=Compose.hour,
            getter=hours,
        ),
        Screen(
            T("announce-ask-reason", "least"),
            Asks("reason", on_reason, most=MOST_REASON, least=LEAST_REASON),
            back_button(Compose.when),
            menu_button(),
            state=Compose.reason,
            getter=there,
        ),
    ]
