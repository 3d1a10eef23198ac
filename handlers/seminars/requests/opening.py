"""Ways into a new request: from the school's list, and from a factor of its profile (I5)."""

from aiogram_dialog import DialogManager

from handlers.seminars.requests import states
from handlers.shell import given
from handlers.shell.acting import actor_of
from shnor_domain.identity import SchoolId
from shnor_domain.seminars.cycle.model import ASKING
from shnor_domain.seminars.requests.use_cases.looking import SchoolRequests


async def start_request(manager: DialogManager, school: SchoolId, topic: str, why: str) -> None:
    """The form with what a factor gives, above this dialog; while no half-year is asked for, the school's list, which
    says so."""
    found = await (await given(manager, SchoolRequests))(actor_of(manager))
    halves = found.halves
    if halves is None or halves.phase not in ASKING:
        await manager.start(states.OwnRequests.all)
        return
    data = {"cycle": halves.cycle.id, "school": school, "topic": topic, "why": why}
    await manager.start(states.NewRequest.school, data=data)
