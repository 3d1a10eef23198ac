"""P1: the instants of the reminder and of the next level."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shnor_domain.people.model.patience import MOVE_ON, REMIND_ON, working_morning

WEEKENDS = frozenset(day for day in (date(2026, 1, 1) + timedelta(n) for n in range(800)) if day.weekday() >= 5)
FIRST, LAST = (datetime(year, 6, 1, tzinfo=UTC).replace(tzinfo=None) for year in (2026, 2027))
HOLIDAYS = WEEKENDS | {date(2027, 1, 1) + timedelta(n) for n in range(10)} | {date(2026, 12, 31)}


def test_p1_counts_working_days_after_the_day_it_came() -> None:
    tuesday = datetime(2026, 9, 15, 5, 0, tzinfo=UTC)
    assert working_morning(tuesday, REMIND_ON, "Asia/Yakutsk", WEEKENDS) == datetime(2026, 9, 17, 0, 0, tzinfo=UTC)
    assert working_morning(tuesday, MOVE_ON, "Asia/Yakutsk", WEEKENDS) == datetime(2026, 9, 21, 0, 0, tzinfo=UTC)


def test_p1_the_new_year_holidays_are_no_working_days() -> None:
    wednesday = datetime(2026, 12, 30, 8, 0, tzinfo=UTC)
    assert working_morning(wednesday, REMIND_ON, "Europe/Moscow", HOLIDAYS) == datetime(2027, 1, 12, 6, 0, tzinfo=UTC)
    assert working_morning(wednesday, MOVE_ON, "Europe/Moscow", HOLIDAYS) == datetime(2027, 1, 14, 6, 0, tzinfo=UTC)


def test_p1_the_day_is_the_local_one() -> None:
    """20:00 UTC on Sunday is Monday morning in Srednekolymsk: Tuesday is its first working day."""
    sunday = datetime(2026, 9, 13, 20, 0, tzinfo=UTC)
    there = working_morning(sunday, REMIND_ON, "Asia/Srednekolymsk", WEEKENDS)
    assert there == datetime(2026, 9, 15, 22, 0, tzinfo=UTC)


@given(st.datetimes(FIRST, LAST, timezones=st.just(UTC)))
def test_p1_the_next_level_comes_after_the_reminder_and_never_on_a_day_off(since: datetime) -> None:
    remind = working_morning(since, REMIND_ON, "Asia/Yakutsk", HOLIDAYS)
    move = working_morning(since, MOVE_ON, "Asia/Yakutsk", HOLIDAYS)
    assert since < remind < move
    assert {(remind + timedelta(hours=9)).date(), (move + timedelta(hours=9)).date()}.isdisjoint(HOLIDAYS)
