"""What is a code, and to which half-year hours belong."""

from datetime import UTC, date, datetime

import pytest

from shnor_domain.identity import PersonId, RegionId
from shnor_domain.seminars.certificates.model import Certificate, CertificateId
from shnor_domain.seminars.certificates.rules import checked_name, says_the_same
from shnor_domain.seminars.events.model import EventId, LessonId
from shnor_domain.seminars.presence.hours import Attended, training_of
from shnor_domain.seminars.presence.model import Presence, SaidBy
from shnor_domain.seminars.presence.rules import typed_code
from shnor_domain.seminars.signing.model import SignUpId
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.periods import Days, Half, HalfYear, HalfYearId

AUTUMN = HalfYear(HalfYearId(1), RegionId(1), SchoolYear(2026), Half.AUTUMN, Days(date(2026, 9, 1), date(2026, 12, 31)))
SPRING = HalfYear(HalfYearId(2), RegionId(1), SchoolYear(2026), Half.SPRING, Days(date(2027, 1, 1), date(2027, 5, 31)))


def attended(number: int, starts: datetime, minutes: int = 60, zone: str = "Asia/Yakutsk", region: int = 1) -> Attended:
    return Attended(LessonId(number), EventId(1), RegionId(region), "Тема", number, starts, zone, minutes)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("4071", "4071"),
        (" 40 71 ", "4071"),
        ("код 0007", "0007"),
        ("407", None),
        ("40711", None),
        ("", None),
        ("٤٠٧١", None),
    ],
)
def test_a_code_is_four_figures_however_they_are_typed(typed: str, code: str | None) -> None:
    assert typed_code(typed) == code


@pytest.mark.parametrize(
    ("said", "host", "came"), [(False, None, False), (True, None, True), (True, False, False), (False, True, True)]
)
def test_who_came_is_said_by_the_host_where_she_has_spoken(said: bool, host: bool | None, came: bool) -> None:
    at = datetime(2026, 10, 14, tzinfo=UTC) if said else None
    assert Presence(LessonId(1), SignUpId(1), at, SaidBy.BUTTON if said else None, host).came is came


def test_hours_are_of_the_day_on_which_a_lesson_begins_and_their_parts_make_the_whole() -> None:
    over_midnight = attended(3, datetime(2026, 12, 31, 14, 30, tzinfo=UTC), 90)
    after = attended(4, datetime(2026, 12, 31, 15, 0, tzinfo=UTC), 45)
    summer = attended(5, datetime(2027, 7, 1, 3, 0, tzinfo=UTC), 30)
    elsewhere = attended(6, datetime(2026, 10, 1, 3, 0, tzinfo=UTC), 20, region=2)
    found = training_of(
        [attended(1, datetime(2026, 9, 1, 3, 0, tzinfo=UTC)), over_midnight, after, summer, elsewhere], [AUTUMN, SPRING]
    )
    assert [(each.half and each.half.half, each.minutes) for each in found.parts] == [
        (Half.SPRING, 45),
        (Half.AUTUMN, 150),
        (None, 50),
    ]
    assert found.parts[1].lessons[0] == over_midnight, "23:30 of 31 December in Якутск: of the autumn, to its end"
    assert (found.minutes, found.lessons, found.of_year(SchoolYear(2026))) == (245, 5, 245)


def test_a_certificate_says_the_day_and_the_hours_that_are_recorded() -> None:
    first, last = (attended(each, datetime(2026, 9, each, 3, 0, tzinfo=UTC)) for each in (1, 8))
    paper = Certificate(
        CertificateId(1), RegionId(1), SchoolYear(2026), 1, EventId(1), PersonId(1), "Анна", 60, last.day, last.starts
    )
    assert says_the_same(paper, [last])
    assert not says_the_same(paper, [first]), "as long, on another day"
    assert not says_the_same(paper, [first, last])
    assert not says_the_same(paper, [])


def test_a_name_on_a_certificate_is_one_line_as_it_was_typed() -> None:
    assert checked_name("  Айталина\n Петровна  Ы-1 ") == "Айталина Петровна Ы-1"
