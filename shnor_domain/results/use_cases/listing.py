"""Schools whose results the actor reads, and how complete they are (R062): by number and name, never ranked."""

from collections import defaultdict
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.identity import Actor, MunicipalityId, SchoolId
from shnor_domain.results.access import READING, require_any
from shnor_domain.results.cells import cells_of
from shnor_domain.results.dynamics import Completeness, completeness
from shnor_domain.results.model import Result, last_years
from shnor_domain.results.ports import ResultsWork
from shnor_domain.results.procedures import procedures
from shnor_domain.territories.access import scope_of
from shnor_domain.territories.model import School, SchoolYear
from shnor_domain.territories.paging import ROWS, Page
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """«внесены 14 из 18»."""

    school: School
    completeness: Completeness


@dataclass(frozen=True, slots=True)
class SchoolLines:
    """A page of schools, and the three years that are looked at."""

    page: Page[SchoolLine]
    years: tuple[SchoolYear, ...]


@dataclass(frozen=True, slots=True)
class ResultsOfSchools:
    """Open schools of the actor's scope: hers, those assigned, those of her territory. Who reads no results gets
    `NotAllowed`.
    """

    read: Opens[ResultsWork]
    clock: Clock

    async def __call__(self, actor: Actor, page: int = 0, municipality: MunicipalityId | None = None) -> SchoolLines:
        """By municipality, number, name; a page beyond the end gives the last one."""
        require_any(actor, READING)
        years = last_years(self.clock.now().date())
        scope, number = scope_of(actor), max(page, 0)
        async with self.read() as work:
            rows, total = await work.schools.page(scope, municipality, number * ROWS, ROWS)
            if not rows and total:
                number = (total - 1) // ROWS
                rows, total = await work.schools.page(scope, municipality, number * ROWS, ROWS)
            ids = [school.id for school in rows]
            stored = await work.results.of_schools(ids, years)
            without = await work.results.without_ege(ids)
        by_school: dict[SchoolId, list[Result]] = defaultdict(list)
        for one in stored:
            by_school[one.school_id].append(one)
        lines = tuple(
            SchoolLine(
                school,
                completeness(cells_of(actor, by_school[school.id], procedures(), years, school.id in without).values()),
            )
            for school in rows
        )
        return SchoolLines(Page(lines, number if total else 0, total), years)
