"""The only way in which the domain learns the time."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the instant «now»; use cases read it once and pass the value on to pure rules."""

    def now(self) -> datetime:
        """Return an aware instant in UTC."""
        ...
