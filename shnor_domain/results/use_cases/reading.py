"""The results of one school: nine procedures, three years, its own past and the averages around it (R059)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, RegionId, SchoolId
from shnor_domain.results.access import READING, judges, require_any, require_reading, unit_of
from shnor_domain.results.averages import Average, Averages, averages
from shnor_domain.results.cells import Cell, State, cells_of
from shnor_domain.results.clusters import Dynamics, KeptCluster, merged_between, moved
from shnor_domain.results.dynamics import Cells, Change, Completeness, change, completeness
from shnor_domain.results.model import YEARS, last_years
from shnor_domain.results.ports import ResultsWork
from shnor_domain.results.procedures import Procedure, ProcedureCode, applicable, procedures
from shnor_domain.results.thresholds import Counted, ThresholdProfile, Verdict, shipped_profiles, verdict
from shnor_domain.territories.model import School, SchoolYear, school_year_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class ProcedureRow:
    """One procedure by year: what the viewer sees of it, the change against the year before, the averages."""

    procedure: Procedure
    cells: tuple[Cell, ...]
    changes: tuple[Change | None, ...]
    near: tuple[Average | None, ...]
    region: tuple[Average | None, ...]


@dataclass(frozen=True, slots=True)
class ClusterYear:
    """A year's cluster and how the school moved since the year before."""

    year: SchoolYear
    kept: KeptCluster | None
    dynamics: Dynamics


@dataclass(frozen=True, slots=True)
class SchoolResults:
    """`rows` in the order of order 847, `years` the earliest first; `enters` and `marks`: the actor may enter results,
    may mark bias. `verdict` names its profile and year."""

    school: School
    years: tuple[SchoolYear, ...]
    rows: tuple[ProcedureRow, ...]
    completeness: Completeness
    verdict: Verdict
    clusters: tuple[ClusterYear, ...]
    without_ege: bool
    enters: bool
    marks: bool


@dataclass(frozen=True, slots=True)
class ResultsOf:
    """Whoever sees what is told of the school: its lead, curator and mentor, coordinators and observers above it. A
    teacher and a methodist read none.
    """

    read: Opens[ResultsWork]
    clock: Clock

    async def __call__(self, actor: Actor, school_id: SchoolId) -> SchoolResults:
        """Of the last three school years; small groups as far as they are hers to see (rule 9)."""
        require_any(actor, READING)
        day = self.clock.now().date()
        years = last_years(day)
        # the year before the first is compared with, two more serve the verdict of an earlier year
        span = [SchoolYear(years[0] - back) for back in reversed(range(1, YEARS))] + list(years)
        async with self.read() as work:
            school = await work.schools.get(school_id)
            where = require_reading(actor, None if school is None else school.territory)
            if school is None:
                raise NotFound
            stored = await work.results.of_schools([school_id], span)
            without_ege = school_id in await work.results.without_ege([school_id])
            sums = await work.results.sums(school.region, school.municipality, years)
            profile = await active_profile(work, school.region)
            mergers = (await work.clusters.mergers(where)).get(school_id, frozenset())
            listed = cluster_years(school_year_of(day))
            clusters = await work.clusters.of_schools([school_id], listed)
        catalogue = procedures()
        cells = cells_of(actor, stored, catalogue, span, without_ege)
        near, region = averages(one for one in sums if one.near), averages(sums)
        rows = tuple(_row(each, years, cells, near, region, mergers) for each in catalogue)
        return SchoolResults(
            school,
            years,
            rows,
            completeness(cells[each.code, year] for year in years for each in catalogue),
            verdict_of(cells, profile, years, [each.code for each in applicable(without_ege)], mergers),
            _moves(clusters, listed, mergers),
            without_ege,
            unit_of(actor, where) is not None,
            judges(actor, where),
        )


async def active_profile(work: ResultsWork, region: RegionId) -> ThresholdProfile:
    """The one that the region has chosen, else the first that is shipped."""
    return await work.profiles.active(region) or shipped_profiles()[0]


def verdict_of(
    cells: Cells,
    profile: ThresholdProfile,
    years: Sequence[SchoolYear],
    due: Collection[ProcedureCode],
    mergers: Collection[SchoolYear] = (),
) -> Verdict:
    """Of the latest of `years` in which anything was entered, by what the viewer sees; years before another school was
    joined are of another school. `due` are the procedures that the school has."""
    answered = [cell.year for cell in cells.values() if cell.answered and cell.year in years]
    year = max(answered, default=years[-1])
    own = [cell for cell in cells.values() if not merged_between(mergers, cell.year, year)]
    hidden = sum(cell.state is State.HIDDEN and year - profile.years < cell.year <= year for cell in own)
    counted = [Counted(cell.year, cell.procedure, cell.participants, cell.below) for cell in own if _known(cell)]
    return verdict(counted, profile, year, hidden, due)


def _known(cell: Cell) -> bool:
    return cell.counts or (cell.state is State.NO_PROCEDURE and not cell.biased)


def cluster_years(current: SchoolYear) -> tuple[SchoolYear, ...]:
    """Three to be shown, and the one before them, the earliest first."""
    return tuple(SchoolYear(current - back) for back in reversed(range(YEARS + 1)))


def _row(
    procedure: Procedure,
    years: Sequence[SchoolYear],
    cells: Cells,
    near: Averages,
    region: Averages,
    mergers: frozenset[SchoolYear],
) -> ProcedureRow:
    code = procedure.code
    return ProcedureRow(
        procedure,
        tuple(cells[code, year] for year in years),
        tuple(change(cells.get((code, SchoolYear(year - 1))), cells[code, year], mergers) for year in years),
        tuple(near.get((code, year)) for year in years),
        tuple(region.get((code, year)) for year in years),
    )


def _moves(
    clusters: Sequence[KeptCluster], years: Sequence[SchoolYear], mergers: frozenset[SchoolYear]
) -> tuple[ClusterYear, ...]:
    by_year = {one.year: one for one in clusters}
    found = []
    for before, now in pairwise(years):
        earlier, later = by_year.get(before), by_year.get(now)
        dynamics = moved(
            None if earlier is None else earlier.cluster,
            None if later is None else later.cluster,
            merged_between(mergers, before, now),
        )
        found.append(ClusterYear(now, later, dynamics))
    return tuple(found)
