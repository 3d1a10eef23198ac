"""A half-year that is over: its schools are asked, and once all have answered it is closed (I21)."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound, Stale
from shnor_domain.identity import Actor, Role, Territory
from shnor_domain.one_by_one import one_by_one
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.model.days import local_day
from shnor_domain.seminars.cycle.model import Cycle, Phase
from shnor_domain.seminars.errors import CycleNotOver
from shnor_domain.seminars.model import CycleId
from shnor_domain.seminars.requests.changing import cycle_of, held_root
from shnor_domain.seminars.requests.model import ASKED_AT_BORDER, Support, SupportId, SupportState
from shnor_domain.seminars.requests.notices import at_border
from shnor_domain.seminars.requests.ports import RequestWork
from shnor_domain.seminars.requests.rules import waits_at_border
from shnor_domain.seminars.requests.sides import school_side
from shnor_domain.work import Opens

ASKED_AGAIN = 5
"""Working days of silence after which the question stands in a digest once more."""
_NINE = time(9)
_REACH = timedelta(days=40)


@dataclass(frozen=True, slots=True)
class CloseCycle:
    """The coordinator of the whole region; others are refused with `NotAllowed`, a cycle of others with `NotFound`.

    Refused: `CycleNotOver(open=…)`: before the half-year is over, or while so many schools have not answered; `Stale`
    where it is closed already.
    """

    write: Opens[RequestWork]
    clock: Clock

    async def __call__(self, actor: Actor, cycle_id: CycleId) -> Cycle:
        """Nothing of the half-year changes any more."""
        operation, now = f"seminar-close:{cycle_id}", self.clock.now()
        if not actor.has(Role.REGIONAL_COORDINATOR):
            raise NotAllowed
        async with self.write() as work:
            if await work.seminar_cycles.hold(cycle_id) is None:
                raise NotFound
            cycle, stands = await cycle_of(work, cycle_id, now)
            if not actor.reaches(Territory(cycle.region), Role.REGIONAL_COORDINATOR):
                raise NotFound
            if await work.applied.result(operation) is None:
                if stands is Phase.CLOSED:
                    raise Stale
                waiting = await _unanswered(work, cycle_id)
                if stands is not Phase.OVER or waiting:
                    raise CycleNotOver(open=waiting)
                if not await work.seminar_cycles.save(replace(cycle, closed=now)):
                    raise Stale
                await work.audit.add(AuditEntry(now, actor.person, "seminar-close", f"cycle:{cycle_id}"))
                await work.applied.save(operation, "closed")
            return replace(cycle, closed=cycle.closed or now)


@dataclass(frozen=True, slots=True)
class AskAtBorder:
    """A job: the schools behind what half-years that are over have left open are asked, each once. Nobody's action."""

    read: Opens[RequestWork]
    write: Opens[RequestWork]
    clock: Clock

    async def __call__(self) -> int:
        """How many were asked; each in a unit of its own."""
        now, waiting = self.clock.now(), []
        async with self.read() as work:
            for cycle in await work.seminar_requests.cycles_with(*ASKED_AT_BORDER):
                if (await cycle_of(work, cycle, now))[1] is Phase.OVER:
                    waiting += [each.id for each in await work.request_supports.unasked(cycle)]
        return await one_by_one(
            self.write,
            waiting,
            lambda work, support: _ask(work, support, now),
            "support %s could not be asked about",
        )


async def _ask(work: RequestWork, support_id: SupportId, now: datetime) -> int:
    support = await work.request_supports.get(support_id)
    assert support is not None  # supports are never deleted
    request = await held_root(work, support.request)
    _cycle, stands = await cycle_of(work, request.cycle, now)
    if not waits_at_border(support, request, stands):
        return 0
    again = await _asked_again(work, support, now)
    await work.notices.plan(*at_border(support, await school_side(work, support, now), now, again))
    await work.request_supports.ask_over(support.id, now)
    return 1


async def _unanswered(work: RequestWork, cycle: CycleId) -> int:
    """How many schools have still to say whether they take a topic along."""
    requests = await work.seminar_requests.of_cycle(cycle, *ASKED_AT_BORDER)
    supports = await work.request_supports.of_requests([each.id for each in requests])
    return sum(each.state is SupportState.LIVE for each in supports)


async def _asked_again(work: RequestWork, support: Support, now: datetime) -> datetime:
    """Nine o'clock there, after so many working days."""
    unit = Territory(support.where.region, support.where.municipality)
    zone = await work.lands.zone_of(unit)
    today = local_day(now, zone)
    off = await work.lands.days_off(unit, today, today + _REACH)
    days = (today + timedelta(days=after) for after in range(1, _REACH.days + 1))
    worked = [day for day in days if day not in off]
    return datetime.combine(worked[ASKED_AGAIN - 1], _NINE, ZoneInfo(zone)).astimezone(UTC)
