"""/risk: the profile of a school as people look at it (S8)."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, Role, SchoolId, Territory
from shnor_domain.risk import access
from shnor_domain.risk.cards import FactorCard, FactorRow, RiskCard, RiskMay, factor_may, rows_of
from shnor_domain.risk.model import CaseId, CaseState, Profile, current
from shnor_domain.risk.ports import RiskWork
from shnor_domain.risk.reviewers import Reviewers
from shnor_domain.risk.seeing import catalogue, seen_case, seen_school
from shnor_domain.risk.waiting import Waiting, of_closing, of_decision, of_programme
from shnor_domain.territories.access import leads
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class ShowRisk:
    """Who may see the school's profile (`territories.access.sees_school`): coordinators and observers, its lead,
    curator, mentor. Refused: `ProfileByLead` to a teacher, `NotAllowed`, `NotFound`."""

    read: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId) -> RiskCard:
        """`profile` is None while nobody has entered one; factors that are worked on are there all the same."""
        async with self.read() as work:
            where = await seen_school(work, actor, school)
            versions = await work.risk_profiles.of_school(school)
            profile = current(versions)
            cases = await work.risk_cases.of_school(school)
            programmes = await work.risk_programmes.latest_of(school)
            done = await work.factor_deeds.done(school, self.clock.now())
            rows = rows_of(await catalogue(work, where), profile, cases, programmes, done)
            entered_by = await _entered_by(work, where, profile, self.clock)
        may = RiskMay(
            enter=access.enters(actor, where),
            decide=leads(actor, where),
            carry=access.carries(actor, where),
            protocol=access.curates(actor, where),
            tag=access.tags(actor, where),
        )
        closed = sum(case.state is CaseState.CLOSED for case in cases)
        return RiskCard(where, profile, tuple(versions), rows, closed, may, entered_by)


@dataclass(frozen=True, slots=True)
class ShowFactor:
    """The same people: one factor of a school with its history and programme, and what the actor may do about it."""

    read: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: CaseId) -> FactorCard:
        """Refused as `ShowRisk`."""
        async with self.read() as work:
            case = await seen_case(work, actor, which)
            found = (await catalogue(work, case.where)).get(case.factor)
            if found is None or case.where.school is None:
                raise NotFound
            programmes = await work.risk_programmes.of_case(which)
            latest = programmes[0] if programmes else None
            done = await work.factor_deeds.done(case.where.school, self.clock.now())
            row = FactorRow.of(found, case.significance, case, latest, done)
            asked = (of_decision(case), of_closing(case), None if latest is None else of_programme(latest, case))
            waiting = [one for one in asked if one is not None]
            mine = await _mine(work, actor, waiting, self.clock)
            return FactorCard(
                row,
                tuple(await work.risk_cases.history(which)),
                tuple(programmes),
                tuple(await work.risk_programmes.remarks(which)),
                factor_may(case, latest, leads=leads(actor, case.where), reviews=mine),
            )


async def _entered_by(work: RiskWork, where: Territory, profile: Profile | None, clock: Clock) -> Role | None:
    if profile is None or profile.author is None:
        return None
    held = await work.places.in_force(profile.author, clock.now().date())
    author = Actor(profile.author, 0, places=tuple(held))
    if leads(author, where):
        return Role.SCHOOL_LEAD
    return next((role for role in access.ENTERING if author.reaches(where, role)), None)


async def _mine(work: RiskWork, actor: Actor, waiting: list[Waiting], clock: Clock) -> list[Waiting]:
    reviewers = Reviewers(work, clock.now())
    return [one for one in waiting if await reviewers.includes(actor, one)]
