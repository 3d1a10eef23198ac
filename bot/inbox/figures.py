"""What the inbox counts for /metrics."""

from typing import Protocol

from prometheus_client import Counter, Histogram


class Figures(Protocol):
    """Told by the inbox as things happen; must not fail."""

    def accepted(self, updates: int) -> None: ...
    def handled(self, seconds: float) -> None: ...
    def failed(self) -> None: ...
    def parked(self) -> None: ...


class Uncounted:
    """Counts nothing."""

    def accepted(self, updates: int) -> None:
        """Nothing."""

    def handled(self, seconds: float) -> None:
        """Nothing."""

    def failed(self) -> None:
        """Nothing."""

    def parked(self) -> None:
        """Nothing."""


_ACCEPTED = Counter("shnor_updates_accepted", "Updates written down for the first time")
_HANDLED = Histogram("shnor_update_seconds", "From taking an update in hand to its end, in seconds")
_FAILED = Counter("shnor_update_failures", "Attempts that ended in a bug or took too long")
_PARKED = Counter("shnor_updates_parked", "Updates put aside after three attempts")


class Counted:
    """Into the registry that /metrics shows."""

    def accepted(self, updates: int) -> None:
        """Add to the counter."""
        _ACCEPTED.inc(updates)

    def handled(self, seconds: float) -> None:
        """Add to the histogram."""
        _HANDLED.observe(seconds)

    def failed(self) -> None:
        """Add to the counter."""
        _FAILED.inc()

    def parked(self) -> None:
        """Add to the counter."""
        _PARKED.inc()
