"""The school and the year that a row of a table means: nobody can be asked, so whatever is doubtful is a problem."""

import asyncio
import re
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable
from typing import TypeVar

from shnor_domain.identity import Actor, MunicipalityId
from shnor_domain.results.access import WATCHING
from shnor_domain.territories.imports.grid import Line
from shnor_domain.territories.imports.report import Problem
from shnor_domain.territories.imports.school_rows import finder
from shnor_domain.territories.model import Municipality, School, SchoolYear
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.territories.school_names import number_in, school_key

Named = dict[str, list[School]]
Row = TypeVar("Row")
_BITE = 50
FindSchool = Callable[[Line], School | Problem]


async def school_finder(work: TerritoryWork, actor: Actor) -> FindSchool:
    """By the cells «region» and «municipality», which may be empty, and «school»: its official number, name, spelling,
    or number alone. Schools beyond the actor's territory are not found."""
    units = await work.municipalities.within()
    find_unit = finder(units, await work.municipalities.regions())
    schools = _Schools(actor)
    async for school in bitten(await work.schools.within()):
        schools.add(school)

    def find(line: Line) -> School | Problem:
        unit = find_unit(line["region"], line["municipality"]) if line["municipality"] else None
        return unit if isinstance(unit, Problem) else schools.find(line["school"], unit)

    return find


async def bitten(rows: Iterable[Row]) -> AsyncIterator[Row]:
    """The same rows; others are answered in between, for a table has thousands."""
    for at, row in enumerate(rows, 1):
        yield row
        if at % _BITE == 0:
            await asyncio.sleep(0)


def year_in(text: str) -> SchoolYear | Problem:
    """«2025/26» or «2025-2026 уч. г.»: a single year would be the one of the examination to some and the one in which
    the school year begins to others."""
    found = re.match(r"\s*(20\d\d)\s*[/–—-]\s*(?:20)?(\d\d)(?!\d)", text)
    if found is None or (int(found.group(1)) + 1) % 100 != int(found.group(2)):
        return Problem("year", "bad-year" if text else "missing", text)
    return SchoolYear(int(found.group(1)))


class _Schools:
    """Open schools of the importer's territory by everything that they are called."""

    def __init__(self, actor: Actor) -> None:
        self._actor = actor
        self._everywhere: Named = defaultdict(list)
        self._inside: dict[MunicipalityId, Named] = defaultdict(lambda: defaultdict(list))

    def add(self, school: School) -> None:
        """Where it is open and hers."""
        if school.state.open and self._actor.reaches(school.territory, *WATCHING):
            for key in _keys(school):
                self._everywhere[key].append(school)
                self._inside[school.municipality][key].append(school)

    def find(self, text: str, unit: Municipality | None) -> School | Problem:
        """Inside of `unit` where the row names one."""
        if not text:
            return Problem("school", "missing")
        if unit is not None and not self._actor.reaches(unit.territory, *WATCHING):
            return Problem("municipality", "out-of-scope", unit.name)
        named = self._everywhere if unit is None else self._inside[unit.id]
        found = named.get(_code(text)) or named.get(school_key(text)) or []
        if not found and re.fullmatch(r"[№\s]*\d{1,5}", text):
            found = named.get(_number(number_in(text))) or []
        if len(found) != 1:
            return Problem("school", "several-schools" if found else "unknown-school", text)
        return found[0]


def _keys(school: School) -> set[str]:
    keys = {school_key(text) for text in (school.name, *school.aliases)}
    if school.code is not None:
        keys.add(_code(school.code))
    if school.number is not None:
        keys.add(_number(school.number))
    return keys


def _code(text: str) -> str:
    """Signs that no normal form of a name has keep the three kinds of key apart."""
    return f"={text}"


def _number(number: int | None) -> str:
    return f"#{number}"
