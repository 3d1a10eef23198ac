"""Who is what to a request, and who is told of it; read inside an open unit of work."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.identity import Actor, PersonId, RegionId, Role, SchoolId, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.deciders import Level
from shnor_domain.seminars.access import RUNNING, region_schools, runs, schools_led
from shnor_domain.seminars.requests.model import SeminarRequest, Support
from shnor_domain.seminars.requests.ports import RequestWork
from shnor_domain.territories.access import sees_school

_HELPING = (Role.SCHOOL_CURATOR, Role.MENTOR)


@dataclass(frozen=True, slots=True)
class Rights:
    """What an actor is to a request. `leads`: schools of its region that she may put behind it; `sees`: schools behind
    it of which she may be told by name. Nobody of these sees nothing."""

    runs: bool
    leads: frozenset[SchoolId]
    sees: frozenset[SchoolId]

    @property
    def any(self) -> bool:
        """True for who may look at it."""
        return self.runs or bool(self.leads) or bool(self.sees)


def rights_of(actor: Actor, request: SeminarRequest, supports: Iterable[Support]) -> Rights:
    """By the actor's places in force; a teacher's give none (I22)."""
    if actor.person is None:
        return Rights(runs=False, leads=frozenset(), sees=frozenset())
    led = frozenset(region_schools(schools_led(actor), request.region))
    running = runs(actor, request.region)
    seen = frozenset(each.school for each in supports if running or sees_school(actor, each.where))
    return Rights(running, led, seen)


def schools_of(actor: Actor) -> Collection[SchoolId]:
    """Schools whose requests the actor reads: led, or helped as curator or mentor."""
    if actor.person is None:
        return frozenset()
    helped = {
        school for place in actor.places if place.verified and place.role in _HELPING for school in place.assigned
    }
    return frozenset(helped | {each.school for each in schools_led(actor) if each.school is not None})


async def school_side(work: RequestWork, support: Support, now: datetime) -> Sequence[PersonId]:
    """Who is told for the school: its leads, who asked among them while she is one."""
    zone = await work.lands.zone_of(support.where)
    return await work.places.leads(support.school, local_day(now, zone))


async def who_runs(work: RequestWork, region: RegionId, now: datetime) -> Sequence[PersonId]:
    """Those of the whole region who are not on leave, by id."""
    whole = Territory(region)
    levels = [Level(role, whole) for role in RUNNING]
    held = await work.places.holders(levels, local_day(now, await work.lands.zone_of(whole)))
    return sorted({person for people in held.values() for person in people})
