"""A territory in one year: how much is entered, and the averages of its procedures (R062, rule 9)."""

from collections import defaultdict
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, MunicipalityId, SchoolId, Territory
from shnor_domain.results.access import require_watching
from shnor_domain.results.averages import Average, averages
from shnor_domain.results.cells import cells_of
from shnor_domain.results.dynamics import completeness
from shnor_domain.results.model import Result, last_years
from shnor_domain.results.ports import ResultsWork
from shnor_domain.results.procedures import Procedure, procedures
from shnor_domain.territories.model import SchoolYear
from shnor_domain.work import Opens

_NOWHERE = MunicipalityId(0)


@dataclass(frozen=True, slots=True)
class Summary:
    """`entered` of `due` cells of `schools` open schools in `year`; `whole` schools have all of theirs. `averages` in
    the order of procedures, None where fewer than three schools stand behind it. `years` may be asked for."""

    year: SchoolYear
    years: tuple[SchoolYear, ...]
    schools: int
    whole: int
    entered: int
    due: int
    averages: tuple[tuple[Procedure, Average | None], ...]


@dataclass(frozen=True, slots=True)
class ResultsSummary:
    """Coordinators, observers and admins of a region or of a municipality; the same for each of them."""

    read: Opens[ResultsWork]
    clock: Clock

    async def __call__(self, actor: Actor, where: Territory, year: SchoolYear | None = None) -> Summary:
        """Of the latest year of results, or of one of the last three; `NotFound` for other years."""
        require_watching(actor, where)
        years = last_years(self.clock.now().date())
        asked = years[-1] if year is None else year
        if where.region is None or where.school is not None or asked not in years:
            raise NotFound
        async with self.read() as work:
            schools = [one for one in await work.schools.within(where.region, where.municipality) if one.state.open]
            stored = await work.results.within(where, [asked])
            without = await work.results.all_without_ege(where)
            sums = await work.results.sums(where.region, where.municipality or _NOWHERE, [asked])
        by_school: dict[SchoolId, list[Result]] = defaultdict(list)
        for one in stored:
            by_school[one.school_id].append(one)
        found = [
            completeness(cells_of(actor, by_school[each.id], procedures(), [asked], each.id in without).values())
            for each in schools
        ]
        known = averages(one for one in sums if one.near or where.municipality is None)
        return Summary(
            asked,
            years,
            len(schools),
            sum(each.entered == each.due for each in found),
            sum(each.entered for each in found),
            sum(each.due for each in found),
            tuple((each, known.get((each.code, asked))) for each in procedures()),
        )
