"""The table of counts as a kind of import. Where it names no municipality, it is of the only one, or the only school,
for which its bringer enters.

A row that is stored already and whose counts the bringer is not told is always written anew: whether it «changed»
would tell what it was (rule 9).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import cast

from shnor_domain.competence.access import ENTERING, unit_of
from shnor_domain.competence.imports.declared import column_of
from shnor_domain.competence.imports.reading import CountsRow, Where, read_row, with_sums
from shnor_domain.competence.model import Counts, Headcount, Level, SubjectCounts
from shnor_domain.competence.placing import about_table
from shnor_domain.competence.ports import CompetenceWork
from shnor_domain.competence.summing import Seen, as_seen, heads_seen
from shnor_domain.identity import Actor, MunicipalityId, RegionId, Role, SubjectId, Territory
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.territories.imports.grid import Grid, Line
from shnor_domain.territories.imports.plan import Planned, Terms, Write
from shnor_domain.territories.imports.report import Change, Problem, ReportRow, RowState
from shnor_domain.territories.model import Municipality, Region, School, SchoolYear
from shnor_domain.territories.names import name_key, resolve_municipality
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.territories.school_names import schools_called
from shnor_domain.territories.use_cases.imports import ImportKind

_LEVELS = tuple(level.value for level in Level)
_SHARES = tuple(column_of(level) for level in Level)
WANTED = ("region", "municipality", "school", "year", "subject", "teachers", *_LEVELS, "people", *_SHARES, "source")
_ACTION = "competence-import"
NEEDED = ("subject", *_LEVELS)

_Key = tuple[Territory, SchoolYear, SubjectId | None]


@dataclass(frozen=True, slots=True)
class _Stored:
    """What lies there as the bringer sees it, by territory, year and subject; people are None where there is a number
    that she is not told."""

    rows: Mapping[_Key, Seen]
    heads: Mapping[_Key, int | None]


async def plan(work: TerritoryWork, grid: Grid, terms: Terms) -> list[Planned]:
    """One `Planned` a line, with notes on what it declares wrongly; a place for which the bringer does not enter is a
    problem of its row."""
    ours = cast(CompetenceWork, work)
    catalogue = await ours.subjects.all()
    where = await _finder(ours, terms.actor, grid)
    rows = with_sums([read_row(line, terms.year, where, catalogue) for line in grid.lines])
    stored = await _stored(ours, terms.actor, rows)
    seen: dict[_Key, int] = {}
    return _noted([_planned(row, terms, stored, seen) for row in rows], rows, terms)


COMPETENCE = ImportKind("competence", WANTED, NEEDED, ENTERING, plan)


def _noted(planned: Sequence[Planned], rows: Sequence[CountsRow], terms: Terms) -> list[Planned]:
    """The same rows; the first that is written of a table, its territory in a year, also says so in the audit log."""
    told: set[str] = set()
    noted = []
    for one, row in zip(planned, rows, strict=True):
        about = "" if row.where is None else about_table(row.where, row.year)
        if one.write is not None and about not in told:
            told.add(about)
            one = replace(one, write=_with_line(one.write, AuditEntry(terms.now, terms.actor.person, _ACTION, about)))
        noted.append(one)
    return noted


def _with_line(write: Write, entry: AuditEntry) -> Write:
    async def both(work: TerritoryWork) -> None:
        await write(work)
        await cast(CompetenceWork, work).audit.add(entry)

    return both


def _planned(row: CountsRow, terms: Terms, stored: _Stored, seen: dict[_Key, int]) -> Planned:
    problems = list(row.problems)
    unit = None if row.where is None else unit_of(terms.actor, row.where)
    if row.where is not None and unit is None:
        problems.append(Problem("school" if row.line["school"] else "municipality", "out-of-scope"))
    if row.where is None or unit is None or problems:
        return _row(row, RowState.PROBLEM, problems=problems)
    key = (row.where, row.year, row.subject)
    first = seen.setdefault(key, row.line.number)
    if first != row.line.number:
        return _row(row, RowState.PROBLEM, problems=[Problem("subject", "twice", str(first))])
    if row.whole:
        return _whole(row, key, unit, terms, stored.heads)
    return _subject(row, key, unit, terms, stored.rows.get(key))


def _subject(row: CountsRow, key: _Key, unit: Territory, terms: Terms, old: Seen | None) -> Planned:
    assert row.counts is not None and row.subject is not None
    new = SubjectCounts(key[0], key[1], row.subject, row.counts, unit, terms.now, terms.actor.person, row.source)
    if old is not None and (old.counts, old.source) == (new.counts, new.source or old.source):
        return _row(row, RowState.SAME)
    before = "" if old is None or old.counts is None else _typed(old.counts)
    changes = [Change("counts", before, _typed(new.counts))]

    async def write(work: TerritoryWork) -> None:
        await cast(CompetenceWork, work).competence.put(new)

    return _row(row, RowState.NEW if old is None else RowState.CHANGED, changes=changes, write=write)


def _typed(counts: Counts) -> str:
    """«8 16 12 0», as it is typed: one fact, so that a row of the report shows all of it."""
    return " ".join(str(number) for _, number in counts.by_level)


def _whole(row: CountsRow, key: _Key, unit: Territory, terms: Terms, heads: Mapping[_Key, int | None]) -> Planned:
    if row.people is None:
        return _row(row, RowState.SAME)
    new = Headcount(key[0], key[1], row.people, unit, terms.now, terms.actor.person)
    old = heads.get(key)
    if old == new.people:
        return _row(row, RowState.SAME)

    async def write(work: TerritoryWork) -> None:
        await cast(CompetenceWork, work).competence.put_headcount(new)

    changes = [Change("people", "" if old is None else str(old), str(new.people))]
    return _row(row, RowState.CHANGED if key in heads else RowState.NEW, changes=changes, write=write)


def _row(
    row: CountsRow,
    state: RowState,
    *,
    changes: Sequence[Change] = (),
    problems: Sequence[Problem] = (),
    write: Write | None = None,
) -> Planned:
    title = row.title[:100]
    return Planned(ReportRow(row.line.number, state, title, tuple(changes), tuple(problems), row.notes), write)


async def _stored(work: CompetenceWork, actor: Actor, rows: Sequence[CountsRow]) -> _Stored:
    """Two statements a region and year of the file."""
    found: dict[_Key, Seen] = {}
    heads: dict[_Key, int | None] = {}
    for region, year in {(row.where.region, row.year) for row in rows if row.where is not None}:
        where = Territory(region)
        seen = as_seen(actor, await work.competence.rows(where, year))
        found |= {(row.where, year, row.subject): row for row in seen}
        people = await work.competence.headcounts(where, year)
        told = heads_seen(actor, people)
        heads |= {(row.where, year, None): told.get(row.where) for row in people}
    return _Stored(found, heads)


async def _finder(work: CompetenceWork, actor: Actor, grid: Grid) -> Where:
    """Finds the territory of a line by its cells «region», «municipality», «school»; tables repeat them, so answers are
    kept."""
    regions = await work.municipalities.regions()
    units = await work.municipalities.within()
    schools: dict[MunicipalityId, list[School]] = {}
    if "school" in grid.columns:
        for school in await work.schools.within():
            if school.state.open:
                schools.setdefault(school.municipality, []).append(school)
    own = _own(actor)

    @cache
    def find(region: str, municipality: str, school: str) -> Territory | Problem:
        place = _municipality(region, municipality, regions, units, own)
        if isinstance(place, Problem) or not school or place.municipality is None:
            return place
        named = schools_called(school, schools.get(place.municipality, ()))
        if len(named) != 1:
            return Problem("school", "several-schools" if named else "unknown-school", school)
        return named[0].territory

    def where(line: Line) -> Territory | Problem:
        return find(line["region"], line["municipality"], line["school"])

    return where


def _municipality(
    region: str, municipality: str, regions: Sequence[Region], units: Sequence[Municipality], own: Territory | None
) -> Territory | Problem:
    inside: set[RegionId] | None = None
    if region:
        inside = {one.id for one in regions if name_key(one.name) == name_key(region)}
        if not inside:
            return Problem("region", "unknown-region", region)
    if not municipality:
        return own or Problem("municipality", "missing")
    unit = resolve_municipality(municipality, [one for one in units if inside is None or one.region in inside])
    return unit.territory if unit is not None else Problem("municipality", "unknown-municipality", municipality)


def _own(actor: Actor) -> Territory | None:
    """The only municipality or school for which she enters; None when there are several, or a region."""
    found = {
        place.territory
        for place in actor.places
        if place.verified and place.role in ENTERING and place.role is not Role.ADMIN
    }
    (only,) = found if len(found) == 1 else (None,)
    return only if only is not None and only.municipality is not None else None
