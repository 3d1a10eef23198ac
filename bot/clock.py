"""The one home of the machine's clock; everything else is handed a `shnor_domain.clock.Clock`."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Told = Callable[[datetime], object]
"""Hears each instant that was jumped to."""


class SystemClock:
    """The machine's own time, as an aware instant in UTC."""

    def now(self) -> datetime:
        """Read the machine's clock."""
        return datetime.now(UTC)


class MovableClock:
    """For rehearsals (ADR 5): the machine's time plus a shift that only grows, so that nothing becomes young again.

    `told` hears of every jump before anything is done at the new instant.
    """

    def __init__(self, told: Told | None = None) -> None:
        self._shift = timedelta()
        self._told = told

    def now(self) -> datetime:
        """The rehearsed instant, aware, in UTC; it runs on between jumps."""
        return datetime.now(UTC) + self._shift

    def advance(self, by: timedelta) -> datetime:
        """Jump forward and return the new instant; refuses a negative step with ValueError."""
        if by < timedelta():
            raise ValueError("the clock of a rehearsal only goes forward")
        self._shift += by
        now = self.now()
        if by and self._told is not None:
            self._told(now)
        return now

    def move_to(self, instant: datetime) -> datetime:
        """Jump to an aware `instant`; one that has passed already leaves the clock alone. Returns the new «now»."""
        return self.advance(max(instant - self.now(), timedelta()))
