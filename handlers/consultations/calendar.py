"""«В календарь»: a booking or a host's meetings as a file for her own calendar (ADR 11)."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import BufferedInputFile, CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Keyboard

from handlers.consultations.calendar_words import event_of_booking, event_of_meeting
from handlers.consultations.data import Chosen, eyes_of
from handlers.consultations.views import Eyes, local_day
from handlers.shell import T, given
from handlers.shell.acting import actor_of
from handlers.shell.files import file_name, send_file
from handlers.shell.numbers import Number
from handlers.texts import Safe
from handlers.texts import times as words
from shnor_domain.consultations.absences.model import SubstitutionId
from shnor_domain.consultations.calendar_files import CalendarWriter, Event
from shnor_domain.consultations.cards import BookingCard
from shnor_domain.consultations.desk.use_cases.calendars import InCalendar, TakeBooking
from shnor_domain.consultations.desk.use_cases.host_calendars import MeetingInCalendar, TakeAsked, TakeMeeting
from shnor_domain.consultations.model import BookingId, BookingState, SessionKey, SlotId
from shnor_domain.identity import Actor


class BookingFile(CallbackData, prefix="ccal"):
    """To the visitor: her booking as it stands, for her calendar."""

    booking: Number


class MeetingFile(CallbackData, prefix="hcal"):
    """To the host: the meeting of `slot` that starts in this minute, for her calendar."""

    slot: Number
    minute: Number


class AskedFile(CallbackData, prefix="acal"):
    """To the absent host or who was asked: the meetings of this ask, for her calendar."""

    ask: Number


def router() -> Router:
    """Buttons below notices: the file comes as a message of its own, the notice stays (ADR 4)."""
    buttons = Router(name=__name__)
    buttons.callback_query.register(booking_file, BookingFile.filter())
    buttons.callback_query.register(meeting_file, MeetingFile.filter())
    buttons.callback_query.register(asked_file, AskedFile.filter())
    return buttons


async def booking_file(
    query: CallbackQuery, callback_data: BookingFile, actor: Actor, bot: Bot, dialog_manager: DialogManager
) -> None:
    """The right is asked by the use case."""
    eyes = await eyes_of(dialog_manager)
    taken = await (await given(dialog_manager, TakeBooking))(actor, BookingId(callback_data.booking))
    await _send_below(bot, actor, dialog_manager, eyes, [event_of_booking(eyes, taken)])


async def meeting_file(
    query: CallbackQuery, callback_data: MeetingFile, actor: Actor, bot: Bot, dialog_manager: DialogManager
) -> None:
    """The right is asked by the use case."""
    eyes = await eyes_of(dialog_manager)
    key = SessionKey(SlotId(callback_data.slot), datetime.fromtimestamp(callback_data.minute * 60, UTC))
    taken = await (await given(dialog_manager, TakeMeeting))(actor, key)
    await _send_below(bot, actor, dialog_manager, eyes, [event_of_meeting(eyes, taken)])


async def asked_file(
    query: CallbackQuery, callback_data: AskedFile, actor: Actor, bot: Bot, dialog_manager: DialogManager
) -> None:
    """The right is asked by the use case."""
    eyes = await eyes_of(dialog_manager)
    taken = await (await given(dialog_manager, TakeAsked))(actor, SubstitutionId(callback_data.ask))
    await _send_below(bot, actor, dialog_manager, eyes, [event_of_meeting(eyes, each) for each in taken])


async def send_events(manager: DialogManager, eyes: Eyes, events: Sequence[Event]) -> None:
    """As a document above the window."""
    body, name, caption = await _file(manager, eyes, events)
    await send_file(manager, body, name, caption)


async def calendar_state(manager: DialogManager, card: BookingCard, eyes: Eyes) -> str:
    """What the button of a booking would do: «take», «update» (her calendar has it otherwise), «remove», or nothing
    («») where there is nothing to tell her calendar."""
    differs = await (await given(manager, InCalendar))(actor_of(manager), card.booking.id)
    if card.booking.state is not BookingState.BOOKED:
        return "" if differs is None else "remove"
    if card.booking.ends <= eyes.now:
        return ""
    return "update" if differs else "take"


async def meeting_calendar(manager: DialogManager, key: SessionKey, *, leads: bool) -> str:
    """As `calendar_state`, of a meeting ahead for its host, who `leads` it or does not any longer."""
    differs = await (await given(manager, MeetingInCalendar))(actor_of(manager), key)
    if not leads:
        return "" if differs is None else "remove"
    return "update" if differs else "take"


def calendar_button() -> Keyboard:
    """The button for a window whose data have «calendar», as `calendar_state` gives it."""
    return Button(T("btn-calendar", "calendar"), id="calendar", on_click=_on_take, when=_offered)


def _offered(data: Mapping[str, Any], widget: object, manager: DialogManager) -> bool:
    return bool(data.get("calendar"))


async def _on_take(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    taken = await (await given(manager, TakeBooking))(actor_of(manager), Chosen(manager).booking)
    eyes = await eyes_of(manager)
    await send_events(manager, eyes, [event_of_booking(eyes, taken)])


async def _send_below(bot: Bot, actor: Actor, manager: DialogManager, eyes: Eyes, events: Sequence[Event]) -> None:
    body, name, caption = await _file(manager, eyes, events)
    await bot.send_document(actor.chat, BufferedInputFile(body, name), caption=caption)


async def _file(manager: DialogManager, eyes: Eyes, events: Sequence[Event]) -> tuple[bytes, str, Safe]:
    write = await given(manager, CalendarWriter)  # type: ignore[type-abstract]  # a port is asked for by its protocol
    entries = [event.entry for event in events]
    what = (
        "off"
        if all(each.cancelled for each in entries)
        else "again"
        if any(each.sequence for each in entries)
        else "new"
    )
    day = words.short_day(eyes.texts, local_day(eyes, entries[0].starts), this_year=eyes.now.year)
    name = file_name(eyes.texts.plain("calendar-file", title=events[0].title, day=day, count=len(events)))
    return write(events), f"{name}.ics", eyes.texts("calendar-caption", what=what, count=len(events))
