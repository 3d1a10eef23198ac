"""What the desk's windows have in hand: a region, one of its half-years, a topic."""

from collections.abc import Sequence
from typing import Any

from aiogram_dialog import DialogManager

from handlers.seminars.topic_list import tapped
from handlers.shell import given
from handlers.shell.acting import actor_of
from shnor_domain.errors import NotAllowed, Stale
from shnor_domain.identity import RegionId
from shnor_domain.seminars.access import regions_run
from shnor_domain.seminars.cycle.model import CatalogueTopic, Cycle
from shnor_domain.seminars.cycle.use_cases.half_years import HalfYearRow, ShowPeriods
from shnor_domain.seminars.cycle.use_cases.planning import CycleDesk, ShowCycle
from shnor_domain.territories.periods import HalfYearId

REGION, HALF, DATES, DAYS = "region", "half", "dates", "days"


def region_of(manager: DialogManager) -> RegionId:
    """The region that was chosen, or the only one; raises `NotAllowed` for who runs none."""
    mine = regions_run(actor_of(manager))
    chosen = manager.dialog_data.get(REGION)
    found = next((each for each in mine if each == chosen), mine[0] if mine else None)
    if found is None:
        raise NotAllowed
    return found


async def rows(manager: DialogManager) -> Sequence[HalfYearRow]:
    """Half-years of this school year and the next."""
    return await (await given(manager, ShowPeriods))(actor_of(manager), region_of(manager))


def half_id(manager: DialogManager) -> HalfYearId:
    """The half-year that was tapped."""
    return HalfYearId(int(manager.dialog_data.get(HALF) or 0))


async def row_of(manager: DialogManager) -> HalfYearRow:
    """The same as a row; `Stale` where it is not among them any more."""
    found = next((each for each in await rows(manager) if each.half.id == half_id(manager)), None)
    if found is None:
        raise Stale
    return found


async def desk_of(manager: DialogManager) -> CycleDesk:
    """Its cycle, catalogue and what has come."""
    return await (await given(manager, ShowCycle))(actor_of(manager), half_id(manager))


async def cycle_of(manager: DialogManager) -> Cycle:
    """The cycle; `Stale` where its dates are not set."""
    found = (await desk_of(manager)).cycle
    if found is None:
        raise Stale
    return found


async def topic_of(manager: DialogManager) -> tuple[CycleDesk, CatalogueTopic]:
    """The topic that was tapped; `Stale` once it is on offer no more."""
    desk = await desk_of(manager)
    return desk, tapped(manager, desk.topics)


async def take(data: Any, manager: DialogManager) -> None:
    """For `on_start`: the half-year with which the desk was opened; a step with one region is skipped."""
    if isinstance(data, dict):
        manager.dialog_data.update(data)
