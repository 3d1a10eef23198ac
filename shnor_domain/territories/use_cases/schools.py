"""Lists and cards of schools, and the list of the year."""

from dataclasses import dataclass, replace

from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, MunicipalityId, RegionId, SchoolId
from shnor_domain.territories.access import scope_of
from shnor_domain.territories.model import Municipality, School, SchoolStatus, SchoolYear, Status
from shnor_domain.territories.paging import ROWS, Page
from shnor_domain.territories.ports import Scope, TerritoryWork
from shnor_domain.territories.years import YearDiff, compare_years
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class SchoolCard:
    """What territories know of a school; who works there is known to people."""

    school: School
    municipality: Municipality
    successor: School | None
    statuses: tuple[SchoolStatus, ...]


@dataclass(frozen=True, slots=True)
class ListSchools:
    """Open schools of the actor's scope, by municipality, number, name; whoever has none sees an empty list
    (rule 1)."""

    read: Opens[TerritoryWork]

    async def __call__(self, actor: Actor, page: int = 0, municipality: MunicipalityId | None = None) -> Page[School]:
        """One page; a page beyond the end gives the last one."""
        scope = scope_of(actor)
        async with self.read() as work:
            rows, total = await work.schools.page(scope, municipality, max(page, 0) * ROWS, ROWS)
            if not rows and total:
                page = (total - 1) // ROWS
                rows, total = await work.schools.page(scope, municipality, page * ROWS, ROWS)
        return Page(tuple(rows), max(page, 0) if total else 0, total)


@dataclass(frozen=True, slots=True)
class ShowSchool:
    """The card of a school inside the actor's scope; any other is `NotFound`."""

    read: Opens[TerritoryWork]

    async def __call__(self, actor: Actor, school: SchoolId) -> SchoolCard:
        """With its statuses of all years, the latest first."""
        async with self.read() as work:
            found = await seen(work, scope_of(actor), school)
            unit = await work.municipalities.get(found.municipality)
            if unit is None:
                raise NotFound
            successor = await work.schools.get(found.successor) if found.successor is not None else None
            statuses = await work.schools.statuses([school])
        latest = sorted(statuses, key=lambda one: (-one.year, one.status.value))
        return SchoolCard(found, unit, successor, tuple(latest))


@dataclass(frozen=True, slots=True)
class SchoolYearList:
    """Coordinators and observers: the list of a status in a year beside the year before, within their scope (R015).

    A curator and a head of school have no list of the year: to them it is empty.
    """

    read: Opens[TerritoryWork]

    async def __call__(
        self,
        actor: Actor,
        year: SchoolYear,
        status: Status,
        region: RegionId | None = None,
        municipality: MunicipalityId | None = None,
    ) -> YearDiff:
        """Entered, stayed, left; schools of others are in none of them."""
        scope = replace(scope_of(actor), schools=frozenset())
        async with self.read() as work:
            schools = [
                school for school in await work.schools.within(region, municipality) if scope.sees(school.territory)
            ]
            statuses = await work.schools.statuses([s.id for s in schools], year, SchoolYear(year - 1))
        return compare_years(schools, statuses, year, status)


async def seen(work: TerritoryWork, scope: Scope, school: SchoolId) -> School:
    """A school of the scope; raises `NotFound`, also for one that exists elsewhere."""
    found = await work.schools.get(school)
    if found is None or not scope.sees(found.territory):
        raise NotFound
    return found
