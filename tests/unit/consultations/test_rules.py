"""When a slot meets, who may come, what a slot may promise."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor_domain.consultations.errors import OwnSlot, SessionGone, TooEarly, TooLate
from shnor_domain.consultations.model import Audience, Exceptions, ExtraWindow, Format, Slot, SlotId, SlotState, Terms
from shnor_domain.consultations.rules import (
    check_bookable,
    check_terms,
    clean_topic,
    invited,
    may_host,
    occurrence_at,
    occurrences,
    overlap,
)
from shnor_domain.errors import Invalid
from shnor_domain.identity import (
    Actor,
    MunicipalityId,
    PersonId,
    Place,
    PlaceId,
    RegionId,
    Role,
    SchoolId,
    SubjectId,
    Territory,
)
from shnor_domain.links import check_link
from shnor_domain.seats.times import grid

YAKUTIA = Territory(RegionId(1))
MOMSKY = Territory(RegionId(1), MunicipalityId(2))
SCHOOL = Territory(RegionId(1), MunicipalityId(2), SchoolId(3))
CHEMISTRY = SubjectId("chemistry")
TERMS = Terms(
    subject=CHEMISTRY,
    weekday=0,
    starts=time(15, 0),
    zone="Asia/Yakutsk",
    minutes=45,
    format=Format.ONLINE,
    audience=Audience.TEACHERS,
    open_to=YAKUTIA,
    project_schools_only=False,
    capacity=3,
    first_day=date(2026, 9, 1),
    last_day=date(2027, 5, 31),
    link="https://meet.example.org/chem",
)
SLOT = Slot(SlotId(7), PersonId(1), None, TERMS, SlotState.PUBLISHED)
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
TEACHER = Place(PlaceId(5), Role.TEACHER, SCHOOL, frozenset({CHEMISTRY}))
ZONES = ("Asia/Yakutsk", "Asia/Vladivostok", "Asia/Srednekolymsk", "Europe/Moscow", "Europe/Berlin", "America/New_York")


def meetings(slot: Slot, days: int, exceptions: Exceptions | None = None) -> list[datetime]:
    found = occurrences(slot, exceptions or Exceptions(), NOW, NOW + timedelta(days=days))
    return [occurrence.starts for occurrence in found]


def test_a_monday_slot_meets_on_mondays_at_its_own_wall_clock() -> None:
    assert meetings(SLOT, 15) == [
        datetime(2026, 11, 23, 6, 0, tzinfo=UTC),
        datetime(2026, 11, 30, 6, 0, tzinfo=UTC),
    ]


def test_a_closed_day_falls_out_and_an_extra_window_comes_in() -> None:
    exceptions = Exceptions(frozenset({date(2026, 11, 30)}), (ExtraWindow(date(2026, 12, 2), time(10, 30), 30),))
    assert meetings(SLOT, 15, exceptions) == [
        datetime(2026, 11, 23, 6, 0, tzinfo=UTC),
        datetime(2026, 12, 2, 1, 30, tzinfo=UTC),
    ]


def test_a_closed_slot_meets_no_more() -> None:
    assert meetings(replace(SLOT, state=SlotState.CLOSED), 365) == []


def test_nothing_happens_before_the_first_day_or_after_the_last() -> None:
    short = replace(SLOT, terms=replace(TERMS, first_day=date(2026, 11, 30), last_day=date(2026, 11, 30)))
    assert meetings(short, 365) == [datetime(2026, 11, 30, 6, 0, tzinfo=UTC)]


@given(
    weekday=st.integers(0, 6),
    minute=st.integers(0, 287).map(lambda cell: cell * 5),
    zone=st.sampled_from(ZONES),
    since=st.integers(0, 350_000).map(lambda minutes: datetime(2026, 9, 1, tzinfo=UTC) + timedelta(minutes=minutes)),
    days=st.integers(0, 60),
)
def test_every_meeting_is_on_its_weekday_and_wall_clock_and_none_is_missing(
    weekday: int, minute: int, zone: str, since: datetime, days: int
) -> None:
    starts = time(minute // 60, minute % 60)
    slot = replace(SLOT, terms=replace(TERMS, weekday=weekday, starts=starts, zone=zone))
    until = since + timedelta(days=days)
    found = [each.starts for each in occurrences(slot, Exceptions(), since, until)]
    by_hand = []
    day = TERMS.first_day
    while day <= TERMS.last_day:
        instant = datetime.combine(day, starts, ZoneInfo(zone)).astimezone(UTC)
        if day.weekday() == weekday and since <= instant < until:
            by_hand.append(instant)
        day += timedelta(days=1)
    assert found == by_hand


def test_a_button_of_another_time_names_no_meeting() -> None:
    with pytest.raises(SessionGone):
        occurrence_at(SLOT, Exceptions(), datetime(2026, 11, 23, 7, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    ("now", "refusal"),
    [
        (datetime(2026, 11, 22, 17, 59, tzinfo=UTC), None),
        (datetime(2026, 11, 22, 18, 0, tzinfo=UTC), None),
        (datetime(2026, 11, 22, 18, 1, tzinfo=UTC), TooLate),
        (datetime(2026, 11, 23, 6, 0, tzinfo=UTC), SessionGone),
        (datetime(2026, 10, 26, 5, 59, tzinfo=UTC), TooEarly),
        (datetime(2026, 10, 26, 6, 0, tzinfo=UTC), None),
    ],
)
def test_notice_and_horizon_count_to_the_minute(now: datetime, refusal: type[Exception] | None) -> None:
    meeting = occurrence_at(SLOT, Exceptions(), datetime(2026, 11, 23, 6, 0, tzinfo=UTC))
    visitor = Actor(PersonId(2), 2, places=(TEACHER,))
    if refusal is None:
        check_bookable(SLOT, meeting, visitor, now)
    else:
        with pytest.raises(refusal):
            check_bookable(SLOT, meeting, visitor, now)


def test_nobody_books_own_slot() -> None:
    meeting = occurrence_at(SLOT, Exceptions(), datetime(2026, 11, 23, 6, 0, tzinfo=UTC))
    with pytest.raises(OwnSlot):
        check_bookable(SLOT, meeting, Actor(PersonId(1), 1, places=(TEACHER,)), NOW)


def test_a_teacher_inside_the_territory_is_invited_and_a_stranger_is_not() -> None:
    stranger = replace(TEACHER, territory=Territory(RegionId(9), MunicipalityId(8), SchoolId(7)))
    assert invited(SLOT, TEACHER, frozenset())
    assert not invited(SLOT, stranger, frozenset())
    assert not invited(SLOT, replace(TEACHER, verified=False), frozenset())
    assert not invited(SLOT, replace(TEACHER, role=Role.OBSERVER), frozenset())


def test_a_slot_for_teams_invites_the_head_and_not_the_teacher() -> None:
    teams = replace(SLOT, terms=replace(TERMS, audience=Audience.TEAMS))
    assert not invited(teams, TEACHER, frozenset())
    assert invited(teams, replace(TEACHER, role=Role.SCHOOL_LEAD), frozenset())


def test_a_slot_for_schools_of_the_project_invites_only_them() -> None:
    kept = replace(SLOT, terms=replace(TERMS, project_schools_only=True))
    assert not invited(kept, TEACHER, frozenset({SchoolId(4)}))
    assert invited(kept, TEACHER, frozenset({SchoolId(3)}))


def test_a_methodist_publishes_in_her_territory_and_subject_only() -> None:
    methodist = Place(PlaceId(1), Role.METHODIST, MOMSKY, frozenset({CHEMISTRY}))
    assert may_host(methodist, MOMSKY, CHEMISTRY)
    assert may_host(methodist, SCHOOL, CHEMISTRY)
    assert not may_host(methodist, YAKUTIA, CHEMISTRY)
    assert not may_host(methodist, MOMSKY, SubjectId("physics"))
    assert not may_host(TEACHER, SCHOOL, CHEMISTRY)


def test_a_curator_publishes_for_the_schools_assigned_to_her() -> None:
    home = Territory(RegionId(1), MunicipalityId(20))
    curator = Place(PlaceId(1), Role.SCHOOL_CURATOR, home, assigned=frozenset({SchoolId(3)}))
    assert may_host(curator, SCHOOL, CHEMISTRY)
    assert not may_host(curator, MOMSKY, CHEMISTRY)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"starts": time(15, 3)}, "starts"),
        ({"minutes": 0}, "minutes"),
        ({"minutes": 43}, "minutes"),
        ({"capacity": 0}, "capacity"),
        ({"capacity": 501}, "capacity"),
        ({"last_day": date(2026, 8, 31)}, "last_day"),
        ({"last_day": date(2027, 12, 31)}, "last_day"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"link": "https://"}, "link"),
        ({"link": "https://a b.ru"}, "link"),
        ({"link": "https://e.ru/" + "x" * 300}, "link"),
        ({"format": Format.ON_SITE}, "venue"),
        ({"notice": -1}, "notice"),
        ({"horizon": 0}, "horizon"),
    ],
)
def test_a_slot_that_cannot_be_kept_is_refused_by_field(change: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        check_terms(replace(TERMS, **change), NOW.date())  # type: ignore[arg-type]
    assert refusal.value.field == field


def test_the_sample_terms_are_kept() -> None:
    check_terms(TERMS, NOW.date())
    check_link("http://xn--80ak6aa92e.xn--p1ai/встреча")


def test_a_topic_is_one_line_and_never_cut_in_silence() -> None:
    assert clean_topic("  ЕГЭ,\n задание   34 ") == "ЕГЭ, задание 34"
    assert clean_topic(" \n ") is None
    with pytest.raises(Invalid):
        clean_topic("я" * 301)


@given(first=st.integers(0, 100), second=st.integers(0, 100), one=st.integers(2, 20), two=st.integers(2, 20))
def test_two_meetings_share_a_cell_exactly_when_they_overlap(first: int, second: int, one: int, two: int) -> None:
    def meeting(cell: int, length: int) -> tuple[datetime, datetime]:
        starts = NOW + timedelta(minutes=5 * cell)
        return starts, starts + timedelta(minutes=5 * length)

    left, right = meeting(first, one), meeting(second, two)
    slot = replace(SLOT, terms=replace(TERMS, zone="UTC"))
    window = [
        ExtraWindow(starts.date(), starts.time(), int((ends - starts).total_seconds()) // 60)
        for starts, ends in (left, right)
    ]
    cells = [set(grid(*each)) for each in (left, right)]
    pair = [
        occurrence_at(slot, Exceptions(extra=(each,)), at[0]) for each, at in zip(window, (left, right), strict=True)
    ]
    assert overlap(*pair) == bool(cells[0] & cells[1])
