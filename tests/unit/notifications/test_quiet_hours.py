"""Quiet hours, days off and cut-offs, numbered as in the rules of the programme."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor_domain.identity import PersonId
from shnor_domain.messaging import ChatId
from shnor_domain.notifications.model import KindPolicy, Notice, Reader
from shnor_domain.notifications.rules import (
    EVENING,
    Drop,
    Go,
    Hold,
    Miss,
    backoff,
    decide,
    evening_before,
    is_quiet,
    next_midnight,
    night_end,
)
from shnor_domain.people.model.preferences import Quiet

YAKUTSK = "Asia/Yakutsk"  # UTC+9
READER = Reader(PersonId(1), ChatId(1001), YAKUTSK)
POLICY = KindPolicy("booking-cancelled")
NIGHT = datetime(2026, 11, 30, 14, 0, tzinfo=UTC)  # 23:00 in Якутск
MORNING = datetime(2026, 11, 30, 23, 0, tzinfo=UTC)  # 08:00 there
NOON = datetime(2026, 11, 30, 3, 0, tzinfo=UTC)


def notice(due: datetime = NIGHT) -> Notice:
    return Notice("booking:17:cancelled", PersonId(1), "booking-cancelled", "booking:17", due)


def test_a_notice_of_the_day_goes_at_once() -> None:
    assert decide(notice(NOON), POLICY, READER, NOON) == Go()


def test_q1_a_notice_of_the_night_waits_for_the_readers_own_morning() -> None:
    assert decide(notice(), POLICY, READER, NIGHT) == Hold(MORNING, "quiet")


def test_q1_the_same_instant_is_day_for_a_reader_further_west() -> None:
    assert decide(notice(), POLICY, replace(READER, zone="Europe/Moscow"), NIGHT) == Go()


def test_the_one_hour_reminder_always_goes() -> None:
    assert decide(notice(), KindPolicy("reminder-1h", night=False), READER, NIGHT) == Go()
    assert decide(replace(notice(), urgent=True), POLICY, READER, NIGHT) == Go()


@pytest.mark.parametrize(
    ("act_by", "on_site", "goes"),
    [
        (MORNING + timedelta(hours=3) - timedelta(minutes=1), False, True),
        (MORNING + timedelta(hours=3), False, False),
        (NIGHT + timedelta(hours=24), True, True),
        (NIGHT + timedelta(hours=24, minutes=1), True, False),
        (None, True, False),
    ],
)
def test_n6_what_starts_soon_after_the_night_is_told_in_the_night(
    act_by: datetime | None, on_site: bool, goes: bool
) -> None:
    decision = decide(replace(notice(), act_by=act_by, on_site=on_site), POLICY, READER, NIGHT)
    assert decision == (Go() if goes else Hold(MORNING, "quiet"))


def test_n3_a_late_reminder_is_missed_and_not_sent() -> None:
    reminder = replace(notice(), late_after=NOON)
    assert decide(reminder, POLICY, READER, NOON) == Miss()
    assert decide(reminder, POLICY, READER, NOON - timedelta(seconds=1)) == Go()


def test_a_night_that_outlasts_the_cut_off_is_looked_at_again_at_the_cut_off() -> None:
    soon = NIGHT + timedelta(hours=1)
    assert decide(replace(notice(), late_after=soon), POLICY, READER, NIGHT) == Hold(soon, "quiet")


def test_the_cut_off_of_the_kind_counts_from_the_due_instant() -> None:
    policy = KindPolicy("digest", late=timedelta(hours=2))
    assert decide(notice(NOON), policy, READER, NOON + timedelta(hours=2)) == Miss()


def test_who_cannot_be_reached_keeps_her_notices() -> None:
    assert decide(notice(NOON), POLICY, replace(READER, unreachable="blocked"), NOON) == Hold(None, "unreachable")
    assert decide(notice(NOON), POLICY, replace(READER, chat=None), NOON) == Hold(None, "unreachable")


def test_q2_days_off_hold_invitations_to_the_same_hour_of_the_next_working_day() -> None:
    invitation = KindPolicy("invitation", rest=True)
    sunday = datetime(2026, 11, 29, 3, 0, tzinfo=UTC)
    reader = replace(READER, days_off=frozenset({date(2026, 11, 29)}))
    assert decide(notice(sunday), invitation, reader, sunday) == Hold(sunday + timedelta(days=1), "rest")
    assert decide(notice(sunday), POLICY, reader, sunday) == Go()


def test_q2_what_days_off_have_held_keeps_its_hour_on_the_first_working_day() -> None:
    invitation = KindPolicy("invitation", rest=True)
    sunday = datetime(2026, 11, 29, 3, 0, tzinfo=UTC)
    monday, midnight = sunday + timedelta(days=1), next_midnight(sunday, READER.zone)
    reader = replace(READER, days_off=frozenset({date(2026, 11, 29)}))
    assert decide(notice(sunday), invitation, reader, midnight) == Hold(monday, "rest")
    assert decide(notice(sunday), invitation, reader, monday) == Go()
    at_night = notice(sunday + timedelta(hours=10))
    morning = datetime(2026, 11, 29, 23, 0, tzinfo=UTC)
    assert decide(at_night, invitation, reader, midnight) == Hold(morning, "quiet")
    assert decide(at_night, invitation, reader, morning) == Go()


def test_q4_leave_holds_announcements_and_never_own_bookings() -> None:
    reader = replace(READER, leave_until=date(2026, 12, 4), days_off=frozenset({date(2026, 12, 5), date(2026, 12, 6)}))
    held = decide(notice(NOON), KindPolicy("announcement", rest=True), reader, NOON)
    assert held == Hold(NOON + timedelta(days=7), "rest")
    assert decide(notice(NOON), POLICY, reader, NOON) == Go()


def test_what_is_urgent_goes_on_a_day_off_and_what_a_leave_has_held_goes_as_all_else() -> None:
    announcement, urgent = KindPolicy("announcement", rest=True), replace(notice(NOON), urgent=True)
    today = NOON.astimezone(ZoneInfo(READER.zone)).date()
    resting = replace(READER, days_off=frozenset({today, today + timedelta(days=1)}))
    assert decide(urgent, announcement, resting, NOON) == Go()
    assert isinstance(decide(notice(NOON), announcement, resting, NOON), Hold)
    away = replace(READER, leave_until=today)
    assert decide(urgent, announcement, away, NOON) == Hold(NOON + timedelta(days=1), "rest")
    midnight = next_midnight(NOON, READER.zone)
    assert decide(urgent, announcement, away, midnight) == Hold(NOON + timedelta(days=1), "rest")


def test_who_wants_only_own_bookings_gets_no_invitations() -> None:
    reader = replace(READER, own_only=True)
    assert decide(notice(NOON), KindPolicy("invitation", optional=True), reader, NOON) == Drop("unwanted")
    assert decide(notice(NOON), POLICY, reader, NOON) == Go()


def test_n2_a_reminder_of_the_night_goes_in_the_last_five_minutes_before_it() -> None:
    evening = datetime(2026, 11, 30, 11, 55, tzinfo=UTC)  # 20:55 in Якутск
    assert evening_before(NIGHT, Quiet(), YAKUTSK) == evening
    assert evening_before(MORNING - timedelta(minutes=1), Quiet(), YAKUTSK) == evening
    assert evening_before(MORNING, Quiet(), YAKUTSK) == MORNING


def test_the_night_ends_with_the_change_of_clocks_that_skips_its_end() -> None:
    berlin = "Europe/Berlin"
    before = datetime(2026, 3, 28, 23, 0, tzinfo=UTC)
    assert night_end(before, Quiet(22 * 60, 2 * 60 + 30), berlin) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def _naive(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day)  # noqa: DTZ001 — hypothesis takes bounds without a zone


zones = st.sampled_from([YAKUTSK, "Asia/Srednekolymsk", "Europe/Moscow", "Europe/Berlin", "America/New_York"])
minutes = st.integers(0, 1439)
instants = st.datetimes(_naive(2026, 1, 1), _naive(2027, 12, 31), timezones=st.just(UTC))


@given(instants, st.builds(Quiet, minutes, minutes), zones)
def test_a_night_always_ends_and_not_before_its_time(instant: datetime, quiet: Quiet, zone: str) -> None:
    if not is_quiet(instant, quiet, zone):
        return
    end = night_end(instant, quiet, zone)
    assert instant < end <= instant + timedelta(hours=25)
    assert not is_quiet(end, quiet, zone)
    assert is_quiet(instant + (end - instant) / 2, quiet, zone) or _change_of_clocks(instant, end, zone)


@given(instants, st.builds(Quiet, minutes, minutes), zones)
def test_the_evening_before_is_never_later_nor_a_day_away(instant: datetime, quiet: Quiet, zone: str) -> None:
    evening = evening_before(instant, quiet, zone)
    assert timedelta() <= instant - evening <= timedelta(hours=25) + EVENING


@given(st.integers(1, 10_000), st.floats(0, 1, exclude_max=True))
def test_backoff_stays_between_seconds_and_ten_minutes(attempts: int, jitter: float) -> None:
    assert timedelta(seconds=2.5) <= backoff(attempts, jitter) <= timedelta(minutes=10)


def _change_of_clocks(first: datetime, last: datetime, zone: str) -> bool:
    place = ZoneInfo(zone)
    return first.astimezone(place).utcoffset() != last.astimezone(place).utcoffset()
