"""What holidays do to a weekly rule, and when it goes on."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shnor_domain.consultations.model import Audience, Exceptions, ExtraWindow, Format, Slot, SlotId, SlotState, Terms
from shnor_domain.consultations.rules import occurrences
from shnor_domain.consultations.upcoming import holidays_ahead, next_meeting, resumes, taken_out
from shnor_domain.identity import PersonId, RegionId, SubjectId, Territory
from shnor_domain.seats.times import instant

TERMS = Terms(
    subject=SubjectId("chemistry"),
    weekday=0,
    starts=time(15, 0),
    zone="Asia/Yakutsk",
    minutes=45,
    format=Format.ONLINE,
    audience=Audience.TEACHERS,
    open_to=Territory(RegionId(1)),
    project_schools_only=False,
    capacity=3,
    first_day=date(2026, 9, 1),
    last_day=date(2027, 5, 31),
)
SLOT = Slot(SlotId(7), PersonId(1), None, TERMS, SlotState.PUBLISHED)
DECEMBER_29 = datetime(2026, 12, 29, 3, 0, tzinfo=UTC)
JANUARY_4, JANUARY_11 = (datetime(2027, 1, day, 6, 0, tzinfo=UTC) for day in (4, 11))
NEW_YEAR = frozenset(date(2027, 1, day) for day in range(1, 9))
HOLIDAYS = Exceptions(holidays=NEW_YEAR)


def meetings(slot: Slot, exceptions: Exceptions, days: int = 14) -> list[datetime]:
    return [each.starts for each in occurrences(slot, exceptions, DECEMBER_29, DECEMBER_29 + timedelta(days=days))]


def test_a_holiday_takes_the_weekly_meeting_out_and_the_next_is_after_it() -> None:
    assert meetings(SLOT, Exceptions()) == [JANUARY_4, JANUARY_11]
    assert meetings(SLOT, HOLIDAYS) == [JANUARY_11]
    assert next_meeting(SLOT, HOLIDAYS, DECEMBER_29) == JANUARY_11
    assert resumes(SLOT, HOLIDAYS, DECEMBER_29) == JANUARY_11


def test_a_window_on_a_holiday_is_what_its_host_wishes() -> None:
    by_hand = replace(HOLIDAYS, extra=(ExtraWindow(date(2027, 1, 4), time(15), 45),))
    assert meetings(SLOT, by_hand) == [JANUARY_4, JANUARY_11]
    assert list(taken_out(SLOT, by_hand, DECEMBER_29, JANUARY_11)) == []
    elsewhere = replace(HOLIDAYS, extra=(ExtraWindow(date(2027, 1, 6), time(10), 45),))
    wednesday = datetime(2027, 1, 6, 1, 0, tzinfo=UTC)
    assert meetings(SLOT, elsewhere) == [wednesday, JANUARY_11]
    assert resumes(SLOT, elsewhere, DECEMBER_29) == wednesday


def test_where_no_holiday_lies_before_the_next_meeting_nothing_is_said() -> None:
    assert resumes(SLOT, HOLIDAYS, DECEMBER_29 - timedelta(days=7)) is None
    assert resumes(SLOT, HOLIDAYS, JANUARY_4 + timedelta(seconds=1)) is None
    assert resumes(SLOT, Exceptions(), DECEMBER_29) is None


def test_a_closed_day_is_no_holiday() -> None:
    closed = Exceptions(closed=frozenset({date(2027, 1, 4)}), holidays=NEW_YEAR)
    assert resumes(SLOT, closed, DECEMBER_29) is None
    assert holidays_ahead(SLOT, closed, DECEMBER_29, JANUARY_11) == []


def test_a_rule_that_ends_in_the_holidays_goes_on_no_more() -> None:
    short = replace(SLOT, terms=replace(SLOT.terms, last_day=date(2027, 1, 8)))
    assert resumes(short, HOLIDAYS, DECEMBER_29) is None
    assert next_meeting(short, HOLIDAYS, DECEMBER_29) is None
    assert next_meeting(replace(SLOT, state=SlotState.CLOSED), Exceptions(), DECEMBER_29) is None


def test_days_are_those_of_the_slots_own_calendar() -> None:
    kamchatka = replace(SLOT, terms=replace(SLOT.terms, zone="Asia/Kamchatka", starts=time(9)))
    assert holidays_ahead(kamchatka, HOLIDAYS, DECEMBER_29, JANUARY_11) == [date(2027, 1, 4)]
    sunday_in_utc = instant(date(2027, 1, 4), time(9), "Asia/Kamchatka")
    assert sunday_in_utc.date() == date(2027, 1, 3)
    assert [each.starts for each in taken_out(kamchatka, HOLIDAYS, DECEMBER_29, JANUARY_11)] == [sunday_in_utc]


some_days = st.frozensets(st.integers(0, 60).map(lambda shift: date(2026, 12, 1) + timedelta(days=shift)), max_size=25)


@given(
    weekday=st.integers(0, 6),
    holidays=some_days,
    closed=some_days,
    windows=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 23)), max_size=4),
    since=st.integers(0, 50 * 24).map(lambda hours: datetime(2026, 12, 1, tzinfo=UTC) + timedelta(hours=hours)),
    days=st.integers(0, 40),
)
def test_holidays_take_out_meetings_of_the_rule_on_their_days_and_nothing_else(
    weekday: int,
    holidays: frozenset[date],
    closed: frozenset[date],
    windows: list[tuple[int, int]],
    since: datetime,
    days: int,
) -> None:
    slot = replace(SLOT, terms=replace(SLOT.terms, weekday=weekday))
    extra = tuple(ExtraWindow(date(2026, 12, 1) + timedelta(days=day), time(hour), 30) for day, hour in windows)
    until = since + timedelta(days=days)
    without = Exceptions(closed, extra)
    full = {each.starts for each in occurrences(slot, without, since, until)}
    left = {each.starts for each in occurrences(slot, replace(without, holidays=holidays), since, until)}
    by_hand = {instant(window.day, window.starts, slot.terms.zone) for window in extra if window.day not in closed}
    fallen = {starts for starts in full - by_hand if (starts + timedelta(hours=9)).date() in holidays}
    assert left == full - fallen
    gone = [each.starts for each in taken_out(slot, replace(without, holidays=holidays), since, until)]
    assert gone == sorted(fallen)
