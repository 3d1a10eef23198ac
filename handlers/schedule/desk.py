"""«Моё расписание»: today, the coming meetings, weekly times, wishes, days of the plan."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Start, SwitchTo

from handlers.consultations.data import eyes_of
from handlers.consultations.views import known_key
from handlers.consultations.visits.menu import hosted, on_desk
from handlers.consultations.visits.states import HostVisit
from handlers.schedule.absences.states import Away
from handlers.schedule.attendance import unmarked
from handlers.schedule.attendance.states import Unmarked
from handlers.schedule.desk_days.states import DeskDays, Wishes
from handlers.schedule.states import Desk, Drafts, MeetingCard, Publish, SlotCard
from handlers.schedule.views import ROWS, lines, meeting_choice, slot_line, today_line
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from shnor_domain.consultations.use_cases.hosting import HostDesk
from shnor_domain.consultations.use_cases.publish import OpenDrafts
from shnor_domain.identity import HOST_ROLES


async def main(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is today, who asks, and the meetings as buttons."""
    eyes, actor = await eyes_of(dialog_manager), actor_of(dialog_manager)
    desk = await (await given(dialog_manager, HostDesk))(actor)
    hosts = actor.has(*HOST_ROLES)
    drafts = await (await given(dialog_manager, OpenDrafts))(actor) if hosts else ()
    rows: list[Safe] = [today_line(eyes, meeting) for meeting in desk.today[:ROWS]]
    if desk.slots and not rows:
        rows.append(eyes.texts("schedule-today-free"))
    rows += [eyes.texts("schedule-wish", subject=subject, count=count) for subject, count in desk.wishes[:ROWS]]
    if not desk.slots:
        rows.append(eyes.texts("schedule-empty"))
    elif desk.meetings:
        rows.append(eyes.texts("schedule-ahead"))
    else:
        rows.append(eyes.texts("schedule-nothing-ahead"))
    return {
        "lines": lines(rows),
        "meetings": [meeting_choice(eyes, meeting) for meeting in desk.meetings],
        "slots": len(desk.slots),
        "leads": bool(desk.slots or desk.meetings or await hosted(dialog_manager)),
        "away": bool(desk.slots or desk.meetings),
        "drafts": len(drafts),
        "hosts": hosts,
        "asked": hosts and bool(desk.wishes),
        "unmarked": await unmarked.count(dialog_manager),
    }


async def slots(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Weekly times by weekday."""
    eyes = await eyes_of(dialog_manager)
    desk = await (await given(dialog_manager, HostDesk))(actor_of(dialog_manager))
    return {"slots": [Choice(str(card.slot.id), slot_line(eyes, card)) for card in desk.slots]}


async def on_meeting(manager: DialogManager, key: str) -> None:
    """Open one meeting."""
    await manager.start(MeetingCard.card, data={"key": key})


async def on_slot(manager: DialogManager, slot: int) -> None:
    """Open one weekly time."""
    await manager.start(SlotCard.card, data={"slot": slot})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("schedule-desk", "lines"),
            choices("meetings", on_meeting, known_key),
            Start(T("btn-schedule-unmarked", count="unmarked"), id="unmarked", state=Unmarked.all, when="unmarked"),
            T("visit-desk-today", lines="visits_today", when="visits_today"),
            Start(T("btn-visits-mine", count="visits"), id="visits", state=HostVisit.all, when="visits"),
            Start(T("btn-desk-today"), id="today", state=DeskDays.today, when="leads"),
            Start(T("btn-desk-week"), id="week", state=DeskDays.week, when="leads"),
            Start(T("btn-desk-asked-for"), id="asked", state=Wishes.subjects, when="asked"),
            Start(T("btn-absence-away"), id="away", state=Away.first, when="away"),
            SwitchTo(T("btn-schedule-slots", count="slots"), id="slots", state=Desk.slots, when="slots"),
            Start(T("btn-schedule-drafts", count="drafts"), id="drafts", state=Drafts.all, when="drafts"),
            Start(T("btn-schedule-add"), id="add", state=Publish.subject, when="hosts"),
            menu_button(),
            state=Desk.main,
            getter=(main, on_desk),
        ),
        Screen(
            T("schedule-slots"),
            choices("slots", on_slot, int),
            back_button(Desk.main),
            menu_button(),
            state=Desk.slots,
            getter=slots,
        ),
    )
