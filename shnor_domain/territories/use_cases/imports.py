"""Importing tables: a report first, and nothing written until exactly this report is confirmed."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, Stale
from shnor_domain.identity import Actor, Role
from shnor_domain.tables import BadFile, Table, TableReader
from shnor_domain.territories.access import require_any
from shnor_domain.territories.errors import ReportChanged
from shnor_domain.territories.imports import days, municipalities, schools
from shnor_domain.territories.imports.grid import Grid, grid_of
from shnor_domain.territories.imports.plan import Planned, Terms
from shnor_domain.territories.imports.report import ImportReport
from shnor_domain.territories.model import SchoolYear, school_year_of
from shnor_domain.territories.ports import ImportFiles, TerritoryWork
from shnor_domain.work import Opens

MOST_LINES = 5_000
"""Rows with something in them: a region has hundreds of schools, and comparing happens in the event loop."""


@dataclass(frozen=True, slots=True)
class ImportKind:
    """How one kind of table is understood: its columns, who may bring it, what its rows would do."""

    wanted: tuple[str, ...]
    needed: tuple[str, ...]
    roles: tuple[Role, ...]
    plan: Callable[[TerritoryWork, Grid, Terms], Awaitable[list[Planned]]]


KINDS: Mapping[str, ImportKind] = MappingProxyType(
    {
        "municipalities": ImportKind(
            municipalities.WANTED, municipalities.NEEDED, municipalities.ROLES, municipalities.plan
        ),
        "schools": ImportKind(schools.WANTED, schools.NEEDED, schools.ROLES, schools.plan),
        "consultation-days": ImportKind(days.WANTED, days.NEEDED, days.ROLES, days.plan),
    }
)


@dataclass(frozen=True, slots=True)
class ReadImport:
    """A coordinator or admin asks what a table would change; rows beyond her territory are problems of the report.

    Refused: `NotAllowed` before the file is looked at, `BadFile`, `Invalid("kind", "unknown")`.
    """

    read: Opens[TerritoryWork]
    clock: Clock
    tables: TableReader
    import_files: ImportFiles

    async def __call__(
        self, actor: Actor, kind: str, name: str, body: bytes, year: SchoolYear | None = None
    ) -> ImportReport:
        """`name` with its extension. `year` is for statuses that name none, by default the school year of today."""
        how = _kind(kind)
        require_any(actor, *how.roles)
        now = self.clock.now()
        grid = _grid(await self.tables.read(name, body), how)
        terms = Terms(actor, now, year or school_year_of(now.date()))
        key = await self.import_files.keep(body)
        async with self.read() as work:
            return _report(kind, key, grid, terms, await how.plan(work, grid, terms))


@dataclass(frozen=True, slots=True)
class ConfirmImport:
    """The one who read the report confirms it by its digest; rows with problems and unanswered questions are left out.

    Refused: `NotAllowed`, `Stale` when the file is gone, `ReportChanged` when the report would be another one
    now. Confirmed twice, it
    refuses the second time and changes nothing.
    """

    write: Opens[TerritoryWork]
    read: Opens[TerritoryWork]
    clock: Clock
    tables: TableReader
    import_files: ImportFiles

    async def __call__(
        self,
        actor: Actor,
        kind: str,
        file: str,
        digest: str,
        answers: Mapping[int, bool] = MappingProxyType({}),
        year: SchoolYear | None = None,
    ) -> int:
        """Rows written. `answers` say «переименована?» by row number; `year` as the report had it."""
        how = _kind(kind)
        require_any(actor, *how.roles)
        now = self.clock.now()
        async with self.read() as work:
            if (done := await work.applied.result(f"import:{digest}")) is not None:
                return int(done)
        body = await self.import_files.read(file)
        if body is None:
            raise Stale
        grid = _grid(await self.tables.read("", body), how)
        terms = Terms(actor, now, year or school_year_of(now.date()))
        async with self.write() as work:
            planned = await how.plan(work, grid, terms)
            if _report(kind, file, grid, terms, planned).digest != digest:
                raise ReportChanged
            chosen = [write for row in planned if (write := row.chosen(answers)) is not None]
            for write in chosen:
                await write(work)
            await work.territory_log.changed(now, actor.person, f"import:{kind}", f"import:{digest}")
            await work.applied.save(f"import:{digest}", str(len(chosen)))
        await self.import_files.forget(file)
        return len(chosen)


def _kind(kind: str) -> ImportKind:
    if kind not in KINDS:
        raise Invalid("kind", "unknown")
    return KINDS[kind]


def _grid(table: Table, how: ImportKind) -> Grid:
    grid = grid_of(table, how.wanted, how.needed)
    if len(grid.lines) > MOST_LINES:
        raise BadFile("too-many-rows")
    return grid


def _report(kind: str, file: str, grid: Grid, terms: Terms, planned: list[Planned]) -> ImportReport:
    return ImportReport(kind, file, grid.sheet, tuple(one.row for one in planned), grid.unknown, terms.year)
