"""«Снижение рисков»: how many factors schools have overcome and how many are left (R086), and what waits for whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.identity import Actor, MunicipalityId
from shnor_domain.risk.access import require_reader_at_all
from shnor_domain.risk.ports import RiskWork
from shnor_domain.risk.reviewers import Reviewers
from shnor_domain.risk.waiting import Waiting, all_waiting
from shnor_domain.territories.access import scope_of
from shnor_domain.territories.model import School, SchoolYear
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class SchoolCount:
    """Factors of one school."""

    school: School
    closed: int
    left: int


@dataclass(frozen=True, slots=True)
class Reduction:
    """`rows` go by number and name of the school, never by what they count (rule 9)."""

    rows: tuple[SchoolCount, ...]

    @property
    def closed(self) -> int:
        """Of all."""
        return sum(row.closed for row in self.rows)

    @property
    def left(self) -> int:
        """Of all."""
        return sum(row.left for row in self.rows)

    @property
    def by_municipality(self) -> dict[MunicipalityId, "Reduction"]:
        """The same of each municipality."""
        found: dict[MunicipalityId, list[SchoolCount]] = {}
        for row in self.rows:
            found.setdefault(row.school.municipality, []).append(row)
        return {unit: Reduction(tuple(rows)) for unit, rows in found.items()}


@dataclass(frozen=True, slots=True)
class RiskCounts:
    """Who may see profiles: counts of the schools whose profiles she sees, of a school year or of all. Refused:
    `ProfileByLead`, `NotAllowed`."""

    read: Opens[RiskWork]

    async def __call__(self, actor: Actor, year: SchoolYear | None = None) -> Reduction:
        """Schools without a factor are not among the rows. `left` is what is left now, whatever the year."""
        require_reader_at_all(actor)
        async with self.read() as work:
            counted = await work.risk_cases.counts(scope_of(actor), year)
            ids = {one.where.school for one in counted if one.where.school is not None}
            schools = await work.schools.many(ids) if ids else ()
        by_id = {one.where.school: one for one in counted}
        return Reduction(tuple(SchoolCount(one, by_id[one.id].closed, by_id[one.id].left) for one in schools))


@dataclass(frozen=True, slots=True)
class WaitingRisk:
    """Decisions, closings and programmes that the actor may confirm or return now; empty for all others, and without
    what is her own."""

    read: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Sequence[Waiting]:
        """By the instant of asking; never raises for lack of rights."""
        scope = scope_of(actor)
        if actor.person is None or scope == type(scope)():
            return []
        async with self.read() as work:
            waiting = await all_waiting(work, scope)
            reviewers = Reviewers(work, self.clock.now())
            await reviewers.learn({one.case.where for one in waiting})
            mine = [one for one in waiting if await reviewers.includes(actor, one)]
        return sorted(mine, key=lambda one: (one.since, one.matter.value, one.ref))
