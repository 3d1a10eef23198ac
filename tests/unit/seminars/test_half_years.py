"""Half-years and the dates of their cycles, as pure rules (I1, I2)."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from shnor_domain.errors import Invalid
from shnor_domain.identity import RegionId
from shnor_domain.seminars.cycle.dates import checked, closing_day, proposed, require_editable, require_wishing
from shnor_domain.seminars.cycle.model import Cycle, Dates, Phase, phase
from shnor_domain.seminars.errors import CollectingOver, CycleOver, NotAnnounced
from shnor_domain.seminars.model import CycleId
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.periods import Days, Half, HalfYear, HalfYearId, checked_days, half_of, usual_days

YEAR = SchoolYear(2026)
AUTUMN = HalfYear(HalfYearId(1), RegionId(1), YEAR, Half.AUTUMN, usual_days(YEAR)[Half.AUTUMN])
SPRING = HalfYear(HalfYearId(2), RegionId(1), YEAR, Half.SPRING, usual_days(YEAR)[Half.SPRING])
DATES = Dates(date(2026, 9, 8), date(2026, 9, 15), date(2026, 10, 1))
CYCLE = Cycle(CycleId(1), AUTUMN, DATES, announced=datetime(2026, 9, 1, tzinfo=UTC))


def test_each_day_belongs_to_one_half_year_or_to_the_summer() -> None:
    day = date(2026, 9, 1)
    while day < date(2027, 9, 1):
        found = half_of(day, [AUTUMN, SPRING])
        if day.month >= 9:
            assert found is AUTUMN
        elif day.month <= 5:
            assert found is SPRING
        else:
            assert found is None
        day += timedelta(days=1)


def test_half_years_of_a_region_never_share_a_day() -> None:
    chance = random.Random(17)
    taken, refused = 0, 0
    for _ in range(2_000):
        first = date(2026, 8, 1) + timedelta(days=chance.randrange(395))
        days = Days(first, first + timedelta(days=chance.randrange(-5, 200)))
        try:
            kept = checked_days(YEAR, Half.SPRING, days, [AUTUMN, SPRING])
        except Invalid:
            refused += 1
            continue
        taken += 1
        every = {first + timedelta(days=each) for each in range((days.last - days.first).days + 1)}
        assert kept == days
        assert not any(AUTUMN.days.has(day) for day in every)
    assert taken > 100
    assert refused > 100


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [
        (date(2027, 2, 1), date(2027, 1, 31), "order"),
        (date(2026, 7, 31), date(2026, 8, 31), "year"),
        (date(2027, 2, 1), date(2027, 9, 1), "year"),
        (date(2026, 12, 31), date(2027, 5, 31), "overlap"),
    ],
)
def test_days_that_cannot_be_are_refused_by_name(first: date, last: date, reason: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked_days(YEAR, Half.SPRING, Days(first, last), [AUTUMN, SPRING])
    assert (refused.value.field, refused.value.reason) == ("last_day", reason)


@pytest.mark.parametrize(
    ("day", "stands"),
    [
        (date(2026, 9, 15), Phase.COLLECTING),
        (date(2026, 9, 16), Phase.DRAFTING),
        (date(2026, 12, 31), Phase.DRAFTING),
        (date(2027, 1, 1), Phase.OVER),
    ],
)
def test_the_phase_follows_from_the_date_to_the_end_of_the_day(day: date, stands: Phase) -> None:
    assert phase(CYCLE, day) is stands
    assert phase(replace(CYCLE, closed=CYCLE.announced), day) is Phase.CLOSED


def test_once_its_programme_is_out_a_half_year_runs_to_its_last_day() -> None:
    out = replace(CYCLE, published=CYCLE.announced)
    days = {date(2026, 9, 15): Phase.COLLECTING, date(2026, 9, 16): Phase.RUNNING, date(2027, 1, 1): Phase.OVER}
    assert {day: phase(out, day) for day in days} == days


def test_what_is_not_announced_is_being_prepared_until_its_half_year_is_over() -> None:
    silent = replace(CYCLE, announced=None)
    assert phase(silent, date(2026, 10, 1)) is Phase.PREPARED
    assert phase(silent, date(2027, 1, 1)) is Phase.OVER


def test_what_is_refused_says_why() -> None:
    require_wishing(CYCLE, DATES.wishes_until)
    for cycle, day, refusal in (
        (replace(CYCLE, announced=None), date(2026, 9, 8), NotAnnounced),
        (CYCLE, date(2026, 9, 9), CollectingOver),
        (CYCLE, date(2027, 1, 1), CycleOver),
    ):
        with pytest.raises(refusal):
            require_wishing(cycle, day)
    require_editable(replace(CYCLE, announced=None), date(2026, 9, 16))
    require_editable(CYCLE, DATES.requests_until)
    with pytest.raises(CollectingOver):
        require_editable(CYCLE, date(2026, 9, 16))


def test_proposed_dates_can_always_be_taken() -> None:
    day = date(2026, 6, 1)
    while day <= AUTUMN.days.last:
        found = proposed(AUTUMN.days, day)
        assert checked(found, AUTUMN.days, day) == found
        day += timedelta(days=1)
    assert proposed(AUTUMN.days, date(2026, 8, 20)) == DATES


def test_dates_proposed_for_spring_leave_the_first_days_of_january_alone() -> None:
    assert proposed(SPRING.days, date(2026, 12, 1)) == Dates(date(2027, 1, 18), date(2027, 1, 25), date(2027, 2, 10))


@pytest.mark.parametrize(
    ("changed", "field", "reason"),
    [
        ({"wishes_until": date(2026, 9, 9)}, "wishes_until", "past"),
        ({"requests_until": date(2026, 9, 7)}, "requests_until", "past"),
        ({"publish_by": date(2026, 9, 14)}, "publish_by", "dates"),
        ({"publish_by": date(2027, 1, 1)}, "publish_by", "half"),
    ],
)
def test_a_date_that_has_passed_stands_and_dates_follow_each_other(
    changed: dict[str, date], field: str, reason: str
) -> None:
    today = date(2026, 9, 10)
    assert checked(DATES, AUTUMN.days, today, DATES) == DATES
    with pytest.raises(Invalid) as refused:
        checked(replace(DATES, **changed), AUTUMN.days, today, DATES)
    assert (refused.value.field, refused.value.reason) == (field, reason)


def test_three_working_days_before_the_end_skip_what_is_not_worked() -> None:
    weekend = {date(2026, 12, 19), date(2026, 12, 20)}
    assert closing_day(date(2026, 12, 21), weekend) == date(2026, 12, 16)
    assert closing_day(date(2026, 12, 21), {*weekend, date(2026, 12, 17)}) == date(2026, 12, 15)
