"""Who may lead, as a list of buttons."""

from collections.abc import Collection, Sequence

from aiogram_dialog import DialogManager

from handlers.seminars.events.views import look_of
from handlers.shell import Choice, given
from handlers.shell.acting import actor_of
from shnor_domain.seminars.events.model import LessonId
from shnor_domain.seminars.events.rules import Timing
from shnor_domain.seminars.events.use_cases.drafting import HostChoice, HostsForEvent
from shnor_domain.seminars.model import CycleId


async def hosts_of(
    manager: DialogManager, cycle: CycleId, hours: Sequence[Timing], but: Collection[LessonId] = ()
) -> Sequence[HostChoice]:
    """The free ones first."""
    return await (await given(manager, HostsForEvent))(actor_of(manager), cycle, hours, but)


async def choices_of_hosts(
    manager: DialogManager, cycle: CycleId, hours: Sequence[Timing], but: Collection[LessonId] = ()
) -> list[Choice]:
    """By name, as far as names are shown; who is elsewhere at one of the hours is marked."""
    look = await look_of(manager)
    return [
        Choice(each.person, look.texts.button("btn-sev-host", name=look.person(each.name), busy=each.busy))
        for each in await hosts_of(manager, cycle, hours, but)
    ]
