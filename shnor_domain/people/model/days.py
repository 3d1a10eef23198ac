"""The local day of an instant."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def local_day(now: datetime, zone: str) -> date:
    """The date on the wall in `zone` (IANA) at `now`."""
    return now.astimezone(ZoneInfo(zone)).date()
