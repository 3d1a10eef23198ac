"""The oracle's days off beside those of the package `holidays`, which knows the decrees too."""

from datetime import date

import holidays
import pytest

from tests.oracle.roadmaps.calendar import Works, days

YEARS = (date(2026, 1, 1), date(2027, 12, 31))


def test_a_five_day_week_is_that_of_the_production_calendar() -> None:
    official = holidays.country_holidays("RU", years=(2026, 2027))
    for day in days(*YEARS):
        assert Works()(day) == official.is_working_day(day), day


@pytest.mark.parametrize(
    ("day", "five", "six"),
    [
        (date(2026, 12, 31), False, False),
        (date(2026, 1, 9), False, True),
        (date(2027, 2, 20), True, True),
        (date(2027, 2, 22), False, True),
        (date(2027, 5, 3), False, True),
        (date(2027, 5, 10), False, False),
        (date(2026, 9, 5), False, True),
        (date(2026, 9, 6), False, False),
    ],
)
def test_q1_a_day_off_carried_from_a_saturday_does_not_hold_for_six_days(day: date, five: bool, six: bool) -> None:
    assert (Works()(day), Works(six=True)(day)) == (five, six)


def test_own_days_off_hold_for_any_week() -> None:
    own = date(2027, 4, 27)
    assert not Works(six=True, own=frozenset({own}))(own)
    assert Works().after(date(2026, 12, 30), 1) == date(2027, 1, 11)
    assert Works().on_or_before(date(2026, 12, 31)) == date(2026, 12, 30)
