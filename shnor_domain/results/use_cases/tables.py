"""Results of a territory as a table: a row a school, what the actor may see of it."""

from collections import defaultdict
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, SchoolId, Territory
from shnor_domain.results.access import require_watching
from shnor_domain.results.cells import Cell, cells_of
from shnor_domain.results.clusters import Cluster
from shnor_domain.results.model import Result, latest_year
from shnor_domain.results.ports import ResultsWork
from shnor_domain.results.procedures import procedures
from shnor_domain.territories.model import School, SchoolYear
from shnor_domain.work import Opens

_AT_ONCE = 50
"""Schools between two waits for the database: a table of any length holds nobody up."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """`unit` is the name of the municipality; `cells` in the order of procedures; `cluster` of the table's year."""

    unit: str
    school: School
    cells: tuple[Cell, ...]
    cluster: Cluster | None


@dataclass(frozen=True, slots=True)
class ScopeTable:
    """Open schools by municipality, number, name."""

    year: SchoolYear
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class ResultsTable:
    """Coordinators, observers and admins of a region or of a municipality."""

    read: Opens[ResultsWork]
    clock: Clock

    async def __call__(self, actor: Actor, where: Territory, year: SchoolYear | None = None) -> ScopeTable:
        """Of the latest year of results, or of `year`."""
        require_watching(actor, where)
        if where.region is None or where.school is not None:
            raise NotFound
        asked = year or latest_year(self.clock.now().date())
        async with self.read() as work:
            units = {unit.id: unit.name for unit in await work.municipalities.within(where.region)}
            schools = [one for one in await work.schools.within(where.region, where.municipality) if one.state.open]
            without = await work.results.all_without_ege(where)
            clusters = await work.clusters.within(where, [asked])
            rows: list[TableRow] = []
            for at in range(0, len(schools), _AT_ONCE):
                some = schools[at : at + _AT_ONCE]
                by_school: dict[SchoolId, list[Result]] = defaultdict(list)
                for one in await work.results.of_schools([school.id for school in some], [asked]):
                    by_school[one.school_id].append(one)
                rows += [
                    TableRow(
                        units.get(school.municipality, ""),
                        school,
                        _cells(actor, by_school[school.id], asked, school.id in without),
                        clusters.get((school.id, asked)),
                    )
                    for school in some
                ]
        return ScopeTable(asked, tuple(sorted(rows, key=lambda row: (row.unit.casefold(), row.school.order))))


def _cells(actor: Actor, stored: list[Result], year: SchoolYear, without_ege: bool) -> tuple[Cell, ...]:
    return tuple(cells_of(actor, stored, procedures(), [year], without_ege).values())
