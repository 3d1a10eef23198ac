"""One meeting: who comes with what, and calling it off."""

from typing import Any, cast

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.consultations.calendar import meeting_calendar, send_events
from handlers.consultations.calendar_words import event_of_meeting
from handlers.consultations.data import eyes_of
from handlers.consultations.views import host_name, key_of
from handlers.questions.states import Ahead
from handlers.schedule import meeting_link
from handlers.schedule.absences.states import Moving, StandIn
from handlers.schedule.attendance.states import Marking
from handlers.schedule.desk_days.states import Letter
from handlers.schedule.states import MeetingCard
from handlers.schedule.views import ROWS, affected_lines, meeting_head, pages_of, people_lines
from handlers.schedule.windows import fixed, started_with, to_desk
from handlers.shell import Screen, T, back_button, given, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from shnor_domain.consultations.desk.use_cases.host_calendars import TakeMeeting
from shnor_domain.consultations.model import Format, SessionKey
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.hosting import OneMeeting


def key(manager: DialogManager) -> SessionKey:
    """The meeting that this dialog is about."""
    return key_of(started_with(manager, "key"))


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The meeting with one page of its people in the order in which they booked; to a coordinator it says how many
    they are, and names them only where a change would concern them."""
    eyes = await eyes_of(dialog_manager)
    found = await (await given(dialog_manager, OneMeeting))(actor_of(dialog_manager), key(dialog_manager))
    ahead = found.meeting.occurrence.starts > eyes.now
    actor = actor_of(dialog_manager)
    own, leads = found.meeting.of.slot.host == actor.person, found.meeting.leader == actor.person
    people = found.bookings if own or leads else ()
    pages = pages_of(len(people))
    page = min(turned_to(dialog_manager, "people"), pages - 1)
    skip = page * ROWS
    hers = leads or (own and not found.meeting.passed_on)
    stands = hers and not found.meeting.cancelled
    here = found.meeting.occurrence.key
    return {
        "head": meeting_head(eyes, found.meeting),
        "people": people_lines(eyes, people[skip : skip + ROWS], skip + 1),
        "affected": affected_lines(eyes, found.bookings),
        "somebody": bool(people),
        "waits": found.waits if ahead else 0,
        "held": found.held,
        "nobody": not found.bookings and not found.meeting.cancelled,
        "page": page,
        "pages": pages,
        # who stands in leads it, and leaves all else to its host
        "live": ahead and not found.meeting.cancelled and (own or not leads),
        "movable": ahead and not found.meeting.cancelled and own and not found.meeting.passed_on,
        "own": own,
        "stands_in": ahead and not found.meeting.cancelled and leads and not own,
        "kept": bool(cast(dict[str, Any], dialog_manager.start_data).get("kept")),
        "leader": host_name(eyes, found.meeting.of) if found.meeting.passed_on else "",
        "markable": hers and bool(found.bookings) and not ahead and not found.meeting.cancelled,
        "write": bool(found.bookings)
        and leads
        and not found.meeting.cancelled
        and found.meeting.occurrence.ends > eyes.now,
        "calendar": await meeting_calendar(dialog_manager, here, leads=stands) if ahead and (own or leads) else "",
        "ahead": hers and ahead and bool(found.bookings) and not found.meeting.cancelled,
        "online": hers
        and not found.meeting.cancelled
        and found.meeting.of.slot.terms.format is Format.ONLINE
        and found.meeting.occurrence.ends > eyes.now,
    }


async def on_mark(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Who came."""
    await manager.start(Marking.card, data={"key": started_with(manager, "key")})


async def on_move(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """To another day or hour."""
    await manager.start(Moving.day, data={"key": started_with(manager, "key")})


async def on_cannot(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Who stands in gives it back."""
    await manager.start(StandIn.cannot, data={"key": started_with(manager, "key")})


async def on_cancel(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Call it off; a refusal is shown on the card."""
    await manager.switch_to(MeetingCard.card)
    told = await (await given(manager, CancelSession))(actor_of(manager), key(manager))
    manager.dialog_data["told"] = told
    await manager.switch_to(MeetingCard.told)


async def on_ahead(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """What its people have asked."""
    meeting = key(manager)
    await manager.start(Ahead.all, data={"slot": meeting.slot, "minute": int(meeting.starts.timestamp()) // 60})


async def on_write(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """To everybody who is booked."""
    await manager.start(Letter.write, data={"key": started_with(manager, "key")})


async def on_calendar(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The meeting as a file for her calendar."""
    eyes, taken = await eyes_of(manager), await (await given(manager, TakeMeeting))(actor_of(manager), key(manager))
    await send_events(manager, eyes, [event_of_meeting(eyes, taken)])


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("absence-kept", when="kept"),
            T("schedule-meeting", "head"),
            T("absence-led-by", "leader", when="leader"),
            T("schedule-meeting-people", "people", when="somebody"),
            T("schedule-meeting-nobody", when="nobody"),
            T("schedule-meeting-waits", "waits", "held", when="waits"),
            Turning("people"),
            Button(T("btn-question-ahead"), id="ahead", on_click=on_ahead, when="ahead"),
            Button(T("btn-schedule-write"), id="write", on_click=on_write, when="write"),
            Button(T("btn-calendar", "calendar"), id="calendar", on_click=on_calendar, when="calendar"),
            Button(T("btn-schedule-how-was-it"), id="mark", on_click=on_mark, when="markable"),
            Button(T("btn-move-meeting"), id="move", on_click=on_move, when="movable"),
            Button(T("btn-cannot-lead"), id="cannot", on_click=on_cannot, when="stands_in"),
            SwitchTo(T("btn-schedule-cancel-meeting"), id="cancel", state=MeetingCard.confirm, when="live"),
            SwitchTo(T("btn-schedule-meeting-link"), id="link", state=MeetingCard.link, when="online"),
            way_back(),
            to_desk(when="own"),
            menu_button(),
            state=MeetingCard.card,
            getter=card,
        ),
        Screen(
            T("schedule-cancel-confirm", "head", "affected"),
            Button(T("btn-schedule-cancel-confirm"), id="yes", on_click=on_cancel),
            back_button(MeetingCard.card),
            state=MeetingCard.confirm,
            getter=card,
        ),
        Screen(
            T("schedule-told", what=fixed("meeting"), count="dialog_data.told"),
            SwitchTo(T("btn-schedule-to-meeting"), id="card", state=MeetingCard.card),
            way_back(),
            menu_button(),
            state=MeetingCard.told,
        ),
        *meeting_link.windows(),
    )
