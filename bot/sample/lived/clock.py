"""A clock that steps back, so that people of the sample have lived before the demo begins."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from shnor_domain.clock import Clock


class LivedClock:
    """The `present`, but for what is done inside of `at`."""

    def __init__(self, present: Clock) -> None:
        self._present = present
        self._then: datetime | None = None

    def now(self) -> datetime:
        """An aware instant in UTC."""
        return self._present.now() if self._then is None else self._then

    @contextmanager
    def at(self, instant: datetime) -> Iterator[None]:
        """It is this aware `instant` while the block lasts."""
        before, self._then = self._then, instant
        try:
            yield
        finally:
            self._then = before
