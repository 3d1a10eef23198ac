"""Any time, written in any of many ways, is read as the days that it was written from; moved, it keeps its words."""

import calendar
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from shnor_domain.roadmap.periods.model import Period, Question, Window, calendar_plan, school_plan
from shnor_domain.roadmap.periods.moving import moved, moved_plan
from shnor_domain.roadmap.periods.reading import read_period
from tests.support.plan_times import GENITIVE, NOMINATIVE, Written, end_of, times

YEARS = st.integers(2015, 2040)
WORDS = (
    *NOMINATIVE, *GENITIVE, "до", "с", "по", "к", "-", ",", "и", "2021", "2022", "г.", "года", "I", "квартал",
    "учебного", "в течение", "15", "3", "конца", "не позднее", "ежемесячно", "2021/22", "5.06",
)  # fmt: skip
SLOW_AT_FIRST = settings(deadline=None)
"""The first text that is read builds the grammar."""


@st.composite
def written(draw: st.DrawFn) -> tuple[int, Written]:
    year = draw(YEARS)
    return year, draw(times(year))


@SLOW_AT_FIRST
@given(written())
def test_a_time_is_read_as_it_was_meant(made: tuple[int, Written]) -> None:
    year, (text, days) = made
    windows = tuple(Window(first, last) for first, last in days)
    assert read_period(text, calendar_plan(year)) == Period(text, windows)


@SLOW_AT_FIRST
@given(written())
def test_without_a_plan_it_is_the_same_or_asked(made: tuple[int, Written]) -> None:
    year, (text, days) = made
    found = read_period(text, None)
    if isinstance(found, Period) and not text.casefold().startswith(
        ("до ", "к ", "не ", "в срок", " до", " к", " не", " в ")
    ):
        assert found.windows == tuple(Window(first, last) for first, last in days)
    if isinstance(found, Period):
        assert found.windows[-1].last == days[-1][1]
        assert str(year) in text


@SLOW_AT_FIRST
@given(YEARS, st.integers(1, 12), st.integers(1, 12))
def test_months_of_a_school_year_are_in_it_or_asked(year: int, first: int, last: int) -> None:
    found = read_period(f"{NOMINATIVE[first - 1]} - {NOMINATIVE[last - 1]}", school_plan(year))
    plan = school_plan(year).window
    if isinstance(found, Period):
        (window,) = found.windows
        assert plan.holds(window)
        assert (window.first.month, window.last.month, window.first.day) == (first, last, 1)
        assert window.last == end_of(window.last.year, last)
    else:
        inside = [
            begin
            for begin in (date(year, first, 1), date(year + 1, first, 1))
            for end in (end_of(begin.year + (last < first), last),)
            if plan.holds(Window(begin, end))
        ]
        assert len(inside) != 1


@SLOW_AT_FIRST
@given(st.text(max_size=60))
def test_any_text_is_read_or_asked_and_never_breaks(text: str) -> None:
    found = read_period(text, calendar_plan(2021))
    assert found.verbatim == text
    assert isinstance(found, Question) or found.windows == tuple(sorted(found.windows, key=lambda one: one.first))


@SLOW_AT_FIRST
@given(st.lists(st.sampled_from(WORDS), max_size=7))
def test_any_words_of_time_give_windows_that_go_forward(words: list[str]) -> None:
    found = read_period(" ".join(words), calendar_plan(2021, 2022))
    for period in [found] if isinstance(found, Period) else found.readings:
        for window in period.windows:
            assert window.first <= window.last
        for one, other in zip(period.windows, period.windows[1:], strict=False):
            assert one.last < other.first


@SLOW_AT_FIRST
@given(written(), st.integers(-10, 10))
def test_a_moved_time_says_the_same_and_comes_back(made: tuple[int, Written], years: int) -> None:
    year, (text, _) = made
    period = read_period(text, calendar_plan(year))
    assert isinstance(period, Period)
    there = moved(period, years)
    assert there.verbatim == text and there.recurs is period.recurs
    for old, new in zip(period.windows, there.windows, strict=True):
        for before, after in ((old.first, new.first), (old.last, new.last)):
            assert after.year == before.year + years and after.month == before.month
            assert after.day == before.day or before.month == 2
    assert moved(there, -years) == period


@SLOW_AT_FIRST
@given(YEARS, st.integers(-10, 10))
def test_a_month_moves_to_its_last_day(year: int, years: int) -> None:
    period = read_period("февраль", calendar_plan(year))
    assert isinstance(period, Period)
    last = calendar.monthrange(year + years, 2)[1]
    assert moved(period, years).windows == (Window(date(year + years, 2, 1), date(year + years, 2, last)),)


def test_the_end_of_february_by_its_words() -> None:
    def go(text: str, year: int, to: int) -> Window:
        period = read_period(f"{text} {year}", calendar_plan(year))
        assert isinstance(period, Period)
        return moved(period, to - year).windows[-1]

    assert go("29 февраля", 2024, 2026).last == date(2026, 2, 28)
    assert go("февраль", 2023, 2024).last == date(2024, 2, 29)
    assert go("до 28 февраля", 2023, 2024).last == date(2024, 2, 28)
    assert go("28 февраля", 2023, 2024) == Window(date(2024, 2, 28), date(2024, 2, 28))
    assert go("20-29 февраля", 2024, 2025) == Window(date(2025, 2, 20), date(2025, 2, 28))


def test_a_plan_moves_with_the_year_that_was_named() -> None:
    assert moved_plan(calendar_plan(2021, 2022, unnamed=2021), 5) == calendar_plan(2026, 2027, unnamed=2026)
    assert moved_plan(school_plan(2021), 5) == school_plan(2026)
