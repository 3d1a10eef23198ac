"""Q1, N2, N6: quiet hours of the reader's own wall."""

from dataclasses import replace
from datetime import datetime, time

import pytest

from tests.oracle.facts import Person, Quiet
from tests.oracle.nights import morning_of, news_at, reminder_window, sleeps
from tests.oracle.sample import TEACHER_3, TEACHER_9, TEACHER_10, TEACHER_11, utc


@pytest.mark.parametrize(
    ("reader", "instant", "asleep"),
    [
        (TEACHER_9, utc(2, 11, 59), False),  # 20:59
        (TEACHER_9, utc(2, 12), True),  # 21:00
        (TEACHER_9, utc(2, 22, 59), True),  # 07:59
        (TEACHER_9, utc(2, 23), False),  # 08:00
        (TEACHER_3, utc(2, 17, 59), False),
        (TEACHER_3, utc(2, 18), True),
        (TEACHER_10, utc(2, 11), True),
        (TEACHER_11, utc(2, 10), True),
        (TEACHER_11, utc(2, 21), False),
    ],
)
def test_q1_the_night_is_from_nine_to_eight_on_the_readers_wall(
    reader: Person, instant: datetime, asleep: bool
) -> None:
    assert sleeps(reader, instant) is asleep


def test_q1_both_ends_may_be_moved_up_to_fourteen_hours() -> None:
    long = replace(TEACHER_9, quiet=Quiet(time(19), time(9)))
    assert sleeps(long, utc(2, 10))
    assert morning_of(long, utc(2, 10)) == utc(3, 0)
    with pytest.raises(ValueError, match="14 h"):
        Quiet(time(18, 59), time(9))
    in_the_afternoon = replace(TEACHER_9, quiet=Quiet(time(13), time(15)))
    assert sleeps(in_the_afternoon, utc(2, 4))
    assert not sleeps(in_the_afternoon, utc(2, 14))
    never = replace(TEACHER_9, quiet=Quiet(time(0), time(0)))
    assert not sleeps(never, utc(2, 15))


@pytest.mark.parametrize(
    ("reader", "due", "first", "last"),
    [
        (TEACHER_9, utc(2, 6), utc(2, 6), utc(2, 6)),
        (TEACHER_9, utc(2, 11, 59), utc(2, 11, 59), utc(2, 11, 59)),
        (TEACHER_9, utc(2, 12), utc(2, 11, 55), utc(2, 11, 59)),
        (TEACHER_9, utc(1, 22), utc(1, 11, 55), utc(1, 11, 59)),  # 07:00 on the 2nd: the evening of the 1st
        (TEACHER_9, utc(1, 23), utc(1, 23), utc(1, 23)),
        (TEACHER_11, utc(2, 11), utc(2, 9, 55), utc(2, 9, 59)),  # 22:00
        (TEACHER_10, utc(2, 20), utc(2, 10, 55), utc(2, 10, 59)),  # 06:00 on the 3rd
        (TEACHER_3, utc(2, 19), utc(2, 17, 55), utc(2, 17, 59)),  # 22:00
        (replace(TEACHER_9, quiet=Quiet(time(19), time(9))), utc(1, 23, 30), utc(1, 9, 55), utc(1, 9, 59)),
    ],
)
def test_n2_a_minute_of_the_night_becomes_the_last_five_before_it(
    reader: Person, due: datetime, first: datetime, last: datetime
) -> None:
    assert reminder_window(reader, due) == (first, last)


@pytest.mark.parametrize(
    ("at", "start", "on_site", "told"),
    [
        (utc(2, 6), utc(9, 6), False, utc(2, 6)),  # by day: at once
        (utc(2, 14), utc(9, 6), False, utc(2, 23)),  # 23:00: the morning
        (utc(2, 20), utc(9, 6), False, utc(2, 23)),  # 05:00: the same morning
        (utc(2, 14), utc(3, 1, 59), False, utc(2, 14)),  # begins at 10:59: it cannot wait
        (utc(2, 14), utc(3, 2), False, utc(2, 23)),  # begins at 11:00: it can
        (utc(2, 14), utc(3, 14), True, utc(2, 14)),  # a way to go, 24 h ahead
        (utc(2, 14), utc(3, 14, 1), True, utc(2, 23)),
    ],
)
def test_n6_a_change_of_the_night_waits_unless_the_start_is_near(
    at: datetime, start: datetime, on_site: bool, told: datetime
) -> None:
    assert news_at(TEACHER_9, at, start=start, on_site=on_site) == told
