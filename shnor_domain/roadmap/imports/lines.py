"""From the tables of a document to lines of cells by their meaning, headings and numberings of columns taken out."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from shnor_domain.roadmap.imports.cells import begins_small, cell_text
from shnor_domain.roadmap.imports.columns import Code, Layout, heading_in, is_numbering, with_tail
from shnor_domain.roadmap.imports.model import Spot
from shnor_domain.roadmap.imports.numbers import number_in
from shnor_domain.roadmap.imports.shapes import continued
from shnor_domain.roadmap.words import plain, vocabulary
from shnor_domain.tables import BadFile, Sheet, Table

_LATER = 3
"""Columns that a heading names which is not the first."""
_LONGEST_TAIL = 40
"""Letters of a cell in the second row of a heading."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row with something in it; `banner` is its text where one text fills the whole of it."""

    spot: Spot
    cells: dict[Code, str]
    banner: str = ""
    sure: bool = True

    def __getitem__(self, code: Code) -> str:
        """The cell; empty where the table has no such column."""
        return self.cells.get(code, "")


@dataclass(slots=True)
class Lines:
    """`heading` are texts above the first table, `unused` those that went nowhere later on, `codes` the columns that
    the document names, `unknown` its other headings."""

    lines: list[Line] = field(default_factory=list)
    heading: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    codes: frozenset[Code] = frozenset()
    unknown: tuple[str, ...] = ()


def lines_of(table: Table, is_body: Callable[[str], bool]) -> Lines:
    """All rows of a plan in the order of the document. Raises `BadFile` («no-columns») where no row names columns."""
    reading = _Reading(is_body)
    for sheet in table.sheets:
        reading.take(sheet)
    if reading.layout is None:
        raise BadFile("no-columns", columns="title, period")
    return reading.found


def is_section(text: str) -> bool:
    """«Раздел 2. …», «IV. …»: a heading inside of a plan."""
    words = re.findall(r"[^\W_]+", plain(text))[:1]
    named = any(word == plain(spelling) for word in words for _, spelling in vocabulary("section"))
    return named or re.match(r"\s*[IVXІ]{1,5}\.\s", text) is not None


class _Reading:
    """Goes through the sheets with the layout of the last heading in hand."""

    def __init__(self, is_body: Callable[[str], bool]) -> None:
        self.found = Lines()
        self.layout: Layout | None = None
        self._richest: Layout | None = None
        self._by_width: dict[int, Layout] = {}
        self._heads: set[tuple[str, ...]] = set()
        self._is_body = is_body
        self._tail: Sequence[str] | None = None
        self._after_heading = False

    def take(self, sheet: Sheet) -> None:
        rows = [tuple(cell_text(cell) for cell in row) for row in sheet.rows]
        heads = [self._heading(row) for row in rows]
        head = next((at for at, layout in enumerate(heads) if layout is not None), None)
        here, sure = self.layout, True
        if head is None and self.layout is not None:
            known = self._by_width.get(max(map(len, rows), default=0), self._richest)
            onward = continued(known or self.layout, [row for row in rows if any(row)], self._is_body)
            if onward is None:
                head = len(rows)
            else:
                here, sure = onward.layout, onward.sure
        for at, row in enumerate(rows):
            if not any(row):
                continue
            new = heads[at]
            if new is not None:
                here = self._start(new)
            elif here is None or (head is not None and at < head):
                self._outside(Spot(sheet.name, at + 1), row)
            elif is_numbering(row):
                continue
            elif self._after_heading and self._is_tail(row, here):
                here = self._start(with_tail(here, row))
                self._after_heading = False
            else:
                self.found.lines.append(_line(Spot(sheet.name, at + 1), row, here, sure))
                self._after_heading = False

    def _heading(self, row: Sequence[str]) -> Layout | None:
        """Behind the first heading another one says the same or says a lot: what a page has cut off may look like two
        words of one."""
        found = heading_in(row)
        if found is None or not self._heads or tuple(row) in self._heads:
            self._heads |= {tuple(row)} if found is not None else set()
            return found
        return found if len(found.known) >= _LATER and not any(begins_small(cell) for cell in row if cell) else None

    def _is_tail(self, row: Sequence[str], layout: Layout) -> bool:
        """The second row of a heading: behind the first one it names neither number nor title, later it is the same."""
        if self._tail is None:
            cells = layout.cells(row)
            short = all(len(cell) <= _LONGEST_TAIL for cell in row)
            self._tail = row if short and not cells.get("number") and not cells.get("title") else ()
        return row == self._tail

    def _start(self, layout: Layout) -> Layout:
        self.layout = layout
        self._by_width[len(layout.codes)] = layout
        if self._richest is None or len(layout.known) >= len(self._richest.known):
            self._richest = layout
        self._after_heading = True
        self.found.codes |= set(layout.known)
        self.found.unknown = tuple(dict.fromkeys((*self.found.unknown, *layout.unknown)))
        return layout

    def _outside(self, spot: Spot, row: Sequence[str]) -> None:
        """A row beside the tables: a heading of the plan, of a section, or nothing."""
        text = " ".join(dict.fromkeys(cell.replace("\n", " ") for cell in row if cell))
        if self.layout is None:
            self.found.heading.append(text)
        elif is_section(text):
            self.found.lines.append(Line(spot, {}, banner=text))
        else:
            self.found.unused.append(text)


def _line(spot: Spot, row: Sequence[str], layout: Layout, sure: bool) -> Line:
    filled = [(at, cell) for at, cell in enumerate(row) if cell]
    cells = layout.cells(row)
    # a section may leave the column of numbers free; fewer cells are alike by chance
    merged = len(filled) >= max(2, len(row) - 1) and len({cell for _, cell in filled}) == 1
    first = layout.codes[filled[0][0]] if filled[0][0] < len(layout.codes) else None
    alone = len(filled) == 1 and first == "number" and not number_in(filled[0][1]) and not begins_small(filled[0][1])
    if merged or alone:
        return Line(spot, {}, banner=filled[0][1].replace("\n", " "))
    return Line(spot, cells, sure=sure)
