"""Days of what is done again and again, inside of its windows and from a day on."""

from datetime import date
from itertools import islice

import pytest

from shnor_domain.roadmap.periods.model import Period, Recurrence, Window
from shnor_domain.roadmap.periods.recurring import occurrences

AUTUMN = Window(date(2026, 9, 15), date(2026, 12, 9))
SPRING = Window(date(2027, 2, 1), date(2027, 2, 28))


def days(recurs: Recurrence | None, since: date, *windows: Window, weekdays: tuple[int, ...] = (1,)) -> list[str]:
    found = islice(occurrences(Period("", windows or (AUTUMN,), recurs), weekdays, since), 4)
    return [day.isoformat() for day in found]


@pytest.mark.parametrize(
    ("recurs", "expected"),
    [
        (None, []),
        (Recurrence.WEEKLY, ["2026-11-29", "2026-12-06", "2026-12-09"]),
        (Recurrence.MONTHLY, ["2026-11-30", "2026-12-09"]),
        (Recurrence.QUARTERLY, ["2026-12-09"]),
        (Recurrence.SUBJECT_DAY, ["2026-12-01", "2026-12-08"]),
    ],
)
def test_it_ends_with_its_week_month_or_quarter_or_falls_on_the_subject_s_day(
    recurs: Recurrence | None, expected: list[str]
) -> None:
    assert days(recurs, date(2026, 11, 25)) == expected


def test_it_begins_with_its_window_and_goes_on_in_the_next() -> None:
    assert days(Recurrence.MONTHLY, date(2026, 1, 1))[:2] == ["2026-09-30", "2026-10-31"]
    assert days(Recurrence.MONTHLY, date(2026, 12, 9), AUTUMN, SPRING) == ["2026-12-09", "2027-02-28"]
    assert days(Recurrence.WEEKLY, date(2027, 3, 1), AUTUMN, SPRING) == []


def test_without_a_subject_s_day_there_is_none_and_two_days_are_both() -> None:
    assert days(Recurrence.SUBJECT_DAY, date(2026, 12, 1), weekdays=()) == []
    both = days(Recurrence.SUBJECT_DAY, date(2026, 12, 1), weekdays=(1, 3))
    assert both == ["2026-12-01", "2026-12-03", "2026-12-08"]
