"""What hosts, coordinators and everybody find in the menu."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.consultations.data import eyes_of
from handlers.menu.entries import Entry, Section, everybody, having
from handlers.schedule.states import Desk, OpenSchedule, Oversight
from handlers.schedule.views import ROWS, lines, today_line
from handlers.shell import given
from handlers.shell.acting import actor_of
from shnor_domain.consultations.use_cases.hosting import HostDesk
from shnor_domain.identity import COORDINATOR_ROLES, HOST_ROLES


async def today(dialog_manager: DialogManager, **_: Any) -> str | None:
    """«Сегодня: 15:00 химия, 4 человека, 2 вопроса», None for a host without a meeting today and for all others."""
    actor = actor_of(dialog_manager)
    if not actor.has(*HOST_ROLES):
        return None
    desk = await (await given(dialog_manager, HostDesk))(actor)
    if not desk.today:
        return None
    eyes = await eyes_of(dialog_manager)
    return lines(today_line(eyes, meeting) for meeting in desk.today[:ROWS])


ENTRIES = (
    Entry("schedule", Desk.main, having(*HOST_ROLES), Section.HOST),
    Entry("oversight", Oversight.slots, having(*COORDINATOR_ROLES), Section.TERRITORY),
    Entry("open-schedule", OpenSchedule.regions, everybody, Section.COMMON),
)
HEADLINES = (today,)
