"""Which years the official calendar is missed for, and what may be said of a day by hand."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor_domain.identity import RegionId
from shnor_domain.territories.calendar import DayOff, DaySpan, Week, calendar_of, spans, ways_of
from shnor_domain.territories.federal import missing_years

NEW_YEAR = DayOff(date(2027, 1, 1), Week.ALL, "Новогодние каникулы", "производственный календарь")
SATURDAY, SUNDAY, FRIDAY = date(2026, 12, 5), date(2026, 12, 6), date(2026, 12, 4)


@pytest.mark.parametrize(
    ("today", "missing"),
    [
        (date(2027, 3, 1), ()),
        (date(2027, 9, 30), ()),  # the coming 60 days end in November
        (date(2027, 10, 1), (2028,)),  # from October on the next year is wanted whatever the 60 days touch
        (date(2027, 12, 31), (2028,)),
        (date(2028, 1, 1), (2028,)),
        (date(2026, 11, 1), (2026,)),  # 2027 is there, 2026 is not
    ],
)
def test_a_year_without_a_table_is_missed_from_october_before_it(today: date, missing: tuple[int, ...]) -> None:
    assert missing_years([NEW_YEAR], today) == missing


def test_sixty_days_ahead_are_looked_at_whatever_the_month() -> None:
    assert missing_years([], date(2027, 9, 30)) == (2027,)
    assert missing_years([], date(2027, 11, 1)) == (2027, 2028)
    assert missing_years([], date(2028, 1, 1)) == (2028,)


def test_a_table_whose_days_were_all_taken_out_is_no_table() -> None:
    taken = DayOff(NEW_YEAR.day, Week.PLAIN, NEW_YEAR.word, NEW_YEAR.source)
    assert missing_years([taken], date(2027, 3, 1)) == (2027,)


@given(st.dates(date(2026, 1, 1), date(2040, 12, 31)))
def test_what_is_missed_is_this_year_or_the_next_and_every_touched_one(today: date) -> None:
    missing = missing_years([], today)
    assert set(missing) <= {today.year, today.year + 1}
    assert {(today + timedelta(days=after)).year for after in (0, 30, 60)} <= set(missing)


def test_a_day_taken_out_of_a_table_is_a_day_like_any_other() -> None:
    row = DayOff(FRIDAY, Week.PLAIN, "День района", "внесено в боте")
    assert all(calendar_of(week, (row,)).is_working(FRIDAY) for week in (5, 6))


def test_a_weekend_may_be_worked_and_a_weekday_off_for_five_days_alone() -> None:
    assert ways_of(FRIDAY, None) == (Week.ALL, Week.FIVE_DAY)
    assert ways_of(SATURDAY, None) == ways_of(SUNDAY, None) == (Week.ALL, Week.WORKING)


def test_a_municipality_is_asked_only_where_it_makes_a_difference() -> None:
    assert ways_of(FRIDAY, 5) == ways_of(FRIDAY, 6) == ways_of(SATURDAY, 6) == (Week.ALL,)
    assert ways_of(SATURDAY, 5) == (Week.ALL, Week.WORKING)


def test_days_of_one_word_in_a_row_are_told_as_one() -> None:
    holidays = [replace(NEW_YEAR, day=NEW_YEAR.day + timedelta(days=after)) for after in (0, 1, 2, 5)]
    christmas = replace(NEW_YEAR, day=date(2027, 1, 7), word="Рождество Христово")
    own = replace(NEW_YEAR, day=date(2027, 1, 2), region=RegionId(1))
    assert spans([christmas, *reversed(holidays), own]) == (
        DaySpan(holidays[0], date(2027, 1, 3)),
        DaySpan(own, own.day),
        DaySpan(holidays[3], date(2027, 1, 6)),
        DaySpan(christmas, christmas.day),
    )
