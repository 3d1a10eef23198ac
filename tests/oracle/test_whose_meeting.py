"""Meetings that are moved by their host, led by another, booked by a lead or fall with their day (N5, N6, N8, S29): on
days that were reckoned by hand."""

from datetime import datetime

import pytest

from tests.oracle.all_told import all_told
from tests.oracle.facts import Act, Agreed, Asked, Booked, CalledOff, Fell, HostMoved, Meeting, Person, Story
from tests.oracle.sample import COORDINATOR, TEACHER_11, VERA, meeting, utc
from tests.oracle.told import Kind

LONG_AGO = utc(20, 3, month=10)
MONDAY, TUESDAY, IN_A_ROOM = meeting(30, 15), meeting(1, 15, month=12), meeting(30, 15, on_site=True)
"""06:00 UTC; 15:00 in Якутск, 17:00 in Хонуу."""
AT_EIGHT = meeting(30, 8)
"""23:00 UTC on the 29th; two hours after the night in Хонуу has ended."""
COLLEAGUE = Person("Марфа", "Asia/Yakutsk")
BOOKED, BOOKED_IN_A_ROOM = (Booked(LONG_AGO, TEACHER_11, at) for at in (MONDAY, IN_A_ROOM))
SAID = (Kind.MEETING_MOVED, Kind.SUBSTITUTE, Kind.ASKED, Kind.AGREED, Kind.FOR_YOU, Kind.CALLED_OFF)
FALLEN = (Kind.FELL, Kind.HOST_FELL)


def told(*acts: Act, of: tuple[Kind, ...] = SAID) -> list[tuple[str, Kind, datetime]]:
    """Who reads what of these kinds, by time."""
    every = [one for one in all_told(Story(acts)) if one.kind in of]
    return [(one.who, one.kind, one.at) for one in sorted(every, key=lambda one: (one.at, one.who))]


@pytest.mark.parametrize(
    ("at", "to", "goes"),
    [
        (utc(20, 6), TUESDAY, utc(20, 6)),  # 17:00 in Хонуу
        (utc(20, 14), TUESDAY, utc(20, 21)),  # 01:00: at eight
        (utc(29, 14), TUESDAY, utc(29, 21)),  # the day itself, nine hours after that morning
        (utc(29, 14), AT_EIGHT, utc(29, 14)),  # two hours after it: at once
    ],
)
def test_n6_a_move_by_the_host_waits_for_the_morning_unless_either_start_is_near(
    at: datetime, to: Meeting, goes: datetime
) -> None:
    assert told(BOOKED, HostMoved(at, MONDAY, to)) == [(TEACHER_11.name, Kind.MEETING_MOVED, goes)]


def test_a_move_by_the_host_ends_what_had_reminded_and_only_what_is_ahead_reminds_anew() -> None:
    moved = HostMoved(utc(29, 9), MONDAY, meeting(30, 17))
    days_before = (Kind.DAY_BEFORE, Kind.HOST_DAY_BEFORE, Kind.HOUR_BEFORE, Kind.HOST_HOUR_BEFORE, Kind.ELSEWHERE)
    assert told(BOOKED, moved, of=days_before) == [
        (VERA.name, Kind.HOST_DAY_BEFORE, utc(29, 6)),
        (TEACHER_11.name, Kind.DAY_BEFORE, utc(29, 6)),
        (VERA.name, Kind.ELSEWHERE, utc(29, 9)),
        (TEACHER_11.name, Kind.ELSEWHERE, utc(29, 9)),
        (VERA.name, Kind.HOST_HOUR_BEFORE, utc(30, 7)),
        (TEACHER_11.name, Kind.HOUR_BEFORE, utc(30, 7)),
    ]


def test_n6_neither_an_ask_nor_its_answer_breaks_a_night() -> None:
    asked, agreed = Asked(utc(19, 14), MONDAY, COLLEAGUE), Agreed(utc(20, 14), MONDAY, COLLEAGUE)
    assert told(BOOKED, asked, agreed) == [
        (COLLEAGUE.name, Kind.ASKED, utc(19, 23)),
        (TEACHER_11.name, Kind.SUBSTITUTE, utc(20, 21)),
        (VERA.name, Kind.AGREED, utc(20, 23)),
    ]


def test_s29_what_had_reminded_the_host_says_that_another_leads_who_is_reminded_and_asked_how_it_was() -> None:
    agreed = Agreed(utc(29, 10), MONDAY, COLLEAGUE)
    of_who_leads = (Kind.HOST_DAY_BEFORE, Kind.LED_BY_ANOTHER, Kind.HOST_HOUR_BEFORE, Kind.HOW_WAS_IT)
    assert told(BOOKED, agreed, of=of_who_leads) == [
        (VERA.name, Kind.HOST_DAY_BEFORE, utc(29, 6)),
        (VERA.name, Kind.LED_BY_ANOTHER, utc(29, 10)),
        (COLLEAGUE.name, Kind.HOST_HOUR_BEFORE, utc(30, 5)),
        (COLLEAGUE.name, Kind.HOW_WAS_IT, utc(30, 6, 45)),
    ]


def test_n6_who_was_booked_by_another_reads_it_in_her_morning_or_never_where_it_ended_before() -> None:
    booked = Booked(utc(20, 14), TEACHER_11, MONDAY, by=COORDINATOR)
    assert told(booked) == [(TEACHER_11.name, Kind.FOR_YOU, utc(20, 21))]
    assert told(booked, CalledOff(utc(20, 15), MONDAY, VERA)) == []


@pytest.mark.parametrize(
    ("at", "hers", "hosts"),
    [
        (utc(29, 14), utc(29, 14), utc(29, 14)),  # the day before: at once, in the night of both
        (utc(20, 14), utc(20, 21), utc(20, 23)),
    ],
)
def test_n6_a_day_that_is_called_off_is_told_at_once_where_it_is_near(
    at: datetime, hers: datetime, hosts: datetime
) -> None:
    fell = told(BOOKED_IN_A_ROOM, Fell(at, IN_A_ROOM, COORDINATOR), of=FALLEN)
    assert set(fell) == {(TEACHER_11.name, Kind.FELL, hers), (VERA.name, Kind.HOST_FELL, hosts)}
