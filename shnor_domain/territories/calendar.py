"""Working days of a municipality (rule 6, Q1): a five- or six-day week, days off of the federation, the region
and its own."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum

from shnor_domain.identity import MunicipalityId, RegionId


class Week(Enum):
    """Which week a day of the table holds for: a day off carried over from a Saturday does not hold for a
    six-day week (Q1)."""

    ALL = "all"
    FIVE_DAY = "five-day"
    WORKING = "working"
    """A Saturday that the five-day week works, because its day off was carried elsewhere."""
    PLAIN = "plain"
    """A day like any other. The row stays where a coordinator took a day off out of a table that is shipped: without it
    the next start would lay the day there again."""


@dataclass(frozen=True, slots=True)
class DayOff:
    """A row of the table: federal without region, regional without municipality. `word` is what the day is called."""

    day: date
    week: Week
    word: str
    source: str
    region: RegionId | None = None
    municipality: MunicipalityId | None = None

    def holds_in(self, days_in_week: int) -> bool:
        """True when the row makes a difference to a week of 5 or 6 days."""
        return self.week is Week.ALL or (self.week in (Week.FIVE_DAY, Week.WORKING) and days_in_week == 5)


@dataclass(frozen=True, slots=True)
class DaySpan:
    """Days in a row of which a table says the same; `row` is that of the first."""

    row: DayOff
    last: date


def spans(rows: Iterable[DayOff]) -> tuple[DaySpan, ...]:
    """Rows by date, joined where word, week, level and source are the same and no day lies between."""
    found: list[DaySpan] = []
    for row in sorted(rows, key=lambda one: (one.day, one.region or 0, one.municipality or 0)):
        before = next((at for at, span in enumerate(found) if _goes_on(span, row)), None)
        if before is None:
            found.append(DaySpan(row, row.day))
        else:
            found[before] = replace(found[before], last=row.day)
    return tuple(found)


def _goes_on(span: DaySpan, row: DayOff) -> bool:
    return span.last + timedelta(days=1) == row.day and replace(span.row, day=row.day) == row


@dataclass(frozen=True, slots=True)
class Calendar:
    """`days_in_week` is 5 or 6; `off` and `working` are dates that differ from the plain week."""

    days_in_week: int = 5
    off: frozenset[date] = field(default=frozenset())
    working: frozenset[date] = field(default=frozenset())

    def is_working(self, day: date) -> bool:
        """False on days off and on the weekend of this week."""
        if day in self.off:
            return False
        return day.weekday() < self.days_in_week or day in self.working

    def on_or_before(self, day: date) -> date:
        """`day`, or the last working day before it (ladder steps −7…0, L1)."""
        return self._walk(day, -1)

    def on_or_after(self, day: date) -> date:
        """`day`, or the next working day (what was held by a day off, Q2)."""
        return self._walk(day, 1)

    def after(self, day: date, working_days: int) -> date:
        """The n-th working day after `day`, n ≥ 1 (steps +1/+3/+7, L1; terms of applications, P1)."""
        for _ in range(working_days):
            day = self._walk(day + timedelta(days=1), 1)
        return day

    def _walk(self, day: date, step: int) -> date:
        while not self.is_working(day):
            day += timedelta(days=step)
        return day


def calendar_of(days_in_week: int, rows: tuple[DayOff, ...]) -> Calendar:
    """The calendar of a municipality from its week and the rows that reach it (federal, its region's, its own)."""
    held = [row for row in rows if row.holds_in(days_in_week)]
    return Calendar(
        days_in_week,
        off=frozenset(row.day for row in held if row.week is not Week.WORKING),
        working=frozenset(row.day for row in held if row.week is Week.WORKING),
    )


def ways_of(day: date, days_in_week: int | None) -> tuple[Week, ...]:
    """What may be said of a day by hand, the usual first; `days_in_week` of a municipality, None above them.

    A weekend may be worked, a weekday may be off for the five-day week alone; to a municipality that says nothing.
    """
    weekend = day.weekday() >= 5
    if days_in_week is None:
        return (Week.ALL, Week.WORKING if weekend else Week.FIVE_DAY)
    return (Week.ALL, Week.WORKING) if weekend and days_in_week == 5 else (Week.ALL,)
