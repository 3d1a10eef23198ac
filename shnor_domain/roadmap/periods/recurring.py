"""The days of what is done again and again inside of its windows. None of them has a ladder (L1): they are shown."""

from calendar import monthrange
from collections.abc import Collection, Iterator
from datetime import date, timedelta

from shnor_domain.roadmap.periods.model import Period, Recurrence, Window


def occurrences(period: Period, weekdays: Collection[int], since: date) -> Iterator[date]:
    """Days from `since` on, rising: by subject days each of `weekdays` (0 is Monday), else the last day of each week,
    month or quarter, by which it is to be done, cut where a window ends."""
    if period.recurs is None:
        return
    last: date | None = None
    for window in period.windows:
        for day in _inside(window, period.recurs, weekdays, since):
            if last is None or day > last:
                last = day
                yield day


def _inside(window: Window, recurs: Recurrence, weekdays: Collection[int], since: date) -> Iterator[date]:
    day = max(window.first, since)
    while day <= window.last:
        if recurs is not Recurrence.SUBJECT_DAY:
            day = min(_end(day, recurs), window.last)
        if recurs is not Recurrence.SUBJECT_DAY or day.weekday() in weekdays:
            yield day
        day += timedelta(days=1)


def _end(day: date, recurs: Recurrence) -> date:
    """The last day of the week, month or quarter of `day`."""
    if recurs is Recurrence.WEEKLY:
        return day + timedelta(days=6 - day.weekday())
    month = day.month if recurs is Recurrence.MONTHLY else (day.month - 1) // 3 * 3 + 3
    return date(day.year, month, monthrange(day.year, month)[1])
