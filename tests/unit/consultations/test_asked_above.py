"""When the coordinator is asked about a meeting that nobody has agreed to lead: tables of minutes (S6, S31).

Clocks are those of Якутск (UTC+9) unless told otherwise; jobs look every five minutes.
"""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from shnor_domain.consultations.absences.above import AHEAD, Turn, turn
from shnor_domain.identity import PersonId
from shnor_domain.messaging import ChatId
from shnor_domain.notifications.model import Reader
from shnor_domain.people.model.preferences import Quiet

YAKUTSK, KOLYMA, MOSCOW = "Asia/Yakutsk", "Asia/Srednekolymsk", "Europe/Moscow"
NEVER = Quiet(0, 0)


def at(day: int, clock: str) -> datetime:
    """A minute of December in Якутск."""
    hour, minute = clock.split(":")
    return datetime(2026, 12, day, int(hour), int(minute), tzinfo=timezone(timedelta(hours=9))).astimezone(UTC)


def one(zone: str = YAKUTSK, quiet: Quiet | None = None) -> Reader:
    return Reader(PersonId(1), ChatId(1), zone, quiet or Quiet())


COLLEAGUE = one()


def first(
    starts: datetime, *level: Reader, asked: datetime | None, thinks: Reader = COLLEAGUE
) -> tuple[datetime, Turn] | None:
    """The first look at which it is somebody's turn."""
    now = starts - AHEAD - timedelta(hours=1)
    while now < starts:
        whose = turn(starts, level, now, asked=asked, thinks=thinks)
        if whose is not Turn.NOBODY and (asked is None or now >= asked):
            return now, whose
        now += timedelta(minutes=5)
    return None


@pytest.mark.parametrize(
    ("starts", "level", "minute"),
    [
        (at(7, "15:00"), one(), at(7, "12:00")),
        (at(7, "11:00"), one(), at(7, "8:00")),
        (at(7, "10:55"), one(), at(6, "20:55")),
        (at(7, "8:00"), one(), at(6, "20:55")),
        # 10:00 on the Kolyma: 07:00 there, so in the evening of her own wall
        (at(7, "8:00"), one(KOLYMA), at(6, "18:55")),
        (at(7, "9:00"), one(KOLYMA), at(7, "6:00")),
        # 02:00 in Moscow
        (at(7, "8:00"), one(MOSCOW), at(7, "2:55")),
        (at(7, "8:00"), one(quiet=Quiet(18 * 60, 8 * 60)), at(6, "17:55")),
        (at(7, "8:00"), one(quiet=NEVER), at(7, "5:00")),
    ],
)
def test_s31_the_minute_in_which_the_level_above_is_asked(starts: datetime, level: Reader, minute: datetime) -> None:
    assert first(starts, level, asked=at(1, "12:00")) == (minute, Turn.ABOVE)
    assert first(starts, level, asked=None) == (minute, Turn.ABOVE)


@pytest.mark.parametrize(
    ("starts", "now", "whose"),
    [
        # she wakes at eight
        (at(7, "8:30"), at(6, "23:00"), Turn.NOBODY),
        (at(7, "8:30"), at(7, "8:00"), Turn.ABOVE),
        (at(7, "8:00"), at(6, "23:00"), Turn.HOST),
        (at(7, "7:00"), at(6, "23:00"), Turn.HOST),
        (at(7, "7:00"), at(7, "3:00"), Turn.HOST),
    ],
)
def test_s31_what_came_up_in_the_night_waits_for_who_wakes_in_time(
    starts: datetime, now: datetime, whose: Turn
) -> None:
    assert turn(starts, [one()], now, asked=None, thinks=COLLEAGUE) is whose


def test_s31_who_was_asked_at_night_has_thought_half_an_hour_after_his_morning() -> None:
    assert first(at(7, "9:30"), one(), asked=at(6, "22:00")) == (at(7, "8:30"), Turn.ABOVE)
    assert first(at(7, "8:30"), one(), asked=at(6, "22:00")) == (at(7, "8:15"), Turn.ABOVE)
    # he wakes in time, she does not
    early = one(quiet=Quiet(21 * 60, 6 * 60))
    assert first(at(7, "8:00"), one(), asked=at(6, "22:00"), thinks=early) == (at(7, "6:30"), Turn.HOST)
    # nobody wakes in time
    assert first(at(7, "7:00"), one(), asked=at(6, "22:00")) == (at(6, "22:00"), Turn.HOST)


def test_s31_whose_time_to_think_ends_in_her_night_is_not_waited_for() -> None:
    assert first(at(7, "8:00"), one(), asked=at(6, "20:40")) == (at(6, "20:55"), Turn.ABOVE)
    late, sleeper = at(6, "22:40"), Quiet(23 * 60, 7 * 60)
    awake = one(quiet=NEVER)
    assert first(at(7, "1:00"), one(quiet=sleeper), asked=late, thinks=awake) == (late, Turn.ABOVE)
    assert first(at(7, "1:00"), awake, asked=late, thinks=awake) == (at(6, "23:10"), Turn.ABOVE)


def test_s31_of_several_the_last_to_fall_asleep_counts() -> None:
    eight = at(7, "8:00")
    assert first(eight, one(KOLYMA), one(MOSCOW), asked=at(1, "12:00")) == (at(7, "2:55"), Turn.ABOVE)
    assert first(eight, one(), one(quiet=NEVER), asked=at(1, "12:00")) == (at(7, "5:00"), Turn.ABOVE)
