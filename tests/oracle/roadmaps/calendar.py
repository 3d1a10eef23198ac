"""Days that are worked, by the Labour Code (article 112) and the decrees on 2026 and 2027 (Q1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

HOLIDAYS = (*((1, day) for day in range(1, 9)), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4))
"""Months and days."""
DECREED = {
    date(2026, 1, 9): date(2026, 1, 3),
    date(2026, 12, 31): date(2026, 1, 4),
    date(2027, 2, 22): date(2027, 2, 20),
    date(2027, 11, 5): date(2027, 1, 2),
    date(2027, 12, 31): date(2027, 1, 3),
}
"""Days off that the government took from weekends, with the day they were taken from."""
SATURDAY, SUNDAY = 5, 6
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Works:
    """A municipality's week of five or six days; `own` are days off of its region and its own."""

    six: bool = False
    own: frozenset[date] = frozenset()

    def __call__(self, day: date) -> bool:
        """A day off carried over from a Saturday does not hold for a six-day week, which works that Saturday."""
        if day in self.own or _holiday(day):
            return False
        taken_from = DECREED.get(day) or _carried(day)
        if taken_from is not None and not (self.six and taken_from.weekday() == SATURDAY):
            return False
        if day.weekday() == SUNDAY:
            return False
        return day.weekday() != SATURDAY or self.six or (day in DECREED.values() and not _holiday(day))

    def on_or_before(self, day: date) -> date:
        while not self(day):
            day -= A_DAY
        return day

    def after(self, day: date, count: int) -> date:
        """The working day number `count` after `day`."""
        while count:
            day += A_DAY
            count -= self(day)
        return day


def days(first: date, last: date) -> Iterable[date]:
    """All of them."""
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _holiday(day: date) -> bool:
    return (day.month, day.day) in HOLIDAYS


def _carried(day: date) -> date | None:
    """A holiday on a weekend is made up for on the next day that is none; those of January go where the decree says."""
    found = day - A_DAY
    while _holiday(found) or found.weekday() >= SATURDAY:
        if _holiday(found) and found.weekday() >= SATURDAY and found.month != 1:
            return found
        found -= A_DAY
    return None
