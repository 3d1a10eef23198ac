"""«Сегодня» with the next meeting first, and «Неделя» by days."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Keyboard, Row, Start, SwitchTo

from handlers.consultations.calendar import send_events
from handlers.consultations.calendar_words import event_of_meeting
from handlers.consultations.data import eyes_of
from handlers.consultations.views import key_id, known_key, local_day
from handlers.consultations.visits.menu import hosted, on_desk, week_text
from handlers.consultations.visits.states import HostVisit
from handlers.schedule.desk_days.printing import send_week
from handlers.schedule.desk_days.states import DeskDays, Letter
from handlers.schedule.desk_days.views import coming_text, days_text, row
from handlers.schedule.states import MeetingCard
from handlers.schedule.views import lines, meeting_choice
from handlers.schedule.windows import to_desk
from handlers.shell import Screen, T, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import times as words
from shnor_domain.consultations.desk.use_cases.host_calendars import TakeWeek, WeekInCalendar
from shnor_domain.consultations.desk.use_cases.week import WEEKS, DeskWeek, ShowWeek
from shnor_domain.territories.paging import page_of

ROWS = "rows"


async def shown(manager: DialogManager, ahead: int = 0) -> DeskWeek:
    """The reader's own week."""
    return await (await given(manager, ShowWeek))(actor_of(manager), ahead)


async def today(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The next meeting with its people, then the others of this day."""
    eyes, week = await eyes_of(dialog_manager), await shown(dialog_manager)
    day = local_day(eyes, eyes.now)
    of_today = [each for each in week.meetings if local_day(eyes, each.meeting.occurrence.starts) == day]
    coming = week.coming
    others = [each for each in of_today if coming is None or each.meeting != coming.meeting]
    page = page_of(others, turned_to(dialog_manager, ROWS))
    first = [] if coming is None else [coming]
    return {
        "day": words.day(eyes.texts, day, this_year=day.year),
        "coming": "" if coming is None else coming_text(eyes, coming),
        "free": not of_today,
        "nothing": coming is None and not await hosted(dialog_manager),
        "others": lines(row(eyes, each) for each in page.rows),
        "meetings": [meeting_choice(eyes, each.meeting) for each in (*first, *page.rows)],
        "page": page.number,
        "pages": page.pages,
        "write": coming is not None and bool(coming.bookings),
    }


async def week(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One page of the week's meetings under their days."""
    eyes, ahead = await eyes_of(dialog_manager), _ahead(dialog_manager)
    found = await shown(dialog_manager, ahead)
    page = page_of(found.meetings, turned_to(dialog_manager, ROWS))
    visits = week_text(eyes, await hosted(dialog_manager), found.first)
    return {
        "first": found.first,
        "days": days_text(eyes, page.rows),
        "visits_of_week": visits,
        "none": not found.meetings and not visits,
        "some": bool(found.meetings),
        # what another leads by now stands in no week of hers, and in her calendar still
        "calendar": bool(found.meetings)
        or await (await given(dialog_manager, WeekInCalendar))(actor_of(dialog_manager), ahead),
        "meetings": [meeting_choice(eyes, each.meeting) for each in page.rows],
        "page": page.number,
        "pages": page.pages,
        "before": ahead > 0,
        "after": ahead < WEEKS - 1,
    }


async def on_turn(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """A week earlier or later."""
    step = 1 if button.widget_id == "later" else -1
    manager.dialog_data["ahead"] = _ahead(manager) + step
    turn(manager, ROWS)


async def on_switch(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The other window begins with its first page."""
    turn(manager, ROWS)


async def on_meeting(manager: DialogManager, key: str) -> None:
    """Open one meeting."""
    await manager.start(MeetingCard.card, data={"key": key})


async def on_write(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """To those who are booked on the next meeting."""
    coming = (await shown(manager)).coming
    if coming is not None:
        await manager.start(Letter.write, data={"key": key_id(coming.meeting.occurrence.key)})


async def on_print(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The week as a table."""
    await send_week(manager, await eyes_of(manager), await shown(manager, _ahead(manager)))


async def on_calendar(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The week as one file for a calendar."""
    eyes = await eyes_of(manager)
    taken = await (await given(manager, TakeWeek))(actor_of(manager), _ahead(manager))
    if taken:
        await send_events(manager, eyes, [event_of_meeting(eyes, each) for each in taken])
    else:
        tell(manager, texts_of(manager)("calendar-week-empty"))


def _ahead(manager: DialogManager) -> int:
    return min(max(int(manager.dialog_data.get("ahead", 0)), 0), WEEKS - 1)


def _to_visits() -> Keyboard:
    return Start(T("btn-visits-mine", count="visits"), id="visits", state=HostVisit.all, when="visits")


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("desk-today", "day"),
            T("desk-today-free", when="free"),
            T("desk-lines", lines="coming", when="coming"),
            T("desk-today-nothing", when="nothing"),
            T("desk-today-others", "others", when="others"),
            T("visit-desk-today", lines="visits_today", when="visits_today"),
            choices("meetings", on_meeting, known_key),
            Turning(ROWS),
            _to_visits(),
            Button(T("btn-desk-write-next"), id="write", on_click=on_write, when="write"),
            SwitchTo(T("btn-desk-week"), id="week", state=DeskDays.week, on_click=on_switch),
            to_desk(),
            menu_button(),
            state=DeskDays.today,
            getter=(today, on_desk),
        ),
        Screen(
            T("desk-week", "first"),
            T("desk-lines", lines="days", when="some"),
            T("visit-desk-week", lines="visits_of_week", when="visits_of_week"),
            T("desk-week-none", when="none"),
            choices("meetings", on_meeting, known_key),
            Turning(ROWS),
            _to_visits(),
            Row(
                Button(T("btn-desk-earlier"), id="earlier", on_click=on_turn, when="before"),
                Button(T("btn-desk-later"), id="later", on_click=on_turn, when="after"),
            ),
            Button(T("btn-desk-print"), id="print", on_click=on_print, when="some"),
            Button(T("btn-desk-calendar"), id="calendar", on_click=on_calendar, when="calendar"),
            SwitchTo(T("btn-desk-today"), id="today", state=DeskDays.today, on_click=on_switch),
            to_desk(),
            menu_button(),
            state=DeskDays.week,
            getter=(week, on_desk),
        ),
    )
