"""Plan of an import of results: a row a school, year and procedure (R050–R058), compared with what is stored as far as
the importer may see it: a report must not tell whether a guess at a small group was right (rule 9)."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from shnor_domain.identity import SchoolId
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.results.access import WATCHING, judges, unit_of
from shnor_domain.results.cells import Cell, State, seen
from shnor_domain.results.entering import Entry, by_year, problem_of
from shnor_domain.results.imports.finding import FindSchool, bitten, school_finder, year_in
from shnor_domain.results.imports.writing import Save, Together
from shnor_domain.results.model import LONGEST_SOURCE, SMALL, Result
from shnor_domain.results.ports import ResultsWork
from shnor_domain.results.procedures import ProcedureCode, procedure_in
from shnor_domain.results.words import codes_of, plain
from shnor_domain.territories.imports.grid import Grid, Line
from shnor_domain.territories.imports.plan import Planned, Terms, refused
from shnor_domain.territories.imports.report import Change, Problem, ReportRow, RowState
from shnor_domain.territories.imports.words import is_yes
from shnor_domain.territories.model import School, SchoolYear
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.territories.use_cases.imports import ImportKind

WANTED = ("region", "municipality", "school", "year", "procedure", "participants", "below", "biased", "source")
NEEDED = ("school", "year", "procedure", "participants", "below")
_AT_ONCE = 500
_REASONS = {
    ("procedure", "without-ege"): "without-ege",
    ("year", "range"): "bad-year",
    ("participants", "range"): "out-of-range",
    ("below", "range"): "above-participants",
}
Key = tuple[SchoolId, SchoolYear, ProcedureCode]


@dataclass(frozen=True, slots=True)
class _Row:
    line: Line
    school: School
    entry: Entry

    @property
    def key(self) -> Key:
        return (self.school.id, self.entry.year, self.entry.procedure)


async def plan(work: TerritoryWork, grid: Grid, terms: Terms) -> list[Planned]:
    """One `Planned` a line; rows of territories beyond the importer's are problems, compared with nothing."""
    ours = cast(ResultsWork, work)
    find = await school_finder(work, terms.actor)
    read = [_read(line, find) async for line in bitten(grid.lines)]
    schools = sorted({row.school.id for row in read if isinstance(row, _Row)})
    without_ege = set[SchoolId]()
    stored: dict[Key, Result] = {}
    years = {row.entry.year for row in read if isinstance(row, _Row)}
    for at in range(0, len(schools), _AT_ONCE):
        some = schools[at : at + _AT_ONCE]
        without_ege |= set(await ours.results.without_ege(some))
        stored |= {(one.school_id, one.year, one.procedure): one for one in await ours.results.of_schools(some, years)}
    has_marks = "biased" in grid.columns
    together = Together[Result](_save(keep_mark=not has_marks))
    planned, first = [], dict[Key, int]()
    async for line, row in bitten(zip(grid.lines, read, strict=True)):
        if not isinstance(row, _Row):
            planned.append(refused(line.number, _title(line), row))
            continue
        problems = _problems(row, terms, row.school.id in without_ege)
        if first.setdefault(row.key, line.number) != line.number:
            problems.append(Problem("procedure", "twice", line["procedure"]))
        if problems:
            planned.append(refused(line.number, _title(line), problems))
        else:
            planned.append(_compared(row, stored.get(row.key), terms, together, has_marks))
    return planned


RESULTS = ImportKind("results", WANTED, NEEDED, WATCHING, plan)


def _read(line: Line, find: FindSchool) -> _Row | list[Problem]:
    problems: list[Problem] = []
    school, year = find(line), year_in(line["year"])
    problems += [each for each in (school, year) if isinstance(each, Problem)]
    procedure = procedure_in(line["procedure"])
    if procedure is None:
        reason = "unknown-procedure" if line["procedure"] else "missing"
        problems.append(Problem("procedure", reason, line["procedure"]))
    numbers = _numbers(line, problems)
    if len(line["source"]) > LONGEST_SOURCE:
        problems.append(Problem("source", "too-long", line["source"]))
    if problems or isinstance(school, Problem) or isinstance(year, Problem) or procedure is None or numbers is None:
        return problems
    return _Row(line, school, Entry(year, procedure.code, *numbers))


def _numbers(line: Line, problems: list[Problem]) -> tuple[int, int] | None:
    """n and k; «нет процедуры» in either cell is (0, 0), where the other says nothing else."""
    cells = {column: line[column] for column in ("participants", "below")}
    if any(map(_is_none, cells.values())):
        wrong = [column for column, text in cells.items() if not _is_none(text) and text not in ("", "0")]
        problems += [Problem(column, "no-procedure", line[column]) for column in wrong]
        return None if wrong else (0, 0)
    found = []
    for column in ("participants", "below"):
        if re.fullmatch(r"\d{1,6}", line[column]):
            found.append(int(line[column]))
        elif column == "below" and found == [0] and not line[column]:
            found.append(0)
        else:
            problems.append(Problem(column, "not-a-count" if line[column] else "missing", line[column]))
    return (found[0], found[1]) if len(found) == 2 else None


def _is_none(text: str) -> bool:
    return plain(text) in codes_of("none")


def _problems(row: _Row, terms: Terms, without_ege: bool) -> list[Problem]:
    wrong = problem_of(row.entry, terms.now.date(), without_ege)
    if wrong is None:
        return []
    return [Problem(wrong[0], _REASONS.get(wrong, "other"), row.line[wrong[0]])]


def _compared(row: _Row, stored: Result | None, terms: Terms, together: Together[Result], has_marks: bool) -> Planned:
    entry, where = row.entry, row.school.territory
    unit = unit_of(terms.actor, where)
    if unit is None:
        return refused(row.line.number, _title(row.line), [Problem("school", "out-of-scope", row.line["school"])])
    biased = has_marks and is_yes(row.line["biased"])
    new = Result(
        where, entry.year, entry.procedure, entry.participants, entry.below, row.line["source"], unit,
        terms.actor.person, terms.now, biased,
    )  # fmt: skip
    before = None if stored is None else seen(terms.actor, stored)
    if has_marks and biased != (before is not None and before.biased) and not judges(terms.actor, where):
        return refused(row.line.number, _title(row.line), [Problem("biased", "own-school", row.line["biased"])])
    if before is None:
        state, changes = RowState.NEW, _added(new)
    else:
        changes = _changes(before, new, has_marks)
        state = RowState.CHANGED if changes else RowState.SAME
    write = None if state is RowState.SAME else together.add(new)
    return Planned(ReportRow(row.line.number, state, _title(row.line), changes), write)


def _added(new: Result) -> tuple[Change, ...]:
    """«Нет процедуры» is told by the number of participants alone."""
    below = (Change("below", "", str(new.below)),) if new.held else ()
    return (Change("participants", "", str(new.participants)), *below)


def _changes(before: Cell, new: Result, has_marks: bool) -> tuple[Change, ...]:
    """Of a hidden group «<5» alone, always: the same numbers are written again, and nobody learns that they were."""
    if before.state is State.HIDDEN:
        return (Change("participants", f"<{SMALL}", str(new.participants)), Change("below", "", str(new.below)))
    facts = [
        ("participants", str(before.participants), str(new.participants)),
        ("below", str(before.below), str(new.below)),
        ("source", before.source, new.source),
    ]
    if has_marks:
        facts.append(("biased", str(before.biased), str(new.biased)))
    return tuple(Change(field, old, now) for field, old, now in facts if old != now)


def _save(keep_mark: bool) -> Save[Result]:
    async def save(work: ResultsWork, rows: Sequence[Result]) -> None:
        await work.results.save(rows, keep_mark)
        by_school: dict[SchoolId, list[Result]] = defaultdict(list)
        for row in rows:
            by_school[row.school_id].append(row)
        await work.audit.add(*(_entry(school, some) for school, some in by_school.items()))

    return save


def _entry(school: SchoolId, rows: Sequence[Result]) -> AuditEntry:
    return AuditEntry(rows[0].at, rows[0].by, "results-enter", f"school:{school}", details=by_year(rows))


def _title(line: Line) -> str:
    return ", ".join(filter(None, (line["school"], line["procedure"], line["year"])))[:100]
