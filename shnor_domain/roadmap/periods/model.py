"""When something of a plan is to be done: the words of the plan, and the days they mean (R231, R233)."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day, both inclusive; a deadline begins with its plan. The ladder goes by the last day (L1)."""

    first: date
    last: date

    def holds(self, other: "Window") -> bool:
        """True when `other` lies inside."""
        return self.first <= other.first and other.last <= self.last


class Recurrence(Enum):
    """How often something is done inside of its windows. `SUBJECT_DAY` is the weekday of a subject that the
    municipality or region has set."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    WEEKLY = "weekly"
    SUBJECT_DAY = "subject-day"


@dataclass(frozen=True, slots=True)
class Period:
    """`verbatim` as the plan says it; `windows` in their order, apart from each other, none for «без срока»."""

    verbatim: str
    windows: tuple[Window, ...] = ()
    recurs: Recurrence | None = None


class Reason(Enum):
    """Why a period is asked instead of read. The value is a key of words."""

    UNKNOWN = "unknown"
    """The grammar does not know such a text."""
    NO_PLAN = "no-plan"
    """It counts on the years of the plan, and nobody has named them."""
    TWO_READINGS = "two-readings"
    OUTSIDE_PLAN = "outside-plan"
    """No year of the plan has room for it."""
    IMPOSSIBLE = "impossible-day"
    BACKWARDS = "backwards"
    """It ends before it begins, or its parts do not follow each other."""
    OPEN_END = "open-end"


@dataclass(frozen=True, slots=True)
class Question:
    """What a person has to say about a period; `readings` are answers to offer, where there are any."""

    verbatim: str
    reason: Reason
    readings: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanWindow:
    """What a plan is for. `school`: drawn up by school years. `unnamed` is the calendar year that is meant where no
    year is named and several fit; only a person can say it."""

    first: date
    last: date
    school: bool = False
    unnamed: int | None = None

    @property
    def window(self) -> Window:
        """From the first day to the last."""
        return Window(self.first, self.last)

    @property
    def years(self) -> range:
        """Calendar years that it touches."""
        return range(self.first.year, self.last.year + 1)


def calendar_plan(first: int, last: int | None = None, unnamed: int | None = None) -> PlanWindow:
    """A plan of calendar years, both inclusive."""
    return PlanWindow(date(first, 1, 1), date(last or first, 12, 31), unnamed=unnamed)


def school_plan(first: int, last: int | None = None) -> PlanWindow:
    """A plan of school years by the calendar years in which they begin. It reaches from August to August: schools
    prepare in the one and tidy up in the other, so «август» has to be asked."""
    return PlanWindow(date(first, 8, 1), date((last or first) + 1, 8, 31), school=True)


def plan_for(window: Window) -> PlanWindow:
    """What a stored plan is for: from a first of January to a 31st of December it is one of calendar years, where
    «1 полугодие» begins in January, else one of school years."""
    calendar = (window.first.month, window.first.day, window.last.month, window.last.day) == (1, 1, 12, 31)
    return PlanWindow(window.first, window.last, school=not calendar)


@dataclass(frozen=True, slots=True)
class Customs:
    """Settings of reading. `month_day`: by which day «не позднее июля» ends, 31 is the month's last day.
    `school_year`: its first and last day as (month, day)."""

    month_day: int = 31
    school_year: tuple[tuple[int, int], tuple[int, int]] = ((9, 1), (5, 31))
