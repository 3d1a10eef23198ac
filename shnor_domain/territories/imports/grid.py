"""Finding columns by their headings, in any order, in Russian or by the names of the shipped files."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from shnor_domain.letters import visible_letters
from shnor_domain.tables import BadFile, Sheet, Table
from shnor_domain.territories.names import words_of
from shnor_domain.territories.words import vocabulary_rows

_LISTS = frozenset({"subject", "statuses", "aliases"})
_HEAD = 20
"""Rows above the heading that a table may carry: its title, the date, a stamp."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row with something in it; `number` counts from 1 as the person's own program shows it."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell without spaces around; empty when the file has no such column."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Grid:
    """The sheet that was chosen, its columns by their codes, headings that mean nothing here."""

    sheet: str
    columns: tuple[str, ...]
    unknown: tuple[str, ...]
    lines: tuple[Line, ...]


def grid_of(table: Table, wanted: Collection[str], needed: Collection[str]) -> Grid:
    """The first sheet and row that name all `needed` columns; raises `BadFile` («no-columns», with the missing
    ones of the best row)."""
    best: set[str] = set()
    for sheet in table.sheets:
        for at, row in enumerate(sheet.rows[:_HEAD]):
            columns = _columns(row, wanted)
            if set(needed) <= set(columns.values()):
                unknown = tuple(cell for index, cell in enumerate(row) if index not in columns and cell.strip())
                return Grid(sheet.name, tuple(columns.values()), unknown, tuple(_lines(sheet, at, columns)))
            best = max(best, set(columns.values()), key=len)
    raise BadFile("no-columns", columns=", ".join(name for name in needed if name not in best))


def _lines(sheet: Sheet, head: int, columns: dict[int, str]) -> Iterator[Line]:
    for index, row in enumerate(sheet.rows[head + 1 :], head + 2):
        cells = {code: _cell(code, row[at]) for at, code in columns.items() if at < len(row)}
        if any(cells.values()):
            yield Line(index, cells)


def _cell(code: str, text: str) -> str:
    """On one line, but for lists, which people part by lines; names are shown to others, so nothing unseen is kept."""
    seen = visible_letters(text)
    return seen.strip() if code in _LISTS else " ".join(seen.split())


def _columns(row: tuple[str, ...], wanted: Collection[str]) -> dict[int, str]:
    """Position → code; of two columns with one meaning the first counts."""
    found: dict[int, str] = {}
    for at, cell in enumerate(row):
        meanings = _headings().get(_normal(cell), frozenset())
        code = next((one for one in wanted if one in meanings and one not in found.values()), None)
        if code is not None:
            found[at] = code
    return found


def _normal(heading: str) -> str:
    return heading.strip() if heading.strip() == "№" else " ".join(words_of(heading))


@cache
def _headings() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for code, spelling in vocabulary_rows("heading"):
        found[_normal(spelling)].add(code)
        found[_normal(code)].add(code)
    return {spelling: frozenset(codes) for spelling, codes in found.items()}
