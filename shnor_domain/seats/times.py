"""The grid on which the database keeps people from being in two places, and instants of the wall clock."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

STEP = 5
"""Starts and lengths are whole multiples of this many minutes: a cell of the grid."""


def instant(day: date, starts: time, zone: str) -> datetime:
    """The instant of a wall-clock time; inside the gap of a clock change it is the same distance after the gap."""
    return datetime.combine(day, starts, ZoneInfo(zone)).astimezone(UTC)


def grid(starts: datetime, ends: datetime) -> range:
    """Numbers of the 5-minute cells since 1970 from `starts` to `ends`, the end excluded."""
    step = STEP * 60
    return range(int(starts.timestamp()) // step, -(-int(ends.timestamp()) // step))
