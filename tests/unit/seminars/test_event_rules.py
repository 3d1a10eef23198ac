"""What an event and its lessons may be like (I19, I21, I22)."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from shnor_domain.errors import Invalid
from shnor_domain.identity import MunicipalityId, PersonId, RegionId
from shnor_domain.seminars.cycle.model import Cycle, Dates
from shnor_domain.seminars.events.model import MOST_LESSONS, Event, EventId, EventState, Lesson, LessonId, LessonState
from shnor_domain.seminars.events.rules import (
    Lack,
    Timing,
    check_apart,
    check_order,
    check_timing,
    checked_place,
    checked_terms,
    given_back,
    in_half,
    lacks,
)
from shnor_domain.seminars.model import CycleId, Form, RequestId
from shnor_domain.seminars.requests.model import RequestState, Route
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.periods import Days, Half, HalfYear, HalfYearId
from tests.support.event_land import OCTOBER_14, terms
from tests.support.seminar_requests import SEPTEMBER_3, request

HOST, TOWN = PersonId(7), MunicipalityId(3)
AUTUMN = Cycle(
    CycleId(1),
    HalfYear(HalfYearId(1), RegionId(1), SchoolYear(2026), Half.AUTUMN, Days(date(2026, 9, 1), date(2026, 12, 31))),
    Dates(date(2026, 9, 15), date(2026, 9, 15), date(2026, 10, 1)),
)


def lesson(number: int, days: int = 0, minutes: int = 60, **changes: Any) -> Lesson:
    starts = OCTOBER_14 + timedelta(days=days)
    made = Lesson(LessonId(number), EventId(1), number, starts, starts + timedelta(minutes=minutes))
    return replace(made, **changes)


def event(*lessons: Lesson, number: int = 1, **changes: Any) -> Event:
    made = Event(
        EventId(number), RegionId(1), CycleId(1), terms(HOST), "Asia/Yakutsk", Route.PLAN, EventState.DRAFT,
        SEPTEMBER_3, lessons=lessons or (lesson(1),),
    )  # fmt: skip
    return replace(made, **changes)


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"title": " \n "}, "title", "empty"),
        ({"title": "я" * 301}, "title", "long"),
        ({"about": "я" * 1001}, "about", "long"),
        ({"form": Form.EITHER}, "form", "unknown"),
        ({"capacity": 0}, "capacity", "range"),
        ({"capacity": 1001}, "capacity", "range"),
        ({"quota": 26}, "quota", "range"),
        ({"quota": 0}, "quota", "range"),
        ({"host": PersonId(8)}, "host", "unknown"),
        ({"municipality": MunicipalityId(4)}, "municipality", "unknown"),
    ],
)
def test_what_an_event_cannot_be_is_refused_by_its_field(changes: dict[str, Any], field: str, reason: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked_terms(terms(HOST, **changes), [TOWN], [HOST])
    assert (refused.value.field, refused.value.reason) == (field, reason)


def test_a_title_is_one_line_and_a_host_may_come_later() -> None:
    tidy = checked_terms(terms(None, title="  Чтение\nи  письмо ", about="  ", quota=25, municipality=TOWN), [TOWN], [])
    assert (tidy.title, tidy.about, tidy.host) == ("Чтение и письмо", None, None)


@pytest.mark.parametrize(
    ("starts", "minutes", "reason"),
    [
        (OCTOBER_14, 60, "past"),
        (OCTOBER_14 + timedelta(minutes=3), 60, "grid"),
        (OCTOBER_14 + timedelta(hours=1), 5, "range"),
        (OCTOBER_14 + timedelta(hours=1), 485, "range"),
        (OCTOBER_14 + timedelta(hours=1), 42, "range"),
    ],
)
def test_a_lesson_is_ahead_and_on_the_grid(starts: datetime, minutes: int, reason: str) -> None:
    with pytest.raises(Invalid) as refused:
        check_timing(Timing(starts, minutes), OCTOBER_14)
    assert refused.value.reason == reason


def test_lessons_of_one_event_share_no_minute() -> None:
    others = [lesson(1)]
    with pytest.raises(Invalid, match="invalid"):
        check_apart(Timing(OCTOBER_14 + timedelta(minutes=55), 10), others)
    check_apart(Timing(OCTOBER_14 + timedelta(minutes=60), 10), others)
    with pytest.raises(Invalid) as refused:
        check_apart(Timing(OCTOBER_14 - timedelta(days=1), 10), [lesson(each, each) for each in range(MOST_LESSONS)])
    assert refused.value.reason == "full"


def test_lessons_keep_their_order_and_called_off_ones_do_not_count() -> None:
    off = lesson(2, 1, state=LessonState.CANCELLED)
    course = event(lesson(1), off, lesson(3, 2))
    check_order(course, LessonId(1), Timing(OCTOBER_14 + timedelta(days=1, hours=5), 60))
    with pytest.raises(Invalid) as refused:
        check_order(course, LessonId(1), Timing(OCTOBER_14 + timedelta(days=3), 60))
    assert refused.value.reason == "lesson-order"


def test_the_border_of_a_half_year_is_midnight_on_the_clock_of_the_event() -> None:
    last = datetime.fromisoformat("2026-12-31T14:55:00+00:00")
    assert in_half(Timing(last, 60), AUTUMN, "Asia/Yakutsk")
    assert not in_half(Timing(last + timedelta(minutes=5), 60), AUTUMN, "Asia/Yakutsk")
    assert in_half(Timing(last + timedelta(minutes=5), 60), AUTUMN, "Europe/Moscow")


def test_a_place_is_an_address_that_opens_or_words() -> None:
    assert checked_place(" https://meet.example/room ", None) == ("https://meet.example/room", None)
    assert checked_place(None, " Лицей,\nкабинет 5 ") == (None, "Лицей, кабинет 5")
    assert checked_place("", " ") == (None, None)
    for link in ("javascript:alert(1)", "meet.example", "https://room", "https://a.b/c d", "https://" + "a" * 300):
        with pytest.raises(Invalid) as refused:
            checked_place(link, None)
        assert refused.value.field == "link"
    with pytest.raises(Invalid):
        checked_place(None, "я" * 301)


def test_what_a_draft_lacks_is_named() -> None:
    now = OCTOBER_14 - timedelta(days=1)
    assert lacks(event(), AUTUMN, now) == ()
    assert lacks(event(terms=terms(None)), AUTUMN, now) == (Lack.HOST,)
    off = lesson(1, state=LessonState.CANCELLED)
    assert lacks(event(off, terms=terms(None)), AUTUMN, now) == (Lack.HOST, Lack.LESSON)
    assert lacks(event(), AUTUMN, OCTOBER_14) == (Lack.PAST,)
    assert lacks(event(state=EventState.OPEN), AUTUMN, OCTOBER_14) == ()
    january = lesson(2, 90)
    assert lacks(event(lesson(1), january), AUTUMN, now) == (Lack.OUTSIDE,)
    assert lacks(event(lesson(1), january, state=EventState.OPEN), AUTUMN, now) == ()


def test_only_what_nothing_else_answers_is_given_back() -> None:
    planned = [request(each, state=RequestState.PLANNED) for each in (3, 1, 2)]
    gone = event(number=1, state=EventState.OPEN, requests=(RequestId(1), RequestId(2), RequestId(3)))
    open_ = event(number=2, state=EventState.OPEN, requests=(RequestId(2),))
    draft = event(number=3, requests=(RequestId(1),))
    waits = request(4)
    assert [each.id for each in given_back([*planned, waits], [gone, open_, draft], gone)] == [1, 3]
