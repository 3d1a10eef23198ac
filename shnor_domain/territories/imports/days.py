"""Weekly days of subjects and the methodists' day: read once, used for the settings here and for drafts of
slots elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor_domain.identity import Role, SubjectId, Territory
from shnor_domain.territories.access import changes_region, changes_schools
from shnor_domain.territories.imports.grid import Grid, Line
from shnor_domain.territories.imports.plan import Planned, Terms, Write, refused
from shnor_domain.territories.imports.report import Change, Problem, ReportRow, RowState
from shnor_domain.territories.imports.words import LONGEST_NAME, is_methodist_day, subject_in, weekday_in
from shnor_domain.territories.model import Municipality, Region, Subject
from shnor_domain.territories.names import name_key, resolve_municipality
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.territories.settings import MethodistDay, SubjectDay

WANTED = ("region", "municipality", "subject", "weekday", "source")
NEEDED = ("region", "subject", "weekday")
ROLES = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class DayRow:
    """One row: `subject` None is the methodists' day; `weekday` 0 is Monday; `title` as typed. Rows with
    problems are not to be used."""

    line: int
    title: str
    territory: Territory
    subject: SubjectId | None
    weekday: int
    source: str
    problems: tuple[Problem, ...] = ()


async def read_days(work: TerritoryWork, grid: Grid) -> list[DayRow]:
    """All rows, also those with problems; the actor's right is not looked at here."""
    regions = await work.municipalities.regions()
    units = await work.municipalities.within()
    catalogue = [subject for subject in await work.subjects.all() if subject.active]
    return [_row(line, regions, units, catalogue) for line in grid.lines]


async def plan(work: TerritoryWork, grid: Grid, terms: Terms) -> list[Planned]:
    """Settings as the file wants them; a subject's day is the region's, so only its coordinator may import it."""
    planned = []
    seen: dict[tuple[Territory, SubjectId | None], int] = {}
    for row in await read_days(work, grid):
        problems = list(row.problems)
        may = changes_schools if row.subject is None and row.territory.municipality is not None else changes_region
        if not problems and not may(terms.actor, row.territory):
            problems.append(Problem("region", "out-of-scope"))
        first = seen.setdefault((row.territory, row.subject), row.line)
        if not problems and first != row.line:
            problems.append(Problem("subject", "twice", str(first)))
        if problems:
            planned.append(refused(row.line, row.title, problems))
            continue
        before = await _stored(work, row)
        state = RowState.NEW if before is None else RowState.SAME if before == row.weekday else RowState.CHANGED
        changes = (
            ()
            if before == row.weekday
            else (Change("weekday", "" if before is None else str(before), str(row.weekday)),)
        )
        planned.append(
            Planned(ReportRow(row.line, state, row.title, changes), None if state is RowState.SAME else _write(row))
        )
    return planned


def _row(line: Line, regions: Sequence[Region], units: Sequence[Municipality], catalogue: Sequence[Subject]) -> DayRow:
    problems = []
    region = next((one for one in regions if name_key(one.name) == name_key(line["region"])), None)
    territory = Territory() if region is None else region.territory
    if region is None:
        problems.append(Problem("region", "unknown-region" if line["region"] else "missing", line["region"]))
    elif line["municipality"]:
        unit = resolve_municipality(line["municipality"], [one for one in units if one.region == region.id])
        if unit is None:
            problems.append(Problem("municipality", "unknown-municipality", line["municipality"]))
        else:
            territory = unit.territory
    subject = None
    if not is_methodist_day(line["subject"]):
        known = subject_in(line["subject"], catalogue)
        subject = None if known is None else known.code
        if known is None:
            problems.append(Problem("subject", "unknown-subject" if line["subject"] else "missing", line["subject"]))
        elif territory.municipality is not None:
            territory = Territory(region=territory.region)
    weekday = weekday_in(line["weekday"])
    if weekday is None:
        problems.append(Problem("weekday", "unknown-weekday" if line["weekday"] else "missing", line["weekday"]))
    source = line["source"][:LONGEST_NAME]
    return DayRow(line.number, line["subject"][:100], territory, subject, weekday or 0, source, tuple(problems))


async def _stored(work: TerritoryWork, row: DayRow) -> int | None:
    region = row.territory.region
    if region is None:
        return None
    if row.subject is not None:
        days = await work.calendars.subject_days(region)
        return next((day.weekday for day in days if day.subject == row.subject), None)
    own = await work.calendars.methodist_days(region)
    return next((day.weekday for day in own if day.municipality == row.territory.municipality), None)


def _write(row: DayRow) -> Write:
    async def write(work: TerritoryWork) -> None:
        region = row.territory.region
        if region is None:
            return
        if row.subject is None:
            await work.calendars.set_methodist_day(
                MethodistDay(region, row.territory.municipality, row.weekday, row.source)
            )
        else:
            await work.calendars.set_subject_day(SubjectDay(region, row.subject, row.weekday, row.source))

    return write
