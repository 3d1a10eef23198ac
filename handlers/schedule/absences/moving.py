"""One meeting goes to another day or hour: who comes along, who is elsewhere then, and only then it is done."""

from datetime import date, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group

from handlers.consultations.data import eyes_of
from handlers.consultations.views import key_id, key_of, when
from handlers.schedule.absences.states import Moving
from handlers.schedule.absences.views import booked_lines, opening_day
from handlers.schedule.extra_window import USUAL_HOURS
from handlers.schedule.states import MeetingCard
from handlers.schedule.views import zone_words
from handlers.schedule.windows import asked_again, fixed, started_with, to_desk
from handlers.shell import Asks as AsksText
from handlers.shell import DayPicker, Screen, T, back_button, cancel_button, given, menu_button
from handlers.shell.acting import actor_of
from handlers.texts import times as words
from shnor_domain.consultations.absences.errors import HostBusy, MeetingThere
from shnor_domain.consultations.absences.use_cases.move_meeting import MoveMeeting, MovePreview, PreviewMove
from shnor_domain.consultations.errors import SessionGone
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.typed import typed_time
from shnor_domain.consultations.use_cases.hosting import OneSlot, SlotPage
from shnor_domain.errors import Stale
from shnor_domain.seats.times import instant

AHEAD = timedelta(days=60)
ASKED_IN = {"day": Moving.day, "starts": Moving.time, "minutes": Moving.time}


def key(manager: DialogManager) -> SessionKey:
    """The meeting that this dialog is about."""
    return key_of(started_with(manager, "key"))


async def days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Two months ahead, of the slot's own calendar, beginning with the month of the meeting."""
    eyes, page = await eyes_of(dialog_manager), await _page(dialog_manager)
    starts = key(dialog_manager).starts
    return {
        "when": when(eyes, page.card, starts),
        "opens": opening_day(starts.astimezone(ZoneInfo(page.card.slot.terms.zone)).date(), page.today),
        "today": page.today,
        "first_day": page.today,
        "last_day": page.today + AHEAD,
    }


async def on_day(manager: DialogManager, day: date) -> None:
    """On to the hour."""
    manager.dialog_data["day"] = day.isoformat()
    await manager.switch_to(Moving.time)


async def hours(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whose clock it is."""
    eyes, page = await eyes_of(dialog_manager), await _page(dialog_manager)
    return {
        "day": words.day(eyes.texts, _day(dialog_manager), this_year=page.today.year),
        "zone": zone_words(eyes, page.card.slot.terms.zone, page.card.town),
    }


async def on_time(manager: DialogManager, text: str) -> None:
    """A typed hour."""
    await _keep(manager, typed_time(text))


async def _keep(manager: DialogManager, at: time) -> None:
    manager.dialog_data["time"] = at.isoformat("minutes")
    await _preview(manager)
    await manager.switch_to(Moving.check)


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """From when to when; who comes along and who cannot."""
    eyes, page, found = await eyes_of(dialog_manager), await _page(dialog_manager), await _preview(dialog_manager)
    return {
        "before": when(eyes, page.card, key(dialog_manager).starts),
        "after": when(eyes, page.card, found.to.starts),
        "along": booked_lines(eyes, "move-along", found.along),
        "away": booked_lines(eyes, "move-away", found.away) if found.away else "",
    }


async def on_move(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Do it; what is refused is asked again."""
    async with asked_again(manager, ASKED_IN):
        moved = await (await given(manager, MoveMeeting))(
            actor_of(manager), key(manager), _day(manager), _time(manager)
        )
    terms = (await _page(manager)).card.slot.terms
    there = SessionKey(key(manager).slot, instant(_day(manager), _time(manager), terms.zone))
    manager.dialog_data.update(along=moved.along, away=moved.away, there=key_id(there))
    await manager.switch_to(Moving.done)


async def done(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Where it is now, and how many are told."""
    eyes, page, data = await eyes_of(dialog_manager), await _page(dialog_manager), dialog_manager.dialog_data
    return {
        "when": when(eyes, page.card, key_of(data["there"]).starts),
        "told": data["along"] + data["away"],
        "away": data["away"],
    }


async def on_open(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The meeting where it is now."""
    await manager.start(MeetingCard.card, data={"key": manager.dialog_data["there"]})


async def _preview(manager: DialogManager) -> MovePreview:
    preview = await given(manager, PreviewMove)
    try:
        async with asked_again(manager, ASKED_IN):
            return await preview(actor_of(manager), key(manager), _day(manager), _time(manager))
    except (HostBusy, MeetingThere):
        await manager.switch_to(Moving.time)
        raise
    except SessionGone:
        await manager.switch_to(Moving.day)
        raise


async def _page(manager: DialogManager) -> SlotPage:
    return await (await given(manager, OneSlot))(actor_of(manager), key(manager).slot)


def _day(manager: DialogManager) -> date:
    if "day" not in manager.dialog_data:
        raise Stale
    return date.fromisoformat(manager.dialog_data["day"])


def _time(manager: DialogManager) -> time:
    if "time" not in manager.dialog_data:
        raise Stale
    return time.fromisoformat(manager.dialog_data["time"])


def _hour(at: time) -> Button:
    async def click(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await _keep(manager, at)

    return Button(T("btn-schedule-at", at=fixed(at)), id=f"at_{at.hour}", on_click=click)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("move-ask-day", "when"),
            DayPicker("day", on_day, opens="opens"),
            cancel_button("btn-back"),
            menu_button(),
            state=Moving.day,
            getter=days,
        ),
        Screen(
            T("schedule-ask-window-time", "day", "zone"),
            Group(*(_hour(time(number)) for number in USUAL_HOURS), width=4),
            AsksText("time", on_time, most=100),
            back_button(Moving.day),
            menu_button(),
            state=Moving.time,
            getter=hours,
            expected="schedule-expects-time",
        ),
        Screen(
            T("move-check", "before", "after"),
            T("absence-lines", rows="along"),
            T("absence-lines", rows="away", when="away"),
            Button(T("btn-move-yes"), id="yes", on_click=on_move),
            back_button(Moving.time),
            menu_button(),
            state=Moving.check,
            getter=check,
        ),
        Screen(
            T("move-done", "when", "told", "away"),
            Button(T("btn-schedule-open-meeting"), id="open", on_click=on_open),
            to_desk(),
            menu_button(),
            state=Moving.done,
            getter=done,
        ),
        name="moving",
    )
