"""One weekly time: its terms and meetings, closing a date, ending it. The affected are listed before, told after."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.consultations.data import eyes_of
from handlers.consultations.views import host_name, known_key
from handlers.schedule.absences.states import Away
from handlers.schedule.change import windows as change_windows
from handlers.schedule.extra_window import windows as extra_windows
from handlers.schedule.states import MeetingCard, SlotCard
from handlers.schedule.views import affected_lines, days_in_line, meeting_choice, meeting_days, terms_text
from handlers.schedule.windows import FAR_TOO_LONG, started_with
from handlers.shell import Asks, Choice, DayPicker, Screen, T, back_button, choices, given, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.texts import times as words
from shnor_domain.consultations.model import Format, SlotId, SlotState
from shnor_domain.consultations.typed import typed_link
from shnor_domain.consultations.use_cases.calling_off import Affected, CloseDay, EndSlot, OpenDay
from shnor_domain.consultations.use_cases.hosting import OneSlot, SlotPage
from shnor_domain.consultations.use_cases.link import SendLink


def slot_id(manager: DialogManager) -> SlotId:
    """The time that this dialog is about."""
    return SlotId(started_with(manager, "slot"))


async def page_of(manager: DialogManager) -> SlotPage:
    """What its host or a coordinator may see of it."""
    return await (await given(manager, OneSlot))(actor_of(manager), slot_id(manager))


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Terms, meetings as buttons, and the days that may be closed or opened."""
    eyes, page = await eyes_of(dialog_manager), await page_of(dialog_manager)
    live = page.card.slot.state is SlotState.PUBLISHED
    days = meeting_days(page.meetings) if live else []
    year = page.today.year
    return {
        "terms": terms_text(eyes, page.card.slot.terms, page.card.subject, page.area, page.card.town),
        "host": host_name(eyes, page.card),
        "foreign": not page.own,
        "absent": not page.own and live,
        "meetings": [meeting_choice(eyes, meeting, named=False) for meeting in page.meetings],
        "state": "ended" if not live else "ahead" if page.meetings else "quiet",
        "live": live,
        "days_off": days_in_line(eyes, page.holidays),
        "called_off": days_in_line(eyes, page.called_off),
        "days": days,
        "today": page.today,
        "first_day": days[0] if days else page.today,
        "last_day": days[-1] if days else page.today,
        "closed": [
            Choice(
                day.isoformat(),
                eyes.texts.button("btn-schedule-day", day=words.short_day(eyes.texts, day, this_year=year)),
            )
            for day in page.closed
        ]
        if live
        else [],
        "own": page.own and live,
        "online": page.own and live and page.card.slot.terms.format is Format.ONLINE,
        "link": page.card.slot.terms.link is not None,
    }


async def on_meeting(manager: DialogManager, key: str) -> None:
    """Open one meeting."""
    await manager.start(MeetingCard.card, data={"key": key})


async def on_away(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A coordinator says that its host will be away."""
    page = await page_of(manager)
    opens = min(meeting_days(page.meetings), default=page.today)
    await manager.start(Away.first, data={"host": page.card.slot.host, "opens": opens.isoformat()})


async def on_close_day(manager: DialogManager, day: date) -> None:
    """Show whom it concerns first."""
    manager.dialog_data["day"] = day.isoformat()
    await manager.switch_to(SlotCard.close_confirm)


async def close_confirm(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The day, and who would be told."""
    eyes, day = await eyes_of(dialog_manager), _day(dialog_manager)
    affected = await (await given(dialog_manager, Affected))(actor_of(dialog_manager), slot_id(dialog_manager), day)
    return {
        "day": words.day(eyes.texts, day, this_year=eyes.now.year),
        "affected": affected_lines(eyes, affected),
    }


async def on_close(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Close the day; a refusal is shown on the card."""
    await manager.switch_to(SlotCard.card)
    told = await (await given(manager, CloseDay))(actor_of(manager), slot_id(manager), _day(manager))
    await _told(manager, "day", told)


async def on_open_day(manager: DialogManager, day: str) -> None:
    """Open a closed day again."""
    await (await given(manager, OpenDay))(actor_of(manager), slot_id(manager), date.fromisoformat(day))
    await manager.switch_to(SlotCard.card)


async def on_link(manager: DialogManager, text: str) -> None:
    """Save the link and tell the booked; what opens nothing is asked again here."""
    told = await (await given(manager, SendLink))(actor_of(manager), slot_id(manager), typed_link(text))
    await _told(manager, "link", told)


async def end_confirm(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Who would be told if it ended."""
    eyes = await eyes_of(dialog_manager)
    affected = await (await given(dialog_manager, Affected))(actor_of(dialog_manager), slot_id(dialog_manager), None)
    return {"affected": affected_lines(eyes, affected)}


async def on_end(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """End the weekly time; a refusal is shown on the card."""
    await manager.switch_to(SlotCard.card)
    told = await (await given(manager, EndSlot))(actor_of(manager), slot_id(manager))
    await _told(manager, "end", told)


async def told(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What was done and how many are told."""
    return {"what": dialog_manager.dialog_data["what"], "count": dialog_manager.dialog_data["told"]}


async def _told(manager: DialogManager, what: str, count: int) -> None:
    manager.dialog_data.update(what=what, told=count)
    await manager.switch_to(SlotCard.told)


def _day(manager: DialogManager) -> date:
    return date.fromisoformat(manager.dialog_data["day"])


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("schedule-slot", "terms"),
            T("schedule-slot-host", "host", when="foreign"),
            T("schedule-slot-state", "state"),
            T("schedule-slot-holidays", "days_off", "own", when="days_off"),
            T("schedule-slot-called-off", "called_off", when="called_off"),
            choices("meetings", on_meeting, known_key),
            SwitchTo(T("btn-schedule-close-day"), id="close", state=SlotCard.close, when="days"),
            SwitchTo(T("btn-schedule-open-day"), id="open", state=SlotCard.open, when="closed"),
            SwitchTo(T("btn-schedule-window"), id="window", state=SlotCard.window_day, when="own"),
            SwitchTo(T("btn-schedule-link", "link"), id="link", state=SlotCard.link, when="online"),
            SwitchTo(T("btn-schedule-edit"), id="change", state=SlotCard.change, when="own"),
            Button(T("btn-absence-away-foreign"), id="away", on_click=on_away, when="absent"),
            SwitchTo(T("btn-schedule-end"), id="end", state=SlotCard.end, when="live"),
            way_back(),
            menu_button(),
            state=SlotCard.card,
            getter=card,
        ),
        Screen(
            T("schedule-ask-close-day"),
            DayPicker("day", on_close_day, days="days"),
            back_button(SlotCard.card),
            state=SlotCard.close,
            getter=card,
        ),
        Screen(
            T("schedule-close-confirm", "day", "affected"),
            Button(T("btn-schedule-close-confirm"), id="yes", on_click=on_close),
            back_button(SlotCard.close),
            state=SlotCard.close_confirm,
            getter=close_confirm,
        ),
        Screen(
            T("schedule-ask-open-day"),
            choices("closed", on_open_day, str),
            back_button(SlotCard.card),
            state=SlotCard.open,
            getter=card,
        ),
        *extra_windows(page_of),
        *change_windows(page_of),
        Screen(
            T("schedule-ask-new-link"),
            Asks("link", on_link, most=FAR_TOO_LONG),
            back_button(SlotCard.card),
            state=SlotCard.link,
        ),
        Screen(
            T("schedule-end-confirm", "affected"),
            Button(T("btn-schedule-end-confirm"), id="yes", on_click=on_end),
            back_button(SlotCard.card),
            state=SlotCard.end,
            getter=end_confirm,
        ),
        Screen(
            T("schedule-told", "what", "count"),
            SwitchTo(T("btn-schedule-to-slot"), id="card", state=SlotCard.card),
            menu_button(),
            state=SlotCard.told,
            getter=told,
        ),
    )
