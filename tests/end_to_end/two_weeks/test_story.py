"""The two weeks have in them what they are for, whatever chance adds. No bot runs here."""

from datetime import timedelta

import pytest

from tests.end_to_end.two_weeks.cast import CHATS, COORDINATOR, HOLIDAY, HOSTS, LEAD, STANDS_IN, VISITORS
from tests.end_to_end.two_weeks.chance import story
from tests.end_to_end.two_weeks.story import BEGINS, ENDS, IN_A_ROOM, LEAP, NEXT_MONDAY, SUNDAY
from tests.oracle.all_told import all_told
from tests.oracle.calendars import is_public_holiday, is_sunday
from tests.oracle.facts import Act, Agreed, Booked, CalledOff, Cancelled, Fell, HostMoved, Moved, Story
from tests.oracle.nights import sleeps
from tests.oracle.told import Kind, Told
from tests.oracle.walls import wall

PEOPLE = {person.name: person for person in (*HOSTS, *VISITORS, STANDS_IN, LEAD)}
REMINDERS = (Kind.DAY_BEFORE, Kind.HOUR_BEFORE, Kind.HOST_DAY_BEFORE, Kind.HOST_HOUR_BEFORE)


@pytest.fixture(scope="module", params=range(5))
def acts(request: pytest.FixtureRequest) -> tuple[Act, ...]:
    return story(request.param)


@pytest.fixture(scope="module")
def told(acts: tuple[Act, ...]) -> list[Told]:
    return [one for one in all_told(Story(acts)) if one.at < ENDS]


def test_people_in_four_zones_each_in_a_chat_of_her_own() -> None:
    assert len(PEOPLE) == 42
    offsets = {wall(BEGINS, person.zone) - BEGINS.replace(tzinfo=None) for person in PEOPLE.values()}
    assert offsets == {timedelta(hours=hours) for hours in (3, 9, 10, 11)}
    assert len(set(CHATS.values())) == len(CHATS) == 43
    assert timedelta(days=14) == ENDS - BEGINS


def test_it_lasts_fourteen_days() -> None:
    assert (ENDS - BEGINS).days == 14


def test_a_sunday_before_a_monday_at_nine_and_a_public_holiday_have_reminders(told: list[Told]) -> None:
    assert is_sunday(SUNDAY)
    assert is_public_holiday(HOLIDAY)
    for day in (SUNDAY, HOLIDAY):
        on_it = [one for one in told if one.kind in REMINDERS and wall(one.at, PEOPLE[one.who].zone).date() == day]
        assert {one.kind for one in on_it} >= {Kind.DAY_BEFORE, Kind.HOST_DAY_BEFORE}
    assert [one for one in told if one.kind is Kind.DAY_BEFORE and one.when == "понедельник, 2 ноября, 09:00"]


def test_days_before_that_lie_in_the_readers_night_go_on_the_evening_before(
    acts: tuple[Act, ...], told: list[Told]
) -> None:
    asleep = [
        act for act in acts if isinstance(act, Booked) and sleeps(act.visitor, act.meeting.starts - timedelta(hours=24))
    ]
    assert len({act.visitor.zone for act in asleep}) >= 3
    evenings = [one for one in told if one.kind is Kind.DAY_BEFORE and one.last == one.at + timedelta(minutes=4)]
    assert len(evenings) >= 6
    assert any(one.more.startswith("Послезавтра") for one in evenings)


def test_there_are_cancels_moves_and_meetings_called_off(acts: tuple[Act, ...], told: list[Told]) -> None:
    least_of = {Booked: 40, Cancelled: 7, Moved: 5, CalledOff: 4, Fell: 2, HostMoved: 2, Agreed: 2}
    for kind, least in least_of.items():
        assert sum(isinstance(act, kind) for act in acts) >= least
    assert {one.kind for one in told} == set(Kind)


def test_the_last_hour_before_a_meeting_in_a_room_is_among_it(told: list[Told]) -> None:
    assert [one for one in told if one.kind is Kind.HOUR_BEFORE and IN_A_ROOM.link in one.more]


def test_reminders_are_due_within_the_leap_of_a_day(told: list[Told]) -> None:
    assert LEAP[1] - LEAP[0] == timedelta(days=1)
    due = [one for one in told if one.kind is Kind.DAY_BEFORE and LEAP[0] < one.at < LEAP[1]]
    assert {one.at for one in due} >= {NEXT_MONDAY.starts - timedelta(days=1)}


def test_the_coordinator_and_the_lead_hear_nothing(told: list[Told]) -> None:
    assert not [one for one in told if one.who in {COORDINATOR.name, LEAD.name}]
