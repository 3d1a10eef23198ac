"""Rules L1, L2, L4 and L5: on which days whom an item reaches."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shnor_domain.roadmap.ladder import AFTER, BEFORE, Level, Rung, Step, review_days, rungs, steps, ways_up
from shnor_domain.territories.calendar import Calendar

FIVE, SIX = Calendar(5), Calendar(6)
LONG_AGO = date(2026, 9, 1)
DAYS = st.dates(date(2026, 9, 1), date(2027, 8, 31))


def days(
    last: date, calendar: Calendar = FIVE, known: date = LONG_AGO, returned: date | None = None
) -> dict[int, date]:
    return {step.count: step.day for step in steps(last, calendar, known, returned)}


def test_l1_seven_three_one_and_the_day_itself_then_working_days() -> None:
    thursday = date(2026, 12, 10)
    assert days(thursday) == {
        -7: date(2026, 12, 3),
        -3: date(2026, 12, 7),
        -1: date(2026, 12, 9),
        0: thursday,
        1: date(2026, 12, 11),
        3: date(2026, 12, 15),
        7: date(2026, 12, 21),
    }


def test_l1_a_step_on_a_day_off_goes_on_the_working_day_before_and_once() -> None:
    monday = date(2026, 12, 14)
    assert days(monday) == {
        -7: date(2026, 12, 7),
        -1: date(2026, 12, 11),  # −3 falls on this Friday, −1 on Sunday: one row
        0: monday,
        1: date(2026, 12, 15),
        3: date(2026, 12, 17),
        7: date(2026, 12, 23),
    }
    assert days(monday, SIX)[-1] == date(2026, 12, 12)
    assert days(monday, SIX)[-3] == date(2026, 12, 11)


def test_l1_a_last_day_in_the_holidays_is_told_before_them() -> None:
    holidays = Calendar(5, off=frozenset(date(2027, 1, 1) + timedelta(days=ahead) for ahead in range(9)))
    found = days(date(2027, 1, 4), holidays)
    assert found[0] == date(2026, 12, 31)
    assert found[1] == date(2027, 1, 11)


def test_l2_what_had_passed_when_it_was_imported_has_no_ladder() -> None:
    assert days(date(2021, 5, 31)) == {}
    assert days(LONG_AGO) != {}


def test_l5_after_a_return_past_the_last_day_the_steps_count_from_the_return() -> None:
    last, returned = date(2026, 12, 10), date(2026, 12, 18)
    found = days(last, returned=returned)
    assert (found[1], found[3], found[7]) == (date(2026, 12, 21), date(2026, 12, 23), date(2026, 12, 29))
    assert days(last, returned=date(2026, 12, 8)) == days(last)


def test_l4_who_hears_of_what() -> None:
    day = date(2026, 12, 11)
    assert [rungs(Level.SCHOOL, Step(count, day)) for count in (0, 1, 3, 7)] == [
        (Rung.OWNER,),
        (Rung.OWNER, Rung.CURATOR),
        (Rung.OWNER, Rung.MUNICIPALITY),
        (Rung.OWNER, Rung.REGION),
    ]
    assert [rungs(Level.MUNICIPALITY, Step(count, day)) for count in AFTER] == [
        (Rung.OWNER,),
        (Rung.OWNER, Rung.MUNICIPALITY),
        (Rung.OWNER, Rung.REGION),
    ]
    assert [rungs(Level.REGION, Step(count, day)) for count in AFTER] == [
        (Rung.OWNER,),
        (Rung.OWNER,),
        (Rung.OWNER, Rung.REGION),
    ]


def test_l4_an_empty_level_passes_upward() -> None:
    assert ways_up(Rung.CURATOR) == (Rung.CURATOR, Rung.MUNICIPALITY, Rung.REGION)
    assert ways_up(Rung.REGION) == (Rung.REGION,)


def test_l5_the_reviewer_hears_on_the_third_working_day_and_the_level_above_on_the_fifth() -> None:
    assert review_days(date(2026, 12, 10), FIVE) == (date(2026, 12, 15), date(2026, 12, 17))


@given(last=DAYS, off=st.frozensets(DAYS, max_size=30), week=st.sampled_from((5, 6)))
def test_steps_go_on_working_days_in_order_and_never_twice_a_day(last: date, off: frozenset[date], week: int) -> None:
    calendar = Calendar(week, off=off)
    found = steps(last, calendar, date(2026, 1, 1))
    assert all(calendar.is_working(step.day) for step in found)
    assert [step.day for step in found] == sorted({step.day for step in found})
    assert {step.count for step in found} <= {*(-count for count in BEFORE), *AFTER}
    assert all(step.day <= last for step in found if not step.passed)
    assert all(step.day > last for step in found if step.passed)
    assert sum(step.passed for step in found) == len(AFTER)
