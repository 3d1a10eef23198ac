"""The draft that its windows share: of the half-year that is looked at."""

from aiogram_dialog import DialogManager

from handlers.seminars.requests import halves
from handlers.shell import given
from handlers.shell.acting import actor_of
from shnor_domain.errors import NotFound, Stale
from shnor_domain.seminars.events.use_cases.drafting import Draft, ProposeProgramme
from shnor_domain.seminars.model import CycleId

_READ = "seminar_draft"


async def draft_of(manager: DialogManager) -> Draft | None:
    """Of the chosen half-year, read once an update; None before there is any."""
    data, cycle = manager.middleware_data, halves.chosen(manager)
    if data.get(_READ, (False, None))[0] != (cycle,):
        data[_READ] = ((cycle,), await _read(manager, cycle))
    found: Draft | None = data[_READ][1]
    return found


async def _read(manager: DialogManager, cycle: CycleId | None) -> Draft | None:
    try:
        return await (await given(manager, ProposeProgramme))(actor_of(manager), cycle)
    except NotFound:
        if cycle is not None:
            raise
        return None


async def begun_draft(manager: DialogManager) -> Draft:
    """As `draft_of`; raises `Stale` before there is any."""
    found = await draft_of(manager)
    if found is None:
        raise Stale
    return found


def changed(manager: DialogManager) -> None:
    """What was read before the change in hand is read anew."""
    manager.middleware_data.pop(_READ, None)
