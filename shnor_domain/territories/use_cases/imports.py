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
from shnor_domain.territories.imports.report import ImportReport, digest_of
from shnor_domain.territories.model import SchoolYear, school_year_of
from shnor_domain.territories.ports import ImportFiles, TerritoryWork
from shnor_domain.work import Opens

MOST_LINES = 5_000
"""Rows with something in them: a region has hundreds of schools, and comparing happens in the event loop."""


@dataclass(frozen=True, slots=True)
class ImportKind:
    """How one kind of table is understood: its columns, who may bring it, what its rows would do.

    Parts above territories bring kinds of their own; the unit that their `plan` gets has every store.
    """

    name: str
    wanted: tuple[str, ...]
    needed: tuple[str, ...]
    roles: tuple[Role, ...]
    plan: Callable[[TerritoryWork, Grid, Terms], Awaitable[list[Planned]]]


KINDS = (
    ImportKind(
        "municipalities", municipalities.WANTED, municipalities.NEEDED, municipalities.ROLES, municipalities.plan
    ),
    ImportKind("schools", schools.WANTED, schools.NEEDED, schools.ROLES, schools.plan),
    ImportKind("consultation-days", days.WANTED, days.NEEDED, days.ROLES, days.plan),
)
"""What territories understand by themselves; the process replaces or adds by name (`import_kinds`)."""


@dataclass(frozen=True, slots=True)
class ReadImport:
    """A coordinator or admin asks what a table would change; rows beyond her territory are problems of the report.

    Refused: `NotAllowed` before the file is looked at, `BadFile`, `Invalid("kind", "unknown")`.
    """

    read: Opens[TerritoryWork]
    clock: Clock
    tables: TableReader
    import_files: ImportFiles
    import_kinds: tuple[ImportKind, ...] = KINDS

    async def __call__(
        self, actor: Actor, kind: str, name: str, body: bytes, year: SchoolYear | None = None
    ) -> ImportReport:
        """`name` with its extension. `year` is for statuses that name none, by default the school year of today."""
        how = _kind(self.import_kinds, kind)
        require_any(actor, *how.roles)
        now = self.clock.now()
        grid = _grid(await self.tables.read(name, body), how)
        terms = Terms(actor, now, year or school_year_of(now.date()))
        key = await self.import_files.keep(body, actor.person)
        async with self.read() as work:
            return await _report(kind, key, grid, terms, await how.plan(work, grid, terms))


@dataclass(frozen=True, slots=True)
class ShowImport:
    """The report of a file that waits for its confirmation, as it is now. Refused as `ReadImport`; `Stale` when the
    file is gone."""

    read: Opens[TerritoryWork]
    clock: Clock
    tables: TableReader
    import_files: ImportFiles
    import_kinds: tuple[ImportKind, ...] = KINDS

    async def __call__(self, actor: Actor, kind: str, file: str, year: SchoolYear | None = None) -> ImportReport:
        """`file` and `year` as the first report had them; the digest differs where data changed meanwhile."""
        how = _kind(self.import_kinds, kind)
        require_any(actor, *how.roles)
        now = self.clock.now()
        body = await self.import_files.read(file)
        if body is None:
            raise Stale
        grid = _grid(await self.tables.read("", body), how)
        terms = Terms(actor, now, year or school_year_of(now.date()))
        async with self.read() as work:
            return await _report(kind, file, grid, terms, await how.plan(work, grid, terms))


@dataclass(frozen=True, slots=True)
class DropImport:
    """«Не надо»: the file is forgotten and nothing is written. `NotAllowed` to who may not bring this kind."""

    import_files: ImportFiles
    import_kinds: tuple[ImportKind, ...] = KINDS

    async def __call__(self, actor: Actor, kind: str, file: str) -> None:
        """Again changes nothing."""
        require_any(actor, *_kind(self.import_kinds, kind).roles)
        await self.import_files.forget(file)


@dataclass(frozen=True, slots=True)
class ImportsFor:
    """Kinds of tables that the actor may bring at all; empty for all who bring none."""

    import_kinds: tuple[ImportKind, ...] = KINDS

    async def __call__(self, actor: Actor) -> tuple[str, ...]:
        """Names of kinds, in their order."""
        return tuple(kind.name for kind in self.import_kinds if actor.has(*kind.roles))


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
    import_kinds: tuple[ImportKind, ...] = KINDS

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
        how = _kind(self.import_kinds, kind)
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
            if (await _report(kind, file, grid, terms, planned)).digest != digest:
                raise ReportChanged
            chosen = [write for row in planned if (write := row.chosen(answers)) is not None]
            for write in chosen:
                await write(work)
            await work.territory_log.changed(now, actor.person, f"import:{kind}", f"import:{digest}")
            await work.applied.save(f"import:{digest}", str(len(chosen)))
        await self.import_files.forget(file)
        return len(chosen)


def _kind(kinds: tuple[ImportKind, ...], name: str) -> ImportKind:
    for kind in kinds:
        if kind.name == name:
            return kind
    raise Invalid("kind", "unknown")


def _grid(table: Table, how: ImportKind) -> Grid:
    grid = grid_of(table, how.wanted, how.needed)
    if len(grid.lines) > MOST_LINES:
        raise BadFile("too-many-rows")
    return grid


async def _report(kind: str, file: str, grid: Grid, terms: Terms, planned: list[Planned]) -> ImportReport:
    rows = tuple(one.row for one in planned)
    digest = await digest_of(kind, file, terms.year, rows)
    return ImportReport(kind, file, grid.sheet, rows, grid.unknown, terms.year, digest)
