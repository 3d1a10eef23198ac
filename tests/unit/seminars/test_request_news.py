"""What a school is told of its request keeps its words long enough to be read (I12)."""

from datetime import UTC, datetime, timedelta

from shnor_domain.identity import PersonId
from shnor_domain.seminars.requests.notices import SET_ASIDE, Change
from tests.support.seminar_requests import request, support

NEW_YEAR = datetime(2026, 12, 31, 15, 0, tzinfo=UTC)
"""The end of the half-year in Якутск."""


def test_what_the_last_night_of_a_half_year_has_held_is_read_before_it_is_over() -> None:
    def over_at(now: datetime) -> datetime | None:
        [row] = Change(SET_ASIDE, request(1), NEW_YEAR, now).told(support(1, 1, 1), [PersonId(1)])
        return row.over_at

    assert over_at(NEW_YEAR - timedelta(days=30)) == NEW_YEAR
    assert over_at(NEW_YEAR - timedelta(hours=2)) == NEW_YEAR + timedelta(hours=22)
