"""When it goes, for what reason it may go at night, and to whom it is told (N2, N6)."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor_domain.announcements.audience import (
    AnnouncementId,
    Audience,
    NotAcknowledged,
    NotBooked,
    NothingSent,
    audience_of,
    checked,
    data_of,
)
from shnor_domain.announcements.model import Start, checked_reason, checked_start
from shnor_domain.errors import Invalid
from shnor_domain.identity import MunicipalityId, Role, SchoolId, SubjectId
from shnor_domain.territories.model import SchoolYear, Status

NOW = datetime(2026, 11, 30, 3, 0, tzinfo=UTC)
ids = st.integers(1, 10**6)
missing = st.one_of(
    st.none(),
    st.builds(NotBooked, ids),
    st.builds(NothingSent, st.none() | ids, st.none() | ids),
    st.builds(NotAcknowledged, ids.map(AnnouncementId)),
)
audiences = st.builds(
    Audience,
    roles=st.frozensets(st.sampled_from(Role)),
    municipalities=st.frozensets(ids.map(MunicipalityId)),
    schools=st.frozensets(ids.map(SchoolId)),
    year=st.none() | st.integers(2020, 2030).map(SchoolYear),
    statuses=st.frozensets(st.sampled_from(Status)),
    clusters=st.frozensets(st.sampled_from(["1", "2", "3"])),
    subjects=st.frozensets(st.sampled_from(["chemistry", "math"]).map(SubjectId)),
    missing=missing,
)


@given(audiences)
def test_an_audience_is_kept_as_it_was_confirmed(audience: Audience) -> None:
    assert audience_of(data_of(audience)) == audience


def test_a_status_or_cluster_belongs_to_a_named_year() -> None:
    for audience in (Audience(statuses=frozenset({Status.SHNOR})), Audience(clusters=frozenset({"1"}))):
        with pytest.raises(Invalid):
            checked(audience)
    year = SchoolYear(2026)
    assert checked(Audience(year=year, statuses=frozenset({Status.SHNOR}))).year == year


@pytest.mark.parametrize("days", [0, 367])
def test_days_without_a_consultation_are_some_and_at_most_a_year(days: int) -> None:
    with pytest.raises(Invalid):
        checked(Audience(missing=NotBooked(days)))


def test_nine_on_the_readers_wall_is_another_instant_in_each_zone() -> None:
    start = Start(day=date(2026, 12, 1), hour=time(9))
    assert start.due("Asia/Yakutsk", NOW) == datetime(2026, 12, 1, 0, tzinfo=UTC)
    assert start.due("Europe/Moscow", NOW) == datetime(2026, 12, 1, 6, tzinfo=UTC)
    assert Start().due("Asia/Yakutsk", NOW) == NOW


@pytest.mark.parametrize(
    ("start", "reason"),
    [
        (Start(at=NOW), "past"),
        (Start(at=NOW + timedelta(days=91)), "far"),
        (Start(day=date(2026, 11, 30), hour=time(6)), "past"),
    ],
)
def test_it_is_put_off_to_an_instant_ahead_and_not_too_far(start: Start, reason: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked_start(start, ["Asia/Yakutsk", "Europe/Moscow"], NOW)
    assert refused.value.reason == reason


def test_an_hour_may_have_passed_for_some_of_the_readers() -> None:
    """At noon of Якутск it is six in Москва."""
    start = Start(day=date(2026, 11, 30), hour=time(9))
    assert checked_start(start, ["Asia/Yakutsk", "Europe/Moscow"], NOW) == start


def test_through_the_night_it_goes_for_a_reason_of_three_letters() -> None:
    assert checked_reason(None) is None
    assert checked_reason("  штормовое   предупреждение ") == "штормовое предупреждение"
    for reason in ("", "  ", "да", "я" * 301):
        with pytest.raises(Invalid):
            checked_reason(reason)
