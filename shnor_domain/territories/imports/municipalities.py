"""Plan of an import of municipalities: region, name, aliases («|» between), zone, town."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from shnor_domain.identity import MunicipalityId, RegionId, Role, Territory
from shnor_domain.territories.access import changes_region
from shnor_domain.territories.imports.grid import Grid, Line
from shnor_domain.territories.imports.plan import Planned, Terms, Write, refused
from shnor_domain.territories.imports.report import Change, Problem, ReportRow, RowState
from shnor_domain.territories.imports.words import LONGEST_NAME
from shnor_domain.territories.model import Municipality, Region
from shnor_domain.territories.names import name_key, spellings_of
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.territories.typos import near

WANTED = ("region", "district_word", "canonical_name", "aliases", "iana_tz", "utc_offset", "admin_center")
NEEDED = ("region", "canonical_name", "iana_tz")
ROLES = (Role.REGIONAL_COORDINATOR, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class _Row:
    line: Line
    region: str
    word: str | None
    name: str
    zone: str
    town: str | None
    aliases: tuple[str, ...]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(map(name_key, (self.name, *self.aliases)))


async def plan(work: TerritoryWork, grid: Grid, terms: Terms) -> list[Planned]:
    """One `Planned` a line. A region that is not stored yet is made by an admin's import only."""
    regions = {name_key(region.name): region for region in await work.municipalities.regions()}
    stored = await work.municipalities.within()
    rows = [_row(line) for line in grid.lines]
    named = {(name_key(row.region), name_key(row.name)) for row in rows}
    first: dict[tuple[str, str], _Row] = {}
    for row in rows:  # a name goes before somebody else's alias
        first.setdefault((name_key(row.region), name_key(row.name)), row)
    for row in rows:
        for key in row.keys:
            first.setdefault((name_key(row.region), key), row)
    planned = []
    for row in rows:
        region = regions.get(name_key(row.region))
        own = [unit for unit in stored if region is not None and unit.region == region.id]
        same = next((unit for unit in own if name_key(row.name) == name_key(unit.name)), None)
        free = [unit for unit in own if (name_key(row.region), name_key(unit.name)) not in named]
        problems = _problems(row, terms, region)
        problems += _collisions(row, [unit for unit in own if unit is not same and unit not in free])
        others = {first[name_key(row.region), key].line.number for key in row.keys} - {row.line.number}
        problems += [Problem("canonical_name", "twice", str(number)) for number in sorted(others)]
        if problems:
            planned.append(refused(row.line.number, row.name, problems))
        elif same is not None:
            planned.append(_compared(row, same, region))
        else:
            planned.append(_new_or_renamed(row, free))
    return planned


def _row(line: Line) -> _Row:
    aliases = tuple(dict.fromkeys(part.strip() for part in line["aliases"].split("|") if part.strip()))
    return _Row(
        line,
        line["region"],
        line["district_word"] or None,
        line["canonical_name"],
        line["iana_tz"],
        line["admin_center"] or None,
        aliases,
    )


def _problems(row: _Row, terms: Terms, region: Region | None) -> list[Problem]:
    found = []
    for column, text in (("region", row.region), ("canonical_name", row.name)):
        if not name_key(text):
            found.append(Problem(column, "missing"))
        elif len(text) > LONGEST_NAME:
            found.append(Problem(column, "too-long", text))
    found += [Problem("aliases", "too-long", text) for text in row.aliases if len(text) > LONGEST_NAME]
    if len(row.town or "") > 100 or len(row.word or "") > 60:
        found.append(Problem("admin_center" if len(row.town or "") > 100 else "district_word", "too-long"))
    if row.zone not in _zones():
        found.append(Problem("iana_tz", "unknown-zone", row.zone))
    elif (
        row.line["utc_offset"]
        and _offset(row.line["utc_offset"]) != terms.now.astimezone(ZoneInfo(row.zone)).utcoffset()
    ):
        found.append(Problem("utc_offset", "offset-differs", row.line["utc_offset"]))
    # the empty territory is reached by an admin alone
    if not changes_region(terms.actor, region.territory if region is not None else Territory()):
        found.append(Problem("region", "out-of-scope" if region is not None else "unknown-region", row.region))
    return found


@cache
def _zones() -> set[str]:
    """All that this machine knows: a walk through a folder of hundreds of files, once and not for each row."""
    return available_timezones()


def _offset(text: str) -> timedelta | None:
    """«+09:00» or «9»; None for anything else."""
    shape = re.fullmatch(r"\s*([+−-]?)(\d{1,2})(?::(\d\d))?\s*", text)
    if shape is None:
        return None
    size = timedelta(hours=int(shape.group(2)), minutes=int(shape.group(3) or 0))
    return size if shape.group(1) in ("", "+") else -size


def _collisions(row: _Row, neighbours: Sequence[Municipality]) -> list[Problem]:
    """A spelling that already means a neighbour would make both unfindable."""
    return [
        Problem("aliases", "spelling-taken", unit.name)
        for unit in neighbours
        if row.keys & frozenset(map(name_key, spellings_of(unit)))
    ]


def _compared(row: _Row, unit: Municipality, region: Region | None) -> Planned:
    facts = [("zone", unit.zone, row.zone), ("town", unit.town or "", row.town or unit.town or "")]
    word = region.word or "" if region is not None else ""
    changes = [Change(field, before, after) for field, before, after in facts if before != after]
    changes += [Change("district_word", word, row.word)] if row.word and row.word != word else []
    known = {*unit.aliases, unit.name}
    changes += [Change("alias", "", alias) for alias in row.aliases if alias not in known]
    if not changes:
        return Planned(ReportRow(row.line.number, RowState.SAME, row.name))
    return Planned(
        ReportRow(row.line.number, RowState.CHANGED, row.name, tuple(changes)), _change(row, unit, unit.name)
    )


def _new_or_renamed(row: _Row, free: Sequence[Municipality]) -> Planned:
    """New, unless one that the file does not name looks like it: the same town, or a similar name."""
    old = next(
        (
            unit
            for unit in free
            if (row.town and unit.town and name_key(row.town) == name_key(unit.town))
            or row.keys & frozenset(map(name_key, spellings_of(unit)))
            or near(name_key(row.name), name_key(unit.name)) is not None
        ),
        None,
    )
    if old is None:
        return Planned(ReportRow(row.line.number, RowState.NEW, row.name), _add(row))
    question = ReportRow(row.line.number, RowState.RENAMED, row.name, (Change("name", old.name, row.name),))
    return Planned(question, _change(row, old, row.name), _add(row))


def _add(row: _Row) -> Write:
    async def write(work: TerritoryWork) -> None:
        region = await _region(work, row)
        made = await work.municipalities.add(region, row.name, row.zone, row.town)
        await _aliases(work, made, row.aliases)

    return write


def _change(row: _Row, unit: Municipality, name: str) -> Write:
    async def write(work: TerritoryWork) -> None:
        await _region(work, row)
        await work.municipalities.change(unit.id, name, row.zone, row.town or unit.town)
        await _aliases(work, unit.id, (*row.aliases, *(() if name == unit.name else (unit.name,))))

    return write


async def _aliases(work: TerritoryWork, unit: MunicipalityId, spellings: Sequence[str]) -> None:
    for spelling in spellings:
        await work.municipalities.add_alias(unit, spelling, name_key(spelling)[:LONGEST_NAME])


async def _region(work: TerritoryWork, row: _Row) -> RegionId:
    """The region of the row; an earlier row of the same file may have made it."""
    known = {name_key(region.name): region for region in await work.municipalities.regions()}
    region = known.get(name_key(row.region))
    if region is None:
        return await work.municipalities.add_region(row.region, row.word)
    if row.word and row.word != region.word:
        await work.municipalities.set_region_word(region.id, row.word)
    return region.id
