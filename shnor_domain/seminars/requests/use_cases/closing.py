"""A half-year that is over: its schools are asked, and once all have answered it is closed (I21)."""

from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound, Stale
from shnor_domain.identity import Actor, Role, Territory
from shnor_domain.one_by_one import one_by_one
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.seminars.cycle.model import Cycle, Phase
from shnor_domain.seminars.errors import CycleNotOver
from shnor_domain.seminars.model import CycleId
from shnor_domain.seminars.requests.changing import cycle_of, held_root, unheld_among
from shnor_domain.seminars.requests.model import LEFT_AT_BORDER, SupportId
from shnor_domain.seminars.requests.notices import at_border
from shnor_domain.seminars.requests.ports import RequestWork
from shnor_domain.seminars.requests.rules import waits_at_border
from shnor_domain.seminars.requests.sides import school_side
from shnor_domain.seminars.requests.unanswered import ahead_of, leads_of, one_a_school, waiting
from shnor_domain.seminars.working_days import nine_after
from shnor_domain.work import Opens

ASKED_AGAIN = 5
"""Working days of silence after which the question stands in a digest once more."""


@dataclass(frozen=True, slots=True)
class CloseCycle:
    """The coordinator of the whole region; others are refused with `NotAllowed`, a cycle of others with `NotFound`.

    Refused: `CycleNotOver(open=…, ahead=…)`: before the half-year is over, while so many schools have not answered, or
    so many requests wait for an event that is not over; `Stale` where it is closed already.
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
                _requests, left = await waiting(work, cycle_id)
                ahead = await ahead_of(work, cycle_id, now)
                if stands is not Phase.OVER or left or ahead:
                    raise CycleNotOver(open=len({each.school for each in left}), ahead=len(ahead))
                if not await work.seminar_cycles.save(replace(cycle, closed=now)):
                    raise Stale
                await work.audit.add(AuditEntry(now, actor.person, "seminar-close", f"cycle:{cycle_id}"))
                await work.applied.save(operation, "closed")
            return replace(cycle, closed=cycle.closed or now)


@dataclass(frozen=True, slots=True)
class AskAtBorder:
    """A job: the schools behind what half-years that are over have left open are asked, each once; a school that nobody
    leads once somebody does, and who comes to lead it while it has not answered. Nobody's action."""

    read: Opens[RequestWork]
    write: Opens[RequestWork]
    clock: Clock

    async def __call__(self) -> int:
        """How many were asked; each in a unit of its own."""
        now, asked = self.clock.now(), []
        async with self.read() as work:
            for cycle_id in await work.seminar_requests.cycles_with(*LEFT_AT_BORDER):
                cycle, stands = await cycle_of(work, cycle_id, now)
                if stands is Phase.OVER:
                    requests, left = await waiting(work, cycle_id)
                    unasked = await work.request_supports.unasked(requests.keys())
                    leads = await leads_of(work, cycle.region, {each.school for each in [*unasked, *left]}, now)
                    asked += [each.id for each in unasked if leads[each.school]]
                    told = await work.request_supports.asked_people(requests.keys())
                    new = {each.id for each in unasked}
                    asked += [
                        each.id
                        for each in left
                        if each.id not in new and any((each.id, lead) not in told for lead in leads[each.school])
                    ]
        return await one_by_one(
            self.write,
            asked,
            lambda work, support: _ask(work, support, now),
            "support %s could not be asked about",
        )


async def _ask(work: RequestWork, support_id: SupportId, now: datetime) -> int:
    support = await work.request_supports.get(support_id)
    assert support is not None  # supports are never deleted
    request = await held_root(work, support.request)
    _cycle, stands = await cycle_of(work, request.cycle, now)
    if not waits_at_border(support, request, stands, await unheld_among(work, [request])):
        return 0
    unit = Territory(support.where.region, support.where.municipality)
    again, people = await nine_after(work, unit, ASKED_AGAIN, now), list(await school_side(work, support, now))
    told = await work.request_supports.asked_people([request.id])
    people = [each for each in people if (support.id, each) not in told]
    if not people:
        return 0
    await work.request_supports.ask_over(support.id, now)
    if support not in one_a_school(await work.request_supports.of_requests([request.id])):
        return 0
    await work.notices.plan(*at_border(support, people, now, again))
    return 1
