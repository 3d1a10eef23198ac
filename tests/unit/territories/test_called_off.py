"""Rule L7: when what is due on an «актированный день» is due."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor_domain.errors import Invalid
from shnor_domain.identity import MunicipalityId
from shnor_domain.territories.calendar import Calendar
from shnor_domain.territories.called_off import (
    CalledOffDay,
    check_day,
    checked_reason,
    next_working,
    put_off_anew,
)

FIVE, SIX = Calendar(5), Calendar(6)
MONDAY, FRIDAY = date(2026, 11, 30), date(2026, 12, 4)
NOW, LATER = datetime(2026, 11, 30, 6, tzinfo=UTC), datetime(2026, 12, 1, 6, tzinfo=UTC)
A_DAY = timedelta(days=1)
DAYS = st.dates(date(2026, 9, 1), date(2027, 8, 31))


def row(day: date, due: date) -> CalledOffDay:
    return CalledOffDay(MunicipalityId(1), day, "мороз", due, NOW, NOW)


def test_l7_what_is_due_on_a_called_off_day_is_due_the_next_working_day() -> None:
    assert next_working(MONDAY, FIVE, ()) == date(2026, 12, 1)
    assert next_working(FRIDAY, FIVE, ()) == date(2026, 12, 7)
    assert next_working(FRIDAY, SIX, ()) == date(2026, 12, 5)
    holidays = Calendar(5, off=frozenset(date(2027, 1, 1) + timedelta(days=ahead) for ahead in range(8)))
    assert next_working(date(2026, 12, 31), holidays, ()) == date(2027, 1, 11)


def test_l7_the_next_working_day_is_not_called_off_itself() -> None:
    assert next_working(MONDAY, FIVE, {MONDAY + A_DAY, MONDAY + 2 * A_DAY}) == date(2026, 12, 3)


def test_l7_a_second_day_of_frost_puts_off_the_first_one_too_and_its_undo_brings_it_back() -> None:
    first, second = row(MONDAY, MONDAY + A_DAY), row(MONDAY + A_DAY, MONDAY + 2 * A_DAY)
    [anew] = put_off_anew([first, second], second.day, FIVE, LATER, MONDAY)
    assert (anew.day, anew.due, anew.changed) == (MONDAY, MONDAY + 2 * A_DAY, LATER)
    undone = CalledOffDay(second.municipality, second.day, "мороз", second.day, NOW, LATER, LATER)
    [back] = put_off_anew([anew, undone], second.day, FIVE, LATER, MONDAY)
    assert back.due == MONDAY + A_DAY


def test_l7_days_that_another_one_does_not_reach_stay_as_they_were_announced() -> None:
    friday = row(FRIDAY, date(2026, 12, 8))  # Monday was a day off when it was announced
    assert put_off_anew([friday], date(2026, 12, 10), FIVE, LATER, FRIDAY) == []


def test_l7_reckoned_anew_nothing_is_due_in_the_past() -> None:
    """What Friday put off to Monday, when Saturdays are worked by then and Monday is called off in the morning."""
    monday = date(2026, 12, 7)
    rows = [row(FRIDAY, monday), row(monday, monday + A_DAY)]
    [anew] = put_off_anew(rows, monday, SIX, LATER, monday)
    assert anew.due == monday + A_DAY
    assert put_off_anew(rows, monday, SIX, LATER, monday + A_DAY) == []


def test_l7_another_week_reckons_all_that_is_to_come_anew() -> None:
    rows = [row(FRIDAY, date(2026, 12, 7)), row(date(2026, 11, 27), MONDAY)]
    assert [(each.day, each.due) for each in put_off_anew(rows, None, SIX, LATER, FRIDAY)] == [(FRIDAY, FRIDAY + A_DAY)]


@given(days=st.sets(DAYS, max_size=12), six=st.booleans())
def test_l7_however_days_follow_each_other_all_are_due_on_a_working_day_that_is_none_of_them(
    days: set[date], six: bool
) -> None:
    calendar, rows = SIX if six else FIVE, dict[date, CalledOffDay]()
    for day in sorted(days, key=hash):
        rows[day] = row(day, next_working(day, calendar, rows))
        rows |= {each.day: each for each in put_off_anew(rows.values(), day, calendar, LATER, date.min + A_DAY)}
    for each in rows.values():
        assert each.due > each.day and calendar.is_working(each.due) and each.due not in rows
        between = (each.day + timedelta(days=ahead) for ahead in range(1, (each.due - each.day).days))
        assert all(not calendar.is_working(day) or day in rows for day in between)


def test_it_is_declared_for_today_or_two_weeks_ahead() -> None:
    for day in (MONDAY, MONDAY + timedelta(days=14)):
        check_day(day, MONDAY)
    for day, reason in ((MONDAY - A_DAY, "past"), (MONDAY + timedelta(days=15), "ahead")):
        with pytest.raises(Invalid) as refused:
            check_day(day, MONDAY)
        assert refused.value.reason == reason


def test_a_reason_is_one_line_of_three_to_two_hundred_letters() -> None:
    assert checked_reason(" приказ\n№ 112 ") == "приказ № 112"
    for reason, why in (("  −4 ", "empty"), ("м" * 201, "long")):
        with pytest.raises(Invalid) as refused:
            checked_reason(reason)
        assert refused.value.reason == why
