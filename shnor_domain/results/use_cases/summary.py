"""A territory in one year: how much is entered, and the averages of its procedures (R062, rule 9)."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, MunicipalityId, Territory
from shnor_domain.results.access import require_watching
from shnor_domain.results.averages import Average, averages
from shnor_domain.results.model import last_years
from shnor_domain.results.ports import ResultsWork
from shnor_domain.results.procedures import Procedure, procedures
from shnor_domain.territories.model import SchoolYear
from shnor_domain.work import Opens

_NOWHERE = MunicipalityId(0)
_ALL = tuple(each.code for each in procedures())
_UPPER = tuple(each.code for each in procedures() if each.of_upper_school)


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
            counted = await work.results.tally(where, asked, _ALL, _UPPER)
            sums = await work.results.sums(where.region, where.municipality or _NOWHERE, [asked])
        known = averages(one for one in sums if one.near or where.municipality is None)
        return Summary(
            asked,
            years,
            counted.schools,
            counted.whole,
            counted.entered,
            counted.due,
            tuple((each, known.get((each.code, asked))) for each in procedures()),
        )
