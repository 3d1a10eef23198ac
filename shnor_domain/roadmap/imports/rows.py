"""Which lines begin an item, which continue the one before, which are headings of sections."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from shnor_domain.roadmap.imports.cells import begins_a_sentence, begins_small
from shnor_domain.roadmap.imports.columns import Code
from shnor_domain.roadmap.imports.lines import Line, is_section
from shnor_domain.roadmap.imports.model import Doubt, Remark
from shnor_domain.roadmap.imports.numbers import (
    below,
    between,
    following,
    follows,
    number_before,
    number_in,
    numbers_in,
)

_LONGEST_SECTION = 8
"""Words."""


class Part(Enum):
    """What a line is to the plan."""

    ITEM = "item"
    MORE = "more"
    """Of the item before."""
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its part; of an item its number and title, of a section its heading as title."""

    line: Line
    part: Part
    number: str | None = None
    title: str = ""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells rows apart besides numbers; `codes` are the columns of the document."""

    codes: frozenset[Code]
    is_period: Callable[[str], bool]
    is_body: Callable[[str], bool]

    def time(self, line: Line) -> bool:
        """True when the line has a time of its own, or the plan has none."""
        return not {"period", "starts", "ends"} & self.codes or self.is_period(line["period"] or line["ends"])

    def bodies(self, line: Line) -> bool:
        """The same for bodies."""
        return "responsible" not in self.codes or self.is_body(line["responsible"])

    def goes_on(self, before: Line | None, line: Line) -> bool:
        """True when the time only ends the one before: «февраль» and «2021 г.», or is the time that the row before
        lacks."""
        if before is None or not line["period"]:
            return False
        return not before["period"] or self.is_period(f"{before['period']} {line['period']}")


def rows_of(lines: Sequence[Line], signs: Signs) -> list[Row]:
    """Each line with its part.

    In a plan with numbers the numbers decide: what has none between 7 and 8 continues 7. In a plan without, or where
    one is left out, a row is an item when it has a time and bodies of its own.
    """
    return _Sorting([_in_place(line) for line in lines], signs).rows()


class _Sorting:
    """Goes through the lines with the number of the last item in hand, and the line that began it in this section."""

    def __init__(self, lines: Sequence[Line], signs: Signs) -> None:
        self._lines = lines
        self._signs = signs
        self._last: str | None = None
        self._before: Line | None = None
        self._own = [number_in(line["number"]) or next(iter(numbers_in(line["number"])), None) for line in lines]
        self._inside = [number_before(line["title"]) for line in lines]
        numbers = sum(bool(own or inside) for own, inside in zip(self._own, self._inside, strict=True))
        self._numbered = numbers * 2 >= sum(bool(line["title"]) for line in lines)

    def rows(self) -> list[Row]:
        found = []
        for at, line in enumerate(self._lines):
            row = self._row(at, line)
            found.append(row)
            if row.part is Part.ITEM:
                self._before = line
                self._last = row.number or self._last
            elif row.part is Part.SECTION:
                self._before = None
        return found

    def _row(self, at: int, line: Line) -> Row:
        if line.banner:
            return Row(line, Part.SECTION, title=line.banner)
        title, own, inside = line["title"], self._own[at], self._inside[at]
        alone = [code for code, cell in line.cells.items() if cell] == ["title"]
        if own is not None:
            return self._with_number(at, line, own)
        if inside is not None and self._may_come(inside[0]) and self._next(at) != inside[0]:
            remarks = (Remark(Doubt.NUMBER_IN_TITLE, inside[0]),) if "number" in self._signs.codes else ()
            return Row(line, Part.ITEM, inside[0], inside[1], remarks)
        if alone and is_section(title) and not begins_small(title):
            return Row(line, Part.SECTION, title=title)
        if not title and self._before is not None:
            return Row(line, Part.MORE)
        if self._numbered:
            return self._among_numbers(at, line)
        return self._without_numbers(line, alone=alone)

    def _with_number(self, at: int, line: Line, number: str) -> Row:
        title = line["title"]
        again = number == self._last and self._before is not None
        if again and (not title or begins_small(title) or (self._before and title == self._before["title"])):
            return Row(line, Part.MORE)
        after = self._next(at)
        empty = not line["period"] and not line["responsible"] and {"period", "responsible"} & self._signs.codes
        if empty and title and after is not None and below(number, after):
            return Row(line, Part.SECTION, title=f"{number}. {title}")
        several = numbers_in(line["number"])
        remarks = (Remark(Doubt.SEVERAL_NUMBERS, ", ".join(several)),) if several else ()
        return Row(line, Part.ITEM, number, title, remarks)

    def _among_numbers(self, at: int, line: Line) -> Row:
        after = self._next(at)
        signs, title = self._signs, line["title"]
        near = after is not None and self._may_come(after)
        below = self._lines[at + 1]["title"] if near and self._own[at + 1 : at + 2] == [after] else ""
        if begins_a_sentence(title) and below and begins_small(below):
            return Row(line, Part.ITEM, after, title)  # the number stands in the second half
        if self._before is None:
            number = None if near else following(self._last)
            return Row(line, Part.ITEM, number, title, (Remark(Doubt.NUMBER_MISSING, number or ""),))
        if near:
            return Row(line, Part.MORE)
        whole = signs.time(line) and signs.bodies(line) and not signs.goes_on(self._before, line)
        half = between(self._last, after) > 0 and begins_a_sentence(title) and (signs.time(line) or signs.bodies(line))
        if not begins_small(title) and (whole or half):
            number = following(self._last)
            return Row(line, Part.ITEM, number, title, (Remark(Doubt.NUMBER_MISSING, number or ""),))
        return Row(line, Part.MORE)

    def _without_numbers(self, line: Line, *, alone: bool) -> Row:
        signs, title = self._signs, line["title"]
        if self._before is None or (signs.time(line) and signs.bodies(line)):
            return Row(line, Part.ITEM, title=title)
        if alone and begins_a_sentence(title) and len(title.split()) <= _LONGEST_SECTION and title[-1] not in ".,;":
            return Row(line, Part.SECTION, title=title)
        if begins_a_sentence(title) and (line["period"] or line["responsible"]):
            return Row(line, Part.ITEM, title=title)
        return Row(line, Part.MORE)

    def _may_come(self, number: str) -> bool:
        """Behind the last one, or the first of a section."""
        return follows(self._last, number) or (self._before is None and follows(None, number))

    def _next(self, at: int) -> str | None:
        """The number of the next line that has one."""
        for own, inside in zip(self._own[at + 1 :], self._inside[at + 1 :], strict=True):
            if own is not None:
                return own
            if inside is not None and self._may_come(inside[0]):
                return inside[0]
        return None


def _in_place(line: Line) -> Line:
    """The line with a title that stands in the column of numbers put where it belongs."""
    number = line["number"]
    if number and not number_in(number) and not numbers_in(number) and line["title"] in ("", number):
        return replace(line, cells={**line.cells, "number": "", "title": number})
    return line
