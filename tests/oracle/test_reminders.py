"""N1–N4 and N8 on days that were reckoned by hand."""

from dataclasses import replace
from datetime import datetime, time

import pytest

from tests.oracle.calendars import is_public_holiday, is_sunday
from tests.oracle.facts import Act, Booked, CalledOff, Cancelled, Meeting, Moved, Outage, Person, Quiet, Story
from tests.oracle.reminders import reminders
from tests.oracle.sample import COORDINATOR, LINK, TEACHER_3, TEACHER_9, TEACHER_10, TEACHER_11, VERA, meeting, utc
from tests.oracle.told import Kind
from tests.oracle.walls import wall

LONG_AGO = utc(20, 3, month=10)
DAY, HOUR = Kind.DAY_BEFORE, Kind.HOUR_BEFORE
FACES = (Kind.OVER, Kind.OFF, Kind.ELSEWHERE)
MONDAY = meeting(30, 15)
"""06:00 UTC on 30 November; 17:00 in Хонуу."""


def told(who: Person, *acts: Act, outages: tuple[Outage, ...] = ()) -> list[tuple[datetime, Kind, str]]:
    """What one person reads, by time; `more` without the link."""
    every = [one for one in reminders(Story(acts, outages)) if one.who == who.name]
    lines = [(one.at, one.kind, one.more.removesuffix(f" {LINK}")) for one in every]
    return sorted(lines, key=lambda line: (line[0], line[1].value, line[2]))


def minutes(who: Person, *acts: Act, outages: tuple[Outage, ...] = ()) -> list[tuple[Kind, datetime]]:
    """Reminders without their later faces."""
    return [(kind, at) for at, kind, _ in told(who, *acts, outages=outages) if kind not in FACES]


def test_n1_a_booking_is_told_a_day_and_an_hour_before_with_date_clocks_and_link() -> None:
    every = [one for one in reminders(Story((Booked(LONG_AGO, TEACHER_11, MONDAY),))) if one.kind in (DAY, HOUR)]
    assert [(one.at, one.last, one.more) for one in every] == [
        (utc(29, 6), utc(29, 6), f"Завтра {LINK}"),
        (utc(30, 5), utc(30, 5), f"Сегодня {LINK}"),
    ]
    assert {(one.when, one.also) for one in every} == {("понедельник, 30 ноября, 17:00", "15:00 Якутск")}


def test_n1_the_host_reads_how_many_people_and_questions_there_are_at_that_minute() -> None:
    acts = (
        Booked(LONG_AGO, TEACHER_9, MONDAY, asks=True),
        Booked(LONG_AGO, TEACHER_10, MONDAY),
        Booked(utc(29, 12), TEACHER_11, MONDAY, asks=True),
        Cancelled(utc(30, 1), TEACHER_10, MONDAY),
    )
    assert told(VERA, *acts)[:2] == [
        (utc(29, 6), Kind.HOST_DAY_BEFORE, "Завтра 2/1"),
        (utc(30, 5), Kind.HOST_HOUR_BEFORE, "Сегодня 2/2"),
    ]


def test_n1_an_empty_meeting_reminds_nobody() -> None:
    emptied = (Booked(LONG_AGO, TEACHER_9, MONDAY), Cancelled(utc(28, 3), TEACHER_9, MONDAY))
    assert told(VERA, *emptied) == told(TEACHER_9, *emptied) == []


@pytest.mark.parametrize(
    ("reader", "of", "day_before", "hour_before", "word"),
    [
        (TEACHER_9, meeting(30, 20), utc(29, 11), utc(30, 10), "Завтра"),
        # 22:00 on her wall: five to nine on the evening before it would have come
        (TEACHER_11, meeting(30, 20), utc(29, 9, 55), utc(30, 10), "Завтра"),
        # 21:00 on her wall is the first minute of her night
        (TEACHER_10, meeting(30, 20), utc(29, 10, 55), utc(30, 10), "Завтра"),
        # 07:00 on her wall: two evenings before; the hour before is in the night and goes
        (TEACHER_9, meeting(30, 7), utc(28, 11, 55), utc(29, 21), "Послезавтра"),
        # 00:30 on the 1st there: the minute of the night after the 29th
        (TEACHER_11, meeting(30, 22, 30), utc(29, 9, 55), utc(30, 12, 30), "Послезавтра"),
        (TEACHER_3, meeting(30, 15), utc(29, 6), utc(30, 5), "Завтра"),
        # 05:00 in Москва
        (TEACHER_3, meeting(30, 11), utc(28, 17, 55), utc(30, 1), "Послезавтра"),
    ],
)
def test_n2_the_day_before_avoids_the_readers_night_and_the_hour_before_does_not(
    reader: Person, of: Meeting, day_before: datetime, hour_before: datetime, word: str
) -> None:
    booked = Booked(LONG_AGO, reader, of)
    assert minutes(reader, booked) == [(DAY, day_before), (HOUR, hour_before)]
    assert told(reader, booked)[0] == (day_before, DAY, word)


def test_q1_the_longest_night_one_may_choose_moves_it_up_to_fourteen_hours() -> None:
    reader = replace(TEACHER_9, quiet=Quiet(time(19), time(9)))
    # 08:55 on the 29th lies in the night that began on the 28th at 19:00
    assert minutes(reader, Booked(LONG_AGO, reader, meeting(30, 8, 55)))[0] == (DAY, utc(28, 9, 55))
    assert minutes(reader, Booked(LONG_AGO, reader, meeting(30, 9)))[0] == (DAY, utc(29, 0))


@pytest.mark.parametrize("hour", [9, 15])
def test_n2_days_off_hold_neither(hour: int) -> None:
    after_sunday, on_holiday, after_holiday = (meeting(day, hour) for day in (2, 4, 5))
    for of in (after_sunday, on_holiday, after_holiday):
        assert minutes(TEACHER_9, Booked(LONG_AGO, TEACHER_9, of)) == [
            (DAY, of.starts.replace(day=of.starts.day - 1)),
            (HOUR, of.starts.replace(hour=of.starts.hour - 1) if hour == 15 else utc(of.starts.day - 1, 23)),
        ]
    days = [wall(of.starts, VERA.zone).date() for of in (after_sunday, on_holiday, after_holiday)]
    assert is_sunday(days[0].replace(day=1))
    assert [is_public_holiday(day) for day in days] == [False, True, False]


@pytest.mark.parametrize(
    ("made", "of", "reader", "kinds"),
    [
        (utc(29, 5, 59), MONDAY, TEACHER_9, [DAY, HOUR]),
        (utc(29, 6, 1), MONDAY, TEACHER_9, [HOUR]),
        # the five minutes before the night have begun: nothing is made up for in them
        (utc(29, 9, 54), meeting(30, 20), TEACHER_11, [DAY, HOUR]),
        (utc(29, 9, 56), meeting(30, 20), TEACHER_11, [HOUR]),
        (utc(29, 10, 30), meeting(30, 20), TEACHER_11, [HOUR]),
        (utc(30, 4, 59), MONDAY, TEACHER_9, [HOUR]),
        (utc(30, 5, 1), MONDAY, TEACHER_9, []),
    ],
)
def test_n3_what_began_before_the_booking_is_not_made_up_for(
    made: datetime, of: Meeting, reader: Person, kinds: list[Kind]
) -> None:
    assert [kind for kind, _ in minutes(reader, Booked(made, reader, of))] == kinds


def test_n3_the_hosts_day_before_needs_a_booking_made_before_its_minute() -> None:
    late = (Booked(utc(29, 6, 1), TEACHER_9, MONDAY),)
    assert minutes(VERA, *late) == [(Kind.HOST_HOUR_BEFORE, utc(30, 5))]
    changed_hands = (
        Booked(LONG_AGO, TEACHER_9, MONDAY),
        Cancelled(utc(29, 5), TEACHER_9, MONDAY),
        Booked(utc(29, 7), TEACHER_10, MONDAY),
    )
    assert minutes(VERA, *changed_hands) == [(Kind.HOST_HOUR_BEFORE, utc(30, 5))]


def test_n3_reminders_follow_a_move_and_count_from_it() -> None:
    later, next_week = meeting(30, 16), meeting(7, 15, month=12)
    booked = Booked(LONG_AGO, TEACHER_9, MONDAY)
    # 24 h before the new start have passed already
    assert told(TEACHER_9, booked, Moved(utc(29, 7, 30), TEACHER_9, MONDAY, later)) == [
        (utc(29, 6), DAY, "Завтра"),
        (utc(29, 7, 30), Kind.ELSEWHERE, DAY.value),
        (utc(30, 6), HOUR, "Сегодня"),
        (utc(30, 7), Kind.OVER, HOUR.value),
    ]
    assert minutes(TEACHER_9, booked, Moved(utc(29, 5), TEACHER_9, MONDAY, later)) == [
        (DAY, utc(29, 7)),
        (HOUR, utc(30, 6)),
    ]
    assert minutes(TEACHER_9, booked, Moved(utc(27, 5), TEACHER_9, MONDAY, next_week)) == [
        (DAY, utc(6, 6, month=12)),
        (HOUR, utc(7, 5, month=12)),
    ]
    assert minutes(VERA, booked, Moved(utc(27, 5), TEACHER_9, MONDAY, next_week)) == [
        (Kind.HOST_DAY_BEFORE, utc(6, 6, month=12)),
        (Kind.HOST_HOUR_BEFORE, utc(7, 5, month=12)),
    ]


@pytest.mark.parametrize(
    ("down", "up", "goes"),
    [
        (utc(29, 5), utc(29, 8), [(DAY, utc(29, 8)), (HOUR, utc(30, 5))]),
        # back at 23:00: not before the morning
        (utc(29, 5), utc(29, 14), [(DAY, utc(29, 23)), (HOUR, utc(30, 5))]),
        (utc(29, 5), utc(30, 4, 30), [(DAY, utc(30, 4, 30)), (HOUR, utc(30, 5))]),
        (utc(29, 5), utc(30, 5, 30), [(HOUR, utc(30, 5, 30))]),
        (utc(29, 5), utc(30, 6), []),
        (utc(30, 4), utc(30, 5, 59), [(DAY, utc(29, 6)), (HOUR, utc(30, 5, 59))]),
    ],
)
def test_n3_after_an_outage_the_hour_before_goes_until_the_start_and_the_day_before_until_an_hour_before(
    down: datetime, up: datetime, goes: list[tuple[Kind, datetime]]
) -> None:
    assert minutes(TEACHER_9, Booked(LONG_AGO, TEACHER_9, MONDAY), outages=(Outage(down, up),)) == goes


def test_n3_a_short_outage_leaves_the_rest_of_the_five_minutes() -> None:
    outage = Outage(utc(29, 9, 50), utc(29, 9, 57))
    booked = Booked(LONG_AGO, TEACHER_11, meeting(30, 20))
    assert minutes(TEACHER_11, booked, outages=(outage,))[0] == (DAY, utc(29, 9, 57))


def test_n4_after_the_start_both_reminders_of_both_sides_are_over() -> None:
    booked = Booked(LONG_AGO, TEACHER_11, MONDAY)
    for who, kinds in ((TEACHER_11, (DAY, HOUR)), (VERA, (Kind.HOST_DAY_BEFORE, Kind.HOST_HOUR_BEFORE))):
        edits = [(at, more) for at, kind, more in told(who, booked) if kind is Kind.OVER]
        assert edits == [(utc(30, 6), kind.value) for kind in sorted(kinds, key=lambda kind: kind.value)]
    assert {one.when for one in reminders(Story((booked,))) if one.kind is Kind.OVER} == {
        "30 ноября в 17:00",
        "30 ноября в 15:00",
    }


def test_n4_a_cancelled_booking_is_said_to_be_so_at_once_at_night_too_and_never_over() -> None:
    acts = (Booked(LONG_AGO, TEACHER_9, MONDAY), Cancelled(utc(29, 16), TEACHER_9, MONDAY))
    assert told(TEACHER_9, *acts) == [(utc(29, 6), DAY, "Завтра"), (utc(29, 16), Kind.OFF, DAY.value)]


def test_n4_a_meeting_called_off_is_said_to_be_so_to_both_sides() -> None:
    acts = (Booked(LONG_AGO, TEACHER_11, MONDAY), CalledOff(utc(30, 5, 30), MONDAY, VERA))
    for who in (TEACHER_11, VERA):
        edits = [(at, kind) for at, kind, _ in told(who, *acts) if kind in FACES]
        assert edits == [(utc(30, 5, 30), Kind.OFF)] * 2


def test_n8_reminders_of_who_has_no_account_go_to_who_booked_her() -> None:
    absent = replace(TEACHER_11, name="без чата", account=False)
    booked = Booked(LONG_AGO, absent, MONDAY, by=COORDINATOR)
    assert minutes(COORDINATOR, booked) == [(DAY, utc(29, 6)), (HOUR, utc(30, 5))]
    assert minutes(absent, booked) == []
    for_herself = Booked(LONG_AGO, TEACHER_11, MONDAY, by=COORDINATOR)
    assert minutes(COORDINATOR, for_herself) == []
