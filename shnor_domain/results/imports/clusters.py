"""Plan of an import of clusters: a row a school and year, with the document it comes from (R037)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from shnor_domain.identity import SchoolId
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.results.access import WATCHING, judges
from shnor_domain.results.clusters import Cluster, KeptCluster, cluster_in, is_no_cluster
from shnor_domain.results.imports.finding import FindSchool, bitten, school_finder, year_in
from shnor_domain.results.imports.writing import Together
from shnor_domain.results.model import LONGEST_SOURCE, to_be_listed
from shnor_domain.results.ports import ResultsWork
from shnor_domain.territories.imports.grid import Grid, Line
from shnor_domain.territories.imports.plan import Planned, Terms, refused
from shnor_domain.territories.imports.report import Change, Problem, ReportRow, RowState
from shnor_domain.territories.model import School, SchoolYear
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.territories.use_cases.imports import ImportKind

WANTED = ("region", "municipality", "school", "year", "cluster", "source")
NEEDED = ("school", "year", "cluster", "source")
_AT_ONCE = 500
NONE = "none"


@dataclass(frozen=True, slots=True)
class _Row:
    line: Line
    school: School
    year: SchoolYear
    cluster: Cluster | None


@dataclass(frozen=True, slots=True)
class _Change:
    """`kept` None takes the year's cluster away."""

    school: SchoolId
    year: SchoolYear
    kept: KeptCluster | None
    terms: Terms

    @property
    def entry(self) -> AuditEntry:
        details = {str(self.year): NONE if self.kept is None else self.kept.cluster.value}
        by, subject = self.terms.actor.person, f"school:{self.school}"
        return AuditEntry(self.terms.now, by, "cluster-enter", subject, details={**details})


async def plan(work: TerritoryWork, grid: Grid, terms: Terms) -> list[Planned]:
    """One `Planned` a line; «нет данных» takes the year's cluster away."""
    find = await school_finder(work, terms.actor)
    read = [_read(line, find, terms) async for line in bitten(grid.lines)]
    stored = await _stored(cast(ResultsWork, work), [row for row in read if isinstance(row, _Row)])
    together = Together[_Change](_save)
    planned, first = [], dict[tuple[SchoolId, SchoolYear], int]()
    async for line, row in bitten(zip(grid.lines, read, strict=True)):
        if not isinstance(row, _Row):
            planned.append(refused(line.number, _title(line), row))
        elif first.setdefault((row.school.id, row.year), line.number) != line.number:
            planned.append(refused(line.number, _title(line), [Problem("school", "twice", line["school"])]))
        else:
            planned.append(_compared(row, stored.get((row.school.id, row.year)), terms, together))
    return planned


CLUSTERS = ImportKind("clusters", WANTED, NEEDED, WATCHING, plan)


async def _stored(work: ResultsWork, rows: Sequence[_Row]) -> dict[tuple[SchoolId, SchoolYear], KeptCluster]:
    found: dict[tuple[SchoolId, SchoolYear], KeptCluster] = {}
    schools, years = sorted({row.school.id for row in rows}), {row.year for row in rows}
    for at in range(0, len(schools), _AT_ONCE):
        for one in await work.clusters.of_schools(schools[at : at + _AT_ONCE], years):
            if one.school.school is not None:
                found[one.school.school, one.year] = one
    return found


def _read(line: Line, find: FindSchool, terms: Terms) -> _Row | list[Problem]:
    school, year = find(line), year_in(line["year"])
    problems = [each for each in (school, year) if isinstance(each, Problem)]
    cluster = cluster_in(line["cluster"])
    if cluster is None and not is_no_cluster(line["cluster"]):
        problems.append(Problem("cluster", "unknown-cluster" if line["cluster"] else "missing", line["cluster"]))
    if cluster is not None and not line["source"]:
        problems.append(Problem("source", "missing"))
    if len(line["source"]) > LONGEST_SOURCE:
        problems.append(Problem("source", "too-long", line["source"]))
    if not isinstance(year, Problem) and not to_be_listed(year, terms.now.date()):
        problems.append(Problem("year", "bad-year", line["year"]))
    if not isinstance(school, Problem) and not judges(terms.actor, school.territory):
        problems.append(Problem("school", "own-school", line["school"]))
    if problems or isinstance(school, Problem) or isinstance(year, Problem):
        return problems
    return _Row(line, school, year, cluster)


def _compared(row: _Row, stored: KeptCluster | None, terms: Terms, together: Together[_Change]) -> Planned:
    before = NONE if stored is None else stored.cluster.value
    after = NONE if row.cluster is None else row.cluster.value
    source = "" if stored is None else stored.source
    changes = [Change("cluster", "" if stored is None else before, after)] if before != after else []
    if row.cluster is not None and stored is not None and source != row.line["source"]:
        changes.append(Change("source", source, row.line["source"]))
    if not changes:
        return Planned(ReportRow(row.line.number, RowState.SAME, _title(row.line)))
    state = RowState.NEW if stored is None else RowState.CHANGED
    where, by, now = row.school.territory, terms.actor.person, terms.now
    kept = None if row.cluster is None else KeptCluster(where, row.year, row.cluster, row.line["source"], by, now)
    write = together.add(_Change(row.school.id, row.year, kept, terms))
    return Planned(ReportRow(row.line.number, state, _title(row.line), tuple(changes)), write)


async def _save(work: ResultsWork, rows: Sequence[_Change]) -> None:
    await work.clusters.save([row.kept for row in rows if row.kept is not None])
    await work.clusters.drop([(row.school, row.year) for row in rows if row.kept is None])
    await work.audit.add(*(row.entry for row in rows))


def _title(line: Line) -> str:
    return ", ".join(filter(None, (line["school"], line["year"])))[:100]
