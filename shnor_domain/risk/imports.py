"""A long table of risk profiles: school, factor, significance, date, source; the rows of one school and date are one
profile (R088, R099).

A profile is written whole or not at all: while one of its rows cannot be used, none of them is.
"""

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import cast

from shnor_domain.errors import Invalid
from shnor_domain.identity import RegionId, SchoolId, Territory
from shnor_domain.risk.access import ENTERING, enters
from shnor_domain.risk.entering import EARLIEST, MOST_SOURCE, checked_source
from shnor_domain.risk.factors import Factor, FactorCode, Significance
from shnor_domain.risk.import_writing import ProfilingWork, Read, Together
from shnor_domain.risk.model import Profile
from shnor_domain.territories.imports.called import BITE, SchoolIndex, indexed
from shnor_domain.territories.imports.grid import Grid, Line
from shnor_domain.territories.imports.plan import Planned, Terms, refused
from shnor_domain.territories.imports.report import Change, Problem, ReportRow, RowState
from shnor_domain.territories.imports.school_rows import Find, finder
from shnor_domain.territories.imports.words import date_in
from shnor_domain.territories.names import name_key, words_of
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.territories.use_cases.imports import ImportKind
from shnor_domain.territories.words import vocabulary

WANTED = ("region", "municipality", "school", "factor", "significance", "day", "source")
NEEDED = ("municipality", "school", "factor", "day", "source")


@dataclass(slots=True)
class _Row:
    """One line as far as it is understood."""

    line: Line
    where: Territory | None = None
    day: date | None = None
    source: str = ""
    factor: Factor | None = None
    significance: Significance = Significance.UNKNOWN
    problems: list[Problem] = field(default_factory=list)

    @property
    def title(self) -> str:
        return ", ".join(filter(None, (self.line["school"], self.line["factor"])))[:100]


_Key = tuple[SchoolId, date]


async def plan(work: TerritoryWork, grid: Grid, terms: Terms) -> list[Planned]:
    """One `Planned` a line; the first line of a profile writes it."""
    ours = cast(ProfilingWork, work)
    rows = await _rows(ours, grid, terms)
    profiles: dict[_Key, list[_Row]] = {}
    together = Together(terms)
    for row in rows:
        if row.where is not None and row.where.school is not None and row.day is not None:
            profiles.setdefault((row.where.school, row.day), []).append(row)
    for of_one in profiles.values():
        _check_together(of_one)
    whole = {key: of_one for key, of_one in profiles.items() if not any(row.problems for row in of_one)}
    stored = await ours.risk_profiles.of_schools({school for school, _ in whole})
    planned: dict[int, Planned] = {}
    for (school, day), of_one in whole.items():
        before = next((one for one in stored.get(school, ()) if one.day == day), None)
        planned |= _planned(of_one, before, together)
    return [planned.get(row.line.number) or refused(row.line.number, row.title, row.problems) for row in rows]


RISK_PROFILES = ImportKind("risk-profiles", WANTED, NEEDED, ENTERING, plan)


async def _rows(work: ProfilingWork, grid: Grid, terms: Terms) -> list[_Row]:
    schools = await indexed(one for one in await work.schools.within() if one.state.open)
    find = finder(await work.municipalities.within(), await work.municipalities.regions())
    catalogues: dict[RegionId | None, Sequence[Factor]] = {}
    rows = []
    for line in grid.lines:
        row = _Row(line)
        _place(row, find, schools, terms)
        region = None if row.where is None else row.where.region
        if region not in catalogues:
            catalogues[region] = [one for one in await work.risk_factors.of_region(region) if one.active]
        _read(row, catalogues[region], terms)
        rows.append(row)
        if len(rows) % BITE == 0:
            await asyncio.sleep(0)  # a table has thousands of rows: others are answered in between
    return rows


def _place(row: _Row, find: Find, schools: SchoolIndex, terms: Terms) -> None:
    unit = find(row.line["region"], row.line["municipality"])
    if isinstance(unit, Problem):
        row.problems.append(unit)
        return
    found = schools.called(row.line["school"], unit.id)
    if len(found) != 1:
        row.problems.append(Problem("school", "several-schools" if found else "unknown-school", row.line["school"]))
    elif not enters(terms.actor, found[0].territory):
        row.problems.append(Problem("municipality", "out-of-scope", row.line["municipality"]))
    else:
        row.where = found[0].territory


def _read(row: _Row, catalogue: Sequence[Factor], terms: Terms) -> None:
    row.factor = _factor(row.line["factor"], catalogue)
    if row.factor is None:
        row.problems.append(
            Problem("factor", "unknown-factor" if row.line["factor"] else "missing", row.line["factor"])
        )
    named = row.line["significance"]
    significance = _significances().get(" ".join(words_of(named))) if named else Significance.UNKNOWN
    if significance is None:
        row.problems.append(Problem("significance", "unknown-significance", named))
    row.significance = significance or Significance.UNKNOWN
    day = date_in(row.line["day"])
    if day is None or not EARLIEST <= day <= terms.now.date():
        row.problems.append(Problem("day", "bad-day" if row.line["day"] else "missing", row.line["day"]))
    row.day = day
    try:
        row.source = checked_source(row.line["source"])
    except Invalid:
        reason = "too-long" if len(row.line["source"]) > MOST_SOURCE else "missing"
        row.problems.append(Problem("source", reason, row.line["source"]))


def _check_together(rows: Sequence[_Row]) -> None:
    """Within a profile each factor once; one row that cannot be used holds the others."""
    first: dict[FactorCode, int] = {}
    for row in rows:
        if row.factor is None:
            continue
        before = first.setdefault(row.factor.code, row.line.number)
        if before != row.line.number:
            row.problems.append(Problem("factor", "twice", str(before)))
    if any(row.problems for row in rows):
        for row in rows:
            if not row.problems:
                row.problems.append(Problem("factor", "profile-not-whole"))


def _planned(rows: Sequence[_Row], before: Profile | None, together: Together) -> dict[int, Planned]:
    factors = {row.factor.code: row.significance for row in rows if row.factor is not None}
    first = rows[0]
    if first.where is None or first.day is None or (before is not None and dict(before.factors) == factors):
        return {row.line.number: Planned(ReportRow(row.line.number, RowState.SAME, row.title)) for row in rows}
    write = together.add(Read(first.where, first.day, first.source, factors))
    state = RowState.NEW if before is None else RowState.CHANGED
    return {
        row.line.number: Planned(ReportRow(row.line.number, state, row.title, _changes(row, before)), write)
        for row in rows
    }


def _changes(row: _Row, before: Profile | None) -> tuple[Change, ...]:
    if before is None or row.factor is None:
        return ()
    old = before.factors.get(row.factor.code)
    if old is row.significance:
        return ()
    return (Change("significance", "" if old is None else old.value, row.significance.value),)


def _factor(text: str, catalogue: Sequence[Factor]) -> Factor | None:
    """By code, short name or official wording, with or without its number; «3» alone by its place."""
    if re.fullmatch(r"\s*\d{1,2}\s*\.?\s*", text):
        place = int(re.sub(r"\D", "", text))
        return catalogue[place - 1] if 0 < place <= len(catalogue) else None
    key = name_key(re.sub(r"^\s*\d{1,2}\s*[.)]?\s+", "", text))
    named = (one for one in catalogue if key and key in map(name_key, (one.code, one.name, one.wording)))
    return next(named, None)


@cache
def _significances() -> Mapping[str, Significance]:
    spelled = {
        " ".join(words_of(spelling)): Significance(code) for spelling, code in vocabulary("significance").items()
    }
    return spelled | {one.value: one for one in Significance}
