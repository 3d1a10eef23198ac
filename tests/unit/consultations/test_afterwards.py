"""Pure rules of what follows a meeting: who may have come, when a month is closed, periods, topics."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor_domain.consultations.attendance.rules import checked_came, typed_came
from shnor_domain.consultations.feedback.model import Sum
from shnor_domain.consultations.feedback.rules import closed_at, last_closed, told
from shnor_domain.consultations.model import (
    HERSELF,
    Behalf,
    Booking,
    BookingId,
    BookingState,
    SessionId,
    SessionKey,
    Sits,
    SlotId,
)
from shnor_domain.consultations.statistics.periods import PeriodKind, period_of
from shnor_domain.errors import Invalid
from shnor_domain.identity import PersonId, SubjectId
from shnor_domain.topics import topic_key

STARTS = datetime(2026, 11, 30, 6, 0, tzinfo=UTC)
CHEMISTRY, NOVEMBER = SubjectId("chemistry"), date(2026, 11, 1)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def booking(number: int, behalf: Behalf = HERSELF) -> Booking:
    return Booking(
        BookingId(number), SessionId(1), SessionKey(SlotId(1), STARTS), STARTS + timedelta(minutes=45), PersonId(1),
        CHEMISTRY, PersonId(number), None, BookingState.BOOKED, behalf=behalf,
    )  # fmt: skip


PUPILS = booking(3, Behalf(Sits.SCHOOL, heads=12))


def test_everybody_came_counts_every_seat() -> None:
    assert checked_came([booking(2), PUPILS], None) == {2: 1, 3: 12}


def test_who_is_not_named_did_not_come_and_of_pupils_more_may() -> None:
    assert checked_came([booking(2), PUPILS], {BookingId(3): 14}) == {2: 0, 3: 14}


@pytest.mark.parametrize(
    ("came", "reason"),
    [({9: 1}, "unknown"), ({2: 2}, "range"), ({2: -1}, "range"), ({3: 501}, "range"), ({2: 0}, "empty"), ({}, "empty")],
)
def test_only_who_was_booked_can_have_come(came: dict[int, int], reason: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked_came([booking(2), PUPILS], {BookingId(each): count for each, count in came.items()})
    assert (refused.value.field, refused.value.reason) == ("came", reason)


@pytest.mark.parametrize(("text", "count"), [("9", 9), (" 12 человек", 12), ("0", 0), ("500", 500)])
def test_how_many_came_is_understood(text: str, count: int) -> None:
    assert typed_came(text) == count


@pytest.mark.parametrize("text", ["много", "-3", "501", "1200", ""])
def test_what_is_no_number_of_people_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        typed_came(text)


@pytest.mark.parametrize("zone", ["Europe/Kaliningrad", "Europe/Moscow", "Asia/Yakutsk", "Asia/Kamchatka"])
def test_a_month_is_closed_when_its_last_answer_could_have_come(zone: str) -> None:
    last_start = datetime(2026, 11, 30, 23, 55, tzinfo=ZoneInfo(zone))
    last_answer = last_start + timedelta(hours=4) + timedelta(days=14)
    assert last_answer < closed_at(NOVEMBER)
    assert last_closed(closed_at(NOVEMBER)) == NOVEMBER
    assert last_closed(closed_at(NOVEMBER) - timedelta(seconds=1)) == date(2026, 10, 1)


def test_an_average_is_told_of_five_people_and_to_a_tenth() -> None:
    sums = [Sum(CHEMISTRY, NOVEMBER, answers, people, 22) for answers, people in ((5, 5), (7, 4), (4, 4))]
    assert [(each.average, each.answers) for each in told(sums)] == [(4.4, 5), (None, None), (None, None)]


@given(day=days, kind=st.sampled_from(PeriodKind))
def test_periods_of_a_kind_lie_end_to_end(day: date, kind: PeriodKind) -> None:
    period = period_of(kind, day)
    assert period.since <= day < period.until
    assert period.before.until == period.since
    assert period.after.since == period.until
    assert period_of(kind, period.last) == period
    year, half = period_of(PeriodKind.YEAR, day), period_of(PeriodKind.HALF, day)
    assert year.since <= half.since <= period_of(PeriodKind.MONTH, day).since
    assert period_of(PeriodKind.MONTH, day).until <= half.until <= year.until


@pytest.mark.parametrize("written", ["ЕГЭ, задание 34", "егэ задание 34", "  ЕГЭ:   задание  №34! "])
def test_one_topic_written_in_many_ways_is_one(written: str) -> None:
    assert topic_key(written) == "егэ задание 34"


def test_a_topic_without_a_word_is_none() -> None:
    assert (topic_key(None), topic_key("  ?! "), topic_key("Всё")) == (None, None, "все")
