"""From the tree of the grammar to what it says: one method a rule, its children first."""

import re
from typing import NoReturn

from lark import Token, Transformer

from shnor_domain.roadmap.periods import parts
from shnor_domain.roadmap.periods.model import Recurrence
from shnor_domain.roadmap.periods.parts import (
    AnyPoint,
    Bare,
    Bound,
    Deadline,
    Entry,
    Half,
    Kind,
    Mark,
    Nameless,
    Opened,
    Point,
    Range,
    Said,
    SchoolYear,
    Unsure,
)
from shnor_domain.roadmap.words import vocabulary

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_EVERY = {one.name: one for one in Recurrence}
Year = Mark | Point | Unsure
"""A year, or several, which can only stand alone."""


class NoSuchDay(Exception):
    """«31 июня»."""


class NoSuchThing(Exception):
    """Grammar without sense: «5 квартал», «март 2021–2023 годов»."""


class Build(Transformer[Token, Said]):
    """Raises `NoSuchDay` and `NoSuchThing`."""

    def INT(self, token: Token) -> int:
        return int(token)

    def ROMAN(self, token: Token) -> int:
        return _ROMAN[token]

    def ORDINAL_WORD(self, token: Token) -> int:
        return next(int(code) for code, word in vocabulary("ordinal") if token.startswith(word))

    def month(self, tokens: list[Token]) -> int:
        return _MONTHS.index(tokens[0].type) + 1

    def year(self, tokens: list[Token]) -> Mark:
        return Mark(int(tokens[0]))

    def school_year(self, tokens: list[Token]) -> Mark:
        first, last = _pair(tokens[0])
        return Mark(first, school=True) if last == first + 1 else _refuse()

    def years(self, tokens: list[Token]) -> Point:
        first, last = _pair(tokens[0])
        return parts.calendar_years(first, last) if last > first else _refuse()

    def years_unclear(self, tokens: list[Token]) -> Year:
        both = self.years(tokens)
        first, _ = _pair(tokens[0])
        return Unsure((both, SchoolYear(Mark(first, school=True)))) if both.over == 1 else both

    def day(self, children: list[int | Year]) -> Point:
        number, month, *year = children
        return _day(_number(month), _number(number), _mark(year))

    def month_of(self, children: list[int | Year]) -> Point:
        month, *year = children
        return _month(_number(month), _mark(year))

    def quarter(self, children: list[int | Year]) -> Point:
        number, *year = children
        return parts.quarter(_up_to(4, number), _mark(year))

    def half(self, children: list[int | Year]) -> Half:
        number, *year = children
        return Half(_up_to(2, number), _mark(year))

    def bare(self, children: list[int]) -> Bare:
        return Bare(children[0])

    def year_alone(self, children: list[Year]) -> AnyPoint:
        year = children[0]
        if not isinstance(year, Mark):
            return year
        return SchoolYear(year) if year.school else parts.calendar_years(year.year, year.year)

    def dotted(self, tokens: list[Token]) -> AnyPoint:
        numbers = [int(number) for number in re.findall(r"\d+", tokens[0])]
        match tokens[0].type:
            case "DAY_MONTH_YEAR":
                return _day(numbers[1], numbers[0], Mark(numbers[2] + (2000 if numbers[2] < 100 else 0)))
            case "DAY_MONTH":
                return _day(numbers[1], numbers[0], None)
            case "MONTH_YEAR":
                return _month(numbers[0], Mark(numbers[1]))
        day = _day(numbers[1], numbers[2], Mark(numbers[0]))
        # a spreadsheet makes the first of the month out of «май 2021»
        return Unsure((day, _month(numbers[1], Mark(numbers[0])))) if numbers[2] == 1 else day

    def range(self, children: list[AnyPoint]) -> Range:
        return Range(*children)

    def opened(self, children: list[AnyPoint]) -> Opened:
        return Opened(children[0])

    def till(self, children: list[AnyPoint]) -> Deadline:
        return Deadline(Bound.UNTIL, children[0])

    def till_end(self, children: list[AnyPoint]) -> Deadline:
        return Deadline(Bound.UNTIL_END, children[0])

    def till_end_of_year(self, _: list[Token]) -> Deadline:
        return Deadline(Bound.UNTIL_END, Nameless.YEAR)

    def till_end_of_school_year(self, _: list[Token]) -> Deadline:
        return Deadline(Bound.UNTIL_END, SchoolYear())

    def not_later(self, children: list[AnyPoint]) -> Deadline:
        return Deadline(Bound.NOT_LATER, children[0])

    def this_year(self, _: list[Token]) -> Nameless:
        return Nameless.YEAR

    def this_school_year(self, _: list[Token]) -> SchoolYear:
        return SchoolYear()

    def whole_plan(self, _: list[Token]) -> Nameless:
        return Nameless.PLAN

    def every(self, tokens: list[Token]) -> Recurrence:
        return _EVERY[tokens[0].type]

    def both(self, children: list[Entry | Recurrence]) -> list[Entry | Recurrence]:
        return children

    def nothing(self, _: list[Token]) -> Said:
        return Said()

    def listed(self, children: list[Entry | Recurrence | list[Entry | Recurrence]]) -> Said:
        flat = [one for child in children for one in (child if isinstance(child, list) else [child])]
        entries = tuple(one for one in flat if not isinstance(one, Recurrence))
        return Said(_served(entries), tuple(one for one in flat if isinstance(one, Recurrence)))


def _pair(token: Token) -> tuple[int, int]:
    """«2021/22» and «2021-2022» as two years."""
    first, last = (int(number) for number in re.findall(r"\d+", token))
    return first, last if last > 99 else first // 100 * 100 + last


def _day(month: int, day: int, mark: Mark | None) -> Point:
    if not 1 <= month <= 12 or not 1 <= day <= _LONGEST[month - 1]:
        raise NoSuchDay
    return Point(Kind.DAY, (month, day), (month, day), mark)


def _month(month: int, mark: Mark | None) -> Point:
    if not 1 <= month <= 12:
        raise NoSuchDay
    return Point(Kind.MONTH, (month, 1), (month, 31), mark)


def _number(child: int | Year) -> int:
    return child if isinstance(child, int) else _refuse()


def _up_to(most: int, child: int | Year) -> int:
    number = _number(child)
    return number if 1 <= number <= most else _refuse()


def _mark(year: list[int | Year]) -> Mark | None:
    if not year:
        return None
    return year[0] if isinstance(year[0], Mark) else _refuse()


def _refuse() -> NoReturn:
    raise NoSuchThing


def _served(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Bare numbers become what the next point is, from the last to the first."""
    found: list[Entry] = []
    after: AnyPoint | None = None
    for entry in reversed(entries):
        match entry:
            case Range(first, last):
                last = _like(last, after)
                entry = Range(_like(first, last), last)
                after = entry.first
            case Deadline(_, point) | Opened(point):
                after = point if not isinstance(point, Bare) else _refuse()
            case _:
                entry = after = _like(entry, after)
        found.append(entry)
    return tuple(reversed(found))


def _like(point: AnyPoint, after: AnyPoint | None) -> AnyPoint:
    match point, after:
        case Bare(number), Point(kind=Kind.DAY, start=(month, _)):
            return _day(month, number, None)
        case Bare(number), Point(kind=Kind.QUARTER):
            return parts.quarter(_up_to(4, number))
        case Bare(number), Half():
            return Half(_up_to(2, number))
        case Bare(), _:
            return _refuse()
    return point
