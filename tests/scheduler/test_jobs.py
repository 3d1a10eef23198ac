"""Rules of recurring work, without any clock."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.jobs import Daily, Every, Job, Pulse, checked, next_after

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


async def nothing() -> None:
    return None


def test_a_daily_job_fires_today_or_tomorrow_and_never_twice_at_one_instant() -> None:
    assert next_after(Daily(15), NOON) == NOON + timedelta(hours=3)
    assert next_after(Daily(12), NOON) == NOON + timedelta(days=1)
    assert next_after(Daily(3, 30), NOON) == NOON + timedelta(hours=15, minutes=30)


def test_a_pulse_has_no_instants_of_its_own() -> None:
    assert next_after(Pulse(1), NOON) is None


@given(st.integers(1, 24 * 60), st.integers(0, 10**6))
def test_the_next_firing_is_always_ahead_and_within_one_step(minutes: int, seconds: int) -> None:
    instant = NOON + timedelta(seconds=seconds)
    firing = next_after(Every(minutes), instant)
    assert firing is not None
    assert timedelta() < firing - instant <= timedelta(minutes=minutes)


def test_two_jobs_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="tick"):
        checked([Job("tick", Pulse(1), nothing), Job("tick", Daily(3), nothing)])
