"""Plan of an import of schools: municipality and name, and what else the table has of number, code, village,
statuses."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from shnor_domain.identity import MunicipalityId, Role, SchoolId
from shnor_domain.territories.access import changes_schools
from shnor_domain.territories.imports.grid import Grid
from shnor_domain.territories.imports.plan import Planned, Terms, refused
from shnor_domain.territories.imports.report import Change, Problem, ReportRow, RowState
from shnor_domain.territories.imports.school_rows import SchoolRow, finder, read_row
from shnor_domain.territories.imports.school_writes import add, change
from shnor_domain.territories.model import School, SchoolStatus, SchoolYear, Status
from shnor_domain.territories.names import name_key, name_words
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.territories.school_names import school_key, school_words
from shnor_domain.territories.typos import near

WANTED = (
    "region", "municipality", "school", "number", "code", "settlement", "statuses", "year", "source", "state",
    "successor", "base", "aliases",
)  # fmt: skip
NEEDED = ("municipality", "school")
ROLES = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMIN)


class _Stored:
    """What is stored, by what rows are compared with."""

    def __init__(self, schools: Sequence[School], statuses: Sequence[SchoolStatus]) -> None:
        self.by_code = {school.code: school for school in schools if school.code}
        self._there: dict[MunicipalityId, list[School]] = defaultdict(list)
        for school in schools:
            self._there[school.municipality].append(school)
        self._statuses: dict[SchoolId, set[tuple[Status, SchoolYear]]] = defaultdict(set)
        for one in statuses:
            self._statuses[one.school].add((one.status, one.year))

    def there(self, row: SchoolRow) -> Sequence[School]:
        """Schools of the row's municipality."""
        return self._there.get(row.unit.id, ()) if row.unit is not None else ()

    def statuses(self, school: SchoolId) -> Collection[tuple[Status, SchoolYear]]:
        """Lists that a school stands in."""
        return self._statuses.get(school, ())


async def plan(work: TerritoryWork, grid: Grid, terms: Terms) -> list[Planned]:
    """One `Planned` a line. Rows of territories beyond the actor's are problems, compared with nothing."""
    units = await work.municipalities.within()
    regions = await work.municipalities.regions()
    stored = _Stored(await work.schools.within(), await work.schools.statuses())
    find = finder(units, regions)
    rows = [read_row(line, terms.year, find) for line in grid.lines]
    codes = Counter(row.code for row in rows if row.code)
    names = Counter(_identity(row) for row in rows if row.unit is not None)
    hits = [_exact(row, stored) for row in rows]
    taken = {school.id for hit in hits for school in hit}
    planned = []
    for row, hit in zip(rows, hits, strict=True):
        problems = list(row.problems)
        if row.unit is not None and not changes_schools(terms.actor, row.unit.territory):
            problems.append(Problem("municipality", "out-of-scope", row.unit.name))
        if row.code and codes[row.code] > 1:
            problems.append(Problem("code", "twice", row.code))
        elif row.unit is not None and names[_identity(row)] > 1:
            problems.append(Problem("school", "twice", row.name))
        if any(row.unit is None or school.municipality != row.unit.id for school in hit):
            problems.append(Problem("code", "code-taken", row.code or ""))
        if len(hit) > 1:
            problems.append(Problem("school", "several-schools", row.name))
        successor = stored.by_code.get(row.successor) if row.successor is not None else None
        if row.successor is not None and (successor is None or not changes_schools(terms.actor, successor.territory)):
            problems.append(Problem("successor", "unknown-successor", row.successor))
        if problems or row.unit is None:
            planned.append(refused(row.line, row.name, problems))
            continue
        new = row.school(SchoolId(0), successor)
        if hit:
            planned.append(_compared(row, hit[0], stored, successor))
        elif (old := _similar(row, stored, taken)) is not None:
            question = ReportRow(row.line, RowState.RENAMED, row.name[:100], (Change("name", old.name, row.name),))
            planned.append(Planned(question, change(row, old, row.school(old.id, successor, old)), add(row, new)))
        else:
            planned.append(Planned(ReportRow(row.line, RowState.NEW, row.name[:100], _statuses_of(row)), add(row, new)))
    return planned


def _identity(row: SchoolRow) -> tuple[object, ...]:
    return (row.unit.id if row.unit else None, school_key(row.name), name_key(row.settlement or ""), row.code)


def _exact(row: SchoolRow, stored: _Stored) -> list[School]:
    """By the official number; else by the same name in the municipality, where village and number do not say
    otherwise."""
    if row.code and (found := stored.by_code.get(row.code)):
        return [found]
    key = school_key(row.name)
    return [
        school
        for school in stored.there(row)
        if _compatible(row, school) and key in map(school_key, (school.name, *school.aliases))
    ]


def _similar(row: SchoolRow, stored: _Stored, taken: set[SchoolId]) -> School | None:
    """The one school there with the same number, or a name a typo away, that no row of the file means:
    «переименована?»."""
    found = [
        school
        for school in stored.there(row)
        if school.id not in taken
        and school.state.open
        and _compatible(row, school)
        and (school.number == row.number if row.number is not None else _alike(row.name, school))
    ]
    return found[0] if len(found) == 1 else None


def _compatible(row: SchoolRow, school: School) -> bool:
    """Neither another official number nor another village."""
    elsewhere = row.settlement and school.settlement and name_key(row.settlement) != name_key(school.settlement)
    return not elsewhere and not (row.code and school.code)


def _alike(name: str, school: School) -> bool:
    return school.number is None and near("".join(school_words(name)), "".join(school_words(school.name))) is not None


def _compared(row: SchoolRow, old: School, stored: _Stored, successor: School | None) -> Planned:
    new = row.school(old.id, successor, old)
    changes = [Change(field, str(before), str(after)) for field, before, after in _facts(old, new) if before != after]
    spellings = {school_key(text) for text in (old.name, *old.aliases)}
    changes += [Change("alias", "", text) for text in row.aliases if school_key(text) not in spellings]
    known = stored.statuses(old.id)
    changes += [one for one, status in zip(_statuses_of(row), row.statuses, strict=True) if status not in known]
    renamed = school_key(row.name) not in spellings
    if renamed:
        question = (Change("name", old.name, row.name), *changes)
        return Planned(ReportRow(row.line, RowState.RENAMED, row.name[:100], question), change(row, old, new))
    if not changes:
        return Planned(ReportRow(row.line, RowState.SAME, row.name[:100]))
    kept = row.school(old.id, successor, old, name=old.name)
    return Planned(ReportRow(row.line, RowState.CHANGED, row.name[:100], tuple(changes)), change(row, old, kept))


def _facts(old: School, new: School) -> list[tuple[str, object, object]]:
    settled = name_words(old.settlement or "") != name_words(new.settlement or "")
    return [
        ("number", old.number or "", new.number or ""),
        ("code", old.code or "", new.code or ""),
        ("settlement", old.settlement or "", (new.settlement or "") if settled else (old.settlement or "")),
        ("state", old.state.value, new.state.value),
        ("successor", old.successor or "", new.successor or ""),
        ("base", old.base, new.base),
    ]


def _statuses_of(row: SchoolRow) -> tuple[Change, ...]:
    return tuple(Change("status", "", f"{status.value}:{year}") for status, year in row.statuses)
