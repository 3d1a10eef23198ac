"""Mornings of working days: when what does not hurry is said, or said once more."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.identity import Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.seminars.ports import SeminarWork

_NINE = time(9)
_REACH = timedelta(days=40)
"""Far enough to hold the working days asked for, whatever holidays there are."""


async def nine_after(work: SeminarWork, unit: Territory, days: int, now: datetime) -> datetime:
    """Nine o'clock there of the `days`-th working day after today, in UTC."""
    zone = await work.lands.zone_of(unit)
    today = local_day(now, zone)
    off = await work.lands.days_off(unit, today, today + _REACH)
    ahead = (today + timedelta(days=after) for after in range(1, _REACH.days + 1))
    worked = [day for day in ahead if day not in off]
    return datetime.combine(worked[days - 1], _NINE, ZoneInfo(zone)).astimezone(UTC)
