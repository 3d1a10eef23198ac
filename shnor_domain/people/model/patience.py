"""How long a level may think (P1): a reminder on the second working day, the next level on the fourth, at 09:00
there."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

REMIND_ON, MOVE_ON = 2, 4
MORNING = time(9)


def working_morning(since: datetime, count: int, zone: str, days_off: Collection[date]) -> datetime:
    """09:00 in `zone` of the `count`-th working day after the local day of `since`, in UTC; `days_off` are local
    dates."""
    there = ZoneInfo(zone)
    day = since.astimezone(there).date()
    while count:
        day += timedelta(days=1)
        if day not in days_off:
            count -= 1
    return datetime.combine(day, MORNING, there).astimezone(UTC)
