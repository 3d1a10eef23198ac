"""The rehearsed clock goes forward only, and runs on between jumps."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import MovableClock, SystemClock


def test_both_clocks_tell_aware_instants_in_utc() -> None:
    assert SystemClock().now().tzinfo is UTC
    assert MovableClock().now().tzinfo is UTC


def test_a_jump_stays_and_the_clock_runs_on() -> None:
    clock = MovableClock()
    reached = clock.advance(timedelta(days=30))
    assert reached - SystemClock().now() > timedelta(days=29, hours=23)
    assert clock.now() >= reached


def test_moving_to_an_instant_reaches_it_and_never_goes_back() -> None:
    clock = MovableClock()
    target = clock.now() + timedelta(hours=5)
    assert clock.move_to(target) >= target
    assert clock.move_to(target - timedelta(hours=4)) >= target


def test_a_step_back_is_refused() -> None:
    with pytest.raises(ValueError, match="forward"):
        MovableClock().advance(timedelta(seconds=-1))


def test_each_jump_is_told_and_standing_still_is_not() -> None:
    told: list[datetime] = []
    clock = MovableClock(told.append)
    reached = clock.advance(timedelta(days=1))
    assert told == [reached]
    clock.move_to(reached - timedelta(hours=1))
    assert told == [reached]
