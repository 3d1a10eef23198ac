"""What a use case begins with: the school or case, if it is the actor's to see."""

from datetime import date, datetime

from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, SchoolId, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.risk.access import require_reader_at_all, require_sees
from shnor_domain.risk.factors import Factor, FactorCode
from shnor_domain.risk.model import CaseId, FactorCase
from shnor_domain.risk.ports import RiskWork


async def seen_school(work: RiskWork, actor: Actor, school: SchoolId) -> Territory:
    """Where it lies, also of one that is closed: its history stays. Refused as by `require_sees`."""
    require_reader_at_all(actor)
    found = await work.schools.get(school)
    return require_sees(actor, None if found is None else found.territory)


async def seen_case(work: RiskWork, actor: Actor, which: CaseId, *, hold: bool = False) -> FactorCase:
    """The case, held by who is about to change it. Raises as `seen_school`."""
    require_reader_at_all(actor)
    found = await (work.risk_cases.hold(which) if hold else work.risk_cases.one(which))
    if found is None:
        raise NotFound
    require_sees(actor, found.where)
    return found


async def today_at(work: RiskWork, where: Territory, now: datetime) -> date:
    """The date on the wall of a school."""
    return local_day(now, await work.lands.zone_of(where))


async def catalogue(work: RiskWork, where: Territory) -> dict[FactorCode, Factor]:
    """By code, in the order of the region's catalogue, with what is offered no more."""
    return {one.code: one for one in await work.risk_factors.of_region(where.region)}
