"""Where the topic of a half-year that is over goes on, found inside an open unit of work (I14)."""

from dataclasses import replace
from datetime import datetime

from shnor_domain.errors import Stale
from shnor_domain.seminars.cycle.dates import proposed
from shnor_domain.seminars.cycle.model import OVER, Cycle
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.requests.changing import any_begun, cycle_of, held_root, root_of, today_of
from shnor_domain.seminars.requests.model import LIVING, RequestState, Route, SeminarRequest
from shnor_domain.seminars.requests.ports import RequestWork
from shnor_domain.territories.model import SchoolYear, school_year_of

_JOINED = LIVING | {RequestState.WITHDRAWN}


async def held_target(work: RequestWork, request: SeminarRequest, cycle: Cycle, now: datetime) -> SeminarRequest:
    """What a school that takes `request` of `cycle` along stands behind, held: what others have made of it, or what
    that has become since, where a school can still wait for it; else a new one. Raises `Stale` where it ended at this
    very minute."""
    last, seen = request.id, {request.id}
    while (made := await work.seminar_requests.carried(last)) is not None:
        root = await root_of(work, made)
        if await _waits(work, root, now):
            held = await held_root(work, root.id)
            if not await _waits(work, held, now):
                raise Stale
            return held
        # what it was merged into has gone on for it; where that led here before, it goes on by itself
        last = made if root.id in seen else root.id
        seen.add(root.id)
    following = await _next_cycle(work, cycle, now)
    new = SeminarRequest(
        RequestId(0),
        following.id,
        request.region,
        replace(request.wanted, month=None, catalogue=None),
        request.key,
        RequestState.OPEN,
        now,
        Route.PLAN,
        carried_from=last,
    )
    return await held_root(work, await work.seminar_requests.carry(new))


async def _waits(work: RequestWork, request: SeminarRequest, now: datetime) -> bool:
    """True while a school that joins it may still be answered by it: its half-year is not over, it was not set aside,
    and no event of it has begun."""
    _cycle, stands = await cycle_of(work, request.cycle, now)
    return request.state in _JOINED and stands not in OVER and not await any_begun(work, request, now)


async def _next_cycle(work: RequestWork, cycle: Cycle, now: datetime) -> Cycle:
    """The first half-year after it that is not over; where nobody has begun it, with the dates that are proposed."""
    today = await today_of(work, cycle.region, now)
    await work.periods.hold(cycle.region)
    for year in (school_year_of(today), SchoolYear(school_year_of(today) + 1)):
        await work.periods.ensure(cycle.region, year)
    halves = await work.periods.of(cycle.region)
    half = next(each for each in halves if each.order > cycle.half.order and each.days.last >= today)
    return await work.seminar_cycles.of_half(half.id) or await work.seminar_cycles.add(half, proposed(half.days, today))
