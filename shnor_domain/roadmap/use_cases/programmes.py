"""Programmes started for many schools: a plan from a shipped list of steps (R236)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound
from shnor_domain.identity import Actor, SchoolId, Territory
from shnor_domain.people.model.audit import AuditEntry, Details
from shnor_domain.people.model.days import local_day
from shnor_domain.roadmap.access import require_manager
from shnor_domain.roadmap.model import Plan, PlanId, Programme
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.roadmap.programmes import OFFERED, Template, items_of, school_year_window, template
from shnor_domain.territories.model import school_year_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Offer:
    """A programme for schools of the project: those that have it already in this school year are not in `schools`."""

    template: Template
    year: int
    schools: Sequence[Territory]
    already: int


@dataclass(frozen=True, slots=True)
class OfferProgramme:
    """Coordinators of a municipality or region."""

    read: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor, where: Territory, programme: Programme) -> Offer:
        """Schools of the project of the school year that goes on, by municipality and number."""
        require_manager(actor, where)
        if programme not in OFFERED:
            raise NotFound
        async with self.read() as work:
            return await _offer(work, where, programme, self.clock)


@dataclass(frozen=True, slots=True)
class Started:
    """`plan` None when there was no school to start it for."""

    plan: PlanId | None
    schools: int


@dataclass(frozen=True, slots=True)
class StartProgramme:
    """Coordinators of a municipality or region: for chosen schools of the project, or all of them (None). `Invalid`
    for a school that is not on the list; who has the programme already is passed over."""

    write: Opens[RoadmapWork]
    clock: Clock

    async def __call__(
        self, actor: Actor, where: Territory, programme: Programme, schools: Collection[SchoolId] | None = None
    ) -> Started:
        """A plan of the territory: an item a step, a part of it for each school. What the region or a municipality
        does itself is written once, however often the programme is started, and by whom."""
        require_manager(actor, where)
        if programme not in OFFERED or where.region is None:
            raise NotFound
        operation = f"plan-start:{programme.value}"
        now = self.clock.now()
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                plan, count = map(int, done.split(":"))
                return Started(PlanId(plan) if plan else None, count)
            await work.boards.take_turns(where.region)
            offer = await _offer(work, where, programme, self.clock)
            chosen = [one for one in offer.schools if schools is None or one.school in schools]
            if schools is not None and len(chosen) < len(set(schools)):
                raise Invalid("schools", "unknown")
            if not chosen:
                await work.applied.save(operation, "0:0")
                return Started(None, 0)
            window = school_year_window(offer.year)
            title = f"{offer.template.title}, {offer.year}/{(offer.year + 1) % 100:02}"
            new = Plan(PlanId(0), title, programme, where, window, "", now)
            having = await work.boards.beginning(programme, window.first, where.region)
            made = await work.plans.add(new, items_of(offer.template.steps, where, chosen, now, having))
            details: Details = {"programme": programme.value, "schools": len(chosen)}
            await work.audit.add(AuditEntry(now, actor.person, "plan-start", f"plan:{made}", details=details))
            await work.applied.save(operation, f"{made}:{len(chosen)}")
        return Started(made, len(chosen))


async def _offer(work: RoadmapWork, where: Territory, programme: Programme, clock: Clock) -> Offer:
    if where.region is None:
        raise NotFound
    today = local_day(clock.now(), await work.plan_lands.zone_of(where))
    year = school_year_of(today)
    schools = [one for one in await work.plan_lands.project_schools(where.region, today) if where.covers(one)]
    ids = [one.school for one in schools if one.school is not None]
    have = await work.boards.having(programme, school_year_window(year).first, ids) if ids else ()
    free = [one for one in schools if one.school not in have]
    return Offer(template(programme), int(year), free, len(schools) - len(free))
