"""Who closes a half-year, or watches over its schools, sees whom the question at its border still waits for (I14)."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor
from shnor_domain.seminars.cycle.model import Cycle, Phase
from shnor_domain.seminars.model import CycleId
from shnor_domain.seminars.requests.changing import cycle_of
from shnor_domain.seminars.requests.ports import RequestWork
from shnor_domain.seminars.requests.unanswered import ANSWERING, Ahead, ahead_of, led_by_nobody, waiting
from shnor_domain.seminars.requests.use_cases.border import AskedOver
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Unanswered:
    """`schools` of the reader's territory have still to answer; `nobody` is what waits of those among them that nobody
    leads, by school, then by age. `ahead` is what of the whole region waits for an event that is not over."""

    cycle: Cycle
    schools: int
    nobody: tuple[AskedOver, ...]
    ahead: tuple[Ahead, ...] = ()


@dataclass(frozen=True, slots=True)
class WhoHasNotAnswered:
    """Coordinators, of the schools of their territories; others are refused with `NotAllowed`."""

    read: Opens[RequestWork]
    clock: Clock

    async def __call__(self, actor: Actor, cycle_id: CycleId) -> Unanswered:
        """Of a half-year that is over and not closed; of another nobody is asked. `NotFound` for one of a region where
        she has no place."""
        now = self.clock.now()
        within = [place.territory for place in actor.places if place.verified and place.role in ANSWERING]
        if actor.person is None or not within:
            raise NotAllowed
        async with self.read() as work:
            cycle, stands = await cycle_of(work, cycle_id, now)
            if cycle.region not in {each.region for each in within}:
                raise NotFound
            if stands is not Phase.OVER:
                return Unanswered(cycle, 0, ())
            requests, supports = await waiting(work, cycle.id)
            mine = [each for each in supports if any(where.covers(each.where) for where in within)]
            schools = {each.school for each in mine}
            alone = await led_by_nobody(work, cycle.region, schools, now)
            known = await work.seminar_directory.schools(alone)
            ahead = await ahead_of(work, cycle.id, now)
        rows = [
            AskedOver(each, requests[each.request], known[each.school], asked=True, behalf=True)
            for each in mine
            if each.school in alone
        ]
        rows.sort(key=lambda each: (each.school.order, each.support.id))
        return Unanswered(cycle, len(schools), tuple(rows), ahead)
