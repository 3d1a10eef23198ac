"""What a text of a period says before its years are known: points of a year, ranges of points, deadlines."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import Enum

from shnor_domain.roadmap.periods.model import Recurrence, Window

MonthDay = tuple[int, int]
"""Month and day; day 31 is the month's last one."""


class Kind(Enum):
    """What a point is: like is joined with like, and days with months."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Mark:
    """A year that is written: a calendar one, or the school year that begins in it."""

    year: int
    school: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, quarter or whole year; it ends `over` years after the one in which it starts."""

    kind: Kind
    start: MonthDay
    end: MonthDay
    mark: Mark | None = None
    over: int = 0

    def starting_in(self, year: int) -> Window | None:
        """Its days when it starts in this calendar year; None for a 29 February that is not there."""
        if self.kind is Kind.DAY and self.start[1] > monthrange(year, self.start[0])[1]:
            return None
        return Window(_date(year, self.start), _date(year + self.over, self.end))


@dataclass(frozen=True, slots=True)
class Half:
    """A half of a year, 1 or 2; of which kind of year, the plan knows."""

    number: int
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """A whole school year; its days are customs."""

    mark: Mark | None = None


class Nameless(Enum):
    """«В течение года», «весь период»: the plan knows which."""

    YEAR = "year"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Bare:
    """A number that means what the next point is: «15–20 мая», «I, III кварталы»."""

    number: int


@dataclass(frozen=True, slots=True)
class Unsure:
    """A text of which several points may be meant: «2021-2022 год»."""

    points: tuple[Point | SchoolYear, ...]


AnyPoint = Point | Half | SchoolYear | Nameless | Bare | Unsure


class Bound(Enum):
    """«до», «к»; «до конца»; «не позднее»."""

    UNTIL = "until"
    UNTIL_END = "until-end"
    NOT_LATER = "not-later"


@dataclass(frozen=True, slots=True)
class Range:
    """From one point through another."""

    first: AnyPoint
    last: AnyPoint


@dataclass(frozen=True, slots=True)
class Deadline:
    """Until a point."""

    bound: Bound
    point: AnyPoint


@dataclass(frozen=True, slots=True)
class Opened:
    """From a point, nobody says until when."""

    point: AnyPoint


Entry = AnyPoint | Range | Deadline | Opened


@dataclass(frozen=True, slots=True)
class Said:
    """A whole text: its entries in their order, and how often it repeats. Nothing at all is «без срока»."""

    entries: tuple[Entry, ...] = ()
    recurs: tuple[Recurrence, ...] = ()


def quarter(number: int, mark: Mark | None = None) -> Point:
    """Quarter 1–4 of a calendar year."""
    return Point(Kind.QUARTER, (number * 3 - 2, 1), (number * 3, 31), mark)


def calendar_years(first: int, last: int) -> Point:
    """Whole calendar years, both inclusive."""
    return Point(Kind.YEAR, (1, 1), (12, 31), Mark(first), over=last - first)


def _date(year: int, day: MonthDay) -> date:
    return date(year, day[0], min(day[1], monthrange(year, day[0])[1]))
