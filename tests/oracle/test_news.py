"""N5, N6, N8 and D1 on days that were reckoned by hand."""

from dataclasses import replace
from datetime import datetime

import pytest

from tests.oracle.facts import Act, Booked, CalledOff, Cancelled, Moved, NewLink, Outage, Person, Story
from tests.oracle.host_news import host_news
from tests.oracle.news import news
from tests.oracle.sample import COORDINATOR, TEACHER_3, TEACHER_9, TEACHER_10, TEACHER_11, VERA, meeting, utc
from tests.oracle.told import Kind

LONG_AGO = utc(20, 3, month=10)
MONDAY = meeting(30, 15)
"""06:00 UTC on 30 November; 17:00 in Хонуу."""


def told(*acts: Act, outages: tuple[Outage, ...] = (), bookings: bool = False) -> list[tuple[str, Kind, datetime]]:
    """Who reads what, by time; words of new bookings only where they are asked for."""
    story = Story(acts, outages)
    every = [one for one in (*news(story), *host_news(story)) if bookings or one.kind is not Kind.NEW_BOOKING]
    return [(one.who, one.kind, one.at) for one in sorted(every, key=lambda one: (one.at, one.who))]


@pytest.mark.parametrize(
    ("made", "goes"),
    [
        (utc(20, 6), [utc(20, 6)]),
        (utc(20, 14), [utc(20, 23)]),  # 23:00 in Якутск: the morning
        (utc(20, 22, 30), [utc(20, 23)]),  # 07:30
        (utc(29, 16), [utc(29, 23)]),  # 01:00 on the day itself
    ],
)
def test_d1_the_host_is_told_of_each_booking_and_in_the_night_in_the_morning(
    made: datetime, goes: list[datetime]
) -> None:
    told_of = told(Booked(made, TEACHER_11, MONDAY), bookings=True)
    assert told_of == [(VERA.name, Kind.NEW_BOOKING, at) for at in goes]


def test_d1_a_booking_that_ended_before_it_was_told_is_not_told() -> None:
    booked = Booked(utc(20, 14), TEACHER_11, MONDAY)
    assert told(booked, Cancelled(utc(20, 15), TEACHER_11, MONDAY), bookings=True) == []
    assert len(told(booked, Cancelled(utc(21, 1), TEACHER_11, MONDAY), bookings=True)) == 1
    called_off = told(booked, CalledOff(utc(20, 15), MONDAY, VERA), bookings=True)
    assert [kind for _, kind, _ in called_off] == [Kind.CALLED_OFF]


def test_n5_the_host_hears_of_a_cancel_inside_the_last_day_only() -> None:
    booked = Booked(LONG_AGO, TEACHER_11, MONDAY)
    assert told(booked, Cancelled(utc(29, 5, 59), TEACHER_11, MONDAY)) == []
    assert told(booked, Cancelled(utc(29, 6, 1), TEACHER_11, MONDAY)) == [
        (VERA.name, Kind.VISITOR_CANCELLED, utc(29, 6, 1))
    ]
    assert told(booked, Cancelled(utc(30, 5, 59), TEACHER_11, MONDAY)) == [
        (VERA.name, Kind.VISITOR_CANCELLED, utc(30, 5, 59))
    ]


@pytest.mark.parametrize(
    ("at", "of_hour", "to", "goes"),
    [
        (utc(27, 3), 15, meeting(7, 15, month=12), None),
        (utc(29, 7), 15, meeting(7, 15, month=12), utc(29, 7)),  # the old start is near
        (utc(29, 3), 15, meeting(30, 9), utc(29, 3)),  # the new one is
        (utc(29, 14), 15, meeting(7, 15, month=12), utc(29, 23)),  # 23:00: the morning
        (utc(29, 14), 15, meeting(30, 10, 55), utc(29, 14)),  # the earlier of both is too near for that
    ],
)
def test_n5_the_host_hears_of_a_move_when_the_old_or_the_new_start_is_within_a_day(
    at: datetime, of_hour: int, to: object, goes: datetime | None
) -> None:
    of = meeting(30, of_hour)
    moved = Moved(at, TEACHER_11, of, to)  # type: ignore[arg-type]
    expected = [] if goes is None else [(VERA.name, Kind.VISITOR_MOVED, goes)]
    assert told(Booked(LONG_AGO, TEACHER_11, of), moved) == expected


def test_n5_who_calls_off_is_not_told_and_everybody_else_is() -> None:
    bookings = (Booked(LONG_AGO, TEACHER_3, MONDAY), Booked(LONG_AGO, TEACHER_9, MONDAY))
    at = utc(28, 9)
    visitors = [(who, Kind.CALLED_OFF, at) for who in sorted((TEACHER_3.name, TEACHER_9.name))]
    assert told(*bookings, CalledOff(at, MONDAY, VERA)) == visitors
    by_coordinator = told(*bookings, CalledOff(at, MONDAY, COORDINATOR))
    assert sorted(by_coordinator, key=str) == sorted([*visitors, (VERA.name, Kind.HOST_CALLED_OFF, at)], key=str)


@pytest.mark.parametrize(
    ("reader", "at", "goes"),
    [
        # 23:00 in Якутск, 01:00 in Хонуу, 17:00 in Беслан; the start is 13 h and more after it
        (TEACHER_9, utc(29, 14), utc(29, 23)),
        (TEACHER_11, utc(29, 14), utc(29, 21)),
        (TEACHER_3, utc(29, 14), utc(29, 14)),
        # 22:00 in Беслан, 09:00 there is the start: before 11:00
        (TEACHER_3, utc(29, 19), utc(29, 19)),
    ],
)
def test_n6_a_meeting_called_off_in_the_readers_night(reader: Person, at: datetime, goes: datetime) -> None:
    assert told(Booked(LONG_AGO, reader, MONDAY), CalledOff(at, MONDAY, VERA)) == [(reader.name, Kind.CALLED_OFF, goes)]


@pytest.mark.parametrize(("hour", "minute", "held"), [(10, 59, False), (11, 0, True)])
def test_n6_the_end_of_the_night_and_three_hours_is_the_border(hour: int, minute: int, held: bool) -> None:
    of, at = meeting(30, hour, minute), utc(29, 14)
    told_of = told(Booked(LONG_AGO, TEACHER_9, of), CalledOff(at, of, VERA))
    assert told_of == [(TEACHER_9.name, Kind.CALLED_OFF, utc(29, 23) if held else at)]


@pytest.mark.parametrize(("at", "held"), [(utc(29, 12), False), (utc(28, 20), True)])
def test_n6_on_site_within_a_day_goes_through_the_night(at: datetime, held: bool) -> None:
    # 21:00 on the evening before, and 05:00 a night earlier
    of = meeting(30, 15, on_site=True)
    told_of = told(Booked(LONG_AGO, TEACHER_9, of), CalledOff(at, of, VERA))
    assert told_of == [(TEACHER_9.name, Kind.CALLED_OFF, utc(28, 23) if held else at)]


def test_n6_of_several_links_of_a_night_the_last_goes_and_none_when_it_is_the_one_she_knows() -> None:
    booked = Booked(LONG_AGO, TEACHER_9, MONDAY)
    first, second, back = (
        NewLink(utc(28, hour), (MONDAY,), link)
        for hour, link in ((13, "https://x.example/2"), (14, "https://x.example/3"), (15, MONDAY.link))
    )
    morning = (TEACHER_9.name, Kind.NEW_LINK, utc(28, 23))
    assert told(booked, first) == [morning]
    assert told(booked, first, second) == [morning]
    assert told(booked, first, second, back) == []
    assert told(booked, first, CalledOff(utc(28, 14), MONDAY, VERA)) == [(TEACHER_9.name, Kind.CALLED_OFF, utc(28, 23))]
    assert told(booked, first, Cancelled(utc(28, 14), TEACHER_9, MONDAY)) == []


def test_n6_a_link_by_day_is_told_at_once_and_each_one() -> None:
    links = tuple(NewLink(utc(28, hour), (MONDAY,), f"https://x.example/{hour}") for hour in (3, 4))
    assert told(Booked(LONG_AGO, TEACHER_9, MONDAY), *links) == [
        (TEACHER_9.name, Kind.NEW_LINK, utc(28, 3)),
        (TEACHER_9.name, Kind.NEW_LINK, utc(28, 4)),
    ]


def test_n6_a_booking_taken_back_in_the_night_in_which_it_was_made_is_no_news_to_the_host() -> None:
    afternoon = meeting(30, 15)
    booked = Booked(utc(29, 13), TEACHER_11, afternoon)
    assert told(booked, Cancelled(utc(29, 15), TEACHER_11, afternoon), bookings=True) == []
    # begins at 10:55: the cancel cannot wait for the morning, so it is told
    early = meeting(30, 10, 55)
    acts = (Booked(utc(29, 13), TEACHER_11, early), Cancelled(utc(29, 15), TEACHER_11, early))
    assert told(*acts, bookings=True) == [(VERA.name, Kind.VISITOR_CANCELLED, utc(29, 15))]


def test_n6_of_several_moves_of_a_night_the_last_goes_and_none_when_she_comes_as_the_host_knows() -> None:
    booked = Booked(LONG_AGO, TEACHER_11, MONDAY)
    later, latest = meeting(30, 16), meeting(30, 17)
    away, further = Moved(utc(29, 13), TEACHER_11, MONDAY, later), Moved(utc(29, 14), TEACHER_11, later, latest)
    found = [one for one in host_news(Story((booked, away, further))) if one.kind is Kind.VISITOR_MOVED]
    assert [(one.at, one.when, one.more) for one in found] == [
        (utc(29, 23), "понедельник, 30 ноября, 17:00", "понедельник, 30 ноября, 15:00")
    ]
    assert told(booked, away, Moved(utc(29, 14), TEACHER_11, later, MONDAY)) == []
    assert told(booked, away, Cancelled(utc(29, 14), TEACHER_11, later)) == [
        (VERA.name, Kind.VISITOR_CANCELLED, utc(29, 23))
    ]
    # far away she may cancel in silence, but of tomorrow the host has to hear
    far = meeting(7, 15, month=12)
    assert told(booked, Moved(utc(29, 13), TEACHER_11, MONDAY, far), Cancelled(utc(29, 14), TEACHER_11, far)) == [
        (VERA.name, Kind.VISITOR_CANCELLED, utc(29, 23))
    ]
    assert told(booked, away, CalledOff(utc(29, 14), later, VERA)) == [(TEACHER_11.name, Kind.CALLED_OFF, utc(29, 21))]


def test_n8_what_concerns_who_has_no_account_is_told_to_who_booked_her() -> None:
    absent = replace(TEACHER_10, name="без чата", account=False)
    booked = Booked(LONG_AGO, absent, MONDAY, by=COORDINATOR)
    at = utc(28, 3)
    assert told(booked, CalledOff(at, MONDAY, VERA)) == [(COORDINATOR.name, Kind.CALLED_OFF, at)]
    assert told(booked, CalledOff(at, MONDAY, COORDINATOR)) == [(VERA.name, Kind.HOST_CALLED_OFF, at)]


def test_what_was_held_over_an_outage_goes_when_the_bot_is_back() -> None:
    outage = Outage(utc(28, 22), utc(29, 2))
    acts = (Booked(LONG_AGO, TEACHER_9, MONDAY), CalledOff(utc(28, 14), MONDAY, VERA))
    assert told(*acts, outages=(outage,)) == [(TEACHER_9.name, Kind.CALLED_OFF, utc(29, 2))]
