"""What hosts, coordinators and everybody find in the menu."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.consultations.data import eyes_of
from handlers.consultations.visits.menu import makes_some
from handlers.menu.entries import Entry, Group, Section, everybody, having
from handlers.schedule.desk_days.states import DeskDays
from handlers.schedule.states import Desk, OpenSchedule, Oversight
from handlers.schedule.views import ROWS, lines, today_line
from handlers.shell import given
from handlers.shell.acting import actor_of
from shnor_domain.consultations.use_cases.hosting import Desk as HostsDesk
from shnor_domain.consultations.use_cases.hosting import HostDesk
from shnor_domain.identity import COORDINATOR_ROLES, HOST_ROLES

_DESK = "host_desk"


async def desk_of(manager: DialogManager) -> HostsDesk:
    """Of who hosts; the menu asks twice, the database once an update."""
    data = manager.middleware_data
    if _DESK not in data:
        data[_DESK] = await (await given(manager, HostDesk))(actor_of(manager))
    found: HostsDesk = data[_DESK]
    return found


async def has_days(dialog_manager: DialogManager, **_: Any) -> bool:
    """There is something that «Сегодня» and «Неделя» could show: times, meetings, visits."""
    desk = await desk_of(dialog_manager)
    return bool(desk.slots or desk.meetings) or await makes_some(dialog_manager=dialog_manager)


async def today(dialog_manager: DialogManager, **_: Any) -> str | None:
    """«Сегодня: 15:00 химия, 4 человека, 2 вопроса», None for a host without a meeting today and for all others."""
    if not actor_of(dialog_manager).has(*HOST_ROLES):
        return None
    desk = await desk_of(dialog_manager)
    if not desk.today:
        return None
    eyes = await eyes_of(dialog_manager)
    return lines(today_line(eyes, meeting) for meeting in desk.today[:ROWS])


ENTRIES = (
    Entry("today", DeskDays.today, having(*HOST_ROLES), Section.HOST, shown=has_days),
    Entry("schedule", Desk.main, having(*HOST_ROLES), Section.HOST),
    Entry("oversight", Oversight.slots, having(*COORDINATOR_ROLES), Section.TERRITORY, groups=(Group.CONSULTATIONS,)),
    Entry(
        "open-schedule",
        OpenSchedule.regions,
        everybody,
        Section.COMMON,
        groups=(Group.CONSULTATIONS, Group.MORE),
    ),
)
HEADLINES = (today,)
