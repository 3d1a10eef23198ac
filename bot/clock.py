"""The one home of the machine's clock; everything else is handed a `shnor_domain.clock.Clock`."""

from datetime import UTC, datetime, timedelta


class SystemClock:
    """The machine's own time, as an aware instant in UTC."""

    def now(self) -> datetime:
        """Read the machine's clock."""
        return datetime.now(UTC)


class MovableClock:
    """For rehearsals (ADR 5): the machine's time plus a shift that only grows, so that nothing becomes young again."""

    def __init__(self) -> None:
        self._shift = timedelta()

    def now(self) -> datetime:
        """The rehearsed instant, aware, in UTC; it runs on between jumps."""
        return datetime.now(UTC) + self._shift

    def advance(self, by: timedelta) -> datetime:
        """Jump forward and return the new instant; refuses a negative step with ValueError."""
        if by < timedelta():
            raise ValueError("the clock of a rehearsal only goes forward")
        self._shift += by
        return self.now()

    def move_to(self, instant: datetime) -> datetime:
        """Jump to an aware `instant`; one that has passed already leaves the clock alone. Returns the new «now»."""
        return self.advance(max(instant - self.now(), timedelta()))
